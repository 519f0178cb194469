"""Where the columns of the week stand, for any width and any number of slots."""

from typing import NamedTuple

from planner.model import Weekday

NAME_LEAST = 16
DOSE_LEAST = 20
MARGIN = 3
"""Cells before the name: a space, the pointer and the mark."""


class WeekColumns(NamedTuple):
    """Widths in cells. `dose` is 0 where there is no room for it; the line below the grid tells it then."""

    name: int
    dose: int
    day: int
    """Each of the seven, with the space before it."""
    slots: int

    @classmethod
    def fitting(cls, width: int, slots: int) -> "WeekColumns":
        """The widths for a grid of `width` cells with this many slots a day."""
        roomy = 3 if width >= 140 else 2 if width >= 110 else 1
        day = max(3 if width >= 96 else 2, slots) + roomy
        rest = width - MARGIN - 7 * day - 1
        if rest < NAME_LEAST + DOSE_LEAST + 2:
            return cls(max(1, rest), 0, day, slots)
        dose = min(max(26, rest * 45 // 100), rest - NAME_LEAST - 1, 46)
        return cls(min(rest - dose - 1, 60), dose, day, slots)

    @property
    def letters(self) -> int:
        """How many letters of a day's name there is room for."""
        return 3 if self.day > 3 else 2

    @property
    def before_days(self) -> int:
        """Cells before the first day's column."""
        return MARGIN + self.name + (self.dose + 1 if self.dose else 0)

    def cell_at(self, x: int) -> tuple[Weekday, int] | None:
        """The day and the index of the slot at a horizontal position, where there is a cell."""
        day, offset = divmod(x - self.before_days, self.day)
        slot = offset - (self.day - self.slots)
        if 0 <= day < 7 and 0 <= slot < self.slots:
            return Weekday(day), slot
        return None
