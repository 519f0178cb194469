"""The Library: exercises at the left, what they are at the right."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input

from planner.model import Exercise
from planner.planning import prescribing, search
from planner.planning.doses import dose_line
from planner.planning.naming import prescription_title
from planner.tui.commands import bindings
from planner.tui.exercise_page import exercise_page
from planner.tui.screens.filters import FilterDialog, filter_words
from planner.tui.screens.place import Place
from planner.tui.screens.prescribe import Prescribe
from planner.tui.widgets.exercise_list import ExerciseList
from planner.tui.widgets.ink import Line
from planner.tui.widgets.ink_widget import InkWidget
from planner.tui.widgets.line_input import LineInput
from planner.tui.widgets.reading import Reading
from planner.tui.widgets.row_list import RowList


class FilterLine(InkWidget):
    """How many exercises are shown, and what limits them."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def show(self, text: str) -> None:
        """Tell something else."""
        if text != self._text:
            self._text = text
            self.refresh()

    def lines(self, width: int, height: int) -> list[Line]:
        """One line."""
        return [[(self._text, "muted")]]


class SearchInput(LineInput):
    """Where the search is typed."""

    BINDINGS = bindings("search")

    def action_to_list(self) -> None:
        """To what was found."""
        self.screen.query_one(ExerciseList).focus()


class LibraryScreen(Place):
    """Browse, search, filter, and prescribe what is found."""

    BINDINGS = bindings("library")
    AUTO_FOCUS = "#exercises"

    place = "library"

    PATIENCE: ClassVar = 0.1
    """Seconds that the cursor rests on an exercise before it is described: passing by costs no page of it."""

    def __init__(self) -> None:
        super().__init__()
        self._passing: Timer | None = None
        self._filters = search.Filters()
        self._query = ""
        self._steps: search.Steps | None = None
        """The search that is going on, or was the last."""

    def body(self) -> ComposeResult:
        """The search line, then the list beside the description."""
        with Horizontal(id="search-line"):
            yield SearchInput(placeholder="/ to search", id="search")
            yield FilterLine()
        with Horizontal(id="panes"):
            yield ExerciseList(id="exercises")
            yield Reading(id="description")

    @property
    def list(self) -> ExerciseList:
        """The exercises."""
        return self.query_one(ExerciseList)

    def show_plan(self) -> None:
        """Mark what is in the plan; keep what is searched for."""
        self._show_found()

    def _show_found(self) -> None:
        self._steps = search.search_in_steps(self.workspace.index, self._query, self._filters)
        self._look_on(self._steps)

    def _look_on(self, steps: search.Steps) -> None:
        """Do one piece of a search that was not given up. The first, and quick, one finds all but misspelt words."""
        if steps is not self._steps:
            return
        hits = next(steps)
        if hits is None:
            # In a large library the other pieces take long: letters that are typed meanwhile come between them.
            self.call_later(self._look_on, steps)
            return
        workspace = self.workspace
        plan = workspace.plan
        prescribed = frozenset(item.exercise for item in plan.prescriptions) if plan else frozenset()
        self.list.show(hits, prescribed)
        limits = filter_words(self._filters, workspace.library)
        count = f"{len(hits):,} of {len(workspace.library.exercises):,}"
        self.query_one(FilterLine).show(f"{count}{' · ' if limits else ''}{limits}")
        self._describe_soon()

    def _describe_soon(self) -> None:
        """Describe the exercise under the cursor when it rests there."""
        if self._passing:
            self._passing.stop()
        if self.PATIENCE:
            self._passing = self.set_timer(self.PATIENCE, self._show_description)
        else:
            self._show_description()

    @property
    def _current(self) -> Exercise | None:
        """The exercise under the cursor."""
        row = self.list.current
        return self.workspace.library.exercise(row.id) if isinstance(row, search.IndexEntry) else None

    def _show_description(self) -> None:
        exercise = self._current
        library, figures = self.workspace.library, self.workspace.figures
        description = self.query_one(Reading)
        if exercise:
            description.show(lambda width: exercise_page(exercise, library, width, figures))
            self.explain(self._in_plan(exercise))
        else:
            description.show(lambda _width: [[(" Nothing found.", "strong")], [(" esc shows all again.", "muted")]])
            self.explain("")

    def _in_plan(self, exercise: Exercise) -> str:
        plan, library = self.workspace.plan, self.workspace.library
        texts = []
        for item in plan.prescriptions if plan else ():
            if item.exercise == exercise.id:
                found = library.variant(item.exercise, item.variant)
                dose = dose_line(item.dose, found[1] if found else None, item.side)
                texts.append(f"{prescription_title(library, item)}: {dose}")
        return f"In the plan: {'; '.join(texts)}" if texts else ""

    @on(RowList.Moved, "#exercises")
    def _moved(self) -> None:
        self.move_on()
        self._describe_soon()

    @on(RowList.Chosen, "#exercises")
    def _clicked(self, _event: RowList.Chosen) -> None:
        self.action_prescribe()

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        # Where letters come faster than they can be searched for, only what they make together is.
        if event.value == event.input.value:
            self._query = event.value
            self._show_found()

    def action_search(self) -> None:
        """Type a search."""
        self.set_class(False, "-reading")
        self.query_one(SearchInput).focus()

    def action_clear(self) -> None:
        """Leave the search, then show everything again; in a narrow terminal, back to the list first."""
        if self.has_class("-reading"):
            self.action_details()
            return
        if self._query or self._filters != search.Filters():
            self._filters = search.Filters()
            self.query_one(SearchInput).value = ""
            self._show_found()
        self.list.focus()

    def action_details(self) -> None:
        """Between the list and the description."""
        reading = self.query_one(Reading)
        to_list = reading.has_focus
        self.set_class(not to_list, "-reading")
        (self.list if to_list else reading).focus()

    def action_filter(self) -> None:
        """Ask what to show."""
        self.app.push_screen(FilterDialog(self.workspace.index, self._filters), self._filtered)

    def _filtered(self, filters: search.Filters | None) -> None:
        if filters is not None:
            self._filters = filters
            self._show_found()

    def action_figure(self) -> None:
        """Show the exercise under the cursor, moving."""
        exercise = self._current
        if exercise:
            self.planner.show_figure(exercise)

    def action_prescribe(self) -> None:
        """Open the Prescribe dialog on the exercise under the cursor."""
        exercise, plan = self._current, self.workspace.plan
        if exercise is None:
            return
        if plan is None:
            self.say("Open or start a plan first: press o.", warning=True)
            return
        self.app.push_screen(Prescribe(prescribing.begin(plan, self.workspace.library, exercise)), self._prescribed)

    def _prescribed(self, draft: prescribing.Draft | None) -> None:
        if draft is None:
            return
        title = prescription_title(self.workspace.library, draft.prescription)
        if self.do(f"Add {title}", draft.applied()):
            self.say(f"Added: {title}. 2 shows the week, u takes it back.")
