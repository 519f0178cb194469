"""A drawing painted with dots: one layer for each group, from the back to the front.

The body is an outline, the part that works is filled, what is further away is dotted: that can be told apart without
colours. Each group clears one dot around itself out of what is behind it, so that limbs which cross stay apart.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from planner.figures.bitmap import Bitmap, Rows, both, edge, grown, together, without
from planner.figures.primitives import Blob, Box, Circle, Drawing, Group, Line, Role, Shape
from planner.model.figure import Point

THINNEST = 0.55
"""The smallest radius of a limb, in rows of dots: less would leave gaps."""


APART = 18.0
"""A body of fewer rows of dots than this has none to spare for the gaps between its parts."""


class Canvas(NamedTuple):
    """A grid of dots."""

    width: int
    height: int
    pitch: float = 1.0
    """How far rows are apart, in columns."""
    filled: bool = False
    """Whether all of the body is filled, not only the part that works."""


class Placing(NamedTuple):
    """From body lengths to dots."""

    scale: float
    """Dots of one body length."""
    x: float
    y: float
    """Where the origin of the figure is."""

    def point(self, point: Point) -> Point:
        """A point in dots, y down."""
        return (self.x + point[0] * self.scale, self.y - point[1] * self.scale)


class Layer(NamedTuple):
    """The dots of one role."""

    role: Role
    rows: Rows
    ground: bool = False
    """What the body lies or stands on: that clears no dots around itself out of it."""


CELL = 4
"""Dots down a character cell, where they are as far apart as across."""

WORTH_A_ROW = 0.94
"""A row of cells for the floor alone may cost so much of the size."""


def place(box: Box, left: float, top: float, width: float, height: float, *, grounded: bool = False) -> Placing:
    """Fit a box into a rectangle of dots: as large as it goes, in the middle.

    If it is grounded, the floor (y = 0) begins a row of cells where that costs little, so that feet and floor need not
    share a colour.
    """
    scale = min(width / box.width, height / box.height)
    across = left + width / 2
    floor = top + (height - box.height * scale) / 2 + box.top * scale
    if grounded and box.bottom <= 0 < box.top:
        cell = math.floor(min(floor + 0.5, top + height - 1) / CELL) * CELL
        smaller = min(scale, (cell - top) / box.top)
        if smaller >= scale * WORTH_A_ROW:
            scale, floor = smaller, cell
    return Placing(scale, across - (box.left + box.right) / 2 * scale, floor)


def paint(drawing: Drawing, placing: Placing, canvas: Canvas) -> list[Layer]:
    """The layers of a drawing, from the back to the front; no dot of the body is in two of them."""
    layers: list[Layer] = []
    for group in drawing.groups:
        rows = mask(group.shapes, placing, canvas)
        if not group.outlined:
            around = grown(rows, canvas.width) if placing.scale >= APART * canvas.pitch else rows
            layers = [layer._replace(rows=without(layer.rows, rows if layer.ground else around)) for layer in layers]
        layers.append(Layer(group.role, _textured(group, rows, canvas), group.ground))
    return layers


def _textured(group: Group, rows: Rows, canvas: Canvas) -> Rows:
    """What is shown of a filled shape: all of it, its outline, or every second dot."""
    if group.outlined:
        return both(edge(rows), _dotted(canvas))
    if canvas.filled:
        return rows
    if group.far:
        return both(edge(rows) if group.role is Role.FAR else rows, _dotted(canvas))
    if group.role is Role.PROP:
        return together(edge(rows), both(rows, _dotted(canvas)))
    return edge(rows) if group.role is Role.BODY else rows


def _dotted(canvas: Canvas) -> Rows:
    """Every second dot, on slopes as well: rows change their beat two by two."""
    even = int("01" * (canvas.width // 2 + 1), 2)
    full = (1 << canvas.width) - 1
    return [(even << (row >> 1) % 2) & full for row in range(canvas.height)]


def mask(shapes: Iterable[Shape], placing: Placing, canvas: Canvas) -> Rows:
    """The dots that shapes cover, all filled."""
    bitmap = Bitmap(canvas.width, canvas.height, canvas.pitch)
    scale, left, top = placing
    thinnest = THINNEST * canvas.pitch
    for shape in shapes:
        if isinstance(shape, Blob):
            bitmap.blob(
                [
                    Circle(left + x * scale, top - y * scale, max(radius * scale, thinnest))
                    for x, y, radius in shape.circles
                ]
            )
        elif isinstance(shape, Line):
            bitmap.line([placing.point(point) for point in shape.points], shape.width * scale)
        else:
            bitmap.area([placing.point(point) for point in shape.points])
    return bitmap.rows
