"""`planner show` and `planner diff`: plans in plain lines."""

import json
from pathlib import Path

import pytest

from planner.headless.output import width
from tests.headless.conftest import PLAN, Run

WEEK = """\
Acute low back
Week 1 of 6, 23–29 Nov. Left side painful.

On your back, knees bent
1. Knee roll, held, to the right (roll)
   3 × hold for 30 s or more, to the right only
   morning every day; evening on Monday, Wednesday and Friday

On your back
2. Single knee hug (hug)
   10 × 10 s hold, each leg
   morning every day

Standing
3. General activity, walking (walk)
   walking, 10 min
   evening on weekdays

Minutes
  morning, 08:00: 7 min every day
  evening, 20:00: 12 min on Monday, Wednesday and Friday; 10 min on Tuesday and
  Thursday
"""
TODAY = """\
Acute low back
Wednesday, 25 Nov 2026, week 1 of 6.

Morning, 08:00 to 08:07: 2 exercises, 7 min
  On your back, knees bent
  1. Knee roll, held, to the right
     3 × hold for 30 s or more, to the right only
  On your back
  2. Single knee hug
     10 × 10 s hold, each leg

Evening, 20:00 to 20:12: 2 exercises, 12 min
  On your back, knees bent
  1. Knee roll, held, to the right
     3 × hold for 30 s or more, to the right only
  Standing
  2. General activity, walking
     walking, 10 min
"""


def test_the_week_is_told_row_by_row(plan_path: Path, run: Run) -> None:
    assert run("show", "back.toml") == (0, WEEK, "")
    assert run("show", "back.toml", "week", "--week", "1").out == WEEK
    assert run("show", "back.toml", "--week", "2").out.splitlines()[1].startswith("Week 2 of 6, 30 Nov–6 Dec.")


def test_today_is_told_as_it_is_done(plan_path: Path, run: Run) -> None:
    for words in (["today"], ["day"], ["day", "--day", "wed"], ["week", "--day", "wed"], ["--date", "2026-11-25"]):
        ended = run("show", "back.toml", *words)
        assert ended == (0, TODAY, ""), words


def test_steps_are_told_where_they_are_asked_for(plan_path: Path, run: Run) -> None:
    told = run("show", "back.toml", "today", "--steps").out
    assert "     1) Lie comfortably on your back.\n" in told
    assert "Take care: Draw the knee in gently." in told


def test_a_day_without_exercises_and_one_outside_the_course_say_so(plan_path: Path, run: Run) -> None:
    plan_path.write_text(PLAN.replace('"daily"', '"mon"'), encoding="utf-8")
    assert run("show", "back.toml", "day", "--day", "sun").out.endswith("Nothing is due on this day.\n")
    outside = run("show", "back.toml", "day", "--date", "2026-11-20")
    told = "Friday, 20 Nov 2026 is outside the course, which begins on 23 Nov 2026 and ends\non 3 Jan 2027.\n"
    assert outside == (0, told, "")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--week", "7"], "There is no week 7; the course has 6 weeks."),
        (["--week", "0"], '"0" is not a whole number from 1 on'),
        (["day", "--week", "2"], "Say which day"),
        (["day", "--date", "2026-11-25", "--day", "wed"], "--date says the day and the week"),
        (["day", "--day", "mon tue"], '"mon tue" is not one day of the week'),
        (["month"], "invalid choice: 'month'"),
    ],
)
def test_what_cannot_be_shown_is_told(plan_path: Path, run: Run, words: list[str], sentence: str) -> None:
    ended = run("show", "back.toml", *words)
    assert (ended.status, ended.out) == (2, "")
    assert sentence in ended.err


def test_what_holds_for_the_whole_plan(plan_path: Path, run: Run) -> None:
    assert run("show", "back.toml", "plan").out == (
        "Title: Acute low back\n"
        "Starts on: Monday, 23 Nov 2026\n"
        "Course: 6 weeks\n"
        "Pain: left side painful\n"
        "Red-flag questions: answered on 20 Nov 2026\n"
        "Times of the day: morning 08:00, evening 20:00\n"
        "Exercises: 3\n"
        "Things to look at: 1\n"
    )


