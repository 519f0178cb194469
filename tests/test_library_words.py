"""The built-in library carries over what its two leaflets say in words: steps, warnings, advice, credit."""

import pytest

from planner.model.library import AdviceKind, Exercise, Variant
from planner.model.terms import Sides
from tests.built_in_library import (
    CAMDEN,
    LIBRARY,
    ROUTINE,
    WAYS,
    advice_of,
    exercise_of,
    guidance_of,
    named,
    source_of,
    steps_of,
    way_of,
)

# ── Steps and words ──


@pytest.mark.parametrize("way", WAYS, ids=named)
def test_the_steps_of_every_way_are_short_whole_sentences_without_a_dose(way: tuple[Exercise, Variant]) -> None:
    exercise, variant = way
    steps = exercise.steps_of(variant)

    assert len(steps) >= 2
    assert len(steps) == len(set(steps))
    for step in steps:
        assert step[0].isupper(), step
        assert step.endswith("."), step
        assert len(step) <= 110, step
        assert not any(character.isdigit() for character in step), f"the dose belongs in the guidance: {step}"


@pytest.mark.parametrize(
    ("exercise", "variant", "details"),
    [
        ("back-extension-standing", "hold", ("shoulders", "knees straight", "buttocks", "lower back", "comfortable")),
        ("back-extension-elbows", "hold", ("front", "elbows", "chest gently off", "hold")),
        ("back-extension-elbows", "repeat", ("front", "elbows", "chest gently off", "do not stay")),
        ("knee-roll", "repeat-both-sides", ("right angle", "feet together", "comfortable", "middle", "other side")),
        ("knee-roll", "hold-one-side", ("right angle", "feet together", "away from the side that hurts", "only")),
        ("knee-roll", "hold-both-sides", ("arms away", "palms up", "pillow between", "head to the other", "hold")),
        (
            "knee-roll",
            "hold-both-sides-stronger",
            (
                "palms up",
                "thighs touching",
                "head to the other",
                "upper knee",
                "few inches",
                "lightly",
                "opposite hand",
            ),
        ),
        ("single-knee-hug", "hold-both-sides", ("straight, or bend", "gently", "towel around", "other leg")),
        ("double-knee-hug", "hold", ("both knees", "towel behind", "relax")),
        ("double-knee-hug", "rock", ("side to side", "to and fro", "circles", "gently")),
        ("forward-bend-standing", "hold", ("thighs", "hips", "slide", "floor", "standing")),
        ("side-bend-standing", "hold-both-sides", ("outside of your thigh", "panes of glass", "other side")),
        ("general-activity", "walking", ("walk", "build up slowly")),
        ("general-activity", "swimming", ("gently", "build up slowly")),
    ],
)
def test_the_steps_hold_every_detail_of_the_leaflets(exercise: str, variant: str, details: tuple[str, ...]) -> None:
    steps = steps_of(exercise, variant)

    assert [detail for detail in details if detail not in steps] == []


@pytest.mark.parametrize(
    "way", [way for way in WAYS if way[1].sides is Sides.BOTH], ids=lambda way: f"{way[0].id}/{way[1].id}"
)
def test_a_way_for_both_sides_takes_you_to_the_other_side(way: tuple[Exercise, Variant]) -> None:
    steps = steps_of(way[0].id, way[1].id)

    assert "other side" in steps or "other leg" in steps


def test_opposite_hand_and_upper_knee_agree_with_the_direction_of_the_roll() -> None:
    assert "left hand on the right knee if your legs lie to the left" in steps_of(
        "knee-roll", "hold-both-sides-stronger"
    )


@pytest.mark.parametrize("exercise", LIBRARY.exercises, ids=lambda exercise: exercise.id)
def test_every_exercise_has_its_words(exercise: Exercise) -> None:
    assert exercise.name
    assert exercise.aim.endswith(".")
    assert exercise.region in {"lower back", "whole body"}
    assert exercise.steps
    assert len(exercise.other_names) >= 5
    assert len(exercise.other_names) == len(set(exercise.other_names))
    assert exercise.name.casefold() not in {name.casefold() for name in exercise.other_names}
    assert exercise.precautions


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lumbar rotation", {"knee-roll"}),
        ("windscreen wipers", {"knee-roll"}),
        ("knee to chest", {"single-knee-hug", "double-knee-hug"}),
        ("cobra", {"back-extension-elbows"}),
        ("sphinx", {"back-extension-elbows"}),
        ("mckenzie", {"back-extension-standing", "back-extension-elbows"}),
        ("side flexion", {"side-bend-standing"}),
        ("toe touch", {"forward-bend-standing"}),
        ("walk", {"general-activity"}),
        ("swim", {"general-activity"}),
    ],
)
def test_other_names_find_what_people_call_it(typed: str, found: set[str]) -> None:
    matching = {
        exercise.id
        for exercise in LIBRARY.exercises
        if any(typed in name.casefold() for name in (exercise.name, *exercise.other_names))
    }

    assert matching == found


# ── Precautions, red flags, advice ──


