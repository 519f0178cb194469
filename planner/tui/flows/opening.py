"""How a plan is opened or started."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files import recent
from planner.files.plan_file import PlanFile, new_plan_file, open_plan_file
from planner.files.problems import FileProblems
from planner.planning import edits, starters
from planner.tui.flows import leaving, recovering, sessions
from planner.tui.flows.asking import ask
from planner.tui.screens.choose import Choice
from planner.tui.screens.new_plan import NewPlan
from planner.tui.screens.open import OpenScreen, StartFrom
from planner.tui.screens.reader import Reader
from planner.tui.screens.red_flags import RedFlags
from planner.tui.widgets.ink import Line, wrap

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


async def begin(app: PlannerApp, path: Path | None, source: str | None, *, read_only: bool) -> None:
    """What a start shows: the plan that was named, a new one, or the choice of plans."""
    opened = False
    try:
        path = None if path is None else app.workspace.restriction.place(path)
    except ValueError as error:
        await ask(app, "Not opened", str(error), (Choice("back", "Choose a plan"),))
        path = None
    if path is not None and (os.path.lexists(path) or recovering.has_drafts(app, path)):
        opened = await open_path(app, path, read_only=read_only)
    elif path is not None or source is not None:
        opened = await start_new(app, StartFrom(source), path)
    if not opened:
        await choose(app)
    warnings = (*app.workspace.places.warnings, *app.told)
    if warnings:
        app.say(" ".join(warnings), warning=True)


async def choose(app: PlannerApp) -> None:
    """Show recent plans, drafts and new ones until one is open, or there is one already."""
    workspace = app.workspace
    listed = workspace.places.recent
    while True:
        drafts = recovering.all_drafts(app)
        recents = [item for item in recent.recent_plans(listed) if workspace.restriction.allows(item.path)]
        answer = await app.push_screen_wait(
            OpenScreen(
                workspace.library,
                recents,
                drafts,
                lambda path: recent.forget(listed, path),
                first=workspace.plan is None,
            )
        )
        if answer is None:
            if workspace.plan is None:
                app.exit()
            return
        if not await leaving.may_leave(app):
            return
        if await _follow(app, answer):
            return


async def _follow(app: PlannerApp, answer: StartFrom | str | Path | recovering.Draft) -> bool:
    """Open or start what was chosen; returns whether a plan is open now."""
    if isinstance(answer, str | Path):
        try:
            path = app.workspace.restriction.place(answer)
        except ValueError as error:
            await ask(app, "Not opened", str(error), (Choice("back", "Back"),))
            return False
        if os.path.lexists(path):
            return await open_path(app, path)
        return await start_new(app, StartFrom(None), path)
    if isinstance(answer, StartFrom):
        return await start_new(app, answer, None)
    return await recovering.open_untitled(app, answer)


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
        await _show_problems(app, path, problems)
        return False
    show(app, file, lock)
    if not app.workspace.read_only:
        await recovering.offer(app, path)
    return True


def _read(app: PlannerApp, path: Path, *, read_only: bool) -> PlanFile:
    """The file; where it is gone and only drafts of it are left, an empty plan that they can be restored into."""
    if os.path.lexists(path):
        return open_plan_file(path, app.workspace.library, read_only=read_only)
    return new_plan_file(path, starters.new_plan(path.stem, today=app.workspace.today))


def show(app: PlannerApp, file: PlanFile, lock: sessions.Held = None) -> None:
    """Show the plan of a file, in the place where a person goes on with it."""
    app.workspace.open(file, lock if not isinstance(lock, str) else None)
    recent.remember(app.workspace.places.recent, file.path, file.plan.title)
    app.switch_mode("week" if file.plan.prescriptions else "library")
    app.show_plan()
    notes = [*file.notes, *(problem.sentence for problem in file.warnings)]
    if file.read_only:
        notes.insert(0, f"Read-only: {file.read_only}. Nothing can be changed here.")
    if notes:
        app.say(" ".join(notes), warning=True)


async def _show_problems(app: PlannerApp, path: Path, problems: FileProblems) -> None:
    def page(width: int) -> list[Line]:
        lines: list[Line] = []
        for problem in problems.problems:
            for number, text in enumerate(str(problem).splitlines()):
                lines += wrap(text, width - 1, "strong", " ") if number == 0 else [[(f" {text}", "muted")]]
            lines.append([("", "")])
        return lines

    count = len(problems.problems)
    heading = f"{path.name} cannot be opened: {count} problem{'s' if count > 1 else ''}"
    await app.push_screen_wait(Reader(heading, page))


async def start_new(app: PlannerApp, source: StartFrom, path: Path | None) -> bool:
    """Ask for title, course and painful side, then the red-flag questions; returns whether a plan is open now."""
    workspace = app.workspace
    answer = await app.push_screen_wait(NewPlan(workspace, source.source, path))
    if answer is None:
        return False
    lock = await sessions.lock(app, answer.path)
    if lock is None or lock is sessions.READ_ONLY:
        return False
    plan = starters.new_plan(answer.title, answer.start, answer.weeks, answer.painful_side)
    if answer.source:
        plan = starters.starter(workspace.library, answer.source, plan)
    show(app, new_plan_file(answer.path, plan), lock)
    if workspace.library.red_flags:
        answered = await app.push_screen_wait(RedFlags(workspace.library))
        if answered:
            noted = edits.set_safety_checked(workspace.plan or plan, workspace.today)
            app.do("Answer the red-flag questions", noted)
    return True