def test_the_check_is_told_with_rows_and_sources(plan_path: Path, run: Run) -> None:
    text = PLAN.replace("safety-checked = 2026-11-20\n", "").replace("reps = 10\n", "")
    plan_path.write_text(text, encoding="utf-8")
    told = run("show", "back.toml", "check").out
    assert told.startswith("Important:\n  - The safety questions have not been answered")
    assert "\n\nWorth checking:\n" in told
    assert "Single knee hug: reps not set" in told
    assert "(row 2, planner's own rule)" in " ".join(told.split())


def test_an_empty_plan_and_one_without_dates_or_library_are_shown(plan_path: Path, run: Run) -> None:
    plan_path.write_text('format = 1\ntitle = "Empty"\n', encoding="utf-8")
    for what in ("week", "today", "plan", "check"):
        assert run("show", "back.toml", what).status == 0
    assert "Nothing is prescribed yet" in run("show", "back.toml").out
    plan_path.write_text(
        PLAN.replace('"knee-roll"', '"neck-turn"').replace("start = 2026-11-23\n", ""), encoding="utf-8"
    )
    told = run("show", "back.toml").out
    assert "\nNot in the library\n1. neck-turn, hold-one-side (not in the library) (roll)\n" in told
    assert run("show", "back.toml", "today").out.splitlines()[1] == "Wednesday, week 1 of 6."


def test_the_first_week_names_its_days_outside_the_course(plan_path: Path, run: Run) -> None:
    plan_path.write_text(PLAN.replace("start = 2026-11-23", "start = 2026-11-25"), encoding="utf-8")
    assert "Outside the course: Monday and Tuesday.\n" in run("show", "back.toml", "--week", "1").out


def test_ids_alone_are_for_scripts(plan_path: Path, run: Run) -> None:
    assert run("show", "back.toml", "--ids").out == "roll\nhug\nwalk\n"


@pytest.mark.parametrize(
    ("columns", "meant"),
    [
        ("100", 100),
        ("80", 80),
        ("20", 20),
        ("7", 20),
        ("0", 80),
        ("-5", 80),
        ("", 80),
        ("wide", 80),
        ("9" * 40, 240),
        ("٣", 80),
    ],
)
def test_columns_are_believed_where_they_make_sense(columns: str, meant: int) -> None:
    assert width({"COLUMNS": columns}) == meant


def test_lines_are_no_longer_than_the_width(plan_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (20, 40, 72):
        monkeypatch.setenv("COLUMNS", str(columns))
        for words in (
            ["show", "back.toml", "today", "--steps"],
            ["library", "show", "knee-roll"],
            ["show", "back.toml", "check"],
        ):
            assert max(map(len, run(*words).out.splitlines())) <= columns


def test_what_a_file_hides_is_shown(plan_path: Path, run: Run) -> None:
    plan_path.write_text(PLAN.replace('"Acute low back"', '"Acute\u200e low\u2028back"'), encoding="utf-8")
    assert run("show", "back.toml").out.splitlines()[0] == "Acute\\u200e low\\u2028back"


def test_two_plans_are_told_apart_in_doses_and_days(plan_path: Path, run: Run, tmp_path: Path) -> None:
    changed = PLAN.replace("hold = 10", "hold = 20").replace('evening = "weekdays"', 'evening = "mon"')
    (tmp_path / "new.toml").write_text(changed, encoding="utf-8")
    told = (
        "Single knee hug: hold 10 s → 20 s\n"
        "General activity, walking: Tuesday, Wednesday, Thursday and Friday evening off\n"
    )
    assert run("diff", "back.toml", "new.toml") == (0, told, "")
    assert run("diff", "back.toml", "new.toml", "--exit-code").status == 1
    assert run("diff", "back.toml", "back.toml", "--exit-code") == (0, "", "")
    assert run("diff", "back.toml", "none.toml").status == 65
    parsed = json.loads(run("diff", "back.toml", "new.toml", "--format", "json").out)
    assert parsed["differences"][0] == {
        "kind": "dose",
        "prescription": "hug",
        "sentence": "Single knee hug: hold 10 s \u2192 20 s",
    }
