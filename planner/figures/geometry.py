"""Points, and the joints of a body as points."""

import math

from planner.model.figure import Figure, Joints, Point
from planner.model.skeleton import stand_ins


def complete(figure: Figure, joints: Joints) -> dict[str, Point]:
    """The joints of a pose with those that it may leave out: shoulders at the chest, hips at the pelvis."""
    whole = dict(joints)
    for name, root in stand_ins(figure.pair).items():
        whole.setdefault(name, joints[root])
    return whole


def lerp(start: Point, end: Point, share: float) -> Point:
    """The point that divides the way between two others."""
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def toward(start: Point, end: Point, distance: float) -> Point:
    """The point that lies so far from `start` on the way to `end`; behind it, if the distance is negative."""
    length = math.dist(start, end) or 1.0
    return lerp(start, end, distance / length)


def bend(start: Point, middle: Point, end: Point, share: float) -> Point:
    """A point of the curve (a parabola) that leaves a start, passes a middle half-way, and comes to an end."""
    first, second, third = (1 - share) * (1 - 2 * share), 4 * share * (1 - share), share * (2 * share - 1)
    return (
        start[0] * first + middle[0] * second + end[0] * third,
        start[1] * first + middle[1] * second + end[1] * third,
    )


def smooth(points: tuple[Point, ...], steps: int = 6) -> tuple[Point, ...]:
    """A smooth line through all the points (Catmull-Rom, with the ends doubled), so many steps from one to the next."""
    if len(points) < 3:
        return points
    padded = (points[0], *points, points[-1])
    found: list[Point] = [points[0]]
    for around in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        found.extend(_spline(around, step / steps) for step in range(1, steps + 1))
    return tuple(found)


def _spline(around: tuple[Point, Point, Point, Point], share: float) -> Point:
    square, cube = share * share, share * share * share
    weights = (
        (-cube + 2 * square - share) / 2,
        (3 * cube - 5 * square + 2) / 2,
        (-3 * cube + 4 * square + share) / 2,
        (cube - square) / 2,
    )
    x = sum(weight * point[0] for weight, point in zip(weights, around, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, around, strict=True))
    return (x, y)