@pytest.mark.parametrize(
    ("exercise", "variant", "word"),
    [
        ("back-extension-standing", "hold", "as far as is comfortable"),
        ("back-extension-standing", "hold", "stop at once if it hurts"),
        ("back-extension-elbows", "hold", "gently"),
        ("back-extension-elbows", "repeat", "gently"),
        ("knee-roll", "repeat-both-sides", "as far as is comfortable"),
        ("knee-roll", "hold-one-side", "as far as is comfortable"),
        ("knee-roll", "hold-one-side", "away from the side that hurts"),
        ("knee-roll", "hold-both-sides-stronger", "lightly"),
        ("single-knee-hug", "hold-both-sides", "bend that leg"),
        ("double-knee-hug", "rock", "rock gently"),
        ("general-activity", "walking", "build up slowly"),
        ("general-activity", "swimming", "build up slowly"),
    ],
)
def test_precautions_of_the_leaflets(exercise: str, variant: str, word: str) -> None:
    found, way = way_of(exercise, variant)

    assert any(word in precaution.casefold() for precaution in found.precautions_of(way))


@pytest.mark.parametrize("word", ["as far as is comfortable", "stop at once if it hurts"])
def test_comfort_and_stopping_hold_for_every_exercise(word: str) -> None:
    assert any(word in precaution.casefold() for precaution in LIBRARY.precautions)


def test_where_the_hands_go_in_the_standing_back_extension_is_told_by_leaflet() -> None:
    camden = " ".join(guidance_of("back-extension-standing", "hold", CAMDEN).notes)
    routine = " ".join(guidance_of("back-extension-standing", "hold", ROUTINE).notes)

    assert "buttocks" in camden
    assert "lower back" in routine
    assert "stop at once if it hurts" in routine


def test_five_red_flags_as_questions() -> None:
    words = {
        "genital-numbness": ("genitals", "numb"),
        "leg-sensation": ("pins and needles", "numb", "different", "legs"),
        "walking-changed": ("walking", "balance", "fall"),
        "weight-change": ("lost", "gained", "weight"),
        "night-pain": ("night", "pain"),
    }

    assert [flag.id for flag in LIBRARY.red_flags] == list(words)
    for flag in LIBRARY.red_flags:
        assert flag.question.endswith("?")
        assert flag.source == ROUTINE
        assert [word for word in words[flag.id] if word not in flag.question] == []


@pytest.mark.parametrize(
    "words",
    [
        ("severe",),
        ("no better", "two weeks"),
        ("worse", "more than two weeks", "physiotherapist"),
        ("yes", "questions"),
    ],
)
def test_when_to_see_a_doctor(words: tuple[str, ...]) -> None:
    assert any(
        "doctor" in advice.text and all(word in advice.text for word in words)
        for advice in advice_of(AdviceKind.SEE_A_DOCTOR)
    )


@pytest.mark.parametrize(
    "words", [("within two weeks", "four to six"), ("6 to 8 weeks", "coming back"), ("once or twice a day",)]
)
def test_how_long_to_go_on_and_what_to_expect(words: tuple[str, ...]) -> None:
    assert any(all(word in advice.text for word in words) for advice in advice_of(AdviceKind.COURSE))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (CAMDEN, ("Moving and exercising help",)),
        (CAMDEN, ("walk", "gentle swim", "Build up slowly")),
        (CAMDEN, ("leaflet", "information about back pain")),
        (ROUTINE, ("seldom", "serious")),
        (ROUTINE, ("mechanical", "sprain", "strain", "posture")),
        (ROUTINE, ("relieve pain", "move further")),
    ],
)
def test_general_advice(source: str, words: tuple[str, ...]) -> None:
    texts = [advice.text for advice in advice_of(AdviceKind.GENERAL) if advice.source == source]

    assert any(all(word in text for word in words) for text in texts)


# ── Sources ──


def test_who_is_behind_the_leaflets() -> None:
    camden, routine = source_of(CAMDEN), source_of(ROUTINE)

    assert (camden.publisher, camden.year) == ("Camden MSK", 2021)
    assert (routine.author, routine.year) == ("Lilly Sabri", None)
    assert any("2021 Camden MSK" in line for line in camden.credit)
    assert any("Joe Hearsey" in line for line in camden.credit)
    assert any("Eloise Jones" in line for line in camden.credit)
    assert any("Lilly Sabri, physiotherapist" in line for line in routine.credit)


def test_contacts_are_for_people_in_camden_and_say_when_they_were_printed() -> None:
    by_phone, by_way_of_a_doctor = source_of(CAMDEN).contacts

    assert "0207 871 0545" in by_phone.text
    assert "GP" in by_way_of_a_doctor.text
    assert "48 hours" in by_way_of_a_doctor.text
    for contact in (by_phone, by_way_of_a_doctor):
        assert contact.printed == 2021
        assert contact.only_for == "people in Camden"
    assert source_of(ROUTINE).contacts == ()


def test_the_routine_called_sitting_is_noted_as_done_lying_and_standing() -> None:
    for notes in (source_of(ROUTINE).notes, exercise_of("knee-roll").notes):
        assert any("sitting" in note and "lying on the back" in note for note in notes)


def test_everything_names_a_source_that_is_there() -> None:
    named = {
        *(guidance.source for _, variant in WAYS for guidance in variant.guidance),
        *(flag.source for flag in LIBRARY.red_flags),
        *(advice.source for advice in LIBRARY.advice),
    }

    assert named == {source.id for source in LIBRARY.sources} == {CAMDEN, ROUTINE}


def test_the_leaflets_meet_in_two_movements_and_are_there_side_by_side() -> None:
    shared = {exercise.id for exercise in LIBRARY.exercises if set(exercise.sources) == {CAMDEN, ROUTINE}}

    assert {"knee-roll", "single-knee-hug"} <= shared
