import os
import select
import signal
from pathlib import Path

import pytest

from planner.terminal.guard import ENDING
from tests.terminal.harness import Terminal, is_stopped, stopped
from tests.terminal.programs import SAMPLE, Program

TAKE = 'exec 0<>"$0" 1>&0 2>&0; '


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_saves_the_draft_gives_the_terminal_back_and_is_the_exit_status(
    program: Program, tmp_path: Path, number: signal.Signals
) -> None:
    with program.start(tmp_path) as terminal:
        program.edit(terminal, "knee roll")
        terminal.signal(number)
        assert terminal.wait_for_end() == -number
        assert "knee roll" in program.draft(tmp_path)
        assert terminal.is_restored


def test_the_last_words_say_where_the_draft_is(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path) as terminal:
        SAMPLE.edit(terminal, "knee roll")
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_end()
        assert "Your draft is safe: " in terminal.text


@pytest.mark.parametrize(
    "numbers",
    [
        (signal.SIGTERM, signal.SIGHUP),
        (signal.SIGINT, signal.SIGTERM, signal.SIGHUP),
        (signal.SIGTERM, signal.SIGTERM, signal.SIGTERM),
        (signal.SIGHUP, signal.SIGCONT),
    ],
)
def test_several_signals_at_once_end_it_once(
    program: Program, tmp_path: Path, numbers: tuple[signal.Signals, ...]
) -> None:
    with program.start(tmp_path) as terminal:
        program.edit(terminal, "knee roll")
        terminal.signal(*numbers)
        assert terminal.wait_for_end() in {-number for number in numbers}
        assert "knee roll" in program.draft(tmp_path)
        assert terminal.is_restored


def test_a_closed_window_ends_it_with_the_draft_saved(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path) as terminal:
        program.edit(terminal, "knee roll")
        terminal.close()
        assert terminal.wait_for_end_unread() == -signal.SIGHUP
        assert "knee roll" in program.draft(tmp_path)


def test_a_closed_window_ends_it_even_where_the_hang_up_signal_was_ignored(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path, script=f'trap "" HUP; {TAKE} exec "$@"') as terminal:
        program.edit(terminal, "knee roll")
        terminal.close()
        assert terminal.wait_for_end_unread() == -signal.SIGHUP
        assert "knee roll" in program.draft(tmp_path)


def test_a_closed_window_ends_it_even_where_only_a_wrapper_is_told(program: Program, tmp_path: Path) -> None:
    # The signal goes to the session's leader, which ignores it here; the program can only see the end of its input.
    status = tmp_path / "status"
    script = f'trap "" HUP; {TAKE} "$@"; echo $? >{status}'
    with program.start(tmp_path, script=script) as terminal:
        program.edit(terminal, "knee roll")
        terminal.close()
        terminal.wait_for_end_unread()
        assert status.read_text(encoding="ascii") == "129\n"
        assert "knee roll" in program.draft(tmp_path)


def test_it_ends_while_the_terminal_takes_nothing(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path) as terminal:
        program.edit(terminal, "knee roll")
        terminal.freeze()
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end_unread() == -signal.SIGTERM
        assert "knee roll" in program.draft(tmp_path)


def test_a_terminal_that_was_frozen_shows_the_newest_screen_when_it_is_read_again(
    program: Program, tmp_path: Path
) -> None:
    with program.start(tmp_path) as terminal:
        terminal.freeze()
        terminal.resize(80, 24)
        terminal.wait_for_silence()
        program.edit(terminal, "still here")
        seen = terminal.text
        terminal.type("\x0c")
        terminal.wait_for_silence()
        assert terminal.text == seen


def test_a_bare_continue_signal_changes_nothing(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path) as terminal:
        terminal.wait_for_silence()
        seen, threads = terminal.cells(), terminal.threads()
        for _ in range(3):
            terminal.signal(signal.SIGCONT)
            terminal.wait_for_silence()
        assert terminal.threads() <= threads
        assert terminal.cells() == seen
        program.leave(terminal)
        assert terminal.wait_for_end() == program.left
        assert terminal.is_restored


def test_after_a_stop_from_outside_the_screen_is_drawn_again(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path) as terminal:
        seen = terminal.cells()
        with stopped(terminal):
            terminal.screen.reset()
            terminal.screen.draw("what the shell had to say")
        terminal.wait_for(program.ready)
        terminal.wait_for_silence()
        assert terminal.cells() == seen


JOB_CONTROL = f'{TAKE} set -m; "$@"; echo in the shell; read line; fg >/dev/null; exit $?'


def child_of(terminal: Terminal) -> int:
    path = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children")
    return int(path.read_text(encoding="ascii").split()[0])


def test_the_terminal_stop_signal_lends_the_terminal_to_the_shell(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path, script=JOB_CONTROL) as terminal:
        program.edit(terminal, "knee roll")
        terminal.wait_for_silence()
        seen, child = terminal.cells(), child_of(terminal)
        os.kill(child, signal.SIGTSTP)
        terminal.wait_for("in the shell")
        assert is_stopped(child)
        assert not terminal.modes & {"1049", "1000", "1006", "2004"}
        terminal.type("\n")
        terminal.wait_until(lambda: "1049" in terminal.modes)
        terminal.wait_for("knee roll")
        terminal.wait_for_silence()
        assert terminal.cells() == seen
        program.leave(terminal)
        assert terminal.wait_for_end() == program.left
        assert not terminal.modes & {"1049", "1000", "1006", "2004"}


def test_a_stop_where_nobody_could_continue_it_is_not_a_stop(program: Program, tmp_path: Path) -> None:
    # A session's leader, as under `ssh -t host planner`.
    with program.start(tmp_path) as terminal:
        program.edit(terminal, "knee")
        terminal.signal(signal.SIGTSTP)
        terminal.wait_for_silence()
        program.edit(terminal, "roll")
        assert not is_stopped(terminal.process.pid)


def test_suspended_and_then_closed_still_saves(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path, script=JOB_CONTROL) as terminal:
        program.edit(terminal, "knee roll")
        child = child_of(terminal)
        os.kill(child, signal.SIGTSTP)
        terminal.wait_for("in the shell")
        terminal.close()
        terminal.wait_for_end_unread()
    wait_for_death(child)
    assert "knee roll" in program.draft(tmp_path)


def wait_for_death(pid: int) -> None:

    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([handle], [], [], 20)[0]
    finally:
        os.close(handle)


def test_the_interrupt_key_of_a_program_that_has_the_terminal_is_not_for_us(tmp_path: Path) -> None:
    command = [*SAMPLE.command(tmp_path), "suspend"]
    with Terminal(command) as terminal:
        terminal.wait_for("ready")
        SAMPLE.edit(terminal, "knee")
        terminal.type("\r")
        terminal.wait_for("lent")
        terminal.signal(signal.SIGINT)
        terminal.type("words\n")
        terminal.wait_for("draft 4")
        SAMPLE.edit(terminal, " roll")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert SAMPLE.draft(tmp_path) == "knee roll"


def test_an_idle_program_sends_nothing_and_does_nothing(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path) as terminal:
        sent = len(terminal.output)
        share = terminal.busy_share(2.0)
        assert len(terminal.output) == sent
        assert share < 0.05
