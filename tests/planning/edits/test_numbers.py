from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model import AS_COMFORTABLE, Amount, Count, Dose, HoldUnit
from planner.model.plan import NUMBERS
from planner.planning.edits import (
    clear_number,
    set_count,
    set_dose,
    set_hold_unit,
    set_number,
    step_number,
    stepped,
    with_number,
)
from tests.planning.examples import TEN, exactly, hug, plan, roll
from tests.planning.strategies import amounts

numbers = st.sampled_from(NUMBERS)


@pytest.mark.parametrize(
    ("number", "values"),
    [
        ("sets", [1, 2, 3]),
        ("reps", [1, 2, 3]),
        ("hold", [1, 2, 3, 4, 5, 10, 15]),
        ("duration", [1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 60, 90]),
        ("rest", [1, 2, 3, 4, 5, 10, 15, 30, 45]),
    ],
)
def test_steps_are_fine_where_numbers_are_small_and_the_same_both_ways(number: str, values: list[int]) -> None:
    for low, high in pairwise(values):
        assert stepped(number, exactly(low), 1) == exactly(high)
        assert stepped(number, exactly(high), -1) == exactly(low)


def test_long_times_step_by_the_minute() -> None:
    assert stepped("duration", exactly(600), 1) == exactly(660)
    assert stepped("duration", exactly(600), -1) == exactly(570)


def test_steps_land_on_round_numbers() -> None:
    assert stepped("hold", exactly(7), 1) == exactly(10)
    assert stepped("hold", exactly(7), -1) == exactly(5)


@pytest.mark.parametrize(("number", "first"), [("sets", 1), ("reps", 1), ("hold", 5), ("duration", 30), ("rest", 15)])
def test_a_blank_begins_with_a_sensible_number(number: str, first: int) -> None:
    assert stepped(number, None, 1) == exactly(first)
    assert stepped(number, AS_COMFORTABLE, 1) == exactly(first)
    assert stepped(number, None, -1) is None
    assert stepped(number, AS_COMFORTABLE, -1) == AS_COMFORTABLE


@pytest.mark.parametrize(
    ("amount", "up", "down"),
    [
        (Amount(5, 10), exactly(10), exactly(5)),
        (Amount.at_least(30), exactly(30), exactly(30)),
        (Amount.at_most(20), exactly(20), exactly(20)),
    ],
)
def test_the_first_step_from_a_range_is_to_one_of_its_ends(amount: Amount, up: Amount, down: Amount) -> None:
    assert stepped("hold", amount, 1) == up
    assert stepped("hold", amount, -1) == down


def test_breaths_and_counts_go_one_by_one() -> None:
    assert stepped("hold", exactly(5), 1, HoldUnit.BREATHS) == exactly(6)
    week = set_hold_unit(plan(hug()), "hug", HoldUnit.COUNTS)
    assert step_number(week, "hug", "hold", -1).prescriptions[0].dose.hold == exactly(9)


def test_several_rows_step_together() -> None:
    week = step_number(plan(hug(), roll()), ("hug", "roll"), "reps", 2)
    assert [item.dose.reps for item in week.prescriptions] == [exactly(12), exactly(5)]


def test_a_number_can_be_made_not_set_again() -> None:
    week = clear_number(plan(hug()), "hug", "reps")
    assert week.prescriptions[0].dose == Dose(hold=TEN)
    assert set_number(week, "hug", "reps", TEN) == plan(hug())


def test_dose_and_count() -> None:
    assert set_dose(plan(hug()), "hug", Dose()).prescriptions[0].dose == Dose()
    assert set_count(plan(hug()), "hug", Count.PAIR).prescriptions[0].dose.count is Count.PAIR


def test_a_number_that_no_dose_has_is_refused() -> None:
    with pytest.raises(ValueError, match='"weight" is not a number of a dose'):
        set_number(plan(hug()), "hug", "weight", TEN)
    with pytest.raises(ValueError, match="sets, reps, hold, duration, rest"):
        with_number(Dose(), "count", TEN)


@given(numbers, st.none() | amounts(), st.integers(-2_000, 2_000), st.sampled_from(HoldUnit))
def test_no_step_leaves_the_numbers_that_a_dose_can_have(
    number: str, amount: Amount | None, by: int, unit: HoldUnit
) -> None:
    result = stepped(number, amount, by, unit)
    if result is not None and result.exact is not None:
        assert 1 <= result.exact <= 100_000
    else:
        assert by <= 0 or result == amount


@given(numbers, st.integers(1, 99_000))
def test_up_is_more_and_down_is_less(number: str, value: int) -> None:
    up, down = stepped(number, exactly(value), 1), stepped(number, exactly(value), -1)
    assert up is not None
    assert up.exact is not None
    assert up.exact > value
    assert down is not None
    assert down.exact is not None
    assert down.exact < value or value == 1


@given(numbers, st.integers(1, 2_000), st.integers(1, 9))
def test_many_steps_are_steps_one_by_one(number: str, value: int, by: int) -> None:
    amount: Amount | None = exactly(value)
    for _ in range(by):
        amount = stepped(number, amount, 1)
    assert stepped(number, exactly(value), by) == amount
