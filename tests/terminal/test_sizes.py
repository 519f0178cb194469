import fcntl
import re
import signal
import struct
import termios
from pathlib import Path

import pytest

from planner.terminal.tty_modes import terminal_size
from tests.terminal.harness import Terminal
from tests.terminal.programs import PLANNER, SAMPLE, Program


@pytest.mark.parametrize(
    ("columns", "lines"), [(1, 1), (2, 2), (10, 3), (1, 200), (200, 1), (60, 20), (500, 300), (81, 25)]
)
def test_every_size_is_survived_and_the_way_back_shows_the_same(
    program: Program, tmp_path: Path, columns: int, lines: int
) -> None:
    with program.start(tmp_path) as terminal:
        seen = terminal.cells()
        terminal.resize(columns, lines)
        terminal.wait_for_silence()
        assert terminal.busy_share(0.5) < 0.05
        terminal.resize(80, 24)
        terminal.wait_for_silence()
        assert terminal.cells() == seen


@pytest.mark.parametrize(
    "keys",
    [
        "1\t",
        "1\t\t",
        "1/k\r",
        "1/\tj",
        "1/kn\t\t",
        "\r\t\t\t",
        "\r\t\t\x1b[Z8",
        "o\x1b",
        "4jj",
        "?j\x1b",
        "1a\x1b2",
        "f",
    ],
)
def test_where_the_focus_has_gone_nothing_else_is_left_on_the_screen(keys: str, tmp_path: Path) -> None:
    with PLANNER.start(tmp_path) as terminal:
        for key in re.findall(r"\x1b\[\w|.", keys, re.DOTALL):
            terminal.type(key)
            terminal.wait_for_silence()
        # What follows when the cursor rests is there, too.
        terminal.wait_for_silence(1.0)
        seen = terminal.cells()
        terminal.resize(80, 25)
        terminal.wait_until(lambda: terminal.cells() != seen)
        terminal.wait_for_silence()
        terminal.resize(80, 24)
        terminal.wait_until(lambda: terminal.cells() == seen)


def test_it_starts_in_the_smallest_window_and_grows(program: Program, tmp_path: Path) -> None:
    with Terminal(program.command(tmp_path), columns=1, lines=1, environ=program.environ(tmp_path)) as terminal:
        terminal.wait_until(lambda: "1049" in terminal.modes)
        terminal.wait_for_silence()
        terminal.resize(80, 24)
        terminal.wait_for(program.ready)
        terminal.wait_for_silence()
        program.edit(terminal, "room at last")


def test_a_window_without_a_size_is_taken_for_the_usual_one(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path) as terminal:
        seen = terminal.cells()
        fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", 0, 0, 0, 0))
        terminal.wait_for_silence()
        assert terminal.cells() == seen
        program.edit(terminal, "here")


def test_a_storm_of_sizes_ends_with_the_right_screen(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path) as terminal:
        seen = terminal.cells()
        for number in range(1000):
            terminal.resize(60 + number % 70, 20 + number % 30)
            terminal.read(0)
        terminal.resize(80, 24)
        terminal.wait_for_silence()
        assert terminal.cells() == seen
        assert terminal.busy_share(0.5) < 0.05
        program.edit(terminal, "after the storm")


def test_a_change_and_back_in_one_go_still_draws_everything_again(program: Program, tmp_path: Path) -> None:
    # The terminal has cut the picture, though the program sees the size that it had.
    with program.start(tmp_path) as terminal:
        seen = terminal.cells()
        terminal.resize(40, 10)
        terminal.resize(80, 24)
        terminal.signal(signal.SIGWINCH)
        terminal.wait_for_silence()
        assert terminal.cells() == seen


@pytest.mark.parametrize(
    ("columns", "lines", "expected"),
    [
        (80, 24, (80, 24)),
        (0, 0, (80, 24)),
        (0, 24, (80, 24)),
        (65535, 65535, (1000, 1000)),
        (1, 1, (1, 1)),
        (1001, 30, (1000, 30)),
    ],
)
def test_what_a_terminal_says_of_its_size_is_not_believed_blindly(
    columns: int, lines: int, expected: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setenv("COLUMNS", "7")
    monkeypatch.setenv("LINES", "0")
    master, slave = os.openpty()
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    assert terminal_size(slave) == expected
    os.close(master)
    os.close(slave)


def test_stale_sizes_in_the_environment_are_not_asked(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path, environ={"COLUMNS": "0", "LINES": "0"}) as terminal:
        assert terminal.text.splitlines()[0].endswith("ready                           ")
