import datetime as dt

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from planner.model import EVERY_DAY, Plan, Prescription, Schedule, Slot, Weekday
from tests.planning.strategies import days, schedules, slot_names

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday


def test_slots_without_days_are_not_there() -> None:
    when = Schedule.of({"morning": set(), "evening": {MON}})
    assert when.slots == ("evening",)
    assert when.days("morning") == frozenset()
    assert Schedule.of({"morning": set()}) == Schedule()


def test_the_order_in_which_a_schedule_was_said_does_not_matter() -> None:
    one = Schedule.of({"morning": [MON, WED], "evening": EVERY_DAY})
    other = Schedule.of({"evening": EVERY_DAY, "morning": [WED, MON]})
    assert one == other
    assert hash(one) == hash(other)


def test_times_on_a_day() -> None:
    when = Schedule.of({"morning": {MON, TUE}, "evening": {MON}})
    assert [when.times_on(day) for day in (MON, TUE, WED)] == [2, 1, 0]
    assert when.is_due("evening", MON)
    assert not when.is_due("evening", TUE)


@given(schedules, slot_names, days)
def test_other_days_for_one_slot_leave_the_other_slots(when: Schedule, slot: str, chosen: frozenset[Weekday]) -> None:
    changed = when.with_days(slot, chosen)
    assert changed.days(slot) == chosen
    assert {entry for entry in changed.entries if entry[0] != slot} == {e for e in when.entries if e[0] != slot}
    assert changed.with_days(slot, when.days(slot)) == when


@given(schedules, st.sampled_from(Weekday))
def test_times_a_day_are_the_slots_that_are_due(when: Schedule, day: Weekday) -> None:
    assert when.times_on(day) == len([slot for slot in when.slots if when.is_due(slot, day)])


def test_a_plan_is_looked_up_by_name_and_id() -> None:
    row = Prescription("hug-1", "knee-hug", "hold")
    plan = Plan("p", "Back", slots=(Slot("morning", dt.time(8)),), prescriptions=(row,))
    assert plan.prescription("hug-1") is row
    assert plan.prescription("gone") is None
    assert plan.slot("morning") == Slot("morning", dt.time(8))
    assert plan.slot("evening") is None
    assert plan.with_prescriptions([]).prescriptions == ()


def test_nobody_changes_a_plan_in_place() -> None:
    plan = Plan("p", "Back")
    with pytest.raises(FrozenInstanceError):
        plan.title = "Other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Plan("p", "Back", weeks="six")  # type: ignore[arg-type]
