"""What of a plan is sent on: the whole course, one week, one day, or one session."""

import datetime as dt
from enum import StrEnum

from attrs import frozen

from planner.export.errors import ExportError
from planner.model import EVERY_DAY, Plan, Prescription, Weekday
from planner.planning.dates import date_words, is_in_course, week_count, week_dates, week_of
from planner.planning.timetable import slot_names


class ScopeKind(StrEnum):
    """How much of a plan."""

    COURSE = "course"
    WEEK = "week"
    DAY = "day"
    SESSION = "session"


@frozen
class Scope:
    """What of a plan. `week` counts from 1; without it a day is any such day of the course."""

    kind: ScopeKind = ScopeKind.COURSE
    week: int | None = None
    day: Weekday | None = None
    slot: str | None = None

    @classmethod
    def of_week(cls, week: int) -> "Scope":
        """One week of the course."""
        return cls(ScopeKind.WEEK, week)

    @classmethod
    def of_day(cls, day: Weekday, week: int | None = None) -> "Scope":
        """One day of the week, or of one certain week."""
        return cls(ScopeKind.DAY, week, day)

    @classmethod
    def of_session(cls, day: Weekday, slot: str, week: int | None = None) -> "Scope":
        """All that is due in one slot of one day."""
        return cls(ScopeKind.SESSION, week, day, slot)

    @classmethod
    def on_date(cls, plan: Plan, date: dt.date, slot: str | None = None) -> "Scope":
        """One day of the calendar, or one session of it. Raises ExportError for a day outside the course."""
        if not is_in_course(plan, date):
            raise ExportError(f"the course does not run on {date_words(date, year=True)}")
        week = week_of(plan, date) if plan.start else None
        kind = ScopeKind.SESSION if slot else ScopeKind.DAY
        return cls(kind, week, Weekday(date.weekday()), slot)


WHOLE_COURSE = Scope()


def check_scope(plan: Plan, scope: Scope) -> None:
    """Raise ExportError, with a sentence, for a week, day or slot that the plan does not have."""
    count = week_count(plan)
    if scope.week is not None and (scope.week < 1 or (count is not None and scope.week > count)):
        weeks = "week" if count == 1 else "weeks"
        has = f"; the course has {count} {weeks}" if count else ""
        raise ExportError(f"there is no week {scope.week}{has}")
    if scope.kind is ScopeKind.SESSION and scope.slot not in slot_names(plan):
        known = ", ".join(slot_names(plan)) or "none"
        raise ExportError(f'there is no time of the day called "{scope.slot}"; the plan has: {known}')
    date = day_date(plan, scope)
    if date is not None and not is_in_course(plan, date):
        raise ExportError(f"the course does not run on {date_words(date, year=True)}")


def scope_dates(plan: Plan, scope: Scope) -> tuple[dt.date, ...]:
    """The dates of its week, Monday first; none where no week is meant or the plan has no start."""
    return week_dates(plan, scope.week) if scope.week is not None else ()


def day_date(plan: Plan, scope: Scope) -> dt.date | None:
    """The date of its day, where that is a certain one."""
    dates = scope_dates(plan, scope)
    return dates[scope.day] if dates and scope.day is not None else None


def days_in(plan: Plan, scope: Scope) -> frozenset[Weekday]:
    """The days of the week that it is about; of a first or last week only those on which the course runs."""
    if scope.day is not None:
        return frozenset({scope.day})
    dates = scope_dates(plan, scope)
    return frozenset(Weekday(date.weekday()) for date in dates if is_in_course(plan, date)) if dates else EVERY_DAY


def slots_in(plan: Plan, scope: Scope) -> tuple[str, ...]:
    """The slots that it is about, in the order of the day."""
    return slot_names(plan) if scope.slot is None else (scope.slot,)


def prescriptions_in(plan: Plan, scope: Scope) -> tuple[Prescription, ...]:
    """The prescriptions that it is about: those due in it, and of a whole course those that are never due, too."""
    if scope.kind is ScopeKind.COURSE:
        return plan.prescriptions
    days, slots = days_in(plan, scope), slots_in(plan, scope)
    return tuple(item for item in plan.prescriptions if any(item.when.days(slot) & days for slot in slots))
