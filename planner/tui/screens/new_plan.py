"""The dialog that starts a plan: title, course, painful side, and what to begin with."""

import datetime as dt
import os
from pathlib import Path

from attrs import frozen
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from planner.files.text import tidy
from planner.model import PainfulSide
from planner.planning.dates import next_monday
from planner.planning.doses import amount_words
from planner.planning.identifiers import slug
from planner.planning.naming import source_name
from planner.tui import questions
from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.widgets.fields import ChoiceField, Field
from planner.tui.widgets.line_input import LineInput
from planner.tui.workspace import Workspace

SIDES = (None, PainfulSide.LEFT, PainfulSide.RIGHT, PainfulSide.BOTH, PainfulSide.NONE)


@frozen
class NewPlanAnswer:
    """What a new plan is to be. `source` is the leaflet it begins with, `None` for an empty plan."""

    title: str
    start: dt.date | None
    weeks: int | None
    painful_side: PainfulSide | None
    source: str | None
    path: Path


class TextField(Horizontal):
    """A line of text with its label."""

    def __init__(self, label: str, value: str, *, id: str, placeholder: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="text-field")
        self._label = label
        self._input = LineInput(value, placeholder=placeholder)

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Words(self._label, "muted")
        yield self._input

    @property
    def value(self) -> str:
        """What is typed."""
        return tidy(self._input.value).strip()

    @value.setter
    def value(self, text: str) -> None:
        self._input.value = text


class NewPlan(Dialog[NewPlanAnswer | None]):
    """Asks what a new plan needs; everything but the title may stay blank."""

    BINDINGS = bindings("dialog")
    AUTO_FOCUS = "#title Input"

    heading = "A new plan"

    def __init__(self, workspace: Workspace, source: str | None, path: Path | None) -> None:
        super().__init__()
        self._library = workspace.library
        self._restriction = workspace.restriction
        self._sources: tuple[str | None, ...] = (None, *(item.id for item in workspace.library.sources))
        self._source = source
        self._side: PainfulSide | None = None
        self._path = path
        self._start = next_monday(workspace.today)
        self._named = path is not None

    def body(self) -> ComposeResult:
        """The fields."""
        title = self._path.stem.replace("-", " ").replace("_", " ").capitalize() if self._path else "Lower back"
        yield TextField("Title", title, id="title")
        yield TextField("Starts on", self._start.isoformat(), id="start", placeholder="not set, or as 2026-11-23")
        yield TextField("Weeks", self._advised_weeks(), id="weeks", placeholder=f"not set{self._advice()}")
        yield ChoiceField("Pain", id="side")
        yield ChoiceField("Begin with", id="source")
        yield TextField("File", str(self._path or file_name(title)), id="file")
        yield Words(id="told", role="muted")

    def _advised_weeks(self) -> str:
        """How long the chosen leaflet says to go on, at the least; blank where it does not say."""
        source = self._library.source(self._source or "")
        return str(source.weeks.least or "") if source and source.weeks else ""

    def _advice(self) -> str:
        """What a leaflet of the library advises, where the chosen one says nothing."""
        advised = next((item for item in self._library.sources if item.weeks), None)
        return f"; {source_name(advised)} says {amount_words(advised.weeks)}" if advised and advised.weeks else ""

    def on_mount(self) -> None:
        """Show the choices."""
        self._show()

    def _show(self) -> None:
        side = self._side.plain if self._side else "not said"
        why = "" if self._side else "one-sided exercises will ask"
        self.query_one("#side", ChoiceField).show(side, why, "side")
        name = source_name(self._library.source(self._source), self._source) if self._source else "an empty plan"
        self.query_one("#source", ChoiceField).show(name, "" if self._source is None else "its exercises and doses")
        self._tell("The leaflets' blanks stay blank; you set them when you are ready." if self._source else "")

    def _tell(self, text: str, *, warning: bool = False) -> None:
        self.query_one("#told", Words).show(text, "warning" if warning else "muted")

    @on(Field.Stepped, "#side")
    def _another_side(self, event: Field.Stepped) -> None:
        self._side = SIDES[(SIDES.index(self._side) + event.by) % len(SIDES)]
        self._show()

    @on(Field.Stepped, "#source")
    def _another_source(self, event: Field.Stepped) -> None:
        self._source = self._sources[(self._sources.index(self._source) + event.by) % len(self._sources)]
        self._show()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        field = event.input.parent
        if event.input.has_focus and field is not None:
            self.keep(field.id or "", event.value)
        if field is self.query_one("#title") and not self._named:
            self.query_one("#file", TextField).value = file_name(event.value)
        elif field is self.query_one("#file") and event.input.has_focus:
            self._named = True

    def action_accept(self) -> None:
        """Answer, unless something cannot be read."""
        try:
            answer = NewPlanAnswer(
                self._required("title", "a title"),
                self._read_start(),
                self._read_weeks(),
                self._side,
                self._source,
                self._read_path(),
            )
        except ValueError as error:
            self._tell(str(error), warning=True)
            return
        self.dismiss(answer)

    def _required(self, name: str, what: str) -> str:
        text = self.query_one(f"#{name}", TextField).value
        if not text:
            self.query_one(f"#{name} Input").focus()
            message = f"The plan needs {what}."
            raise ValueError(message)
        return text

    def _read_path(self) -> Path:
        path = self._restriction.place(self._required("file", "a file name"))
        if path != self._path and os.path.lexists(path):
            self.query_one("#file Input").focus()
            message = f"{path} is there already. Choose another name, or open it."
            raise ValueError(message)
        return path

    def _read_start(self) -> dt.date | None:
        text = self.query_one("#start", TextField).value
        try:
            return questions.read_date(text)
        except ValueError:
            self.query_one("#start Input").focus()
            raise

    def _read_weeks(self) -> int | None:
        text = self.query_one("#weeks", TextField).value
        try:
            return questions.read_weeks(text)
        except ValueError:
            self.query_one("#weeks Input").focus()
            raise


def file_name(title: str) -> str:
    """The file that a plan of this title is kept in, unless someone says otherwise."""
    return f"{slug(title, 'plan')}.toml"
