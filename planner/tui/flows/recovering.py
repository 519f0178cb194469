"""Drafts of sessions that ended with unsaved changes: offered with their differences, never applied unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.files.drafts import Draft, find_drafts, restore, throw_away
from planner.files.locations import draft_directories
from planner.files.plan_file import new_plan_file
from planner.tui.flows.asking import ask_about, read, told
from planner.tui.screens.choose import Choice
from planner.tui.screens.prompt import Prompt

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

__all__ = ["Draft", "all_drafts", "has_drafts", "offer", "open_untitled"]

CHOICES = (
    Choice("restore", "Restore it", "go on with the draft; u goes back to the file"),
    Choice("keep", "Keep it for later", "go on with the file; the draft is offered again"),
    Choice("throw-away", "Throw it away", "it cannot be brought back"),
)


def all_drafts(app: PlannerApp) -> tuple[Draft, ...]:
    """Every draft there is, the latest first."""
    found = find_drafts(draft_directories(app.workspace.places), None, app.workspace.library)
    return tuple(draft for draft in found if app.workspace.restriction.allows(draft.path))


def has_drafts(app: PlannerApp, path: Path) -> bool:
    """Whether a session ended with unsaved changes of this plan, whose file may never have been written."""
    return bool(find_drafts(draft_directories(app.workspace.places), path, app.workspace.library))


async def offer(app: PlannerApp, path: Path) -> None:
    """Ask about each draft of the plan that is open now."""
    workspace = app.workspace
    for draft in find_drafts(draft_directories(workspace.places), path, workspace.library):
        if workspace.plan is None or workspace.journal is None:
            return
        sentences = _sentences(app, draft)
        when = f"{draft.when:%A} {draft.when.day} {draft.when:%B, %H:%M}"
        if draft.plan is None:
            text = f"A draft from {when} cannot be read: {draft.problem}"
            choices: tuple[Choice, ...] = CHOICES[1:]
        else:
            text = f"A session ended on {when} with changes that are not in {path.name}:"
            choices = CHOICES
        answer = await ask_about(app, "Unsaved changes were found", text, sentences, choices)
        if answer == "restore" and draft.plan is not None:
            await _restore(app, draft)
        elif answer == "throw-away" and (trouble := throw_away(draft)):
            app.say(trouble, warning=True)


def _sentences(app: PlannerApp, draft: Draft) -> list[str]:
    plan = app.workspace.plan
    sentences = told(plan, draft.plan, app.workspace.library) if plan and draft.plan else []
    return sentences + [f"being typed ({item.dialog}, {item.field}): {item.text}" for item in draft.fields]


async def _restore(app: PlannerApp, draft: Draft) -> None:
    workspace = app.workspace
    if draft.plan is None or workspace.journal is None:
        return
    if not restore(draft, workspace.journal):
        app.say(workspace.journal.trouble or "The draft could not be taken over; it is still there.", warning=True)
        return
    typed = [f"{item.dialog}, {item.field}: {item.text}" for item in draft.fields]
    app.do("Restore the draft", draft.plan)
    app.say("The draft is restored. s saves it, u goes back to the file.")
    if typed:
        await read(app, "This was being typed when the session ended", typed)


async def open_untitled(app: PlannerApp, draft: Draft) -> bool:
    """Go on with a draft from the list of plans; returns whether it is open now."""
    from planner.tui.flows.opening import open_path, show

    if draft.path is not None:
        return await open_path(app, draft.path)
    if draft.plan is None:
        return False
    name = await app.push_screen_wait(
        Prompt("A file for the draft", "Where the plan is to be kept.", placeholder="back.toml")
    )
    if not name:
        return False
    try:
        path = app.workspace.restriction.place(name)
    except ValueError as error:
        app.say(str(error), warning=True)
        return False
    show(app, new_plan_file(path, draft.plan))
    if app.workspace.journal and restore(draft, app.workspace.journal):
        app.say("The draft is restored. s saves it.")
    return True
