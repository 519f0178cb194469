"""A terminal's modes: into full-screen use, and back to how it was found."""

import contextlib
import errno
import os
import select
import signal
import termios
from typing import Any, Final

_USE: Final = "\x1b[?25l\x1b[?2004h\x1b[?7l"
ENTER: Final = "\x1b[?1049h" + _USE
"""Alternate screen, no cursor (so nothing blinks), bracketed paste, no line wrap."""
ENTER_AGAIN: Final = "\x1b[?1047h" + _USE
"""The same without remembering where the cursor was outside, which `ENTER` has done."""
MOUSE_ON: Final = "\x1b[?1000h\x1b[?1006h"
"""Clicks and the wheel, with positions as text (SGR). Motion is not asked for: each would be a message."""
MOUSE_OFF: Final = "\x1b[?1006l\x1b[?1000l"
LEAVE: Final = "\x1b[?2026l" + MOUSE_OFF + "\x1b[?2004l\x1b[?7h\x1b[m\x1b[?1049l\x1b[?25h"
"""Undoes all of it. The update that may be open is closed first, or nothing of this would be seen."""
CANCEL: Final = "\x18"
"""Ends a control sequence of which only a part was sent."""

_INPUT_FLAG, _LOCAL_FLAG, _CHARACTERS = 0, 3, 6
_SIZE_LIMIT: Final = 1000
_USUAL_SIZE: Final = (80, 24)
_SAY_SECONDS: Final = 0.2


def terminal_size(fileno: int) -> tuple[int, int]:
    """Columns and lines of the terminal; 80 by 24 if it does not say, and never more than 1000 by 1000.

    COLUMNS and LINES are not asked: they are often stale. Sizes may be nonsense: a serial line says 0 by 0, and
    anything on the other end of an SSH connection can say 65535 by 65535.
    """
    try:
        columns, lines = os.get_terminal_size(fileno)
    except OSError:
        return _USUAL_SIZE
    if columns <= 0 or lines <= 0:
        return _USUAL_SIZE
    return min(columns, _SIZE_LIMIT), min(lines, _SIZE_LIMIT)


def in_foreground(fileno: int) -> bool:
    """Whether this process may use the terminal now, as far as job control is concerned."""
    try:
        return os.tcgetpgrp(fileno) == os.getpgrp()
    except OSError:
        # Not our controlling terminal: job control does not apply.
        return True


def wait_for_foreground(fileno: int) -> bool:
    """Stop, as the shell expects it, until this process is in the foreground; False if the terminal is gone."""
    while True:
        try:
            # Changes nothing; in the background the kernel stops us here (SIGTTOU) until `fg`.
            termios.tcsetattr(fileno, termios.TCSANOW, termios.tcgetattr(fileno))
        except termios.error as error:
            if error.args[0] != errno.EINTR:
                return False
        else:
            return True


class TerminalModes:
    """The line discipline of one terminal, and whether it is in full-screen use."""

    def __init__(self, input_fileno: int, output_fileno: int) -> None:
        self._input = input_fileno
        self._output = output_fileno
        self._found: list[Any] | None = None
        self.active = False

    def raw(self) -> None:
        """Give us each key as it is pressed, and ctrl+c, ctrl+s and ctrl+z as keys."""
        self.active = True
        with contextlib.suppress(termios.error):
            attributes = termios.tcgetattr(self._input)
            if self._found is None:
                self._found = [*attributes[:_CHARACTERS], list(attributes[_CHARACTERS])]
            attributes[_LOCAL_FLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            attributes[_INPUT_FLAG] &= ~(
                termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP
            )
            attributes[_CHARACTERS][termios.VMIN] = 1
            attributes[_CHARACTERS][termios.VTIME] = 0
            termios.tcsetattr(self._input, termios.TCSANOW, attributes)

    def cooked(self) -> None:
        """Give the line discipline back as it was found, and throw away what was typed but not read.

        Mouse reports that are still on their way would be typed into the shell.
        """
        self.active = False
        found, self._found = self._found, None
        if found is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._input, termios.TCSANOW, found)
                termios.tcflush(self._input, termios.TCIFLUSH)

    def restore_now(self, *, cancel: bool = False) -> None:
        """Give the terminal back from a signal handler or a process that is ending: never waits long, never raises.

        `cancel` says that a part of a control sequence may have been sent. Does nothing if not in full-screen use.
        """
        if not self.active:
            return
        with contextlib.suppress(OSError, ValueError):
            # In the background, writing and changing modes would stop us.
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        foreground = in_foreground(self._output)
        say(self._output, (CANCEL if cancel else "") + LEAVE)
        if foreground:
            self.cooked()
        self.active = False


def say(fileno: int, text: str) -> bool:
    """Write a few words to a terminal if it takes them within a fifth of a second; whether it did."""
    data = text.encode("utf-8", "replace")
    with contextlib.suppress(OSError, ValueError):
        if select.select([], [fileno], [], _SAY_SECONDS)[1]:
            return os.write(fileno, data) == len(data)
    return False
