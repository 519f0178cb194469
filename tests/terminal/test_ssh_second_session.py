"""Over a real OpenSSH connection: a plan is opened again while the session that has it still lives."""

import sys
from pathlib import Path

import pytest

from tests.terminal.harness import CLEAN_ENVIRONMENT, Terminal
from tests.terminal.programs import PLANNER
from tests.terminal.ssh_server import (
    MISSING,
    TOKEN_NAME,
    SshServer,
    processes,
    thawed_at_the_end,
    wait_for_death,
    wait_until_none_is_left,
)

pytestmark = pytest.mark.skipif(bool(MISSING) or sys.platform != "linux", reason=MISSING or "reads /proc")


def _connect(server: SshServer, directory: Path, token: str) -> Terminal:
    environ = {
        "LANG": "C.UTF-8",
        "PYTHONPATH": CLEAN_ENVIRONMENT["PYTHONPATH"],
        **PLANNER.environ(directory),
        TOKEN_NAME: token,
    }
    return Terminal(server.client(PLANNER.command(directory), environ))


def test_what_a_frozen_session_has_not_saved_is_taken_over(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    server = SshServer(tmp_path_factory.mktemp("sshd"))
    try:
        with _connect(server, tmp_path, "first") as first:
            first.wait_for(PLANNER.ready)
            first.wait_for_silence()
            PLANNER.edit(first, "slowly, slowly")
            (pid,) = processes("first")
            with thawed_at_the_end(first), _connect(server, tmp_path, "second") as second:
                second.wait_for("Open in another session")
                second.wait_for(f"process {pid}")
                second.type("j\r")
                assert wait_for_death(pid)
                second.wait_for("has kept its unsaved changes as a")
                second.wait_for("being typed (Note, text): slowly, slowly")
                second.type("\r")
                second.wait_for("This was being typed when the session ended")
                second.type("\x1b")
                second.wait_for_silence()
                PLANNER.leave(second)
        wait_until_none_is_left("second")
    finally:
        server.stop()
