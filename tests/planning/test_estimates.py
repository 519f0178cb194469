import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from planner.model import AS_COMFORTABLE, Action, Amount, Count, Dose, HoldUnit, Side, Sides, Variant
from planner.planning.edits import with_number
from planner.planning.estimates import MOST_SECONDS, NOTHING, Estimate, estimate, minutes, total
from tests.planning.examples import TEN, exactly, variant
from tests.planning.strategies import doses, sides, variants

HOLD = variant(Action.HOLD)
HOLD_BOTH = variant(Action.HOLD, Sides.BOTH)
REPEAT = variant(Action.REPEAT)
ROCK = variant(Action.ROCK)
WALK = variant(Action.ACTIVITY, name="walking")
TEN_TEN = Dose(reps=TEN, hold=TEN)


@pytest.mark.parametrize(
    ("dose", "way", "side", "seconds"),
    [
        # Settle 15 s, then ten times 10 s of hold and 3 s to move.
        (TEN_TEN, HOLD, None, 15 + 10 * 13),
        # The same to the other side, and 15 s to change over.
        (TEN_TEN, HOLD_BOTH, None, 15 + 10 * 13 + 15 + 10 * 13),
        (TEN_TEN, HOLD_BOTH, Side.LEFT, 15 + 10 * 13),
        (evolve(TEN_TEN, count=Count.ALTERNATING), HOLD_BOTH, None, 15 + 10 * 13),
        (evolve(TEN_TEN, count=Count.PAIR), HOLD_BOTH, None, 15 + 20 * 13),
        (Dose(reps=TEN), REPEAT, None, 15 + 10 * 4),
        (Dose(reps=TEN, hold=exactly(5), hold_unit=HoldUnit.BREATHS), HOLD, None, 15 + 10 * (20 + 3)),
        (Dose(sets=exactly(2), reps=TEN, rest=exactly(60)), REPEAT, None, 15 + 40 + 60 + 40),
        (Dose(duration=exactly(30)), ROCK, None, 15 + 30),
        (Dose(duration=exactly(600)), WALK, None, 600),
        (Dose(reps=Amount(10, 15), hold=Amount(5, 10)), HOLD, None, 15 + 10 * 8),
        (Dose(duration=exactly(60)), REPEAT, None, 15 + 60),
    ],
)
def test_the_time_of_a_dose(dose: Dose, way: Variant, side: Side | None, seconds: int) -> None:
    assert estimate(dose, way, side) == Estimate(seconds, complete=True)


def test_a_missing_number_makes_it_at_least() -> None:
    found = estimate(Dose(hold=exactly(30)), HOLD, None)
    assert found == Estimate(15 + 33, complete=False)
    assert found.words == "at least 1 min"


@pytest.mark.parametrize("way", [HOLD, REPEAT, ROCK, WALK, None])
def test_nothing_known_is_not_nothing_to_do(way: Variant | None) -> None:
    found = estimate(Dose(sets=exactly(3)), way, None)
    assert found == Estimate(0, complete=False)
    assert found.words == "?"


def test_as_comfortable_is_no_number() -> None:
    assert not estimate(Dose(reps=AS_COMFORTABLE, hold=TEN), HOLD, None).complete
    assert not estimate(Dose(sets=AS_COMFORTABLE, reps=TEN), REPEAT, None).complete


def test_minutes_are_rounded_up() -> None:
    assert [minutes(seconds) for seconds in (0, 1, 60, 61)] == [0, 1, 1, 2]


def test_a_total_is_complete_only_if_all_of_it_is() -> None:
    assert total([]) == NOTHING
    assert total([Estimate(10, complete=True), Estimate(20, complete=False)]) == Estimate(30, complete=False)
    assert total([Estimate(MOST_SECONDS, complete=True)] * 2).seconds == MOST_SECONDS


@given(doses(), st.none() | variants, sides)
def test_no_estimate_is_longer_than_a_day(dose: Dose, way: Variant | None, side: Side | None) -> None:
    assert 0 <= estimate(dose, way, side).seconds <= MOST_SECONDS


@given(
    doses(largest=60),
    variants,
    sides,
    st.sampled_from(["sets", "reps", "hold", "duration", "rest"]),
    st.integers(1, 60),
    st.integers(0, 60),
)
def test_more_never_takes_less_time(
    dose: Dose, way: Variant, side: Side | None, name: str, number: int, more: int
) -> None:
    def seconds(value: int) -> int:
        return estimate(with_number(dose, name, exactly(value)), way, side).seconds

    assert seconds(number) <= seconds(number + more)
