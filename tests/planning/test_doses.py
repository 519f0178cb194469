import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model import (
    AS_COMFORTABLE,
    Action,
    Amount,
    Count,
    Dose,
    Guidance,
    HoldUnit,
    Side,
    SideRule,
    Sides,
    Variant,
)
from planner.planning.doses import (
    dose_from,
    dose_line,
    frequency_words,
    guidance_line,
    missing_numbers,
    numbers_of,
    short_dose,
)
from planner.planning.edits import with_number
from tests.planning.examples import CAMDEN, LEGS, ROLL, ROUTINE, TEN, exactly, variant
from tests.planning.strategies import doses, sides, variants

HOLD = variant(Action.HOLD)
HOLD_BOTH = variant(Action.HOLD, Sides.BOTH)
HUG = variant(Action.HOLD, Sides.BOTH, names=LEGS)
ROLL_ONE = variant(Action.HOLD, Sides.ONE, names=ROLL, rule=SideRule.AWAY_FROM_PAINFUL)
REPEAT = variant(Action.REPEAT)
REPEAT_BOTH = variant(Action.REPEAT, Sides.BOTH)
ROCK = variant(Action.ROCK)
WALK = variant(Action.ACTIVITY, name="walking")
TEN_TEN = Dose(reps=TEN, hold=TEN)
TEN_FIVE = Dose(reps=TEN, hold=exactly(5))


@pytest.mark.parametrize(
    ("dose", "way", "side", "line", "short"),
    [
        (TEN_TEN, HOLD_BOTH, None, "10 × 10 s hold, each side", "10 × 10 s, each side"),
        (TEN_TEN, HOLD, None, "10 × 10 s hold", "10 × 10 s"),
        (TEN_TEN, HUG, Side.LEFT, "10 × 10 s hold, left leg only", "10 × 10 s, left leg"),
        (
            Dose(reps=exactly(3), hold=exactly(30)),
            ROLL_ONE,
            Side.RIGHT,
            "3 × 30 s hold, to the right only",
            "3 × 30 s, to the right",
        ),
        (
            Dose(reps=exactly(3), hold=exactly(30)),
            variant(Action.HOLD, Sides.ONE),
            Side.RIGHT,
            "3 × 30 s hold, right side only",
            "3 × 30 s, right side",
        ),
        (Dose(duration=exactly(30)), ROCK, None, "rock 30 s", "30 s"),
        (Dose(duration=exactly(600)), WALK, None, "walking, 10 min", "10 min"),
        (Dose(reps=TEN), REPEAT, None, "10 times", "10 times"),
        (Dose(reps=TEN), REPEAT_BOTH, None, "10 times, each side", "10 times, each side"),
        (Dose(reps=exactly(1)), REPEAT, None, "once", "once"),
        (Dose(duration=exactly(60)), REPEAT, None, "repeat for 60 s", "repeat for 60 s"),
        (
            Dose(reps=Amount(10, 15), hold=Amount(5, 10)),
            HUG,
            None,
            "10–15 × 5–10 s hold, each leg",
            "10–15 × 5–10 s, each leg",
        ),
        (
            Dose(sets=exactly(2), reps=TEN, hold=TEN, rest=exactly(60)),
            HOLD_BOTH,
            None,
            "2 sets of 10 × 10 s hold, each side, 60 s rest between sets",
            "2 sets of 10 × 10 s, each side",
        ),
        (Dose(sets=exactly(2), duration=exactly(30)), ROCK, None, "rock 30 s, 2 sets", "2 sets of 30 s"),
        (Dose(sets=exactly(2), reps=exactly(1)), REPEAT, None, "2 sets of 1 repetition", "2 sets of 1 repetition"),
    ],
)
def test_a_dose_in_words(dose: Dose, way: Variant, side: Side | None, line: str, short: str) -> None:
    assert dose_line(dose, way, side) == line
    assert short_dose(dose, way, side) == short


