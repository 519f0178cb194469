"""What people write by hand is read as they meant it; what cannot be read is told all at once."""

import datetime as dt

import pytest
from hypothesis import given

from planner.files.plan_reading import parse_plan
from planner.files.problems import FileProblems, Severity
from planner.model import Amount, Count, Dose, HoldUnit, PainfulSide, Schedule, Side, Slot, Weekday, parse_days
from tests.files.corpus_cases import KNOWN
from tests.strategies import amounts, day_sets

ROW = """\
format = 1
id = "p"
title = "Plan"

[slots]
morning = 08:00
evening = 20:00

[[prescription]]
id = "a"
exercise = "side-bend"
variant = "hold"
"""


def dose_of(text: str) -> Dose:
    return parse_plan(f"{ROW}[prescription.dose]\n{text}\n".encode(), "plan.toml").plan.prescriptions[0].dose


def when_of(text: str) -> Schedule:
    return parse_plan(f"{ROW}[prescription.when]\n{text}\n".encode(), "plan.toml").plan.prescriptions[0].when


def test_the_smallest_plan() -> None:
    plan = parse_plan(b'format = 1\ntitle = "Plan"', "plan.toml").plan
    assert (plan.title, plan.start, plan.weeks, plan.painful_side, plan.slots, plan.prescriptions) == (
        "Plan",
        None,
        None,
        None,
        (),
        (),
    )


def test_every_key_of_a_plan() -> None:
    plan = parse_plan(
        b'format = 1\nid = "p"\ntitle = "Plan"\nstart = 2026-11-23\nweeks = 6\npainful-side = "both"\n'
        b'safety-checked = 2026-11-20\nnote = """\nOne\ntwo"""\n[slots]\nmorning = 08:00:30\n',
        "plan.toml",
    ).plan
    assert plan.start == dt.date(2026, 11, 23)
    assert plan.weeks == 6
    assert plan.painful_side is PainfulSide.BOTH
    assert plan.safety_checked == dt.date(2026, 11, 20)
    assert plan.note == "One\ntwo"
    assert plan.slots == (Slot("morning", dt.time(8, 0, 30)),)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("08:00:00", dt.time(8)),
        ("08:00", dt.time(8)),
        ('"08:00"', dt.time(8)),
        ('"8:00"', dt.time(8)),
        ('" 20:15 "', dt.time(20, 15)),
        ('"23:59:59"', dt.time(23, 59, 59)),
    ],
)
def test_times_of_the_day(text: str, time: dt.time) -> None:
    plan = parse_plan(f'format = 1\ntitle = "x"\n[slots]\nfirst = {text}\n'.encode(), "plan.toml").plan
    assert plan.slots == (Slot("first", time),)


def test_slots_stay_in_the_order_of_the_file() -> None:
    plan = parse_plan(b'format = 1\ntitle = "x"\n[slots]\nlate = 22:00\n"after work" = 18:00\n', "plan.toml").plan
    assert [slot.name for slot in plan.slots] == ["late", "after work"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("10", Amount.exactly(10)),
        ('"10"', Amount.exactly(10)),
        ('"5-10"', Amount(5, 10)),
        ('"5 – 10"', Amount(5, 10)),
        ('"5 to 10"', Amount(5, 10)),
        ('"at least 30"', Amount.at_least(30)),
        ('"30+"', Amount.at_least(30)),
        ('"30 or more"', Amount.at_least(30)),
        ('"up to 20"', Amount.at_most(20)),
        ('"as long as comfortable"', Amount(None, None)),
        ("0x1f", Amount.exactly(31)),
        ("1_000", Amount.exactly(1000)),
    ],
)
def test_numbers_of_a_dose(text: str, amount: Amount) -> None:
    assert dose_of(f"hold = {text}") == Dose(hold=amount)


@given(amounts())
def test_any_amount(amount: Amount) -> None:
    assert dose_of(f'reps = "{amount}"') == Dose(reps=amount)


def test_words_of_a_dose() -> None:
    assert dose_of('count = "alternating"\nhold-unit = "breaths"') == Dose(
        count=Count.ALTERNATING, hold_unit=HoldUnit.BREATHS
    )
    assert dose_of('hold-unit = "seconds"') == Dose()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('"daily"', "daily"),
        ('"Mon-Fri"', "weekdays"),
        ('"MON, wed"', "mon wed"),
        ('"fri-mon"', "fri sat sun mon"),
        ('"saturday and sunday"', "weekend"),
        ('["mon", "wed", "fri"]', "mon wed fri"),
        ('["mon-wed", "sat"]', "mon tue wed sat"),
        ('["daily"]', "daily"),
        ("[]", "never"),
        ('""', "never"),
        ('"never"', "never"),
    ],
)
def test_days(text: str, days: str) -> None:
    assert when_of(f"morning = {text}") == Schedule.of({"morning": parse_days(days)})


@given(day_sets)
def test_any_days_as_a_list(days: frozenset[Weekday]) -> None:
    written = ", ".join(f'"{day.title}"' for day in days)
    assert when_of(f"evening = [{written}]").days("evening") == days


