"""The sessions of a plan as events of a calendar, in the words that a calendar shows."""

import datetime as dt
import uuid
from collections.abc import Iterator

from attrs import evolve, frozen

from planner.export.blocks import blocks_of
from planner.export.errors import ExportError
from planner.export.handout import Block
from planner.export.options import Options
from planner.export.scope import Scope, ScopeKind, day_date, scope_dates
from planner.export.sessions import SessionGroup, session_groups
from planner.export.texts import shown
from planner.model import Library, Plan, Weekday
from planner.planning.dates import course_end, is_in_course, next_monday
from planner.planning.doses import short_dose
from planner.planning.estimates import minutes
from planner.planning.timetable import SessionEntry

SHORTEST = 5
"""Minutes of the shortest event; also those of a session of which nobody knows how long it takes."""

WEEKS_WRITTEN_OUT = 12
"""Weeks for which events are written out one by one where the plan does not say how long the course is."""

MOST_WRITTEN_OUT = 2000
"""Events that are written out one by one: five a day for a year. More are more than calendars take."""

_END_OF_DAY = dt.time(23, 59, 59)

Moment = dt.datetime | dt.date
"""A local time without a time zone, or a whole day where a slot has no clock time."""


@frozen
class Event:
    """One session, once or every week."""

    uid: str
    """The same for the same plan, slot and first day of the week, so that a calendar knows the event again."""
    starts: Moment
    ends: Moment | None
    days: tuple[Weekday, ...]
    """The days on which it is repeated every week; none for an event that happens once."""
    until: Moment | None
    """The end of the repetition; `None` where it goes on."""
    summary: str
    description: str


def events_of(plan: Plan, library: Library, scope: Scope, options: Options) -> tuple[Event, ...]:
    """One weekly event for each slot and set of days on which the same is due; single events for a certain week or day.

    A course without a start begins on the Monday after `options.today`. One without a length goes on; where its events
    are to be written out one by one, they are for `WEEKS_WRITTEN_OUT` weeks.
    """
    begins = plan.start or next_monday(options.today or dt.date.today())
    plan = evolve(plan, start=begins)
    groups = session_groups(plan, library, scope)
    describe = _Describing(plan, library)
    if not options.expand and scope.week is None:
        return tuple(_weekly(plan, begins, group, describe) for group in groups)
    dates = _dates(plan, begins, scope)
    due = [(group, date) for group in groups for date in dates if Weekday(date.weekday()) in group.days]
    if len(due) > MOST_WRITTEN_OUT:
        most = f"at most {MOST_WRITTEN_OUT:,} are written out one by one"
        raise ExportError(f"this course has {len(due):,} sessions, and {most}: choose a week, or let events repeat")
    return tuple(_event(plan, group, date, describe) for group, date in due)


def _weekly(plan: Plan, begins: dt.date, group: SessionGroup, describe: "_Describing") -> Event:
    days = (begins + dt.timedelta(days=step) for step in range(7))
    first = next(date for date in days if Weekday(date.weekday()) in group.days)
    event = _event(plan, group, first, describe)
    end = course_end(plan)
    until = end if end is None or group.session.starts is None else dt.datetime.combine(end, _END_OF_DAY)
    uid = _uid(plan, group.session.slot, group.first_day.short)
    return evolve(event, uid=uid, days=tuple(sorted(group.days)), until=until)


def _event(plan: Plan, group: SessionGroup, date: dt.date, describe: "_Describing") -> Event:
    session = group.session
    starts: Moment = date
    ends: Moment | None = None
    if session.starts is not None:
        starts = dt.datetime.combine(date, session.starts.replace(microsecond=0))
        ends = starts + dt.timedelta(minutes=max(SHORTEST, minutes(session.seconds)))
    summary, description = describe(group)
    return Event(_uid(plan, session.slot, date.isoformat()), starts, ends, (), None, summary, description)


def _dates(plan: Plan, begins: dt.date, scope: Scope) -> list[dt.date]:
    """Every date of the course, or of the week or day that is meant."""
    if scope.kind is ScopeKind.WEEK:
        return [date for date in scope_dates(plan, scope) if is_in_course(plan, date)]
    if (day := day_date(plan, scope)) is not None:
        return [day]
    end = course_end(plan) or begins + dt.timedelta(weeks=WEEKS_WRITTEN_OUT, days=-1)
    return [dt.date.fromordinal(number) for number in range(begins.toordinal(), end.toordinal() + 1)]


def _uid(plan: Plan, slot: str, when: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"planner:{plan.id}:{slot}:{when}"))


class _Describing:
    """Says what is done in a session; the same for all of its days."""

    def __init__(self, plan: Plan, library: Library) -> None:
        self.library = library
        self.blocks = {
            id(item): block
            for item, block in zip(plan.prescriptions, blocks_of(plan, library, plan.prescriptions, None), strict=True)
        }

    def __call__(self, group: SessionGroup) -> tuple[str, str]:
        """The summary, with the doses for calendars that show no more, and the description."""
        entries = group.session.entries
        short = [f"{shown(entry.title)}: {_brief(entry)}" for entry in entries]
        parts = [
            "\n".join(self._exercise(number, self.blocks[id(entry.prescription)]))
            for number, entry in enumerate(entries, 1)
        ]
        return "; ".join(short), "\n\n".join([*parts, *self._safety()])

    def _exercise(self, number: int, block: Block) -> Iterator[str]:
        yield f"{number}. {block.title}"
        yield block.dose
        yield from block.note
        yield from (f"- {step}" for step in block.steps)
        yield from (f"Mind: {text}" for text in block.precautions)

    def _safety(self) -> Iterator[str]:
        if self.library.precautions:
            yield "\n".join(["In every exercise:", *(f"- {shown(text)}" for text in self.library.precautions)])
        if self.library.red_flags:
            questions = (f"- {shown(flag.question)}" for flag in self.library.red_flags)
            yield "\n".join(["See a doctor before you exercise if you answer yes to any of these:", *questions])


def _brief(entry: SessionEntry) -> str:
    return shown(short_dose(entry.prescription.dose, entry.variant, entry.prescription.side))
