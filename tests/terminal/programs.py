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
        try:
            terminal.wait_for(self.ready)
            terminal.wait_for_silence()
        except BaseException:
            terminal.stop()
            raise
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

NOTE: Final = "A note for the whole plan."


def _planner_command(directory: Path) -> list[str]:
    path = directory / "back.toml"
    if not path.exists():
        path.write_text(PLAN, encoding="utf-8")
    return [sys.executable, "-m", "planner", str(path)]


def _edit_planner(terminal: Terminal, text: str) -> None:
    if NOTE not in terminal.text:
        for _ in range(3):  # whatever earlier keys may have opened
            terminal.type("\x1b")
            terminal.wait_for_silence()
        terminal.type("4")
        terminal.wait_for("Times of the day")
        terminal.type("gjjjj\r")
        terminal.wait_for(NOTE)
    terminal.type(text)
    terminal.wait_for(text[-8:])


def _planner_journals(directory: Path) -> str:
    journals = (directory / "state" / "planner" / "journal").glob("*.journal")
    return "".join(path.read_bytes().decode("utf-8", errors="replace") for path in journals)


def _planner_places(directory: Path) -> dict[str, str]:
    return {"HOME": str(directory), "XDG_STATE_HOME": str(directory / "state"), "XDG_CONFIG_HOME": str(directory / "c")}


PLAN: Final = """\
format = 1
id = "0b6e6f0e-5c1b-4d0e-9a57-0a4f2f3f6f10"
title = "Knees"
start = 2026-11-23

[slots]
morning = 08:00:00

[[prescription]]
id = "knee-roll-1"
exercise = "knee-roll"
variant = "hold-one-side"
guidance = "camden-msk"
side = "right"

[prescription.dose]
hold = 30
reps = 3

[prescription.when]
morning = "daily"
"""

PLANNER: Final = Program(
    name="planner",
    command=_planner_command,
    ready="Monday morning",
    edit=_edit_planner,
    draft=_planner_journals,
    leave=lambda terminal: terminal.type("\x11"),
    left=0,
    environ=_planner_places,
)

PROGRAMS: Final = [SAMPLE, PLANNER]
