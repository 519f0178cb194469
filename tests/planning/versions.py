"""Versions of one plan, alike and unlike, for property tests: few ids, slots and values, so that changes collide."""

import datetime as dt
import math
from collections.abc import Callable

from attrs import evolve
from hypothesis import strategies as st

from planner.model import (
    Amount,
    Count,
    Dose,
    HoldUnit,
    PainfulSide,
    Plan,
    Prescription,
    Schedule,
    Side,
    Slot,
    Weekday,
)
from planner.planning import edits
from tests.planning.sample import LIBRARY

IDS = ("a", "b", "c", "d", "e")
SLOT_NAMES = ("morning", "noon", "evening", "night")
TIMES = (dt.time(8), dt.time(12), dt.time(20))
WAYS = [(exercise.id, variant.id) for exercise, variant in LIBRARY.ways()] + [("gone", "hold")]

days = st.frozensets(st.sampled_from(Weekday))
amounts = st.sampled_from([None, Amount.exactly(3), Amount.exactly(10), Amount(5, 10), Amount.at_least(30)])
values = st.sampled_from([1, 1.0, True, math.nan, "text", [1, True], {"deep": [1]}, dt.date(2026, 11, 23)])
extras = st.dictionaries(st.sampled_from(["therapist", "pain", "x"]), values, max_size=2)
notes = st.sampled_from(["", "Pillow under the head", "Slowly"])
titles = st.sampled_from(["Acute low back", "Back", ""])
starts = st.sampled_from([None, dt.date(2026, 11, 23), dt.date(2026, 11, 30)])
schedules = st.dictionaries(st.sampled_from(SLOT_NAMES), days, max_size=3).map(Schedule.of)
doses = st.builds(
    Dose,
    sets=amounts,
    reps=amounts,
    hold=amounts,
    duration=amounts,
    rest=amounts,
    count=st.none() | st.sampled_from(Count),
    hold_unit=st.sampled_from(HoldUnit),
    extra=extras,
)


@st.composite
def rows(draw: st.DrawFn, identifier: str | None = None) -> Prescription:
    exercise, variant = draw(st.sampled_from(WAYS))
    return Prescription(
        draw(st.sampled_from(IDS)) if identifier is None else identifier,
        exercise,
        variant,
        guidance=draw(st.sampled_from([None, "camden", "stretches", "gone"])),
        side=draw(st.none() | st.sampled_from(Side)),
        note=draw(notes),
        dose=draw(doses),
        when=draw(schedules),
        extra=draw(extras),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan; two of them have next to nothing in common but their ids."""
    names = draw(st.lists(st.sampled_from(SLOT_NAMES), unique=True))
    return Plan(
        draw(st.sampled_from(["plan", "other"])),
        draw(titles),
        start=draw(starts),
        weeks=draw(st.none() | st.integers(1, 3)),
        painful_side=draw(st.none() | st.sampled_from(PainfulSide)),
        safety_checked=draw(starts),
        note=draw(notes),
        slots=tuple(Slot(name, draw(st.sampled_from(TIMES))) for name in names),
        prescriptions=tuple(draw(st.lists(rows(), unique_by=lambda row: row.id, max_size=5))),
        extra=draw(extras),
    )


Change = Callable[[Plan], Plan]


@st.composite
def versions(draw: st.DrawFn, plan: Plan, most: int = 6) -> Plan:
    """The plan after some edits of the kinds that the screens make."""
    for _ in range(draw(st.integers(0, most))):
        kinds = _OF_PLAN + (_OF_ROW if plan.prescriptions else ()) + (_OF_SLOT if plan.slots else ())
        plan = draw(draw(st.sampled_from(kinds))(plan))
    return plan


def _change_title(plan: Plan) -> st.SearchStrategy[Plan]:
    return titles.map(lambda title: evolve(plan, title=title))


def _change_start(plan: Plan) -> st.SearchStrategy[Plan]:
    return starts.map(lambda start: evolve(plan, start=start))


def _change_extra(plan: Plan) -> st.SearchStrategy[Plan]:
    return extras.map(lambda extra: evolve(plan, extra=extra))


def _add_row(plan: Plan) -> st.SearchStrategy[Plan]:
    after = st.none() | st.sampled_from(IDS)
    return st.tuples(rows(""), after).map(lambda given: edits.add(plan, *given))


def _add_slot(plan: Plan) -> st.SearchStrategy[Plan]:
    free = [name for name in SLOT_NAMES if plan.slot(name) is None] or ["another"]
    return st.tuples(st.sampled_from(free), st.sampled_from(TIMES)).map(
        lambda given: plan if plan.slot(given[0]) else edits.add_slot(plan, *given)
    )


def _row_of(plan: Plan) -> st.SearchStrategy[str]:
    return st.sampled_from([row.id for row in plan.prescriptions])


def _slot_of(plan: Plan) -> st.SearchStrategy[str]:
    return st.sampled_from([slot.name for slot in plan.slots])


def _set_dose(plan: Plan) -> st.SearchStrategy[Plan]:
    return st.tuples(_row_of(plan), doses).map(lambda given: edits.set_dose(plan, *given))


def _set_reps(plan: Plan) -> st.SearchStrategy[Plan]:
    return st.tuples(_row_of(plan), st.just("reps"), amounts).map(lambda given: edits.set_number(plan, *given))


def _set_note(plan: Plan) -> st.SearchStrategy[Plan]:
    return st.tuples(_row_of(plan), notes).map(lambda given: edits.set_prescription_note(plan, *given))


def _set_side(plan: Plan) -> st.SearchStrategy[Plan]:
    return st.tuples(_row_of(plan), st.none() | st.sampled_from(Side)).map(lambda given: edits.set_side(plan, *given))


def _set_days(plan: Plan) -> st.SearchStrategy[Plan]:
    return st.tuples(_row_of(plan), st.sampled_from(SLOT_NAMES), days).map(lambda given: edits.set_days(plan, *given))


def _move_row(plan: Plan) -> st.SearchStrategy[Plan]:
    return st.tuples(_row_of(plan), st.integers(-4, 4)).map(lambda given: edits.move(plan, *given))


def _remove_row(plan: Plan) -> st.SearchStrategy[Plan]:
    return _row_of(plan).map(lambda row: edits.remove(plan, row))


def _remove_slot(plan: Plan) -> st.SearchStrategy[Plan]:
    return _slot_of(plan).map(lambda slot: edits.remove_slot(plan, slot))


def _rename_slot(plan: Plan) -> st.SearchStrategy[Plan]:
    free = [name for name in (*SLOT_NAMES, "early", "late") if plan.slot(name) is None]
    return st.tuples(_slot_of(plan), st.sampled_from(free)).map(lambda given: edits.rename_slot(plan, *given))


def _set_time(plan: Plan) -> st.SearchStrategy[Plan]:
    return st.tuples(_slot_of(plan), st.sampled_from(TIMES)).map(lambda given: edits.set_slot_time(plan, *given))


_OF_PLAN = (_change_title, _change_start, _change_extra, _add_row, _add_slot)
_OF_ROW = (_set_dose, _set_reps, _set_note, _set_side, _set_days, _move_row, _remove_row)
_OF_SLOT = (_remove_slot, _rename_slot, _set_time)
