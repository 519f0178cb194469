"""What all widgets share that draw lines of pieces themselves."""

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from planner.tui.widgets.ink import Line, strip


class Inked(Widget):
    """Draws in the styles that its screen has for the roles.

    It looks up its own style once for each time it is drawn, which Textual does for each line. Where there are several
    bases, it comes last: Textual takes the style sheet from the first.
    """

    _ground: Style | None = None
    _inks: Widget | None = None

    @property
    def ground(self) -> Style:
        """The style of plain text in this widget."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; the styles may be others than last time."""
        self._ground = self._inks = None
        return super().render_lines(crop)

    def ink(self, line: Line, width: int, ground: Style | None = None) -> Strip:
        """A line in the styles of this widget, in exactly `width` cells."""
        if self._inks is None:
            self._inks = self.screen
        return strip(self._inks, line, width, ground or self.ground)
