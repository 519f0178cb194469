"""When a slot counts as renamed, and when as one that went and one that came."""

import datetime as dt

from attrs import evolve

from planner.model import EVERY_DAY, Plan, Schedule, Slot, Weekday
from planner.planning import edits
from planner.planning.slot_names import renamed_slots, with_renamed_slots
from tests.planning.sample import EVENING, HUG, MORNING, ROLL, plan_of

PLAN = plan_of(ROLL, HUG)


def with_evening(slot: Slot, when: Schedule) -> Plan:
    rows = (evolve(row, when=when) for row in PLAN.prescriptions)
    return evolve(PLAN, slots=(MORNING, slot), prescriptions=tuple(rows))


def test_a_slot_of_the_same_time_with_mostly_the_same_due_is_renamed() -> None:
    weekdays = EVERY_DAY - {Weekday.SATURDAY, Weekday.SUNDAY}
    when = Schedule.of({"morning": EVERY_DAY, "night": weekdays})
    assert renamed_slots(PLAN, with_evening(Slot("night", EVENING.time), when)) == {"evening": "night"}


def test_a_slot_of_the_same_time_with_little_the_same_due_is_another() -> None:
    when = Schedule.of({"morning": EVERY_DAY, "night": {Weekday.MONDAY}})
    assert renamed_slots(PLAN, with_evening(Slot("night", EVENING.time), when)) == {}


def test_another_time_is_a_renamed_slot_only_with_exactly_the_same_due() -> None:
    late = Slot("night", dt.time(22))
    same = Schedule.of({"morning": EVERY_DAY, "night": EVERY_DAY})
    fewer = Schedule.of({"morning": EVERY_DAY, "night": EVERY_DAY - {Weekday.SUNDAY}})
    assert renamed_slots(PLAN, with_evening(late, same)) == {"evening": "night"}
    assert renamed_slots(PLAN, with_evening(late, fewer)) == {}


def test_nothing_is_guessed_where_two_slots_could_be_meant() -> None:
    when = Schedule.of({"morning": EVERY_DAY, "night": EVERY_DAY, "late": EVERY_DAY})
    after = evolve(
        with_evening(EVENING, when), slots=(MORNING, Slot("night", EVENING.time), Slot("late", EVENING.time))
    )
    assert renamed_slots(PLAN, after) == {}


def test_a_slot_that_is_still_named_by_a_row_did_not_go() -> None:
    when = Schedule.of({"morning": EVERY_DAY, "evening": {Weekday.MONDAY}, "night": EVERY_DAY})
    assert renamed_slots(PLAN, with_evening(Slot("night", EVENING.time), when)) == {}


def test_renaming_forth_and_back_changes_nothing() -> None:
    there = with_renamed_slots(PLAN, {"evening": "night"})
    assert there == edits.rename_slot(PLAN, "evening", "night")
    assert with_renamed_slots(there, {"night": "evening"}) == PLAN
