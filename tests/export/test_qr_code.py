"""The QR code: what a reader makes of it is the plan, and where it has no room it says so."""

from pathlib import Path

import pytest
import vobject
from attrs import evolve

from planner.export.compact_text import compact_text
from planner.export.errors import DoesNotFit
from planner.export.options import Options, QrContent
from planner.export.qr_code import LARGEST_ON_PAPER, printed_code
from planner.export.registry import render
from planner.export.scope import WHOLE_COURSE, Scope
from planner.model import Plan
from tests.export.receivers import need, run
from tests.export.sample import OPTIONS, SCOPES, library, plan

SCALE = 4
DARK = {"█": (0, 0), "▀": (0, 1), "▄": (1, 0), " ": (1, 1)}
"""Which halves of a letter are dark, upper and lower: the letters are light."""


def _scanned(lines: list[str], path: Path) -> bytes:
    """What a reader of QR codes sees in these lines of a terminal."""
    rows = [[DARK[letter][half] for letter in line] for line in lines for half in (0, 1)]
    wide = [[255 * (1 - dark) for dark in row for _ in range(SCALE)] for row in rows]
    pixels = bytes(grey for row in wide for _ in range(SCALE) for grey in row)
    path.write_bytes(f"P5 {len(wide[0])} {len(wide) * SCALE} 255\n".encode() + pixels)
    return run(need("zbarimg", "zbar-tools"), "--quiet", "--raw", "-Sbinary", "--nodbus", path)


def _lines(scope: Scope, options: Options = OPTIONS, made: Plan | None = None) -> list[str]:
    return render("qr", made or plan(), library(), scope, options).decode("utf-8").splitlines()


@pytest.mark.parametrize("part", SCOPES)
def test_a_phone_reads_the_plan(part: str, tmp_path: Path) -> None:
    seen = _scanned(_lines(SCOPES[part]), tmp_path / "code.pgm")
    assert seen.decode("utf-8").rstrip("\n") == compact_text(plan(), library(), SCOPES[part]).rstrip("\n")


def test_a_phone_reads_the_calendar(tmp_path: Path) -> None:
    lines = _lines(SCOPES["session"], evolve(OPTIONS, qr_content=QrContent.CALENDAR))
    calendar = next(vobject.readComponents(_scanned(lines, tmp_path / "code.pgm").decode("utf-8")))
    assert calendar.vevent.summary.value.startswith("Knee roll, held, to the right: 3 × 30–40 s")
    assert calendar.vevent.dtstart.value.isoformat() == "2026-12-04T20:00:00"


def test_the_printed_one_is_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(render("pdf", plan(), library(), SCOPES["week"], OPTIONS))
    run(need("pdftoppm", "poppler-utils"), "-r", "150", "-gray", path, tmp_path / "page")
    pages = sorted(tmp_path.glob("page*.pgm"))
    seen = run(need("zbarimg", "zbar-tools"), "--quiet", "--raw", "-Sbinary", "--nodbus", pages[-1])
    assert seen.decode("utf-8").rstrip("\n") == compact_text(plan(), library(), SCOPES["week"]).rstrip("\n")


def test_it_is_as_large_as_it_says() -> None:
    lines = _lines(SCOPES["session"])
    fits = evolve(OPTIONS, columns=len(lines[0]), rows=len(lines))
    assert _lines(SCOPES["session"], fits) == lines
    assert {len(line) for line in lines} == {len(lines[0])}


def test_a_small_terminal_gets_a_narrower_margin_before_it_is_refused() -> None:
    lines = _lines(SCOPES["session"])
    narrow = evolve(OPTIONS, columns=len(lines[0]) - 4, rows=len(lines))
    assert len(_lines(SCOPES["session"], narrow)[0]) == len(lines[0]) - 4


def test_a_terminal_that_is_too_small_is_told_both_sizes() -> None:
    with pytest.raises(
        DoesNotFit, match=r"needs \d+ columns and \d+ rows, and the terminal has 80 and 24: .* export pdf"
    ):
        _lines(WHOLE_COURSE, evolve(OPTIONS, columns=80, rows=24))


def test_a_plan_that_no_code_holds_is_told() -> None:
    many = plan().with_prescriptions([evolve(plan().prescriptions[0], id=f"row-{n}") for n in range(60)])
    with pytest.raises(DoesNotFit, match=r"takes \d,\d{3} bytes, and a QR code holds 2,953: choose one day"):
        _lines(WHOLE_COURSE, made=many)


def test_a_code_on_paper_is_never_too_fine_to_read() -> None:
    rows = [evolve(plan().prescriptions[0], id=f"row-{n}") for n in range(20)]
    for count in (1, 5, 10):
        small = plan().with_prescriptions(rows[:count])
        assert 20 < printed_code(small, library(), WHOLE_COURSE, OPTIONS).size <= LARGEST_ON_PAPER
    with pytest.raises(DoesNotFit, match=r"would be \d\d mm wide on paper; at most 70 are printed"):
        printed_code(plan().with_prescriptions(rows), library(), WHOLE_COURSE, OPTIONS)
