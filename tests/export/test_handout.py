"""The sheet behind all printed formats: what is on it, what is left to other sheets, in which words."""

import pytest
from attrs import evolve

from planner.export.handout import Handout, Mark
from planner.export.handout_making import make_handout
from planner.export.scope import WHOLE_COURSE, Scope
from planner.model import Library, Plan, Schedule, Weekday
from planner.planning.differences import NO_LIBRARY
from planner.planning.timetable import slot_minutes
from tests.export.sample import SCOPES, library, plan


def _sheet(scope: Scope = WHOLE_COURSE, made: Plan | None = None, known: Library | None = None) -> Handout:
    return make_handout(made or plan(), known or library(), scope)


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("course", "Acute low back, first fortnight"),
        ("week", "Acute low back, first fortnight: Week 1 of 7, 25–29 Nov"),
        ("day", "Acute low back, first fortnight: Saturday, 5 Dec 2026"),
        ("session", "Acute low back, first fortnight: Friday, 4 Dec 2026, evening"),
    ],
)
def test_its_heading_says_what_it_shows(part: str, heading: str) -> None:
    assert _sheet(SCOPES[part]).heading == heading


@pytest.mark.parametrize(
    ("made", "facts"),
    [
        (plan(), ("25 Nov 2026 – 5 Jan 2027, 6 weeks", "Left side painful")),
        (evolve(plan(), weeks=None), ("From 25 Nov 2026", "Left side painful")),
        (evolve(plan(), start=None, weeks=1), ("1 week", "Left side painful")),
        (evolve(plan(), start=None, weeks=None, painful_side=None), ()),
    ],
)
def test_it_says_of_the_course_what_is_set(made: Plan, facts: tuple[str, ...]) -> None:
    assert _sheet(made=made).facts == facts


def test_a_part_has_only_what_is_due_in_it_numbered_anew() -> None:
    assert [block.title for block in _sheet(SCOPES["session"]).blocks] == [
        "Knee roll, held, to the right",
        "Single knee hug",
    ]
    assert [block.number for block in _sheet(SCOPES["day"]).blocks] == [1, 2, 3, 4, 5]
    assert len(_sheet().blocks) == len(plan().prescriptions)


def test_the_first_week_begins_with_the_course() -> None:
    week = _sheet(SCOPES["week"]).week
    assert week is not None
    assert [day.date for day in week.days][:3] == ["23 Nov", "24 Nov", "25 Nov"]
    roll = week.rows[0]
    assert roll.lines[0].marks == (Mark.OUTSIDE, Mark.OUTSIDE, *[Mark.DUE] * 5)
    assert roll.lines[1].marks[2:] == (Mark.DUE, Mark.NOT_DUE, Mark.DUE, Mark.NOT_DUE, Mark.NOT_DUE)


def test_the_minutes_are_those_of_the_screens() -> None:
    week = _sheet().week
    assert week is not None
    told = {(total.slot, day): total.minutes[day].rstrip("+?") for total in week.totals for day in Weekday}
    assert {cell: int(told.get(cell) or 0) for cell in slot_minutes(plan(), library())} == slot_minutes(
        plan(), library()
    )


def test_only_a_table_of_one_week_is_to_be_ticked() -> None:
    def to_tick(scope: Scope, weeks: int | None) -> bool:
        week = _sheet(scope, evolve(plan(), weeks=weeks, start=None)).week
        return week is not None and week.to_tick

    assert not to_tick(WHOLE_COURSE, 6)
    assert to_tick(WHOLE_COURSE, None)
    assert to_tick(WHOLE_COURSE, 1)
    assert to_tick(Scope.of_week(2), 6)


def test_a_course_has_a_box_for_each_of_its_sessions() -> None:
    marks = [mark for week in _sheet().course for line in week.lines for mark in line.marks]
    assert marks.count(Mark.DUE) == 6 * 7 * 2
    assert len(_sheet(made=evolve(plan(), weeks=60)).course) == 0
    assert len(_sheet(made=evolve(plan(), weeks=1, start=None)).course) == 0
    assert len(_sheet(made=evolve(plan(), weeks=12, start=None)).course) == 12


def test_the_safety_questions_are_on_every_sheet() -> None:
    for scope in SCOPES.values():
        safety = _sheet(scope).safety
        assert len(safety.questions) == 3
        assert safety.precautions == library().precautions
        assert safety.answered == "These questions were answered on 20 Nov 2026."
    assert (
        _sheet(made=evolve(plan(), safety_checked=None)).safety.answered
        == "These questions have not been answered yet."
    )
    assert _sheet(known=NO_LIBRARY).safety.answered == ""


def test_what_holds_for_every_exercise_is_said_once() -> None:
    assert _sheet().blocks[0].precautions == (
        "Only as far as is comfortable.",
        "Roll only away from the side that hurts.",
    )


def test_a_side_that_nobody_has_said_is_to_be_filled_in() -> None:
    rows = [evolve(plan().prescriptions[0], side=None), *plan().prescriptions[1:]]
    assert _sheet(made=plan().with_prescriptions(rows)).blocks[0].blanks == ("side",)
    assert _sheet().blocks[2].blanks == ("reps",)


def test_sessions_that_are_alike_are_told_once() -> None:
    sessions = [(part.title, part.days) for part in _sheet().sessions]
    assert sessions == [
        ("Morning, 08:00", "on Monday, Tuesday, Wednesday, Thursday, Friday and Sunday"),
        ("Morning, 08:00", "on Saturday"),
        ("Evening, 20:00", "on Monday, Wednesday and Friday"),
        ("Evening, 20:00", "on Tuesday and Thursday"),
        ("Evening, 20:00", "at the weekend"),
    ]


def test_a_plan_without_its_library_still_says_what_it_can() -> None:
    block = _sheet(known=NO_LIBRARY).blocks[0]
    assert block.title == "knee-roll, hold-one-side (not in the library)"
    assert block.dose == "3 × 30–40 s hold, right side only"
    assert (block.known, block.steps, block.source) == (False, (), "leaflet")


def test_only_the_sources_of_the_plan_give_advice() -> None:
    walking = plan().with_prescriptions([plan().prescriptions[3]])
    assert _sheet(made=walking).advice == ("Moving helps a painful back.",)
    assert len(_sheet().advice) == 2


def test_an_old_contact_says_how_old_it_is() -> None:
    (leaflet, _) = _sheet().credits
    assert "For people in Harbour, as printed in 2024: Call 020 7946 0000 for an appointment." in leaflet.lines
    assert leaflet.title == "Exercises for the back (Harbour Physiotherapy, 2024)"


def test_a_slot_that_only_a_prescription_names_is_there() -> None:
    odd = evolve(plan().prescriptions[0], when=Schedule.of({"sometime": {Weekday.MONDAY}}))
    made = plan().with_prescriptions([odd])
    assert _sheet(made=made).blocks[0].when == "sometime on Monday"
    assert [part.title for part in _sheet(made=made).sessions] == ["Sometime"]
