from attrs import evolve

from planner.model import Amount, Count, Dose, PainfulSide, Side
from planner.planning.edits import change_variant, set_painful_side, set_side, take_guidance
from tests.planning.examples import LIBRARY, TEN, exactly, hug, plan, roll, stranger

PILLOW = evolve(
    roll(),
    variant="hold-both-sides",
    guidance="routine",
    side=None,
    dose=Dose(reps=exactly(8), hold=TEN, count=Count.EACH_SIDE),
)


def test_an_untouched_dose_becomes_that_of_the_new_variant() -> None:
    stronger = change_variant(plan(PILLOW), LIBRARY, "roll", "stronger").prescriptions[0]
    assert stronger.dose == Dose(reps=exactly(3), hold=exactly(20))
    assert (stronger.variant, stronger.guidance) == ("stronger", "routine")


def test_a_dose_that_someone_changed_is_kept() -> None:
    own = evolve(PILLOW, dose=Dose(reps=exactly(5), hold=TEN))
    assert change_variant(plan(own), LIBRARY, "roll", "stronger").prescriptions[0].dose == own.dose


def test_a_source_that_says_nothing_of_the_new_variant_is_not_claimed() -> None:
    changed = change_variant(plan(roll()), LIBRARY, "roll", "hold-both-sides").prescriptions[0]
    assert changed.guidance is None
    assert changed.dose == roll().dose


def test_the_side_follows_the_variant() -> None:
    opened = change_variant(plan(roll()), LIBRARY, "roll", "hold-both-sides")
    assert opened.prescriptions[0].side is None
    asked = change_variant(opened, LIBRARY, "roll", "hold-one-side")
    assert asked.prescriptions[0].side is None
    known = change_variant(set_painful_side(opened, PainfulSide.LEFT), LIBRARY, "roll", "hold-one-side")
    assert known.prescriptions[0].side is Side.RIGHT


def test_a_restriction_to_one_side_stays() -> None:
    restricted = evolve(PILLOW, side=Side.LEFT)
    changed = change_variant(plan(restricted), LIBRARY, "roll", "stronger")
    assert changed.prescriptions[0].side is Side.LEFT


def test_a_variant_that_the_exercise_does_not_have_changes_nothing() -> None:
    week = plan(hug(), stranger())
    assert change_variant(week, LIBRARY, ("hug", "stranger"), "swing") == week
    assert change_variant(week, LIBRARY, "hug", "hold") == week


def test_starting_again_from_another_leaflet() -> None:
    week = take_guidance(plan(hug(), stranger()), LIBRARY, ("hug", "stranger"), "camden")
    assert week.prescriptions[0].dose == Dose(reps=Amount(10, 15), hold=Amount(5, 10), count=Count.PAIR)
    assert week.prescriptions[0].guidance == "camden"
    assert week.prescriptions[1] == stranger()


def test_a_side_is_set_and_cleared() -> None:
    week = set_side(plan(hug(), roll()), ("hug", "roll"), Side.LEFT)
    assert {item.side for item in week.prescriptions} == {Side.LEFT}
    assert set_side(week, "hug", None).prescriptions[0] == hug()
