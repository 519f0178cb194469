"""Signals that end the program, and terminals that vanish: the work is put in safety first.

Handlers are set with `signal.signal`, not with the event loop, because they must run while the loop does not; and the
application is never asked to exit, because that may wait for a terminal that is not there.
"""

import contextlib
import os
import resource
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

ENDING: Final = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
"""The signals that end the program."""
_FROM_KEYS: Final = (signal.SIGINT, signal.SIGQUIT)
_SAVE_AFTER: Final = 0.4
_END_AFTER: Final = 0.4
"""Seconds that the main thread has to begin saving, and then to end, before the watchdog does it."""
_SHELL_OFFSET: Final = 128
"""What shells add to the number of the signal that ended a program."""


def _nothing() -> None:
    """Stands in for a callback that is not given."""


class SignalGuard:
    """Sees to it that the program ends well, whatever ends it.

    - `emergency` puts the work in safety and may return words to show last ("Your draft is safe: …"). It runs between
      two steps of whatever the program was doing, or in another thread: it must only write an unchanging snapshot, and
      neither wait for a lock nor print. It is called once.
    - `restore` gives the terminal back, where there still is one; `say` shows the words there.
    - `lent` says whether the terminal is lent to another program (an editor): then SIGINT and SIGQUIT are for that.

    Then the process ends by the same signal, so that its exit status is true; within a second, or a watchdog ends it
    with the status a shell would report.
    """

    def __init__(
        self,
        emergency: Callable[[], str | None],
        *,
        restore: Callable[[], None] = _nothing,
        say: Callable[[str], None] = lambda _words: None,
        lent: Callable[[], bool] = lambda: False,
    ) -> None:
        self._emergency = emergency
        self._restore = restore
        self._say = say
        self._lent = lent
        self._saving = threading.Lock()
        self._words: str | None = None
        self._handlers: dict[signal.Signals, Any] = {}
        self._wakeup: int | None = None
        self._wakeup_before = -1

    def install(self) -> None:
        """Begin to watch; in the main thread.

        Also where the parent had set SIGHUP to be ignored (nohup, some wrappers): without its terminal a full-screen
        program has nothing left to do.
        """
        reading, self._wakeup = os.pipe()
        os.set_blocking(self._wakeup, False)
        self._wakeup_before = signal.set_wakeup_fd(self._wakeup, warn_on_full_buffer=False)
        threading.Thread(target=self._watch, args=(reading,), name="signal-watchdog", daemon=True).start()
        for number in ENDING:
            self._handlers[number] = signal.signal(number, self._on_signal) or signal.SIG_DFL

    def uninstall(self) -> None:
        """Stop watching, and handle the signals as before."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()
        if self._wakeup is not None:
            signal.set_wakeup_fd(self._wakeup_before)
            os.close(self._wakeup)
            self._wakeup = None

    def save(self) -> str | None:
        """Put the work in safety, unless that was done already; the words to show, if there are any."""
        if self._saving.acquire(blocking=False):
            # Nothing may keep the process alive now, not even a fault in saving.
            with contextlib.suppress(BaseException):
                self._words = self._emergency()
        return self._words

    def hang_up(self) -> None:
        """The terminal is gone, and nobody has sent SIGHUP: do as if."""
        os.kill(os.getpid(), signal.SIGHUP)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if number in _FROM_KEYS and self._lent():
            return
        for other in ENDING:
            signal.signal(other, signal.SIG_IGN)
        words = self.save()
        self._part(words)
        if number == signal.SIGQUIT:
            # A core file would hold the plan.
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        os._exit(_SHELL_OFFSET + number)

    def _part(self, words: str | None) -> None:
        with contextlib.suppress(BaseException):
            self._restore()
            if words:
                self._say(words)

    def _watch(self, reading: int) -> None:
        """Wait for the numbers of signals, which arrive even while the main thread is stuck."""
        never = threading.Event()
        with os.fdopen(reading, "rb", buffering=0) as numbers:
            while received := numbers.read(64):
                ending = [number for number in received if number in ENDING]
                if not ending or (ending[0] in _FROM_KEYS and self._lent()):
                    continue
                never.wait(_SAVE_AFTER)
                words = self.save()
                never.wait(_END_AFTER)
                self._part(words)
                os._exit(_SHELL_OFFSET + ending[0])
