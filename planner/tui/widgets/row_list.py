"""A list that draws only the lines that are seen, and redraws only the two that a cursor move changes."""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.commands import bindings
from planner.tui.widgets.ink import Line
from planner.tui.widgets.inked import Inked

Row = TypeVar("Row")


class RowList(ScrollView, Inked, Generic[Row], can_focus=True, inherit_bindings=False):
    """Rows of one line each. A subclass says how a row reads and which rows the cursor may stand on.

    Textual's own lists build every row before the first is seen and repaint the whole widget for a cursor move; this
    one asks for a row's line only when it is drawn.
    """

    BINDINGS = bindings("list")

    WHOLE_ROW: ClassVar = True
    """Whether the whole row under the cursor looks different. Where rows are long and colourful, that costs too much on
    a slow line, and `line` tells the row in its own way."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """The index of the row that the cursor is on."""

    class Moved(Message):
        """The cursor went to another row."""

        def __init__(self, rows: "RowList[Any]", index: int) -> None:
            super().__init__()
            self.rows = rows
            """The list."""
            self.index = index
            """The index of the row that the cursor is on now."""

        @property
        def control(self) -> "RowList[Any]":
            """The list, for `@on(RowList.Moved, "#some-list")`."""
            return self.rows

    class Chosen(Message):
        """A row was clicked while the cursor was on it."""

        def __init__(self, rows: "RowList[Any]", index: int) -> None:
            super().__init__()
            self.rows = rows
            """The list."""
            self.index = index
            """The index of the row."""

        @property
        def control(self) -> "RowList[Any]":
            """The list, for `@on(RowList.Chosen, "#some-list")`."""
            return self.rows

    def __init__(self, rows: Sequence[Row] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[Row] = rows
        self.set_reactive(RowList.cursor, self._nearest(0, 1))

    def line(self, row: Row, index: int, width: int) -> Line:
        """How a row reads in `width` cells. Subclasses must define it."""
        raise NotImplementedError

    def stands(self, row: Row) -> bool:
        """Whether the cursor may stand on this row; headings say no."""
        return True

    @property
    def current(self) -> Row | None:
        """The row that the cursor is on, where there is one."""
        if 0 <= self.cursor < len(self.rows) and self.stands(self.rows[self.cursor]):
            return self.rows[self.cursor]
        return None

    def set_rows(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, with the cursor on `cursor` or the nearest row it may stand on."""
        self.rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        self.set_reactive(RowList.cursor, self._nearest(cursor, 1))
        self._follow()
        self.refresh()

    def _nearest(self, index: int, step: int) -> int:
        """The first row at or after `index`, in this direction, that the cursor may stand on; else in the other."""
        if not self.rows:
            return 0
        last = len(self.rows) - 1
        start = max(0, min(index, last))
        for indices in (range(start, last + 1), range(start, -1, -1))[:: 1 if step > 0 else -1]:
            for candidate in indices:
                if self.stands(self.rows[candidate]):
                    return candidate
        return start

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two rows concerned and keep the cursor in sight."""
        for index in (before, after):
            self.refresh_line(index)
        self._follow()
        self.post_message(self.Moved(self, after))

    def _follow(self) -> None:
        height = self.scrollable_content_region.height
        top, index = self.scroll_offset.y, self.cursor
        # The heading over the first row of a group is shown with it.
        first = index - 1 if index > 0 and not self.stands(self.rows[index - 1]) else index
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif height and index >= top + height:
            self.scroll_to(y=index - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.virtual_size = Size(self.size.width, len(self.rows))
        self._follow()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if not 0 <= index < len(self.rows):
            return Strip.blank(width, self.ground)
        whole = self.WHOLE_ROW and self.is_under_cursor(index)
        ground = self.ground + self._cursor_style() if whole else self.ground
        return self.ink(self.line(self.rows[index], index, width), width, ground)

    def is_under_cursor(self, index: int) -> bool:
        """Whether this row is drawn as the one that the cursor is on."""
        return index == self.cursor and self.stands(self.rows[index])

    def _cursor_style(self) -> Style:
        return self.screen.get_component_rich_style("ink--cursor", partial=not self.has_focus)

    def on_focus(self) -> None:
        """The cursor looks different where the keys go."""
        self.refresh_line(self.cursor)

    def on_blur(self) -> None:
        """The cursor looks different where the keys go."""
        self.refresh_line(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """A first click moves the cursor, a second on the same row chooses it."""
        index = self.scroll_offset.y + event.y
        if not 0 <= index < len(self.rows) or not self.stands(self.rows[index]):
            return
        if index == self.cursor:
            self.post_message(self.Chosen(self, index))
        else:
            self.cursor = index

    def action_up(self) -> None:
        """To the row above."""
        self._step(-1)

    def action_down(self) -> None:
        """To the row below."""
        self._step(1)

    def _step(self, by: int) -> None:
        candidate = self.cursor + by
        while 0 <= candidate < len(self.rows):
            if self.stands(self.rows[candidate]):
                self.cursor = candidate
                return
            candidate += by
        if by < 0:
            self.scroll_to(y=0, animate=False, force=True)

    def action_page_up(self) -> None:
        """A page towards the top."""
        self.cursor = self._nearest(self.cursor - self._page(), -1)

    def action_page_down(self) -> None:
        """A page towards the end."""
        self.cursor = self._nearest(self.cursor + self._page(), 1)

    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height - 1)

    def action_first(self) -> None:
        """To the first row."""
        self.cursor = self._nearest(0, 1)

    def action_last(self) -> None:
        """To the last row."""
        self.cursor = self._nearest(len(self.rows) - 1, -1)
