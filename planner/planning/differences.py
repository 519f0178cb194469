"""What differs between two plans, in doses and days and plain words: for recovery, conflicts and `planner diff`."""

import datetime as dt
from collections.abc import Iterator, Mapping

from attrs import frozen

from planner.model import Library, Plan, Prescription
from planner.planning.day_words import sessions_words
from planner.planning.doses import dose_line
from planner.planning.moves import moved
from planner.planning.row_differences import NO_LIBRARY, DifferenceKind, RowTitles, extra_words, row_changes
from planner.planning.slot_names import renamed_slots, with_renamed_slots
from planner.planning.value_words import PLAN_FIELDS, change_words, plan_words, slot_words, time_words

__all__ = ["NO_LIBRARY", "Difference", "DifferenceKind", "differences"]


@frozen
class Difference:
    """One thing that differs, told so that nobody has to look at the file."""

    kind: DifferenceKind
    prescription: str | None
    """The id of the row concerned; `None` for the plan as a whole."""
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def differences(before: Plan, after: Plan, library: Library = NO_LIBRARY) -> tuple[Difference, ...]:
    """Everything that differs: first the plan as a whole, then its slots, then row after row.

    Empty exactly where nothing differs, unknown keys included. Rows are told apart by their ids, which are taken to
    be there once in each plan, as the reading of a file makes sure.
    """
    renamed = renamed_slots(before, after)
    told = [*_course(before, after), *_slots(before, after, renamed)]
    told += [_plan(DifferenceKind.UNKNOWN, words) for words in extra_words(before.extra, after.extra)]
    before = with_renamed_slots(before, renamed)
    titles = RowTitles(library, before, after)
    now = {row.id: row for row in after.prescriptions}
    told += [_removed(row, titles) for row in before.prescriptions if row.id not in now]
    was = {row.id: row for row in before.prescriptions}
    gone = frozenset(slot.name for slot in before.slots if after.slot(slot.name) is None)
    for row in after.prescriptions:
        earlier = was.get(row.id)
        told += [_added(row, titles)] if earlier is None else _changed(earlier, row, gone, titles)
    told += [_moved(identifier, after, titles) for identifier in moved(list(was), list(now))]
    return tuple(told)


def _plan(kind: DifferenceKind, sentence: str) -> Difference:
    return Difference(kind, None, sentence)


def _course(before: Plan, after: Plan) -> Iterator[Difference]:
    for name, label in PLAN_FIELDS.items():
        if getattr(before, name) != getattr(after, name):
            years = _differ_in_year(getattr(before, name), getattr(after, name))
            change = change_words(plan_words(before, name, years=years), plan_words(after, name, years=years))
            yield _plan(DifferenceKind.COURSE, f"{label} {change}")


def _differ_in_year(before: object, after: object) -> bool:
    return not (isinstance(before, dt.date) and isinstance(after, dt.date) and before.year == after.year)


def _slots(before: Plan, after: Plan, renamed: Mapping[str, str]) -> Iterator[Difference]:
    for old, new in renamed.items():
        yield _plan(DifferenceKind.SLOT, f"slot {old} is now called {new}")
    was = {renamed.get(slot.name, slot.name): slot for slot in before.slots}
    now = {slot.name: slot for slot in after.slots}
    for name, slot in was.items():
        if name not in now:
            yield _plan(DifferenceKind.SLOT, f"slot removed: {slot_words(slot)}, with what was due in it")
        elif now[name].time != slot.time:
            change = change_words(time_words(slot.time), time_words(now[name].time))
            yield _plan(DifferenceKind.SLOT, f"slot {name}: {change}")
    for name, slot in now.items():
        if name not in was:
            yield _plan(DifferenceKind.SLOT, f"slot added: {slot_words(slot)}")
    if moved(list(was), list(now)):
        yield _plan(DifferenceKind.SLOT, f"slots in another order: {', '.join(now)}")


def _removed(row: Prescription, titles: RowTitles) -> Difference:
    return Difference(DifferenceKind.REMOVED, row.id, f"removed: {titles(row)}")


def _added(row: Prescription, titles: RowTitles) -> Difference:
    found = titles.library.variant(row.exercise, row.variant)
    dose = dose_line(row.dose, found[1] if found else None, row.side)
    days = [sessions_words(slot, row.when.days(slot)) for slot in titles.by_time(row.when)]
    told = "; ".join((dose, *(days or ["not due on any day"])))
    return Difference(DifferenceKind.ADDED, row.id, f"added: {titles(row)}: {told}")


def _moved(identifier: str, after: Plan, titles: RowTitles) -> Difference:
    rows = after.prescriptions
    place = next(place for place, row in enumerate(rows) if row.id == identifier)
    where = f"after {titles(rows[place - 1])}" if place else "first"
    return Difference(DifferenceKind.MOVED, identifier, f"moved: {titles(rows[place])}, now {where}")


def _changed(
    before: Prescription, after: Prescription, gone: frozenset[str], titles: RowTitles
) -> Iterator[Difference]:
    for kind, told in row_changes(before, after, titles, gone):
        sentence = told if kind is DifferenceKind.WAY else f"{titles(after)}: {told}"
        yield Difference(kind, after.id, sentence)
