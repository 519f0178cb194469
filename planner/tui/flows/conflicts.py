"""The file changed on disk while the plan was open: keep mine, take theirs, merge, or save somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.files.plan_file import PlanFile, open_plan_file
from planner.files.plan_saving import changed_on_disk
from planner.files.problems import FileProblems
from planner.files.save_errors import ChangedOnDisk
from planner.planning.merge import Answer, ConflictKey, merge, resolve
from planner.tui.flows.asking import ask, ask_about, told
from planner.tui.screens.choose import Choice

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

MINE = Choice("mine", "Keep mine", "theirs is kept beside it as a numbered copy")
THEIRS = Choice("theirs", "Take theirs", "mine is kept as a draft")
MERGE = Choice("merge", "Merge", "both sides' changes; what contradicts is asked")
ELSEWHERE = Choice("elsewhere", "Save mine somewhere else", "under another name")


async def look(app: PlannerApp) -> None:
    """See whether the file changed while nobody looked: after the terminal had no focus, or was suspended."""
    workspace = app.workspace
    file = workspace.file
    if file is None or file.digest is None or not changed_on_disk(file):
        return
    if workspace.unsaved:
        app.say(f"{file.path.name} changed on disk. s shows what to do about it.", warning=True)
        return
    try:
        theirs = open_plan_file(file.path, workspace.library, read_only=workspace.read_only)
    except FileProblems as problems:
        app.say(f"{problems.problems[0].sentence}. Saving keeps what you see.", warning=True)
        return
    workspace.follow(theirs, f"Read {file.path.name} again")
    app.show_plan()
    app.say(f"{file.path.name} changed on disk and was read again; u goes back to what it was.")


async def settle(app: PlannerApp, changed: ChangedOnDisk) -> bool:
    """Ask what to do; returns whether what the screen shows is in the file now."""
    workspace = app.workspace
    theirs = _read(app, changed)
    sentences = []
    if theirs and workspace.file and workspace.plan:
        sentences = [f"theirs: {text}" for text in told(workspace.file.plan, theirs.plan, workspace.library)]
        sentences += [f"mine: {text}" for text in told(workspace.file.plan, workspace.plan, workspace.library)]
    choices = (MERGE, MINE, THEIRS, ELSEWHERE) if theirs else (MINE, ELSEWHERE)
    answer = await ask_about(app, "The file changed on disk", str(changed), sentences, choices)
    return await _follow(app, answer, theirs)


def _read(app: PlannerApp, changed: ChangedOnDisk) -> PlanFile | None:
    """What is in the file now; `None` where it is gone or cannot be read."""
    try:
        return open_plan_file(changed.path, app.workspace.library)
    except FileProblems:
        return None


async def _follow(app: PlannerApp, answer: str | None, theirs: PlanFile | None) -> bool:
    from planner.tui.flows import saving

    workspace = app.workspace
    if workspace.file is None or workspace.plan is None:
        return False
    if answer == MINE.id:
        return saving.overwrite(app, workspace.file, workspace.plan)
    if answer == ELSEWHERE.id:
        return await saving.save_elsewhere(app)
    if theirs is None:
        return False
    if answer == THEIRS.id:
        workspace.take(theirs)
        app.show_plan()
        app.say("Theirs is shown now; mine is kept as a draft and offered when the plan is opened again.")
        return True
    return answer == MERGE.id and await _merge(app, workspace.file, theirs)


async def _merge(app: PlannerApp, base: PlanFile, theirs: PlanFile) -> bool:
    """Bring both together, asking about each contradiction, and save the result."""
    from planner.tui.flows import saving

    workspace = app.workspace
    if workspace.plan is None:
        return False
    result = merge(base.plan, workspace.plan, theirs.plan, workspace.library)
    answers: dict[ConflictKey, Answer] = {}
    for number, conflict in enumerate(result.conflicts, start=1):
        heading = f"Merge: {number} of {len(result.conflicts)}"
        choices = (Choice("mine", "Mine", conflict.mine), Choice("theirs", "Theirs", conflict.theirs))
        answer = await ask(app, heading, f"{conflict.where}\nbefore: {conflict.base}", choices)
        if answer is None:
            return False
        answers[conflict.key] = "theirs" if answer == "theirs" else "mine"
    merged = resolve(result, answers)
    workspace.rebase(theirs)
    app.do("Merge with the file on disk", merged)
    if workspace.unsaved:
        return await saving.save(app)
    app.show_plan()
    app.say(f"Merged: {theirs.path.name} is as you see it.")
    return True
