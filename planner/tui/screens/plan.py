"""The Plan: title, course, painful side, times of the day, note, red flags, and what the check found."""

import datetime as dt

from textual import on
from textual.app import ComposeResult

from planner.model import PainfulSide, Plan
from planner.planning import edits
from planner.planning.checks import check
from planner.planning.naming import prescription_title
from planner.planning.sides import sides_to_review
from planner.tui import questions
from planner.tui.commands import bindings
from planner.tui.plan_rows import PlanRow, plan_rows
from planner.tui.screens.place import Place
from planner.tui.screens.prompt import Prompt
from planner.tui.screens.red_flags import RedFlags
from planner.tui.widgets.ink import Line, fit, wrap
from planner.tui.widgets.row_list import RowList

LABEL = 14


class PlanList(RowList[PlanRow]):
    """The rows of the Plan; long sentences go on below, so each row may be several lines."""

    def stands(self, row: PlanRow) -> bool:
        """On everything that a key does something with."""
        return bool(row.does)

    def line(self, row: PlanRow, index: int, width: int) -> Line:
        """A heading, or a label and a value."""
        if not row.does:
            return [(f" {row.label}" if row.label else f"{'':{LABEL + 4}}{row.value}", "" if row.value else "heading")]
        pointer = " ▸ " if self.is_under_cursor(index) else "   "
        role = "warning" if row.warns else ""
        return [(pointer, "place"), (fit(row.label, LABEL), "muted"), (f" {row.value}", role)]

    def lay_out(self, rows: tuple[PlanRow, ...], cursor: int) -> None:
        """Show rows, breaking values that are too long for the width."""
        room = max(10, self.size.width - LABEL - 5)
        broken: list[PlanRow] = []
        for row in rows:
            first, *rest = [line[-1][0] for line in wrap(row.value, room)]
            broken.append(PlanRow(row.label, first, row.does, row.about, row.warns))
            broken += [PlanRow("", text) for text in rest]
        self.set_rows(broken, cursor)


class PlanScreen(Place):
    """What holds for the whole plan."""

    BINDINGS = bindings("plan")
    AUTO_FOCUS = "#rows"

    place = "plan"

    def body(self) -> ComposeResult:
        """The rows."""
        yield PlanList(id="rows")

    @property
    def plan(self) -> Plan:
        """The plan; the Plan is only shown where there is one."""
        plan = self.workspace.plan
        return plan or Plan("", "")

    def show_plan(self) -> None:
        """Show the plan and what the check finds in it."""
        library = self.workspace.library
        titles = {item.id: prescription_title(library, item) for item in self.plan.prescriptions}
        rows = self.query_one(PlanList)
        rows.lay_out(plan_rows(self.plan, check(self.plan, library), titles), rows.cursor)

    def on_resize(self) -> None:
        """Break the sentences anew."""
        self.call_after_refresh(self.show_plan)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_change()

    def action_change(self) -> None:
        """Change what the cursor is on, or go where it leads."""
        row = self.query_one(PlanList).current
        if row is None:
            return
        if row.does == "row":
            self.planner.show_prescription(row.about)
        elif row.does == "slot":
            self._ask_slot(row.about)
        elif row.does == "painful-side":
            self._ask_painful_side()
        elif row.does == "red-flags":
            self.action_answer()
        elif row.does in ("title", "start", "weeks", "note"):
            self._ask_text(row.does)

    def _ask_text(self, name: str) -> None:
        plan = self.plan
        value = {"title": plan.title, "start": plan.start, "weeks": plan.weeks, "note": plan.note}[name]

        def answered(text: str | None) -> None:
            if text is None:
                return
            try:
                changed = questions.with_text(self.plan, name, text)
            except ValueError as error:
                self.say(str(error), warning=True)
                return
            self.do(f"Change the {name}", changed)

        heading, told = questions.QUESTIONS[name]
        self.app.push_screen(Prompt(heading, told, str(value or "")), answered)

    def _ask_painful_side(self) -> None:
        def answered(answer: str | None) -> None:
            if answer is None:
                return
            side = PainfulSide(answer) if answer != questions.NOT_SAID else None
            self.do("Change the painful side", edits.set_painful_side(self.plan, side))
            review = sides_to_review(self.plan, self.workspace.library)
            if review:
                names = "; ".join(prescription_title(self.workspace.library, item) for item in review)
                self.say(f"Look again at the side of: {names}.", warning=True)

        self.app.push_screen(questions.painful_side(self.plan.painful_side), answered)

    def _ask_slot(self, name: str) -> None:
        slot = self.plan.slot(name)
        if slot is None:
            return

        def answered(text: str | None) -> None:
            if text is None:
                return
            try:
                changed = questions.with_slot(self.plan, slot.name, text)
            except ValueError as error:
                self.say(str(error), warning=True)
                return
            self.do(f"Change {slot.name}", changed)

        self.app.push_screen(Prompt("A time of the day", questions.SLOT, f"{slot.name} {slot.time:%H:%M}"), answered)

    def action_add_slot(self) -> None:
        """Ask for a name and a clock time."""

        def answered(text: str | None) -> None:
            if text is None:
                return
            try:
                changed = questions.with_slot(self.plan, None, text)
            except ValueError as error:
                self.say(str(error), warning=True)
                return
            self.do("Add a time of the day", changed)

        self.app.push_screen(Prompt("A time of the day", questions.SLOT, placeholder="noon 12:30"), answered)

    def action_remove_slot(self) -> None:
        """Remove the slot under the cursor."""
        row = self.query_one(PlanList).current
        if row is None or row.does != "slot":
            self.say("The cursor is not on a time of the day.")
            return
        if self.do(f"Remove {row.about}", edits.remove_slot(self.plan, row.about)):
            self.say(f"Removed: {row.about}, and what was due then. u brings it back.")

    def action_answer(self) -> None:
        """The red-flag questions."""

        def answered(done: bool | None) -> None:
            if done:
                today: dt.date = self.workspace.today
                self.do("Answer the red-flag questions", edits.set_safety_checked(self.plan, today))

        self.app.push_screen(RedFlags(self.workspace.library), answered)
