"""What a key changes comes in one picture: on a slow line the cursor and the words about it do not drift apart."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.tui.app import PlannerApp
from tests.screens.helpers import app_on, back_plan, drive


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each picture that is drawn."""
    drawn: list[str] = []
    display = PlannerApp._display

    def count(app: PlannerApp, screen: Any, renderable: Any) -> None:
        if renderable is not None and screen is app.screen:
            drawn.append(type(renderable).__name__)
        display(app, screen, renderable)

    monkeypatch.setattr(PlannerApp, "_display", count)
    return drawn


@pytest.mark.parametrize("key", ["j", "l", "space", "u", "+", "right_square_bracket"])
def test_a_key_in_the_week_leads_to_one_picture(key: str, tmp_path: Path, pictures: list[str]) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("space")
        await pilot.pause()
        pictures.clear()
        await pilot.press(key)
        await pilot.pause()
        assert len(pictures) == 1

    drive(app_on(tmp_path / "back.toml", back_plan()), steps)
