"""Merging the slots of a plan: their names, their clock times, and which of them there are."""

from collections.abc import Iterable

from attrs import evolve, frozen

from planner.model import Plan, Prescription, Schedule, Slot
from planner.planning.merge_conflicts import Asking, Conflict, Three
from planner.planning.merge_order import common_order, woven
from planner.planning.slot_names import names_in_use, renamed_slots, with_renamed_slots
from planner.planning.value_words import slot_words, time_words


@frozen
class Renamed:
    """Three plans that call the same slot by the same name."""

    three: Three[Plan]
    old_names: dict[str, str]
    """What slots were called before one side or the other gave them the name that they have now."""

    def old_name(self, name: str) -> str:
        """The name before anyone changed it: conflicts are known by it, whatever the answer to the name."""
        return self.old_names.get(name, name)


def with_same_names(base: Plan, mine: Plan, theirs: Plan, asking: Asking) -> Renamed:
    """All three plans with the new names that one side gave to slots; both sides' new names are a conflict."""
    my_names, their_names = renamed_slots(base, mine), renamed_slots(base, theirs)
    base_map: dict[str, str] = {}
    my_map: dict[str, str] = {}
    their_map: dict[str, str] = {}
    for old in dict.fromkeys((*my_names, *their_names)):
        my_name, their_name = my_names.get(old), their_names.get(old)
        new = _new_name(old, my_name, their_name, asking)
        here, there = my_name or old, their_name or old
        if _is_free(new, mine, here) and _is_free(new, theirs, there):
            base_map[old], my_map[here], their_map[there] = new, new, new
    plans = (
        with_renamed_slots(plan, {old: new for old, new in names.items() if old != new})
        for plan, names in ((base, base_map), (mine, my_map), (theirs, their_map))
    )
    return Renamed(Three(*plans), {new: old for old, new in base_map.items()})


def _new_name(old: str, mine: str | None, theirs: str | None, asking: Asking) -> str:
    if mine is None or theirs is None or mine == theirs:
        return mine or theirs or old
    conflict = Conflict(("slot", old, "name"), f"name of the slot {old}", mine, theirs, old)
    return theirs if asking.decide(conflict) == "theirs" else mine


def _is_free(new: str, plan: Plan, now: str) -> bool:
    return new == now or new not in names_in_use(plan)


@frozen
class SlotMerge:
    """The slots that are to be, and whose word counts in those that one side has removed."""

    slots: tuple[Slot, ...]
    owners: dict[str, Plan]
    """By the name of a slot that only one side has: the plan whose sessions in it hold."""

    def fitted(self, row: Prescription) -> Prescription:
        """A merged row whose sessions agree with the slots that are there."""
        days = dict(row.when.entries)
        for name, owner in self.owners.items():
            known = owner.prescription(row.id)
            if known is not None:
                days[name] = known.when.days(name)
            elif owner.slot(name) is None:
                days.pop(name, None)
        return evolve(row, when=Schedule.of(days))


def merged_slots(renamed: Renamed, asking: Asking) -> SlotMerge:
    """The slots of both sides, in an order that both sides' moves agree with or else in that of the day."""
    base, mine, theirs = renamed.three.base, renamed.three.mine, renamed.three.theirs
    if base is None:
        base = evolve(mine, slots=(), prescriptions=())
    slots: dict[str, Slot] = {}
    owners: dict[str, Plan] = {}
    for name in dict.fromkeys(slot.name for slot in (*mine.slots, *theirs.slots)):
        here, there, was = mine.slot(name), theirs.slot(name), base.slot(name)
        if here and there:
            slots[name] = _with_time(Three(was, here, there), renamed, asking)
            continue
        if was is None:
            holder = mine if here else theirs
        else:
            holder = owners[name] = _owner(name, renamed, base, asking)
        kept = holder.slot(name)
        if kept:
            slots[name] = kept
    return SlotMerge(_ordered(base, mine, theirs, slots), owners)


def _with_time(three: Three[Slot], renamed: Renamed, asking: Asking) -> Slot:
    name = three.mine.name
    key = ("slot", renamed.old_name(name), "time")
    time = asking.choose(key, f"slot {name}", three, lambda slot: slot.time, lambda slot: time_words(slot.time))
    return Slot(name, time)


def _owner(name: str, renamed: Renamed, base: Plan, asking: Asking) -> Plan:
    """Of a slot that one side has removed: the plan that decides whether it stays, and what is due in it."""
    mine, theirs = renamed.three.mine, renamed.three.theirs
    keeper, remover = (theirs, mine) if mine.slot(name) is None else (mine, theirs)
    if name not in renamed.old_names and not _is_touched(name, base, keeper):
        return remover
    words = {id(plan): slot_words(slot) if (slot := plan.slot(name)) else "removed" for plan in (base, mine, theirs)}
    old = renamed.old_name(name)
    conflict = Conflict(("slot", old), f"slot {old}", words[id(mine)], words[id(theirs)], words[id(base)])
    return theirs if asking.decide(conflict) == "theirs" else mine


def _is_touched(name: str, base: Plan, side: Plan) -> bool:
    """Whether a side has changed a slot or made anything more due in it."""
    was = {row.id: row.when.days(name) for row in base.prescriptions}
    more = any(row.when.days(name) - was.get(row.id, frozenset()) for row in side.prescriptions)
    return more or side.slot(name) != base.slot(name)


def _ordered(base: Plan, mine: Plan, theirs: Plan, slots: dict[str, Slot]) -> tuple[Slot, ...]:
    names = [_names(plan.slots) for plan in (base, mine, theirs)]
    common = common_order(*names)
    if common is None:
        return tuple(sorted(slots.values(), key=lambda slot: (slot.time, slot.name)))
    order = woven(common, names[1], names[2], slots, lambda name: (slots[name].time, name))
    return tuple(slots[name] for name in order)


def _names(slots: Iterable[Slot]) -> list[str]:
    return [slot.name for slot in slots]
