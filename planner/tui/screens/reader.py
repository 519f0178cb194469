"""A dialog that only shows a page of text."""

from textual.app import ComposeResult

from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog
from planner.tui.widgets.reading import Page, Reading


class Reader(Dialog[None]):
    """Shows a page; any of its keys closes it."""

    BINDINGS = bindings("reader")

    def __init__(self, heading: str, page: Page, aside: str = "") -> None:
        super().__init__()
        self.heading = heading
        self.aside = aside
        self._page = page
        self.add_class("-reading")

    def body(self) -> ComposeResult:
        """The page."""
        reading = Reading(self._page)
        reading.add_class("first")
        yield reading

    def action_close(self) -> None:
        """Back to where you were."""
        self.dismiss(None)
