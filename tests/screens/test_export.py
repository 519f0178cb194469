"""Sending a plan on from the screen: a look first, then a file that replaces nothing unasked."""

import stat
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.export.registry import FORMATS
from planner.tui.screens.choose import Choose
from planner.tui.screens.export import Export
from planner.tui.screens.new_plan import TextField
from tests.screens.helpers import app_on, back_plan, drive, read, seen


@pytest.mark.parametrize("number", range(len(FORMATS)))
def test_every_format_can_be_looked_at_and_written(tmp_path: Path, number: int) -> None:
    wanted = FORMATS[number]
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("e", *["right"] * number)
        assert isinstance(app.screen, Export)
        assert wanted.title in seen(app)
        app.screen.query_one("#file", TextField).value = str(tmp_path / f"out{wanted.suffix}")
        await pilot.press("enter")
        await pilot.pause()
        assert "Written:" in seen(app)

    drive(app, steps, (120, 50))
    written = tmp_path / f"out{wanted.suffix}"
    assert written.stat().st_size > 200
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())
    there = tmp_path / "acute-low-back-first-fortnight.txt"
    there.write_text("mine", encoding="utf-8")

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        assert isinstance(app.screen, Choose)
        await pilot.press("escape")
        await pilot.pause()
        assert there.read_text(encoding="utf-8") == "mine"
        assert isinstance(app.screen, Export)
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert "Knee roll" in there.read_text(encoding="utf-8")

    drive(app, steps)


def test_one_day_or_one_session_can_be_sent_on(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("w", "w", "e", "down", "right", "right")
        assert "Wednesday of week 1" in seen(app)
        assert "wednesday" in app.screen.query_one("#file", TextField).value
        await pilot.press("right")
        assert "Wednesday of week 1, morning" in read(app)

    drive(app, steps)
