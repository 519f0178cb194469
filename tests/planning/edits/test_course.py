import datetime as dt

import pytest
from hypothesis import given

from planner.model import EVERY_DAY, PainfulSide, Plan, Schedule, Slot
from planner.planning.edits import (
    add_slot,
    remove_slot,
    rename_slot,
    set_course,
    set_note,
    set_painful_side,
    set_safety_checked,
    set_slot_time,
    set_slots,
    set_title,
)
from tests.planning.examples import MON, SLOTS, WED, hug, plan, roll
from tests.planning.strategies import plans

MORNING, EVENING = SLOTS


def _names(week: Plan) -> list[str]:
    return [slot.name for slot in week.slots]


def test_the_facts_of_a_plan() -> None:
    day = dt.date(2026, 12, 1)
    assert set_title(plan(), " My\tback ").title == "My back"
    assert (set_course(plan(), day, 8).start, set_course(plan(), None, None).weeks) == (day, None)
    assert set_painful_side(plan(), PainfulSide.BOTH).painful_side is PainfulSide.BOTH
    assert set_note(plan(), " Ask on Friday.\n").note == "Ask on Friday."
    assert set_safety_checked(plan(), day).safety_checked == day


@pytest.mark.parametrize("weeks", [0, -1, 521])
def test_a_course_without_weeks_is_refused(weeks: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 520 weeks"):
        set_course(plan(), None, weeks)


def test_a_new_slot_takes_its_place_in_the_day() -> None:
    week = add_slot(plan(hug()), "noon", dt.time(12))
    assert _names(week) == ["morning", "noon", "evening"]
    assert week.prescriptions == (hug(),)


def test_a_renamed_slot_keeps_what_is_due() -> None:
    week = rename_slot(plan(roll()), "morning", "after breakfast")
    assert _names(week) == ["after breakfast", "evening"]
    assert week.prescriptions[0].when == Schedule.of({"after breakfast": {MON, WED}})


def test_two_slots_may_swap_names() -> None:
    swapped = set_slots(
        plan(roll()),
        (Slot("evening", MORNING.time), Slot("morning", EVENING.time)),
        {"morning": "evening", "evening": "morning"},
    )
    assert swapped.prescriptions[0].when == Schedule.of({"evening": {MON, WED}})


def test_a_slot_that_takes_over_the_name_of_a_removed_one_does_not_take_over_its_days() -> None:
    night_only = hug(when=Schedule.of({"evening": EVERY_DAY}))
    week = set_slots(plan(roll(), night_only), (Slot("evening", MORNING.time),), {"morning": "evening"})
    assert week.prescriptions[0].when == Schedule.of({"evening": {MON, WED}})
    assert week.prescriptions[1].when == Schedule()


def test_removing_a_slot_drops_what_was_due_in_it() -> None:
    week = remove_slot(plan(roll(), hug()), "morning")
    assert [item.when for item in week.prescriptions] == [Schedule(), Schedule.of({"evening": EVERY_DAY})]


def test_slots_stand_in_the_order_of_the_clock() -> None:
    week = set_slot_time(plan(), "evening", dt.time(6))
    assert _names(week) == ["evening", "morning"]


def test_a_name_that_is_taken_or_blank_is_refused() -> None:
    with pytest.raises(ValueError, match='two times of the day called "evening"'):
        rename_slot(plan(), "morning", "evening")
    with pytest.raises(ValueError, match="needs a name"):
        add_slot(plan(), " ", dt.time(12))


def test_days_of_a_slot_that_the_plan_never_had_are_kept() -> None:
    odd = hug(when=Schedule.of({"teatime": {MON}}))
    assert remove_slot(plan(odd), "evening").prescriptions == (odd,)


@given(plans())
def test_renaming_there_and_back_changes_nothing(week: Plan) -> None:
    for slot in week.slots:
        renamed = rename_slot(week, slot.name, "another name")
        assert rename_slot(renamed, "another name", slot.name) == week
