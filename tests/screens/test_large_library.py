"""A library of two thousand exercises: searched, filtered and prescribed from as though it were small."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from benchmarks.make_library import library_text
from planner.files.first_time import FirstTime
from planner.files.large_libraries import open_large
from planner.files.library_reading import builtin_library_path
from planner.files.locations import Locations, locate, prepare
from planner.files.writing import write_plan
from planner.model import Exercise, Sides
from planner.planning.filters import IndexEntry
from planner.planning.large_library import LargeLibrary
from planner.tui.app import PlannerApp
from planner.tui.screens.open import OpenScreen
from planner.tui.widgets.exercise_list import ExerciseList
from tests.conftest import TODAY
from tests.screens.helpers import back_plan, drive, seen

COUNT = 2000


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LargeLibrary:
    """The built-in exercises and two thousand others."""
    folder = tmp_path_factory.mktemp("large")
    path = folder / "large.toml"
    path.write_text(library_text(COUNT), encoding="utf-8")
    places = Locations(None, None, folder / "cache")
    found = open_large([builtin_library_path(), path], set(), places, FirstTime(processors=1)).library
    assert isinstance(found, LargeLibrary)
    return found


@pytest.fixture
def app(library: LargeLibrary, tmp_path: Path) -> PlannerApp:
    """The app on a plan, with that library."""
    path = tmp_path / "back.toml"
    path.write_text(write_plan(back_plan()), encoding="utf-8")
    return PlannerApp(library, prepare(locate()), path=path, today=TODAY)


def rows(app: PlannerApp) -> ExerciseList:
    """The list of exercises."""
    return app.screen.query_one(ExerciseList)


def names(app: PlannerApp) -> Iterator[str]:
    """What the list says, from the top."""
    return (row.name for row in rows(app).rows if isinstance(row, IndexEntry))


def value(app: PlannerApp) -> str:
    """What stands in the search."""
    text: str = app.screen.query_one("#search").value  # type: ignore[attr-defined]
    return text


def test_it_is_searched_and_prescribed_from(app: PlannerApp, library: LargeLibrary) -> None:
    wanted = next(item for item in library.exercises[1000:] if item.variants[0].sides is Sides.BOTH)
    typed = wanted.name.lower().replace(",", "")

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1")
        assert f"{COUNT + 8:,} of {COUNT + 8:,}" in seen(app)
        await pilot.press("slash", *typed)
        await pilot.pause()
        assert value(app) == typed
        assert next(names(app)) == wanted.name
        assert wanted.steps[1][:20] in seen(app)
        await pilot.press("enter", "a")
        assert f"Prescribe: {wanted.name}" in seen(app)
        await pilot.press("enter")
        plan = app.workspace.plan
        assert plan is not None
        assert [item.exercise for item in plan.prescriptions].count(wanted.id) == 1
        await pilot.press("2")
        assert wanted.name[:20] in seen(app)

    drive(app, steps, (120, 36))


def test_words_with_slips_are_found_while_typing_goes_on(app: PlannerApp) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "slash", *"pendlum wth stikc")
        assert value(app) == "pendlum wth stikc"
        await pilot.pause()
        found = list(names(app))
        assert found[0].lower().endswith("pendulum with stick")
        assert len(found) < 100
        await pilot.press(*"zzzz")
        await pilot.pause()
        assert "Nothing found" in seen(app)
        assert "0 of 2,008" in seen(app)

    drive(app, steps, (120, 36))


def test_only_what_was_typed_last_is_shown(app: PlannerApp) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "slash")
        search = app.screen.query_one("#search")
        for text in ("xqz", "pendlum", "xqy", "knee hug"):
            search.value = text  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.pause()
        assert sorted(names(app)) == ["Double knee hug", "Single knee hug"]

    drive(app, steps)


def test_filters_count_and_leave_what_fits(app: PlannerApp, library: LargeLibrary) -> None:
    side_lying = [item for item in library.exercises if item.position == "side-lying"]

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "f")
        assert str(len(side_lying)) in seen(app)
        await pilot.press("down", "down", "down", "down", "space", "enter")
        assert f"{len(side_lying)} of {COUNT + 8:,} · on your side" in seen(app)
        assert list(names(app)) == [item.name for item in side_lying]

    drive(app, steps)


def test_the_whole_list_can_be_walked_and_the_cursor_stays(app: PlannerApp, library: LargeLibrary) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "end")
        last = rows(app).current
        assert isinstance(last, IndexEntry)
        assert last.position == "four-point-kneeling"
        assert last.name[:20] in seen(app)
        await pilot.press("pageup", "up")
        here = rows(app).current
        assert isinstance(here, IndexEntry)
        await pilot.press("f", "enter")
        assert rows(app).current == here
        await pilot.press("home")
        assert "Standing back extension" in seen(app)
        assert len(rows(app).rows) == COUNT + 8 + 7

    drive(app, steps)


def test_few_exercises_are_read_for_all_that(app: PlannerApp, library: LargeLibrary) -> None:
    library._kept.clear()
    read: set[str] = set()

    def noting(number: int) -> Exercise:
        exercise = read_one(number)
        read.add(exercise.id)
        return exercise

    read_one = library.read
    object.__setattr__(library, "read", noting)
    try:

        async def steps(pilot: Pilot[Any]) -> None:
            await pilot.press("1", "pagedown", "slash", *"slow row", "enter", "down", "pagedown")

        drive(app, steps)
    finally:
        object.__setattr__(library, "read", read_one)
    assert len(read) < 30


def test_starting_from_a_leaflet_says_how_many_exercises_it_has(library: LargeLibrary) -> None:
    library._kept.clear()
    app = PlannerApp(library, prepare(locate()), today=TODAY)

    async def steps(pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, OpenScreen)
        assert "6 exercises, with the leaflet's doses" in seen(app)
        assert "40 exercises, with the leaflet's doses" in seen(app)
        assert not library._kept

    drive(app, steps, (120, 36))
