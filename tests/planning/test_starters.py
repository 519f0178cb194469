import datetime as dt

from planner.model import Amount, Dose, PainfulSide, Side
from planner.planning.starters import SLOTS, named_starter, new_plan, starter
from tests.planning.examples import EXTENSION, KNEE_ROLL, LIBRARY, TEN, hug, plan


def test_a_new_plan_has_a_morning_and_an_evening_and_nothing_else() -> None:
    empty = new_plan("  My  back ", dt.date(2026, 11, 23), 6, PainfulSide.LEFT)
    assert empty.title == "My back"
    assert empty.slots == SLOTS
    assert empty.prescriptions == ()
    assert empty.safety_checked is None


def test_what_is_skipped_stays_not_set() -> None:
    skipped = new_plan(today=dt.date(2026, 11, 21))
    assert (skipped.start, skipped.weeks, skipped.painful_side) == (None, None, None)
    assert skipped.title == "Plan of 21 Nov 2026"
    assert new_plan().title == "New plan"


def test_a_starter_follows_the_leaflet_from_standing_to_the_floor() -> None:
    made = starter(LIBRARY, "camden", new_plan(painful_side=PainfulSide.LEFT))
    assert [(item.exercise, item.variant) for item in made.prescriptions] == [
        ("activity", "walk"),
        ("knee-hug", "hold"),
        ("knee-roll", "hold-one-side"),
        ("back-extension", "hold"),
        ("back-extension", "repeat"),
    ]
    assert [item.id for item in made.prescriptions][-2:] == ["back-extension-1", "back-extension-2"]
    assert all(item.guidance == "camden" for item in made.prescriptions)


def test_blanks_stay_blank_and_sides_follow_from_the_pain() -> None:
    made = starter(LIBRARY, "camden", new_plan(painful_side=PainfulSide.LEFT))
    by_variant = {item.variant: item for item in made.prescriptions}
    assert by_variant["hold-one-side"].dose == Dose(hold=Amount.at_least(30))
    assert by_variant["hold-one-side"].side is Side.RIGHT
    assert by_variant["walk"].dose == Dose()
    unsaid = starter(LIBRARY, "camden", new_plan())
    assert {item.side for item in unsaid.prescriptions} == {None}


def test_a_progression_waits_for_its_base() -> None:
    made = starter(LIBRARY, "routine", new_plan())
    assert [item.variant for item in made.prescriptions] == ["hold", "hold-both-sides"]
    assert made.prescriptions[0].dose == Dose(reps=TEN, hold=TEN)
    assert all(set(item.when.slots) == {"morning", "evening"} for item in made.prescriptions)


def test_a_starter_is_named_after_its_source() -> None:
    assert named_starter(LIBRARY, "routine", new_plan()).title == "Lower Back Stretches"
    assert named_starter(LIBRARY, "gone", new_plan()).title == "gone"


def test_a_starter_keeps_what_the_plan_has() -> None:
    made = starter(LIBRARY, "routine", plan(hug("knee-hug-1")))
    assert [item.id for item in made.prescriptions] == ["knee-hug-1", "knee-hug-2", "knee-roll-1"]


def test_the_examples_have_what_these_tests_rest_on() -> None:
    assert KNEE_ROLL.variants[2].progression_of is not None
    assert len(EXTENSION.variants) == 2
