"""Two people have changed one plan: what is combined, and what is asked, in which words."""

import datetime as dt
import math

import pytest
from attrs import evolve

from planner.model import EVERY_DAY, Amount, Count, HoldUnit, PainfulSide, Plan, Prescription, Schedule, Side, Weekday
from planner.planning import edits
from planner.planning.merge import Answer, Conflict, MergeResult, merge, resolve
from planner.planning.merge_order import common_order, woven
from tests.planning.sample import HUG, LIBRARY, ROCK, ROLL, plan_of

BASE = plan_of(ROLL, HUG, ROCK)
WEDNESDAY = {Weekday.WEDNESDAY}
EXTENSION = Prescription("extension-1", "back-extension-standing", "hold")
WALK = Prescription("walking-1", "walking", "walk")


def number(plan: Plan, row: str, name: str, value: int) -> Plan:
    return edits.set_number(plan, row, name, Amount.exactly(value))


def both(mine: Plan, theirs: Plan, base: Plan = BASE) -> MergeResult:
    return merge(base, mine, theirs, LIBRARY)


def clean(mine: Plan, theirs: Plan, base: Plan = BASE) -> Plan:
    result = both(mine, theirs, base)
    assert result.is_clean, [conflict.where for conflict in result.conflicts]
    return result.plan


def only(mine: Plan, theirs: Plan, base: Plan = BASE) -> Conflict:
    (conflict,) = both(mine, theirs, base).conflicts
    return conflict


def answered(mine: Plan, theirs: Plan, answer: Answer, base: Plan = BASE) -> Plan:
    result = both(mine, theirs, base)
    return resolve(result, {conflict.key: answer for conflict in result.conflicts})


def test_two_numbers_of_one_dose_are_changed_by_two_people() -> None:
    merged = clean(number(BASE, "roll-1", "reps", 5), number(BASE, "roll-1", "hold", 20))
    row = merged.prescription("roll-1")
    assert row
    assert (row.dose.reps, row.dose.hold) == (Amount.exactly(5), Amount.exactly(20))


def test_two_evenings_of_one_row_are_taken_off_by_two_people() -> None:
    mine = edits.toggle(BASE, "hug-1", "evening", Weekday.WEDNESDAY)
    theirs = edits.toggle(BASE, "hug-1", "evening", Weekday.FRIDAY)
    row = clean(mine, theirs).prescription("hug-1")
    assert row
    assert row.when.days("evening") == EVERY_DAY - {Weekday.WEDNESDAY, Weekday.FRIDAY}
    assert row.when.days("morning") == EVERY_DAY


def test_changes_all_over_the_plan_are_combined() -> None:
    mine = edits.set_title(edits.set_painful_side(BASE, PainfulSide.LEFT), "Back")
    theirs = edits.set_course(edits.set_prescription_note(BASE, "hug-1", "Slowly"), dt.date(2026, 12, 7), 6)
    merged = clean(edits.add(mine, EXTENSION), edits.remove(theirs, "rock-1"))
    assert (merged.title, merged.painful_side, merged.start) == ("Back", PainfulSide.LEFT, dt.date(2026, 12, 7))
    assert [row.id for row in merged.prescriptions] == ["roll-1", "hug-1", "extension-1"]
    assert merged.prescriptions[1].note == "Slowly"


def test_one_number_changed_in_two_ways_is_asked_in_plain_words() -> None:
    mine, theirs = number(BASE, "roll-1", "hold", 20), number(BASE, "roll-1", "hold", 40)
    conflict = only(mine, theirs)
    assert conflict == Conflict(
        ("prescription", "roll-1", "hold"), "Knee roll, held, to the right: hold", "20 s", "40 s", "30 s", "roll-1"
    )
    assert both(mine, theirs).plan == mine
    assert answered(mine, theirs, "theirs") == theirs


def test_the_course_is_asked_in_plain_words() -> None:
    mine = edits.set_course(BASE, dt.date(2026, 11, 30), 6)
    theirs = edits.set_course(BASE, None, 8)
    conflict = only(mine, theirs)
    assert (conflict.where, conflict.mine, conflict.theirs, conflict.base) == (
        "start",
        "30 Nov 2026",
        "not set",
        "23 Nov 2026",
    )
    assert answered(mine, theirs, "mine").weeks == 8


