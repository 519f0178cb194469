"""The whole program, killed while somebody types: what was typed is there when the plan is opened again."""

import os
import signal
import time
from pathlib import Path

from planner.files.drafts import find_drafts
from planner.files.writing import write_plan
from planner.model import Weekday
from tests.screens.helpers import back_plan
from tests.terminal.harness import Terminal
from tests.test_whole_job import command, places

KILLS = 30


def toggles_in(path: Path, state: Path) -> int:
    """How many cells the newest draft has taken or given; 0 where there is none."""
    drafts = find_drafts([state / "planner" / "journal"], path)
    if not drafts or drafts[0].plan is None:
        return 0
    before, after = back_plan().prescriptions, drafts[0].plan.prescriptions
    cells = [(slot, day) for slot in ("morning", "evening") for day in Weekday]
    return sum(
        old.when.is_due(*cell) is not new.when.is_due(*cell)
        for old, new in zip(before, after, strict=True)
        for cell in cells
    )


def test_nothing_typed_is_lost_when_the_program_is_killed(tmp_path: Path, capsys: object) -> None:
    """Each run toggles cells one by one, sees each on the screen, and is killed at once after one of them."""
    lost = 0
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "back.toml"
        path.write_text(write_plan(back_plan()), encoding="utf-8")
        with Terminal([*command(), "back.toml"], cwd=folder, environ=places(folder)) as terminal:
            terminal.wait_for("Monday morning")
            terminal.wait_for_silence()
            count = 1 + number % 7
            for _ in range(count):
                terminal.type(" \x1b[C")
            # What the screen shows must be safe; what is still on its way may be as old as 50 ms.
            terminal.wait_until(lambda count=count: shown(terminal) >= count - 1)  # type: ignore[misc]
            time.sleep(0.05)
            os.kill(terminal.process.pid, signal.SIGKILL)
            terminal.wait_for_end()
        kept = toggles_in(path, folder / "state")
        lost += kept < count
    with capsys.disabled():  # type: ignore[attr-defined]
        print(f"\n{KILLS} kills while typing: {lost} lost anything older than 50 ms")
    assert lost == 0


def shown(terminal: Terminal) -> int:
    """How many cells of the first row differ from what the file says: morning daily, evening never."""
    row = next(line for line in terminal.text.splitlines() if "Standing back extension" in line)
    cells = row[58:].split()
    return sum((cell[:1] == "○") + (cell[1:2] == "●") for cell in cells)