@pytest.mark.parametrize(
    ("dose", "way", "line", "short"),
    [
        (Dose(hold=Amount(5, 10)), HOLD, "— × 5–10 s hold (reps not set)", "— × 5–10 s (reps not set)"),
        (Dose(reps=TEN), HOLD, "10 × — s hold (hold not set)", "10 × — s (hold not set)"),
        (Dose(), HUG, "— × — s hold, each leg (reps and hold not set)", "— × — s, each leg (reps, hold?)"),
        (Dose(), ROCK, "rock — (time not set)", "— (time not set)"),
        (Dose(), WALK, "walking, — (time not set)", "— (time not set)"),
        (Dose(), REPEAT, "— times (reps not set)", "— times (reps not set)"),
        (TEN_TEN, ROLL_ONE, "10 × 10 s hold (side not set)", "10 × 10 s (side not set)"),
        (
            Dose(hold=Amount.at_least(30)),
            ROLL_ONE,
            "— × hold for 30 s or more (reps and side not set)",
            "— × 30+ s (reps, side?)",
        ),
        (
            Dose(hold_unit=HoldUnit.BREATHS, reps=TEN),
            HOLD,
            "10 × hold for — breaths (hold not set)",
            "10 × — breaths (hold?)",
        ),
    ],
)
def test_a_blank_is_shown_and_named(dose: Dose, way: Variant, line: str, short: str) -> None:
    assert dose_line(dose, way, None) == line
    assert short_dose(dose, way, None) == short


@pytest.mark.parametrize(
    ("count", "line", "short"),
    [
        (None, "10 × 5 s hold, each leg", "10 × 5 s, each leg"),
        (Count.EACH_SIDE, "10 × 5 s hold, each leg", "10 × 5 s, each leg"),
        (Count.ALTERNATING, "10 × 5 s hold, turn by turn (10 in all)", "10 in all × 5 s"),
        (Count.PAIR, "10 × 5 s hold, left leg then right leg counts as one (10 each leg)", "10 pairs × 5 s"),
    ],
)
def test_ten_each_side_never_reads_like_ten_in_all(count: Count | None, line: str, short: str) -> None:
    dose = Dose(reps=TEN, hold=exactly(5), count=count)
    assert dose_line(dose, HUG, None) == line
    assert short_dose(dose, HUG, None) == short


def test_repetitions_without_a_hold_are_counted_as_clearly() -> None:
    assert short_dose(Dose(reps=TEN, count=Count.ALTERNATING), REPEAT_BOTH, None) == "10 in all"
    assert short_dose(Dose(reps=exactly(1), count=Count.PAIR), REPEAT_BOTH, None) == "1 pair"
    assert short_dose(Dose(count=Count.PAIR), REPEAT_BOTH, None) == "— times (reps not set)"


@pytest.mark.parametrize(
    ("hold", "unit", "words"),
    [
        (exactly(5), HoldUnit.BREATHS, "10 × hold for 5 breaths"),
        (exactly(5), HoldUnit.COUNTS, "10 × hold for a count of 5"),
        (Amount.at_most(20), HoldUnit.SECONDS, "10 × hold for up to 20 s"),
        (AS_COMFORTABLE, HoldUnit.SECONDS, "10 × hold as long as comfortable"),
    ],
)
def test_holds_that_are_not_plain_seconds(hold: Amount, unit: HoldUnit, words: str) -> None:
    assert dose_line(Dose(reps=TEN, hold=hold, hold_unit=unit), HOLD, None) == words


def test_as_many_as_comfortable() -> None:
    dose = Dose(reps=AS_COMFORTABLE, hold=exactly(5))
    assert dose_line(dose, HOLD_BOTH, None) == "5 s hold, as many times as comfortable, each side"
    assert dose_line(Dose(reps=AS_COMFORTABLE), REPEAT, None) == "as many times as comfortable"


