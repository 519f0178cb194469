"""`planner add` and `planner copy`: exercises into a plan."""

from pathlib import Path

import pytest

from planner.model import EVERY_DAY, Amount, Side
from tests.headless.conftest import PLAN, Run, read


def test_an_exercise_comes_with_its_leaflets_dose_and_days(plan_path: Path, run: Run) -> None:
    ended = run("add", "back.toml", "double-knee-hug/rock")
    assert ended == (0, "added: Double knee hug, rocking: rock 30 s; morning every day; evening every day\n", "")
    added = read(plan_path).prescriptions[-1]
    assert (added.id, added.exercise, added.variant) == ("double-knee-hug-1", "double-knee-hug", "rock")
    assert (added.guidance, added.dose.duration) == ("lower-back-stretches", Amount.exactly(30))


def test_the_side_follows_from_the_pain_and_is_never_guessed(plan_path: Path, run: Run) -> None:
    assert run("add", "back.toml", "knee-roll/hold-one-side", "--reps", "3").err == ""
    assert read(plan_path).prescriptions[-1].side is Side.RIGHT
    assert run("set", "back.toml", "--painful-side", "not-set", "-q").status == 0
    ended = run("add", "back.toml", "knee-roll/hold-one-side")
    assert ended.status == 0
    assert ended.err.startswith("The side is not set. Nobody has said which side hurts")
    assert read(plan_path).prescriptions[-1].side is None
    assert run("add", "back.toml", "knee-roll/hold-one-side", "--side", "left").err == ""


def test_the_first_way_is_taken_where_none_is_named_and_that_is_said(plan_path: Path, run: Run) -> None:
    ended = run("add", "back.toml", "Knee roll")
    assert ended.err.startswith("This is knee-roll/repeat-both-sides; other ways of doing it are: hold-one-side, ")


def test_dose_days_place_and_note_are_as_they_are_said(plan_path: Path, run: Run) -> None:
    words = ["--dose-from", "camden", "--hold", "8", "--when", "evening=daily", "--when", "morning=never"]
    assert run("add", "back.toml", "single-knee-hug", *words, "--note", "With a towel", "--after", "roll").status == 0
    plan = read(plan_path)
    assert [item.id for item in plan.prescriptions] == ["roll", "single-knee-hug-1", "hug", "walk"]
    added = plan.prescriptions[1]
    assert (added.guidance, added.note) == ("camden-msk", "With a towel")
    assert (added.dose.reps, added.dose.hold) == (Amount(10, 15), Amount.exactly(8))
    assert dict(added.when.entries) == {"evening": EVERY_DAY}
    assert run("add", "back.toml", "single-knee-hug", "--first").status == 0
    assert read(plan_path).prescriptions[0].id == "single-knee-hug-2"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["knee-rlol"], 'There is no exercise in the library called "knee-rlol"; did you mean "Knee roll"?'),
        (["hug"], '"hug" may be Single knee hug (single-knee-hug)'),
        (["knee-roll/twist"], 'There is no way of doing Knee roll called "twist"'),
        (
            ["double-knee-hug/rock", "--dose-from", "camden-msk"],
            "gives no dose for Double knee hug, rocking; there is: lower",
        ),
        (["single-knee-hug", "--after", "9"], "There is no row 9"),
        (["single-knee-hug", "--first", "--after", "roll"], "not allowed with argument"),
    ],
)
def test_what_there_is_not_is_told_and_nothing_is_added(
    plan_path: Path, run: Run, words: list[str], sentence: str
) -> None:
    ended = run("add", "back.toml", *words)
    assert (ended.status, ended.out) == (2, "")
    assert sentence in ended.err
    assert plan_path.read_text(encoding="utf-8") == PLAN


def test_rows_of_one_plan_go_into_another(plan_path: Path, run: Run, tmp_path: Path) -> None:
    other = PLAN.replace("morning", "noon").replace("evening", "night").replace('id = "plan-1"', 'id = "plan-2"')
    (tmp_path / "other.toml").write_text(other, encoding="utf-8")
    ended = run("copy", "back.toml", "hug", "3", "--to", "other.toml", "--after", "roll")
    assert ended.status == 0
    plan = read(tmp_path / "other.toml")
    assert [item.id for item in plan.prescriptions][:2] == ["roll", "single-knee-hug-1"]
    assert plan.prescriptions[1].when.slots == ("noon",)
    assert plan_path.read_text(encoding="utf-8") == PLAN
    assert run("copy", "back.toml", "--all", "--to", "nothere.toml").status == 65
