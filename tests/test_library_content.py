"""The built-in library gives each number and each blank of its two leaflets, and the ways to do every exercise."""

import re

import pytest

from planner.model.amounts import Amount, parse_amount
from planner.model.library import Guidance, VariantReference
from planner.model.terms import Action, Count, HoldUnit, Side, SideRule, Sides, StartingPosition
from tests.built_in_library import (
    CAMDEN,
    LIBRARY,
    LIBRARY_FILE,
    ROUTINE,
    WAYS,
    exercise_of,
    guidance_of,
    named,
    source_of,
    steps_of,
    way_of,
)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NUMBERS = ("sets", "reps", "hold", "duration", "rest", "times_a_day", "times_a_week", "every_hours")

Numbers = dict[str, str]

# Exercise, variant, action, sides, and what each leaflet says of it. A number that is not here is blank in the leaflet,
# and a leaflet that is not here does not speak of the variant.
ROWS: tuple[tuple[str, str, Action, Sides, dict[str, Numbers]], ...] = (
    (
        "back-extension-standing",
        "hold",
        Action.HOLD,
        Sides.NONE,
        {CAMDEN: {"hold": "1-2", "reps": "10"}, ROUTINE: {"hold": "10", "reps": "10"}},
    ),
    ("back-extension-elbows", "hold", Action.HOLD, Sides.NONE, {CAMDEN: {"hold": "30"}}),
    ("back-extension-elbows", "repeat", Action.REPEAT, Sides.NONE, {CAMDEN: {}}),
    ("knee-roll", "repeat-both-sides", Action.REPEAT, Sides.BOTH, {CAMDEN: {}}),
    ("knee-roll", "hold-one-side", Action.HOLD, Sides.ONE, {CAMDEN: {"hold": "at least 30"}}),
    (
        "knee-roll",
        "hold-both-sides",
        Action.HOLD,
        Sides.BOTH,
        {ROUTINE: {"hold": "10", "reps": "8", "count": "each-side", "times_a_day": "2"}},
    ),
    (
        "knee-roll",
        "hold-both-sides-stronger",
        Action.HOLD,
        Sides.BOTH,
        {ROUTINE: {"hold": "20", "reps": "3", "count": "each-side", "times_a_day": "2"}},
    ),
    (
        "single-knee-hug",
        "hold-both-sides",
        Action.HOLD,
        Sides.BOTH,
        {
            CAMDEN: {"hold": "5-10", "reps": "10-15", "count": "pair"},
            ROUTINE: {"hold": "10", "reps": "10", "count": "each-side", "times_a_day": "2"},
        },
    ),
    ("double-knee-hug", "hold", Action.HOLD, Sides.NONE, {CAMDEN: {"hold": "5-10"}}),
    ("double-knee-hug", "rock", Action.ROCK, Sides.NONE, {ROUTINE: {"duration": "30", "times_a_day": "2"}}),
    ("forward-bend-standing", "hold", Action.HOLD, Sides.NONE, {ROUTINE: {"hold": "10", "reps": "10"}}),
    (
        "side-bend-standing",
        "hold-both-sides",
        Action.HOLD,
        Sides.BOTH,
        {ROUTINE: {"hold": "10", "reps": "10", "count": "each-side"}},
    ),
    ("general-activity", "walking", Action.ACTIVITY, Sides.NONE, {CAMDEN: {}}),
    ("general-activity", "swimming", Action.ACTIVITY, Sides.NONE, {CAMDEN: {}}),
)


def _numbers(guidance: Guidance) -> Numbers:
    said: Numbers = {}
    for name in NUMBERS:
        amount: Amount | None = getattr(guidance, name)
        if amount is not None:
            said[name] = str(amount)
    if guidance.count is not None:
        said["count"] = guidance.count.value
    return said


# ── Numbers ──


@pytest.mark.parametrize(
    ("exercise", "variant", "action", "sides", "said"), ROWS, ids=[f"{row[0]}/{row[1]}" for row in ROWS]
)
def test_every_number_and_every_blank_of_the_leaflets(
    exercise: str, variant: str, action: Action, sides: Sides, said: dict[str, Numbers]
) -> None:
    _, way = way_of(exercise, variant)

    assert way.action is action
    assert way.sides is sides
    assert {guidance.source: _numbers(guidance) for guidance in way.guidance} == said


def test_it_holds_these_ways_and_no_others() -> None:
    assert sorted(map(named, WAYS)) == sorted(f"{row[0]}/{row[1]}" for row in ROWS)


def test_no_source_gives_two_doses_for_one_way() -> None:
    for exercise, variant in WAYS:
        sources = [guidance.source for guidance in variant.guidance]
        assert len(sources) == len(set(sources)), f"{exercise.id}/{variant.id}"


def test_holds_are_counted_in_seconds() -> None:
    units = {guidance.hold_unit for _, variant in WAYS for guidance in variant.guidance}

    assert units == {HoldUnit.SECONDS}


def test_only_the_routine_says_for_how_many_weeks() -> None:
    assert source_of(ROUTINE).weeks == parse_amount("6-8")
    assert source_of(CAMDEN).weeks is None


@pytest.mark.parametrize("source", [CAMDEN, ROUTINE])
def test_neither_leaflet_says_how_often_a_day_for_all_of_its_exercises(source: str) -> None:
    assert source_of(source).times_a_day is None


