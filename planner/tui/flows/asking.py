"""Questions with a few answers, asked from a flow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.model import Library, Plan
from planner.planning.differences import differences
from planner.tui.screens.choose import Choice, Choose
from planner.tui.screens.reader import Reader
from planner.tui.widgets.ink import Line, wrap

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

SHOWN = 6
"""Differences that a question shows; the rest is a choice away."""

LOOK = Choice("look", "Look at all differences", "and come back to this question")


async def ask(app: PlannerApp, heading: str, text: str, choices: Sequence[Choice]) -> str | None:
    """The id of the answer; `None` where the question was left."""
    return await app.push_screen_wait(Choose(heading, text, choices))


async def tell(app: PlannerApp, heading: str, text: str) -> None:
    """Say something that must not be missed."""
    await ask(app, heading, text, (Choice("back", "Back"),))


async def ask_about(
    app: PlannerApp, heading: str, text: str, sentences: Sequence[str], choices: Sequence[Choice]
) -> str | None:
    """The same about differences: a few are shown with the question, all of them on request."""
    shown = "\n".join(f"· {sentence}" for sentence in sentences[:SHOWN])
    more = f"\n… and {len(sentences) - SHOWN} more" if len(sentences) > SHOWN else ""
    offered = (*choices, LOOK) if len(sentences) > SHOWN else choices
    while True:
        answer = await ask(app, heading, f"{text}\n{shown}{more}", offered)
        if answer != LOOK.id:
            return answer
        await read(app, heading, sentences)


async def read(app: PlannerApp, heading: str, sentences: Sequence[str]) -> None:
    """Show sentences, one below the other."""

    def page(width: int) -> list[Line]:
        return [line for sentence in sentences for line in wrap(sentence, width - 1, "", " · ")]

    await app.push_screen_wait(Reader(heading, page))


def told(before: Plan, after: Plan, library: Library) -> list[str]:
    """What differs between two plans, in doses and days."""
    return [item.sentence for item in differences(before, after, library)]
