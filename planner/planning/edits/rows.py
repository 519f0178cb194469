"""Prescriptions as the rows of a plan: adding, removing, copying, reordering."""

from collections.abc import Iterable

from attrs import evolve

from planner.model import Plan, Prescription, Schedule
from planner.planning.edits.each import Ids, change, id_set
from planner.planning.identifiers import fresh_prescription_id


def add(plan: Plan, prescription: Prescription, after: str | None = None) -> Plan:
    """One more prescription, at the end or after the one with this id. It gets a new id where its own is taken."""
    taken = {item.id for item in plan.prescriptions}
    if not prescription.id or prescription.id in taken:
        prescription = evolve(prescription, id=fresh_prescription_id(prescription.exercise, taken))
    return _insert(plan, (prescription,), after)


def replace(plan: Plan, prescription: Prescription) -> Plan:
    """The same plan with another prescription in the place of the one with its id."""
    return change(plan, prescription.id, lambda _: prescription)


def remove(plan: Plan, ids: Ids) -> Plan:
    """The plan without these."""
    unwanted = id_set(ids)
    return plan.with_prescriptions(item for item in plan.prescriptions if item.id not in unwanted)


def duplicate(plan: Plan, ids: Ids) -> Plan:
    """A copy of each, right after it, under a new id."""
    wanted = id_set(ids)
    taken = {item.id for item in plan.prescriptions}
    rows: list[Prescription] = []
    for item in plan.prescriptions:
        rows.append(item)
        if item.id in wanted:
            copy = _renamed(item, taken)
            taken.add(copy.id)
            rows.append(copy)
    return plan.with_prescriptions(rows)


def move(plan: Plan, ids: Ids, by: int) -> Plan:
    """Move rows down by so many places, or up where it is negative.

    Several rows keep their order, and those at the end of the plan wait there for the others.
    """
    wanted = id_set(ids)
    rows = list(plan.prescriptions)
    for _ in range(min(abs(by), len(rows))):
        _move_by_one(rows, wanted, down=by > 0)
    return plan.with_prescriptions(rows)


def paste(plan: Plan, prescriptions: Iterable[Prescription], after: str | None = None) -> Plan:
    """Copies of prescriptions, of this plan or another one, at the end or after the one with this id.

    They get new ids where theirs are taken. Slots that this plan does not have are left out; a prescription that would
    not be due at all then is due in the first slot, on the days it was due on.
    """
    taken = {item.id for item in plan.prescriptions}
    rows: list[Prescription] = []
    for item in prescriptions:
        copy = _renamed(item, taken) if item.id in taken else item
        taken.add(copy.id)
        rows.append(evolve(copy, when=_fitted(item.when, plan)))
    return _insert(plan, rows, after)


def new_ids(before: Plan, after: Plan) -> tuple[str, ...]:
    """The ids of what was added, in order: where the cursor goes after a paste."""
    known = {item.id for item in before.prescriptions}
    return tuple(item.id for item in after.prescriptions if item.id not in known)


def set_prescription_note(plan: Plan, ids: Ids, note: str) -> Plan:
    """Another note; blank space around it is dropped."""
    return change(plan, ids, lambda item: evolve(item, note=note.strip()))


def _insert(plan: Plan, prescriptions: Iterable[Prescription], after: str | None) -> Plan:
    rows = list(plan.prescriptions)
    place = next((index + 1 for index, item in enumerate(rows) if item.id == after), len(rows))
    rows[place:place] = prescriptions
    return plan.with_prescriptions(rows)


def _renamed(item: Prescription, taken: set[str]) -> Prescription:
    return evolve(item, id=fresh_prescription_id(item.exercise, taken))


def _move_by_one(rows: list[Prescription], wanted: frozenset[str], *, down: bool) -> None:
    step = 1 if down else -1
    order = range(len(rows) - 2, -1, -1) if down else range(1, len(rows))
    for index in order:
        beside = rows[index + step]
        if rows[index].id in wanted and beside.id not in wanted:
            rows[index], rows[index + step] = beside, rows[index]


def _fitted(when: Schedule, plan: Plan) -> Schedule:
    known = {slot.name for slot in plan.slots}
    kept = Schedule(entry for entry in when.entries if entry[0] in known)
    if kept.entries or not plan.slots:
        return kept
    return Schedule.of({plan.slots[0].name: frozenset().union(*(days for _, days in when.entries))})
