"""What a day really looks like: the sessions, in the order of the file, with their minutes and clock times."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from planner.model import Exercise, Library, Plan, Prescription, Variant, Weekday
from planner.planning.dates import (
    course_end,
    date_words,
    is_in_course,
    next_monday,
    span_words,
    week_count,
    week_dates,
    week_label,
    week_of,
)
from planner.planning.doses import dose_line
from planner.planning.estimates import Estimate, estimate, minutes, total
from planner.planning.naming import prescription_title

__all__ = [
    "Session",
    "SessionEntry",
    "course_end",
    "date_words",
    "day_estimate",
    "day_sessions",
    "is_in_course",
    "next_monday",
    "prescription_estimate",
    "session",
    "slot_estimates",
    "slot_minutes",
    "slot_names",
    "span_words",
    "week_count",
    "week_dates",
    "week_estimate",
    "week_label",
    "week_of",
]

_MINUTES_OF_A_DAY = 24 * 60


class SessionEntry(NamedTuple):
    """One exercise of a session."""

    prescription: Prescription
    exercise: Exercise | None
    """`None` where the library does not have it."""
    variant: Variant | None
    title: str
    dose: str
    """The dose in words."""
    time: Estimate


class Session(NamedTuple):
    """All that is due in one slot of one day, in order."""

    slot: str
    day: Weekday
    entries: tuple[SessionEntry, ...]
    starts: dt.time | None = None
    """The clock time of the slot; `None` where the plan has no such slot."""

    @property
    def time(self) -> Estimate:
        """How long it takes."""
        return total(entry.time for entry in self.entries)

    @property
    def seconds(self) -> int:
        """How long it takes, in seconds, as far as that is known."""
        return self.time.seconds

    @property
    def complete(self) -> bool:
        """Whether every number that it takes to know how long is set."""
        return self.time.complete

    @property
    def ends(self) -> dt.time | None:
        """The clock time at which it ends, in whole minutes, rounded up; after midnight it begins at 00:00 again."""
        if self.starts is None:
            return None
        end = (self.starts.hour * 60 + self.starts.minute + minutes(self.seconds)) % _MINUTES_OF_A_DAY
        return dt.time(end // 60, end % 60)


def slot_names(plan: Plan) -> tuple[str, ...]:
    """The slots of the plan in their order, and after them any that only prescriptions name."""
    own = [slot.name for slot in plan.slots]
    named = [name for item in plan.prescriptions for name in item.when.slots]
    return tuple(dict.fromkeys((*own, *named)))


def session(plan: Plan, library: Library, day: Weekday, slot: str) -> Session:
    """What is due in this slot of this day; without entries where nothing is."""
    known = plan.slot(slot)
    due = (item for item in plan.prescriptions if item.when.is_due(slot, day))
    return Session(slot, day, tuple(_entry(library, item) for item in due), known.time if known else None)


def day_sessions(plan: Plan, library: Library, day: Weekday) -> tuple[Session, ...]:
    """The sessions of a day, one for each slot, also for those in which nothing is due."""
    return tuple(session(plan, library, day, slot) for slot in slot_names(plan))


def prescription_estimate(library: Library, prescription: Prescription) -> Estimate:
    """The time that one prescription takes in one session."""
    found = library.variant(prescription.exercise, prescription.variant)
    return estimate(prescription.dose, found[1] if found else None, prescription.side)


def slot_estimates(plan: Plan, library: Library) -> dict[tuple[str, Weekday], Estimate]:
    """The time of every session of the week, also where nothing is due."""
    cells: dict[tuple[str, Weekday], list[Estimate]] = {(slot, day): [] for slot in slot_names(plan) for day in Weekday}
    for item in plan.prescriptions:
        time = prescription_estimate(library, item)
        for cell in _due(item):
            cells[cell].append(time)
    return {cell: total(times) for cell, times in cells.items()}


def slot_minutes(plan: Plan, library: Library) -> dict[tuple[str, Weekday], int]:
    """The minutes of every session of the week, rounded up: what the foot of the week shows.

    `slot_estimates` also tells which of them are not complete.
    """
    return {cell: minutes(time.seconds) for cell, time in slot_estimates(plan, library).items()}


def day_estimate(plan: Plan, library: Library, day: Weekday) -> Estimate:
    """The time of all sessions of a day."""
    return total(time for (_, other), time in slot_estimates(plan, library).items() if other is day)


def week_estimate(plan: Plan, library: Library) -> Estimate:
    """The time of all sessions of a week."""
    times = slot_estimates(plan, library).values()
    return Estimate(sum(time.seconds for time in times), all(time.complete for time in times))


def _entry(library: Library, item: Prescription) -> SessionEntry:
    exercise = library.exercise(item.exercise)
    variant = exercise.variant(item.variant) if exercise else None
    return SessionEntry(
        prescription=item,
        exercise=exercise,
        variant=variant,
        title=prescription_title(library, item),
        dose=dose_line(item.dose, variant, item.side),
        time=estimate(item.dose, variant, item.side),
    )


def _due(item: Prescription) -> Iterator[tuple[str, Weekday]]:
    return ((slot, day) for slot, days in item.when.entries for day in days)