@pytest.mark.parametrize(
    "text",
    [
        '[prescription.dose]\nhold = 3\nreps = "5-10"\n[prescription.when]\nmorning = "daily"\n',
        'dose = { hold = 3, reps = "5-10" }\nwhen = { morning = "daily" }\n',
        'dose.hold = 3\ndose.reps = "5-10"\nwhen.morning = "daily"\n',
    ],
)
def test_every_way_to_write_a_table(text: str) -> None:
    row = parse_plan((ROW + text).encode(), "plan.toml").plan.prescriptions[0]
    assert row.dose == Dose(hold=Amount.exactly(3), reps=Amount(5, 10))
    assert row.when == Schedule.of({"morning": parse_days("daily")})


def test_a_prescription_that_this_library_does_not_have_is_kept() -> None:
    text = ROW.replace("side-bend", "headstand") + 'guidance = "nhs"\nside = "left"\n'
    document = parse_plan(text.encode(), "plan.toml", KNOWN)
    row = document.plan.prescriptions[0]
    assert (row.exercise, row.guidance, row.side) == ("headstand", "nhs", Side.LEFT)
    assert [problem.severity for problem in document.problems] == [Severity.WARNING] * 2


def test_without_a_library_no_exercise_is_unknown() -> None:
    assert not parse_plan(ROW.replace("side-bend", "headstand").encode(), "plan.toml").problems


def test_a_side_restricts_a_variant_of_two_sides() -> None:
    document = parse_plan((ROW + 'side = "left"\n').encode(), "plan.toml", KNOWN)
    assert not document.problems
    assert document.plan.prescriptions[0].side is Side.LEFT


def test_ids_are_made_where_there_are_none() -> None:
    rows = [
        'exercise = "side-bend"',
        'exercise = "side-bend"',
        'id = "side-bend-2"\nexercise = "side-bend"',
        'exercise = "x"',
    ]
    text = 'format = 1\ntitle = "x"\n' + "".join(f'[[prescription]]\n{row}\nvariant = "hold"\n' for row in rows)
    document = parse_plan(text.encode(), "plan.toml")
    ids = [row.id for row in document.plan.prescriptions]
    assert ids == ["side-bend-1", "side-bend-3", "side-bend-2", "x-1"]
    assert document.made_ids == {"side-bend-1", "side-bend-3", "x-1", document.plan.id}
    assert parse_plan(text.encode(), "elsewhere.toml").plan == document.plan


def test_a_made_plan_id_survives_a_change_of_dose() -> None:
    text = ROW.replace('id = "p"\n', "")
    one = parse_plan(f"{text}dose.hold = 3\n".encode(), "plan.toml").plan
    two = parse_plan(f"{text}dose.hold = 4\n".encode(), "plan.toml").plan
    other = parse_plan(text.replace('"Plan"', '"Other"').encode(), "plan.toml").plan
    assert one.id == two.id != other.id


def test_given_ids_are_not_made() -> None:
    assert parse_plan(ROW.encode(), "plan.toml").made_ids == frozenset()


def test_unknown_keys_are_kept_without_a_word() -> None:
    text = (
        f'clinic = {{ room = 3 }}\n{ROW}colour = "green"\n[prescription.dose]\nload = 5\n[[visit]]\nday = 2026-11-23\n'
    )
    document = parse_plan(text.encode(), "plan.toml", KNOWN)
    assert document.plan.extra == {"clinic": {"room": 3}, "visit": [{"day": dt.date(2026, 11, 23)}]}
    assert document.plan.prescriptions[0].extra == {"colour": "green"}
    assert document.plan.prescriptions[0].dose.extra == {"load": 5}
    assert not document.problems


def test_a_slot_may_have_the_name_of_a_key() -> None:
    text = ROW.replace("morning = 08:00", "note = 08:00") + '[prescription.when]\nnote = "daily"\n'
    assert parse_plan(text.encode(), "plan.toml").plan.prescriptions[0].when.slots == ("note",)


def test_marks_of_right_to_left_writing_are_text_like_any_other() -> None:
    text = ROW + 'note = "\u200fלאט\u200f"\n'
    assert parse_plan(text.encode(), "plan.toml").plan.prescriptions[0].note == "\u200fלאט\u200f"


def test_more_problems_than_anyone_reads_are_counted() -> None:
    row = '[[prescription]]\nexercise = "a"\nvariant = "b"\nside = 3\n'
    with pytest.raises(FileProblems) as raised:
        parse_plan(('format = 1\ntitle = "x"\n' + row * 700).encode(), "plan.toml")
    assert len(raised.value.problems) == 500
    assert raised.value.more == 200
    assert str(raised.value).endswith("… and 200 more problems")


def test_warnings_come_with_the_errors() -> None:
    text = ROW.replace("side-bend", "side-bnd") + "side = 3\n"
    with pytest.raises(FileProblems) as raised:
        parse_plan(text.encode(), "plan.toml", KNOWN)
    assert [problem.severity for problem in raised.value.problems] == [Severity.WARNING, Severity.ERROR]
