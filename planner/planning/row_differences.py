"""What differs between two states of one row of a plan, in doses and days and plain words."""

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import evolve

from planner.model import Dose, Library, Plan, Prescription, Schedule
from planner.model.plan import NUMBERS
from planner.model.terms import Term
from planner.planning.day_words import sessions_words
from planner.planning.dose_facts import NUMBER_WORDS
from planner.planning.naming import prescription_title, source_name
from planner.planning.value_words import (
    ABSENT,
    change_words,
    count_words,
    number_words,
    same,
    unit_words,
    value_words,
)

NO_LIBRARY = Library("", ())
"""Stands in where no library is at hand: ids then take the place of names."""


class DifferenceKind(Term):
    """What a difference is about."""

    COURSE = "course"
    """Title, start, weeks, painful side, safety questions, note or id of the plan."""
    SLOT = "slot"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    WAY = "way"
    """The exercise, the way of doing it or the side."""
    DOSE = "dose"
    DAYS = "days"
    NOTE = "note"
    SOURCE = "source"
    """Whose dose it started from."""
    UNKNOWN = "unknown"
    """A key that this program does not know."""


class RowTitles:
    """What the rows of some plans are called, with their ids where two of one plan would be called the same.

    It also knows the order of the slots, so that the morning is told before the evening.
    """

    def __init__(self, library: Library, *plans: Plan) -> None:
        self.library = library
        counts = [Counter(self._title(row) for row in plan.prescriptions) for plan in plans]
        self._slots = tuple(dict.fromkeys(slot.name for plan in reversed(plans) for slot in plan.slots))
        self._twice = frozenset(title for each in counts for title, count in each.items() if count > 1)

    def __call__(self, row: Prescription) -> str:
        """The title of a row."""
        title = self._title(row)
        return f"{title} ({row.id})" if title in self._twice else title

    def by_time(self, *schedules: Schedule) -> tuple[str, ...]:
        """The slots of these schedules in the order of the day."""
        named = dict.fromkeys(slot for schedule in schedules for slot in schedule.slots)
        return tuple(
            sorted(named, key=lambda slot: self._slots.index(slot) if slot in self._slots else len(self._slots))
        )

    def _title(self, row: Prescription) -> str:
        if self.library is NO_LIBRARY:
            return ", ".join(part for part in (row.exercise, row.variant, row.side) if part)
        return prescription_title(self.library, row)


def row_changes(
    before: Prescription, after: Prescription, titles: RowTitles, gone: frozenset[str] = frozenset()
) -> Iterator[tuple[DifferenceKind, str]]:
    """What changed in a row, without its title. What was due in the slots that are `gone` is passed over."""
    if (before.exercise, before.variant, before.side) != (after.exercise, after.variant, after.side):
        yield DifferenceKind.WAY, _way(before, after, titles)
    days = day_changes(_without(before.when, gone, after.when), after.when, titles)
    unknown = (*extra_words(before.extra, after.extra), *extra_words(before.dose.extra, after.dose.extra))
    for kind, parts in (
        (DifferenceKind.DOSE, dose_changes(before.dose, after.dose)),
        (DifferenceKind.DAYS, days),
        (DifferenceKind.SOURCE, _source(before, after, titles.library)),
        (DifferenceKind.NOTE, _note(before, after)),
        (DifferenceKind.UNKNOWN, unknown),
    ):
        if told := "; ".join(parts):
            yield kind, told


def extra_words(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    """What became of keys that this program does not know: `unknown key "therapist": "Ann" → "Bob"`."""
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, ABSENT), after.get(key, ABSENT)
        if not same(old, new):
            yield f'unknown key "{key}": {change_words(value_words(old), value_words(new))}'


def dose_changes(before: Dose, after: Dose) -> Iterator[str]:
    """What changed in a dose, known keys only: `hold 30 s → 20 s`."""
    for number in NUMBERS:
        units = number == "hold" and before.hold_unit is not after.hold_unit
        if getattr(before, number) != getattr(after, number) or (units and before.hold and after.hold):
            yield f"{NUMBER_WORDS[number]} {change_words(number_words(before, number), number_words(after, number))}"
    if before.hold_unit is not after.hold_unit and not (before.hold and after.hold):
        yield f"hold counted in {change_words(unit_words(before.hold_unit), unit_words(after.hold_unit))}"
    if before.count is not after.count:
        yield f"reps counted {change_words(count_words(before.count), count_words(after.count))}"


def day_changes(before: Schedule, after: Schedule, titles: RowTitles) -> Iterator[str]:
    """What changed in the days: `Wednesday evening off`, `morning on, every day`."""
    for slot in titles.by_time(before, after):
        was, now = before.days(slot), after.days(slot)
        if was - now:
            yield sessions_words(slot, was - now, "off")
        if now - was:
            yield sessions_words(slot, now - was, "on")


def _way(before: Prescription, after: Prescription, titles: RowTitles) -> str:
    old, new = titles(before), titles(after)
    if old == new:
        old, new = (f"{item.exercise}, {item.variant}, {item.side or 'side not set'}" for item in (before, after))
    return change_words(old, new)


def _source(before: Prescription, after: Prescription, library: Library) -> Iterator[str]:
    if before.guidance != after.guidance:
        yield f"dose from {change_words(source_words(before, library), source_words(after, library))}"


def _note(before: Prescription, after: Prescription) -> Iterator[str]:
    if before.note != after.note:
        yield f"note {change_words(value_words(before.note or None), value_words(after.note or None))}"


def _without(when: Schedule, gone: frozenset[str], after: Schedule) -> Schedule:
    """A schedule without the slots that went with all that was due in them: that is told once, for the slot."""
    return evolve(when, entries=[(slot, days) for slot, days in when.entries if slot not in gone or after.days(slot)])


def source_words(row: Prescription, library: Library) -> str:
    """Whose dose a row started from: a leaflet, or nobody's."""
    return source_name(library.source(row.guidance), row.guidance) if row.guidance else "no leaflet"