def test_a_number_that_the_action_does_not_call_for_is_still_shown() -> None:
    assert dose_line(Dose(duration=exactly(30), hold=exactly(5)), ROCK, None) == "rock 30 s, hold 5 s"
    assert dose_line(Dose(reps=exactly(3), duration=exactly(30)), ROCK, None) == "rock 3 × 30 s"
    assert dose_line(Dose(reps=TEN, duration=exactly(120)), REPEAT, None) == "10 times, 2 min in all"
    assert "15 s rest between sets" in dose_line(Dose(reps=TEN, rest=exactly(15)), REPEAT, None)


def test_an_unknown_exercise_is_told_by_its_numbers() -> None:
    assert dose_line(Dose(), None, None) == "dose not set"
    assert dose_line(TEN_FIVE, None, Side.LEFT) == "10 × 5 s hold, left side only"
    assert dose_line(Dose(reps=TEN), None, None) == "10 times"
    assert dose_line(Dose(duration=exactly(30)), None, None) == "30 s"
    assert dose_line(Dose(reps=TEN, count=Count.ALTERNATING), None, None) == "10 times, turn by turn (10 in all)"


def test_missing_numbers_are_those_that_the_action_needs() -> None:
    assert missing_numbers(Dose(), HOLD) == ("reps", "hold")
    assert missing_numbers(Dose(), REPEAT) == ("reps",)
    assert missing_numbers(Dose(), WALK) == ("duration",)
    assert missing_numbers(Dose(duration=exactly(60)), REPEAT) == ()
    assert missing_numbers(Dose(), None) == ()
    assert "hold" not in numbers_of(REPEAT)


def test_guidance_names_what_the_source_leaves_blank() -> None:
    assert guidance_line(Guidance("camden", hold=exactly(30)), HOLD) == "— × 30 s hold (reps not given)"
    assert guidance_line(Guidance("camden"), WALK) == "walking, — (time not given)"


def test_guidance_says_how_often() -> None:
    twice = Guidance("routine", reps=TEN, hold=TEN, times_a_day=exactly(2))
    assert guidance_line(twice, HOLD_BOTH) == "10 × 10 s hold, each side, twice a day"
    assert guidance_line(Guidance("routine", reps=TEN, hold=TEN), HOLD, ROUTINE) == "10 × 10 s hold, twice a day"
    assert frequency_words(Guidance("camden", reps=TEN), CAMDEN) == ""
    often = Guidance("neck", every_hours=exactly(3), times_a_week=exactly(5))
    assert frequency_words(often) == "every 3 hours, 5 times a week"


def test_guidance_for_one_side_says_which_side_is_meant() -> None:
    line = guidance_line(Guidance("camden", reps=exactly(3), hold=exactly(30)), ROLL_ONE)
    assert line == "3 × 30 s hold, one side only, away from the painful side"


def test_a_dose_from_guidance_fills_in_nothing() -> None:
    assert dose_from(None) == Dose()
    guidance = Guidance("camden", hold=Amount(5, 10), count=Count.PAIR, times_a_day=exactly(2))
    assert dose_from(guidance) == Dose(hold=Amount(5, 10), count=Count.PAIR)


@given(doses(), st.none() | variants, sides)
def test_a_line_says_everything_in_one_tidy_line(dose: Dose, way: Variant | None, side: Side | None) -> None:
    for line in (dose_line(dose, way, side), short_dose(dose, way, side)):
        assert line == line.strip() != ""
        assert "\n" not in line
        assert ", ," not in line
        assert "None" not in line
    full = dose_line(dose, way, side)
    assert ("not set" in full) == bool(
        missing_numbers(dose, way) or (way and way.sides is Sides.ONE and not side) or full.startswith("dose not set")
    )


@given(doses(largest=50), variants, sides, st.sampled_from(["sets", "reps", "hold", "duration"]))
def test_doses_that_differ_in_a_number_never_read_alike(dose: Dose, way: Variant, side: Side | None, name: str) -> None:
    other = with_number(dose, name, exactly(77))
    assert dose_line(dose, way, side) != dose_line(other, way, side)
