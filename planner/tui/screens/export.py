"""The dialog that sends a plan on: format, how much of it, and where; with a look at what it will be."""

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from planner.export.errors import ExportError
from planner.export.options import Options
from planner.export.registry import FORMATS, Format, render
from planner.export.scope import WHOLE_COURSE, Scope
from planner.export.writing_out import default_path
from planner.files.text import clean
from planner.model import Plan, Weekday
from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.screens.new_plan import TextField
from planner.tui.widgets.fields import ChoiceField, Field
from planner.tui.widgets.ink import Line, shorten
from planner.tui.widgets.reading import Reading
from planner.tui.workspace import Workspace

PRINTED = frozenset({"html", "pdf"})
"""Formats whose preview is the plain text: a terminal cannot show a page."""

MOST_LINES = 400
"""Lines of a preview; more would only make it slow."""


@frozen
class ExportAnswer:
    """What is to be written where."""

    path: Path
    data: bytes


class Export(Dialog[ExportAnswer | None]):
    """Asks for format, part and file. Nothing is written here."""

    BINDINGS = bindings("dialog")
    AUTO_FOCUS = "#format"

    heading = "Send the plan on"

    def __init__(self, workspace: Workspace, plan: Plan, folder: Path) -> None:
        super().__init__()
        self._plan = plan
        self._library = workspace.library
        self._options = Options(today=workspace.today, figure_svg=workspace.figure_svg)
        self._folder = folder
        self._format = 0
        self._scope = 0
        self._scopes = _scopes(plan, workspace.week, workspace.day)
        self._named = False
        self.add_class("-reading")

    @property
    def _wanted(self) -> Format:
        return FORMATS[self._format]

    def _choices(self) -> list[tuple[str, Scope]]:
        """The parts of the plan that the format can hold."""
        return [item for item in self._scopes if item[1].kind in self._wanted.scopes]

    def body(self) -> ComposeResult:
        """The fields, and a look at the result."""
        yield ChoiceField("As", id="format")
        yield ChoiceField("What", id="scope")
        yield TextField("File", "", id="file")
        yield Words(id="told", role="muted")
        yield Reading(id="preview-page")

    def on_mount(self) -> None:
        """Show the first format, once it is known how much room there is for it."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        choices = self._choices()
        self._scope = min(self._scope, len(choices) - 1)
        title, scope = choices[self._scope]
        self.query_one("#format", ChoiceField).show(self._wanted.title, self._wanted.purpose)
        self.query_one("#scope", ChoiceField).show(title)
        if not self._named:
            self.query_one("#file", TextField).value = str(default_path(self._folder, self._plan, self._wanted, scope))
        self._preview(scope)

    def _preview(self, scope: Scope) -> None:
        """Show what the file will say; of what is to be printed, the words."""
        told = self.query_one("#told", Words)
        reading = self.query_one(Reading)
        shown = "text" if self._wanted.id in PRINTED else self._wanted.id
        options = evolve(self._options, columns=reading.size.width - 1, rows=reading.size.height)
        try:
            data = render(shown, self._plan, self._library, scope, options)
        except ExportError as error:
            told.show(f"{str(error)[:1].upper()}{str(error)[1:]}.", "warning")
            lines: Sequence[str] = ()
        else:
            told.show("enter writes the file; it can be read by you alone.", "muted")
            lines = data.decode("utf-8", errors="replace").splitlines()[:MOST_LINES]
        reading.show(lambda width: [_line(text, width) for text in lines])

    @on(Field.Stepped)
    def _stepped(self, event: Field.Stepped) -> None:
        if event.field.id == "format":
            self._format = (self._format + event.by) % len(FORMATS)
        else:
            self._scope = (self._scope + event.by) % len(self._choices())
        self._show()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._named = self._named or event.input.has_focus

    def action_accept(self) -> None:
        """Answer with what is to be written."""
        name = self.query_one("#file", TextField).value
        told = self.query_one("#told", Words)
        try:
            path = self.planner.workspace.restriction.place(name, suffix=None)
            scope = self._choices()[self._scope][1]
            data = render(self._wanted.id, self._plan, self._library, scope, self._options)
        except (ExportError, ValueError) as error:
            told.show(str(error), "warning")
            return
        if not name:
            told.show("The export needs a file name.", "warning")
            return
        self.dismiss(ExportAnswer(path, data))


def _line(text: str, width: int) -> Line:
    return [(f" {shorten(clean(text), max(1, width - 1))}", "")]


def _scopes(plan: Plan, week: int, day: Weekday) -> list[tuple[str, Scope]]:
    """The parts of a plan, each with its name."""
    found = [
        ("the whole course", WHOLE_COURSE),
        (f"week {week}", Scope.of_week(week)),
        (f"{day.title} of week {week}", Scope.of_day(day, week)),
    ]
    found += [
        (f"{day.title} of week {week}, {slot.name}", Scope.of_session(day, slot.name, week)) for slot in plan.slots
    ]
    return found
