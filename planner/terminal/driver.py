"""The keyboard and the screen of a terminal, for Textual."""

import asyncio
import contextlib
import os
import re
import select
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING, Any, Final, TextIO, cast

from textual import constants, events
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from planner.terminal.checks import Abilities, abilities
from planner.terminal.painter import Painter
from planner.terminal.screen_model import ScreenModel
from planner.terminal.tty_input import Decoder
from planner.terminal.tty_modes import (
    ENTER,
    ENTER_AGAIN,
    LEAVE,
    MOUSE_OFF,
    MOUSE_ON,
    TerminalModes,
    terminal_size,
    wait_for_foreground,
)
from planner.terminal.tty_output import Output, output_to

if TYPE_CHECKING:
    from textual.app import App

_ASK_SYNCHRONISED: Final = "\x1b[?2026$p"
_BELL: Final = "\a"
_CLIPBOARD: Final = re.compile(r"\x1b\]52;c;[A-Za-z0-9+/=]{0,100000}\x07")
_MOST_STYLES: Final = 20_000
_READ_SIZE: Final = 4096
_MOST_COMMANDS: Final = 200_000
_LEAVE_SECONDS: Final = 0.5
"""How long leaving waits for a terminal that is not reading."""
_EMPTY_READS: Final = 10
"""So many reads of nothing in a row are an end of input."""


