"""What is beside the body: floor, mat, pillow, towel, chair, wall, water."""

import math
from collections.abc import Callable, Mapping

from planner.figures.primitives import Area, Blob, Box, Circle, Line, Shape
from planner.model.figure import Joints, Place, Point, Prop, PropKind

LINE_WIDTH = 0.012
THICKNESS: Mapping[PropKind, float] = {
    PropKind.MAT: 0.028,
    PropKind.PILLOW: 0.075,
    PropKind.TOWEL: 0.024,
    PropKind.CHAIR: 0.030,
    PropKind.WALL: 0.030,
}
"""How thick things are where the figure does not say, in body lengths."""

WAVE_LENGTH, WAVE_HEIGHT = 0.22, 0.026


def prop_shapes(prop: Prop, joints: Joints, box: Box) -> tuple[Shape, ...]:
    """The shapes of one prop beside a body. The floor runs from one side of the box to the other."""
    if prop.kind is PropKind.FLOOR:
        return (Line(((box.left, 0.0), (box.right, 0.0)), LINE_WIDTH),)
    thickness = prop.thickness or THICKNESS.get(prop.kind, LINE_WIDTH)
    return _DRAWN[prop.kind]([place_of(place, joints) for place in prop.places], thickness)


def place_of(place: Place, joints: Joints) -> Point:
    """Where a place is: a point, or the middle of some joints."""
    points = [joints[name] for name in place if isinstance(name, str)]
    if points:
        return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    x, y = place
    return (float(x), float(y))


def _mat(places: list[Point], thickness: float) -> tuple[Shape, ...]:
    if len(places) > 2:
        return (Line((*places, places[0]), LINE_WIDTH),)
    (left, top), (right, _) = places
    return (Area(((left, top), (right, top), (right, top - thickness), (left, top - thickness))),)


def _pillow(places: list[Point], thickness: float) -> tuple[Shape, ...]:
    return (Blob(tuple(Circle(x, y, thickness / 2) for x, y in places)),)


def _band(places: list[Point], thickness: float) -> tuple[Shape, ...]:
    return (Line(tuple(places), thickness),)


def _chair(places: list[Point], thickness: float) -> tuple[Shape, ...]:
    front, back, top = places
    legs = (Line(((x, y), (x, 0.0)), thickness * 0.6) for x, y in (front, back))
    return (Line((front, back, top), thickness), *legs)


def _water(places: list[Point], thickness: float) -> tuple[Shape, ...]:
    (left, level), (right, _) = places
    steps = max(8, round(abs(right - left) / WAVE_LENGTH * 8))
    points = []
    for step in range(steps + 1):
        x = left + (right - left) * step / steps
        points.append((x, level + WAVE_HEIGHT * math.sin(math.tau * (x - left) / WAVE_LENGTH)))
    return (Line(tuple(points), thickness),)


_DRAWN: Mapping[PropKind, Callable[[list[Point], float], tuple[Shape, ...]]] = {
    PropKind.MAT: _mat,
    PropKind.PILLOW: _pillow,
    PropKind.TOWEL: _band,
    PropKind.CHAIR: _chair,
    PropKind.WALL: _band,
    PropKind.WATER: _water,
}
