"""The programs that are put through every test of this room: a small sample, and whatever else is added."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tests.terminal.harness import TAKE_TERMINAL, Terminal


class Program(NamedTuple):
    """How a program is started, and how a test knows what it is doing."""

    name: str
    command: Callable[[Path], list[str]]
    """The command that keeps its things in this directory."""
    ready: str
    """On the screen when keys are answered."""
    edit: Callable[[Terminal, str], None]
    """Types a text that becomes a part of the draft, and waits until the program has it."""
    draft: Callable[[Path], str]
    """What is safe in this directory."""
    leave: Callable[[Terminal], None]
    """Asks the program to end as usual."""
    left: int
    """The exit status after that."""
    environ: Callable[[Path], Mapping[str, str]] = lambda _directory: {}

    def start(
        self,
        directory: Path,
        *,
        columns: int = 80,
        lines: int = 24,
        environ: Mapping[str, str] | None = None,
        script: str = TAKE_TERMINAL,
    ) -> Terminal:
        """A terminal in which the program is ready for keys."""
        terminal = Terminal(
            self.command(directory),
            columns=columns,
            lines=lines,
            environ={**self.environ(directory), **(environ or {})},
            script=script,
        )
        terminal.wait_for(self.ready)
        terminal.wait_for_silence()
        return terminal


def _edit_sample(terminal: Terminal, text: str) -> None:
    terminal.type("\x07" + text)
    terminal.wait_for(text[-8:] + "»")


def _sample_draft(directory: Path) -> str:
    path = directory / "draft"
    return path.read_text(encoding="utf-8") if path.exists() else ""


SAMPLE: Final = Program(
    name="sample",
    command=lambda directory: [sys.executable, "-m", "tests.terminal.start_sample", str(directory)],
    ready="ready",
    edit=_edit_sample,
    draft=_sample_draft,
    leave=lambda terminal: terminal.type("\r"),
    left=3,
)

PROGRAMS: Final = [SAMPLE]
