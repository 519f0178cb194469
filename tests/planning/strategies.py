"""Any amount, dose, schedule and plan, for property tests."""

import datetime as dt

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
    Variant,
    Weekday,
)
from tests.planning.examples import LIBRARY

days = st.frozensets(st.sampled_from(Weekday))
slot_names = st.sampled_from(["morning", "noon", "evening"])
variants: st.SearchStrategy[Variant] = st.sampled_from([way for _, way in LIBRARY.ways()])
sides = st.sampled_from([None, *Side])
dates = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


def amounts(largest: int = 100_000, smallest: int = 1) -> st.SearchStrategy[Amount]:
    number = st.integers(smallest, largest)
    both = st.tuples(number, number).map(lambda pair: Amount(min(pair), max(pair)))
    return st.one_of(
        number.map(Amount.exactly),
        both,
        number.map(Amount.at_least),
        number.map(Amount.at_most),
        st.just(Amount(None, None)),
    )


def doses(largest: int = 100_000) -> st.SearchStrategy[Dose]:
    number = st.none() | amounts(largest)
    return st.builds(
        Dose,
        sets=number,
        reps=number,
        hold=number,
        duration=number,
        rest=number,
        count=st.none() | st.sampled_from(Count),
        hold_unit=st.sampled_from(HoldUnit),
    )


schedules = st.dictionaries(slot_names, days).map(Schedule.of)


@st.composite
def prescriptions(draw: st.DrawFn) -> Prescription:
    exercise, way = draw(st.sampled_from(list(LIBRARY.ways())))
    return Prescription(
        id="",
        exercise=draw(st.sampled_from([exercise.id, "neck-turn"])),
        variant=way.id,
        guidance=draw(st.sampled_from([None, "camden", "routine", "gone"])),
        side=draw(sides),
        note=draw(st.text(max_size=5)),
        dose=draw(doses()),
        when=draw(schedules),
    )


@st.composite
def plans(draw: st.DrawFn, most: int = 6) -> Plan:
    rows = draw(st.lists(prescriptions(), max_size=most))
    slots = draw(st.sets(slot_names))
    return Plan(
        id="plan",
        title=draw(st.text(max_size=10)),
        start=draw(st.none() | dates),
        weeks=draw(st.none() | st.integers(1, 520)),
        painful_side=draw(st.sampled_from([None, *PainfulSide])),
        slots=tuple(Slot(name, dt.time(6 + index)) for index, name in enumerate(sorted(slots))),
        prescriptions=tuple(evolve(row, id=f"row-{number}") for number, row in enumerate(rows)),
    )
