"""How a plan is saved, and what is asked when it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.files.plan_file import PlanFile
from planner.files.plan_saving import save_plan_as, save_plan_file
from planner.files.save_errors import ChangedOnDisk, SaveError
from planner.model import Plan
from planner.tui.flows import conflicts
from planner.tui.flows.asking import ask
from planner.tui.screens.choose import Choice
from planner.tui.screens.prompt import Prompt

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

ELSEWHERE = (
    Choice("elsewhere", "Save it somewhere else", "under another name"),
    Choice("stay", "Go on", "the changes are kept as a draft"),
)


async def save(app: PlannerApp) -> bool:
    """Write the plan to its file; returns whether it is there now."""
    workspace = app.workspace
    file, plan = workspace.file, workspace.plan
    if file is None or plan is None:
        return False
    if workspace.read_only:
        return await save_elsewhere(app)
    if not workspace.unsaved:
        app.say(f"Nothing to save: {file.path.name} is as you see it.")
        return True
    try:
        _done(app, save_plan_file(file, plan))
    except ChangedOnDisk as changed:
        return await conflicts.settle(app, changed)
    except SaveError as error:
        if await ask(app, "Not saved", str(error), ELSEWHERE) == "elsewhere":
            return await save_elsewhere(app)
        return False
    return True


def _done(app: PlannerApp, file: PlanFile) -> None:
    app.workspace.saved(file)
    app.show_plan()
    app.say(" ".join((f"Saved: {file.path}.", *file.notes)))


def overwrite(app: PlannerApp, file: PlanFile, plan: Plan) -> bool:
    """Save over what somebody else has put in place of the file; theirs becomes a numbered copy."""
    try:
        _done(app, save_plan_file(file, plan, force=True))
    except (ChangedOnDisk, SaveError) as error:
        app.say(str(error), warning=True)
        return False
    return True


async def save_elsewhere(app: PlannerApp) -> bool:
    """Ask for another file and save into it; returns whether the plan is there now."""
    workspace = app.workspace
    while workspace.file is not None and workspace.plan is not None:
        text = "Another file for this plan; you go on with that one. A file that is there already is never replaced."
        name = await app.push_screen_wait(Prompt("Save somewhere else", text, str(workspace.file.path)))
        if not name or not name.strip():
            return False
        try:
            file = save_plan_as(workspace.file, workspace.plan, workspace.restriction.place(name.strip()))
        except ChangedOnDisk as changed:
            await ask(app, "Not saved", f"{changed.path} is there already.", (Choice("back", "Choose another name"),))
        except ValueError as error:
            await ask(app, "Not saved", str(error), (Choice("back", "Choose another name"),))
        except SaveError as error:
            if await ask(app, "Not saved", str(error), ELSEWHERE) != "elsewhere":
                return False
        else:
            _done(app, file)
            return True
    return False
