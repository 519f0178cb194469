"""Every terminal from one cell upwards: nothing ends, nothing is drawn outside, and the words stay readable."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.screens.helpers import app_on, back_plan, drive, seen

SIZES = [(1, 1), (2, 2), (10, 3), (1, 60), (200, 1), (39, 11), (40, 12), (50, 14), (60, 20), (79, 24), (80, 24)]
LARGE = [(100, 30), (120, 36), (200, 60)]
PLACES = ["1", "2", "3", "4"]


@pytest.mark.parametrize("size", SIZES + LARGE)
def test_every_place_lives_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        for key in PLACES:
            await pilot.press(key)
            lines = seen(app).splitlines()
            assert len(lines) <= size[1]

    drive(app, steps, size)


def test_every_dialog_lives_through_every_size(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())
    dialogs = [["enter"], ["c"], ["?"], [":"], ["o"], ["1", "f"], ["4", "r"], ["4", "home", "enter"]]

    async def steps(pilot: Pilot[Any]) -> None:
        for keys in dialogs:
            await pilot.press("2", *keys)
            for width, height in [*SIZES, (80, 24)]:
                await pilot.resize_terminal(width, height)
                await asyncio.sleep(0)
            await pilot.press("escape")
            assert len(app.screen_stack) == 1

    drive(app, steps)


def test_a_tiny_terminal_says_what_it_needs(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        assert "planner needs 40×12" in " ".join(seen(app).split())
        await pilot.press("d")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.workspace.plan is not None
        assert len(app.workspace.plan.prescriptions) == len(back_plan().prescriptions)
        assert "Standing back extension" in seen(app)

    drive(app, steps, (30, 8))
