"""Prescriptions put in, taken out, moved and copied in texts that a person has laid out, to the letter."""

import pytest

from planner.files.preserving import rewrite
from planner.model import Amount, Dose, Plan, Prescription, Schedule, Side, Weekday
from planner.planning import edits
from tests.files.edited_text import edited, head, plan_of, put

HEAD = """\
# My plan
# of two lines

format = 1
id = "p"
title = "T"

[slots]
noon = 12:00
"""

ROLL = """\
# The roll, away from the pain.
# Slowly!
[[prescription]]  # first
id = "roll"
exercise = 'knee-roll'
variant = 'x'
# Not too long.
dose.hold = 30

  # Every day but Sunday
  [prescription.when]
  noon = "mon-sat"  # said Dr B.
  # evening = "daily"
"""

HUG = """\
[[prescription]]
id = "hug"
exercise = 'knee-hug'
variant = 'x'
"""

SPHINX = """\
# Last of all
[[prescription]]
id = "sphinx"
exercise = 'sphinx'
variant = 'x'
dose = { hold = 30 }
"""

NEW = Prescription(
    "new",
    "bridge",
    "repeat",
    side=Side.LEFT,
    dose=Dose(reps=Amount(8, 10)),
    when=Schedule.of({"noon": [Weekday.FRIDAY]}),
)
NEW_LINES = """\
[[prescription]]
id = "new"
exercise = "bridge"
variant = "repeat"
side = "left"

[prescription.dose]
reps = "8-10"

[prescription.when]
noon = "fri"
"""

DIVIDER = "# ---- on the front ----\n"


def parted(*parts: str) -> str:
    return "\n".join(parts)


THREE = parted(HEAD, ROLL, HUG, DIVIDER, SPHINX, "# the end\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("moved", "by", "expected"),
    [
        ("hug", -1, parted(HEAD, HUG, ROLL, DIVIDER, SPHINX, "# the end\n")),
        ("roll", 2, parted(HEAD, HUG, DIVIDER, SPHINX, ROLL, "# the end\n")),
        ("sphinx", -2, parted(HEAD, SPHINX, ROLL, HUG, DIVIDER, "# the end\n")),
        ("sphinx", -1, parted(HEAD, ROLL, SPHINX, HUG, DIVIDER, "# the end\n")),
    ],
)
def test_moving_takes_the_comments_along_and_leaves_dividers(moved: str, by: int, expected: str, newline: str) -> None:
    after = edited(THREE.replace("\n", newline), lambda p: edits.move(p, moved, by))
    assert after == expected.replace("\n", newline)


@pytest.mark.parametrize(
    ("removed", "expected"),
    [
        ({"roll"}, parted(HEAD, HUG, DIVIDER, SPHINX, "# the end\n")),
        ({"hug"}, parted(HEAD, ROLL, DIVIDER, SPHINX, "# the end\n")),
        ({"sphinx"}, parted(HEAD, ROLL, HUG, DIVIDER, "# the end\n")),
        ({"hug", "sphinx"}, parted(HEAD, ROLL, DIVIDER, "# the end\n")),
        ({"roll", "hug", "sphinx"}, parted(HEAD, DIVIDER, "# the end\n")),
    ],
)
def test_removing_takes_the_comments_along_and_leaves_dividers(removed: set[str], expected: str) -> None:
    assert edited(THREE, lambda p: edits.remove(p, removed)) == expected


def test_removing_the_last_leaves_no_blank_lines_at_the_end() -> None:
    text = parted(HEAD, ROLL, HUG)
    assert edited(text, lambda p: edits.remove(p, "hug")) == parted(HEAD, ROLL)
    assert edited(text, lambda p: edits.remove(p, ["roll", "hug"])) == HEAD


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("roll", parted(HEAD, ROLL, NEW_LINES, HUG, DIVIDER, SPHINX, "# the end\n")),
        ("hug", parted(HEAD, ROLL, HUG, NEW_LINES, DIVIDER, SPHINX, "# the end\n")),
        (None, parted(HEAD, ROLL, HUG, DIVIDER, SPHINX, NEW_LINES, "# the end\n")),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_prescription_is_parted_from_its_neighbours(after: str | None, expected: str, newline: str) -> None:
    text = edited(THREE.replace("\n", newline), lambda p: edits.add(p, NEW, after))
    assert text == expected.replace("\n", newline)


def test_a_copy_leaves_the_comments_with_the_first() -> None:
    copy = HUG.replace('"hug"', '"knee-hug-1"').replace("'", '"')
    assert edited(THREE, lambda p: edits.duplicate(p, "hug")) == parted(
        HEAD, ROLL, HUG, copy, DIVIDER, SPHINX, "# the end\n"
    )


def test_moving_and_changing_at_once() -> None:
    after = edited(THREE, lambda p: edits.step_number(edits.move(p, "roll", 1), "roll", "hold", 1))
    assert after == put(parted(HEAD, HUG, ROLL, DIVIDER, SPHINX, "# the end\n"), "dose.hold = 30", "dose.hold = 35")


def test_the_first_prescription_of_a_file() -> None:
    assert edited(HEAD, lambda p: edits.add(p, NEW)) == parted(HEAD, NEW_LINES)
    without_end = HEAD.removesuffix("\n")
    assert edited(without_end, lambda p: edits.add(p, NEW)) == parted(HEAD, NEW_LINES).removesuffix("\n")


