"""How a plan is sent on in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.export.writing_out import write_out
from planner.files.save_errors import AlreadyThereError, SaveError
from planner.tui.flows.asking import ask
from planner.tui.screens.choose import Choice
from planner.tui.screens.export import Export

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

REPLACE = (Choice("back", "Choose another name"), Choice("replace", "Replace it", "what is there now is gone"))


async def export(app: PlannerApp) -> None:
    """Ask for format, part and file until it is written or given up."""
    workspace = app.workspace
    while workspace.plan is not None and workspace.file is not None:
        folder = workspace.file.path.parent
        answer = await app.push_screen_wait(Export(workspace, workspace.plan, folder))
        if answer is None:
            return
        try:
            try:
                write_out(answer.path, answer.data)
            except AlreadyThereError:
                if await ask(app, "It is there already", f"{answer.path} is there already.", REPLACE) != "replace":
                    continue
                write_out(answer.path, answer.data, force=True)
        except SaveError as error:
            await ask(app, "Not written", str(error), (Choice("back", "Choose another name"),))
            continue
        app.say(f"Written: {answer.path}.")
        return
