"""A person's own settings: followed where they can be, told where they cannot, and never in the way of a start."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.files.locations import locate, prepare
from planner.files.settings import Settings, read_settings, remembered_theme
from planner.files.writing import write_plan
from planner.tui.app import PlannerApp
from tests.conftest import TODAY
from tests.screens.helpers import LIBRARY, back_plan, drive, read, seen


def app_with(tmp_path: Path, text: str) -> PlannerApp:
    settings, plan = tmp_path / "config.toml", tmp_path / "back.toml"
    settings.write_text(text, encoding="utf-8")
    plan.write_text(write_plan(back_plan()), encoding="utf-8")
    places = prepare(locate())
    return PlannerApp(LIBRARY, places, path=plan, settings=read_settings(settings), today=TODAY)


def test_keys_are_given_by_the_ids_of_commands(tmp_path: Path) -> None:
    app = app_with(tmp_path, 'theme = "planner-light"\n[keys]\n"week.due" = "t"\n"app.day" = "5"\n')

    async def steps(pilot: Pilot[Any]) -> None:
        assert app.theme == "planner-light"
        assert "t Due or not" in seen(app)
        await pilot.press("space")
        assert not app.workspace.unsaved
        await pilot.press("t")
        assert app.workspace.unsaved
        await pilot.press("?")
        assert "t Take or give this time" in read(app)
        await pilot.press("escape", "5")
        assert "Monday 23 November" in seen(app)

    drive(app, steps)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('theme = "neon"', "There is no theme called neon."),
        ("mouse = 3", "mouse is to be true or false"),
        ('[keys]\n"week.dew" = "t"', "No command is called week.dew (did you mean week.due?)"),
        ('[keys]\n"week.due" = "f"', "week.due cannot have f: that is the key of week.fill-row"),
        ('[keys]\n"app.quit-always" = "x"', "ctrl+q always quits"),
        ("[keys]\n'week.due' = 3", "are to be a text in quotation marks"),
        ("themes = 1", 'did you mean "theme"?'),
        ("theme =", "The settings are left aside: config.toml:1"),
    ],
)
def test_what_cannot_be_followed_is_told_and_stops_nothing(tmp_path: Path, text: str, words: str) -> None:
    app = app_with(tmp_path, text)

    async def steps(pilot: Pilot[Any]) -> None:
        assert words in read(app)
        await pilot.press("space")
        assert app.workspace.unsaved

    drive(app, steps, (140, 30))


def test_the_theme_that_was_chosen_is_there_again(tmp_path: Path) -> None:
    app = app_with(tmp_path, "")

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("T")

    drive(app, steps)
    assert remembered_theme(app.workspace.places.state) == "planner-light"
    assert app_with(tmp_path, "").theme == "planner-light"
    assert read_settings(tmp_path / "none.toml") == Settings()
