"""Work that is done in a thread when there is some, and not more often than it should."""

import threading
from collections.abc import Callable
from contextlib import suppress


class Background:
    """Does its work soon after it is woken, then not again for `pause` seconds. It sleeps when there is none.

    The thread holds up nobody: neither the one who wakes it nor the end of the program.
    """

    def __init__(self, work: Callable[[], None], pause: float) -> None:
        self._work = work
        self._pause = pause
        self._waiting = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """There is work. Where no thread can be started, it is not done. Not to be called from a signal handler."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            with suppress(RuntimeError):
                self._thread.start()
        if not self._waiting.is_set():
            self._waiting.set()

    def stop(self) -> None:
        """No more work; what is being done is finished, but not waited for."""
        self._stopping.set()
        self._waiting.set()

    def _run(self) -> None:
        while True:
            self._waiting.wait()
            if self._stopping.is_set():
                return
            self._waiting.clear()
            self._work()
            self._stopping.wait(self._pause)
