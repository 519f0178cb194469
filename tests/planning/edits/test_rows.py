from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from planner.model import EVERY_DAY, Plan, Schedule
from planner.planning.edits import add, duplicate, move, new_ids, paste, remove, replace, set_prescription_note
from tests.planning.examples import MON, hug, plan, roll, stranger
from tests.planning.strategies import plans

row_ids = st.frozensets(st.sampled_from([f"row-{number}" for number in range(6)]))


def _ids(week: Plan) -> list[str]:
    return [item.id for item in week.prescriptions]


def test_a_prescription_is_added_at_the_end_or_after_another() -> None:
    assert _ids(add(plan(hug("a"), hug("b")), roll("c"))) == ["a", "b", "c"]
    assert _ids(add(plan(hug("a"), hug("b")), roll("c"), after="a")) == ["a", "c", "b"]
    assert _ids(add(plan(hug("a")), roll("c"), after="gone")) == ["a", "c"]


def test_an_id_is_never_given_twice() -> None:
    assert _ids(add(plan(hug("a")), roll("a"))) == ["a", "knee-roll-1"]
    assert _ids(add(plan(), hug(""))) == ["knee-hug-1"]


def test_a_copy_stands_right_after_its_original() -> None:
    week = plan(hug("a"), roll("b"))
    copied = duplicate(week, ("a", "b"))
    assert _ids(copied) == ["a", "knee-hug-1", "b", "knee-roll-1"]
    assert new_ids(week, copied) == ("knee-hug-1", "knee-roll-1")
    assert evolve(copied.prescriptions[1], id="a") == week.prescriptions[0]


def test_rows_move_together_and_wait_at_the_end() -> None:
    week = plan(*(hug(name) for name in "abcd"))
    assert _ids(move(week, "a", 1)) == ["b", "a", "c", "d"]
    assert _ids(move(week, ("a", "c"), 1)) == ["b", "a", "d", "c"]
    assert _ids(move(week, ("a", "c"), 5)) == ["b", "d", "a", "c"]
    assert _ids(move(week, ("b", "d"), -10)) == ["b", "d", "a", "c"]
    assert move(week, "a", -1) == week


def test_replacing_keeps_the_place() -> None:
    changed = evolve(hug("a"), note="Towel")
    assert replace(plan(hug("a"), roll("b")), changed).prescriptions == (changed, roll("b"))


def test_pasting_into_another_plan_keeps_to_its_times_of_the_day() -> None:
    foreign = hug("a", when=Schedule.of({"morning": {MON}, "teatime": EVERY_DAY}))
    lost = hug("b", when=Schedule.of({"teatime": {MON}}))
    pasted = paste(plan(roll("c"), hug("d")), [foreign, lost], after="c")
    assert _ids(pasted) == ["c", "a", "b", "d"]
    assert pasted.prescriptions[1].when == Schedule.of({"morning": {MON}})
    assert pasted.prescriptions[2].when == Schedule.of({"morning": {MON}})


def test_pasting_twice_gives_two_copies() -> None:
    week = paste(paste(plan(), [hug("a")]), [hug("a")])
    assert _ids(week) == ["a", "knee-hug-1"]


def test_cut_and_paste_is_a_move() -> None:
    week = plan(hug("a"), roll("b"))
    assert _ids(paste(remove(week, "a"), [hug("a")], after="b")) == ["b", "a"]


def test_a_note_is_trimmed() -> None:
    assert set_prescription_note(plan(stranger("a")), "a", " Slowly.\n").prescriptions[0].note == "Slowly."


@given(plans(), row_ids, st.integers(-8, 8))
def test_moving_keeps_every_row_and_the_order_of_those_moved(week: Plan, ids: frozenset[str], by: int) -> None:
    moved = move(week, ids, by)
    assert sorted(_ids(moved)) == sorted(_ids(week))
    assert [name for name in _ids(moved) if name in ids] == [name for name in _ids(week) if name in ids]
    assert [name for name in _ids(moved) if name not in ids] == [name for name in _ids(week) if name not in ids]


@given(plans(), row_ids)
def test_ids_stay_unique_whatever_is_copied(week: Plan, ids: frozenset[str]) -> None:
    copied = paste(duplicate(week, ids), week.prescriptions, after="row-1")
    assert len(set(_ids(copied))) == len(_ids(copied))
    assert len(_ids(copied)) == 2 * len(_ids(week)) + len(ids & set(_ids(week)))


@given(plans(), row_ids)
def test_a_copy_removed_again_leaves_the_plan_as_it_was(week: Plan, ids: frozenset[str]) -> None:
    copied = duplicate(week, ids)
    assert remove(copied, new_ids(week, copied)) == week
