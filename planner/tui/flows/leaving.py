"""How a plan is left: what is unsaved is saved, kept as a draft, or stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.flows import saving
from planner.tui.flows.asking import ask
from planner.tui.screens.choose import Choice

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


async def leave(app: PlannerApp) -> None:
    """Quit, once nothing can be lost by it."""
    if await may_leave(app):
        app.workspace.leave(keep_draft=True)
        app.exit()


async def may_leave(app: PlannerApp) -> bool:
    """Ask what to do with what is unsaved; returns whether the plan may be closed."""
    workspace = app.workspace
    if workspace.file is None or not workspace.unsaved:
        return True
    name = workspace.file.path.name
    answer = await ask(
        app,
        "Unsaved changes",
        f"{name} does not have your last changes yet.",
        (
            Choice("save", "Save", f"write them to {name}"),
            Choice("draft", "Keep as a draft", "the file stays as it is; the draft is offered next time"),
            Choice("stay", "Stay", "go on with the plan"),
        ),
    )
    return answer == "draft" or (answer == "save" and await saving.save(app))
