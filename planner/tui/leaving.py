"""How a plan is left: what is unsaved is saved, kept as a draft, or stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.tui import saving
from planner.tui.screens.choose import Choice, Choose

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def leave(app: PlannerApp) -> None:
    """Quit, once nothing can be lost by it."""
    when_safe(app, app.exit)


def when_safe(app: PlannerApp, then: Callable[[], object]) -> None:
    """Do something that closes the plan, after asking what to do with what is unsaved."""
    workspace = app.workspace
    if workspace.file is None or not workspace.unsaved:
        workspace.leave(keep_draft=False)
        then()
        return
    if isinstance(app.screen, Choose):
        return

    def answered(answer: str | None) -> None:
        if answer == "draft" or (answer == "save" and saving.save(app)):
            workspace.leave(keep_draft=True)
            then()

    name = workspace.file.path.name
    app.push_screen(
        Choose(
            "Unsaved changes",
            f"{name} does not have your last changes yet.",
            (
                Choice("save", "Save", f"write them to {name}"),
                Choice("draft", "Keep as a draft", "the file stays as it is; the draft is offered next time"),
                Choice("stay", "Stay", "go on with the plan"),
            ),
        ),
        answered,
    )
