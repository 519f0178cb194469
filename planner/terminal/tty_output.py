"""Writing to a terminal that may not be reading: the event loop never waits for it."""

import asyncio
import contextlib
import os
import select
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread
from typing import Final

_RETRY: Final = 0.05
"""Seconds between attempts where the event loop cannot tell when there is room again."""


class Output(ABC):
    """One message at a time on its way to the terminal.

    `on_room` is called when a terminal that was slow has taken all of it, `on_lost` when there is no terminal any more.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, on_room: Callable[[], None], on_lost: Callable[[], None]
    ) -> None:
        self._loop = loop
        self._on_room = on_room
        self._on_lost = on_lost

    @property
    @abstractmethod
    def busy(self) -> bool:
        """Whether the terminal has not taken all of the last message yet."""

    @abstractmethod
    def send(self, data: bytes) -> None:
        """Begin to send; not to be called while `busy`."""

    @abstractmethod
    def drain(self, data: bytes, seconds: float) -> bool:
        """Send what is left and then `data`, waiting no longer than `seconds`; whether the terminal took it all."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the terminal; what it has not taken is not sent."""


def output_to(
    fileno: int, loop: asyncio.AbstractEventLoop, on_room: Callable[[], None], on_lost: Callable[[], None]
) -> Output:
    """The best way there is to write to the terminal that `fileno` is open on."""
    found = open_without_waiting(fileno)
    if found is None:
        return ThreadedOutput(fileno, loop, on_room, on_lost)
    return NonBlockingOutput(found, loop, on_room, on_lost)


def open_without_waiting(fileno: int) -> int | None:
    """A second, non-blocking way to the terminal that `fileno` is open on; None if there is none.

    Setting O_NONBLOCK on `fileno` itself would set it for the shell as well, which shares it.
    """
    for path in _paths(fileno):
        try:
            found = os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            continue
        if os.isatty(found):
            return found
        os.close(found)
    return None


def _paths(fileno: int) -> list[str]:
    paths = []
    with contextlib.suppress(OSError):
        # Fails unless this is the controlling terminal, which /dev/tty is whatever its name and owner are (after
        # `su`, or in a container, the name cannot be opened or is another's).
        os.tcgetpgrp(fileno)
        paths.append("/dev/tty")
    with contextlib.suppress(OSError):
        name = os.ttyname(fileno)
        if os.stat(name).st_rdev == os.fstat(fileno).st_rdev:  # noqa: PTH116 - it stands beside fstat
            paths.append(name)
    return paths


class NonBlockingOutput(Output):
    """Writes what the terminal takes now, and the rest when it has room again."""

    def __init__(
        self,
        fileno: int,
        loop: asyncio.AbstractEventLoop,
        on_room: Callable[[], None],
        on_lost: Callable[[], None],
    ) -> None:
        super().__init__(loop, on_room, on_lost)
        self._fileno = fileno
        self._rest = b""
        self._watching = False
        self._open = True

    @property
    def busy(self) -> bool:
        """See `Output.busy`."""
        return bool(self._rest)

    def send(self, data: bytes) -> None:
        """See `Output.send`."""
        self._rest = data
        self._push()
        if self._rest:
            self._wait()

    def drain(self, data: bytes, seconds: float) -> bool:
        """See `Output.drain`."""
        self._stop_waiting()
        self._rest += data
        deadline = time.monotonic() + seconds
        while self._rest and self._open:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([], [self._fileno], [], left)[1]:
                return False
            self._push()
        return self._open

    def close(self) -> None:
        """See `Output.close`."""
        self._stop_waiting()
        self._rest = b""
        if self._open:
            self._open = False
            os.close(self._fileno)

    def _push(self) -> None:
        try:
            while self._rest and self._open:
                self._rest = self._rest[os.write(self._fileno, self._rest) :]
        except BlockingIOError:
            return
        except OSError:
            self.close()
            self._on_lost()
        if not self._open:
            self._rest = b""

    def _wait(self) -> None:
        if self._watching:
            return
        try:
            self._loop.add_writer(self._fileno, self._continue)
        except (OSError, NotImplementedError):
            # Some systems cannot watch some terminals (kqueue and /dev/tty).
            self._loop.call_later(_RETRY, self._continue)
        else:
            self._watching = True

    def _stop_waiting(self) -> None:
        if self._watching:
            self._watching = False
            self._loop.remove_writer(self._fileno)

    def _continue(self) -> None:
        if not self._rest:
            return
        self._push()
        if self._rest:
            self._wait()
        else:
            self._stop_waiting()
            self._on_room()


class ThreadedOutput(Output):
    """Where there is no non-blocking way: a thread waits for the terminal instead of the event loop."""

    def __init__(
        self,
        fileno: int,
        loop: asyncio.AbstractEventLoop,
        on_room: Callable[[], None],
        on_lost: Callable[[], None],
    ) -> None:
        super().__init__(loop, on_room, on_lost)
        self._fileno = fileno
        self._messages: SimpleQueue[tuple[bytes, Event] | None] = SimpleQueue()
        self._last = Event()
        self._last.set()
        Thread(target=self._run, name="terminal-output", daemon=True).start()

    @property
    def busy(self) -> bool:
        """See `Output.busy`."""
        return not self._last.is_set()

    def send(self, data: bytes) -> None:
        """See `Output.send`."""
        self._last = Event()
        self._messages.put((data, self._last))

    def drain(self, data: bytes, seconds: float) -> bool:
        """See `Output.drain`."""
        self.send(data)
        return self._last.wait(seconds)

    def close(self) -> None:
        """See `Output.close`."""
        self._messages.put(None)

    def _run(self) -> None:
        while (message := self._messages.get()) is not None:
            data, taken = message
            try:
                while data:
                    data = data[os.write(self._fileno, data) :]
            except OSError:
                self._tell(self._on_lost)
            taken.set()
            self._tell(self._on_room)

    def _tell(self, call: Callable[[], None]) -> None:
        # The loop may be closed already.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call)
