"""What a terminal shows that is too small for anything else."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from planner.tui.commands import bindings
from planner.tui.screens.screen import PlannerScreen
from planner.tui.screens.sizes import LEAST_HEIGHT, LEAST_WIDTH
from planner.tui.widgets.ink import Line, wrap
from planner.tui.widgets.ink_widget import InkWidget


class TooSmallNotice(InkWidget):
    """How small it is, and how large it has to be."""

    def lines(self, width: int, height: int) -> list[Line]:
        """As much of it as fits."""
        text = f"Too small: {width}×{height}. planner needs {LEAST_WIDTH}×{LEAST_HEIGHT}."
        return wrap(text, max(1, width), "strong")


class TooSmall(ModalScreen[None], PlannerScreen[None]):
    """Over everything else while the terminal is too small; it takes no key but those that quit."""

    COMPONENT_CLASSES = PlannerScreen.COMPONENT_CLASSES
    BINDINGS = bindings("small")

    def compose(self) -> ComposeResult:
        """The notice."""
        yield TooSmallNotice()

    async def action_quit(self) -> None:
        """Leave the planner; what is unsaved is kept as a draft, because no question could be read here."""
        await self.app.run_action("app.quit_blindly")
