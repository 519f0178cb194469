"""Figures as lines of pieces, and which figure shows what is on the screen."""

from collections.abc import Mapping, Sequence

from planner.figures.cells import Picture, Script, Size
from planner.figures.drawing import still
from planner.figures.primitives import Role
from planner.model import Side, Variant
from planner.model.figure import Figure
from planner.tui.widgets.ink import Line, Piece

ROLES = {
    Role.BODY: "",
    Role.FAR: "muted",
    Role.WORKING: "side",
    Role.PROP: "muted",
    Role.GHOST: "muted",
    Role.ARROW: "place",
}
"""How the roles of a picture look: the working part in the colour of the working side, arrows in that of places."""


def picture_lines(picture: Picture, indent: str = "") -> list[Line]:
    """A picture as lines; each run of one role is one piece."""
    lines: list[Line] = []
    for row in picture.cells:
        pieces: list[Piece] = [(indent, "")]
        text, role = "", ""
        for cell in row:
            now = ROLES[cell.role] if cell.role else role
            if now != role:
                pieces.append((text, role))
                text, role = "", now
            text += cell.character
        pieces.append((text.rstrip(), role))
        lines.append(pieces)
    return lines


def still_lines(figure: Figure, columns: int, rows: int, side: Side | None, indent: str = "") -> Sequence[Line]:
    """The picture at rest, in so many cells."""
    return picture_lines(still(figure, Size(columns, rows), side, script=Script.BRAILLE), indent)


def figure_of(figures: Mapping[str, Figure], variant: Variant) -> Figure | None:
    """The figure that shows a variant, where there is one."""
    return figures.get(variant.figure or "")
