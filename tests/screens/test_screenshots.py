"""The pictures of the README: each is the baseline of one screen as a person sees it."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.conftest import Screenshot
from tests.screens.helpers import app_on, back_plan

WIDE = (120, 36)


def test_library(screenshot: Screenshot, tmp_path: Path) -> None:
    screenshot(app_on(tmp_path / "back.toml", back_plan()), "library", press=["1", "end", "up"], size=WIDE)


def test_library_search(screenshot: Screenshot, tmp_path: Path) -> None:
    screenshot(app_on(tmp_path / "back.toml", back_plan()), "library-search", press=["1", "slash", *"cobra"])


def test_prescribe(screenshot: Screenshot, tmp_path: Path) -> None:
    keys = ["1", "end", "up", "a", "end", "up"]
    screenshot(app_on(tmp_path / "back.toml", back_plan(None)), "prescribe", press=keys)


def test_prescribe_one_side(screenshot: Screenshot, tmp_path: Path) -> None:
    keys = ["1", "end", "up", "a", "down", "tab", "tab", "tab", "3"]
    screenshot(app_on(tmp_path / "back.toml", back_plan(None)), "prescribe-one-side", press=keys)


def test_week(screenshot: Screenshot, tmp_path: Path) -> None:
    keys = [*["down"] * 5, "f", *["right"] * 5, "space"]
    screenshot(app_on(tmp_path / "back.toml", back_plan()), "week", press=keys, size=WIDE)


def test_week_narrow(screenshot: Screenshot, tmp_path: Path) -> None:
    screenshot(app_on(tmp_path / "back.toml", back_plan()), "week-narrow", press=["down", "down"], size=(60, 20))


def test_first_run(screenshot: Screenshot) -> None:
    screenshot(app_on(), "first-run")


def test_new_plan(screenshot: Screenshot, tmp_path: Path) -> None:
    screenshot(app_on(Path("back.toml"), source="camden-msk"), "new-plan", press=["tab", "tab", "tab", "right"])


def test_red_flags(screenshot: Screenshot, tmp_path: Path) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        from planner.tui.screens.red_flags import RedFlags

        pilot.app.push_screen(RedFlags(pilot.app.workspace.library))  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("n", "n", "y")

    screenshot(app_on(tmp_path / "back.toml", back_plan()), "red-flags", steps=steps)


def test_open(screenshot: Screenshot) -> None:
    app = app_on(Path.home() / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("o")
        await pilot.pause()

    screenshot(app, "open", steps=steps)


def test_quit(screenshot: Screenshot, tmp_path: Path) -> None:
    screenshot(app_on(tmp_path / "back.toml", back_plan()), "quit", press=["space", "q"])


def test_day(screenshot: Screenshot, tmp_path: Path) -> None:
    screenshot(app_on(tmp_path / "back.toml", back_plan("lower-back-stretches")), "day", press=["3"])
