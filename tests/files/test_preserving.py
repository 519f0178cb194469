"""Edits saved into texts that a person has laid out: before, edit, after, to the letter."""

import datetime as dt
from textwrap import dedent

import pytest
from attrs import evolve

from planner.files.preserving import rewrite
from planner.files.writing import write_plan
from planner.model import Amount, PainfulSide, Plan, Schedule, Side, Weekday
from planner.planning import edits
from tests.files.edited_text import Edit, changed_lines, edited, head, plan_of, put

PLAN = """\
# Plan for A. B., copied from the leaflet

format   = 1
id       = "p"
"title"  = 'Low back'          # working title

[slots]
morning = 08:00    # before breakfast
evening = "20:00"

# ---- on the back ----

# The roll goes away from the pain.
[[prescription]]
id = "roll"
exercise="knee-roll"   # see page 2
variant='hold-one-side'

  # agreed on the phone
  [prescription.dose]
  hold = +30           # seconds
  reps = "5 to 10"

  [prescription.when]
  morning = "Mon-Fri"  # work days
  evening = ["sat", "sun"]

# ---- on the front ----

[[prescription]]
id = "sphinx"
exercise = "back-extension"
variant = "on-elbows"
dose.hold = 3_0
when = { morning = "daily" } # always
# sets = 3 (later)

# last line
"""


def test_an_untouched_file_stays_as_it_is() -> None:
    plan = plan_of(PLAN)
    assert rewrite(PLAN, plan, edits.set_title(plan, plan.title)).text is PLAN


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            lambda p: edits.step_number(p, "roll", "hold", 1),
            ("  hold = +30           # seconds", "  hold = 35           # seconds"),
        ),
        (lambda p: edits.step_number(p, "sphinx", "hold", 1), ("dose.hold = 3_0", "dose.hold = 35")),
        (
            lambda p: edits.set_number(p, "roll", "reps", Amount.at_least(5)),
            ('  reps = "5 to 10"', '  reps = "at least 5"'),
        ),
        (
            lambda p: edits.toggle(p, "roll", "morning", Weekday.SATURDAY),
            ('  morning = "Mon-Fri"  # work days', '  morning = "mon tue wed thu fri sat"  # work days'),
        ),
        (
            lambda p: edits.toggle(p, "roll", "evening", Weekday.SUNDAY),
            ('  evening = ["sat", "sun"]', '  evening = "sat"'),
        ),
        (
            lambda p: edits.toggle(p, "sphinx", "morning", Weekday.MONDAY),
            ('when = { morning = "daily" } # always', 'when = { morning = "tue wed thu fri sat sun" } # always'),
        ),
        (
            lambda p: edits.set_title(p, "Back #2"),
            ("\"title\"  = 'Low back'          # working title", '"title"  = "Back #2"          # working title'),
        ),
        (
            lambda p: edits.set_slot_time(p, "morning", dt.time(7, 30)),
            ("morning = 08:00    # before breakfast", "morning = 07:30:00    # before breakfast"),
        ),
        (lambda p: edits.set_slot_time(p, "evening", dt.time(21)), ('evening = "20:00"', "evening = 21:00:00")),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_changing_one_value_changes_one_line(edit: Edit, line: tuple[str, str], newline: str) -> None:
    carriage = newline.removesuffix("\n")
    before, after = line
    assert changed_lines(PLAN.replace("\n", newline), edit) == [(before + carriage, after + carriage)]


