"""Writing to terminals that take nothing, or are not there."""

import asyncio
import os
from collections.abc import Callable

import pytest

from planner.terminal.tty_output import NonBlockingOutput, Output, ThreadedOutput, open_without_waiting

BIG = b"knee roll " * 100_000


class Pty:
    """Both ends of a pseudo-terminal, and what the output told us."""

    def __init__(self) -> None:
        self.master, self.slave = os.openpty()
        os.set_blocking(self.master, False)
        self.had_room = 0
        self.was_lost = 0

    def room(self) -> None:
        self.had_room += 1

    def lost(self) -> None:
        self.was_lost += 1

    def read(self) -> bytes:
        try:
            return os.read(self.master, 65536)
        except BlockingIOError:
            return b""

    def output(self, kind: str) -> Output:
        loop = asyncio.get_running_loop()
        if kind == "threaded":
            return ThreadedOutput(self.slave, loop, self.room, self.lost)
        found = open_without_waiting(self.slave)
        assert found is not None
        return NonBlockingOutput(found, loop, self.room, self.lost)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.001)


KINDS = pytest.mark.parametrize("kind", ["non-blocking", "threaded"])


@KINDS
def test_what_is_sent_arrives_in_order_once_it_is_read(kind: str) -> None:
    async def session() -> None:
        pty = Pty()
        output = pty.output(kind)
        output.send(BIG)
        assert output.busy
        found = bytearray()

        def read() -> bool:
            found.extend(pty.read())
            return len(found) >= len(BIG)

        await until(read)
        assert bytes(found) == BIG
        await until(lambda: pty.had_room == 1)
        assert not output.busy
        output.send(b"more")
        await until(lambda: pty.read() == b"more")
        output.close()

    asyncio.run(session())


@KINDS
def test_nobody_waits_for_a_terminal_that_takes_nothing(kind: str) -> None:
    async def session() -> None:
        pty = Pty()
        output = pty.output(kind)
        output.send(BIG)
        for _ in range(100):
            await asyncio.sleep(0)
        assert output.busy
        assert pty.had_room == 0
        assert output.drain(b"farewell", 0.05) is False
        output.close()
        # The thread that waits for the terminal is let go.
        os.close(pty.master)

    asyncio.run(session())


@KINDS
def test_leaving_sends_what_was_left_and_the_farewell(kind: str) -> None:
    async def session() -> None:
        pty = Pty()
        output = pty.output(kind)
        output.send(b"first ")
        assert output.drain(b"last", 20)
        assert pty.read() + pty.read() == b"first last"
        output.close()

    asyncio.run(session())


@KINDS
def test_a_terminal_that_is_gone_is_told_once(kind: str) -> None:
    async def session() -> None:
        pty = Pty()
        output = pty.output(kind)
        os.close(pty.master)
        output.send(b"knee")
        await until(lambda: pty.was_lost == 1)
        await until(lambda: not output.busy)
        output.close()

    asyncio.run(session())


def test_the_shell_is_not_left_with_a_terminal_that_does_not_wait() -> None:
    master, slave = os.openpty()
    found = open_without_waiting(slave)
    assert found is not None
    assert os.get_blocking(slave)
    assert not os.get_blocking(found)
    for fileno in (found, slave, master):
        os.close(fileno)


def test_what_is_no_terminal_is_not_opened() -> None:
    reading, writing = os.pipe()
    assert open_without_waiting(writing) is None
    os.close(reading)
    os.close(writing)
