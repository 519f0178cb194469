"""Apps to be tested: the real one, on a plan of its own, on a day that is always the same."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from planner.files.library_reading import builtin_library_path, load_library
from planner.files.locations import locate, prepare
from planner.files.writing import write_plan
from planner.model import Library, PainfulSide, Plan
from planner.planning.starters import new_plan, starter
from planner.tui.app import PlannerApp
from planner.tui.screens.week import WeekScreen
from tests.conftest import TODAY

LIBRARY: Library = load_library([builtin_library_path()])
START = dt.date(2026, 11, 23)

Steps = Callable[[Pilot[Any]], Awaitable[None]]


def back_plan(source: str | None = "camden-msk", painful_side: PainfulSide | None = PainfulSide.LEFT) -> Plan:
    """The plan that most tests begin with: made from the Camden leaflet, left side painful."""
    plan = new_plan("Acute low back, first fortnight", START, 6, painful_side)
    return starter(LIBRARY, source, plan) if source else plan


def app_on(path: Path | None = None, plan: Plan | None = None, *, source: str | None = None) -> PlannerApp:
    """The app, opening `path`; a `plan` is written there first."""
    if path is not None and plan is not None:
        path.write_text(write_plan(plan), encoding="utf-8")
    return PlannerApp(LIBRARY, prepare(locate()), path=path, source=source, today=TODAY)


def drive(app: PlannerApp, steps: Steps, size: tuple[int, int] = (80, 24)) -> None:
    """Run the app, do the steps, and let it end."""

    async def run() -> None:
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True) as pilot:
            for _ in range(3):
                await pilot.pause()
            await steps(pilot)
            await pilot.pause()

    asyncio.run(run())
    assert app.fault is None


def week_of(app: PlannerApp) -> WeekScreen:
    """The Week, which must be what is shown."""
    assert isinstance(app.screen, WeekScreen)
    return app.screen


def seen(app: PlannerApp) -> str:
    """What the terminal shows, as plain text."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width].rstrip() for strip in strips[:height])


def read(app: PlannerApp) -> str:
    """The same as one line of words, without the frames of dialogs."""
    return " ".join(seen(app).replace("│", " ").split())
