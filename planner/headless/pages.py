"""A plan in plain lines: one sentence or one item a line, no tables, no signs that stand for words."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from planner.headless.output import say
from planner.model import Library, Plan, Prescription, Weekday
from planner.planning.checks import Severity, check
from planner.planning.dates import date_words, is_in_course, week_dates, week_label
from planner.planning.day_words import days_words
from planner.planning.doses import dose_line
from planner.planning.naming import prescription_title
from planner.planning.timetable import Session, SessionEntry, day_sessions, slot_estimates, slot_names
from planner.planning.value_words import time_words
from planner.planning.words import capitalised, listed


class Day(NamedTuple):
    """A day of a plan: its name, the number of its week, and its date where the course has dates."""

    day: Weekday
    week: int
    date: dt.date | None


def date_of(date: dt.date | None, day: Weekday) -> str:
    """A day in words: `Wednesday, 25 Nov 2026`."""
    return f"{day.title}, {date_words(date, year=True)}" if date else day.title


def say_week(plan: Plan, library: Library, week: int) -> None:
    """What is due in a week: every row with its dose and its days, then the minutes."""
    say(plan.title or "A plan without a title")
    pain = f" {capitalised(plan.painful_side.plain)}." if plan.painful_side else ""
    say(f"{capitalised(week_label(plan, week))}.{pain}")
    outside = [day for day, date in zip(Weekday, week_dates(plan, week), strict=False) if not is_in_course(plan, date)]
    if outside:
        say(f"Outside the course: {listed([day.title for day in outside])}.")
    if not plan.prescriptions:
        say("\nNothing is prescribed yet. planner add PLAN EXERCISE adds an exercise of the library.")
        return
    position: object = ""
    for number, item in enumerate(plan.prescriptions, 1):
        exercise = library.exercise(item.exercise)
        now = exercise.position if exercise else None
        if now != position:
            say(f"\n{capitalised(now.plain) if now else 'Not in the library'}")
            position = now
        _say_row(plan, library, number, item)
    say("\nMinutes")
    for line in _minutes(plan, library):
        say(line, "  ")


def _say_row(plan: Plan, library: Library, number: int, item: Prescription) -> None:
    lead = f"{number}. "
    indent = " " * len(lead)
    say(f"{prescription_title(library, item)} ({item.id})", lead)
    say(_dose(library, item), indent)
    say(when_words(plan, item), indent)
    if item.note:
        say(f"Note: {item.note}", indent)


def _dose(library: Library, item: Prescription) -> str:
    found = library.variant(item.exercise, item.variant)
    return dose_line(item.dose, found[1] if found else None, item.side)


def when_words(plan: Plan, item: Prescription) -> str:
    """When a row is due: `morning every day; evening on Monday and Friday`."""
    said = [f"{slot} {days_words(days)}" for slot in slot_names(plan) if (days := item.when.days(slot))]
    return "; ".join(said) or "not due on any day"


def _minutes(plan: Plan, library: Library) -> Iterator[str]:
    """How long each slot takes, days of the same length together."""
    estimates = slot_estimates(plan, library)
    for name in slot_names(plan):
        slot = plan.slot(name)
        clock = f", {time_words(slot.time)}" if slot else ""
        due = [day for day in Weekday if any(item.when.is_due(name, day) for item in plan.prescriptions)]
        same: dict[str, list[Weekday]] = {}
        for day in due:
            same.setdefault(estimates[name, day].words, []).append(day)
        told = [
            f"{'how long is not known' if words == '?' else words} {days_words(days)}" for words, days in same.items()
        ]
        yield f"{name}{clock}: {'; '.join(told) or 'nothing is due'}"


def say_day(plan: Plan, library: Library, day: Day, *, steps: bool) -> None:
    """The sessions of a day in order, as they are taken to the mat."""
    say(plan.title or "A plan without a title")
    label = week_label(plan, day.week).partition(",")[0]
    say(f"{date_of(day.date, day.day)}, {label}." if plan.weeks or plan.start else f"{day.day.title}.")
    sessions = day_sessions(plan, library, day.day)
    if not any(session.entries for session in sessions):
        say("Nothing is due on this day.")
        return
    for session in sessions:
        _say_session(session, steps=steps)


def _say_session(session: Session, *, steps: bool) -> None:
    say()
    clock = ""
    if session.starts is not None:
        ends = f" to {session.ends:%H:%M}" if session.entries and session.ends else ""
        clock = f", {session.starts:%H:%M}{ends}"
    count = len(session.entries)
    if not count:
        say(f"{capitalised(session.slot)}{clock}: nothing is due")
        return
    words = session.time.words
    told = f"{count} exercise{'' if count == 1 else 's'}, {'how long is not known' if words == '?' else words}"
    say(f"{capitalised(session.slot)}{clock}: {told}")
    position: object = None
    for number, entry in enumerate(session.entries, 1):
        if entry.exercise is not None and entry.exercise.position is not position:
            position = entry.exercise.position
            say(capitalised(entry.exercise.position.plain), "  ")
        _say_entry(number, entry, steps=steps)


def _say_entry(number: int, entry: SessionEntry, *, steps: bool) -> None:
    lead = f"  {number}. "
    indent = " " * len(lead)
    say(entry.title, lead)
    say(entry.dose, indent)
    if entry.prescription.note:
        say(f"Note: {entry.prescription.note}", indent)
    if steps and entry.exercise and entry.variant:
        for place, step in enumerate(entry.exercise.steps_of(entry.variant), 1):
            say(step, f"{indent}{place}) ")
        for precaution in entry.exercise.precautions_of(entry.variant):
            say(f"Take care: {precaution}", indent)


def say_plan(plan: Plan, library: Library) -> None:
    """What holds for the whole plan."""
    count = len(plan.prescriptions)
    answered = date_words(plan.safety_checked, year=True) if plan.safety_checked else ""
    weeks = f"{plan.weeks} week{'' if plan.weeks == 1 else 's'}" if plan.weeks else ""
    facts = {
        "Title": plan.title,
        "Starts on": f"{Weekday(plan.start.weekday()).title}, {date_words(plan.start, year=True)}"
        if plan.start
        else "",
        "Course": weeks,
        "Pain": plan.painful_side.plain if plan.painful_side else "not said",
        "Red-flag questions": f"answered on {answered}" if answered else "not answered yet",
        "Times of the day": ", ".join(f"{slot.name} {time_words(slot.time)}" for slot in plan.slots) or "none",
        "Exercises": str(count),
        "Things to look at": str(len(check(plan, library))),
    }
    for name, value in facts.items():
        say(f"{name}: {value or 'not set'}", later="  ")
    if plan.note:
        say(f"Note: {plan.note}", later="  ")


def say_check(plan: Plan, library: Library) -> None:
    """What the plan check says, the most pressing first."""
    findings = check(plan, library)
    if not findings:
        say("Nothing to look at: the plan is complete and follows its leaflets.")
    numbers = {item.id: number for number, item in enumerate(plan.prescriptions, 1)}
    for severity in Severity:
        chosen = [finding for finding in findings if finding.severity is severity]
        if chosen:
            say(("" if chosen[0] is findings[0] else "\n") + f"{capitalised(severity.plain)}:")
        for finding in chosen:
            row = f"row {numbers[finding.prescription]}, " if finding.prescription in numbers else ""
            say(f"{finding.sentence} ({row}{finding.source})", "  - ")
