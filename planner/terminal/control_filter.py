"""The last look at every line of every screen: nothing in it may command the terminal."""

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from planner.terminal.clean import UNSAFE


def _same_width(character: str) -> str:
    # The line is laid out already, so its width in cells must stay; nearly all of these are none wide.
    return "\ufffd" * get_character_cell_size(character)


class ControlFilter(LineFilter):
    """Removes control and bidirectional characters from rendered lines.

    Screens show text through `clean`, which makes such characters visible. This catches what slipped past,
    whichever widget drew it.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, or new ones where a text had to be changed."""
        del background
        # One search over the whole line: this runs for every line that is drawn, and nearly all are clean.
        if UNSAFE.search("".join([segment.text for segment in segments])) is None:
            return segments
        return [
            Segment(UNSAFE.sub(lambda match: _same_width(match[0]), text), style, control)
            for text, style, control in segments
        ]
