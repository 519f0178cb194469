"""A plan that is open in another session: read it only, take it over, or leave it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from planner.files.holders import Holder
from planner.files.locks import Lock, acquire, take_over

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

READ_ONLY: Final = "read-only"
Held = Lock | Literal["read-only"] | None
"""A lock, the wish to read only, or nothing."""


async def lock(app: PlannerApp, path: Path) -> Held:
    """The lock of a plan, asking what to do where another session has it; `None` where it is left alone."""
    places = app.workspace.places
    found = acquire(places.locks, path)
    return await _settle(app, path, found) if isinstance(found, Holder) else _held(app, found)


def _held(app: PlannerApp, lock: Lock) -> Lock:
    if lock.warning:
        app.say(lock.warning, warning=True)
    return lock


async def _settle(app: PlannerApp, path: Path, found: Lock | Holder) -> Held:
    """Ask what to do about the other session."""
    from planner.tui.flows.asking import ask, tell
    from planner.tui.screens.choose import Choice

    choices = (
        Choice(READ_ONLY, "Open read-only", "look at it here; nothing can be changed"),
        Choice("take-over", "Take over", "the other session ends; its changes become a draft"),
        Choice("cancel", "Leave it", "go back"),
    )
    places = app.workspace.places
    while isinstance(found, Holder):
        answer = await ask(app, "Open in another session", found.sentence(), choices)
        if answer == READ_ONLY:
            return READ_ONLY
        if answer != "take-over":
            return None
        # It may take the other session some seconds to end; the screen stays alive.
        taken = await asyncio.to_thread(take_over, places.locks, path, found)
        if taken.lock is not None:
            app.say(taken.sentence)
            return taken.lock
        await tell(app, "Not taken over", taken.sentence)
        found = acquire(places.locks, path)
    return _held(app, found)


def release(held: Held) -> None:
    """Let others have it."""
    if isinstance(held, Lock):
        held.release()
