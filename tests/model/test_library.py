from planner.model import Action, Exercise, Library, Side, SideNames, Sides, StartingPosition, Variant
from planner.model.terms import Count, PainfulSide, SideRule, Term
from tests.planning.examples import KNEE_ROLL, LIBRARY


def test_exercises_variants_and_sources_are_found_by_id() -> None:
    assert LIBRARY.exercise("knee-roll") is KNEE_ROLL
    assert LIBRARY.variant("knee-roll", "stronger") == (KNEE_ROLL, KNEE_ROLL.variants[2])
    assert LIBRARY.variant("knee-roll", "gone") is None
    assert LIBRARY.variant("gone", "stronger") is None
    assert LIBRARY.exercise("gone") is None
    assert LIBRARY.source("gone") is None


def test_every_way_is_told_once_in_the_order_of_the_file() -> None:
    assert [way.id for exercise, way in LIBRARY.ways() if exercise is KNEE_ROLL] == [
        "hold-one-side",
        "hold-both-sides",
        "stronger",
    ]


def test_a_variant_keeps_to_what_its_exercise_says_unless_it_says_better() -> None:
    own = Variant("a", "held", Action.HOLD, Sides.NONE, steps=("Own.",), equipment=("towel", "pillow"))
    plain = Variant("b", "repeated", Action.REPEAT, Sides.NONE, precautions=("Gently.",))
    exercise = Exercise(
        "x", "X", StartingPosition.PRONE, (own, plain), steps=("Shared.",), equipment=("towel",), precautions=("Stop.",)
    )
    assert exercise.steps_of(own) == ("Own.",)
    assert exercise.steps_of(plain) == ("Shared.",)
    assert exercise.equipment_of(own) == ("towel", "pillow")
    assert exercise.precautions_of(plain) == ("Stop.", "Gently.")


def test_the_sources_of_an_exercise_are_those_of_its_variants() -> None:
    assert KNEE_ROLL.sources == ("camden", "routine")
    assert KNEE_ROLL.variants[0].guidance_from("camden") is not None
    assert KNEE_ROLL.variants[0].guidance_from(None) is None


def test_sides_have_names_and_an_opposite() -> None:
    assert SideNames("left leg", "right leg", "each leg").of(Side.RIGHT) == "right leg"
    assert SideNames().of(Side.LEFT) == "left side"
    assert Side.LEFT.other is Side.RIGHT
    assert Side.RIGHT.other is Side.LEFT


def test_every_term_has_plain_words() -> None:
    terms: list[type[Term]] = [Action, Sides, PainfulSide, SideRule, Count, StartingPosition]
    for term in terms:
        for word in term:
            assert word.plain == word.plain.lower()
            assert "-" not in word.plain
    assert PainfulSide.LEFT.plain == "left side painful"
    assert Action.HOLD.plain == "held"
    assert Sides.NONE.plain == "no side"


def test_an_empty_library_is_a_library() -> None:
    assert list(Library("Empty", ()).ways()) == []
