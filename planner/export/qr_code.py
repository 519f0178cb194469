"""The plan as a QR code: shown in a terminal, or printed on a sheet, to be carried to a phone."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import frozen

from planner.export.compact_text import compact_text
from planner.export.errors import DoesNotFit
from planner.export.options import Options, QrContent
from planner.export.scope import Scope
from planner.model import Library, Plan

if TYPE_CHECKING:
    from segno import QRCode

MOST_BYTES = 2953
"""What the largest QR code holds, with the least error correction (ISO/IEC 18004, version 40-L)."""

QUIET_ZONE = 4
"""Empty modules around a code, without which readers may not find it (ISO/IEC 18004)."""

NARROW_ZONE = 2
"""What most readers still make do with, where a terminal has no room for more."""

MODULE = 0.45
"""Millimetres of one module on paper: a phone reads it from a hand's breadth away."""

LARGEST_ON_PAPER = 70
"""Millimetres."""

_HALVES = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
"""Two modules above each other, dark or not, in letters that are light on a dark ground."""


@frozen
class PrintedCode:
    """A QR code for a sheet of paper."""

    svg: str
    size: float
    """Its width and height in millimetres."""
    alternative: str
    words: str
    """What stands beside it."""


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The code in half blocks, light letters on a dark ground, two modules to a letter.

    Raises DoesNotFit, with the sizes, for a plan that no QR code holds, and for a code that is larger than the
    terminal of `options.columns` and `options.rows`.
    """
    code = _code(plan, library, scope, options)
    zone = QUIET_ZONE
    if not _fits(code, zone, options):
        zone = NARROW_ZONE
    if not _fits(code, zone, options):
        raise DoesNotFit(
            f"the QR code needs {_columns(code, zone)} columns and {_rows(code, zone)} rows, and the terminal has "
            f"{options.columns} and {options.rows}: make its letters smaller, choose one day or one session, or export "
            "pdf, which has the code in it"
        )
    lines = (_line(upper, lower) for upper, lower in _pairs(code, zone))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def printed_code(plan: Plan, library: Library, scope: Scope, options: Options) -> PrintedCode:
    """The code for a sheet. Raises DoesNotFit where it would be larger than `LARGEST_ON_PAPER`."""
    code = _code(plan, library, scope, options)
    size = MODULE * (code.symbol_size(border=0)[0] + 2 * QUIET_ZONE)
    if size > LARGEST_ON_PAPER:
        raise DoesNotFit(f"the QR code would be {size:.0f} mm wide on paper; at most {LARGEST_ON_PAPER} are printed")
    drawn = BytesIO()
    code.save(drawn, kind="svg", border=QUIET_ZONE, xmldecl=False, svgns=True, omitsize=True, light="#ffffff")
    calendar = options.qr_content is QrContent.CALENDAR
    what = "the sessions for your calendar" if calendar else "the plan as text"
    return PrintedCode(
        svg=drawn.getvalue().decode("utf-8"),
        size=round(size, 2),
        alternative=f"QR code with {what}",
        words=f"Point the camera of your phone at this code to get {what}.",
    )


def _code(plan: Plan, library: Library, scope: Scope, options: Options) -> "QRCode":
    import segno

    if options.qr_content is QrContent.CALENDAR:
        from planner.export.calendar_file import render_compact

        content = render_compact(plan, library, scope, options)
    else:
        content = compact_text(plan, library, scope).encode("utf-8")
    if len(content) > MOST_BYTES:
        raise DoesNotFit(
            f"this takes {len(content):,} bytes, and a QR code holds {MOST_BYTES:,}: choose one day or one session"
        )
    return segno.make(content, error="l", mode="byte", micro=False, boost_error=False)


def _columns(code: "QRCode", zone: int) -> int:
    return int(code.symbol_size(border=zone)[0])


def _rows(code: "QRCode", zone: int) -> int:
    return (int(code.symbol_size(border=zone)[1]) + 1) // 2


def _fits(code: "QRCode", zone: int, options: Options) -> bool:
    wide = options.columns is None or _columns(code, zone) <= options.columns
    return wide and (options.rows is None or _rows(code, zone) <= options.rows)


def _pairs(code: "QRCode", zone: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The rows of modules, two by two; below an odd one there is a light row."""
    rows = [bytes(row) for row in code.matrix_iter(border=zone)]
    if len(rows) % 2:
        rows.append(bytes(len(rows[0])))
    return zip(rows[::2], rows[1::2], strict=True)


def _line(upper: Sequence[int], lower: Sequence[int]) -> str:
    return "".join(_HALVES[bool(above), bool(below)] for above, below in zip(upper, lower, strict=True))
