"""Over a real OpenSSH connection, which breaks in every way that connections break."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.harness import CLEAN_ENVIRONMENT, Terminal
from tests.terminal.programs import SAMPLE, Program
from tests.terminal.ssh_server import (
    MISSING,
    TOKEN_NAME,
    SshServer,
    parent,
    processes,
    thawed_at_the_end,
    wait_for_death,
    wait_until_none_is_left,
)

pytestmark = pytest.mark.skipif(bool(MISSING) or sys.platform != "linux", reason=MISSING or "reads /proc")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    found = SshServer(tmp_path_factory.mktemp("sshd"), ["ClientAliveInterval 1", "ClientAliveCountMax 2"])
    yield found
    found.stop()


class Session:
    """A program that runs on the server, seen through a client."""

    def __init__(self, server: SshServer, program: Program, directory: Path) -> None:
        self.program = program
        self.directory = directory
        self.token = str(directory)
        environ = {
            "LANG": "C.UTF-8",
            "PYTHONPATH": CLEAN_ENVIRONMENT["PYTHONPATH"],
            **program.environ(directory),
            TOKEN_NAME: self.token,
        }
        self.terminal = Terminal(server.client(program.command(directory), environ), environ={"COLORTERM": "truecolor"})
        self.terminal.wait_for(program.ready)
        self.terminal.wait_for_silence()

    @property
    def pid(self) -> int:
        (found,) = processes(self.token)
        return found

    def edit(self, text: str) -> None:
        self.program.edit(self.terminal, text)

    def check_that_all_is_safe(self, text: str) -> None:
        wait_until_none_is_left(self.token)
        assert text in self.program.draft(self.directory)


@pytest.fixture
def session(server: SshServer, program: Program, tmp_path: Path) -> Iterator[Session]:
    found = Session(server, program, tmp_path)
    with found.terminal:
        yield found


def test_a_client_that_is_killed_leaves_the_draft_and_nothing_else(session: Session) -> None:
    session.edit("knee roll")
    session.terminal.signal(signal.SIGKILL)
    session.check_that_all_is_safe("knee roll")


def test_a_client_whose_window_is_closed_leaves_the_draft_and_nothing_else(session: Session) -> None:
    session.edit("knee roll")
    session.terminal.close()
    session.check_that_all_is_safe("knee roll")


def test_a_server_whose_child_is_killed_leaves_the_draft_and_nothing_else(session: Session) -> None:
    session.edit("knee roll")
    os.kill(parent(session.pid), signal.SIGKILL)
    session.check_that_all_is_safe("knee roll")


def test_an_idle_screen_lets_the_server_notice_that_a_client_has_gone_silent(session: Session) -> None:
    session.edit("knee roll")
    session.terminal.wait_for_silence()
    with thawed_at_the_end(session.terminal):
        session.check_that_all_is_safe("knee roll")


def test_what_is_typed_just_before_the_line_breaks_is_there(session: Session) -> None:
    session.edit("knee roll")
    session.edit(", each side")
    session.terminal.signal(signal.SIGKILL)
    session.check_that_all_is_safe("knee roll, each side")


def test_another_session_can_end_it_while_its_client_is_frozen(session: Session) -> None:
    session.edit("knee roll")
    pid = session.pid
    with thawed_at_the_end(session.terminal):
        os.kill(pid, signal.SIGTERM)
        assert wait_for_death(pid)
        assert "knee roll" in session.program.draft(session.directory)


def test_the_window_of_a_client_may_change_its_size(session: Session) -> None:
    seen = session.terminal.cells()
    session.terminal.resize(100, 30)
    session.terminal.wait_for_silence()
    session.terminal.resize(80, 24)
    session.terminal.wait_for_silence()
    assert session.terminal.cells() == seen


def test_leaving_ends_the_connection_with_the_status(session: Session) -> None:
    session.program.leave(session.terminal)
    assert session.terminal.wait_for_end() == session.program.left
    assert not session.terminal.modes & {"1049", "1000", "1006", "2004"}
    wait_until_none_is_left(session.token)


def test_colours_are_those_that_the_server_was_told_of(session: Session) -> None:
    # COLORTERM does not travel; TERM does.
    assert b"38;2;" not in session.terminal.output
    assert b"38;5;" in session.terminal.output


def test_nothing_is_sent_while_nothing_happens(session: Session) -> None:
    sent = len(session.terminal.output)
    assert session.terminal.busy_share(2.0) < 0.05
    assert len(session.terminal.output) == sent


def test_on_another_server_the_same_holds_where_the_shell_stays_in_between(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    # An interactive login: the shell is the session's leader, and gets the signal first.
    server = SshServer(tmp_path_factory.mktemp("sshd"))
    try:
        environ = {TOKEN_NAME: str(tmp_path), "LANG": "C.UTF-8"}
        with Terminal(server.client(["bash", "--norc", "-i"], environ)) as terminal:
            terminal.wait_for("$" if os.geteuid() else "#")
            terminal.type(" ".join(SAMPLE.command(tmp_path)) + "\r")
            terminal.wait_for(SAMPLE.ready)
            SAMPLE.edit(terminal, "knee roll")
            terminal.signal(signal.SIGKILL)
            wait_until_none_is_left(str(tmp_path))
            assert SAMPLE.draft(tmp_path) == "knee roll"
    finally:
        server.stop()
