"""What belongs to the whole plan: title, course, painful side, the times of the day."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from attrs import evolve

from planner.model import PainfulSide, Plan, Prescription, Schedule, Slot
from planner.model.plan import MOST_WEEKS


def set_title(plan: Plan, title: str) -> Plan:
    """Another title, in one line."""
    return evolve(plan, title=" ".join(title.split()))


def set_course(plan: Plan, start: dt.date | None, weeks: int | None) -> Plan:
    """When the course starts, and for how many weeks it lasts; `None` is not set.

    Raises ValueError for fewer weeks than one and for more than `MOST_WEEKS`.
    """
    if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
        message = f"a course lasts from 1 to {MOST_WEEKS} weeks, not {weeks}"
        raise ValueError(message)
    return evolve(plan, start=start, weeks=weeks)


def set_painful_side(plan: Plan, painful_side: PainfulSide | None) -> Plan:
    """Which side hurts. Sides that were prescribed stay: `sides.sides_to_review` lists those that no longer fit."""
    return evolve(plan, painful_side=painful_side)


def set_note(plan: Plan, note: str) -> Plan:
    """Another note on the plan; blank space around it is dropped."""
    return evolve(plan, note=note.strip())


def set_safety_checked(plan: Plan, day: dt.date | None) -> Plan:
    """The day the red-flag questions were answered."""
    return evolve(plan, safety_checked=day)


def set_slots(plan: Plan, slots: Iterable[Slot], renamed: Mapping[str, str] | None = None) -> Plan:
    """Other times of the day, put in the order of their clock times.

    `renamed` maps old names to new ones, which keep their days. What was due in a slot that is gone is not due there
    any more. Raises ValueError for a slot without a name and for two of the same name.
    """
    ordered = tuple(sorted(slots, key=lambda slot: slot.time))
    names = [slot.name for slot in ordered]
    if not all(name.strip() for name in names):
        message = 'a time of the day needs a name, such as "morning"'
        raise ValueError(message)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        message = f'there are two times of the day called "{twice}"'
        raise ValueError(message)
    follow = _followed({slot.name for slot in plan.slots}, set(names), dict(renamed or {}))
    return evolve(plan, slots=ordered, prescriptions=tuple(follow(item) for item in plan.prescriptions))


def _followed(before: set[str], after: set[str], renamed: dict[str, str]) -> Callable[[Prescription], Prescription]:
    """How a prescription follows the slots: their new names, without those that are gone."""
    taken_over = {new for old, new in renamed.items() if old in before}

    def name_of(slot: str) -> str | None:
        if slot not in before:
            # No slot of the plan ever had this name; it came with the file, and is not for us to drop.
            return slot if slot not in taken_over else None
        if slot in renamed:
            return renamed[slot] if renamed[slot] in after else None
        return slot if slot in after and slot not in taken_over else None

    def follow(item: Prescription) -> Prescription:
        entries = ((name_of(slot), days) for slot, days in item.when.entries)
        return evolve(item, when=Schedule.of({name: days for name, days in entries if name is not None}))

    return follow


def add_slot(plan: Plan, name: str, time: dt.time) -> Plan:
    """One more time of the day; nothing is due in it yet. Raises ValueError where the name is taken or blank."""
    return set_slots(plan, (*plan.slots, Slot(name, time)))


def rename_slot(plan: Plan, old: str, new: str) -> Plan:
    """Another name for a time of the day; what is due in it stays due. Raises ValueError as `set_slots` does."""
    slots = (evolve(slot, name=new) if slot.name == old else slot for slot in plan.slots)
    return set_slots(plan, slots, {old: new})


def remove_slot(plan: Plan, name: str) -> Plan:
    """Without this time of the day, and without what was due in it."""
    return set_slots(plan, (slot for slot in plan.slots if slot.name != name))


def set_slot_time(plan: Plan, name: str, time: dt.time) -> Plan:
    """Another clock time for a slot."""
    return set_slots(plan, (evolve(slot, time=time) if slot.name == name else slot for slot in plan.slots))
