"""The course on the calendar. Weeks run from Monday to Sunday, as the columns of the week do.

A course of so many weeks is that many times seven days, from its start. One that does not start on a Monday begins in
the calendar week of its start and therefore ends in one calendar week more.
"""

import datetime as dt
from collections.abc import Sequence

from planner.model import Plan

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Not from `strftime`, whose words follow the locale of the machine."""

_DAY = dt.timedelta(days=1)


def course_end(plan: Plan) -> dt.date | None:
    """The last day of the course; `None` while its start or its length is not set."""
    if plan.start is None or plan.weeks is None:
        return None
    return dt.date.fromordinal(min(plan.start.toordinal() + plan.weeks * 7 - 1, dt.date.max.toordinal()))


def is_in_course(plan: Plan, date: dt.date) -> bool:
    """Whether the course runs on this day. Without a start it runs always, without a length from its start on."""
    end = course_end(plan)
    return (plan.start is None or date >= plan.start) and (end is None or date <= end)


def week_count(plan: Plan) -> int | None:
    """How many calendar weeks the course touches; `None` where its length is not set."""
    end = course_end(plan)
    if plan.start is None or end is None:
        return plan.weeks
    return (end.toordinal() - _monday(plan.start)) // 7 + 1


def week_of(plan: Plan, date: dt.date) -> int:
    """The number of the week with this date, from 1 and within the course; 1 without a start."""
    if plan.start is None:
        return 1
    number = (date.toordinal() - _monday(plan.start)) // 7 + 1
    return max(1, min(number, week_count(plan) or number))


def week_dates(plan: Plan, week: int) -> tuple[dt.date, ...]:
    """The seven dates of a week, Monday first; none without a start, or where the calendar has no such week.

    Week 1 is the calendar week of the start: its first days may lie outside the course.
    """
    if plan.start is None:
        return ()
    monday = _monday(plan.start) + (week - 1) * 7
    if monday < dt.date.min.toordinal() or monday + 6 > dt.date.max.toordinal():
        return ()
    return tuple(dt.date.fromordinal(monday + day) for day in range(7))


def week_label(plan: Plan, week: int) -> str:
    """`week 1 of 6, 23–29 Nov`, as far as start and length are set; without both, `every week`.

    Only days of the course are named: a first week that begins on a Wednesday reads `25–29 Nov`.
    """
    count = week_count(plan)
    if plan.start is None and count is None:
        return "every week"
    label = f"week {week}" if count is None else f"week {week} of {count}"
    dates = week_dates(plan, week)
    inside = [date for date in dates if is_in_course(plan, date)] or dates
    return f"{label}, {span_words(inside)}" if inside else label


def span_words(dates: Sequence[dt.date]) -> str:
    """From the first to the last of some dates: `23–29 Nov`, `30 Nov–6 Dec`, `28 Dec 2026–3 Jan 2027`."""
    first, last = dates[0], dates[-1]
    if first == last:
        return date_words(first)
    if first.year != last.year:
        return f"{date_words(first)} {first.year}–{date_words(last)} {last.year}"
    if first.month != last.month:
        return f"{date_words(first)}–{date_words(last)}"
    return f"{first.day}–{date_words(last)}"


def date_words(date: dt.date, *, year: bool = False) -> str:
    """A date in short: `23 Nov`, or `23 Nov 2026`."""
    words = f"{date.day} {_MONTHS[date.month - 1]}"
    return f"{words} {date.year}" if year else words


def next_monday(today: dt.date) -> dt.date:
    """Today if it is a Monday, or else the Monday that comes: when a course best begins."""
    return today if today.weekday() == 0 else today + _DAY * (7 - today.weekday())


def _monday(date: dt.date) -> int:
    """The Monday of the date's week, as an ordinal: the first week of the calendar has dates before its first day."""
    return date.toordinal() - date.weekday()