def test_what_one_knee_hug_is_differs_between_the_leaflets_and_is_explained() -> None:
    camden = guidance_of("single-knee-hug", "hold-both-sides", CAMDEN)
    routine = guidance_of("single-knee-hug", "hold-both-sides", ROUTINE)

    assert camden.count is Count.PAIR
    assert any("count as one" in note for note in camden.notes)
    assert routine.count is Count.EACH_SIDE


# ── Ways of doing it ──


@pytest.mark.parametrize(
    ("exercise", "position"),
    [
        ("back-extension-standing", StartingPosition.STANDING),
        ("forward-bend-standing", StartingPosition.STANDING),
        ("side-bend-standing", StartingPosition.STANDING),
        ("general-activity", StartingPosition.STANDING),
        ("single-knee-hug", StartingPosition.SUPINE),
        ("double-knee-hug", StartingPosition.SUPINE),
        ("knee-roll", StartingPosition.CROOK_LYING),
        ("back-extension-elbows", StartingPosition.PRONE),
    ],
)
def test_starting_positions(exercise: str, position: StartingPosition) -> None:
    assert exercise_of(exercise).position is position


def test_exercises_come_grouped_by_starting_position_so_that_nobody_gets_down_twice() -> None:
    order = list(StartingPosition)
    places = [order.index(exercise.position) for exercise in LIBRARY.exercises]

    assert places == sorted(places)


def test_the_one_sided_knee_roll_goes_away_from_the_pain_and_nothing_else_has_a_rule() -> None:
    rules = {named(way): way[1].side_rule for way in WAYS if way[1].side_rule is not SideRule.EITHER}

    assert rules == {"knee-roll/hold-one-side": SideRule.AWAY_FROM_PAINFUL}


@pytest.mark.parametrize(
    ("exercise", "left", "right", "each"),
    [
        ("knee-roll", "to the left", "to the right", "each way"),
        ("single-knee-hug", "left leg", "right leg", "each leg"),
        ("side-bend-standing", "to the left", "to the right", "each side"),
    ],
)
def test_sides_are_called_what_people_call_them(exercise: str, left: str, right: str, each: str) -> None:
    for variant in exercise_of(exercise).variants:
        names = variant.side_names
        assert (names.of(Side.LEFT), names.of(Side.RIGHT), names.each) == (left, right, each), variant.id


def test_the_names_of_variants_are_short_unlike_their_sisters_and_leave_the_side_to_the_side_words() -> None:
    for exercise in LIBRARY.exercises:
        names = [variant.name for variant in exercise.variants]
        assert len(names) == len(set(names)), exercise.id
        for name in names:
            assert 0 < len(name) <= 24, name
            assert not re.search(r"\b(left|right|sides?|each|both|one)\b", name), name


def test_the_stronger_stretch_is_the_only_progression() -> None:
    progressions = {named(way): way[1].progression_of for way in WAYS if way[1].progression_of is not None}

    assert progressions == {"knee-roll/hold-both-sides-stronger": VariantReference("knee-roll", "hold-both-sides")}


def test_every_progression_leads_to_another_variant_that_is_there() -> None:
    for exercise, variant in WAYS:
        easier = variant.progression_of
        if easier is not None:
            assert LIBRARY.variant(easier.exercise, easier.variant) is not None, str(easier)
            assert easier != VariantReference(exercise.id, variant.id)


@pytest.mark.parametrize(
    ("exercise", "variant", "aids"),
    [
        ("single-knee-hug", "hold-both-sides", ("towel (optional)",)),
        ("double-knee-hug", "hold", ("towel (optional)",)),
        ("knee-roll", "hold-both-sides", ("pillow",)),
    ],
)
def test_aids(exercise: str, variant: str, aids: tuple[str, ...]) -> None:
    found, way = way_of(exercise, variant)

    assert found.equipment_of(way) == aids
    assert aids[0].removesuffix(" (optional)") in steps_of(exercise, variant)


def test_nothing_else_needs_an_aid() -> None:
    needing = {named(way) for way in WAYS if way[0].equipment_of(way[1])}

    assert needing == {"single-knee-hug/hold-both-sides", "double-knee-hug/hold", "knee-roll/hold-both-sides"}


# ── The file ──


def test_every_id_is_a_slug_and_unique_where_it_is_looked_up() -> None:
    groups = [
        [exercise.id for exercise in LIBRARY.exercises],
        [source.id for source in LIBRARY.sources],
        [flag.id for flag in LIBRARY.red_flags],
        *([variant.id for variant in exercise.variants] for exercise in LIBRARY.exercises),
    ]

    for group in groups:
        assert len(group) == len(set(group)), group
        assert [identifier for identifier in group if not SLUG.fullmatch(identifier)] == []


def test_the_file_is_pleasant_to_read_and_to_copy() -> None:
    lines = LIBRARY_FILE.read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith("# ")
    # Figures are numbers, and TOML 1.0 has no line ends in inline tables.
    words = lines[: next(number for number, line in enumerate(lines) if line.startswith("[figure."))]
    assert [line for line in words if len(line) > 120] == []
    assert [line for line in lines if line != line.rstrip() or "\t" in line] == []


def test_nothing_of_the_web_page_around_the_routine_came_along() -> None:
    text = LIBRARY_FILE.read_text(encoding="utf-8").casefold()

    assert [word for word in ("drug", "germany", "hernia", "symptom checker", "neurologist") if word in text] == []
