"""A screen that is not drawn anew when the focus moves."""

from typing import Generic, TypeVar

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

Answer = TypeVar("Answer")


class StillScreen(Screen[Answer], Generic[Answer]):
    """Textual draws a whole screen when the focus moves; here only what has lost the focus and what has got it."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
