"""Figures on the screen: the right one, on the right side, still until somebody asks for more."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from planner.figures.cells import Size
from planner.figures.drawing import still
from planner.model import Side
from planner.tui.screens.figure import FigureDialog
from planner.tui.widgets.figure_view import FigureView
from planner.tui.widgets.reading import Reading
from tests.screens.helpers import app_on, back_plan, drive, read, seen


def braille(text: str) -> bool:
    return any("\u2800" < character <= "\u28ff" for character in text)


def test_the_description_of_every_exercise_has_a_figure(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "home")
        for _ in range(8):
            assert braille(app.screen.query_one(Reading).plain)
            await pilot.press("down")

    drive(app, steps)


def test_the_figure_of_the_dialog_follows_variant_and_side(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "end", "up", "a")
        repeated = seen(app)
        await pilot.press("down")
        right = seen(app)
        assert right != repeated
        figure = app.workspace.figures["knee-roll-hold"]
        view = app.screen.query_one("#beside", FigureView)
        expected = str(still(figure, Size(*view.size), Side.RIGHT)).splitlines()
        shown = [line[-view.size.width - 2 :] for line in right.splitlines()]
        assert all(any(row.strip() in line for line in shown) for row in expected if row.strip())
        await pilot.press("tab", "tab", "right")
        assert str(still(figure, Size(*view.size), Side.LEFT)) != str(still(figure, Size(*view.size), Side.RIGHT))
        assert seen(app) != right

    drive(app, steps)


def test_a_figure_moves_only_when_asked_and_stops_with_its_dialog(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*["down"] * 5, "m")
        assert isinstance(app.screen, FigureDialog)
        assert "Knee roll, held, to the right" in seen(app)
        assert "roll to the right" in read(app)
        view = app.screen.query_one(FigureView)
        assert not view.moves  # animations are off in tests, as they are over SSH
        await pilot.press("space")
        assert view.moves
        await pilot.press("space")
        assert not view.moves
        await pilot.press("escape")
        assert not isinstance(app.screen, FigureDialog)

    drive(app, steps)


def test_all_ways_of_an_exercise_can_be_gone_through(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("1", "end", "up", "m")
        assert "1 of 4" in seen(app)
        await pilot.press("right", "right", "right")
        assert "4 of 4" in seen(app)
        assert "stronger" in seen(app)

    drive(app, steps)
