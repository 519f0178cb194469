"""Dialogs that ask to choose one answer, or to mark several."""

from collections.abc import Sequence

from attrs import frozen
from textual import on
from textual.app import ComposeResult

from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.widgets.ink import Line, fit, shorten
from planner.tui.widgets.row_list import RowList


@frozen
class Choice:
    """An answer to choose."""

    id: str
    title: str
    explanation: str = ""


class ChoiceList(RowList[Choice]):
    """Choices with what follows from each; marked ones have a tick."""

    marking = False
    marked: frozenset[str] = frozenset()

    def line(self, row: Choice, index: int, width: int) -> Line:
        """The pointer, the tick, the title and the explanation."""
        pointer = "▸ " if self.is_under_cursor(index) else "  "
        tick = ("✓ " if row.id in self.marked else "· ") if self.marking else ""
        longest = max(len(choice.title) for choice in self.rows)
        room = min(longest, max(8, width - 4 - len(tick))) if row.explanation else width - 4
        return [
            (f" {pointer}", "place"),
            (tick, "side"),
            (fit(row.title, room), ""),
            (f"   {shorten(row.explanation, max(0, width - room - len(tick) - 6))}", "muted"),
        ]


class Choose(Dialog[str | None]):
    """Asks a question with a few answers; the answer is the id of the choice, `None` where nothing is chosen."""

    BINDINGS = bindings("choices")

    def __init__(self, heading: str, text: str, choices: Sequence[Choice], cursor: int = 0) -> None:
        super().__init__()
        self.heading = heading
        self._text = text
        self._choices = tuple(choices)
        self._cursor = cursor

    def body(self) -> ComposeResult:
        """The question, then the answers."""
        if self._text:
            yield Words(self._text)
        choices = ChoiceList(self._choices)
        choices.add_class("first")
        choices.styles.height = len(self._choices)
        choices.set_reactive(RowList.cursor, self._cursor)
        yield choices

    def action_accept(self) -> None:
        """Answer with what the cursor is on."""
        choice = self.query_one(ChoiceList).current
        self.dismiss(choice.id if choice else None)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_accept()


class Mark(Dialog[frozenset[str] | None]):
    """Asks to mark several of a list; the answer is the marked ids, `None` where it was left."""

    BINDINGS = bindings("marking")

    def __init__(
        self, heading: str, text: str, choices: Sequence[Choice], marked: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        self.heading = heading
        self._text = text
        self._choices = tuple(choices)
        self._marked = marked

    def body(self) -> ComposeResult:
        """What it is about, then the list."""
        yield Words(self._text)
        choices = ChoiceList(self._choices)
        choices.add_class("first")
        choices.marking, choices.marked = True, self._marked
        choices.styles.height = len(self._choices)
        yield choices

    def action_mark(self) -> None:
        """Mark or unmark what the cursor is on."""
        choices = self.query_one(ChoiceList)
        if choices.current:
            choices.marked = choices.marked ^ {choices.current.id}
            choices.refresh()

    def action_accept(self) -> None:
        """Answer with what is marked; where nothing is, with what the cursor is on."""
        choices = self.query_one(ChoiceList)
        current = frozenset({choices.current.id}) if choices.current else frozenset()
        self.dismiss(choices.marked or current)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_mark()
