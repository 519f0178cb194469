"""A plan that is open in another session: read it only, take it over, or leave it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from planner.files.holders import Holder
from planner.files.locks import Lock, acquire, take_over
from planner.tui.flows.asking import ask
from planner.tui.screens.choose import Choice

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

READ_ONLY: Final = "read-only"
Held = Lock | Literal["read-only"] | None
"""A lock, the wish to read only, or nothing."""

CHOICES = (
    Choice(READ_ONLY, "Open read-only", "look at it here; nothing can be changed"),
    Choice("take-over", "Take over", "the other session keeps its unsaved changes as a draft and ends"),
    Choice("cancel", "Leave it", "go back"),
)


async def lock(app: PlannerApp, path: Path) -> Held:
    """The lock of a plan, asking what to do where another session has it; `None` where it is left alone."""
    places = app.workspace.places
    found: Lock | Holder = acquire(places.locks, path)
    while isinstance(found, Holder):
        answer = await ask(app, "Open in another session", found.sentence(), CHOICES)
        if answer == READ_ONLY:
            return READ_ONLY
        if answer != "take-over":
            return None
        # It may take the other session some seconds to end; the screen stays alive.
        taken = await asyncio.to_thread(take_over, places.locks, path, found)
        if taken.lock is not None:
            app.say(taken.sentence)
            return taken.lock
        await ask(app, "Not taken over", taken.sentence, (Choice("back", "Back"),))
        found = acquire(places.locks, path)
    if found.warning:
        app.say(found.warning, warning=True)
    return found


def release(held: Held) -> None:
    """Let others have it."""
    if isinstance(held, Lock):
        held.release()