class PlannerDriver(Driver):
    """A driver without threads that sends only changed cells, never blocks, and notices when the terminal is gone.

    The keyboard is read and the screen is written by the event loop. What the application draws goes into a model;
    whenever the terminal takes more, the difference to what it shows is sent. A terminal that is not read for an hour
    therefore costs nothing, and is right as soon as it is read again.

    The Kitty keyboard protocol, focus reports, reports of mouse motion and of the window's size are not asked for:
    each is bytes on a slow line, and nothing here needs them.
    """

    def __init__(
        self,
        app: "App[Any]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        # Debugging would write every key to a file.
        del debug
        # As Textual's own driver; `checks.unusable` has seen to it that both are terminals.
        keyboard, screen = cast(TextIO, sys.__stdin__), cast(TextIO, sys.__stderr__)
        self._input = keyboard.fileno()
        self._screen = screen.fileno()
        super().__init__(app, mouse=mouse, size=size or terminal_size(self._screen))
        self._abilities: Abilities = abilities(os.environ, screen.encoding)
        self._modes = TerminalModes(self._input, self._screen)
        self._output: Output | None = None
        self._model = ScreenModel(*(self._size or (80, 24)), ascii_only=self._abilities.ascii_only)
        self._painter = Painter(background_erase=self._abilities.background_erase)
        self._decoder = Decoder(self._abilities.encoding)
        self._tick: asyncio.TimerHandle | None = None
        self._commands = ""
        self._scheduled = False
        self._resizing = False
        self._empty_reads = 0
        self._gone = False
        self._handlers: dict[int, Any] = {}

    # What Textual calls.

    @property
    def can_suspend(self) -> bool:
        """Whether the terminal can be lent to another program: yes."""
        return True

    @property
    def suspended(self) -> bool:
        """Whether the terminal is lent to another program now, or not taken yet."""
        return not self._modes.active

    def write(self, data: str) -> None:
        """Draw `data`, ring the bell or fill the clipboard; everything else in it is dropped."""
        if threading.get_ident() != threading.main_thread().ident:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self.write, data)
            return
        if data == _BELL or _CLIPBOARD.fullmatch(data):
            self._command(data)
        else:
            self._model.feed(data)
            self._schedule()

    def flush(self) -> None:
        """Send what has changed, as soon as all is drawn: a new screen comes as two pictures at once."""
        self._schedule()

    def send_message(self, message: Message) -> None:
        """Hand an event to the application."""
        if threading.get_ident() == threading.main_thread().ident:
            self._app.post_message(message)
            return
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._app.post_message, message)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._output = output_to(self._screen, self._loop, self._send, self.hang_up)
        self._modes.raw()
        self._painter.forget()
        self._handle(signal.SIGWINCH, self._on_window_change)
        self._handle(signal.SIGTSTP, self._on_stop)
        self._handle(signal.SIGCONT, self._on_continue)
        self._loop.add_reader(self._input, self._on_readable)
        self._begin(ENTER)
        self._resized()
        self._send()

    def stop_application_mode(self) -> None:
        """Give the terminal back. Waits half a second at most for one that is not reading."""
        if self._output is None:
            return
        self.disable_input()
        self._output.drain(LEAVE.encode(), _LEAVE_SECONDS)
        self._modes.cooked()
        self._output.close()
        self._output = None
        # Now they do what they did before: another program is in charge of the terminal.
        self._forget_handlers()

    def disable_input(self) -> None:
        """Read no more keys."""
        self._loop.remove_reader(self._input)
        if self._tick is not None:
            self._tick.cancel()
            self._tick = None

    def close(self) -> None:
        """Let go of everything."""
        self.stop_application_mode()

    # What our application calls.

    def repaint(self) -> None:
        """Trust nothing about the screen and draw all of it again."""
        self._painter.forget()
        self._model.touched = set(range(self._model.height))
        self._begin(ENTER_AGAIN)
        self._send()

    def restore_now(self) -> None:
        """Give the terminal back at once, from a signal handler or a process that is about to end."""
        self._modes.restore_now(cancel=self._output is not None and self._output.busy)

    def hang_up(self) -> None:
        """The terminal is gone: tell the application once, and read and write no more."""
        if self._gone:
            return
        self._gone = True
        with contextlib.suppress(RuntimeError):
            self.disable_input()
        hung_up: Callable[[], None] | None = getattr(self._app, "hang_up", None)
        if hung_up is None:
            signal.raise_signal(signal.SIGHUP)
        else:
            hung_up()

    # Output.

    def _begin(self, enter: str) -> None:
        self._commands = enter + (MOUSE_ON if self._mouse else MOUSE_OFF) + self._commands
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":
            # That one would show a "p".
            self._commands += _ASK_SYNCHRONISED

    def _command(self, sequence: str) -> None:
        # While the terminal is not reading, the last one is enough.
        self._commands = self._commands + sequence if len(self._commands) < _MOST_COMMANDS else sequence
        self._schedule()

    def _schedule(self) -> None:
        """Send soon, even if nobody flushes."""
        if not self._scheduled:
            self._scheduled = True
            self._loop.call_soon(self._send)

    def _send(self) -> None:
        self._scheduled = False
        if self._output is None or self._gone or self._output.busy or self._model.synchronised:
            return
        if len(self._model.styles) > _MOST_STYLES:
            self._model.forget_styles()
            self._painter.forget()
        commands, self._commands = self._commands, ""
        if data := commands + self._painter.frame(self._model):
            self._output.send(data.encode("utf-8", "replace"))

    # Input.

    def _on_readable(self) -> None:
        try:
            data = os.read(self._input, _READ_SIZE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self.hang_up()
            return
        if not data:
            self._on_nothing()
            return
        self._empty_reads = 0
        for event in self._decoder.feed(data):
            self.process_message(event)
        self._tick_later()

    def _on_nothing(self) -> None:
        """An end of input; or ctrl+d, when somebody changed the line discipline behind our back."""
        self._empty_reads += 1
        if self._empty_reads >= _EMPTY_READS or _is_hung_up(self._input):
            self.hang_up()
        else:
            self._modes.raw()

    def _tick_later(self) -> None:
        if self._tick is not None:
            self._tick.cancel()
        # A little later than the parser's own time limit, which it checks then.
        self._tick = self._loop.call_later(constants.ESCAPE_DELAY + 0.005, self._on_tick)

    def _on_tick(self) -> None:
        self._tick = None
        for event in self._decoder.tick():
            self.process_message(event)

    # Signals and sizes.

    def _handle(self, number: signal.Signals, handler: Callable[[int, FrameType | None], None]) -> None:
        # Only the main thread may; elsewhere (tests) there are no signals to care for.
        with contextlib.suppress(ValueError):
            self._handlers.setdefault(number, signal.signal(number, handler) or signal.SIG_DFL)

    def _forget_handlers(self) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def _on_window_change(self, _number: int, _frame: FrameType | None) -> None:
        # Of a storm of these, one is answered for each turn of the event loop.
        if not self._resizing:
            self._resizing = True
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._resized)

    def _resized(self) -> None:
        self._resizing = False
        width, height = terminal_size(self._screen)
        self._size = (width, height)
        # Terminals differ in what they keep when their size changes, and it may have changed twice.
        self._painter.forget()
        changed = (width, height) != (self._model.width, self._model.height)
        size = Size(width, height)
        self.send_message(events.Resize(size, size))
        if changed:
            self._model.resize(width, height)
            # Of several changes Textual may see only the last; if that is back to the size it knows, it draws nothing.
            self._app.call_later(self._app.refresh)
        else:
            self._model.touched = set(range(height))
            self._schedule()

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        """SIGTSTP: lend the terminal to the shell until it continues us."""
        if not self._modes.active:
            return
        self.suspend_application_mode()
        # The default action, and not SIGSTOP: the kernel ignores it where nobody could continue us.
        signal.pthread_kill(threading.get_ident(), signal.SIGTSTP)
        if not wait_for_foreground(self._input):
            self.hang_up()
            return
        self.resume_application_mode()
        self.send_message(self.SignalResume())

    def _on_continue(self, _number: int, _frame: FrameType | None) -> None:
        """SIGCONT: if we did not stop ourselves, another program may have used the terminal meanwhile."""
        if self._modes.active:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._continued)

    def _continued(self) -> None:
        if not self._modes.active:
            return
        if not wait_for_foreground(self._input):
            self.hang_up()
            return
        self._modes.raw()
        self._begin(ENTER_AGAIN)
        self._resized()


def _is_hung_up(fileno: int) -> bool:
    poll = select.poll()
    poll.register(fileno, select.POLLIN)
    return any(found & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _fileno, found in poll.poll(0))
