"""How a plan is saved, and what is said when it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.files.plan_file import ChangedOnDisk, SaveError, save_plan_file

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def save(app: PlannerApp) -> bool:
    """Write the plan to its file; returns whether it is there now."""
    workspace = app.workspace
    if workspace.file is None or workspace.plan is None:
        return False
    if not workspace.unsaved:
        app.say(f"Nothing to save: {workspace.file.path.name} is as you see it.")
        return True
    try:
        file = save_plan_file(workspace.file, workspace.plan)
    except ChangedOnDisk as error:
        app.say(str(error), warning=True)
        return False
    except SaveError as error:
        app.say(str(error), warning=True)
        return False
    workspace.saved(file)
    app.show_plan()
    app.say(" ".join((f"Saved: {file.path}.", *file.notes)))
    return True
