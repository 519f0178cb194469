"""All figures of a library on one sheet, as SVG: each as it is on paper, and as it is in a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from planner.figures.cells import Picture, Size
from planner.figures.drawing import still, stills_drawing
from planner.figures.primitives import Role
from planner.figures.svg import svg_box, svg_groups
from planner.model.figure import Figure
from planner.model.terms import Side

COLUMNS = 3
CARD, TITLE, PAPER, GAP = 420, 34, 190, 18
"""The width of a card, and the heights of its title and drawing; pixels."""

SCREEN = Size(40, 12)
DOT = CARD / SCREEN.columns / 2
BACKGROUND, SHEET, PAGE, WORDS = "#14171c", "#e6e9ee", "#ffffff", "#2b323c"
SCREEN_COLOURS: Mapping[Role, str] = {
    Role.BODY: "#d8dce4",
    Role.FAR: "#8b94a3",
    Role.WORKING: "#f2a154",
    Role.PROP: "#6c7583",
    Role.GHOST: "#6c7583",
    Role.ARROW: "#74b9ff",
}
FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


class Entry(NamedTuple):
    """A figure of the sheet, under a title."""

    title: str
    figure: Figure
    side: Side | None = None


def contact_sheet(entries: Iterable[Entry]) -> str:
    """The sheet as an SVG document. The same entries give the same text, byte for byte."""
    cards = list(entries)
    rows = -(-len(cards) // COLUMNS)
    height = TITLE + PAPER + SCREEN.rows * 4 * DOT
    wide, high = GAP + COLUMNS * (CARD + GAP), GAP + rows * (height + GAP)
    found = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}">',
        f'<rect width="{wide:g}" height="{high:g}" fill="{SHEET}"/>',
    ]
    for number, entry in enumerate(cards):
        left, top = GAP + number % COLUMNS * (CARD + GAP), GAP + number // COLUMNS * (height + GAP)
        found.append(f'<g transform="translate({left:g} {top:g})">')
        found.extend(_card(entry, height))
        found.append("</g>")
    return "\n".join([*found, "</svg>", ""])


def _card(entry: Entry, height: float) -> Iterator[str]:
    words = escape(entry.figure.words(entry.side))
    yield f'<rect width="{CARD}" height="{height:g}" rx="8" fill="{PAGE}"/><title>{words}</title>'
    yield f'<text x="14" y="23" font-family="{FONT}" font-size="15" fill="{WORDS}">{escape(entry.title)}</text>'
    box, drawing = stills_drawing(entry.figure, entry.side, 3)
    view = " ".join(f"{number:.0f}" for number in svg_box(box))
    yield f'<svg x="14" y="{TITLE}" width="{CARD - 28}" height="{PAPER - 12}" viewBox="{view}">'
    yield f"{svg_groups(drawing)}</svg>"
    yield f'<g transform="translate(0 {TITLE + PAPER})">'
    screen = SCREEN.rows * 4 * DOT
    yield f'<path d="M0 0h{CARD}v{screen - 8:g}a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8Z" fill="{BACKGROUND}"/>'
    yield from _dots(still(entry.figure, SCREEN, entry.side))
    yield "</g>"


_DOT_PLACES = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Column and row of the dots of a braille character, by the bits of its code."""


def _dots(picture: Picture) -> Iterator[str]:
    """The dots of a braille picture as round points, so that they do not depend on a font."""
    points: dict[Role, list[str]] = {}
    for row, cells in enumerate(picture.cells):
        for column, (character, role) in enumerate(cells):
            if role is not None:
                points.setdefault(role, []).extend(_cell_dots(ord(character) - 0x2800, column, row))
    for role, found in points.items():
        colour = SCREEN_COLOURS[role]
        yield (
            f'<path d="{"".join(found)}" transform="scale({DOT:g}) translate(.5 .5)" fill="none" stroke="{colour}"'
            ' stroke-width=".72" stroke-linecap="round"/>'
        )


def _cell_dots(bits: int, column: int, row: int) -> Iterator[str]:
    for bit, (across, down) in enumerate(_DOT_PLACES):
        if bits >> bit & 1:
            yield f"M{2 * column + across} {4 * row + down}h0"
