"""Pieces of text with a role, and how they become a line of the screen.

A role says what a piece of text is ("muted", "side"), never how it looks; the style sheet gives each role its style.
Foreign text goes to the screen this way only, so that nothing in it is ever read as markup.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, str]
"""A text and its role, or several roles with spaces between them. The empty role is plain text."""

Line = Sequence[Piece]
"""What stands on one line, from left to right."""

ROLES = frozenset(
    {
        "ink--muted",
        "ink--strong",
        "ink--place",
        "ink--side",
        "ink--warning",
        "ink--heading",
        "ink--cursor",
        "ink--cell",
        "ink--key",
    }
)
"""The component classes of a screen with widgets that are drawn from pieces."""

ELLIPSIS = "…"


def width_of(line: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)


def fit(text: str, width: int) -> str:
    """The text in exactly this many cells: cut with an ellipsis, or filled up with spaces."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + ELLIPSIS


def shorten(text: str, width: int) -> str:
    """The text in at most this many cells."""
    return text if cell_len(text) <= width else fit(text, width)


def accented(text: str, phrase: str, role: str = "") -> list[Piece]:
    """The text with a phrase of it in the colour of the working side."""
    before, found, after = text.partition(phrase) if phrase else (text, "", "")
    return [(before, role), (found, f"{role} side".lstrip()), (after, role)]


def cut(line: Line, width: int) -> list[Piece]:
    """As much of a line as fits, the last piece cut with an ellipsis."""
    pieces: list[Piece] = []
    left = width
    for text, role in line:
        if left <= 0:
            break
        pieces.append((shorten(text, left), role))
        left -= cell_len(text)
    return pieces


def spread(left: Line, right: Line, width: int) -> list[Piece]:
    """One line with something at each end; the left end gives way when both do not fit."""
    room = width - width_of(right)
    if room < 4:
        return cut(left, width)
    kept = cut(left, room - 1)
    return [*kept, (" " * (room - width_of(kept)), ""), *right]


def wrap(text: str, width: int, role: str = "", indent: str = "", hanging: str | None = None) -> list[Line]:
    """A text broken at spaces into lines of at most `width` cells.

    `indent` stands before the first line, `hanging` (the same number of spaces, unless given) before the others.
    """
    after = " " * cell_len(indent) if hanging is None else hanging
    lines: list[Line] = []
    prefix, words = indent, ""
    room = width - cell_len(after)
    for word in (part for whole in text.split() for part in _broken(whole, room)):
        longer = f"{words} {word}" if words else word
        if words and cell_len(prefix) + cell_len(longer) > width:
            lines.append([(prefix, ""), (words, role)])
            prefix, words = after, word
        else:
            words = longer
    lines.append([(prefix, ""), (words, role)])
    return lines


def _broken(word: str, width: int) -> list[str]:
    """A word in pieces that fit: only what is longer than a line, such as a path, is broken."""
    pieces: list[str] = []
    while width > 0 and cell_len(word) > width:
        head = set_cell_size(word, width).rstrip() or word[0]
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word]


def strip(widget: Widget, line: Line, width: int, base: Style) -> Strip:
    """Draw a line in the styles of a widget that has the roles, on a base style, in exactly `width` cells."""
    segments = [Segment(text, base + _style(widget, role) if role else base) for text, role in line if text]
    return Strip(segments).adjust_cell_length(width, base)


def _style(widget: Widget, roles: str) -> Style:
    """The style of one or several roles, the last one over the others."""
    styles = [widget.get_component_rich_style(f"ink--{role}", partial=True) for role in roles.split()]
    return Style.combine(styles)


def joined(parts: Iterable[str], separator: str = " · ") -> str:
    """The parts that are not empty, with a mark between them."""
    return separator.join(part for part in parts if part)
