"""Slots that were given another name: told apart from one slot that went and another that came."""

from collections.abc import Mapping

from attrs import evolve

from planner.model import Plan, Schedule, Slot, Weekday

Cell = tuple[str, Weekday]
"""A prescription and a day."""

_MOSTLY = 0.5
"""How much of what was due has to be due still for a slot of the same time to count as renamed."""


def renamed_slots(before: Plan, after: Plan) -> dict[str, str]:
    """The new names by the old ones.

    A slot counts as renamed where one of the same clock time took its place and most of what was due in it is due
    there, or where it is the only one that went, one came, and exactly the same is due. Nothing is guessed where
    there are two that it could be.
    """
    used_before, used_after = names_in_use(before), names_in_use(after)
    gone = [slot for slot in before.slots if slot.name not in used_after]
    came = [slot for slot in after.slots if slot.name not in used_before]
    pairs = [(old.name, new.name) for old in gone for new in came if _took_its_place(before, after, old, new)]
    if len(gone) == len(came) == 1 and not pairs:
        due = _due(before, gone[0].name)
        return {gone[0].name: came[0].name} if due and due == _due(after, came[0].name) else {}
    olds, news = [old for old, _ in pairs], [new for _, new in pairs]
    return {old: new for old, new in pairs if olds.count(old) == 1 and news.count(new) == 1}


def with_renamed_slots(plan: Plan, names: Mapping[str, str]) -> Plan:
    """The same plan with other names for some slots; what is due in them stays due."""
    if not names:
        return plan
    slots = (evolve(slot, name=names.get(slot.name, slot.name)) for slot in plan.slots)
    rows = (
        evolve(row, when=Schedule.of({names.get(slot, slot): days for slot, days in row.when.entries}))
        for row in plan.prescriptions
    )
    return evolve(plan, slots=tuple(slots), prescriptions=tuple(rows))


def names_in_use(plan: Plan) -> frozenset[str]:
    """The names of slots that the plan has or that something is due in."""
    return frozenset(
        (*(slot.name for slot in plan.slots), *(name for row in plan.prescriptions for name in row.when.slots))
    )


def _took_its_place(before: Plan, after: Plan, old: Slot, new: Slot) -> bool:
    was, now = _due(before, old.name), _due(after, new.name)
    return old.time == new.time and len(was & now) >= _MOSTLY * len(was | now)


def _due(plan: Plan, slot: str) -> frozenset[Cell]:
    return frozenset((row.id, day) for row in plan.prescriptions for day in row.when.days(slot))
