"""A dialog that asks for one line of text."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from planner.files.text import tidy
from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.widgets.line_input import LineInput


class Prompt(Dialog[str | None]):
    """Asks for a line; the answer is the text, or `None` where it was left."""

    BINDINGS = bindings("dialog")

    def __init__(self, heading: str, text: str, value: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.heading = heading
        self._text = text
        self._value = value
        self._placeholder = placeholder

    def body(self) -> ComposeResult:
        """What is asked, and where to type it."""
        yield Words(self._text, "muted")
        line = LineInput(self._value, placeholder=self._placeholder)
        line.add_class("first")
        yield line

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self._value:
            self.keep("text", event.value)

    def action_accept(self) -> None:
        """Answer with what was typed."""
        self.dismiss(tidy(self.query_one(LineInput).value))
