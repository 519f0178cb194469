import datetime as dt

import pytest
from attrs import evolve

from planner.model import EVERY_DAY, Amount, Guidance, Plan, Schedule, Slot
from planner.planning.guidance import schedule_from, schedule_reason, times_a_day
from tests.planning.examples import CAMDEN, FRI, MON, ROUTINE, THU, WED, exactly, plan

FOUR = tuple(Slot(name, dt.time(hour)) for name, hour in (("morning", 8), ("noon", 12), ("tea", 16), ("night", 20)))


def _four() -> Plan:
    return evolve(plan(), slots=FOUR)


def _times(amount: Amount) -> Guidance:
    return Guidance("routine", times_a_day=amount)


def test_twice_a_day_is_morning_and_evening_every_day() -> None:
    when = schedule_from(plan(), _times(exactly(2)), None)
    assert when == Schedule.of({"morning": EVERY_DAY, "evening": EVERY_DAY})
    assert schedule_reason(plan(), _times(exactly(2)), None) == "twice a day, as the leaflet says"


def test_what_a_source_says_for_all_of_its_exercises_counts() -> None:
    assert len(schedule_from(plan(), Guidance("routine"), ROUTINE).slots) == 2


@pytest.mark.parametrize(
    ("times", "slots"),
    [
        (exactly(1), {"morning"}),
        (exactly(2), {"morning", "night"}),
        (Amount(3, 4), {"morning", "tea", "night"}),
        (exactly(4), {"morning", "noon", "tea", "night"}),
        (exactly(9), {"morning", "noon", "tea", "night"}),
        (Amount(None, None), {"morning"}),
    ],
)
def test_sessions_are_spread_over_the_day(times: Amount, slots: set[str]) -> None:
    assert set(schedule_from(_four(), _times(times), None).slots) == slots


def test_more_times_than_the_plan_has_slots_is_said() -> None:
    reason = schedule_reason(plan(), _times(exactly(4)), None)
    assert reason == "the leaflet says 4 times a day; this plan has 2 times of the day"


def test_nothing_said_is_once_a_day_and_owned_up_to() -> None:
    assert schedule_from(plan(), Guidance("camden"), CAMDEN) == Schedule.of({"morning": EVERY_DAY})
    assert schedule_reason(plan(), Guidance("camden"), CAMDEN) == "the leaflet does not say how often"
    assert schedule_reason(plan(), None, None) == "nobody has said how often"


def test_every_three_hours_is_counted_over_the_waking_day() -> None:
    every = Guidance("neck", every_hours=exactly(3))
    assert times_a_day(every, None) == exactly(5)
    assert times_a_day(Guidance("neck", every_hours=Amount(2, 4)), None) == Amount(4, 8)
    assert len(schedule_from(_four(), every, None).slots) == 4


def test_times_a_week_leave_days_of_rest() -> None:
    thrice = Guidance("neck", times_a_week=exactly(3))
    assert schedule_from(plan(), thrice, None).days("morning") == {MON, WED, FRI}
    twice = Guidance("neck", times_a_week=Amount(2, 3))
    assert schedule_from(plan(), twice, None).days("morning") == {MON, THU}
    assert schedule_from(plan(), Guidance("neck", times_a_week=exactly(9)), None).days("morning") == EVERY_DAY


def test_a_plan_without_slots_schedules_nothing() -> None:
    assert schedule_from(evolve(plan(), slots=()), _times(exactly(2)), None) == Schedule()
