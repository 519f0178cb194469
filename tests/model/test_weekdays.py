import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model import EVERY_DAY, Weekday, parse_days, write_days
from planner.model.weekdays import DAY_WORDS, WEEKDAYS, WEEKEND
from tests.planning.strategies import days

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("daily", EVERY_DAY),
        ("Every day", EVERY_DAY),
        ("WEEKDAYS", WEEKDAYS),
        ("weekend", WEEKEND),
        ("never", frozenset()),
        ("", frozenset()),
        ("mon-fri", WEEKDAYS),
        ("Mon – Wed", {MON, TUE, WED}),
        ("fri to mon", {FRI, SAT, SUN, MON}),
        ("mon, wed", {MON, WED}),
        ("Sat Sun", WEEKEND),
        ("mon & wed and fri", {MON, WED, FRI}),
        ("Mondays; Thursday", {MON, THU}),
        ("tu th", {TUE, THU}),
        ("weekend + mon", {SAT, SUN, MON}),
        ("wed-wed", {WED}),
    ],
)
def test_what_people_type_for_days(text: str, expected: frozenset[Weekday]) -> None:
    assert parse_days(text) == expected


@pytest.mark.parametrize(("text", "word"), [("mon wendesday", "wendesday"), ("m", "m"), ("mon-xyz", "xyz"), ("8", "8")])
def test_the_word_that_is_no_day_is_named(text: str, word: str) -> None:
    with pytest.raises(ValueError, match=f'"{word}" is not a day'):
        parse_days(text)


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        (EVERY_DAY, "daily"),
        (WEEKDAYS, "weekdays"),
        (WEEKEND, "weekend"),
        (frozenset[Weekday](), "never"),
        ({FRI, MON, WED}, "mon wed fri"),
    ],
)
def test_days_are_written_in_one_way(chosen: frozenset[Weekday], text: str) -> None:
    assert write_days(chosen) == text


@given(days)
def test_days_are_read_back_as_they_were_written(chosen: frozenset[Weekday]) -> None:
    assert parse_days(write_days(chosen)) == chosen


@given(st.sampled_from(Weekday), st.sampled_from(Weekday))
def test_a_range_runs_from_its_first_day_to_its_last_over_the_end_of_the_week(first: Weekday, last: Weekday) -> None:
    found = parse_days(f"{first.short}-{last.title}")
    assert {first, last} <= found
    assert len(found) == (last - first) % 7 + 1


@given(st.text() | st.text(alphabet="montuewdhfrisaty-, "))
def test_any_text_is_days_or_a_sentence(text: str) -> None:
    sentence = ""
    try:
        parse_days(text)
    except ValueError as error:
        sentence = str(error)
    assert sentence == "" or sentence.endswith("is not a day")


def test_every_word_that_messages_suggest_is_understood() -> None:
    assert all(parse_days(word) <= EVERY_DAY for word in DAY_WORDS)
    assert [day.short for day in Weekday][:2] == ["Mon", "Tue"]
