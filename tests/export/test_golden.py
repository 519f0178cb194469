"""Every format, for the whole course and for parts of it, as it was when somebody looked at it and was content."""

from pathlib import Path

import pytest
from attrs import evolve

from planner.export.options import Options, QrContent
from planner.export.registry import find_format, render
from tests.export import golden
from tests.export.receivers import pdf_text
from tests.export.sample import OPTIONS, SCOPES, library, plan

CASES = [
    ("text", "course"),
    ("text", "week"),
    ("text", "session"),
    ("markdown", "course"),
    ("markdown", "day"),
    ("html", "course"),
    ("html", "week"),
    ("html", "session"),
    ("ics", "course"),
    ("ics", "week"),
    ("csv", "course"),
    ("csv", "session"),
    ("json", "course"),
    ("toml", "course"),
    ("qr", "session"),
]


@pytest.mark.parametrize(("format_id", "part"), CASES)
def test_looks_as_it_did(format_id: str, part: str) -> None:
    made = render(format_id, plan(), library(), SCOPES[part], OPTIONS)
    suffix = ".qr.txt" if format_id == "qr" else find_format(format_id).suffix
    golden.check(f"{part}{suffix}", made)


@pytest.mark.parametrize("part", ["course", "week", "session"])
def test_pdf_says_what_it_did(part: str, tmp_path: Path) -> None:
    """The bytes of a PDF change with every release of the typesetter; its text, in reading order, does not."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(render("pdf", plan(), library(), SCOPES[part], OPTIONS))
    lines = (" ".join(line.split()) for line in pdf_text(path, "-raw").replace("\f", "\n-- page --\n").split("\n"))
    golden.check(f"{part}.pdf.txt", "".join(f"{line}\n" for line in lines if line).encode("utf-8"))


@pytest.mark.parametrize(
    ("name", "format_id", "options"),
    [
        ("reminder.ics", "ics", evolve(OPTIONS, reminder=10)),
        ("embedded.toml", "toml", Options(embed_library=True)),
        ("calendar.qr.txt", "qr", evolve(OPTIONS, qr_content=QrContent.CALENDAR)),
    ],
)
def test_choices_look_as_they_did(name: str, format_id: str, options: Options) -> None:
    scope = {"qr": SCOPES["session"], "toml": SCOPES["course"]}.get(format_id, SCOPES["day"])
    golden.check(name, render(format_id, plan(), library(), scope, options))
