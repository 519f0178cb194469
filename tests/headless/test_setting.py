"""`planner set`: what fits, what does not, and that it is said."""

import datetime as dt
from pathlib import Path

import pytest

from planner.model import Amount, Count, HoldUnit, Side, Weekday
from tests.headless.conftest import PLAN, Run, read


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--reps", "3"], "Say which rows"),
        ([], "Say what to set"),
        (["hug"], "Say what to set"),
        (["--title", " "], "A plan needs a title."),
        (["--weeks", "0"], '"0" is not a number of weeks from 1 to 520, or not-set'),
        (["--weeks", "six"], '"six" is not a number of weeks'),
        (["--start", "23.11.26"], '"23.11.26" is not a date'),
        (["--painful-side", "top"], '"top" is not one of: left, right, both, none, not-set'),
        (["--slot", "noon"], '"noon" is not a name and a clock time, such as morning=08:00'),
        (["--slot", "noon=25:00"], '"noon=25:00" is not a name and a clock time'),
        (["--rename-slot", "evening=morning"], 'There are two times of the day called "morning".'),
        (["--remove-slot", "noon"], 'There is no time of the day called "noon"'),
        (["hug", "--reps", "many"], '"many" cannot be read'),
        (["hug", "--reps", "10-5"], '"10-5" cannot be read: a range runs from the smaller number'),
        (["hug", "--reps", "0"], '"0" is too small: a number from 1 on is expected'),
        (["hug", "--when", "mon"], '"mon" is not a time of the day and its days'),
        (["hug", "--when", "morning=someday"], '"someday" is not a day; write daily'),
        (["hug", "--when", "noon=daily"], 'There is no time of the day called "noon"'),
        (["hug", "--side", "top"], "argument --side: invalid choice: 'top'"),
        (["walk", "--side", "left"], "This has no left or right: General activity, walking (walk)."),
        (["roll", "--side", "both"], "This is not done on both sides: Knee roll, held, to the right (roll)."),
        (["roll", "--variant", "swinging"], 'There is no way of doing Knee roll called "swinging"'),
        (["roll", "--dose-from", "nhs"], 'There is no leaflet in the library called "nhs"'),
        (
            ["roll", "--dose-from", "lower-back-stretches"],
            "gives no dose for: Knee roll, held, to the right (roll); there is one from: camden-msk.",
        ),
        (["hug", "--more", "weight"], "argument --more: invalid choice: 'weight'"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_changes(
    plan_path: Path, run: Run, words: list[str], sentence: str
) -> None:
    ended = run("set", "back.toml", *words)
    assert (ended.status, ended.out) == (2, "")
    assert sentence in ended.err
    assert ended.err.count("\n") == 1
    assert plan_path.read_text(encoding="utf-8") == PLAN


def test_several_things_are_set_at_once_and_told_one_by_one(plan_path: Path, run: Run) -> None:
    ended = run(
        "set", "back.toml", "hug", "--sets", "2", "--reps", "8-10", "--hold", "5", "--hold-unit", "breaths",
        "--count", "pair", "--rest", "30+", "--side", "left", "--when", "evening=sat sun", "--when", "morning=never",
    )  # fmt: skip
    assert ended.status == 0
    assert ended.out.splitlines() == [
        "Single knee hug → Single knee hug, left leg",
        "Single knee hug, left leg: sets not set → 2; reps 10 → 8–10; hold 10 s → 5",
        "  breaths; rest not set → 30 s or more; reps counted not said (each side) → left",
        "  and right together are one",
        "Single knee hug, left leg: morning off, every day; evening on, at the weekend",
    ]
    hug = read(plan_path).prescriptions[1]
    assert (hug.side, hug.dose.count, hug.dose.hold_unit) == (Side.LEFT, Count.PAIR, HoldUnit.BREATHS)
    assert (hug.dose.reps, hug.dose.rest) == (Amount(8, 10), Amount(30, None))
    assert dict(hug.when.entries) == {"evening": frozenset({Weekday.SATURDAY, Weekday.SUNDAY})}


@pytest.mark.parametrize(
    ("row", "word", "side"),
    [("hug", "left", Side.LEFT), ("hug", "both", None), ("roll", "not-set", None), ("roll", "follow", Side.RIGHT)],
)
def test_a_side_is_what_the_variant_lets_it_be(
    plan_path: Path, run: Run, row: str, word: str, side: Side | None
) -> None:
    assert run("set", "back.toml", row, "--side", word).status == 0
    found = read(plan_path).prescription(row)
    assert found is not None
    assert found.side is side


def test_a_side_that_does_not_follow_is_asked_for(plan_path: Path, run: Run) -> None:
    assert run("set", "back.toml", "--painful-side", "not-set").status == 0
    ended = run("set", "back.toml", "roll", "--side", "follow")
    assert ended.status == 2
    assert "Nobody has said which side hurts" in ended.err


def test_a_count_that_is_meant_without_a_word_is_not_written(plan_path: Path, run: Run) -> None:
    text = PLAN.replace("hold = 10\n", 'hold = 10\ncount = "each-side"\n')
    plan_path.write_text(text, encoding="utf-8")
    assert run("set", "back.toml", "hug", "--count", "each-side").status == 0
    assert plan_path.read_text(encoding="utf-8") == text


def test_a_note_is_that_of_the_plan_or_that_of_the_rows(plan_path: Path, run: Run) -> None:
    assert run("set", "back.toml", "--note", "First line\nsecond line").status == 0
    assert run("set", "back.toml", "hug", "walk", "--note", "Slowly\x1b").status == 0
    plan = read(plan_path)
    assert plan.note == "First line\nsecond line"
    assert [item.note for item in plan.prescriptions] == ["", "Slowly", "Slowly"]
    assert run("set", "back.toml", "--all", "--note", "").status == 0
    assert not any(item.note for item in read(plan_path).prescriptions)


def test_options_may_stand_before_rows(plan_path: Path, run: Run) -> None:
    assert run("set", "--reps", "7", "back.toml", "--hold", "3", "hug").status == 0
    assert read(plan_path).prescriptions[1].dose.reps == Amount.exactly(7)


def test_a_row_that_the_library_does_not_have_can_be_changed_as_well(plan_path: Path, run: Run) -> None:
    plan_path.write_text(PLAN.replace('exercise = "knee-roll"', 'exercise = "neck-turn"'), encoding="utf-8")
    assert run("set", "back.toml", "roll", "--reps", "5", "--side", "left").status == 0
    assert read(plan_path).prescriptions[0].side is Side.LEFT
    for words in (["--variant", "hold"], ["--side", "follow"], ["--dose-from", "camden-msk"]):
        ended = run("set", "back.toml", "roll", *words)
        assert ended.status == 2, words


def test_a_rest_may_be_none_and_names_are_tidied(plan_path: Path, run: Run) -> None:
    assert run("set", "back.toml", "hug", "--rest", "0", "--slot", "tea\x1b  time=16:00").status == 0
    plan = read(plan_path)
    assert plan.prescriptions[1].dose.rest == Amount.exactly(0)
    assert [slot.name for slot in plan.slots] == ["morning", "tea time", "evening"]


def test_words_for_days_of_the_calendar(plan_path: Path, run: Run) -> None:
    assert run("set", "back.toml", "--start", "monday", "--safety-checked", "today").status == 0
    plan = read(plan_path)
    assert (plan.start, plan.safety_checked) == (dt.date(2026, 11, 30), dt.date(2026, 11, 25))
    assert run("set", "back.toml", "--safety-checked", "not-set", "--weeks", "not-set").status == 0
    plan = read(plan_path)
    assert (plan.safety_checked, plan.weeks) == (None, None)