def test_repetitions_and_what_they_count_are_one_thing() -> None:
    # Twelve each side and ten in all must not become twelve in all, which nobody meant.
    mine = number(BASE, "hug-1", "reps", 12)
    theirs = edits.set_count(BASE, "hug-1", Count.ALTERNATING)
    conflict = only(mine, theirs)
    assert (conflict.mine, conflict.theirs) == ("12, not said (each side)", "10, in all, turn by turn")


def test_a_hold_and_its_unit_are_one_thing() -> None:
    mine = number(BASE, "hug-1", "hold", 20)
    theirs = edits.set_hold_unit(BASE, "hug-1", HoldUnit.BREATHS)
    conflict = only(mine, theirs)
    assert (conflict.mine, conflict.theirs, conflict.base) == ("20 s", "10 breaths", "10 s")
    assert answered(mine, theirs, "theirs") == theirs


def test_another_exercise_and_another_variant_of_the_old_one_are_a_conflict() -> None:
    mine = edits.replace(BASE, evolve(HUG, exercise="double-knee-hug", variant="hold"))
    theirs = edits.replace(BASE, evolve(HUG, variant="hold-one"))
    assert only(mine, theirs).key == ("prescription", "hug-1", "way")


def test_removed_here_and_changed_there_is_asked() -> None:
    mine = edits.remove(BASE, "hug-1")
    theirs = edits.toggle(number(BASE, "hug-1", "hold", 5), "hug-1", "evening", Weekday.WEDNESDAY)
    conflict = only(mine, theirs)
    assert conflict.where == "Single knee hug"
    assert (conflict.mine, conflict.theirs) == ("removed", "hold 10 s → 5 s; Wednesday evening off")
    assert both(mine, theirs).plan == mine
    assert answered(mine, theirs, "theirs") == theirs
    assert answered(theirs, mine, "mine") == theirs
    assert answered(theirs, mine, "theirs") == mine


def test_an_unknown_key_that_changes_its_type_is_a_change() -> None:
    base = edits.replace(BASE, evolve(HUG, extra={"load": 1, "odd": math.nan}))
    theirs = edits.replace(BASE, evolve(HUG, extra={"load": True, "odd": math.nan}))
    assert only(edits.remove(base, "hug-1"), theirs, base).theirs == 'unknown key "load": 1 → true'


def test_rows_added_by_both_are_all_there_whatever_their_ids() -> None:
    mine = edits.add(BASE, Prescription("new-1", "walking", "walk", note="mine"))
    theirs = edits.add(BASE, Prescription("new-1", "back-extension-standing", "hold", note="theirs"))
    merged = clean(mine, theirs)
    assert [(row.id, row.note) for row in merged.prescriptions if row.note] == [
        ("new-1", "theirs"),
        ("walking-1", "mine"),
    ]


def test_the_same_row_added_by_both_is_one_row() -> None:
    mine = edits.add(BASE, WALK)
    assert clean(mine, mine) == mine
    theirs = edits.add(BASE, evolve(WALK, note="Ten minutes"))
    assert only(mine, theirs).base == "not there"
    assert len(both(mine, theirs).plan.prescriptions) == 4


def test_many_sessions_of_edits_lose_nothing() -> None:
    on_disk = BASE
    mine = BASE
    for turn in range(50):
        base = on_disk
        theirs = edits.add(on_disk, evolve(WALK, id=f"walk-{turn}", note=str(turn)))
        mine = number(base, "hug-1", "reps", turn + 1)
        on_disk = clean(mine, theirs, base)
    assert len(on_disk.prescriptions) == 53
    hug = on_disk.prescription("hug-1")
    assert hug
    assert hug.dose.reps == Amount.exactly(50)


