"""What stands around the grid of the week: the days above it, the minutes below it."""

from collections.abc import Collection, Mapping

from textual.geometry import Region

from planner.model import Plan, Weekday
from planner.tui.widgets.ink import Line, Piece, fit, spread
from planner.tui.widgets.ink_widget import InkWidget
from planner.tui.widgets.week_columns import MARGIN, WeekColumns


class WeekHeader(InkWidget):
    """Two lines: which week and which cell, then the names of the days."""

    def __init__(self) -> None:
        super().__init__()
        self._left = ""
        self._right = ""
        self._slots = 0
        self._day: Weekday | None = None
        self._outside: Collection[Weekday] = frozenset()

    def show(self, left: str, right: str, slots: int, day: Weekday | None, outside: Collection[Weekday]) -> None:
        """Tell which week this is, and what is under the cursor."""
        told = (left, right, slots, day, outside)
        if told != (self._left, self._right, self._slots, self._day, self._outside):
            self._left, self._right, self._slots, self._day, self._outside = told
            self.refresh()

    def lines(self, width: int, height: int) -> list[Line]:
        """The week, and the heads of the columns."""
        columns = WeekColumns.fitting(width, self._slots)
        first = spread([(" ", ""), (self._left, "")], [(f"{self._right} ", "place")], width)
        heads: list[Piece] = [(" " * (MARGIN + columns.name), "")]
        if columns.dose:
            heads.append((f" {fit('dose', columns.dose)}", "muted"))
        for day in Weekday:
            role = "place" if day is self._day else "muted" if day in self._outside else ""
            heads.append((day.short[: columns.letters].rjust(columns.day), role))
        return [first, heads]


class WeekMinutes(InkWidget):
    """A line for each slot: the minutes of its session on each day."""

    def __init__(self) -> None:
        super().__init__()
        self._slots: tuple[str, ...] = ()
        self._minutes: Mapping[tuple[str, Weekday], int] = {}

    def show(self, plan: Plan, minutes: Mapping[tuple[str, Weekday], int]) -> None:
        """Tell the minutes of these slots."""
        slots = tuple(slot.name for slot in plan.slots)
        changed = {slot for slot, day in minutes.keys() | self._minutes.keys() if self._differs(minutes, slot, day)}
        self._minutes = minutes
        if slots != self._slots:
            self._slots = slots
            self.styles.height = len(slots) + 1
            self.refresh()
            return
        for line, slot in enumerate(slots, 1):
            if slot in changed:
                self.refresh(Region(0, line, self.size.width, 1))

    def _differs(self, minutes: Mapping[tuple[str, Weekday], int], slot: str, day: Weekday) -> bool:
        return minutes.get((slot, day)) != self._minutes.get((slot, day))

    def lines(self, width: int, height: int) -> list[Line]:
        """A rule, then the slots."""
        columns = WeekColumns.fitting(width, len(self._slots))
        lines: list[Line] = [[("─" * width, "muted")]]
        for slot in self._slots:
            pieces: list[Piece] = [(fit(f"   {slot}, minutes", columns.before_days), "muted")]
            for day in Weekday:
                minutes = self._minutes.get((slot, day), 0)
                pieces.append(((str(minutes) if minutes else "–").rjust(columns.day), "" if minutes else "muted"))
            lines.append(pieces)
        return lines
