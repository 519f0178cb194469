"""Plans of older formats open as what they meant, and their problems are reported where they stand."""

import datetime as dt

import pytest

from planner.files.migrations import migrate
from planner.files.plan_reading import parse_plan
from planner.files.problems import FileProblems
from planner.files.writing import write_plan
from planner.model import Amount, Dose, PainfulSide, Plan, Prescription, Schedule, Side, Slot, parse_days
from planner.model.plan import FORMAT
from tests.files.corpus_cases import CORPUS

OLD_PLAN = (CORPUS / "format-0.toml").read_text(encoding="utf-8")

SAME_PLAN = Plan(
    id="old",
    title="Two weeks in spring",
    start=dt.date(2024, 3, 4),
    weeks=2,
    painful_side=PainfulSide.LEFT,
    slots=(Slot("morning", dt.time(8)), Slot("evening", dt.time(20, 30))),
    prescriptions=(
        Prescription(
            id="knee-roll-1",
            exercise="knee-roll",
            variant="hold-one-side",
            guidance="camden-msk",
            side=Side.RIGHT,
            dose=Dose(hold=Amount.exactly(30), reps=Amount.exactly(3), rest=Amount.exactly(10)),
            when=Schedule.of({"morning": parse_days("daily"), "evening": parse_days("daily")}),
        ),
        Prescription(
            id="walk",
            exercise="general-activity",
            variant="walking",
            note="Slowly at first",
            dose=Dose(duration=Amount.exactly(600), sets=Amount.exactly(1)),
            when=Schedule.of({"morning": parse_days("mon wed fri")}),
        ),
        Prescription(id="knee-roll-2", exercise="knee-roll", variant="repeat-both-sides"),
    ),
    extra={"clinic": "East"},
)


def test_a_plan_of_the_first_format_opens_as_what_it_meant() -> None:
    document = parse_plan(OLD_PLAN.encode(), "old.toml")
    assert document.plan == SAME_PLAN
    assert document.migrated_from == 0
    assert document.text == OLD_PLAN
    assert not document.problems


def test_it_is_written_in_the_present_format() -> None:
    text = write_plan(parse_plan(OLD_PLAN.encode(), "old.toml").plan)
    assert text.startswith(f"format = {FORMAT}\n")
    document = parse_plan(text.encode(), "new.toml")
    assert document.plan == SAME_PLAN
    assert document.migrated_from is None


def test_problems_are_reported_where_they_stand_in_the_old_file() -> None:
    spoilt = OLD_PLAN.replace("seconds = 30", "seconds = -30").replace('"20:30"', '"late"').replace('"L"', '"X"')
    spoilt = spoilt.replace('"mon wed fri"', '"mon wendsday"').replace("minutes = 10", 'minutes = "ten"')
    with pytest.raises(FileProblems) as raised:
        parse_plan(spoilt.encode(), "old.toml")
    lines = spoilt.splitlines()
    told = [(lines[(problem.line or 0) - 1], problem.found) for problem in raised.value.problems]
    assert told == [
        ('side = "X"', 'painful-side is the text "X"'),
        ('evening = "late"', 'evening is the text "late"'),
        ("seconds = -30", "hold is -30"),
        ('minutes = "ten"', 'duration is the text "ten"'),
        ('days = "mon wendsday"', '"wendsday" is not a day'),
    ]


def test_the_data_of_the_file_is_not_changed() -> None:
    data: dict[str, object] = {"format": 0, "times": {"morning": "08:00"}, "items": [{"days": "daily", "times": 3}]}
    before = repr(data)
    migrated = migrate(data, 0)
    assert repr(data) == before
    assert migrated.data["prescription"] == [{"dose": {"reps": 3}, "when": {"morning": "daily"}}]
    assert migrated.origin(("prescription", 0, "dose", "reps")) == ("items", 0, "times")
    assert migrated.origin(("prescription", 0, "when", "morning")) == ("items", 0, "days")
    assert migrated.origin(("title",)) == ("title",)


def test_the_present_format_has_nothing_to_migrate() -> None:
    data: dict[str, object] = {"format": FORMAT, "title": "x"}
    assert migrate(data, FORMAT).data is data