def test_rows_are_added_after_the_row_they_were_added_after() -> None:
    mine = edits.add(BASE, EXTENSION, after="roll-1")
    theirs = edits.add(edits.move(BASE, "roll-1", 2), WALK, after="hug-1")
    assert [row.id for row in clean(mine, theirs).prescriptions] == [
        "hug-1",
        "walking-1",
        "rock-1",
        "roll-1",
        "extension-1",
    ]


def test_moves_of_different_rows_are_combined() -> None:
    base = plan_of(ROLL, HUG, ROCK, WALK)
    mine, theirs = edits.move(base, "roll-1", 3), edits.move(base, "walking-1", -3)
    assert [row.id for row in clean(mine, theirs, base).prescriptions] == ["walking-1", "hug-1", "rock-1", "roll-1"]


def test_of_each_pair_the_side_that_turned_it_round_is_right() -> None:
    assert common_order("abcd", "bcda", "dabc") == ("d", "b", "c", "a")
    assert common_order("abc", "bac", "acb") is None


def test_orders_that_contradict_each_other_are_asked() -> None:
    mine, theirs = plan_of(HUG, ROLL, ROCK), plan_of(ROLL, ROCK, HUG)
    conflict = only(mine, theirs)
    assert conflict.where == "order of the exercises"
    assert conflict.mine == "Single knee hug first"
    assert conflict.theirs == "Double knee hug, rocking after Knee roll, held, to the right"
    assert both(mine, theirs).plan == mine
    assert answered(mine, theirs, "theirs") == theirs


def test_orders_of_rows_that_both_added_are_asked() -> None:
    base = plan_of(ROLL, HUG)
    mine = plan_of(WALK, ROLL, HUG)
    theirs = plan_of(HUG, WALK, ROLL)
    conflict = only(mine, theirs, base)
    assert conflict.key == ("order",)
    assert conflict.theirs == "Single knee hug first"
    assert [row.id for row in answered(mine, theirs, "mine", base).prescriptions] == ["walking-1", "roll-1", "hug-1"]
    assert [row.id for row in answered(mine, theirs, "theirs", base).prescriptions] == ["hug-1", "walking-1", "roll-1"]


def test_a_slot_removed_here_and_used_anew_there_is_asked() -> None:
    mine = edits.remove_slot(BASE, "evening")
    theirs = edits.add(BASE, evolve(WALK, when=Schedule.of({"evening": WEDNESDAY})))
    conflict = only(mine, theirs)
    assert (conflict.where, conflict.mine, conflict.theirs) == ("slot evening", "removed", "evening, 20:00")
    without = both(mine, theirs).plan
    assert [slot.name for slot in without.slots] == ["morning"]
    assert all(row.when.slots in ((), ("morning",)) for row in without.prescriptions)
    assert answered(mine, theirs, "theirs") == theirs


def test_a_slot_removed_here_and_only_thinned_out_there_is_removed() -> None:
    mine = edits.remove_slot(BASE, "evening")
    theirs = edits.toggle(BASE, "hug-1", "evening", Weekday.WEDNESDAY)
    assert clean(mine, theirs) == mine


def test_what_is_kept_of_a_removed_slot_is_not_left_hanging() -> None:
    mine = edits.remove(edits.remove_slot(BASE, "evening"), "hug-1")
    theirs = number(BASE, "hug-1", "hold", 5)
    merged = answered(mine, theirs, "theirs")
    row = merged.prescription("hug-1")
    assert row
    assert row.when.slots == ("morning",)


def test_a_slot_renamed_here_keeps_what_is_changed_in_it_there() -> None:
    mine = edits.rename_slot(BASE, "evening", "night")
    theirs = edits.toggle(edits.set_slot_time(BASE, "evening", dt.time(21)), "hug-1", "evening", Weekday.WEDNESDAY)
    for merged in (clean(mine, theirs), clean(theirs, mine)):
        assert [(slot.name, slot.time) for slot in merged.slots] == [("morning", dt.time(8)), ("night", dt.time(21))]
        row = merged.prescription("hug-1")
        assert row
        assert row.when == Schedule.of({"morning": EVERY_DAY, "night": EVERY_DAY - WEDNESDAY})


