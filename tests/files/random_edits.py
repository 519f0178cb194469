"""Edits as people make them in the program, chosen at random."""

import datetime as dt
import random
from collections.abc import Callable

from attrs import evolve

from planner.model import Amount, Count, Dose, HoldUnit, PainfulSide, Plan, Prescription, Schedule, Side, Slot, Weekday
from planner.planning import edits

Edit = Callable[[Plan, random.Random], Plan]

_AMOUNTS = (Amount.exactly(7), Amount(5, 8), Amount.at_least(20), Amount.at_most(40), Amount(None, None), None)
_NOTES = ("", "Breathe # out", "Two\nlines", 'He said "slowly"')


def random_edit(plan: Plan, chance: random.Random) -> Plan:
    """One edit of any kind; it may happen to change nothing."""
    return chance.choice(ROW_EDITS + PLAN_EDITS)(plan, chance)


def _row(plan: Plan, chance: random.Random) -> str:
    return chance.choice([item.id for item in plan.prescriptions] or ["none"])


def _rows(plan: Plan, chance: random.Random) -> list[str]:
    ids = [item.id for item in plan.prescriptions]
    return chance.sample(ids, chance.randint(0, len(ids)))


def _slot(plan: Plan, chance: random.Random) -> str:
    return chance.choice([slot.name for slot in plan.slots] or ["none"])


def _has_slots(edit: Edit) -> Edit:
    return lambda plan, chance: edit(plan, chance) if plan.slots else plan


def _add(plan: Plan, chance: random.Random) -> Plan:
    when = Schedule.of({slot.name: [Weekday.MONDAY] for slot in plan.slots if chance.random() < 0.5})
    dose = Dose(reps=chance.choice(_AMOUNTS), hold=chance.choice(_AMOUNTS), extra={"band": "red"})
    new = Prescription("", "bridge", "repeat", side=chance.choice([None, Side.LEFT]), dose=dose, when=when)
    return edits.add(plan, evolve(new, note=chance.choice(_NOTES)), chance.choice([None, _row(plan, chance)]))


def _bring_first(plan: Plan, chance: random.Random) -> Plan:
    return edits.move(plan, _row(plan, chance), -len(plan.prescriptions))


def _shuffle(plan: Plan, chance: random.Random) -> Plan:
    rows = list(plan.prescriptions)
    return plan.with_prescriptions(chance.sample(rows, len(rows)))


def _set_number(plan: Plan, chance: random.Random) -> Plan:
    number = chance.choice(["sets", "reps", "hold", "duration", "rest"])
    return edits.set_number(plan, _rows(plan, chance), number, chance.choice(_AMOUNTS))


def _set_extra(plan: Plan, chance: random.Random) -> Plan:
    row = _row(plan, chance)
    extra: dict[str, object] = chance.choice([{}, {"colour": "green"}, {"colour": "blue", "box": {"shelf": 2}}])
    return plan.with_prescriptions(evolve(item, extra=extra) if item.id == row else item for item in plan.prescriptions)


def _rename_slot(plan: Plan, chance: random.Random) -> Plan:
    taken = [slot.name for slot in plan.slots]
    name = chance.choice([name for name in ("dawn", "after lunch", "night", "8 o'clock") if name not in taken])
    return edits.rename_slot(plan, _slot(plan, chance), name)


def _add_slot(plan: Plan, chance: random.Random) -> Plan:
    name = f"extra-{len(plan.slots)}"
    return plan if plan.slot(name) else edits.add_slot(plan, name, dt.time(chance.randrange(24), 45))


def _swap_times(plan: Plan, _: random.Random) -> Plan:
    times = [slot.time for slot in plan.slots]
    slots = [Slot(slot.name, time) for slot, time in zip(plan.slots, reversed(times), strict=True)]
    return edits.set_slots(plan, slots)


ROW_EDITS: tuple[Edit, ...] = (
    _add,
    _bring_first,
    _shuffle,
    _set_number,
    _set_number,
    lambda plan, chance: edits.remove(plan, _row(plan, chance)),
    lambda plan, chance: edits.remove(plan, _rows(plan, chance)) if chance.random() < 0.2 else plan,
    lambda plan, chance: edits.duplicate(plan, _row(plan, chance)),
    lambda plan, chance: edits.move(plan, _rows(plan, chance), chance.choice([-2, -1, 1, 2])),
    lambda plan, chance: edits.step_number(plan, _row(plan, chance), "hold", chance.choice([-1, 1])),
    lambda plan, chance: edits.set_count(plan, _row(plan, chance), chance.choice([None, *Count])),
    lambda plan, chance: edits.set_hold_unit(plan, _row(plan, chance), chance.choice(list(HoldUnit))),
    lambda plan, chance: edits.set_side(plan, _row(plan, chance), chance.choice([None, *Side])),
    lambda plan, chance: edits.set_prescription_note(plan, _row(plan, chance), chance.choice(_NOTES)),
    lambda plan, chance: edits.fill_row(plan, _rows(plan, chance)),
    lambda plan, chance: edits.set_dose(plan, _row(plan, chance), Dose(sets=Amount.exactly(2))),
    lambda plan, chance: edits.set_schedule(plan, _row(plan, chance), Schedule()),
    _has_slots(
        lambda plan, chance: edits.toggle(plan, _row(plan, chance), _slot(plan, chance), chance.choice(list(Weekday)))
    ),
    _has_slots(lambda plan, chance: edits.toggle(plan, _rows(plan, chance), _slot(plan, chance), Weekday.SUNDAY)),
    _set_extra,
)

PLAN_EDITS: tuple[Edit, ...] = (
    lambda plan, chance: edits.set_title(plan, chance.choice(["Neck", "Title = [1] # no comment"])),
    lambda plan, chance: edits.set_course(plan, chance.choice([None, dt.date(2027, 1, 1)]), chance.choice([None, 8])),
    lambda plan, chance: edits.set_painful_side(plan, chance.choice([None, *PainfulSide])),
    lambda plan, chance: edits.set_safety_checked(plan, chance.choice([None, dt.date(2026, 11, 30)])),
    lambda plan, chance: edits.set_note(plan, chance.choice(_NOTES)),
    _add_slot,
    _has_slots(_rename_slot),
    _has_slots(lambda plan, chance: edits.remove_slot(plan, _slot(plan, chance))),
    _has_slots(lambda plan, chance: edits.set_slot_time(plan, _slot(plan, chance), dt.time(chance.randrange(24), 5))),
    _swap_times,
    _has_slots(lambda plan, _: edits.copy_day(plan, Weekday.MONDAY, [Weekday.FRIDAY, Weekday.SUNDAY])),
    _has_slots(lambda plan, _: edits.fill_column(plan, Weekday.WEDNESDAY)),
)
