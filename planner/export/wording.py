"""Phrases that all sheets share: the course, the painful side, when something is due, what part of a plan this is."""

import datetime as dt

from planner.export.scope import Scope, ScopeKind, day_date
from planner.export.texts import shown
from planner.model import Plan, Prescription
from planner.planning.dates import course_end, date_words, week_label
from planner.planning.day_words import days_words
from planner.planning.value_words import time_words
from planner.planning.words import capitalised

UNTITLED = "Exercise plan"
"""What stands at the head of a plan without a title."""


def title_of(plan: Plan) -> str:
    """What stands at the head of a sheet."""
    return shown(plan.title).strip() or UNTITLED


def course_words(plan: Plan) -> str:
    """From when to when: `23 Nov 2026 – 3 Jan 2027, 6 weeks`, `from 23 Nov 2026`, `6 weeks`; empty without either."""
    weeks = "" if plan.weeks is None else f"{plan.weeks} week{'' if plan.weeks == 1 else 's'}"
    end = course_end(plan)
    if plan.start is None:
        return weeks
    if end is None:
        return f"from {date_words(plan.start, year=True)}"
    return f"{date_words(plan.start, year=True)} – {date_words(end, year=True)}, {weeks}"


def facts_of(plan: Plan) -> tuple[str, ...]:
    """What stands below the title: the course, and the side that hurts, as far as they are known."""
    painful = plan.painful_side.plain if plan.painful_side else ""
    return tuple(capitalised(words) for words in (course_words(plan), painful) if words)


def scope_words(plan: Plan, scope: Scope) -> str:
    """What part of the plan this is: `Week 2 of 6, 30 Nov–6 Dec`, `Monday evening`; empty for the whole course."""
    if scope.kind is ScopeKind.COURSE:
        return ""
    if scope.kind is ScopeKind.WEEK:
        return capitalised(week_label(plan, scope.week or 1))
    date = day_date(plan, scope)
    day = scope.day.title if scope.day is not None else ""
    on = f"{day}, {date_words(date, year=True)}" if date else day
    if scope.slot is None:
        return on
    return f"{on}, {shown(scope.slot)}" if date else f"{on} {shown(scope.slot)}"


def clock(time: dt.time | None) -> str:
    """A clock time; empty where there is none."""
    return time_words(time) if time else ""


def slot_at(plan: Plan, name: str) -> str:
    """A slot with its clock time: `morning (08:00)`."""
    slot = plan.slot(name)
    return f"{shown(name)} ({clock(slot.time)})" if slot else shown(name)


def when_words(plan: Plan, prescription: Prescription) -> str:
    """When something is due: `morning (08:00) every day; evening (20:00) on Monday and Friday`."""
    order = [slot.name for slot in plan.slots]
    entries = sorted(prescription.when.entries, key=lambda entry: order.index(entry[0]) if entry[0] in order else 99)
    due = [f"{slot_at(plan, slot)} {days_words(days)}" for slot, days in entries]
    return "; ".join(due) or "not due on any day"
