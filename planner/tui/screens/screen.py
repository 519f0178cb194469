"""What places and dialogs have in common."""

from typing import ClassVar, Generic, TypeVar

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from planner.tui.screens.sizes import BREADTHS, HEIGHTS
from planner.tui.widgets.ink import ROLES

Answer = TypeVar("Answer")


class PlannerScreen(Screen[Answer], Generic[Answer]):
    """Has the styles of all roles for the widgets on it, and is not drawn as a whole when the focus moves.

    Textual looks up the style of each component class of each widget whenever a class or the focus changes: for nine
    roles that is the dearest part of a dialog that opens, and all widgets draw them alike.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    HORIZONTAL_BREAKPOINTS = BREADTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
