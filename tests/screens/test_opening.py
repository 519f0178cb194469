"""From nothing to a plan, from a plan to its file, and out again."""

import gc
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.files.plan_file import open_plan_file
from planner.model import PainfulSide
from planner.tui.housekeeping import TIDY_AFTER
from planner.tui.screens.choose import Choose
from planner.tui.screens.new_plan import NewPlan, TextField
from planner.tui.screens.open import OpenScreen
from planner.tui.screens.reader import Reader
from planner.tui.screens.red_flags import RedFlags
from tests.conftest import TODAY
from tests.screens.helpers import LIBRARY, START, app_on, back_plan, drive, read, seen


def test_the_first_run_leads_from_a_leaflet_to_a_saved_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_on()

    async def steps(pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, OpenScreen)
        await pilot.press("enter")
        assert isinstance(app.screen, NewPlan)
        await pilot.press("tab", "tab", "6", "tab", "right", "enter")
        assert isinstance(app.screen, RedFlags)
        await pilot.press("n", "n", "n", "n", "n", "enter", "s")
        assert "Saved: lower-back.toml" in seen(app)

    drive(app, steps)
    plan = open_plan_file(tmp_path / "lower-back.toml", LIBRARY).plan
    assert (plan.start, plan.weeks, plan.painful_side, plan.safety_checked) == (START, 6, PainfulSide.LEFT, TODAY)
    assert [item.dose for item in plan.prescriptions] == [item.dose for item in back_plan().prescriptions]


def test_a_yes_to_a_red_flag_says_to_see_a_doctor_and_blocks_nothing(tmp_path: Path) -> None:
    app = app_on(tmp_path / "new.toml", source="camden-msk")

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("enter", "y")
        assert "please see a doctor" in seen(app)
        await pilot.press("n", "n", "n", "n", "enter")
        assert app.workspace.plan is not None
        assert app.workspace.plan.safety_checked == TODAY

    drive(app, steps)


def test_red_flags_left_unanswered_are_not_noted_as_answered(tmp_path: Path) -> None:
    app = app_on(tmp_path / "new.toml", source="camden-msk")

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("enter", "n", "enter")
        assert "no answer yet" in seen(app)
        await pilot.press("escape")
        assert app.workspace.plan is not None
        assert app.workspace.plan.safety_checked is None

    drive(app, steps)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("start", "23.11.26", '"23.11.26" is not a date'),
        ("weeks", "six", '"six" is not a number of weeks'),
        ("title", "", "needs a title"),
        ("file", "", "needs a file name"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(tmp_path: Path, field: str, text: str, words: str) -> None:
    app = app_on(tmp_path / "new.toml")

    async def steps(pilot: Pilot[Any]) -> None:
        app.screen.query_one(f"#{field}", TextField).value = text
        await pilot.press("enter")
        assert words in seen(app)
        assert isinstance(app.screen, NewPlan)

    drive(app, steps)


def test_a_new_plan_never_takes_the_name_of_a_file_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lower-back.toml").write_text("mine", encoding="utf-8")
    app = app_on()

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("enter", "enter")
        assert "is there already" in seen(app)

    drive(app, steps)
    assert Path("lower-back.toml").read_text(encoding="utf-8") == "mine"


def test_a_bad_file_is_told_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "back.toml"
    path.write_text('format = 1\nid = "a"\ntitle = 3\nweeks = 0\n', encoding="utf-8")
    app = app_on(path)

    async def steps(pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, Reader)
        assert "2 problems" in seen(app)
        assert "back.toml:3:9" in read(app).replace(" ", "")
        assert "back.toml:4:9" in read(app).replace(" ", "")
        await pilot.press("escape")
        assert isinstance(app.screen, OpenScreen)

    drive(app, steps)


def test_an_untouched_plan_saves_nothing_and_quits_without_a_question(tmp_path: Path) -> None:
    path = tmp_path / "back.toml"
    app = app_on(path, back_plan())
    before = path.read_bytes(), path.stat().st_mtime_ns

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("s")
        assert "Nothing to save" in seen(app)
        await pilot.press("q")

    drive(app, steps)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert app.return_code == 0


@pytest.mark.parametrize(("keys", "saved"), [(["enter"], True), (["down", "enter"], False)])
def test_quitting_with_changes_asks_save_draft_or_stay(tmp_path: Path, keys: list[str], saved: bool) -> None:
    path = tmp_path / "back.toml"
    app = app_on(path, back_plan())
    before = path.read_bytes()

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("space", "q")
        assert isinstance(app.screen, Choose)
        await pilot.press("escape")
        assert not isinstance(app.screen, Choose)
        await pilot.press("q", *keys)

    drive(app, steps)
    assert (path.read_bytes() != before) is saved
    assert app.return_code == 0


def test_recent_plans_are_offered_and_can_be_forgotten(tmp_path: Path) -> None:
    drive(app_on(tmp_path / "back.toml", back_plan()), _nothing)
    app = app_on()

    async def steps(pilot: Pilot[Any]) -> None:
        assert "Go on with" in seen(app)
        assert "Acute low back, first fortnight" in seen(app)
        await pilot.press("d")
        assert "Acute low back, first fortnight" not in seen(app)

    drive(app, steps)
    assert (tmp_path / "back.toml").exists()


async def _nothing(pilot: Pilot[Any]) -> None:
    await pilot.pause()


def test_garbage_is_collected_again_once_the_first_screen_stands(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        while not gc.isenabled():
            await pilot.pause(TIDY_AFTER)
        assert gc.get_freeze_count() > 0

    gc.disable()
    try:
        drive(app, steps)
    finally:
        gc.enable()
        gc.unfreeze()


def test_the_week_that_was_there_first_can_be_come_back_to(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        first = app.screen
        await pilot.press("1", "2")
        assert app.screen is first

    drive(app, steps)
