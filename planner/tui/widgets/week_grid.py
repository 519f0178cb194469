"""The grid of the week: rows are prescriptions, columns the seven days, cells the slots."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message

from planner.model import Plan, Prescription, StartingPosition, Weekday
from planner.planning.naming import cells, shortened
from planner.tui.commands import bindings
from planner.tui.widgets.ink import Line, Piece, accented, fit
from planner.tui.widgets.row_list import RowList
from planner.tui.widgets.week_columns import WeekColumns

DUE = "●"
FREE = "○"


class PositionRow(NamedTuple):
    """A heading: the starting position of the rows below, in plain words."""

    words: str


class PrescriptionRow(NamedTuple):
    """A prescription with its texts."""

    prescription: Prescription
    title: str
    dose: str
    side: str = ""
    """The words for the one side that is worked; empty where there is none."""
    known: bool = True
    """Whether the library has it."""


WeekRow = PositionRow | PrescriptionRow


class Cell(NamedTuple):
    """The column of the cursor: a day and the index of a slot."""

    day: Weekday = Weekday.MONDAY
    slot: int = 0


class WeekGrid(RowList[WeekRow]):
    """What is due when. The cursor is on one cell: a row, a day and a slot."""

    BINDINGS = bindings("list")
    WHOLE_ROW = False

    class CellMoved(Message):
        """The cursor went to another day or slot."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.slots: tuple[str, ...] = ()
        self.cell = Cell()
        self.marked: Collection[str] = frozenset()
        self._outside: Collection[Weekday] = frozenset()

    def show(
        self, plan: Plan, rows: Sequence[WeekRow], marked: Collection[str], outside: Collection[Weekday], cursor: int
    ) -> None:
        """Show these rows; days `outside` the course are told apart."""
        before = self.slots, self.cell, self.marked, self._outside, self.cursor, list(map(type, self.rows))
        self.slots = tuple(slot.name for slot in plan.slots)
        self.cell = Cell(self.cell.day, max(0, min(self.cell.slot, len(self.slots) - 1)))
        self.marked, self._outside = marked, outside
        if before == (self.slots, self.cell, marked, outside, cursor, list(map(type, rows))):
            self._show_changed(rows)
        else:
            self.set_rows(rows, cursor)

    def _show_changed(self, rows: Sequence[WeekRow]) -> None:
        """Draw only what is different: most steps change a single row."""
        before, self.rows = self.rows, rows
        for index, (old, row) in enumerate(zip(before, rows, strict=True)):
            # Prescriptions that have not changed have the same row; to compare all of the others would take long.
            if row is not old and (isinstance(row, PrescriptionRow) or row != old):
                self.refresh_line(index)

    @property
    def columns(self) -> WeekColumns:
        """Where the columns stand at this width."""
        return WeekColumns.fitting(self.size.width, len(self.slots))

    @property
    def prescription(self) -> Prescription | None:
        """The one under the cursor."""
        row = self.current
        return row.prescription if isinstance(row, PrescriptionRow) else None

    @property
    def cut_title(self) -> str:
        """The whole title under the cursor where its row has no room for it, else nothing."""
        row = self.current
        if not isinstance(row, PrescriptionRow) or cells(row.title) <= self.columns.name:
            return ""
        return row.title

    @property
    def slot(self) -> str | None:
        """The name of the slot under the cursor."""
        return self.slots[self.cell.slot] if self.slots else None

    def stands(self, row: WeekRow) -> bool:
        """On prescriptions only."""
        return isinstance(row, PrescriptionRow)

    def line(self, row: WeekRow, index: int, width: int) -> Line:
        """A heading, or the name, the dose and the cells of seven days."""
        if isinstance(row, PositionRow):
            return [(f"  {row.words}", "heading")]
        columns = self.columns
        here = self.is_under_cursor(index)
        mark = "✓" if row.prescription.id in self.marked else " "
        pieces: list[Piece] = [(" ▸", "place cell") if here else ("  ", ""), (mark, "strong")]
        role = "" if row.known else "warning"
        title = fit(shortened(row.title, columns.name), columns.name)
        pieces += accented(title, row.side, role)
        if columns.dose:
            pieces += accented(f" {fit(row.dose, columns.dose)}", row.side, "muted")
        for day in Weekday:
            pieces.append((" " * (columns.day - len(self.slots)), ""))
            pieces += self._cells(row.prescription, day, here=here)
        return pieces

    def _cells(self, prescription: Prescription, day: Weekday, *, here: bool) -> list[Piece]:
        pieces: list[Piece] = []
        for number, slot in enumerate(self.slots):
            due = prescription.when.is_due(slot, day)
            under = here and self.cell == Cell(day, number)
            role = "muted" if day in self._outside or not due else "strong"
            pieces.append((DUE if due else FREE, "cell" if under else role))
        return pieces

    def move_cell(self, by: int) -> None:
        """To another slot, over the day's end to the next day."""
        if not self.slots:
            return
        number = self.cell.day * len(self.slots) + self.cell.slot + by
        if 0 <= number < 7 * len(self.slots):
            day, slot = divmod(number, len(self.slots))
            self.stand_on(Cell(Weekday(day), slot))

    def move_day(self, by: int) -> None:
        """To the same slot of another day."""
        day = self.cell.day + by
        if 0 <= day < 7:
            self.stand_on(Cell(Weekday(day), self.cell.slot))

    def stand_on(self, cell: Cell) -> None:
        """Put the cursor on a cell of the row it is on."""
        if cell != self.cell:
            self.cell = cell
            self.refresh_line(self.cursor)
            self.post_message(self.CellMoved())

    def on_click(self, event: events.Click) -> None:
        """A click on a cell goes there; the row follows."""
        found = self.columns.cell_at(event.x)
        if found:
            self.stand_on(Cell(*found))
        super().on_click(event)


def position_words(position: StartingPosition | None) -> str:
    """The heading of a starting position in plain words."""
    return position.plain.capitalize() if position else "Not in this library"
