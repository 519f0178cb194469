"""What the screens share: the library, the plan with its history, and the file and the journal that it rests in."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from planner.files.journal import Journal
from planner.files.locations import Locations
from planner.files.locks import Lock
from planner.files.plan_file import PlanFile
from planner.files.restriction import ANYWHERE, Restriction
from planner.model import Exercise, Library, Plan, Prescription, Side, Variant, Weekday
from planner.planning import edits
from planner.planning.history import History

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.model.figure import Figure
    from planner.planning.search import SearchIndex


class Workspace:
    """The one place that holds state. Screens read it and change it only through its methods.

    Every change is in the journal before a method that makes it returns, so before any screen shows it.
    """

    def __init__(
        self, library: Library, places: Locations, today: dt.date, restriction: Restriction = ANYWHERE
    ) -> None:
        self.library = library
        self.places = places
        self.restriction = restriction
        self.today = today
        self.file: PlanFile | None = None
        self.history: History | None = None
        self.journal: Journal | None = None
        self._lock: Lock | None = None
        self._typing = False
        """Whether a dialog holds text that is not in the plan."""
        self.week = 1
        """The week of the course that the Week shows."""
        self.day = Weekday.MONDAY
        """The day that was looked at last."""
        self.wanted: str | None = None
        """The prescription that the Week's cursor is to go to."""
        self.clipboard: tuple[Prescription, ...] = ()
        """What was cut or copied."""

    @cached_property
    def index(self) -> SearchIndex:
        """The library made ready for searching."""
        from planner.planning.search import index_of

        return index_of(self.library)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of the library, by id; each is read when it is first shown."""
        from planner.files.figure_reading import Figures

        return Figures(self.library.figures)

    def figure_svg(self, _exercise: Exercise, variant: Variant, side: Side | None) -> str | None:
        """The figure of a variant as SVG, for what is printed."""
        from planner.figures.svg import svg

        figure = self.figures.get(variant.figure or "")
        return svg(figure, side) if figure else None

    @property
    def plan(self) -> Plan | None:
        """The plan as it is now; `None` while no plan is open."""
        return self.history.plan if self.history else None

    @property
    def read_only(self) -> bool:
        """Whether the file cannot be saved."""
        return self.file is not None and self.file.read_only is not None

    @property
    def unsaved(self) -> bool:
        """Whether the file does not have what the screen shows, and could have."""
        if self.file is None or self.read_only:
            return False
        return self.file.digest is None or self.file.plan != self.plan

    def open(self, file: PlanFile, lock: Lock | None = None) -> None:
        """Begin with the plan of a file; what was open before is left, with its unsaved changes as a draft."""
        self.leave(keep_draft=True)
        self.file, self.history, self.week, self._lock = file, History(file.plan), 1, lock
        self._begin_journal(file)

    def _begin_journal(self, file: PlanFile) -> None:
        base = None if file.digest is None else file.data
        self.journal = Journal(self.places.journals, file.path, base, None if base is None else file.plan)
        if base is None:
            self.journal.record(file.plan)

    def follow(self, file: PlanFile, label: str) -> None:
        """The file has another plan now, and nothing was unsaved: show that one, as a step that can be undone."""
        self.rebase(file)
        self.do(label, file.plan)

    def rebase(self, file: PlanFile) -> None:
        """Go on with the same plan, unsaved, on what the file holds now."""
        plan = self.plan
        if self.journal:
            self.journal.saved(file.path, file.data, file.plan)
            if plan is not None:
                self.journal.record(plan)
        self.file = file

    def take(self, file: PlanFile) -> None:
        """Show what the file holds now; what was unsaved here stays behind as a draft."""
        if self.journal:
            self.journal.close(delete=False)
        self.file, self.history = file, History(file.plan)
        self._begin_journal(file)

    def record_field(self, dialog: str, field: str, text: str) -> None:
        """Keep text that is being typed and is not in the plan yet."""
        if self.journal is None:
            self.journal = Journal(self.places.journals, None, None)
        self._typing = True
        self.journal.record_field(dialog, field, text)

    def submit_fields(self) -> None:
        """What was typed in a dialog is in the plan now, or was given up."""
        self._typing = False
        if self.journal:
            self.journal.submit_fields()

    def saved(self, file: PlanFile) -> None:
        """The plan is in its file now."""
        self.file = file
        if self.journal:
            self.journal.saved(file.path, file.data, file.plan)

    def leave(self, *, keep_draft: bool) -> None:
        """Let go of the plan; with `keep_draft`, what the file does not have stays as a draft."""
        if self.journal:
            self.journal.close(delete=not (keep_draft and (self.unsaved or self._typing)))
        if self._lock:
            self._lock.release()
        self.file = self.history = self.journal = self._lock = None

    def emergency(self) -> str | None:
        """Put what is unsaved in safety, now: the process is about to end. Returns what to say of it.

        Safe in a signal handler: the plan is one frozen object, and the journal calls the system directly.
        """
        if self.journal is None or not self.unsaved:
            return None
        self.journal.emergency(self.plan)
        if self.journal.trouble:
            return self.journal.trouble
        return "Your unsaved changes are kept as a draft; planner offers it when it starts again."

    def do(self, label: str, plan: Plan) -> bool:
        """One step that undo takes back; returns whether anything changed."""
        if self.history is None or plan == self.history.plan:
            return False
        self._go_on_with(self.history.do(label, plan))
        return True

    def undo(self) -> str | None:
        """Take back the last step; returns its label, or `None` where there is none."""
        label = self.history.undo_label if self.history else None
        if self.history and label is not None:
            self._go_on_with(self.history.undo())
        return label

    def redo(self) -> str | None:
        """Do again the step that was taken back last; returns its label, or `None` where there is none."""
        label = self.history.redo_label if self.history else None
        if self.history and label is not None:
            self._go_on_with(self.history.redo())
        return label

    def _go_on_with(self, history: History) -> None:
        if self.history:
            # What a step brings, or brings back, is what the cursor goes to.
            self.wanted = next(iter(edits.new_ids(self.history.plan, history.plan)), self.wanted)
        self.history = history
        if self.journal:
            self.journal.record(history.plan)
