import datetime as dt

from attrs import evolve
from hypothesis import given

from planner.model import EVERY_DAY, Dose, Plan, Schedule, Slot, Weekday
from planner.planning.estimates import minutes
from planner.planning.timetable import (
    day_estimate,
    day_sessions,
    prescription_estimate,
    session,
    slot_estimates,
    slot_minutes,
    slot_names,
    week_estimate,
)
from tests.planning.examples import LIBRARY, MON, TUE, WED, exactly, hug, plan, roll, stranger
from tests.planning.strategies import plans


def test_a_session_is_what_is_due_in_the_order_of_the_file() -> None:
    morning = session(plan(roll(), hug(), stranger()), LIBRARY, MON, "morning")
    assert [entry.prescription.id for entry in morning.entries] == ["roll", "hug", "stranger"]
    assert [entry.title for entry in morning.entries] == [
        "Knee roll, held, to the right",
        "Single knee hug",
        "neck-turn, hold (not in the library)",
    ]
    assert [entry.dose for entry in morning.entries] == [
        "3 × hold for 30 s or more, to the right only",
        "10 × 10 s hold, each leg",
        "10 times",
    ]
    assert morning.entries[2].exercise is None


def test_a_session_tells_when_it_ends() -> None:
    morning = session(plan(roll(), hug()), LIBRARY, MON, "morning")
    assert morning.starts == dt.time(8)
    # 3 × 33 s and 15 s to settle; 20 × 13 s, 15 s to settle and 15 s for the other leg.
    assert morning.seconds == 114 + 290
    assert morning.complete
    assert morning.ends == dt.time(8, 7)


def test_a_session_may_run_over_midnight() -> None:
    late = evolve(plan(hug(when=Schedule.of({"night": EVERY_DAY}))), slots=(Slot("night", dt.time(23, 58)),))
    assert session(late, LIBRARY, MON, "night").ends == dt.time(0, 3)


def test_days_and_slots_that_are_off_are_off() -> None:
    week = plan(roll())
    assert session(week, LIBRARY, TUE, "morning").entries == ()
    assert session(week, LIBRARY, MON, "evening").seconds == 0
    assert [item.slot for item in day_sessions(week, LIBRARY, TUE)] == ["morning", "evening"]


def test_a_slot_that_only_a_prescription_names_is_shown_without_a_time() -> None:
    odd = plan(hug(when=Schedule.of({"teatime": {MON}})))
    assert slot_names(odd) == ("morning", "evening", "teatime")
    teatime = day_sessions(odd, LIBRARY, MON)[-1]
    assert (teatime.starts, teatime.ends, len(teatime.entries)) == (None, None, 1)


def test_minutes_of_the_week() -> None:
    week = slot_minutes(plan(roll(), hug()), LIBRARY)
    assert [week["morning", day] for day in (MON, TUE, WED)] == [7, 5, 7]
    assert week["evening", MON] == 5
    assert len(week) == 14


def test_a_blank_makes_the_sum_incomplete_and_does_not_count_as_nothing() -> None:
    blank = evolve(roll(), dose=Dose(hold=exactly(30)))
    times = slot_estimates(plan(blank, hug()), LIBRARY)
    assert not times["morning", MON].complete
    assert times["morning", TUE].complete
    assert day_estimate(plan(blank, hug()), LIBRARY, MON).words.startswith("at least")
    assert not week_estimate(plan(blank), LIBRARY).complete


@given(plans())
def test_the_foot_of_the_week_agrees_with_the_sessions(week: Plan) -> None:
    footing = slot_minutes(week, LIBRARY)
    for day in Weekday:
        for item in day_sessions(week, LIBRARY, day):
            assert footing[item.slot, day] == minutes(item.seconds)
            assert item.complete == slot_estimates(week, LIBRARY)[item.slot, day].complete


@given(plans())
def test_every_prescription_appears_as_often_as_it_is_due(week: Plan) -> None:
    shown = [
        entry.prescription.id for day in Weekday for item in day_sessions(week, LIBRARY, day) for entry in item.entries
    ]
    for item in week.prescriptions:
        assert shown.count(item.id) == sum(item.when.times_on(day) for day in Weekday)
        assert prescription_estimate(LIBRARY, item).seconds >= 0
