"""A widget that is drawn from lines of pieces."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from planner.tui.widgets.ink import Line
from planner.tui.widgets.inked import Inked


class InkWidget(Inked):
    """Lines of pieces, as many as fit its height. Nothing in them is read as markup."""

    _drawn: list[Line] | None = None

    def lines(self, width: int, height: int) -> list[Line]:
        """What stands on each line, in `width` cells. Subclasses must define it."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; they may be others than last time."""
        self._drawn = None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, height = self.size
        if self._drawn is None:
            self._drawn = self.lines(width, height)
        return self.ink(self._drawn[y] if y < len(self._drawn) else [], width)

    def render(self) -> RenderResult:
        """Nothing: `render_line` draws."""
        return Content("")