@pytest.mark.parametrize(
    ("edit", "after", "new"),
    [
        # In the place of the canonical order, indented as the line above it.
        (lambda p: edits.set_number(p, "roll", "rest", Amount.exactly(60)), '  reps = "5 to 10"\n', "  rest = 60\n"),
        (lambda p: edits.set_number(p, "roll", "sets", Amount(1, 2)), '  reps = "5 to 10"\n', '  sets = "1-2"\n'),
        # Spaced as its neighbours are, where they agree.
        (lambda p: edits.set_side(p, "sphinx", Side.LEFT), 'variant = "on-elbows"\n', 'side = "left"\n'),
        # Beside a dotted key, as a dotted key.
        (lambda p: edits.set_number(p, "sphinx", "reps", Amount.exactly(3)), "dose.hold = 3_0\n", "dose.reps = 3\n"),
        # Aligned with the others.
        (lambda p: edits.set_course(p, None, 6), "# working title\n", "weeks    = 6\n"),
        (lambda p: edits.set_painful_side(p, PainfulSide.NONE), "# working title\n", 'painful-side = "none"\n'),
        (lambda p: edits.set_prescription_note(p, "sphinx", "Slow"), 'variant = "on-elbows"\n', 'note = "Slow"\n'),
        (lambda p: edits.add_slot(p, "noon", dt.time(12, 30)), "# before breakfast\n", "noon = 12:30:00\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_key_comes_in_its_canonical_place(edit: Edit, after: str, new: str, newline: str) -> None:
    assert edited(PLAN.replace("\n", newline), edit) == put(PLAN, after, after + new).replace("\n", newline)


def test_a_new_first_key_comes_below_the_header() -> None:
    text = head("""\
        [slots]
        noon = 12:00

        [[prescription]]
        # the gym calls it otherwise
        variant = "b"
        exercise = "a"
          [prescription.dose]
          # as long as it takes
          reps = 3
        """)
    after = edited(text, lambda p: edits.set_number(p, "a-1", "hold", Amount.exactly(5)))
    assert after == put(text, "  # as long", "  hold = 5\n  # as long")


def test_a_key_that_goes_takes_its_line_and_leaves_the_lines_above() -> None:
    text = put(PLAN, '  reps = "5', '  # from the leaflet\n  reps = "5')
    after = edited(text, lambda p: edits.clear_number(p, "roll", "reps"))
    assert after == put(PLAN, '  reps = "5 to 10"\n', "  # from the leaflet\n")


def test_a_comment_left_behind_does_not_become_that_of_the_next_header() -> None:
    text = head("""\
        [[prescription]]
        exercise = "a"
        variant = "b"
        # the doctor said so
        note = "Slowly"
        [[prescription]]
        exercise = "c"
        variant = "d"
        """)
    after = edited(text, lambda p: edits.set_prescription_note(p, "a-1", ""))
    assert after == put(text, 'note = "Slowly"\n', "\n")


def test_a_table_whose_last_key_goes_keeps_its_header() -> None:
    after = edited(PLAN, lambda p: edits.set_schedule(p, ["roll", "sphinx"], Schedule()))
    text = put(PLAN, '  morning = "Mon-Fri"  # work days\n  evening = ["sat", "sun"]\n', "")
    assert after == put(text, '{ morning = "daily" }', "{}")


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (
            """\
            [[prescription]]
            exercise = "a"
            variant = "b"
            # to be agreed

            [prescription.when]
            noon = "daily"
            """,
            ("# to be agreed\n", "\n[prescription.dose]\nhold = 5\n"),
        ),
        # No blank lines where the file has none.
        (
            """\
            [[prescription]]
            exercise = "a"
            variant = "b"
            [prescription.when]
            noon = "daily"
            """,
            ('variant = "b"\n', "[prescription.dose]\nhold = 5\n"),
        ),
        # An inline table is added to as such.
        (
            """\
            [[prescription]]
            exercise = "a"
            variant = "b"
            dose = {} # none yet
            """,
            ("dose = {", " hold = 5 "),
        ),
    ],
)
def test_the_first_number_of_a_dose(text: str, added: tuple[str, str]) -> None:
    text = head("[slots]\nnoon = 12:00\n\n" + dedent(text))
    place, new = added
    after = edited(text, lambda p: edits.set_number(p, "a-1", "hold", Amount.exactly(5)))
    assert after == put(text, place, place + new)


def test_the_days_of_a_prescription_come_behind_its_dose() -> None:
    text = put(PLAN, '  [prescription.when]\n  morning = "Mon-Fri"  # work days\n  evening = ["sat", "sun"]\n\n', "")
    after = edited(text, lambda p: edits.set_days(p, "roll", "evening", [Weekday.MONDAY]))
    place = '  reps = "5 to 10"\n'
    assert after == put(text, place, place + '\n[prescription.when]\nevening = "mon"\n')


@pytest.mark.parametrize(
    ("before", "numbers", "after"),
    [
        ("{ hold = 30, reps = 3, sets = 2 }", {"hold": None}, "{ reps = 3, sets = 2 }"),
        ("{ hold = 30, reps = 3, sets = 2 }", {"reps": None}, "{ hold = 30, sets = 2 }"),
        ("{hold=30,reps=3,sets=2}", {"sets": None}, "{hold=30,reps=3}"),
        ("{hold=30, reps=3}", {"sets": 2}, "{hold=30, reps=3, sets=2}"),
        ("{ reps = 3, sets = 2, }", {"hold": 9, "rest": 8}, "{ hold = 9, reps = 3, sets = 2, rest = 8, }"),
        ("{ hold = 30, reps = 3, sets = 2 }", {"hold": None, "reps": None, "rest": 7}, "{ sets = 2, rest = 7 }"),
        ("{ hold = 30, reps = 3 }", {"hold": None, "reps": None}, "{}"),
        ("{hold = 30}", {"hold": None, "sets": 2}, "{sets = 2}"),
        ("{\n  hold = 30, # s\n  reps = 3 # x\n}", {"sets": 2}, "{\n  hold = 30, # s\n  reps = 3, # x\n  sets = 2,\n}"),
        ("{\n  hold = 30, # s\n  reps = 3, # x\n}", {"hold": None}, "{\n  reps = 3, # x\n}"),
        ("{\n  hold = 30, # s\n  reps = 3 # x\n}", {"reps": None}, "{\n  hold = 30, # s\n}"),
    ],
)
def test_members_of_an_inline_table(before: str, numbers: dict[str, int | None], after: str) -> None:
    def edit(plan: Plan) -> Plan:
        for name, number in numbers.items():
            plan = edits.set_number(plan, "a-1", name, None if number is None else Amount.exactly(number))
        return plan

    text = head(f'[[prescription]]\nexercise = "a"\nvariant = "b"\ndose = {before} # yes\n')
    assert edited(text, edit) == put(text, before, after)


def test_comments_within_a_value_move_above_it() -> None:
    text = head("""\
        [slots]
        noon = 12:00
        [[prescription]]
        exercise = "a"
        variant = "b"
        [prescription.when]
          noon = [
            "mon", # "physio" #1
            "thu",
          ] # twice
        """)
    after = edited(text, lambda p: edits.toggle(p, "a-1", "noon", Weekday.SUNDAY))
    old = '  noon = [\n    "mon", # "physio" #1\n    "thu",\n  ]'
    assert after == put(text, old, '  # "physio" #1\n  noon = "mon thu sun"')


def test_text_of_several_lines_stands_on_several() -> None:
    after = edited(PLAN.replace("\n", "\r\n"), lambda p: edits.set_note(p, "One\ntwo"))
    place = "# working title\n"
    assert after == put(PLAN, place, f'{place}note     = """\nOne\ntwo"""\n').replace("\n", "\r\n")


def test_a_renamed_slot_keeps_its_lines() -> None:
    after = edited(PLAN, lambda p: edits.rename_slot(p, "morning", "at dawn"))
    text = put(PLAN, "morning = 08", '"at dawn" = 08')
    text = put(text, 'morning = "Mon-Fri"', '"at dawn" = "Mon-Fri"')
    assert after == put(text, 'morning = "daily"', '"at dawn" = "daily"')


def test_a_slot_that_goes_takes_its_days_along() -> None:
    after = edited(PLAN, lambda p: edits.remove_slot(p, "evening"))
    assert after == put(put(PLAN, 'evening = "20:00"\n', ""), '  evening = ["sat", "sun"]\n', "")


def test_slots_change_places_with_the_comments_above_them() -> None:
    text = head("""\
        [slots]
        # first thing
        morning = 08:00 # sharp
        noon = 12:00

        # last thing
        evening = 20:00
        """)
    after = edited(text, lambda p: edits.set_slot_time(p, "morning", dt.time(21)))
    assert after == head("""\
        [slots]
        noon = 12:00
        # last thing
        evening = 20:00

        # first thing
        morning = 21:00:00 # sharp
        """)


def test_the_first_slot_of_a_plan() -> None:
    text = head("\n# the roll\n[[prescription]]\nexercise = 'a'\nvariant = 'b'\n")
    after = edited(text, lambda p: edits.add_slot(p, "noon", dt.time(12)))
    assert after == put(text, '"T"\n', '"T"\n\n[slots]\nnoon = 12:00:00\n')


def test_ids_that_a_file_leaves_out_are_written_only_where_they_are_needed() -> None:
    item = "\n[[prescription]]\nexercise = '{}'\nvariant = 'x'\n"
    text = head("".join(map(item.format, "aab")))
    assert edited(text, lambda p: edits.move(p, "b-1", -2)) == head("".join(map(item.format, "baa")))
    # Without an id, the second would be made the first by its place.
    assert edited(text, lambda p: edits.remove(p, "a-1")) == head(
        item.format("a").replace("\nexercise", '\nid = "a-2"\nexercise') + item.format("b")
    )


def test_the_id_of_a_plan_is_written_when_it_would_change_with_the_title() -> None:
    text = 'format = 1\ntitle = "T"\nweeks = 2\n'
    assert edited(text, lambda p: edits.set_course(p, None, 3)) == 'format = 1\ntitle = "T"\nweeks = 3\n'
    made = plan_of(text).id
    after = edited(text, lambda p: edits.set_title(p, "U"))
    assert after == f'format = 1\nid = "{made}"\ntitle = "U"\nweeks = 2\n'


def test_keys_of_other_programs() -> None:
    text = head("""\
        therapist = { name = "A", phone = 1 }
        [clinic]
        room = 3 # upstairs
        floor = 2
        [[visit]]
        day = 2026-11-23
        [[prescription]]
        exercise = "a"
        variant = "b"
        colour = 'red'
        """)

    def edit(plan: Plan) -> Plan:
        extra = {**plan.extra, "therapist": {"name": "B", "phone": 1}, "clinic": {"room": 4, "wing": {"name": "N"}}}
        rows = [evolve(item, extra={"colour": "red", "shape": [1]}) for item in plan.prescriptions]
        return evolve(plan, extra=extra).with_prescriptions(rows)

    after = put(text, '{ name = "A"', '{ name = "B"')
    after = put(after, "room = 3 # upstairs\nfloor = 2\n", 'room = 4 # upstairs\n\n[clinic.wing]\nname = "N"\n')
    after = put(after, "colour = 'red'\n", "colour = 'red'\nshape = [1]\n")
    assert edited(text, edit) == after.replace("\n\n[clinic.wing]", "\n[clinic.wing]")

    def clear(plan: Plan) -> Plan:
        return evolve(plan, extra={"visit": plan.extra["visit"]})

    after = put(text, 'therapist = { name = "A", phone = 1 }\n', "")
    assert edited(text, clear) == put(after, "[clinic]\nroom = 3 # upstairs\nfloor = 2\n", "")


def test_what_cannot_be_kept_is_written_anew_and_said() -> None:
    text = head("""\
        [[visit]] # a table of another program
        day = 2026-11-23
        """)
    before = plan_of(text)
    after = evolve(before, extra={"visit": [{"day": dt.date(2026, 11, 24)}]})
    result = rewrite(text.replace("\n", "\r\n"), before, after)
    assert result.whole
    assert result.reason == "a table cannot become a value (visit)"
    assert result.text == write_plan(after).replace("\n", "\r\n")
    assert plan_of(result.text) == after


def test_a_file_of_an_older_format_is_written_anew() -> None:
    text = 'format = 0\ntitle = "Old" # it says\n'
    before = plan_of(text)
    after = edits.set_title(before, "New")
    result = rewrite(text, before, after)
    assert (result.whole, result.reason) == (True, "the file has an older format")
    assert plan_of(result.text) == after
