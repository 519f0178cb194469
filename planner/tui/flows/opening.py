"""How a plan is opened. What only other starts need is in `starting`, and is imported when it is needed."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from planner.files.locations import draft_directories
from planner.files.plan_file import PlanFile, new_plan_file, open_plan_file
from planner.files.problems import FileProblems
from planner.tui.flows import sessions

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


async def begin(app: PlannerApp, path: Path | None, source: str | None, *, read_only: bool) -> None:
    """What a start shows: the plan that was named, a new one, or the choice of plans."""
    opened = False
    try:
        path = None if path is None else app.workspace.restriction.place(path)
    except ValueError as error:
        from planner.tui.flows.asking import tell

        await tell(app, "Not opened", str(error))
        path = None
    if path is not None and (os.path.lexists(path) or await _is_drafted(app, path)):
        opened = await open_path(app, path, read_only=read_only)
    elif path is not None or source is not None:
        opened = await _starting().start_new(app, source, path)
    if not opened:
        await _starting().choose(app)
    warnings = (*app.workspace.places.warnings, *app.told)
    if warnings:
        app.say(" ".join(warnings), warning=True)


def _starting() -> ModuleType:
    from planner.tui.flows import starting

    return starting


def _has_journals(app: PlannerApp) -> bool:
    """Whether any session has left anything: most have not, and then nothing need be looked for."""
    return any(path.is_dir() and any(path.iterdir()) for path in draft_directories(app.workspace.places))


async def _is_drafted(app: PlannerApp, path: Path) -> bool:
    if not _has_journals(app):
        return False
    from planner.tui.flows import recovering

    return recovering.has_drafts(app, path)


async def open_path(app: PlannerApp, path: Path, *, read_only: bool = False) -> bool:
    """Open a file, with what an earlier session left of it; returns whether it is open now."""
    lock = None
    if not read_only:
        lock = await sessions.lock(app, path)
        if lock is None:
            return False
        read_only = lock is sessions.READ_ONLY
    try:
        file = _read(app, path, read_only=read_only)
    except FileProblems as problems:
        sessions.release(lock)
        await _starting().show_problems(app, path, problems)
        return False
    show(app, file, lock)
    if not app.workspace.read_only and _has_journals(app):
        from planner.tui.flows import recovering

        await recovering.offer(app, path)
    return True


def _read(app: PlannerApp, path: Path, *, read_only: bool) -> PlanFile:
    """The file; where it is gone and only drafts of it are left, an empty plan that they can be restored into."""
    if os.path.lexists(path):
        return open_plan_file(path, app.workspace.library, read_only=read_only)
    from planner.planning.starters import new_plan

    return new_plan_file(path, new_plan(path.stem, today=app.workspace.today))


def remember(app: PlannerApp, file: PlanFile) -> None:
    """Put a plan at the head of the recent ones."""
    from planner.files import recent

    recent.remember(app.workspace.places.recent, file.path, file.plan.title)


def show(app: PlannerApp, file: PlanFile, lock: sessions.Held = None) -> None:
    """Show the plan of a file, in the place where a person goes on with it."""
    app.workspace.open(file, lock if not isinstance(lock, str) else None)
    # The list of recent plans is written when the plan can be seen; nobody waits for it.
    app.call_after_refresh(remember, app, file)
    app.switch_mode("week" if file.plan.prescriptions else "library")
    app.show_plan()
    notes = [*file.notes, *(problem.sentence for problem in file.warnings)]
    if file.read_only:
        notes.insert(0, f"Read-only: {file.read_only}. Nothing can be changed here.")
    if notes:
        app.say(" ".join(notes), warning=True)
