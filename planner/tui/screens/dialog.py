"""What every dialog has: a heading, something in the middle, and its keys in the last line."""

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from planner.tui.screens.screen import PlannerScreen
from planner.tui.widgets.bars import KeyBar
from planner.tui.widgets.ink import Line, spread, wrap
from planner.tui.widgets.ink_widget import InkWidget

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

Answer = TypeVar("Answer")


class Words(InkWidget):
    """A few lines of text that never scroll: as high as they need, up to what the style sheet allows."""

    def __init__(self, text: str = "", role: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.text = text
        self.role = role

    def show(self, text: str, role: str | None = None) -> None:
        """Show another text."""
        if (text, role or self.role) != (self.text, self.role):
            longer = len(text) != len(self.text)
            self.text, self.role = text, self.role if role is None else role
            self.refresh(layout=longer)

    def lines(self, width: int, height: int) -> list[Line]:
        """Every paragraph wrapped."""
        return [line for part in self.text.split("\n") for line in wrap(part, max(1, width - 2), self.role, " ")]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the text takes at this width."""
        return len(self.lines(width, 0))


class Heading(InkWidget):
    """The first line of a dialog: what it is about, and something in plain words at the right."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self.title = title
        self.aside = aside

    def lines(self, width: int, height: int) -> list[Line]:
        """Title and aside; a rule below them would be the dearest line of the dialog on a slow line."""
        line = spread([(" ", ""), (self.title, "place")], [(f"{self.aside} ", "muted")], width)
        return [line]


class Dialog(ModalScreen[Answer], PlannerScreen[Answer], Generic[Answer]):
    """A dialog over a place. Subclasses yield their middle in `body`."""

    AUTO_FOCUS = ".first"
    COMPONENT_CLASSES = PlannerScreen.COMPONENT_CLASSES

    heading = ""
    aside = ""

    def compose(self) -> ComposeResult:
        """Heading, middle and keys in one panel."""
        with Vertical(id="panel"):
            yield Heading(self.heading, self.aside)
            yield from self.body()
            yield KeyBar()

    def body(self) -> ComposeResult:
        """The middle of the dialog."""
        yield Widget()

    @property
    def planner(self) -> "PlannerApp":
        """The app, as what it is."""
        return cast("PlannerApp", self.app)

    def keep(self, field: str, text: str) -> None:
        """What is being typed is kept in the journal, until the dialog is done with."""
        self.planner.workspace.record_field(self.heading, field, text)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close; once the answer has been followed, what was typed need not be kept any more."""
        self.app.call_later(self.planner.forget_typed)
        return super().dismiss(result)

    def action_next(self) -> None:
        """To the field below."""
        self.focus_next()

    def action_previous(self) -> None:
        """To the field above."""
        self.focus_previous()

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    async def action_help(self) -> None:
        """The keys of this dialog."""
        await self.app.run_action("app.help")
