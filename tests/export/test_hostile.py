"""Hostile texts in every place of every format, read again by another program: nothing done, added or lost."""

import csv
import json
import tomllib
from io import StringIO
from pathlib import Path

import pytest
import vobject
from justhtml import JustHTML
from markdown_it import MarkdownIt
from markdown_it.token import Token

from planner.export.importing import read_export
from planner.export.options import Options
from planner.export.registry import render
from planner.files.problems import FileProblems
from planner.files.text import FORBIDDEN
from tests.export.hostile import ALL, CONTROLS, as_shown, squeezed
from tests.export.hostile_plan import hostile
from tests.export.receivers import chromium, pdf_text

HARMLESS = "harmless"
each = pytest.mark.parametrize("text", ALL, ids=range(len(ALL)))


def _made(format_id: str, text: str) -> bytes:
    plan, library = hostile(text)
    return render(format_id, plan, library, options=Options(qr_on_paper=False, width=4000))


def _holds_as_often(read: str, text: str, plain: str) -> None:
    """That a text is read as often as a harmless one in its place; a note of several lines is parted by them."""
    wanted = squeezed(plain).count(HARMLESS)
    assert wanted >= 1
    if "\n" in text:
        assert squeezed(read).count(as_shown(text)) >= wanted / 2
        lines = [as_shown(line) for line in text.replace("\r", "").split("\n")]
        assert all(line in squeezed(read) for line in lines)
    else:
        assert squeezed(read).count(as_shown(text)) >= wanted


def test_there_are_at_least_sixty() -> None:
    assert len(set(ALL)) >= 60


@each
def test_plain_text(text: str) -> None:
    made = _made("text", text).decode("utf-8")
    _holds_as_often(made, text, _made("text", HARMLESS).decode("utf-8"))
    assert not any(character in made for character in "\x1b\x07\x00\x08\x7f\x9b\u202e\u2066\r")


@each
def test_markdown(text: str) -> None:
    reader = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    tokens = reader.parse(_made("markdown", text).decode("utf-8"))
    plain = reader.parse(_made("markdown", HARMLESS).decode("utf-8"))
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special", "hardbreak", "softbreak"}
    kinds = [[token.type for token in made] for made in (tokens, plain)]
    assert kinds[0] == kinds[1] or ("\n\n" in text and set(kinds[0]) == set(kinds[1]))
    _holds_as_often(_words(tokens), text, _words(plain))


def _words(tokens: list[Token]) -> str:
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(child.content if child.type.startswith("text") else " " for child in inline)


@each
def test_web_page(text: str) -> None:
    page, plain = (JustHTML(_made("html", words), strict=True, sanitize=False) for words in (text, HARMLESS))
    assert _outline(page) == _outline(plain) or "\n" in text
    _holds_as_often(page.to_text(), text, plain.to_text())
    assert not page.query("script, iframe, object, embed, link, base, form, a")


def _outline(page: JustHTML) -> list[str]:
    return [f"{node.name} {sorted(node.attrs or {})}" for node in page.query("*") if node.name != "br"]


@each
def test_pdf(text: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(_made("pdf", text))
    read = pdf_text(path, "-raw")
    shown = as_shown(text)
    if len(shown) < 100 and shown.isascii():
        # Not in the heading at the foot of the page, which is cut off where it is too long.
        assert squeezed(read).count(shown) >= (5 if "\n" in text else 18)
    assert "root:" not in read


@each
def test_calendar(text: str) -> None:
    made = _made("ics", text)
    for line in made.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    calendars = list(vobject.readComponents(made.decode("utf-8")))
    assert len(calendars) == 1
    event = calendars[0].vevent
    plain = next(vobject.readComponents(_made("ics", HARMLESS).decode("utf-8"))).vevent
    assert [child.name for child in calendars[0].getChildren()].count("VEVENT") == 1
    assert sorted(line.name for line in event.lines()) == sorted(line.name for line in plain.lines())
    _holds_as_often(event.summary.value, text, plain.summary.value)
    _holds_as_often(event.description.value, text, plain.description.value)


@each
def test_spreadsheet(text: str) -> None:
    rows = list(csv.DictReader(StringIO(_made("csv", text).decode("utf-8-sig"), newline="")))
    assert len(rows) == 7
    for row in rows:
        assert None not in row
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "@", "\uff1d")), "a spreadsheet would compute this cell"
            assert not cell.lstrip().startswith("-") or cell == "-5"
        assert row["plan-title"].removeprefix("'") == text.removeprefix("'") or row["plan-title"] == f"'{text}"


@each
def test_json(text: str) -> None:
    document = json.loads(_made("json", text))
    plan = document["plan"]
    assert (plan["title"], plan["note"], plan["prescription"][0]["note"]) == (text, text, text)
    assert as_shown(text) in squeezed(document["exercises"][0]["title"])


@each
def test_toml(text: str) -> None:
    plan, library = hostile(text)
    data = tomllib.loads(render("toml", plan, library, options=Options(embed_library=True)).decode("utf-8"))
    # TOML has one line end within texts: what it reads as such is told from the others by an escape.
    same = text.replace("\r\n", "\n")
    assert (data["title"], data["note"]) == (same, same)
    assert data["library"]["exercise"][0]["variant"][0]["steps"] == [text, text]


@each
@pytest.mark.parametrize("format_id", ["csv", "json", "toml"])
def test_what_comes_back_is_the_same_or_refused(format_id: str, text: str) -> None:
    plan, library = hostile(text)
    data = render(format_id, plan, library)
    allowed = FORBIDDEN.search(text) is None and "\n" not in text
    if allowed:
        assert read_export(format_id, data, "plan", library).plan == plan
        return
    with pytest.raises(FileProblems) as refused:
        read_export(format_id, data, "plan", library)
    assert not FORBIDDEN.search(str(refused.value))


def test_nothing_runs_in_a_browser(tmp_path: Path) -> None:
    """All texts on one page, opened for real: a script would leave its mark in the title or in an attribute."""
    body = "\n".join(_made("html", text).decode("utf-8") for text in ALL if text not in CONTROLS)
    hooked = body.replace("alert(1)", "document.documentElement.id='ran'")
    page = tmp_path / "page.html"
    page.write_text(hooked, encoding="utf-8")
    seen = chromium(page, tmp_path / "profile", "--dump-dom", "--virtual-time-budget=2000").decode("utf-8")
    assert "document.documentElement.id=" in seen
    assert '<html lang="en" id=' not in seen
