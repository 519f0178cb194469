"""Where the stills of a figure go: side by side or one above the other, as many as can be seen well."""

from typing import NamedTuple

from planner.figures.painting import Placing, place
from planner.figures.primitives import Box

GAP = 3.0
"""Dots between two stills."""

FREE = 0.93
"""A further still is always shown if that leaves this much of the size of one alone."""

WORTH, LEGIBLE = 0.5, 34.0
"""It is also shown if that leaves this much of the size, and this many dots of a body length."""


class Room(NamedTuple):
    """The dots that stills share."""

    width: float
    height: float
    legible: float = LEGIBLE
    """Dots of a body length below which one still is better than two smaller ones."""
    grounded: bool = False
    """Whether there is a floor at y = 0."""


class Arrangement(NamedTuple):
    """Where each still is placed; all have the same size."""

    places: tuple[Placing, ...]

    @property
    def scale(self) -> float:
        """Dots of one body length."""
        return self.places[0].scale


def arrange(box: Box, stills: int, room: Room) -> Arrangement:
    """Place up to so many stills of the same box: the most that are worth their smaller size."""
    alone = best = _grid(box, 1, 1, room)
    for count in range(2, stills + 1):
        found = max(_grid(box, count, 1, room), _grid(box, 1, count, room), key=lambda grid: grid.scale)
        share = found.scale / alone.scale
        if share >= FREE or (share >= WORTH and found.scale >= room.legible):
            best = found
    return best


def _grid(box: Box, columns: int, rows: int, room: Room) -> Arrangement:
    wide = max(1.0, (room.width - GAP * (columns - 1)) / columns)
    high = max(1.0, (room.height - GAP * (rows - 1)) / rows)
    return Arrangement(
        tuple(
            place(box, column * (wide + GAP), row * (high + GAP), wide, high, grounded=room.grounded)
            for row in range(rows)
            for column in range(columns)
        )
    )
