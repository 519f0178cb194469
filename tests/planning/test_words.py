import pytest
from hypothesis import given

from planner.model import AS_COMFORTABLE, Amount, HoldUnit
from planner.planning.words import (
    amount_words,
    every_hours_words,
    hold_words,
    listed,
    often_words,
    seconds_words,
    sets_words,
    times_words,
)
from tests.planning.examples import exactly
from tests.planning.strategies import amounts


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (exactly(10), "10"),
        (Amount(5, 10), "5–10"),
        (Amount.at_least(30), "30 or more"),
        (Amount.at_most(20), "up to 20"),
        (AS_COMFORTABLE, "as comfortable"),
    ],
)
def test_an_amount_in_words(amount: Amount, words: str) -> None:
    assert amount_words(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (exactly(30), "30 s"),
        (exactly(90), "90 s"),
        (exactly(60), "60 s"),
        (exactly(120), "2 min"),
        (exactly(150), "150 s"),
        (Amount(5, 10), "5–10 s"),
        (Amount(60, 120), "60–120 s"),
        (Amount(600, 900), "10–15 min"),
        (Amount.at_least(30), "30 s or more"),
        (Amount.at_least(300), "5 min or more"),
        (Amount.at_most(20), "up to 20 s"),
        (AS_COMFORTABLE, "as long as comfortable"),
    ],
)
def test_seconds_become_minutes_from_two_whole_minutes_on(amount: Amount, words: str) -> None:
    assert seconds_words(amount) == words


def test_a_long_time_in_brief() -> None:
    assert seconds_words(Amount.at_least(30), brief=True) == "30+ s"


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (exactly(5), HoldUnit.BREATHS, "5 breaths"),
        (exactly(1), HoldUnit.BREATHS, "1 breath"),
        (Amount(3, 5), HoldUnit.COUNTS, "a count of 3–5"),
        (AS_COMFORTABLE, HoldUnit.BREATHS, "as long as comfortable"),
    ],
)
def test_a_hold_keeps_the_unit_of_the_leaflet(amount: Amount, unit: HoldUnit, words: str) -> None:
    assert hold_words(amount, unit) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (exactly(1), "once a day"),
        (exactly(2), "twice a day"),
        (Amount(1, 2), "once or twice a day"),
        (Amount(3, 4), "3–4 times a day"),
        (Amount.at_least(3), "3 or more times a day"),
        (AS_COMFORTABLE, "as often a day as comfortable"),
    ],
)
def test_how_often_a_day(amount: Amount, words: str) -> None:
    assert often_words(amount, "day") == words


def test_one_of_something_is_singular() -> None:
    assert times_words(exactly(1)) == "once"
    assert times_words(Amount.at_most(1)) == "up to 1 time"
    assert sets_words(exactly(1)) == "1 set"
    assert every_hours_words(exactly(1)) == "every hour"
    assert every_hours_words(Amount(2, 3)) == "every 2–3 hours"


def test_a_list_reads_as_a_phrase() -> None:
    assert listed([]) == ""
    assert listed(["reps"]) == "reps"
    assert listed(["reps", "hold", "side"]) == "reps, hold and side"


@given(amounts(largest=12), amounts(largest=12))
def test_only_equal_amounts_read_alike(one: Amount, other: Amount) -> None:
    assert (amount_words(one) == amount_words(other)) == (one == other)
    assert (seconds_words(one) == seconds_words(other)) == (one == other)
