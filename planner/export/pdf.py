"""The plan as a PDF to print or to send: tagged for screen readers (PDF/UA-1), with the fonts it needs inside it."""

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

from attrs import asdict

from planner.export.errors import DoesNotFit
from planner.export.font_files import FAMILIES, FOLDER, characters
from planner.export.handout import Block
from planner.export.handout_making import make_handout
from planner.export.options import Options, Paper
from planner.export.scope import Scope
from planner.files.text import width
from planner.model import Library, Plan, Weekday

_TEMPLATE = Path(__file__).parent / "templates" / "handout.typ"
_PAPERS = {Paper.A4: ("a4", 842), Paper.LETTER: ("us-letter", 792)}
"""What the typesetter calls each sheet, and its height in points."""

_MARGINS = 100
"""Points of a page that are not for text, generously."""

_NARROW = 35
"""Letters of the narrower column of an exercise, at least."""

_SURE_LINES = 22
"""Lines that fit on half a page, beside a figure, at least."""

_COLUMN = 62.0
_TALLEST = 38.0
"""Millimetres of the column that the figure stands in, and of the tallest figure."""

_VIEW_BOX = re.compile(r'viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"')

_EARLIEST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date of the document where nobody says when the plan was changed: the same plan is the same file."""


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The sheet as PDF. The same plan with the same options gives the same bytes.

    A character that the fonts of this program lack is looked for in those of the machine; one that no font has stands
    as an escape such as `\\u65e5`.
    """
    handout = make_handout(plan, library, scope, options.figure_svg)
    paper, height = _PAPERS[options.paper]
    data = {
        "handout": {
            **asdict(handout),
            "heading": handout.heading,
            "blocks": [_block(block) for block in handout.blocks],
        },
        "paper": paper,
        "height": height - _MARGINS,
        "fonts": FAMILIES,
        "weekdays": [day.short for day in Weekday],
        "code": _code(plan, library, scope, options),
    }
    revised = options.revised or _EARLIEST
    text = json.dumps(data, ensure_ascii=False)
    strange = {character for character in text if ord(character) not in characters() and character != "\n"}
    if not strange:
        return _typeset(text, revised)
    from typst import TypstError

    try:
        return _typeset(text, revised, system_fonts=True)
    except TypstError:
        spelt = str.maketrans({character: _spelt(character) for character in strange})
        return _typeset(text.translate(spelt), revised)


def _block(block: Block) -> dict[str, object]:
    """The data of an exercise, with what the template would need long to find out by itself."""
    data: dict[str, object] = {**asdict(block), "short": _is_short(block)}
    if block.picture:
        data["picture"] = {**asdict(block.picture), "width": _picture_width(block.picture.svg)}
    return data


def _is_short(block: Block) -> bool:
    """Whether an exercise surely fits on a page: its texts take no more than half of the lines, counted generously."""
    main = [*block.note, *block.steps, *block.precautions, *block.blanks, block.title, block.dose]
    side = [block.when, block.aim, ", ".join(block.equipment), block.source, *block.source_notes]
    return max(sum(1 + width(text) // _NARROW for text in texts) for texts in (main, side)) <= _SURE_LINES


def _picture_width(svg: str) -> float:
    """Millimetres: as wide as the column, unless the figure would be taller than a few lines of text."""
    box = _VIEW_BOX.search(svg)
    wide, tall = (float(box[1]), float(box[2])) if box else (1.0, 0.0)
    return min(_COLUMN, _TALLEST * wide / tall) if wide > 0 and tall > 0 else _COLUMN


def _typeset(data: str, revised: dt.datetime, *, system_fonts: bool = False) -> bytes:
    import typst

    fonts = typst.Fonts(include_system_fonts=system_fonts, font_paths=[FOLDER])
    compiler = typst.Compiler(_template(), font_paths=fonts, sys_inputs={"data": data})
    made = compiler.compile(pdf_standards=["ua-1"], timestamp=revised.astimezone(dt.UTC).replace(microsecond=0))
    return made if isinstance(made, bytes) else b""


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _spelt(character: str) -> str:
    """A character in the letters of every font, within JSON: a backslash stands there twice."""
    point = ord(character)
    return f"\\\\u{point:04x}" if point <= 0xFFFF else f"\\\\U{point:08x}"


def _code(plan: Plan, library: Library, scope: Scope, options: Options) -> dict[str, object] | None:
    """The QR code at the end of the sheet, where one is wanted and the plan fits into it."""
    if not options.qr_on_paper:
        return None
    from planner.export.qr_code import printed_code

    try:
        code = printed_code(plan, library, scope, options)
    except DoesNotFit:
        return None
    return asdict(code)
