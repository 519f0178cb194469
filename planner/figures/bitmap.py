"""Dots in rows: each row of a bitmap is one whole number, whose bit x is the dot in column x.

Shapes come in as circles and points, y down, with the middle of the first dot at (0.5, 0.5) and columns 1 apart. Rows
may be further apart (`pitch`), as the halves of a character cell are. What is outside is cut off.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from planner.figures.primitives import Circle
from planner.model.figure import Point

Rows = list[int]


class Bitmap:
    """A canvas of dots that can be drawn on."""

    __slots__ = ("height", "pitch", "rows", "width")

    def __init__(self, width: int, height: int, pitch: float = 1.0) -> None:
        self.width = width
        self.height = height
        self.pitch = pitch
        self.rows: Rows = [0] * height

    def span(self, row: int, left: float, right: float) -> None:
        """Set the dots of a row whose middles lie between two places."""
        first = max(0, math.ceil(left - 0.5))
        last = min(self.width - 1, math.floor(right - 0.5))
        if last >= first:
            self.rows[row] |= ((1 << (last - first + 1)) - 1) << first

    def dot(self, column: int, row: int) -> None:
        """Set one dot, where there is one."""
        if 0 <= column < self.width and 0 <= row < self.height:
            self.rows[row] |= 1 << column

    def blob(self, circles: Sequence[Circle]) -> None:
        """Fill the tight band around some circles."""
        hulls = list(combinations(circles, 2)) if len(circles) > 1 else [(circles[0], circles[0])]
        edges = [edge for first, second in hulls for edge in tangents(first, second)]
        top = min(circle.y - circle.radius for circle in circles)
        bottom = max(circle.y + circle.radius for circle in circles)
        for row in self._rows_between(top, bottom):
            y = (row + 0.5) * self.pitch
            crossings = list(_crossings(circles, edges, y))
            if crossings:
                self.span(row, min(crossings), max(crossings))

    def area(self, points: Sequence[Point]) -> None:
        """Fill a polygon. One that is so flat that it lies between two rows is a line."""
        edges = list(pairwise((*points, points[0])))
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        rows = self._rows_between(top, bottom)
        if not rows:
            middle = (top + bottom) / 2
            self._thin((min(x for x, _ in points), middle), (max(x for x, _ in points), middle))
        for row in rows:
            y = (row + 0.5) * self.pitch
            crossings = sorted(_crossing(edge, y) for edge in edges if (edge[0][1] <= y) != (edge[1][1] <= y))
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                self.span(row, left, right)

    def line(self, points: Sequence[Point], width: float) -> None:
        """Draw a line: one dot wide and without a gap where it is thin, a band with round ends where it is not."""
        for start, end in pairwise(points):
            if width < 1.5 * self.pitch:
                self._thin(start, end)
            else:
                self.blob((Circle(*start, width / 2), Circle(*end, width / 2)))

    def _thin(self, start: Point, end: Point) -> None:
        """One dot for each step along the longer way, so that a slope stays an even staircase."""
        x, y = start[0], start[1] / self.pitch
        across, down = end[0] - x, end[1] / self.pitch - y
        steps = max(1, math.ceil(max(abs(across), abs(down))))
        for step in range(steps + 1):
            self.dot(math.floor(x + across * step / steps), math.floor(y + down * step / steps))

    def _rows_between(self, top: float, bottom: float) -> range:
        first = math.ceil(top / self.pitch - 0.5)
        last = math.floor(bottom / self.pitch - 0.5)
        return range(max(0, first), min(self.height - 1, last) + 1)


Edge = tuple[Point, Point]


def tangents(first: Circle, second: Circle) -> Iterator[Edge]:
    """The two lines that touch both circles from outside; none where one circle holds the other."""
    across, down = second.x - first.x, second.y - first.y
    distance = math.hypot(across, down)
    if distance <= abs(first.radius - second.radius) or not distance:
        return
    across, down = across / distance, down / distance
    lean = (first.radius - second.radius) / distance
    rise = math.sqrt(1 - lean * lean)
    for sign in (rise, -rise):
        x, y = across * lean - down * sign, down * lean + across * sign
        yield (
            (first.x + first.radius * x, first.y + first.radius * y),
            (second.x + second.radius * x, second.y + second.radius * y),
        )


def _crossing(edge: Edge, y: float) -> float:
    (x0, y0), (x1, y1) = edge
    return x0 + (x1 - x0) * (y - y0) / (y1 - y0)


def _crossings(circles: Iterable[Circle], edges: Iterable[Edge], y: float) -> Iterator[float]:
    for x, middle, radius in circles:
        reach = radius * radius - (y - middle) ** 2
        if reach > 0:
            half = math.sqrt(reach)
            yield x - half
            yield x + half
    for edge in edges:
        if (edge[0][1] <= y) != (edge[1][1] <= y):
            yield _crossing(edge, y)


def grown(rows: Rows, width: int) -> Rows:
    """The dots and all that touch them, corners included."""
    full = (1 << width) - 1
    wide = [(row | row << 1 | row >> 1) & full for row in rows]
    return [above | row | below for above, row, below in zip([0, *wide], wide, [*wide[1:], 0], strict=False)]


def shrunk(rows: Rows) -> Rows:
    """The dots that have a dot on all four sides."""
    return [
        above & row & below & row << 1 & row >> 1
        for above, row, below in zip([0, *rows], rows, [*rows[1:], 0], strict=False)
    ]


def edge(rows: Rows) -> Rows:
    """The dots along the border of what is filled."""
    return [row & ~inner for row, inner in zip(rows, shrunk(rows), strict=True)]


def without(rows: Rows, other: Rows) -> Rows:
    """The dots that the other does not have."""
    return [row & ~cut for row, cut in zip(rows, other, strict=True)]


def together(rows: Rows, other: Rows) -> Rows:
    """The dots that either has."""
    return [row | more for row, more in zip(rows, other, strict=True)]


def both(rows: Rows, other: Rows) -> Rows:
    """The dots that both have."""
    return [row & also for row, also in zip(rows, other, strict=True)]
