"""A page of text that scrolls: wrapped anew for every width, drawn line by line."""

from collections.abc import Callable, Sequence

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.commands import bindings
from planner.tui.widgets.ink import Line
from planner.tui.widgets.inked import Inked

Page = Callable[[int], Sequence[Line]]
"""Makes the lines of a page for a width in cells."""


def _empty(_width: int) -> Sequence[Line]:
    return ()


class Reading(ScrollView, Inked, can_focus=True, inherit_bindings=False):
    """Shows a page; the arrows scroll it."""

    BINDINGS = bindings("reading")

    def __init__(self, page: Page = _empty, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._page: Page = page
        self._lines: Sequence[Line] = ()
        self._room = Size()
        """What there was room for when the page was wrapped: columns and lines, the scrollbar's included."""

    def show(self, page: Page, *, top: bool = True) -> None:
        """Show another page, from its top unless told otherwise."""
        self._page = page
        self._lay_out()
        if top:
            self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    @property
    def plain(self) -> str:
        """The page as plain text."""
        return "\n".join("".join(text for text, _ in line).rstrip() for line in self._lines)

    def _lay_out(self) -> None:
        width, height = self._room = self.content_region.size
        self._lines = self._page(max(1, width))
        if len(self._lines) > height:
            # The scrollbar takes its place before Textual has shown it.
            width -= self.styles.scrollbar_size_vertical
            self._lines = self._page(max(1, width))
        self.virtual_size = Size(width, len(self._lines))

    def on_resize(self) -> None:
        """Wrap for the new width."""
        if self.content_region.size != self._room:
            self._lay_out()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        index = self.scroll_offset.y + y
        line = self._lines[index] if 0 <= index < len(self._lines) else []
        return self.ink(line, self.scrollable_content_region.width)

    def action_up(self) -> None:
        """A line towards the top."""
        self.scroll_to(y=self.scroll_offset.y - 1, animate=False)

    def action_down(self) -> None:
        """A line towards the end."""
        self.scroll_to(y=self.scroll_offset.y + 1, animate=False)

    def action_page_up(self) -> None:
        """A page towards the top."""
        self.scroll_to(y=self.scroll_offset.y - self._height(), animate=False)

    def action_page_down(self) -> None:
        """A page towards the end."""
        self.scroll_to(y=self.scroll_offset.y + self._height(), animate=False)

    def _height(self) -> int:
        return max(1, self.scrollable_content_region.height - 1)

    def action_first(self) -> None:
        """To the top."""
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """To the end."""
        self.scroll_to(y=len(self._lines), animate=False)