def test_a_slot_renamed_in_two_ways_is_asked() -> None:
    mine, theirs = edits.rename_slot(BASE, "evening", "night"), edits.rename_slot(BASE, "evening", "late")
    conflict = only(mine, theirs)
    assert (conflict.where, conflict.mine, conflict.theirs) == ("name of the slot evening", "night", "late")
    assert both(mine, theirs).plan == mine
    assert answered(mine, theirs, "theirs") == theirs


def test_a_new_name_that_the_other_side_gave_to_another_slot_mixes_nothing_up() -> None:
    mine = edits.rename_slot(BASE, "evening", "night")
    theirs = edits.add_slot(BASE, "night", dt.time(22))
    theirs = edits.add(theirs, evolve(WALK, when=Schedule.of({"night": WEDNESDAY})))
    conflict = only(mine, theirs)
    assert (conflict.key, conflict.mine, conflict.theirs) == (("slot", "night", "time"), "20:00", "22:00")
    merged = both(mine, theirs).plan
    assert [slot.name for slot in merged.slots] == ["morning", "night"]
    assert {row.id: row.when.days("night") for row in merged.prescriptions} == {
        "roll-1": EVERY_DAY,
        "hug-1": EVERY_DAY,
        "rock-1": EVERY_DAY,
        "walking-1": WEDNESDAY,
    }


def test_a_slot_renamed_here_and_removed_there_is_asked() -> None:
    mine, theirs = edits.rename_slot(BASE, "evening", "night"), edits.remove_slot(BASE, "evening")
    assert only(mine, theirs).key == ("slot", "evening")
    assert both(mine, theirs).plan == mine
    assert answered(mine, theirs, "theirs") == theirs


def test_slots_added_by_both_stand_in_the_order_of_the_day() -> None:
    mine, theirs = edits.add_slot(BASE, "tea", dt.time(16)), edits.add_slot(BASE, "noon", dt.time(12))
    assert [slot.name for slot in clean(mine, theirs).slots] == ["morning", "noon", "tea", "evening"]


def test_unknown_keys_are_merged_by_key() -> None:
    base = evolve(BASE, extra={"therapist": "Ann", "visit": 1})
    mine = evolve(base, extra={"therapist": "Ann", "visit": 2})
    theirs = evolve(base, extra={"visit": 1, "room": "B"})
    merged = clean(mine, theirs, base)
    assert merged.extra == {"visit": 2, "room": "B"}
    conflict = only(mine, evolve(base, extra={"therapist": "Ann"}), base)
    assert (conflict.where, conflict.mine, conflict.theirs) == ('unknown key "visit"', "2", "not there")


def test_conflicts_are_answered_one_by_one() -> None:
    mine = number(edits.set_title(BASE, "Mine"), "hug-1", "hold", 5)
    theirs = number(edits.set_title(BASE, "Theirs"), "hug-1", "hold", 20)
    result = both(mine, theirs)
    merged = resolve(result, {("title",): "theirs"})
    assert merged.title == "Theirs"
    assert merged.prescriptions[1].dose.hold == Amount.exactly(5)


def test_answers_to_other_questions_are_refused() -> None:
    result = both(edits.set_title(BASE, "Mine"), edits.set_title(BASE, "Theirs"))
    with pytest.raises(ValueError, match="weeks is not a conflict"):
        resolve(result, {("weeks",): "mine"})
    with pytest.raises(ValueError, match="mine or theirs"):
        resolve(result, {("title",): "ours"})  # type: ignore[dict-item]


def test_sides_are_asked_in_words() -> None:
    mine = edits.replace(BASE, evolve(ROLL, side=Side.LEFT))
    theirs = edits.replace(BASE, evolve(ROLL, side=None))
    conflict = only(mine, theirs)
    assert (conflict.mine, conflict.theirs, conflict.base) == ("left", "not set", "right")


def test_runs_of_newcomers_stay_together() -> None:
    assert woven(["a", "b"], ["a", "x", "y", "b"], ["a", "m", "b", "n"], "abxymn", str) == (
        "a",
        "m",
        "x",
        "y",
        "b",
        "n",
    )
