"""In tmux, a second emulator that is not the one of the other tests."""

import shlex
import shutil
import subprocess
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.harness import CLEAN_ENVIRONMENT, DEADLINE, ROOT
from tests.terminal.programs import SAMPLE

TMUX = shutil.which("tmux")
pytestmark = pytest.mark.skipif(TMUX is None, reason="no tmux here")


class Tmux:
    """A tmux server of our own with one window."""

    def __init__(self, directory: Path) -> None:
        self.socket = directory / "tmux"
        self.configuration = directory / "tmux.conf"
        self.configuration.write_text("set -g status off\n", encoding="ascii")

    def run(self, *words: str) -> str:
        """Do something, and what it prints."""
        command = [str(TMUX), "-u", "-S", str(self.socket), "-f", str(self.configuration), *words]
        return subprocess.run(command, check=False, capture_output=True, text=True, timeout=DEADLINE).stdout

    def lines(self) -> list[str]:
        """What is on the screen, without the spaces at the ends; accents composed, as the other emulator does."""
        shown = unicodedata.normalize("NFC", self.run("capture-pane", "-p"))
        return [line.rstrip() for line in shown.split("\n")[:-1]]

    def wait_for(self, lines: list[str]) -> None:
        """Wait until exactly this is on the screen."""
        deadline = time.monotonic() + DEADLINE
        while (found := self.lines()) != lines:
            assert time.monotonic() < deadline, "\n".join([*found, "instead of", *lines])


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    found = Tmux(tmp_path)
    yield found
    found.run("kill-server")


@pytest.mark.parametrize("term", ["tmux-256color", "xterm-256color"])
def test_in_tmux_the_screen_is_the_same_as_everywhere(tmux: Tmux, tmp_path: Path, term: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").mkdir()
    # The second name claims more (erasing with the background colour) than tmux says of itself, and is often set.
    environ = {**CLEAN_ENVIRONMENT, "TERM": term}
    words = ["env", *(f"{name}={value}" for name, value in environ.items()), *SAMPLE.command(tmp_path / "there")]
    tmux.run("new-session", "-d", "-x", "80", "-y", "24", f"cd {shlex.quote(str(ROOT))} && exec {shlex.join(words)}")
    with SAMPLE.start(tmp_path / "here") as other:

        def same() -> None:
            other.wait_for_silence()
            tmux.wait_for([line.rstrip() for line in other.screen.display])

        same()
        for key, sent in (
            ("k", "k"),
            ("Tab", "\t"),
            ("Down", "\x1b[B"),
            ("NPage", "\x1b[6~"),
            ("End", "\x1b[F"),
            ("C-l", "\x0c"),
        ):
            tmux.run("send-keys", key)
            other.type(sent)
            same()
        for columns, lines in ((61, 20), (100, 30), (80, 24)):
            tmux.run("resize-window", "-x", str(columns), "-y", str(lines))
            other.resize(columns, lines)
            same()
