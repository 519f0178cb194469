import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from planner.model import Plan
from planner.planning.dates import (
    course_end,
    date_words,
    is_in_course,
    next_monday,
    span_words,
    week_count,
    week_dates,
    week_label,
    week_of,
)
from tests.planning.examples import plan
from tests.planning.strategies import dates

MONDAY = dt.date(2026, 11, 23)
WEDNESDAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("start", "weeks", "week", "label"),
    [
        (MONDAY, 6, 1, "week 1 of 6, 23–29 Nov"),
        (MONDAY, 6, 2, "week 2 of 6, 30 Nov–6 Dec"),
        (MONDAY, 6, 6, "week 6 of 6, 28 Dec 2026–3 Jan 2027"),
        (MONDAY, None, 1, "week 1, 23–29 Nov"),
        (None, 6, 2, "week 2 of 6"),
        (None, None, 1, "every week"),
        # Six weeks from a Wednesday touch seven calendar weeks; only days of the course are named.
        (WEDNESDAY, 6, 1, "week 1 of 7, 25–29 Nov"),
        (WEDNESDAY, 6, 7, "week 7 of 7, 4–5 Jan"),
        (dt.date(2026, 11, 29), 1, 1, "week 1 of 2, 29 Nov"),
    ],
)
def test_the_label_of_a_week(start: dt.date | None, weeks: int | None, week: int, label: str) -> None:
    assert week_label(plan(start=start, weeks=weeks), week) == label


def test_a_course_lasts_as_many_weeks_as_it_says_whatever_day_it_starts() -> None:
    course = plan(start=WEDNESDAY, weeks=6)
    assert course_end(course) == dt.date(2027, 1, 5)
    assert not is_in_course(course, dt.date(2026, 11, 24))
    assert is_in_course(course, WEDNESDAY)
    assert is_in_course(course, dt.date(2027, 1, 5))
    assert not is_in_course(course, dt.date(2027, 1, 6))


def test_a_course_without_start_or_length_has_no_end() -> None:
    assert course_end(plan(start=None)) is None
    assert is_in_course(plan(start=None), MONDAY)
    assert is_in_course(plan(start=MONDAY, weeks=None), dt.date(2040, 1, 1))
    assert week_dates(plan(start=None), 1) == ()
    assert week_of(plan(start=None), MONDAY) == 1


def test_the_week_of_a_date_stays_within_the_course() -> None:
    course = plan(start=MONDAY, weeks=2)
    assert week_of(course, dt.date(2026, 12, 6)) == 2
    assert week_of(course, dt.date(2026, 1, 1)) == 1
    assert week_of(course, dt.date(2027, 1, 1)) == 2


def test_dates_in_words() -> None:
    assert date_words(MONDAY, year=True) == "23 Nov 2026"
    assert span_words([MONDAY]) == "23 Nov"


def test_a_course_best_begins_on_a_monday() -> None:
    assert next_monday(dt.date(2026, 11, 21)) == MONDAY
    assert next_monday(MONDAY) == MONDAY


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    last = plan(start=dt.date.max, weeks=520)
    assert course_end(last) == dt.date.max
    assert week_dates(last, 1) == ()
    assert week_label(last, 1) == "week 1 of 1"
    assert len(week_dates(plan(start=dt.date.min), 1)) == 7


@given(dates, st.none() | st.integers(1, 520), st.integers(1, 600))
def test_weeks_run_from_monday_to_sunday(start: dt.date, weeks: int | None, week: int) -> None:
    course: Plan = evolve(plan(), start=start, weeks=weeks)
    days = week_dates(course, week)
    assert [day.weekday() for day in days] in ([], list(range(7)))
    assert week_label(course, week).startswith(f"week {week}")


@given(st.dates(dt.date(1, 1, 1), dt.date(9900, 1, 1)), st.integers(1, 520))
def test_every_day_of_the_course_is_in_one_of_its_weeks(start: dt.date, weeks: int) -> None:
    course = evolve(plan(), start=start, weeks=weeks)
    count = week_count(course)
    assert count in (weeks, weeks + 1)
    inside = [
        day for week in range(1, (count or 0) + 1) for day in week_dates(course, week) if is_in_course(course, day)
    ]
    assert inside == [start + dt.timedelta(days=number) for number in range(weeks * 7)]
    assert all(day in week_dates(course, week_of(course, day)) for day in (inside[0], inside[-1]))
