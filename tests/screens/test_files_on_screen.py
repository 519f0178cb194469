"""What a person sees of files: drafts of dead sessions, changes by others, other sessions, read-only plans."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.files.locations import locate, prepare
from planner.files.locks import Lock, acquire
from planner.files.plan_file import open_plan_file
from planner.files.writing import write_plan
from planner.model import Plan
from planner.planning import edits
from planner.tui.screens.choose import Choose
from tests.screens.helpers import app_on, back_plan, drive, read, seen

DEAD_SESSION = """
import os, sys
from pathlib import Path
from planner.files.journal import Journal
from planner.files.locations import locate, prepare
from planner.files.plan_reading import parse_plan
path = Path(sys.argv[1])
data = path.read_bytes()
journal = Journal(prepare(locate()).journals, path, data, parse_plan(data, "plan").plan)
journal.record(parse_plan(sys.stdin.buffer.read(), "plan").plan)
journal.record_field("Note", "text", "half a sen")
os._exit(9)
"""

SESSION = """
import sys
from planner.files.locations import locate, prepare
from planner.files.locks import acquire
lock = acquire(prepare(locate()).locks, sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def die_with(path: Path, plan: Plan) -> None:
    """A session that had the plan open, changed it, and was killed."""
    command = [sys.executable, "-c", DEAD_SESSION, str(path)]
    done = subprocess.run(command, input=write_plan(plan).encode(), check=False)
    assert done.returncode == 9


@contextmanager
def other_session(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A session that has the plan open."""
    command = [sys.executable, "-c", SESSION, str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def shorter(plan: Plan) -> Plan:
    """The plan without its first row."""
    return edits.remove(plan, plan.prescriptions[0].id)


@pytest.mark.parametrize(
    ("keys", "restored", "kept"), [([], True, False), (["down"], False, True), (["end"], False, False)]
)
def test_a_draft_is_offered_in_doses_and_days(tmp_path: Path, keys: list[str], restored: bool, kept: bool) -> None:
    path, plan = tmp_path / "back.toml", back_plan()
    path.write_text(write_plan(plan), encoding="utf-8")
    die_with(path, shorter(plan))
    app = app_on(path)

    async def steps(pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, Choose)
        text = read(app)
        assert "changes that are not in back.toml" in text
        assert "Standing back extension" in text
        assert "half a sen" in text
        await pilot.press(*keys, "enter")
        await pilot.pause()
        if restored:
            assert "This was being typed" in seen(app)
            await pilot.press("escape")
        assert app.workspace.plan is not None
        assert (app.workspace.plan == shorter(plan)) is restored
        assert app.workspace.unsaved is restored
        if restored:
            await pilot.press("u")
            assert app.workspace.plan == plan

    drive(app, steps)
    again = app_on(path)

    async def offered(pilot: Pilot[Any]) -> None:
        assert isinstance(again.screen, Choose) is kept

    drive(again, offered)
    assert open_plan_file(path).plan == plan


def test_a_file_that_changed_under_us_is_merged(tmp_path: Path) -> None:
    path, plan = tmp_path / "back.toml", back_plan()
    app = app_on(path, plan)
    theirs = edits.set_title(plan, "Theirs")

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("d")
        path.write_text(write_plan(theirs), encoding="utf-8")
        await pilot.press("s")
        text = read(app)
        assert "The file changed on disk" in text
        assert "theirs:" in text
        assert "mine:" in text
        await pilot.press("enter")
        await pilot.pause()
        assert "Saved" in seen(app)

    drive(app, steps)
    merged = open_plan_file(path).plan
    assert merged == edits.set_title(shorter(plan), "Theirs")


def test_contradictions_are_asked_one_by_one(tmp_path: Path) -> None:
    path, plan = tmp_path / "back.toml", back_plan()
    app = app_on(path, plan)
    first = plan.prescriptions[0].id

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("+")
        path.write_text(write_plan(edits.step_number(plan, first, "reps", -1)), encoding="utf-8")
        await pilot.press("s", "enter")
        await pilot.pause()
        assert "Merge: 1 of 1" in seen(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Merged" in seen(app)

    drive(app, steps)
    reps = open_plan_file(path).plan.prescriptions[0].dose.reps
    assert reps is not None
    assert reps.exact == 9


def test_keeping_mine_keeps_theirs_as_a_numbered_copy(tmp_path: Path) -> None:
    path, plan = tmp_path / "back.toml", back_plan()
    app = app_on(path, plan)
    theirs = write_plan(edits.set_title(plan, "Theirs"))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("d")
        path.write_text(theirs, encoding="utf-8")
        await pilot.press("s", "down", "enter")
        await pilot.pause()

    drive(app, steps)
    assert open_plan_file(path).plan == shorter(plan)
    assert (tmp_path / "back.1.toml").read_text(encoding="utf-8") == theirs


def test_taking_theirs_keeps_mine_as_a_draft(tmp_path: Path) -> None:
    path, plan = tmp_path / "back.toml", back_plan()
    app = app_on(path, plan)

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("d")
        path.write_text(write_plan(edits.set_title(plan, "Theirs")), encoding="utf-8")
        await pilot.press("s", "down", "down", "enter")
        await pilot.pause()
        assert app.workspace.plan is not None
        assert app.workspace.plan.title == "Theirs"
        assert not app.workspace.unsaved

    drive(app, steps)
    again = app_on(path)

    async def offered(pilot: Pilot[Any]) -> None:
        assert "Unsaved changes were found" in seen(again)

    drive(again, offered)


def test_a_change_on_disk_is_noticed_when_the_person_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, plan = tmp_path / "back.toml", back_plan()
    app = app_on(path, plan)

    async def steps(pilot: Pilot[Any]) -> None:
        path.write_text(write_plan(edits.set_title(plan, "Theirs")), encoding="utf-8")
        monkeypatch.setattr("planner.tui.housekeeping.LOOK_EVERY", 0.0)
        await pilot.press("down")
        for _ in range(100):
            if "was read again" in seen(app):
                break
            await pilot.pause(0.02)
        assert "Theirs" in seen(app).splitlines()[0]
        assert "changed on disk and was read again" in seen(app)
        await pilot.press("u")
        assert app.workspace.unsaved

    drive(app, steps)


def test_a_plan_open_elsewhere_can_be_read_or_taken_over(tmp_path: Path) -> None:
    path, plan = tmp_path / "back.toml", back_plan()
    path.write_text(write_plan(plan), encoding="utf-8")
    with other_session(path) as other:
        app = app_on(path)

        async def reading(pilot: Pilot[Any]) -> None:
            assert f"process {other.pid}" in seen(app)
            await pilot.press("enter")
            await pilot.pause()
            assert "read-only" in seen(app).splitlines()[0]
            await pilot.press("space")
            assert "nothing can be changed" in seen(app)
            assert app.workspace.plan == plan
            await pilot.press("q")

        drive(app, reading)
        taking = app_on(path)

        async def take(pilot: Pilot[Any]) -> None:
            await pilot.press("down", "enter")
            for _ in range(200):
                if taking.workspace.plan is not None:
                    break
                await pilot.pause(0.02)
            assert not taking.workspace.read_only
            await pilot.press("space")
            assert taking.workspace.unsaved

        drive(taking, take)
        assert other.wait(5) == -15
    assert isinstance(acquire(prepare(locate()).locks, path), Lock)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_an_unwritable_file_opens_read_only_and_never_asks_to_save(tmp_path: Path) -> None:
    path = tmp_path / "back.toml"
    path.write_text(write_plan(back_plan()), encoding="utf-8")
    path.chmod(0o400)
    app = app_on(path)

    async def steps(pilot: Pilot[Any]) -> None:
        assert "read-only" in seen(app).splitlines()[0]
        await pilot.press("space", "q")

    drive(app, steps)
    assert app.return_code == 0


def test_saving_somewhere_else_goes_on_there_and_replaces_nothing(tmp_path: Path) -> None:
    path, taken = tmp_path / "back.toml", tmp_path / "taken.toml"
    taken.write_text("somebody's", encoding="utf-8")
    plan = back_plan()
    app = app_on(path, plan)

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("d", "S")
        app.screen.query_one("LineInput").value = str(taken)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "is there already" in read(app)
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one("LineInput").value = str(tmp_path / "other.toml")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "Saved" in seen(app)
        assert app.workspace.file is not None
        assert app.workspace.file.path.name == "other.toml"

    drive(app, steps)
    assert taken.read_text(encoding="utf-8") == "somebody's"
    assert open_plan_file(path).plan == plan
