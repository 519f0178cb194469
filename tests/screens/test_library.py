"""The Library: everything of both leaflets can be found, by whatever name."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.planning.filters import IndexEntry
from planner.tui.app import PlannerApp
from planner.tui.screens.library import LibraryScreen
from planner.tui.widgets.exercise_list import ExerciseList
from planner.tui.widgets.reading import Reading
from tests.screens.helpers import app_on, back_plan, drive, seen


def found(app: PlannerApp) -> list[str]:
    rows = app.screen.query_one(ExerciseList).rows
    return [row.id for row in rows if isinstance(row, IndexEntry)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("lumbar rotation", "knee-roll"),
        ("knee to chest", "single-knee-hug"),
        ("cobra", "back-extension-elbows"),
        ("swim", "general-activity"),
        ("KNEE RÓLL", "knee-roll"),
    ],
)
def test_other_names_accents_and_capitals_find_it(tmp_path: Path, query: str, first: str) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "slash")
        app.screen.query_one("#search").value = query  # type: ignore[attr-defined]
        await pilot.pause()
        assert found(app)[0] == first
        await pilot.press("escape")
        assert len(found(app)) == 8

    drive(app, steps)


def test_what_is_in_the_plan_is_marked(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1")
        lines = {line[:40].strip(" ▸●"): line for line in seen(app).splitlines()}
        assert any("●" in line for name, line in lines.items() if name.startswith("Single knee hug"))
        assert not any("●" in line for name, line in lines.items() if name.startswith("Standing side bend"))

    drive(app, steps)


def test_a_description_has_both_leaflets_doses_steps_and_credit(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "home", "down", "down", "down", "down")
        page = " ".join(app.screen.query_one(Reading).plain.split())
        for words in ("10–15", "5–10 s", "10 × 10 s hold, each leg, twice a day", "Camden MSK", "Lilly Sabri", "towel"):
            assert words in page

    drive(app, steps)


def test_filters_leave_what_fits_and_say_what_they_are(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "f", "down", "space", "enter")
        assert found(app) == ["single-knee-hug", "double-knee-hug"]
        assert "2 of 8 · on your back" in seen(app)
        await pilot.press("F")
        assert len(found(app)) == 8

    drive(app, steps)


def test_in_a_narrow_terminal_one_pane_is_shown_at_a_time(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "end", "up")
        assert "Lie on your back" not in seen(app)
        await pilot.press("right")
        assert "Lie on your back" in seen(app)
        assert "Single knee hug" not in seen(app)
        await pilot.press("escape")
        assert "Single knee hug" in seen(app)
        assert isinstance(app.screen, LibraryScreen)

    drive(app, steps, (60, 24))


def test_markup_and_controls_in_a_library_are_shown_as_written(tmp_path: Path) -> None:
    from attrs import evolve

    app = app_on(tmp_path / "back.toml", back_plan())
    roll = app.workspace.library.exercise("knee-roll")
    assert roll is not None
    hostile = evolve(roll, name="Row [left] arm [/] [@click=app.quit]x", aim="[b", other_names=("[/b]",))
    others = tuple(item for item in app.workspace.library.exercises if item is not roll)
    app.workspace.library = evolve(app.workspace.library, exercises=(*others, hostile))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "slash", *"row", "enter")
        assert "Row [left] arm [/] [@click=app.quit]x" in seen(app)
        await pilot.press("a")
        assert "Prescribe: Row [left] arm [/]" in seen(app)
        await pilot.press("enter", "2", "3")
        assert "Row [left] arm" in seen(app)

    drive(app, steps, (120, 36))
