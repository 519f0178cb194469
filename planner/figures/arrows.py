"""Arrows for the movement, and the sign for holding.

`finest` is everywhere the smallest thing that can be seen, in body lengths: a dot on a screen, nothing on paper. Arrows
and signs do not get finer than that.
"""

import math
from itertools import pairwise

from planner.figures.geometry import smooth
from planner.figures.primitives import Area, Line, Shape
from planner.model.figure import Path, Point

SHAFT = 0.020
HEAD_LENGTH, HEAD_HALF = 0.075, 0.042
CLOCK = 0.058
"""Body lengths."""

COARSE = 1 / 38
"""A body of fewer dots than this has no room for a ghost, a clock, or a large head on an arrow."""

_FINE_HEAD, _COARSE_HEAD = (5.0, 3.0), (3.0, 1.9)
"""The least length and half width of an arrow's head, in dots."""


def is_coarse(finest: float) -> bool:
    """Whether there is room for the most important things only."""
    return finest > COARSE


def arrow(path: Path, finest: float, both_ways: bool) -> tuple[Shape, ...]:
    """An arrow along a path, with a head at its end, or at both. A loop has one head, always."""
    line = list(smooth(path))
    length, half = _COARSE_HEAD if is_coarse(finest) else _FINE_HEAD
    length, half = max(HEAD_LENGTH, length * finest), max(HEAD_HALF, half * finest)
    heads = [_head(line, length, half)]
    if both_ways and not is_loop(path):
        line.reverse()
        heads.append(_head(line, length, half))
    return (Line(tuple(line), max(SHAFT, finest)), *heads)


def is_loop(path: Path) -> bool:
    """Whether a path goes round, and all but meets itself."""
    length = sum(math.dist(start, end) for start, end in pairwise(path))
    return len(path) > 3 and math.dist(path[0], path[-1]) < length * 0.3


def _head(line: list[Point], length: float, half: float) -> Area:
    """The head at the end of a line, which is cut back to end inside the head."""
    tip = line[-1]
    while len(line) > 1 and math.dist(line[-1], tip) < length:
        line.pop()
    distance = math.dist(line[-1], tip) or 1.0
    across, up = (tip[0] - line[-1][0]) / distance, (tip[1] - line[-1][1]) / distance
    foot = (tip[0] - across * length, tip[1] - up * length)
    line.append((tip[0] - across * length * 0.6, tip[1] - up * length * 0.6))
    return Area((tip, (foot[0] - up * half, foot[1] + across * half), (foot[0] + up * half, foot[1] - across * half)))


def hold_sign(centre: Point, finest: float, held: float | None = None) -> tuple[Shape, ...]:
    """The sign for a hold: a clock, or where there is no room for one, the two bars that stand for a pause.

    While the hold runs (`held`, 0 to 1), the face of the clock fills up.
    """
    return _pause(centre, finest) if is_coarse(finest) else _clock(centre, finest, held)


def _pause(centre: Point, finest: float) -> tuple[Shape, ...]:
    x, y = centre
    high = 2.0 * finest
    return tuple(Line(((bar, y - high), (bar, y + high)), finest) for bar in (x - finest, x + finest))


def _clock(centre: Point, finest: float, held: float | None) -> tuple[Shape, ...]:
    radius, width = max(CLOCK, 3.4 * finest), max(0.016, finest)
    x, y = centre
    ring = Line(_arc(centre, radius, 1.0), width)
    if held is None:
        return (ring, Line(((x, y + radius * 0.62), (x, y), (x + radius * 0.5, y)), width))
    return (ring, Area((centre, *_arc(centre, radius, held)))) if held > 0.02 else (ring,)


def _arc(centre: Point, radius: float, share: float, steps: int = 24) -> Path:
    """Part of a circle, clockwise from the top."""
    count = max(1, round(steps * share))
    angles = [math.tau * share * number / count for number in range(count + 1)]
    return tuple((centre[0] + radius * math.sin(angle), centre[1] + radius * math.cos(angle)) for angle in angles)
