"""The PDF: tagged, titled, on the paper that was asked for, no exercise split, no character lost."""

import re
import zlib
from pathlib import Path

import pytest
from attrs import evolve

from planner.export.font_files import FOLDER, characters
from planner.export.options import Options, Paper
from planner.export.registry import render
from planner.model import Library, Plan
from tests.export.hostile import squeezed
from tests.export.receivers import need, pdf_facts, pdf_text, run
from tests.export.sample import OPTIONS, SCOPES, library, plan


def _written(tmp_path: Path, plan: Plan, library: Library, part: str = "course", options: Options = OPTIONS) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(render("pdf", plan, library, SCOPES[part], options))
    return path


def _objects(path: Path) -> bytes:
    """What is in a PDF beside its pages, unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.DOTALL)
    packed = [stream for stream in streams if stream[:1] == b"\x78"]
    return path.read_bytes() + b"".join(zlib.decompress(stream) for stream in packed)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, "(A4)"), (Paper.LETTER, "(letter)")])
def test_it_says_what_it_is(paper: Paper, size: str, tmp_path: Path) -> None:
    facts = pdf_facts(_written(tmp_path, plan(), library(), "week", evolve(OPTIONS, paper=paper)))
    assert facts["Title"] == "Acute low back, first fortnight: Week 1 of 7, 25–29 Nov"
    assert facts["Tagged"] == "yes"
    assert facts["JavaScript"] == "no"
    assert facts["Encrypted"] == "no"
    assert facts["CreationDate"].startswith("Fri Nov 20 09:30:00 2026")
    assert size in facts["Page size"]


def test_it_claims_to_be_accessible_and_has_the_structure(tmp_path: Path) -> None:
    path = _written(tmp_path, plan(), library(), "week")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in path.read_bytes()
    tree = run(need("pdfinfo", "poppler-utils"), "-struct", path).decode("utf-8", "replace")
    kinds = [line.split()[0].rstrip(":") for line in tree.splitlines() if line.strip()]
    assert kinds.count("H1") == 1
    assert kinds.count("H3") == 5
    assert {"H2", "Table", "TH", "TD", "L", "LI", "Figure"} <= set(kinds)
    assert b"Knee roll & held right" in _objects(path), "the figure has its words"


def test_every_page_has_its_number(tmp_path: Path) -> None:
    pages = pdf_text(_written(tmp_path, plan(), library()), "-layout").split("\f")[:-1]
    assert len(pages) >= 3
    for number, page in enumerate(pages, 1):
        assert page.rstrip().endswith(f"{number} / {len(pages)}") or page.rstrip().endswith(f"{number}/{len(pages)}")


@pytest.mark.parametrize("steps", [3, 9, 30])
def test_no_exercise_is_split(steps: int, tmp_path: Path) -> None:
    base = library().exercises[2]
    texts = {n: [f"Exercise {n} has a step {step} of its own." for step in range(steps)] for n in range(16)}
    known = Library("many", tuple(evolve(base, id=f"e-{n}", name=f"Number {n}.", steps=tuple(texts[n])) for n in texts))
    rows = [evolve(plan().prescriptions[2], id=f"row-{n}", exercise=f"e-{n}") for n in texts]
    pages = pdf_text(_written(tmp_path, plan().with_prescriptions(rows), known, "week"), "-raw").split("\f")
    for n, own in texts.items():
        holding = [page for page in (" ".join(page.split()) for page in pages) if any(step in page for step in own)]
        assert len(holding) == 1, f"exercise {n} is split"
        assert all(step in holding[0] for step in own)
        assert f"Number {n}." in holding[0]


def test_an_exercise_that_is_longer_than_a_page_goes_on_over_the_page(tmp_path: Path) -> None:
    long = evolve(library().exercises[2], steps=tuple(f"Step number {number}, slowly." for number in range(150)))
    known = Library("long", (long,))
    only = plan().with_prescriptions([plan().prescriptions[2]])
    text = pdf_text(_written(tmp_path, only, known), "-raw")
    assert all(f"Step number {number}, slowly." in text for number in range(150))


def test_a_word_that_is_longer_than_a_line_is_broken_and_not_cut_off(tmp_path: Path) -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(400))
    text = pdf_text(_written(tmp_path, evolve(plan(), note=word), library()), "-raw")
    assert word in squeezed(text)


def test_a_character_that_no_font_has_stands_as_an_escape(tmp_path: Path) -> None:
    """Private use, so that no machine has it."""
    odd = evolve(plan(), title="Back \U000f1234 ok", note="\ue123 and \U000ffffd")
    text = pdf_text(_written(tmp_path, odd, library()), "-raw")
    assert "Back" in text
    assert "ok" in text
    assert "root:" not in text


@pytest.mark.parametrize("letters", ["Żółć ő ğ ş", "Ελληνικά", "Кириллица", "≥ ≤ ≠ ½ ⅓ ° ± × – … → ☐ ✓", "Tiếng Việt"])
def test_the_fonts_it_brings_have_the_letters_of_europe(letters: str, tmp_path: Path) -> None:
    assert {ord(letter) for letter in letters if letter != " "} <= characters()
    assert letters in pdf_text(_written(tmp_path, evolve(plan(), note=letters), library()), "-raw")


def test_the_fonts_bring_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text("utf-8")
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 500_000


def test_markup_of_the_typesetter_is_only_text(tmp_path: Path) -> None:
    harm = '#read("/etc/passwd") #panic("x") $x^2$ *b* <label> @ref \\ // /* = #import "x"'
    text = pdf_text(_written(tmp_path, evolve(plan(), note=harm), library()), "-raw")
    assert harm in " ".join(text.split())


def test_the_code_for_the_phone_is_there_where_it_fits(tmp_path: Path) -> None:
    many = plan().with_prescriptions([evolve(plan().prescriptions[0], id=f"row-{n}") for n in range(40)])
    assert "Point the camera of your phone" in pdf_text(_written(tmp_path, plan(), library()))
    assert "Point the camera" not in pdf_text(_written(tmp_path, many, library()))
    without = evolve(OPTIONS, qr_on_paper=False)
    assert "Point the camera" not in pdf_text(_written(tmp_path, plan(), library(), options=without))
