"""A widget that is drawn from lines of pieces."""

from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from planner.tui.widgets.ink import ROLES, Line, strip


class InkWidget(Widget):
    """Lines of pieces, as many as fit its height. Nothing in them is read as markup."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)

    def lines(self, width: int, height: int) -> list[Line]:
        """What stands on each line, in `width` cells. Subclasses must define it."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, height = self.size
        lines = self.lines(width, height)
        return strip(self, lines[y] if y < len(lines) else [], width, self.rich_style)

    def render(self) -> RenderResult:
        """Nothing: `render_line` draws."""
        return Content("")
