import pytest
from attrs import evolve
from hypothesis import given

from planner.model import EVERY_DAY, Amount, Count, Dose, Plan, Prescription, Schedule, Side, Weekday
from planner.model.weekdays import WEEKDAYS, WEEKEND
from planner.planning.explaining import explain, schedule_words
from tests.planning.examples import FRI, LIBRARY, MON, TEN, WED, exactly, hug, plan, roll, stranger
from tests.planning.strategies import plans


def _explained(item: Prescription) -> str:
    return explain(plan(item), LIBRARY, item)


def test_a_number_that_the_leaflet_leaves_open_is_ours() -> None:
    assert _explained(roll()) == (
        "Camden MSK says hold 30 s or more and leaves the reps and how often to you. Yours: 3 reps."
    )


def test_a_blank_that_nobody_has_filled_is_named() -> None:
    blank = evolve(roll(), dose=Dose(hold=Amount.at_least(30)))
    assert _explained(blank).endswith("Yours: reps not set.")


def test_the_same_dose_is_the_same() -> None:
    assert _explained(hug()) == ("Lower Back Stretches says 10 × 10 s hold, each leg, twice a day. Yours is the same.")
    spelled_out = evolve(hug(), dose=Dose(reps=TEN, hold=TEN, count=Count.EACH_SIDE))
    assert _explained(spelled_out).endswith("Yours is the same.")


@pytest.mark.parametrize(
    ("changed", "yours"),
    [
        (evolve(hug(), dose=Dose(reps=exactly(8), hold=exactly(5))), "8 reps, hold 5 s"),
        (evolve(hug(), dose=Dose(reps=TEN)), "hold not set"),
        (evolve(hug(), dose=Dose(reps=TEN, hold=TEN, rest=exactly(15))), "15 s rest"),
        (evolve(hug(), dose=Dose(reps=TEN, hold=TEN, count=Count.ALTERNATING)), "in all, turn by turn"),
        (evolve(hug(), side=Side.LEFT), "left leg only"),
        (hug(when=Schedule.of({"morning": EVERY_DAY})), "once a day"),
        (hug(when=Schedule.of({"morning": EVERY_DAY, "evening": WEEKDAYS})), "once or twice a day"),
        (hug(when=Schedule.of({"morning": WEEKEND, "evening": WEEKEND})), "twice a day, at the weekend"),
        (hug(when=Schedule()), "not due on any day"),
    ],
)
def test_what_differs_is_told_and_nothing_else(changed: Prescription, yours: str) -> None:
    assert _explained(changed).endswith(f" twice a day. Yours: {yours}.")


def test_a_dose_of_ones_own_is_called_so() -> None:
    own = evolve(hug(), guidance=None, dose=Dose(reps=TEN))
    assert _explained(own) == "Your own dose, from no leaflet. Hold not set."


def test_guidance_that_the_library_lacks_is_said_to_be_missing() -> None:
    assert _explained(evolve(hug(), guidance="gone")) == ("The library has no dose from gone for this.")


def test_an_unknown_exercise_is_kept() -> None:
    assert _explained(stranger()) == '"neck-turn" (hold) is not in the library; the row is kept as it is.'


def test_a_schedule_in_words() -> None:
    assert schedule_words(Schedule.of({"a": {MON, WED, FRI}})) == "once a day, on Mon, Wed and Fri"
    assert schedule_words(Schedule.of({"a": WEEKDAYS, "b": WEEKDAYS})) == "twice a day, on weekdays"
    assert schedule_words(Schedule.of({"a": {Weekday.SUNDAY}})) == "once a day, on Sun"


@given(plans())
def test_every_row_can_be_explained_in_one_line(week: Plan) -> None:
    for item in week.prescriptions:
        sentence = explain(week, LIBRARY, item)
        assert sentence.endswith(".")
        assert "None" not in sentence
        assert "  " not in sentence
        assert "\n" not in sentence
