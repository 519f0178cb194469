"""How the differences between two plans are told: in doses and days, never in TOML."""

import datetime as dt
import math

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.model import (
    AS_COMFORTABLE,
    EVERY_DAY,
    Amount,
    Count,
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
from planner.planning.differences import DifferenceKind, differences
from planner.planning.moves import moved
from tests.planning.sample import DAILY_TWICE, EVENING, HUG, LIBRARY, MORNING, ROCK, ROLL, plan_of
from tests.planning.versions import plans, versions

PLAN = plan_of(ROLL, HUG, ROCK)
SECOND_HUG = evolve(HUG, id="hug-2")


def told(after: Plan, before: Plan = PLAN) -> list[str]:
    return [difference.sentence for difference in differences(before, after, LIBRARY)]


def with_row(row: Prescription) -> Plan:
    return edits.replace(PLAN, row)


def test_equal_plans_differ_in_nothing() -> None:
    assert differences(PLAN, PLAN, LIBRARY) == ()


def test_a_number_is_told_with_its_unit() -> None:
    shorter = with_row(evolve(ROLL, dose=evolve(ROLL.dose, hold=Amount.exactly(20))))
    (difference,) = differences(PLAN, shorter, LIBRARY)
    assert difference.sentence == "Knee roll, held, to the right: hold 30 s → 20 s"
    assert difference.prescription == "roll-1"
    assert difference.kind is DifferenceKind.DOSE


def test_one_sentence_tells_all_that_changed_in_a_dose() -> None:
    dose = evolve(
        HUG.dose,
        sets=Amount.exactly(2),
        reps=None,
        hold=Amount(5, 10),
        rest=Amount.exactly(180),
        duration=AS_COMFORTABLE,
        count=Count.ALTERNATING,
    )
    assert told(with_row(evolve(HUG, dose=dose))) == [
        (
            "Single knee hug: sets not set → 2; reps 10 → not set; hold 10 s → 5–10 s; "
            "time not set → as long as comfortable; rest not set → 3 min; "
            "reps counted not said (each side) → in all, turn by turn"
        )
    ]


def test_a_hold_is_told_in_its_own_unit() -> None:
    breaths = evolve(HUG.dose, hold_unit=HoldUnit.BREATHS)
    assert told(with_row(evolve(HUG, dose=breaths))) == ["Single knee hug: hold 10 s → 10 breaths"]
    unset = evolve(ROCK.dose, hold_unit=HoldUnit.COUNTS)
    assert told(with_row(evolve(ROCK, dose=unset))) == ["Double knee hug, rocking: hold counted in seconds → counts"]


@pytest.mark.parametrize(
    ("evening", "sentence"),
    [
        (EVERY_DAY - {Weekday.WEDNESDAY}, "Wednesday evening off"),
        (EVERY_DAY - {Weekday.MONDAY, Weekday.FRIDAY}, "Monday and Friday evening off"),
        (frozenset(Weekday) - set(list(Weekday)[:5]), "evening off, on weekdays"),
        (frozenset(list(Weekday)[:5]), "evening off, at the weekend"),
        (frozenset[Weekday](), "evening off, every day"),
    ],
)
def test_days_are_told_in_words(evening: frozenset[Weekday], sentence: str) -> None:
    changed = with_row(evolve(HUG, when=HUG.when.with_days("evening", evening)))
    assert told(changed) == [f"Single knee hug: {sentence}"]
    assert told(PLAN, changed) == [f"Single knee hug: {sentence.replace('off', 'on')}"]


def test_days_on_and_off_are_told_together() -> None:
    before = with_row(evolve(HUG, when=Schedule.of({"morning": {Weekday.MONDAY}})))
    after = with_row(evolve(HUG, when=Schedule.of({"morning": {Weekday.TUESDAY}, "evening": EVERY_DAY})))
    assert told(after, before) == ["Single knee hug: Monday morning off; Tuesday morning on; evening on, every day"]


def test_added_rows_are_told_with_their_dose_and_days() -> None:
    assert told(PLAN, plan_of(ROLL, ROCK)) == [
        "added: Single knee hug: 10 × 10 s hold, each leg; morning every day; evening every day"
    ]
    never = evolve(HUG, when=Schedule())
    assert told(plan_of(ROLL, never, ROCK), plan_of(ROLL, ROCK)) == [
        "added: Single knee hug: 10 × 10 s hold, each leg; not due on any day"
    ]


def test_removed_rows_are_told() -> None:
    assert told(plan_of(ROLL, ROCK)) == ["removed: Single knee hug"]


def test_moves_are_as_few_as_explain_the_order() -> None:
    assert told(plan_of(HUG, ROCK, ROLL)) == [
        "moved: Knee roll, held, to the right, now after Double knee hug, rocking"
    ]
    assert told(plan_of(ROCK, ROLL, HUG)) == ["moved: Double knee hug, rocking, now first"]


def test_another_way_or_side_is_told_by_its_name() -> None:
    assert told(with_row(evolve(ROLL, side=Side.LEFT))) == [
        "Knee roll, held, to the right → Knee roll, held, to the left"
    ]
    assert told(with_row(evolve(ROLL, variant="repeat-both", side=None))) == [
        "Knee roll, held, to the right → Knee roll, repeated, each way"
    ]
    assert told(with_row(evolve(ROLL, exercise="gone"))) == [
        "Knee roll, held, to the right → gone, hold-one-side (not in the library)"
    ]


def test_rows_of_the_same_name_are_told_apart_by_their_ids() -> None:
    before = plan_of(HUG, SECOND_HUG)
    after = plan_of(HUG, evolve(SECOND_HUG, note="Slowly"))
    assert told(after, before) == ['Single knee hug (hug-2): note not set → "Slowly"']


def test_notes_and_sources_are_told() -> None:
    assert told(with_row(evolve(HUG, note="Slowly", guidance="camden"))) == [
        "Single knee hug: dose from Lower Back Stretches → Camden MSK",
        'Single knee hug: note not set → "Slowly"',
    ]


def test_long_notes_are_cut_but_never_look_unchanged() -> None:
    before = evolve(PLAN, note="a" * 100)
    after = evolve(PLAN, note="a" * 100 + "b")
    (sentence,) = told(after, before)
    assert len(sentence) < 200
    assert sentence.endswith("(not the same to the letter)")


def test_the_course_is_told_in_words() -> None:
    after = evolve(
        PLAN,
        title="Back",
        start=dt.date(2026, 11, 30),
        weeks=None,
        painful_side=PainfulSide.LEFT,
        safety_checked=dt.date(2027, 1, 2),
        id="other",
    )
    assert told(after) == [
        'title "Acute low back" → "Back"',
        "start 23 Nov → 30 Nov",
        "weeks 6 → not set",
        "painful side not set → left side painful",
        "safety questions answered on 20 Nov 2026 → 2 Jan 2027",
        'id of the plan "plan-1" → "other"',
    ]


def test_slots_are_told() -> None:
    assert told(evolve(PLAN, slots=(MORNING, EVENING, Slot("night", dt.time(22, 30))))) == ["slot added: night, 22:30"]
    assert told(edits.set_slot_time(PLAN, "morning", dt.time(7, 0, 30))) == ["slot morning: 08:00 → 07:00:30"]
    assert told(evolve(PLAN, slots=(EVENING, MORNING))) == ["slots in another order: evening, morning"]


def test_what_was_due_in_a_slot_that_went_is_told_once() -> None:
    assert told(edits.remove_slot(PLAN, "evening")) == ["slot removed: evening, 20:00, with what was due in it"]


def test_a_renamed_slot_is_told_once() -> None:
    assert told(edits.rename_slot(PLAN, "morning", "early")) == ["slot morning is now called early"]
    changed = edits.toggle(edits.rename_slot(PLAN, "morning", "early"), HUG.id, "early", Weekday.MONDAY)
    assert told(changed) == ["slot morning is now called early", "Single knee hug: Monday early off"]


def test_unknown_keys_are_told_by_name_and_value() -> None:
    before = evolve(PLAN, extra={"therapist": "Ann", "same": [1, {"a": math.nan}]})
    after = evolve(PLAN, extra={"therapist": "Bob", "same": [1, {"a": math.nan}], "visits": 3})
    assert told(after, before) == [
        'unknown key "therapist": "Ann" → "Bob"',
        'unknown key "visits": not there → 3',
    ]
    row = evolve(HUG, extra={"side": "x"}, dose=evolve(HUG.dose, extra={"load": 1}))
    heavier = evolve(row, dose=evolve(HUG.dose, extra={"load": 1.0}))
    assert told(with_row(heavier), with_row(row)) == ['Single knee hug: unknown key "load": 1 → 1.0']


def test_a_change_that_python_calls_equal_is_told() -> None:
    before, after = evolve(PLAN, extra={"x": [1, {"y": 0}]}), evolve(PLAN, extra={"x": [True, {"y": False}]})
    assert before == after
    assert told(after, before) == ['unknown key "x": [1, {y = 0}] → [true, {y = false}]']


def test_without_a_library_ids_stand_for_names() -> None:
    after = with_row(evolve(HUG, when=DAILY_TWICE.with_days("evening", ())))
    (difference,) = differences(PLAN, after)
    assert str(difference) == "single-knee-hug, hold-both: evening off, every day"


@given(plans(), plans())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_plans_that_are_not_equal_always_differ_in_something(one: Plan, other: Plan) -> None:
    assert differences(one, one, LIBRARY) == ()
    if one != other:
        assert differences(one, other, LIBRARY)


@given(st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_edit_is_told(data: st.DataObject) -> None:
    before = data.draw(plans())
    after = data.draw(versions(before, most=1))
    told_of = differences(before, after, LIBRARY)
    assert told_of or before == after
    for difference in told_of:
        assert difference.prescription in {None, *(row.id for row in (*before.prescriptions, *after.prescriptions))}


@given(st.permutations(range(7)))
def test_what_was_not_moved_kept_its_order(order: list[int]) -> None:
    names = [str(number) for number in range(7)]
    after = [names[number] for number in order]
    wandered = moved(names, after)
    stayed = [name for name in after if name not in wandered]
    assert stayed == sorted(stayed)
    assert bool(wandered) == (after != names)
