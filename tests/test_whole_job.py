"""The whole job in a real terminal, with the command as it is installed: from a leaflet to a plan file."""

import shutil
import sys
from pathlib import Path

import pytest

from planner.files.plan_file import open_plan_file
from planner.files.writing import write_plan
from planner.model import Amount, PainfulSide, Plan, Prescription, Side, Weekday
from tests.screens.helpers import LIBRARY, back_plan
from tests.terminal.harness import Terminal

EVERY_DAY = frozenset(Weekday)


def command() -> list[str]:
    """The installed `planner`; without one, the package of this checkout."""
    installed = Path(sys.executable).with_name("planner")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "planner"]


def places(folder: Path) -> dict[str, str]:
    """Places of its own for a program that is started for real."""
    return {
        "HOME": str(folder),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }


def one(plan: Plan, exercise: str, variant: str) -> Prescription:
    (found,) = [item for item in plan.prescriptions if (item.exercise, item.variant) == (exercise, variant)]
    return found


def type_and_see(terminal: Terminal, keys: str, text: str) -> None:
    terminal.type(keys)
    terminal.wait_for(text)


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a Unix shell to own the terminal")
def test_a_leaflet_becomes_a_week_in_a_file(tmp_path: Path) -> None:
    with Terminal([*command(), "back.toml"], cwd=tmp_path, environ=places(tmp_path)) as terminal:
        terminal.wait_for("A new plan")
        type_and_see(terminal, "\t\t6\t\x1b[C", "left side painful")
        type_and_see(terminal, "\r", "Is any of this true for you?")
        type_and_see(terminal, "nnnnn", "None of these signs")
        type_and_see(terminal, "\r", "Library")
        # A held knee roll to one side.
        type_and_see(terminal, "/knee roll\r", "1 of 8")
        type_and_see(terminal, "a", "Prescribe: Knee roll")
        type_and_see(terminal, "j", "left side painful → to the right")
        type_and_see(terminal, "\r", "Added: Knee roll, held, to the right")
        # The same repeated, to both sides.
        type_and_see(terminal, "a", "Prescribe: Knee roll")
        type_and_see(terminal, "\t\t\t\t10", "10 times, each way")
        type_and_see(terminal, "\r", "Added: Knee roll, repeated")
        # Every time of every day for the first, but not on Wednesday evening.
        type_and_see(terminal, "2", "Monday morning")
        type_and_see(terminal, "g", "▸ Knee roll, to the right")
        type_and_see(terminal, "f", "●● ●● ●● ●● ●● ●● ●●")
        type_and_see(terminal, "ww\x1b[C", "Wednesday evening")
        type_and_see(terminal, " ", "●● ●● ●○ ●● ●● ●● ●●")
        type_and_see(terminal, "s", "Saved: back.toml")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
    _check(open_plan_file(tmp_path / "back.toml", LIBRARY).plan)
    text = (tmp_path / "back.toml").read_text(encoding="utf-8")
    assert 'evening = "mon tue thu fri sat sun"' in text
    assert len(text.splitlines()) < 45


def _check(plan: Plan) -> None:
    assert (plan.weeks, plan.painful_side) == (6, PainfulSide.LEFT)
    held = one(plan, "knee-roll", "hold-one-side")
    assert (held.side, held.dose.hold, held.dose.reps) == (Side.RIGHT, Amount.at_least(30), None)
    assert held.when.days("morning") == EVERY_DAY
    assert held.when.days("evening") == EVERY_DAY - {Weekday.WEDNESDAY}
    repeated = one(plan, "knee-roll", "repeat-both-sides")
    assert (repeated.side, repeated.dose.reps) == (None, Amount.exactly(10))


def test_a_library_of_ones_own_that_is_broken_is_told_and_left_out(tmp_path: Path) -> None:
    libraries = tmp_path / "config" / "planner" / "libraries"
    libraries.mkdir(parents=True)
    (libraries / "neck.toml").write_text("format = 1\ntitle = \n", encoding="utf-8")
    (tmp_path / "back.toml").write_text(write_plan(back_plan()), encoding="utf-8")
    with Terminal([*command(), "back.toml"], cwd=tmp_path, environ=places(tmp_path)) as terminal:
        terminal.wait_for("Monday morning")
        terminal.wait_for("neck.toml cannot be used, line 2: ")
        terminal.wait_for("tells all.")


def test_a_library_that_was_asked_for_and_is_broken_is_refused(tmp_path: Path) -> None:
    (tmp_path / "neck.toml").write_text("format = 1\ntitle = \n", encoding="utf-8")
    (tmp_path / "back.toml").write_text(write_plan(back_plan()), encoding="utf-8")
    words = [*command(), "--library", "neck.toml", "back.toml"]
    with Terminal(words, cwd=tmp_path, environ=places(tmp_path)) as terminal:
        assert terminal.wait_for_end() == 65
        assert "neck.toml:2" in terminal.text
