"""Work that copies of this process do: beside one another, and with memory of their own."""

import fcntl
import gc
import os
import selectors
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TypeVar

Job = TypeVar("Job")
Send = Callable[[int, bytes], None]
"""Sends a number and some bytes from a copy to the process that it is a copy of."""

_MOST_COPIES = 4
_PIPE = 1 << 20
"""Bytes that a pipe is asked to hold (Linux: F_SETPIPE_SZ in fcntl(2)), so that a copy seldom has to wait."""
_NUMBER = 8
"""Bytes of each number that is sent."""


def side_by_side(
    work: Callable[[Job], bytes], jobs: Sequence[Job], processors: int | None = None
) -> Iterator[tuple[int, bytes]]:
    """The number and the result of each job, in the order in which they are done.

    The copies know all that this process knows now, and give back bytes. What a copy could not do, because it died or
    met an exception, is done here, where the exception comes out. With one processor, and in a process with threads,
    which cannot be copied safely, everything is done here. `processors` are those of the computer if not given.
    """
    count = min(_processors() if processors is None else processors, _MOST_COPIES, len(jobs))
    left = dict(enumerate(jobs))

    def share(first: int) -> Callable[[Send], None]:
        def do(send: Send) -> None:
            for number in range(first, len(jobs), count):
                send(number, work(jobs[number]))

        return do

    if count > 1 and _can_be_copied():
        for number, result in _from_copies([share(first) for first in range(count)]):
            del left[number]
            yield number, result
    for number, job in left.items():
        yield number, work(job)


def in_a_copy(work: Callable[[Send], bytes], told: Send, meanwhile: Callable[[], object]) -> bytes:
    """The result of work that takes much memory: a copy of this process does it, and takes that memory with it.

    What the work sends, with numbers from one, goes to `told`. `meanwhile` is done here while the copy works. It is all
    done here where `side_by_side` would do so.
    """
    if _can_be_copied():
        for number, data in _from_copies([lambda send: send(0, work(send))], meanwhile):
            if not number:
                return data
            told(number, data)
    return work(told)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_be_copied() -> bool:
    return threading.active_count() == 1


def _from_copies(
    tasks: Sequence[Callable[[Send], None]], meanwhile: Callable[[], object] = lambda: None
) -> Iterator[tuple[int, bytes]]:
    """What copies manage to send, each doing one task."""
    copies: list[_Copy] = []
    try:
        with suppress(OSError), selectors.DefaultSelector() as selector:
            for task in tasks:
                copies.append(_Copy(task))
                selector.register(copies[-1].pipe, selectors.EVENT_READ, copies[-1])
            meanwhile()
            while selector.get_map():
                for key, _ in selector.select():
                    copy: _Copy = key.data
                    if not copy.read():
                        selector.unregister(copy.pipe)
                    yield from copy.sent()
    finally:
        for copy in copies:
            copy.end()


class _Copy:
    """A copy of this process with a task."""

    def __init__(self, task: Callable[[Send], None]) -> None:
        self.pipe, writing = os.pipe()
        with suppress(OSError, AttributeError):
            fcntl.fcntl(self.pipe, fcntl.F_SETPIPE_SZ, _PIPE)
        self._received = bytearray()
        try:
            self._process = os.fork()
        except OSError:
            os.close(self.pipe)
            os.close(writing)
            raise
        if self._process == 0:
            _do_and_end(task, writing)
        os.close(writing)

    def read(self) -> bool:
        """Take what has come; whether more can come."""
        part = os.read(self.pipe, _PIPE)
        self._received += part
        return bool(part)

    def sent(self) -> Iterator[tuple[int, bytes]]:
        """What has come whole."""
        received = self._received
        while len(received) >= 2 * _NUMBER:
            number, length = (int.from_bytes(received[at : at + _NUMBER], "little") for at in (0, _NUMBER))
            end = 2 * _NUMBER + length
            if len(received) < end:
                return
            data = bytes(memoryview(received)[2 * _NUMBER : end])
            del received[:end]
            yield number, data

    def end(self) -> None:
        """Let go of the copy, whether it has ended or not."""
        os.close(self.pipe)
        with suppress(OSError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self._process, 0)


def _do_and_end(task: Callable[[Send], None], pipe: int) -> None:
    """The whole life of a copy. It says nothing to anybody else, and does none of what this process does at its end."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.disable()
        with os.fdopen(pipe, "wb") as stream:

            def send(number: int, data: bytes) -> None:
                stream.write(number.to_bytes(_NUMBER, "little") + len(data).to_bytes(_NUMBER, "little"))
                stream.write(data)
                stream.flush()

            task(send)
        status = 0
    finally:
        os._exit(status)
