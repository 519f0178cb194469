"""Questions that more than one screen asks, and how their answers change the plan."""

import datetime as dt

from planner.model import PainfulSide, Plan, Slot
from planner.model.plan import MOST_WEEKS
from planner.planning import edits
from planner.tui.screens.choose import Choice, Choose

NOT_SAID = "not-said"

QUESTIONS = {
    "title": ("Title", "What the plan is called."),
    "start": ("Starts on", "Year, month, day as 2026-11-23. Blank: not set."),
    "weeks": ("Course", "How many weeks. Blank: not set."),
    "note": ("Note", "A note for the whole plan."),
}
"""Heading and text of the questions for a line of text."""

SLOT = "A name and a clock time, as: evening 20:00"


def painful_side(now: PainfulSide | None) -> Choose:
    """Which side hurts."""
    choices = [
        Choice("left", "Left"),
        Choice("right", "Right"),
        Choice("both", "Both sides"),
        Choice("none", "Neither, or the middle"),
        Choice(NOT_SAID, "I would rather not say"),
    ]
    cursor = next((index for index, item in enumerate(choices) if now and item.id == now.value), 0)
    text = "One-sided exercises follow from it. The answer is kept in the plan."
    return Choose("Which side hurts?", text, choices, cursor)


def with_text(plan: Plan, name: str, text: str) -> Plan:
    """The plan with another title, start, length or note.

    Raises ValueError, with a sentence, for what cannot be read.
    """
    text = text.strip()
    if name == "title":
        if not text:
            message = "The plan needs a title."
            raise ValueError(message)
        return edits.set_title(plan, text)
    if name == "note":
        return edits.set_note(plan, text)
    if name == "start":
        return edits.set_course(plan, read_date(text), plan.weeks)
    return edits.set_course(plan, plan.start, read_weeks(text))


def read_date(text: str) -> dt.date | None:
    """A date as 2026-11-23; blank is `None`. Raises ValueError, with a sentence, for anything else."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        message = f'"{text}" is not a date. Write year, month, day as 2026-11-23, or leave it blank.'
        raise ValueError(message) from None


def read_weeks(text: str) -> int | None:
    """A number of weeks; blank is `None`. Raises ValueError, with a sentence, for anything else."""
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text[:6]) <= MOST_WEEKS:
        message = f'"{text}" is not a number of weeks from 1 to {MOST_WEEKS}.'
        raise ValueError(message)
    return int(text)


def with_slot(plan: Plan, name: str | None, text: str) -> Plan:
    """The plan with a slot renamed or retimed, or, where `name` is `None`, with one more.

    Raises ValueError, with a sentence, for a name that is taken or a time that cannot be read.
    """
    words = text.rsplit(maxsplit=1)
    try:
        time = dt.time.fromisoformat(words[-1].zfill(5))
        new = words[0].strip()
    except (ValueError, IndexError):
        message = f'"{text}" is not a name and a clock time, as: evening 20:00'
        raise ValueError(message) from None
    if len(words) < 2:
        message = f'"{text}" has no name; write it as: evening 20:00'
        raise ValueError(message)
    if new != name and plan.slot(new):
        message = f"There is a time called {new} already."
        raise ValueError(message)
    if name is None:
        return edits.add_slot(plan, new, time)
    slots = [Slot(new, time) if slot.name == name else slot for slot in plan.slots]
    return edits.set_slots(plan, slots, {name: new})
