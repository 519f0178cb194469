"""The week as a table with a box for each time, and the course with a box for each session."""

import datetime as dt
from collections.abc import Iterable, Sequence

from planner.export.handout import Day, Line, Mark, Row, TickWeek, Total, Week
from planner.export.scope import Scope, ScopeKind, scope_dates
from planner.export.texts import shown
from planner.export.wording import clock
from planner.model import Library, Plan, Prescription, Weekday
from planner.planning.dates import date_words, is_in_course, span_words, week_count, week_dates, week_label
from planner.planning.doses import dose_line
from planner.planning.estimates import Estimate, minutes, total
from planner.planning.naming import prescription_title
from planner.planning.timetable import prescription_estimate, slot_names
from planner.planning.words import capitalised

MOST_TICKED = 53
"""Weeks of the longest course that gets boxes for every session: a year."""


def week_table(plan: Plan, library: Library, scope: Scope, due: Iterable[Prescription]) -> Week:
    """The week with some of the plan's prescriptions.

    The table of one week has dates and is to be ticked. That of a whole course shows what is due in every week, and is
    to be ticked only where the course is no longer than a week.
    """
    items = tuple(due)
    dates = scope_dates(plan, scope)
    one_week = scope.kind is ScopeKind.WEEK
    label, _, span = (week_label(plan, scope.week or 1) if one_week else "every week").partition(", ")
    return Week(
        label=capitalised(label),
        dates=span,
        days=tuple(Day(day.short, day.title, date_words(dates[day]) if dates else "") for day in Weekday),
        rows=tuple(_row(plan, library, item, number, dates) for number, item in enumerate(items, 1)),
        totals=_totals(plan, library, items, dates),
        to_tick=one_week or week_count(plan) in (None, 1),
    )


def course_weeks(plan: Plan) -> tuple[TickWeek, ...]:
    """Every week of the course, with a box for each session.

    None for a course of one week, of no set length, or of more than a year.
    """
    count = week_count(plan)
    if count is None or not 2 <= count <= MOST_TICKED:
        return ()
    weeks = []
    for number in range(1, count + 1):
        dates = week_dates(plan, number)
        inside = [date for date in dates if is_in_course(plan, date)]
        lines = _lines(plan, plan.prescriptions, dates)
        weeks.append(TickWeek(f"Week {number}", span_words(inside) if inside else "", lines))
    return tuple(weeks) if weeks[0].lines else ()


def _row(plan: Plan, library: Library, item: Prescription, number: int, dates: Sequence[dt.date]) -> Row:
    found = library.variant(item.exercise, item.variant)
    return Row(
        number=number,
        title=shown(prescription_title(library, item)),
        dose=shown(dose_line(item.dose, found[1] if found else None, item.side)),
        lines=_lines(plan, (item,), dates),
    )


def _lines(plan: Plan, items: Sequence[Prescription], dates: Sequence[dt.date]) -> tuple[Line, ...]:
    """A line for each slot in which any of the prescriptions is due."""
    lines = []
    for name in slot_names(plan):
        days = frozenset[Weekday]().union(*(item.when.days(name) for item in items))
        if days:
            marks = tuple(_mark(plan, day in days, dates[day] if dates else None) for day in Weekday)
            lines.append(Line(shown(name), _time(plan, name), marks))
    return tuple(lines)


def _mark(plan: Plan, due: bool, date: dt.date | None) -> Mark:
    if date is not None and not is_in_course(plan, date):
        return Mark.OUTSIDE
    return Mark.DUE if due else Mark.NOT_DUE


def _time(plan: Plan, name: str) -> str:
    slot = plan.slot(name)
    return clock(slot.time) if slot else ""


def _totals(plan: Plan, library: Library, items: Sequence[Prescription], dates: Sequence[dt.date]) -> tuple[Total, ...]:
    times = [(item, prescription_estimate(library, item)) for item in items]
    totals = []
    for name in slot_names(plan):
        told = []
        for day in Weekday:
            inside = not dates or is_in_course(plan, dates[day])
            told.append(_minutes([time for item, time in times if inside and item.when.is_due(name, day)]))
        if any(told):
            totals.append(Total(shown(name), _time(plan, name), tuple(told)))
    return tuple(totals)


def _minutes(times: list[Estimate]) -> str:
    if not times:
        return ""
    time = total(times)
    if time.complete:
        return str(minutes(time.seconds))
    return f"{minutes(time.seconds)}+" if time.seconds else "?"
