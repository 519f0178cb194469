from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from planner.model import EVERY_DAY, Plan, Schedule, Slot, Weekday
from planner.planning.edits import copy_day, fill_column, fill_row, set_days, toggle
from tests.planning.examples import FRI, MON, SUN, TUE, WED, hug, plan, roll
from tests.planning.strategies import days, plans

weekdays = st.sampled_from(Weekday)


def _every_cell(week: Plan, slots: tuple[Slot, ...]) -> list[bool]:
    return [item.when.is_due(slot.name, day) for item in week.prescriptions for slot in slots for day in Weekday]


def test_taking_one_evening_off() -> None:
    off = toggle(plan(hug(), roll()), "hug", "evening", WED)
    assert off.prescriptions[0].when.days("evening") == EVERY_DAY - {WED}
    assert off.prescriptions[0].when.days("morning") == EVERY_DAY
    assert off.prescriptions[1] == roll()


def test_several_rows_are_switched_on_before_they_are_switched_off() -> None:
    week = plan(hug(), roll())
    on = toggle(week, ("hug", "roll"), "morning", TUE)
    assert all(item.when.is_due("morning", TUE) for item in on.prescriptions)
    off = toggle(on, ("hug", "roll"), "morning", TUE)
    assert not any(item.when.is_due("morning", TUE) for item in off.prescriptions)


def test_filling_a_row_and_emptying_it() -> None:
    full = fill_row(plan(roll()), "roll")
    assert full.prescriptions[0].when == Schedule.of({"morning": EVERY_DAY, "evening": EVERY_DAY})
    assert fill_row(full, "roll").prescriptions[0].when == Schedule()


def test_filling_a_column_touches_no_other_day() -> None:
    week = plan(roll(), hug("hug", when=Schedule()))
    full = fill_column(week, FRI)
    assert all(item.when.times_on(FRI) == 2 for item in full.prescriptions)
    assert full.prescriptions[0].when.days("morning") == {MON, WED, FRI}
    empty = fill_column(full, FRI)
    assert all(item.when.times_on(FRI) == 0 for item in empty.prescriptions)
    assert fill_column(week, FRI, "hug").prescriptions[0] == roll()


def test_a_copied_day_is_just_the_same() -> None:
    week = plan(roll(), hug(when=Schedule.of({"evening": {TUE}})))
    copied = copy_day(week, MON, [TUE, SUN])
    assert copied.prescriptions[0].when.days("morning") == {MON, TUE, WED, SUN}
    assert copied.prescriptions[1].when.days("evening") == frozenset()


@given(plans(), weekdays, st.data())
def test_toggling_twice_changes_nothing(week: Plan, day: Weekday, data: st.DataObject) -> None:
    identifier = data.draw(st.sampled_from(["row-0", "row-1", "nobody"]))
    assert toggle(toggle(week, identifier, "noon", day), identifier, "noon", day) == week


@given(plans(), days)
def test_set_days_sets_just_these_days(week: Plan, wanted: frozenset[Weekday]) -> None:
    changed = set_days(week, ("row-0", "row-1"), "noon", wanted)
    for item in changed.prescriptions[:2]:
        assert item.when.days("noon") == wanted
    assert changed.prescriptions[2:] == week.prescriptions[2:]


@given(plans())
def test_filling_all_rows_fills_every_cell_then_empties_every_cell(week: Plan) -> None:
    rows = tuple(item.id for item in week.prescriptions)
    was_full = all(_every_cell(week, week.slots))
    once = fill_row(week, rows)
    assert all(cell is not was_full for cell in _every_cell(once, week.slots))


@given(plans(), weekdays, days)
def test_a_day_copied_again_changes_nothing_more(week: Plan, day: Weekday, targets: frozenset[Weekday]) -> None:
    once = copy_day(week, day, targets)
    assert copy_day(once, day, targets) == once
    for item in once.prescriptions:
        for slot in week.slots:
            assert len({item.when.is_due(slot.name, each) for each in targets | {day}}) == 1


def test_unknown_rows_are_left_alone() -> None:
    week = plan(roll())
    assert fill_row(week, "nobody") == week
    assert evolve(week) == toggle(week, (), "morning", MON)
