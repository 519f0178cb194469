"""How a plan is chosen or started."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files import recent
from planner.files.plan_file import new_plan_file
from planner.files.problems import FileProblems
from planner.planning import edits, starters
from planner.tui.flows import leaving, recovering, sessions
from planner.tui.flows.asking import tell
from planner.tui.flows.opening import open_path, show
from planner.tui.screens.new_plan import NewPlan
from planner.tui.screens.open import OpenScreen, StartFrom
from planner.tui.screens.reader import Reader
from planner.tui.screens.red_flags import RedFlags
from planner.tui.widgets.ink import Line, wrap

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


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
            await tell(app, "Not opened", str(error))
            return False
        if os.path.lexists(path):
            return await open_path(app, path)
        return await start_new(app, None, path)
    if isinstance(answer, StartFrom):
        return await start_new(app, answer.source, None)
    return await recovering.open_untitled(app, answer)


async def show_problems(app: PlannerApp, path: Path, problems: FileProblems) -> None:
    """Why a file cannot be opened: everything, with its lines."""

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


async def start_new(app: PlannerApp, source: str | None, path: Path | None) -> bool:
    """Ask for title, course and painful side, then the red-flag questions; returns whether a plan is open now."""
    workspace = app.workspace
    answer = await app.push_screen_wait(NewPlan(workspace, source, path))
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
