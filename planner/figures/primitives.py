"""What a figure is drawn from: a few vector shapes in body lengths, in groups from the back to the front.

One drawing serves braille dots, blocks, plain letters, SVG and PDF.
"""

import math
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise, permutations
from typing import NamedTuple, TypeAlias

from planner.model.figure import Point


class Role(StrEnum):
    """What a shape, or a cell of a picture, stands for. Screens and style sheets give each a colour."""

    BODY = "body"
    FAR = "far"
    """Limbs on the far side of the body."""
    WORKING = "working"
    """The part that moves."""
    PROP = "prop"
    GHOST = "ghost"
    """Where the body started."""
    ARROW = "arrow"
    """Which way it moves, and the signs for holding and repeating."""


class Circle(NamedTuple):
    """A circle: middle and radius."""

    x: float
    y: float
    radius: float


class Blob(NamedTuple):
    """A filled shape: the tight band around some circles. One is a disc, two are a limb that tapers."""

    circles: tuple[Circle, ...]


class Line(NamedTuple):
    """A line through points, with round ends. `width` is in body lengths; a dashed one is fainter."""

    points: tuple[Point, ...]
    width: float
    dashed: bool = False


class Area(NamedTuple):
    """A filled polygon."""

    points: tuple[Point, ...]


Shape: TypeAlias = Blob | Line | Area


class Group(NamedTuple):
    """Shapes that are one thing to the eye, such as a leg: they have one outline, and hide what is behind them."""

    name: str
    role: Role
    shapes: tuple[Shape, ...]
    far: bool = False
    """Drawn fainter, whatever its role."""
    outlined: bool = False
    """Only the outline is drawn, and nothing is hidden."""
    ground: bool = False
    """What the body stands or lies on."""


class Drawing(NamedTuple):
    """Groups from the back to the front."""

    groups: tuple[Group, ...]

    def moved(self, across: float, up: float) -> "Drawing":
        """The same drawing somewhere else."""
        return Drawing(
            tuple(
                group._replace(shapes=tuple(moved_shape(shape, across, up) for shape in group.shapes))
                for group in self.groups
            )
        )


def disc(centre: Point, radius: float) -> Blob:
    """A round blob."""
    return Blob((Circle(*centre, radius),))


def taper(start: Point, start_radius: float, end: Point, end_radius: float) -> Blob:
    """A limb: wide at one end, narrow at the other, both ends round."""
    return Blob((Circle(*start, start_radius), Circle(*end, end_radius)))


class Box(NamedTuple):
    """The smallest upright rectangle around something."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


def shape_circles(shape: Shape) -> Iterable[Circle]:
    """Circles that reach as far as the shape does, in every direction."""
    if isinstance(shape, Blob):
        return shape.circles
    radius = shape.width / 2 if isinstance(shape, Line) else 0.0
    return [Circle(x, y, radius) for x, y in shape.points]


def box_around(shapes: Iterable[Shape]) -> Box:
    """The box around shapes. Raises ValueError where there are none."""
    circles = [circle for shape in shapes for circle in shape_circles(shape)]
    return Box(
        min(x - radius for x, _, radius in circles),
        min(y - radius for _, y, radius in circles),
        max(x + radius for x, _, radius in circles),
        max(y + radius for _, y, radius in circles),
    )


def drawing_box(drawing: Drawing) -> Box:
    """The box around everything in a drawing."""
    return box_around(shape for group in drawing.groups for shape in group.shapes)


def mirrored_shape(shape: Shape) -> Shape:
    """A shape as a mirror on the y axis shows it."""
    if isinstance(shape, Blob):
        return Blob(tuple(Circle(-x, y, radius) for x, y, radius in shape.circles))
    return shape._replace(points=tuple((-x, y) for x, y in shape.points))


def mirrored(drawing: Drawing) -> Drawing:
    """A drawing as a mirror on the y axis shows it: what is on the left is on the right."""
    return Drawing(tuple(group._replace(shapes=tuple(map(mirrored_shape, group.shapes))) for group in drawing.groups))


def mirrored_box(box: Box) -> Box:
    """A box as a mirror on the y axis shows it."""
    return Box(-box.right, box.bottom, -box.left, box.top)


def moved_shape(shape: Shape, across: float, up: float) -> Shape:
    """A shape somewhere else."""
    if isinstance(shape, Blob):
        return Blob(tuple(Circle(x + across, y + up, radius) for x, y, radius in shape.circles))
    return shape._replace(points=tuple((x + across, y + up) for x, y in shape.points))


class Arc(NamedTuple):
    """A part of the outline of a blob: from one angle (in radians) to a larger one around a circle."""

    circle: Circle
    start: float
    end: float

    def point(self, angle: float) -> Point:
        """The point of the circle at an angle."""
        x, y, radius = self.circle
        return (x + radius * math.cos(angle), y + radius * math.sin(angle))


def hull(blob: Blob) -> tuple[Arc, ...]:
    """The outline of a blob, anticlockwise: arcs, with straight lines from each to the next."""
    if len(blob.circles) == 1:
        return (Arc(blob.circles[0], 0.0, math.tau),)
    breaks = sorted({0.0, *(angle for pair in permutations(blob.circles, 2) for angle in _breaks(*pair))})
    runs: list[Arc] = []
    for start, end in pairwise((*breaks, math.tau)):
        if end - start > _TINY:
            outer = _outermost(blob.circles, (start + end) / 2)
            if runs and runs[-1].circle == outer:
                runs[-1] = runs[-1]._replace(end=end)
            else:
                runs.append(Arc(outer, start, end))
    if len(runs) > 1 and runs[0].circle == runs[-1].circle:
        runs[0] = runs[0]._replace(start=runs[-1].start - math.tau)
        runs.pop()
    return tuple(runs)


_TINY = 1e-9


def _outermost(circles: Iterable[Circle], angle: float) -> Circle:
    across, up = math.cos(angle), math.sin(angle)
    return max(circles, key=lambda circle: circle.x * across + circle.y * up + circle.radius)


def _breaks(first: Circle, second: Circle) -> Iterable[float]:
    """The angles at which one circle reaches as far out as the other."""
    distance = math.hypot(second.x - first.x, second.y - first.y)
    if distance <= abs(first.radius - second.radius):
        return ()
    middle = math.atan2(second.y - first.y, second.x - first.x)
    half = math.acos((first.radius - second.radius) / distance)
    return ((middle + half) % math.tau, (middle - half) % math.tau)


def outline(blob: Blob, step: float = math.pi / 12) -> tuple[Point, ...]:
    """The outline of a blob as a polygon, for writers that know no round shapes; `step` is in radians."""
    points: list[Point] = []
    for arc in hull(blob):
        count = max(1, math.ceil((arc.end - arc.start) / step))
        points.extend(arc.point(arc.start + (arc.end - arc.start) * number / count) for number in range(count + 1))
    return tuple(points)
