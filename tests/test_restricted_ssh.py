"""A restricted session over a real OpenSSH server, set up with exactly the lines of the README, and a hostile user."""

import getpass
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.files.writing import write_plan
from tests.conftest import TOP
from tests.screens.helpers import back_plan
from tests.terminal.harness import Terminal
from tests.terminal.ssh_server import MISSING, SshServer
from tests.test_whole_job import command

pytestmark = pytest.mark.skipif(bool(MISSING) or sys.platform != "linux", reason=MISSING or "reads /proc")


def readme_lines() -> list[str]:
    """The three lines that the README tells to write into the server's configuration."""
    text = (TOP / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^Match User anna\n(?: {4}.*\n){2}", text, re.MULTILINE)
    assert found
    return found[0].splitlines()


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    directory = tmp_path / "plans"
    directory.mkdir()
    (directory / "back.toml").write_text(write_plan(back_plan()), encoding="utf-8")
    (tmp_path / "secret.toml").write_text(write_plan(back_plan()), encoding="utf-8")
    (directory / "link.toml").symlink_to(tmp_path / "secret.toml")
    return directory


@pytest.fixture
def server(tmp_path: Path, plans: Path) -> Iterator[SshServer]:
    places = f"env HOME={tmp_path} XDG_STATE_HOME={tmp_path}/state XDG_CONFIG_HOME={tmp_path}/config"
    program = f"{places} PYTHONPATH={TOP} LANG=C.UTF-8 {' '.join(command())}"
    lines = [
        line.replace("User anna", f"User {getpass.getuser()}")
        .replace("ForceCommand planner", f"ForceCommand {program}")
        .replace("/srv/plans/anna", str(plans))
        for line in readme_lines()
    ]
    found = SshServer(tmp_path, lines)
    yield found
    found.stop()


def test_a_client_that_asks_for_a_shell_gets_the_planner_and_only_its_plans(
    server: SshServer, tmp_path: Path, plans: Path
) -> None:
    asked = server.client(["sh", "-c", f"touch {tmp_path}/pwned"], {})
    with Terminal(asked) as terminal:
        terminal.wait_for("Start a new plan")
        for name in (
            "../secret.toml",
            str(tmp_path / "secret.toml"),
            "link.toml",
            "/etc/passwd",
            "~/secret.toml/../..",
        ):
            terminal.type("/")
            terminal.wait_for("The file of a plan.")
            terminal.type(f"{name}\r")
            terminal.wait_for("Not opened")
            terminal.type("\r")
            terminal.wait_for("Start a new plan")
        terminal.type("/")
        terminal.wait_for("The file of a plan.")
        terminal.type("back.toml\r")
        terminal.wait_for("Monday morning")
        terminal.type("d")
        terminal.wait_for("Deleted")
        terminal.type("S")
        terminal.wait_for("Another file for this plan")
        terminal.type("\x15../../escaped.toml\r")
        terminal.wait_for("Not saved")
        terminal.type("\r\x1b")
        terminal.wait_for_silence()
        terminal.type("s")
        terminal.wait_for("Saved")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert not (tmp_path / "pwned").exists()
    assert sorted(path.name for path in plans.iterdir()) == ["back.toml", "link.toml"]
    assert not list(tmp_path.parent.glob("escaped.toml"))
    assert (plans / "back.toml").read_text(encoding="utf-8").count("[[prescription]]") == 7
