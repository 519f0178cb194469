"""A drawing as marks for paper: filled and outlined polygons and lines with their colours, in the order of painting.

A group is painted twice, first its outlines and then its insides, so that the shapes of a limb have one outline
together. Any writer that can fill a polygon and draw a line can draw a figure from this; SVG has a writer of its own.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.figures.primitives import Area, Blob, Drawing, Group, Line, Role, Shape, outline
from planner.model.figure import Point


class Ink(NamedTuple):
    """The colours of a role on paper, as `#rrggbb`."""

    inside: str
    line: str


PAPER: Mapping[Role, Ink] = {
    Role.BODY: Ink("#eceff3", "#3b434f"),
    Role.FAR: Ink("#f7f8fa", "#9aa3b0"),
    Role.WORKING: Ink("#dd7a35", "#3b434f"),
    Role.PROP: Ink("#dfe3e8", "#8a94a2"),
    Role.GHOST: Ink("#ffffff", "#a9b2bd"),
    Role.ARROW: Ink("#1d4f91", "#1d4f91"),
}
"""Told apart in black and white as well: the working part is the only middle grey, arrows are nearly black."""

FAR_WORKING = Ink("#f3cdb0", "#9aa3b0")
"""A working part that is further away."""

OUTLINE = 0.011
"""How far the outline of a body reaches beyond it, in body lengths."""

DASH = 0.03
"""Dashes of the ghost, and the gaps between them, in body lengths."""


class Polygon(NamedTuple):
    """A filled polygon."""

    points: tuple[Point, ...]
    colour: str


class Polyline(NamedTuple):
    """A line through points, closed or open, with round ends and corners; `width` is in body lengths."""

    points: tuple[Point, ...]
    width: float
    colour: str
    closed: bool = False
    dashed: bool = False


Mark = Polygon | Polyline


def ink_of(group: Group) -> Ink:
    """The colours of a group on paper."""
    return FAR_WORKING if group.far and group.role is Role.WORKING else PAPER[group.role]


def marks(drawing: Drawing) -> tuple[Mark, ...]:
    """Everything to paint, one after the other, in body lengths, y up."""
    return tuple(mark for group in drawing.groups for mark in _of_group(group))


def _of_group(group: Group) -> Iterator[Mark]:
    ink = ink_of(group)
    for shape in group.shapes:
        yield from _outlined(shape, ink, group.outlined)
    for shape in group.shapes:
        if not isinstance(shape, Line):
            yield Polygon(_points(shape), ink.inside)


def _outlined(shape: Shape, ink: Ink, dashed: bool) -> Iterator[Mark]:
    if isinstance(shape, Line):
        yield Polyline(shape.points, shape.width, ink.line)
    elif isinstance(shape, Blob):
        yield Polyline(_points(shape), 2 * OUTLINE, ink.line, closed=True, dashed=dashed)


def _points(shape: Blob | Area) -> tuple[Point, ...]:
    return outline(shape) if isinstance(shape, Blob) else shape.points
