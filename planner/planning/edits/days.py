"""When prescriptions are due: the cells of the week."""

from collections.abc import Callable, Iterable

from attrs import evolve

from planner.model import EVERY_DAY, Plan, Prescription, Schedule, Weekday
from planner.planning.edits.each import Ids, change, chosen


def toggle(plan: Plan, ids: Ids, slot: str, day: Weekday) -> Plan:
    """Due in this cell, or not due any more. Several are switched on together unless all of them are on."""
    on = not all(item.when.is_due(slot, day) for item in chosen(plan, ids))
    return change(plan, ids, _switch((slot,), frozenset({day}), on=on))


def set_days(plan: Plan, ids: Ids, slot: str, days: Iterable[Weekday]) -> Plan:
    """Due in this slot on just these days."""
    wanted = frozenset(days)
    return change(plan, ids, lambda item: evolve(item, when=item.when.with_days(slot, wanted)))


def set_schedule(plan: Plan, ids: Ids, when: Schedule) -> Plan:
    """Due just when this schedule says."""
    return change(plan, ids, lambda item: evolve(item, when=when))


def fill_row(plan: Plan, ids: Ids) -> Plan:
    """Due in every slot of every day; not due at all where that is the case already."""
    slots = tuple(slot.name for slot in plan.slots)
    on = not all(_is_full(item, slots, EVERY_DAY) for item in chosen(plan, ids))
    return change(plan, ids, _switch(slots, EVERY_DAY, on=on))


def fill_column(plan: Plan, day: Weekday, ids: Ids | None = None) -> Plan:
    """Everything due in every slot of this day; nothing where that is the case already. `ids` narrows it to some."""
    slots = tuple(slot.name for slot in plan.slots)
    rows = frozenset(item.id for item in plan.prescriptions) if ids is None else ids
    days = frozenset({day})
    on = not all(_is_full(item, slots, days) for item in chosen(plan, rows))
    return change(plan, rows, _switch(slots, days, on=on))


def copy_day(plan: Plan, day: Weekday, to_days: Iterable[Weekday], ids: Ids | None = None) -> Plan:
    """Make other days just like this one: what is due, in which slots. `ids` narrows it to some prescriptions."""
    rows = frozenset(item.id for item in plan.prescriptions) if ids is None else ids
    targets = frozenset(to_days)

    def copy(item: Prescription) -> Prescription:
        when = {slot: days | targets if day in days else days - targets for slot, days in item.when.entries}
        return evolve(item, when=Schedule.of(when))

    return change(plan, rows, copy)


def _switch(slots: Iterable[str], days: frozenset[Weekday], *, on: bool) -> Callable[[Prescription], Prescription]:
    def switch(item: Prescription) -> Prescription:
        when = item.when
        for slot in slots:
            when = when.with_days(slot, when.days(slot) | days if on else when.days(slot) - days)
        return evolve(item, when=when)

    return switch


def _is_full(item: Prescription, slots: Iterable[str], days: frozenset[Weekday]) -> bool:
    return all(days <= item.when.days(slot) for slot in slots)
