"""Plain text: within its width, in an order that can be listened to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.export.options import Options
from planner.export.registry import render
from planner.export.scope import Scope
from planner.export.wrapping import wrapped
from planner.files.text import width
from tests.export.sample import SCOPES, library, plan


@pytest.mark.parametrize("columns", [20, 40, 72, 200])
@pytest.mark.parametrize("part", SCOPES)
def test_no_line_is_wider_than_asked_for(part: str, columns: int) -> None:
    text = render("text", plan(), library(), SCOPES[part], Options(width=columns)).decode("utf-8")
    assert max(map(width, text.splitlines())) <= columns
    assert not any(line.endswith(" ") for line in text.splitlines())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80), st.integers(20, 60))
@settings(deadline=None)
def test_wrapping_keeps_every_word(text: str, columns: int) -> None:
    lines = wrapped(text, columns, "  - ")
    assert "".join("".join(lines).split()) == "-" + "".join(text.split())
    assert all(width(line) <= columns for line in lines)


def test_a_narrower_sheet_says_the_same() -> None:
    wide, narrow = (render("text", plan(), library(), options=Options(width=size)) for size in (500, 30))
    words = [[word for word in text.decode("utf-8").split() if set(word) - set("=-")] for text in (wide, narrow)]
    assert words[0] == words[1]


def test_what_is_never_due_is_told_with_the_course_but_not_with_a_week() -> None:
    course = render("text", plan(), library()).decode("utf-8")
    week = render("text", plan(), library(), Scope.of_week(2)).decode("utf-8")
    assert "When: not due on any day" in course
    assert "neck-turn" not in week


def test_a_number_that_is_not_set_has_a_line_to_be_filled_in() -> None:
    assert "To be filled in: reps ____" in render("text", plan(), library()).decode("utf-8")
