"""Two people, or one in two places, have changed the same plan: bringing both changes together, field by field.

Rows are known by their ids. What only one side has changed is taken from that side; what both have changed alike is
taken once; what both have changed differently is a conflict, asked one by one.
"""

from collections.abc import Callable, Mapping

from attrs import evolve, frozen

from planner.model import Library, Plan, Prescription
from planner.planning.identifiers import fresh_prescription_id
from planner.planning.merge_conflicts import Answer, Asking, Conflict, ConflictKey, Three, Value
from planner.planning.merge_order import common_order, woven
from planner.planning.merge_rows import RowMerge, kept_row, merged_extra
from planner.planning.merge_slots import SlotMerge, merged_slots, with_same_names
from planner.planning.moves import moved
from planner.planning.row_differences import NO_LIBRARY, RowTitles
from planner.planning.value_words import PLAN_FIELDS, plan_words

__all__ = ["Answer", "Conflict", "ConflictKey", "MergeResult", "merge", "resolve"]


@frozen
class MergeResult:
    """A merged plan, in which mine stands wherever the two conflict, and what there is to ask."""

    plan: Plan
    conflicts: tuple[Conflict, ...]
    base: Plan
    mine: Plan
    theirs: Plan

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.conflicts


def merge(base: Plan, mine: Plan, theirs: Plan, library: Library = NO_LIBRARY) -> MergeResult:
    """Both sides' changes to a plan in one plan, and the conflicts between them.

    The library is for the words of the conflicts only. Rows that both sides have added by chance under one id are
    both kept; it is mine that gets another id, because theirs is in a file already. Removed on one side and changed
    on the other is a conflict; so is an order in which each side's moves contradict the other's. Ids of rows and names
    of slots are taken to be there once in each plan, as the reading of a file makes sure.
    """
    asking = Asking({})
    plan = _merged(base, mine, theirs, asking, library)
    return MergeResult(plan, tuple(asking.conflicts), base, mine, theirs)


def resolve(result: MergeResult, answers: Mapping[ConflictKey, Answer]) -> Plan:
    """The merged plan with the conflicts answered; those without an answer stay as mine.

    Raises ValueError for an answer to what is no conflict of this merge, and for one that is neither mine nor theirs.
    """
    keys = {conflict.key for conflict in result.conflicts}
    for key, answer in answers.items():
        if key not in keys:
            message = f"{'/'.join(key)} is not a conflict of this merge"
            raise ValueError(message)
        if answer not in ("mine", "theirs"):
            message = f'the answer to a conflict is mine or theirs, not "{answer}"'
            raise ValueError(message)
    return _merged(result.base, result.mine, result.theirs, Asking(answers), NO_LIBRARY)


def _merged(base: Plan, mine: Plan, theirs: Plan, asking: Asking, library: Library) -> Plan:
    renamed = with_same_names(base, _with_own_ids(base, mine, theirs), theirs, asking)
    three = renamed.three
    titles = RowTitles(library, three.mine, three.theirs)
    slots = merged_slots(renamed, asking)
    rows = _rows(three, slots, asking, titles)
    order = _order(three, rows, asking, titles)
    extra = merged_extra(three.part(lambda plan: plan.extra), asking, ("extra",))
    merged = evolve(_course(three, asking), slots=slots.slots, extra=extra)
    return merged.with_prescriptions(rows[name] for name in order)


def _course(three: Three[Plan], asking: Asking) -> Plan:
    """Mine with the merged fields that hold one value."""

    def choose(name: str, value: Callable[[Plan], Value]) -> Value:
        return asking.choose((name,), PLAN_FIELDS[name], three, value, lambda plan: plan_words(plan, name))

    return evolve(
        three.mine,
        title=choose("title", lambda plan: plan.title),
        start=choose("start", lambda plan: plan.start),
        weeks=choose("weeks", lambda plan: plan.weeks),
        painful_side=choose("painful_side", lambda plan: plan.painful_side),
        safety_checked=choose("safety_checked", lambda plan: plan.safety_checked),
        note=choose("note", lambda plan: plan.note),
        id=choose("id", lambda plan: plan.id),
    )


def _with_own_ids(base: Plan, mine: Plan, theirs: Plan) -> Plan:
    """Mine with other ids for rows that both sides added under one id, and that are not the same exercise."""
    was, others = _by_id(base), _by_id(theirs)
    taken = {*was, *others, *_by_id(mine)}
    rows: list[Prescription] = []
    for row in mine.prescriptions:
        other = others.get(row.id)
        if other is not None and row.id not in was and _way(row) != _way(other):
            identifier = fresh_prescription_id(row.exercise, taken)
            taken.add(identifier)
            rows.append(evolve(row, id=identifier))
        else:
            rows.append(row)
    return mine.with_prescriptions(rows)


def _way(row: Prescription) -> tuple[str | None, ...]:
    return row.exercise, row.variant, row.side


def _rows(three: Three[Plan], slots: SlotMerge, asking: Asking, titles: RowTitles) -> dict[str, Prescription]:
    """The rows that are to be, by their ids."""
    was, mine, theirs = (_by_id(plan) for plan in (three.base, three.mine, three.theirs))
    rows: dict[str, Prescription] = {}
    for identifier in dict.fromkeys((*mine, *theirs)):
        before, here, there = was.get(identifier), mine.get(identifier), theirs.get(identifier)
        row: Prescription | None
        if here and there:
            row = RowMerge(Three(before, here, there), asking, titles).merged()
        elif before is None:
            row = here or there
        else:
            row = kept_row(before, here or there or before, asking, titles, is_mine=here is not None)
        if row is not None:
            rows[identifier] = slots.fitted(row)
    return rows


def _by_id(plan: Plan | None) -> dict[str, Prescription]:
    return {row.id: row for row in plan.prescriptions} if plan else {}


def _order(three: Three[Plan], rows: Mapping[str, Prescription], asking: Asking, titles: RowTitles) -> tuple[str, ...]:
    """The order of the rows: both sides' moves, and each added row after the one that it was added after."""
    base, mine, theirs = (list(_by_id(plan)) for plan in (three.base, three.mine, three.theirs))
    common = common_order(base, mine, theirs)
    if common is None:
        words = _moves_words(three.base, titles)
        conflict = Conflict(("order",), "order of the exercises", words(three.mine), words(three.theirs), "as it was")
        chosen, other = (theirs, mine) if asking.decide(conflict) == "theirs" else (mine, theirs)
        common = tuple(name for name in chosen if name in frozenset(other))
    return woven(common, mine, theirs, rows, lambda identifier: identifier)


def _moves_words(base: Plan | None, titles: RowTitles) -> Callable[[Plan], str]:
    def words(plan: Plan) -> str:
        rows = plan.prescriptions
        wandered = frozenset(moved(list(_by_id(base)), list(_by_id(plan))))
        told = [
            f"{titles(row)} {f'after {titles(rows[place - 1])}' if place else 'first'}"
            for place, row in enumerate(rows)
            if row.id in wandered
        ]
        return "; ".join(told) or ", ".join(titles(row) for row in rows)

    return words
