"""The nearest known word: what "did you mean" says, and when it says nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.files.suggestions import distance, nearest

IDS = ("knee-roll", "single-knee-hug", "double-knee-hug", "side-bend", "forward-bend-standing", "back-extension-elbows")
words = st.text("abc", max_size=7)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("knee-rol", "knee-roll"),
        ("kene-roll", "knee-roll"),
        ("knee-rool", "knee-roll"),
        ("Knee Roll", "knee-roll"),
        ("KNEE_ROLL", "knee-roll"),
        ("knée-röll", "knee-roll"),
        ("double", "double-knee-hug"),
        ("elbows", "back-extension-elbows"),
        ("knee-hug", None),
        ("headstand", None),
        ("x", None),
        ("", None),
        ("   ", None),
        ("knee-roll" * 1000, None),
    ],
)
def test_nearest(word: str, near: str | None) -> None:
    assert nearest(word, IDS) == near


def test_of_equally_near_words_the_first_is_named() -> None:
    assert nearest("cat", ("bat", "hat")) == "bat"


def test_a_beginning_that_several_share_names_none() -> None:
    assert nearest("back", ("back-one", "back-two")) is None


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("abc", "acb", 1), ("kitten", "sitting", 3), ("abcdef", "uvwxyz", 6)],
)
def test_distance(first: str, second: str, apart: int) -> None:
    assert distance(first, second, 10) == apart


@given(words, words)
def test_distance_is_the_same_both_ways_and_bounded(first: str, second: str) -> None:
    apart = distance(first, second, 20)
    assert apart == distance(second, first, 20)
    assert (apart == 0) == (first == second)
    assert abs(len(first) - len(second)) <= apart <= max(len(first), len(second))


@given(words, words, st.integers(0, 6))
def test_beyond_the_bound_any_larger_number_will_do(first: str, second: str, most: int) -> None:
    apart = distance(first, second, 20)
    bounded = distance(first, second, most)
    assert bounded == apart if apart <= most else bounded > most
