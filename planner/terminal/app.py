"""The Textual application that is at home on a hostile terminal."""

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Final, Generic

from rich.console import RenderableType
from rich.terminal_theme import TerminalTheme
from textual import events
from textual.app import App, ReturnType, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.types import CSSPathType

from planner.terminal.checks import remote
from planner.terminal.control_filter import ControlFilter
from planner.terminal.crash import EX_SOFTWARE, Fault
from planner.terminal.driver import PlannerDriver
from planner.terminal.guard import SignalGuard

_MODE_CHANGE: Final = 0.001
"""Seconds that a change of mode has to come up whole."""


class TerminalApp(App[ReturnType], Generic[ReturnType]):
    """To be inherited from instead of `App`, and run with `planner.terminal.running.run`.

    It draws through `PlannerDriver`, lets no control character of a text reach the terminal, turns faults into a
    `fault` and status 70 without showing anything of them, repaints with ctrl+l, animates nothing over SSH, has no
    blinking cursor, and leaves out what helps developers but shows the inside to others.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+l", "repaint", "Redraw the screen", show=False, system=True)]

    def __init__(self, css_path: CSSPathType | None = None, *, ansi_color: bool | None = None) -> None:
        # The driver is given, so that no variable of the environment (such as textual-serve's) can choose another.
        super().__init__(driver_class=PlannerDriver, css_path=css_path, ansi_color=ansi_color)
        self.features = frozenset()
        self.devtools = None
        self.css_monitor = None
        if remote(os.environ):
            self.animation_level = "none"
        self.fault: Fault | None = None
        """The first exception that nobody expected."""
        self.on_fault: Callable[[Fault], None] | None = None
        """Told of the first fault. Set by `run`."""
        self.guard: SignalGuard | None = None
        """Set by `run`."""
        self._control_filter = ControlFilter()
        self._sixteen: tuple[str, TerminalTheme] | None = None
        """The theme, and what it makes of the sixteen colours."""

    @property
    def terminal(self) -> PlannerDriver | None:
        """The driver, if the application runs on a terminal."""
        return self._driver if isinstance(self._driver, PlannerDriver) else None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the control filter after them."""
        return [*super().get_line_filters(), self._control_filter]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Textual's commands without the screenshot, which would put the plan into a file that nobody thinks of."""
        return (command for command in super().get_system_commands(screen) if command.title != "Screenshot")

    @property
    def ansi_theme(self) -> TerminalTheme:
        """What the sixteen colours look like. It is asked for with every line that is drawn."""
        if self._sixteen is None or self._sixteen[0] != self.theme:
            # Textual makes a list of all themes to find the one in use.
            self._sixteen = self.theme, super().ansi_theme
        return self._sixteen[1]

    def delay_update(self, delay: float = 0.05) -> None:
        """Draw nothing while another mode comes up; Textual would wait for 50 ms, which a person can feel."""
        super().delay_update(min(delay, _MODE_CHANGE))

    def action_repaint(self) -> None:
        """Draw everything again, after another program has written over it."""
        if self.terminal is not None:
            self.terminal.repaint()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A cursor that blinks sends bytes for ever, and keeps a dead SSH connection looking alive."""
        if getattr(event.widget, "cursor_blink", False):
            event.widget.cursor_blink = False  # type: ignore[attr-defined]

    def hang_up(self) -> None:
        """The terminal is gone: put the work in safety and end at once, without the farewells of an exit."""
        if self.guard is None:
            os._exit(128 + 1)
        self.guard.hang_up()

    # Faults.

    def record(self, error: BaseException, place: str) -> None:
        """Remember the first fault, and end the application with status 70. From any thread."""
        if self.fault is None:
            self.fault = Fault(error, place)
            if self.on_fault is not None:
                self.on_fault(self.fault)
        self._return_code = EX_SOFTWARE
        if threading.current_thread() is threading.main_thread():
            self._close_messages_no_wait()
        elif self._loop is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._close_messages_no_wait)

    def _handle_exception(self, error: Exception) -> None:
        """Every exception in a handler, timer, worker or widget ends here."""
        if self._exception is None:
            # Textual's test driver raises it again.
            self._exception = error
            self._exception_event.set()
        self.record(error, "the application")

    def _fatal_error(self) -> None:
        """Show no traceback: see `record`."""
        self.record(sys.exc_info()[1] or RuntimeError(), "the application")

    def panic(self, *renderables: RenderableType) -> None:
        """Show nothing of what went wrong: see `record`."""
        del renderables
        self.record(sys.exc_info()[1] or RuntimeError(), "the application")

    async def run_async(self, **options: Any) -> ReturnType | None:
        """Run, and take exceptions of forgotten tasks as seriously as all others."""
        asyncio.get_running_loop().set_exception_handler(self._on_loop_exception)
        return await super().run_async(**options)

    def _on_loop_exception(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self.record(error, "a task")
