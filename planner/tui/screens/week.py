"""The Week: what is due when, and every change of it in place."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from planner.model import Plan, Prescription, Weekday
from planner.planning import dates, edits, timetable
from planner.planning.doses import NUMBER_WORDS, numbers_of
from planner.planning.guidance import explain
from planner.planning.naming import prescription_title
from planner.tui.commands import bindings
from planner.tui.screens.place import Place
from planner.tui.week_rows import days_outside, row_of, week_rows
from planner.tui.widgets.ink import joined
from planner.tui.widgets.row_list import RowList
from planner.tui.widgets.week_frame import WeekHeader, WeekMinutes
from planner.tui.widgets.week_grid import WeekGrid

if TYPE_CHECKING:
    from planner.planning.prescribing import Draft

EMPTY = "Nothing is prescribed yet. Press a to choose an exercise from the library."


FULL_WORDS = 80
"""Columns from which days are written out."""


class WeekScreen(Place):
    """The grid with its commands. What a command does to the plan is in `planning.edits`."""

    BINDINGS = bindings("week")
    AUTO_FOCUS = "#grid"

    place = "week"

    def __init__(self) -> None:
        super().__init__()
        self._marked: frozenset[str] = frozenset()
        self._number = 0

    def body(self) -> ComposeResult:
        """The days, the grid, the minutes."""
        yield WeekHeader()
        yield WeekGrid(id="grid")
        yield WeekMinutes()

    @property
    def grid(self) -> WeekGrid:
        """The grid."""
        return self.query_one(WeekGrid)

    @property
    def plan(self) -> Plan:
        """The plan; the Week is only shown where there is one."""
        plan = self.workspace.plan
        return plan or Plan("", "")

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what a command changes: the marked rows, else the row under the cursor."""
        if self._marked:
            return tuple(item.id for item in self.plan.prescriptions if item.id in self._marked)
        return (self.grid.prescription.id,) if self.grid.prescription else ()

    def show_plan(self) -> None:
        """Show the plan; the cursor stays with its prescription."""
        plan, grid = self.plan, self.grid
        self._marked &= {item.id for item in plan.prescriptions}
        rows = week_rows(plan, self.workspace.library, grid.rows)
        wanted = self.workspace.wanted or (grid.prescription.id if grid.prescription else None)
        self.workspace.wanted = None
        index = row_of(rows, wanted)
        grid.show(plan, rows, self._marked, self._outside(), grid.cursor if index is None else index)
        self.query_one(WeekMinutes).show(plan, timetable.slot_minutes(plan, self.workspace.library))
        self._show_cursor()

    def _outside(self) -> frozenset[Weekday]:
        return days_outside(self.plan, self.workspace.week)

    def _show_cursor(self) -> None:
        plan, grid = self.plan, self.grid
        number = NUMBER_WORDS.get(self._marked_number() or "", "")
        day = grid.cell.day.title if self.size.width >= FULL_WORDS else grid.cell.day.short
        where = f"{day} {grid.slot}" if grid.slot and grid.prescription else ""
        side = plan.painful_side.plain if plan.painful_side else ""
        left = joined((dates.week_label(plan, self.workspace.week), side))
        right = joined((where, f"+ − {number}" if number else ""))
        self.workspace.day = grid.cell.day
        self.query_one(WeekHeader).show(left, right, len(plan.slots), grid.cell.day, self._outside())
        if grid.prescription is None:
            self.explain(EMPTY if not plan.prescriptions else "")
        else:
            sentence = explain(plan, self.workspace.library, grid.prescription)
            self.explain(f"{grid.cut_title}: {sentence}" if grid.cut_title else sentence)

    def on_resize(self) -> None:
        """More or less room for words."""
        self.call_after_refresh(self._show_cursor)

    @on(RowList.Moved, "#grid")
    @on(WeekGrid.CellMoved)
    def _moved(self) -> None:
        self.move_on()
        self._show_cursor()

    @on(RowList.Chosen, "#grid")
    def _clicked(self, _event: RowList.Chosen) -> None:
        self.action_due()

    def _title(self, identifiers: tuple[str, ...]) -> str:
        if len(identifiers) != 1:
            return f"{len(identifiers)} exercises"
        found = self.plan.prescription(identifiers[0])
        return prescription_title(self.workspace.library, found) if found else ""

    # The cell, the row, the column

    def action_due(self) -> None:
        """Give or take this time of this day."""
        grid = self.grid
        if grid.slot and self.chosen:
            day = grid.cell.day
            label = f"{self._title(self.chosen)}, {day.title} {grid.slot}"
            self.do(label, edits.toggle(self.plan, self.chosen, grid.slot, day))

    def action_fill_row(self) -> None:
        """Every day at every time, or none."""
        self.do(f"Fill the row of {self._title(self.chosen)}", edits.fill_row(self.plan, self.chosen))

    def action_fill_column(self) -> None:
        """Every exercise at this time of this day, or none."""
        grid = self.grid
        if grid.slot:
            day = grid.cell.day
            self.do(f"Fill {day.title}", edits.fill_column(self.plan, day))

    def action_copy_day(self) -> None:
        """Ask for the days to copy this day to."""
        from planner.tui.screens.choose import Choice, Mark

        day = self.grid.cell.day
        others = [Choice(other.title, other.title) for other in Weekday if other is not day]
        text = f"All times of {day.title}, for every exercise, to the days you mark."
        self.app.push_screen(Mark(f"Copy {day.title} to", text, others), self._copy_day)

    def _copy_day(self, names: frozenset[str] | None) -> None:
        if names:
            day = self.grid.cell.day
            days = frozenset(other for other in Weekday if other.title in names)
            told = ", ".join(other.title for other in sorted(days))
            if self.do(f"Copy {day.title} to {told}", edits.copy_day(self.plan, day, days)):
                self.say(f"{day.title} copied to {told}.")

    # Numbers of the dose

    def _numbers(self) -> tuple[str, ...]:
        prescription = self.grid.prescription
        if prescription is None:
            return ()
        found = self.workspace.library.variant(prescription.exercise, prescription.variant)
        return numbers_of(found[1]) if found else ("sets", "reps", "hold", "duration", "rest")

    def _marked_number(self) -> str | None:
        numbers = self._numbers()
        order = sorted(numbers, key=lambda name: name in ("sets", "rest"))
        return order[self._number % len(order)] if order else None

    def action_more(self) -> None:
        """One step more of the marked number."""
        self._step(1)

    def action_less(self) -> None:
        """One step less of the marked number."""
        self._step(-1)

    def _step(self, by: int) -> None:
        number = self._marked_number()
        if number and self.chosen:
            label = f"{self._title(self.chosen)}, {NUMBER_WORDS[number]}"
            self.do(label, edits.step_number(self.plan, self.chosen, number, by))

    def action_next_number(self) -> None:
        """Mark the next number of the dose."""
        self._number += 1
        self._show_cursor()

    def action_clear_number(self) -> None:
        """The marked number becomes not set."""
        number = self._marked_number()
        if number and self.chosen:
            label = f"{self._title(self.chosen)}, {NUMBER_WORDS[number]} not set"
            self.do(label, edits.clear_number(self.plan, self.chosen, number))

    # Rows

    def action_add(self) -> None:
        """Choose an exercise in the library."""
        self.app.switch_mode("library")

    def action_edit(self) -> None:
        """The Prescribe dialog on this row."""
        prescription = self.grid.prescription
        if prescription is None:
            self.action_add()
            return
        from planner.planning import prescribing
        from planner.tui.screens.prescribe import Prescribe

        draft = prescribing.change(self.plan, self.workspace.library, prescription)
        if draft is None:
            self.say("This library does not have the exercise; the row is kept as it is in the file.", warning=True)
            return
        self.app.push_screen(Prescribe(draft), self._edited)

    def _edited(self, draft: "Draft | None") -> None:
        if draft is not None:
            self.do(f"Change {self._title((draft.prescription.id,))}", draft.applied())

    def action_figure(self) -> None:
        """Show how the exercise under the cursor is done, at the pace of its dose."""
        item = self.grid.prescription
        found = self.workspace.library.variant(item.exercise, item.variant) if item else None
        if item and found:
            self.planner.show_figure(found[0], found[1], item.side, item.dose)

    def action_mark(self) -> None:
        """Mark or unmark the row."""
        if self.grid.prescription:
            self._marked ^= {self.grid.prescription.id}
            self.grid.marked = self._marked
            self.grid.refresh_line(self.grid.cursor)
            self.grid.action_down()
            self.refresh_bindings()

    def action_unmark(self) -> None:
        """Unmark all rows."""
        self._marked = frozenset()
        self.show_plan()

    def action_move_up(self) -> None:
        """Earlier in the session."""
        self.do(f"Move {self._title(self.chosen)} up", edits.move(self.plan, self.chosen, -1))

    def action_move_down(self) -> None:
        """Later in the session."""
        self.do(f"Move {self._title(self.chosen)} down", edits.move(self.plan, self.chosen, 1))

    def action_duplicate(self) -> None:
        """The same once more."""
        self.do(f"Duplicate {self._title(self.chosen)}", edits.duplicate(self.plan, self.chosen))

    def action_delete(self) -> None:
        """Take the rows out."""
        chosen = self.chosen
        title = self._title(chosen)
        if self.do(f"Delete {title}", edits.remove(self.plan, chosen)):
            self.say(f"Deleted: {title}. u brings it back.")

    def action_copy(self) -> None:
        """Remember the rows."""
        self.workspace.clipboard = self._items(self.chosen)
        if self.chosen:
            self.say(f"Copied: {self._title(self.chosen)}. p puts it below the cursor.")

    def action_cut(self) -> None:
        """Remember the rows and take them out."""
        chosen, title = self.chosen, self._title(self.chosen)
        self.workspace.clipboard = self._items(chosen)
        if self.do(f"Cut {title}", edits.remove(self.plan, chosen)):
            self.say(f"Cut: {title}. p puts it below the cursor.")

    def _items(self, identifiers: tuple[str, ...]) -> tuple[Prescription, ...]:
        return tuple(item for item in self.plan.prescriptions if item.id in identifiers)

    def action_paste(self) -> None:
        """Put what was cut or copied below the cursor."""
        items = self.workspace.clipboard
        if not items:
            self.say("Nothing was cut or copied yet.")
            return
        after = self.grid.prescription.id if self.grid.prescription else None
        plan = edits.paste(self.plan, items, after)
        self.do(f"Paste {len(items)} exercises" if len(items) > 1 else "Paste", plan)

    # The week and the cell under the cursor

    def action_next_week(self) -> None:
        """The week after."""
        self._turn(1)

    def action_previous_week(self) -> None:
        """The week before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        last = dates.week_count(self.plan) or self.workspace.week + by
        week = max(1, min(last, self.workspace.week + by))
        if week != self.workspace.week:
            self.workspace.week = week
            self.show_plan()

    def action_left(self) -> None:
        """To the time before."""
        self.grid.move_cell(-1)

    def action_right(self) -> None:
        """To the time after."""
        self.grid.move_cell(1)

    def action_next_day(self) -> None:
        """To the day after."""
        self.grid.move_day(1)

    def action_previous_day(self) -> None:
        """To the day before."""
        self.grid.move_day(-1)
