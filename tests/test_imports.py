"""What a command imports, seen from outside: a screen that is not asked for costs nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from planner.files.writing import write_plan
from planner.tui.housekeeping import NEEDED_TO_SAVE
from tests.screens.helpers import back_plan
from tests.terminal.harness import Terminal

CORE = ["planner.model", "planner.planning", "planner.files", "planner.figures", "planner.export", "planner.headless"]


def imported(code: str) -> set[str]:
    """The modules that a fresh interpreter has after running some code."""
    script = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(result.stderr.split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_no_screens(option: str) -> None:
    modules = imported(f"import planner.cli; planner.cli.main(['{option}'])")
    assert not {name for name in modules if name.startswith(("textual", "rich", "tomli", "attr"))}


def test_the_core_imports_no_textual() -> None:
    code = "import importlib, pkgutil; " + "; ".join(
        f"[importlib.import_module(m.name) for m in pkgutil.walk_packages(importlib.import_module('{name}').__path__,"
        f" '{name}.')]"
        for name in CORE
    )
    modules = imported(code)
    assert "planner.planning.doses" in modules
    assert not {name for name in modules if name.split(".")[0] in ("textual", "rich")}


FIRST_SCREEN = {
    "planner": "cli files headless model planning terminal tui",
    "planner.files": """
        background collecting describing digests encoding fields first_time holders journal journal_file journal_header
        journal_records journal_text libraries library_exercises library_reading library_references library_sources
        locations locks plan_file plan_library_check plan_prescriptions plan_reading problems processes reading reasons
        restriction settings temporary text toml_document toml_limits writing
    """,
    "planner.headless": "exits loading output parsing progress registry screen_options",
    "planner.model": "amounts library plan terms weekdays",
    "planner.planning": """
        dates dose_facts dose_lines doses edits estimates explaining guidance history identifiers naming sides timetable
        words
    """,
    "planner.planning.edits": "course days each numbers rows variants",
    "planner.terminal": """
        app checks clean control_filter crash driver guard painter running screen_model styles tty_input tty_modes
        tty_output type_ahead
    """,
    "planner.tui": "app commands flows housekeeping screens themes week_rows widgets workspace",
    "planner.tui.commands": "command day_and_plan dialogs everywhere figures library week",
    "planner.tui.flows": "opening sessions",
    "planner.tui.screens": "place screen sizes week",
    "planner.tui.widgets": "bars ink ink_widget inked row_list week_columns week_frame week_grid",
}
"""What `planner FILE` has imported when its first screen, the Week, can be seen. Each module takes a person's time."""

AFTER_FIRST_SCREEN = {"planner.files": "attributes directories recent save_errors saving"}
"""What it imports then, while nobody waits, to put the plan at the head of the recent ones."""

PACKAGES = {"attr", "attrs", "platformdirs", "rich", "textual", "tomli", "tomli_w"}
"""The packages that it takes for that."""

OTHER_PACKAGES = {"dateutil", "icalendar", "jinja2", "markupsafe", "segno", "typst"}
"""Those that it depends on for something else."""

WATCHED = """
import signal, sys
from pathlib import Path
from planner.cli import main

def tell(*_):
    Path("telling").write_text(" ".join(sys.modules))
    Path("telling").rename("modules")

signal.signal(signal.SIGUSR1, tell)
sys.exit(main(["back.toml"]))
"""


def whole_names(rooms: dict[str, str]) -> set[str]:
    """The names of modules, from those that they have in their rooms."""
    return {f"{room}.{name}" for room, names in rooms.items() for name in names.split()}


def test_the_first_screen_imports_what_it_shows_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "back.toml").write_text(write_plan(back_plan()), encoding="utf-8")
    recent, modules = tmp_path / "planner" / "recent.toml", tmp_path / "modules"
    environ = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    with Terminal([sys.executable, "-c", WATCHED], environ=environ, cwd=tmp_path) as terminal:
        terminal.wait_for("Monday morning")
        terminal.wait_until(recent.exists)
        terminal.signal(signal.SIGUSR1)
        terminal.wait_until(modules.exists)
    # In the order in which they came.
    found = modules.read_text(encoding="utf-8").split()
    ours = [name for name in found if name.startswith("planner.")]
    later = whole_names(AFTER_FIRST_SCREEN)
    seen = set(ours[: -len(later)])
    expected = whole_names(FIRST_SCREEN)
    assert seen <= expected, f"the first screen waits for {', '.join(sorted(seen - expected))}: import them later"
    assert expected <= seen, f"take off the list, it is not imported: {', '.join(sorted(expected - seen))}"
    assert set(ours[-len(later) :]) == later
    packages = {name.partition(".")[0] for name in found}
    assert packages & (PACKAGES | OTHER_PACKAGES) == PACKAGES


def test_whoever_changes_a_plan_finds_what_saves_it_imported(tmp_path: Path) -> None:
    (tmp_path / "back.toml").write_text(write_plan(back_plan()), encoding="utf-8")
    modules = tmp_path / "modules"
    environ = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    with Terminal([sys.executable, "-c", WATCHED], environ=environ, cwd=tmp_path) as terminal:

        def is_imported() -> bool:
            modules.unlink(missing_ok=True)
            terminal.signal(signal.SIGUSR1)
            terminal.wait_until(modules.exists)
            return set(NEEDED_TO_SAVE) <= set(modules.read_text(encoding="utf-8").split())

        terminal.wait_for("Monday morning")
        assert not is_imported()
        terminal.type(" ")
        terminal.wait_until(is_imported)
