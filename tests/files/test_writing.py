"""Plans as text: canonical, stable, minimal, and read back as what they were."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given

from planner.files.plan_reading import parse_plan
from planner.files.writing import write_line, write_plan, write_value
from planner.model import (
    Amount,
    Count,
    Dose,
    HoldUnit,
    PainfulSide,
    Plan,
    Prescription,
    Schedule,
    Side,
    Slot,
    parse_days,
)
from tests.strategies import plans

CANONICAL = """\
format = 1
id = "0b6e6f0e"
title = "Acute low back, first fortnight"
start = 2026-11-23
weeks = 6
painful-side = "left"
safety-checked = 2026-11-20
note = "Slowly"

[slots]
morning = 08:00:00
evening = 20:00:00

[[prescription]]
id = "knee-roll-1"
exercise = "knee-roll"
variant = "hold-one-side"
guidance = "camden-msk"
side = "right"
note = "Pillow under the head"

[prescription.dose]
hold = "at least 30"
reps = 3
sets = "2-3"
duration = 60
rest = 0
count = "each-side"
hold-unit = "breaths"

[prescription.when]
morning = "daily"
evening = "mon wed fri"

[[prescription]]
id = "walk"
exercise = "walking"
variant = "walk"
"""

PLAN = Plan(
    id="0b6e6f0e",
    title="Acute low back, first fortnight",
    start=dt.date(2026, 11, 23),
    weeks=6,
    painful_side=PainfulSide.LEFT,
    safety_checked=dt.date(2026, 11, 20),
    note="Slowly",
    slots=(Slot("morning", dt.time(8)), Slot("evening", dt.time(20))),
    prescriptions=(
        Prescription(
            id="knee-roll-1",
            exercise="knee-roll",
            variant="hold-one-side",
            guidance="camden-msk",
            side=Side.RIGHT,
            note="Pillow under the head",
            dose=Dose(
                sets=Amount(2, 3),
                reps=Amount.exactly(3),
                hold=Amount.at_least(30),
                duration=Amount.exactly(60),
                rest=Amount.exactly(0),
                count=Count.EACH_SIDE,
                hold_unit=HoldUnit.BREATHS,
            ),
            when=Schedule.of({"evening": parse_days("mon wed fri"), "morning": parse_days("daily")}),
        ),
        Prescription(id="walk", exercise="walking", variant="walk"),
    ),
)


def test_the_canonical_layout() -> None:
    assert write_plan(PLAN) == CANONICAL


def test_what_is_not_set_is_not_written() -> None:
    assert write_plan(Plan(id="p", title="Plan")) == 'format = 1\nid = "p"\ntitle = "Plan"\n'


@given(plans())
def test_any_plan_survives_writing_and_reading(plan: Plan) -> None:
    text = write_plan(plan)
    document = parse_plan(text.encode(), "plan.toml")
    assert document.plan == plan
    assert write_plan(document.plan) == text
    assert text.endswith("\n")
    assert "\r" not in text


@given(plans())
def test_a_plan_with_windows_line_ends_is_the_same_plan(plan: Plan) -> None:
    document = parse_plan(write_plan(plan).replace("\n", "\r\n").encode("utf-8-sig"), "plan.toml")
    assert document.plan == plan
    assert document.newline == "\r\n"
    assert document.bom


def test_changing_one_number_changes_one_line() -> None:
    row = PLAN.prescriptions[0]
    changed = PLAN.with_prescriptions([evolve(row, dose=evolve(row.dose, reps=Amount(8, 10))), PLAN.prescriptions[1]])
    before, after = write_plan(PLAN).splitlines(), write_plan(changed).splitlines()
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [("reps = 3", 'reps = "8-10"')]


def test_a_longer_note_does_not_move_the_other_lines() -> None:
    row = PLAN.prescriptions[0]
    for note in ("x", "x" * 200, "[left] knee"):
        changed = PLAN.with_prescriptions([evolve(row, note=note), PLAN.prescriptions[1]])
        lines = [line for line in write_plan(changed).splitlines() if not line.startswith("note")]
        assert lines == [line for line in CANONICAL.splitlines() if not line.startswith("note")]


def test_a_note_of_several_lines_is_written_on_several() -> None:
    assert write_line("note", 'One "two"\nthree\n') == 'note = """\nOne \\"two\\"\nthree\n"""\n'


def test_keys_of_other_programs_come_after_ours() -> None:
    plan = evolve(
        PLAN,
        slots=(),
        prescriptions=(evolve(PLAN.prescriptions[1], extra={"clinic": {"room": 3}, "colour": "green"}),),
        extra={"clinic": {"name": "East", "rooms": [1, 2], "hours": {"open": dt.time(9)}}, "tags": ["a", "b"]},
    )
    text = write_plan(plan)
    assert text.endswith("""\
note = "Slowly"
tags = ["a", "b"]

[clinic]
name = "East"
rooms = [1, 2]
hours = { open = 09:00:00 }

[[prescription]]
id = "walk"
exercise = "walking"
variant = "walk"
colour = "green"

[prescription.clinic]
room = 3
""")
    assert parse_plan(text.encode(), "plan.toml").plan == plan


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", '"plain"'),
        ('a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("tab\tand\nline", '"tab\tand\\nline"'),
        ("\x9b \u202e \u2028 \u200f", '"\\u009b \\u202e \\u2028 \\u200f"'),
        ("\x1b\x00", '"\\u001b\\u0000"'),
        ("é ≥ 膝", '"é ≥ 膝"'),
        (True, "true"),
        (-3, "-3"),
        (1.5, "1.5"),
        (dt.date(2026, 1, 2), "2026-01-02"),
        (dt.time(8, 30), "08:30:00"),
        ([], "[]"),
        ([1, [2, "x"]], '[1, [2, "x"]]'),
        ((1, 2), "[1, 2]"),
        ({}, "{}"),
        ({"a b": 1, "c": {"d": [{}]}}, '{ "a b" = 1, c = { d = [{}] } }'),
        (Side.LEFT, '"left"'),
    ],
)
def test_values(value: object, text: str) -> None:
    assert write_value(value) == text


def test_half_a_character_is_refused_before_anything_is_written() -> None:
    with pytest.raises(ValueError, match="half a character"):
        write_plan(evolve(PLAN, note="a\ud83d"))
