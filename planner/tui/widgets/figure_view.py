"""A figure: two stills at rest, and a body that moves on demand."""

import time

from textual.timer import Timer

from planner.figures.cells import Picture, Size
from planner.figures.drawing import frame, still
from planner.model import Amount, Side
from planner.model.figure import Figure
from planner.tui.figures import picture_lines
from planner.tui.widgets.ink import Line
from planner.tui.widgets.ink_widget import InkWidget

FRAMES = 10
"""Frames in a second while it moves: enough to follow a slow movement, and few enough for a slow line."""


class FigureView(InkWidget):
    """Shows a figure as large as it is itself. Only the cells that change are sent while it moves."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._figure: Figure | None = None
        self._side: Side | None = None
        self._in_turn = False
        self._hold: float | None = None
        self._started = 0.0
        self._timer: Timer | None = None
        self._picture_lines: tuple[object, list[Line]] = (None, [])

    def show(
        self, figure: Figure | None, side: Side | None, hold: Amount | None = None, *, in_turn: bool = False
    ) -> None:
        """Show a figure worked on a side; `hold` in seconds, `in_turn` where both sides are worked."""
        seconds = float(hold.least) if hold and hold.least else None
        if (figure, side, seconds, in_turn) != (self._figure, self._side, self._hold, self._in_turn):
            self._figure, self._side, self._hold, self._in_turn = figure, side, seconds, in_turn
            self._started = time.monotonic()
            self.refresh()

    @property
    def moves(self) -> bool:
        """Whether it moves now."""
        return self._timer is not None

    def move(self, *, on: bool) -> None:
        """Begin or stop to move."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        if on:
            self._started = time.monotonic()
            self._timer = self.set_interval(1 / FRAMES, self.refresh)
        self.refresh()

    def lines(self, width: int, height: int) -> list[Line]:
        """The picture of this moment."""
        key = (self._figure, self._side, self._hold, self._in_turn, width, height, self._frame())
        if self._picture_lines[0] != key:
            self._picture_lines = key, picture_lines(self._picture(Size(width, height)))
        return self._picture_lines[1]

    def _frame(self) -> int:
        """The number of the frame; 0 at rest."""
        return 1 + int((time.monotonic() - self._started) * FRAMES) if self.moves else 0

    def _picture(self, size: Size) -> Picture:
        if self._figure is None:
            return Picture(size, ())
        if not self.moves:
            return still(self._figure, size, self._side)
        seconds = (self._frame() - 1) / FRAMES
        return frame(self._figure, seconds, size, self._side, hold=self._hold, in_turn=self._in_turn)