def test_a_file_without_blank_lines_gets_none() -> None:
    after = edited(HEAD + HUG + SPHINX + ROLL, lambda p: edits.move(p, "roll", -1))
    assert after == HEAD + HUG + ROLL + SPHINX


def test_other_tables_between_prescriptions_stay() -> None:
    other = "[clinic]\nroom = 3 # upstairs\n"
    text = parted(HEAD, ROLL, other, HUG, SPHINX)
    assert edited(text, lambda p: edits.move(p, "hug", -1)) == parted(HEAD, HUG, ROLL, other, SPHINX)
    assert edited(text, lambda p: edits.remove(p, "roll")) == parted(HEAD, other, HUG, SPHINX)


def test_a_prescription_in_two_places_is_moved_as_one() -> None:
    other = "[clinic]\nroom = 3 # upstairs\n"
    dose = "# thrice\n[prescription.dose]\nreps = 3\n"
    text = parted(HEAD, HUG, other, dose, SPHINX)
    assert edited(text, lambda p: edits.move(p, "hug", 1)) == parted(HEAD, SPHINX, HUG + dose, other)


ARRAY = head("""\
    prescription = [ # all of them

      # on the back

      # the roll
      { id = "roll", exercise = "a", variant = "x" }, # slowly
      { id = "hug", exercise = "b", variant = "x", dose = { hold = 3_0 } },
      # the last
      { id = "sphinx", exercise = "c", variant = "x" } # on the front
    ]
    [slots]
    noon = 12:00
    """)
ROLL_LINE = '  # the roll\n  { id = "roll", exercise = "a", variant = "x" }, # slowly\n'
HUG_LINE = '  { id = "hug", exercise = "b", variant = "x", dose = { hold = 3_0 } },\n'
SPHINX_LINE = '  # the last\n  { id = "sphinx", exercise = "c", variant = "x" } # on the front\n'
NEW_LINE = (
    '  { id = "new", exercise = "bridge", variant = "repeat", side = "left", '
    'dose = { reps = "8-10" }, when = { noon = "fri" } },\n'
)


def test_members_of_an_array_keep_their_lines() -> None:
    assert edited(ARRAY, lambda p: edits.step_number(p, "hug", "hold", 1)) == put(ARRAY, "3_0", "35")
    assert edited(ARRAY, lambda p: edits.remove(p, "roll")) == put(ARRAY, ROLL_LINE, "")
    assert edited(ARRAY, lambda p: edits.move(p, "hug", -1)) == put(ARRAY, ROLL_LINE + HUG_LINE, HUG_LINE + ROLL_LINE)
    assert edited(ARRAY, lambda p: edits.add(p, NEW, "roll")) == put(ARRAY, ROLL_LINE, ROLL_LINE + NEW_LINE)


def test_commas_follow_when_the_last_member_of_an_array_changes() -> None:
    with_comma = SPHINX_LINE.replace("} #", "}, #")
    last_hug = HUG_LINE.replace(" },\n", " }\n")
    assert edited(ARRAY, lambda p: edits.remove(p, "sphinx")) == put(ARRAY, HUG_LINE + SPHINX_LINE, last_hug)
    assert edited(ARRAY, lambda p: edits.move(p, "sphinx", -1)) == put(
        ARRAY, HUG_LINE + SPHINX_LINE, with_comma + last_hug
    )
    assert edited(ARRAY, lambda p: edits.add(p, NEW)) == put(
        ARRAY, SPHINX_LINE, with_comma + NEW_LINE.replace(" },\n", " }\n")
    )


def test_an_array_within_a_line() -> None:
    a, b = '{ id = "a", exercise = "a", variant = "x" }', '{id="b", exercise="b", variant="x"}'
    text = head(f"prescription = [{a}, {b}] # two\n")
    assert edited(text, lambda p: edits.move(p, "b", -1)) == head(f"prescription = [{b}, {a}] # two\n")
    assert edited(text, lambda p: edits.remove(p, "a")) == head(f"prescription = [{b}] # two\n")
    assert edited(text, lambda p: edits.remove(p, "b")) == head(f"prescription = [{a}] # two\n")
    assert edited(text, lambda p: edits.remove(p, ["a", "b"])) == head("prescription = [] # two\n")
    assert edited(text, lambda p: edits.set_side(p, "b", Side.LEFT)) == put(text, '"x"}', '"x", side="left"}')


def test_an_empty_array_makes_room_for_tables() -> None:
    text = HEAD.replace("\n[slots]", "prescription = [] # none yet\n\n[slots]")
    expected = parted(HEAD.replace("\n[slots]", "# none yet\n\n[slots]"), NEW_LINES)
    assert edited(text, lambda p: edits.add(p, NEW)) == expected


def test_an_array_that_cannot_be_followed_is_written_anew_and_said() -> None:
    members = '{ exercise = "a", variant = "x" }\n, { exercise = "b", variant = "x" }'
    text = head(f"prescription = [\n{members}\n]\n")
    before = plan_of(text)
    after: Plan = edits.move(before, "b-1", -1)
    result = rewrite(text, before, after)
    assert result.whole
    assert result.reason == "the prescriptions stand in an array with commas at the beginning of lines"
    assert plan_of(result.text) == after
