"""What all widgets share that draw lines of pieces themselves."""

from typing import ClassVar

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from planner.tui.widgets.ink import ROLES, Line, strip


class Inked(Widget):
    """Has the roles, and looks up its own style once for each time it is drawn, which Textual does for each line.

    Where there are several bases, it comes last, and the roles are named again: Textual takes the style sheet and the
    component classes from the first.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)

    _ground: Style | None = None

    @property
    def ground(self) -> Style:
        """The style of plain text in this widget."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; the style may be another than last time."""
        self._ground = None
        return super().render_lines(crop)

    def ink(self, line: Line, width: int, ground: Style | None = None) -> Strip:
        """A line in the styles of this widget, in exactly `width` cells."""
        return strip(self, line, width, ground or self.ground)
