import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from planner.model import Action, Exercise, Side, Sides, StartingPosition
from planner.planning.naming import cells, cut, prescription_title, short_title, source_name, variant_title
from tests.planning.examples import (
    CAMDEN,
    EXTENSION,
    KNEE_HUG,
    KNEE_ROLL,
    LIBRARY,
    ROLL,
    ROUTINE,
    hug,
    roll,
    stranger,
    variant,
)


def test_a_title_says_what_tells_a_variant_from_its_sisters() -> None:
    held, pillow, _ = KNEE_ROLL.variants
    assert variant_title(KNEE_ROLL, held, Side.RIGHT) == "Knee roll, held, to the right"
    assert variant_title(KNEE_ROLL, held, None) == "Knee roll, held, one side"
    assert variant_title(KNEE_ROLL, pillow, None) == "Knee roll, held, with a pillow"
    assert variant_title(EXTENSION, EXTENSION.variants[1], None) == "Back extension on elbows, repeated"


def test_an_exercise_with_one_way_needs_only_its_name() -> None:
    assert variant_title(KNEE_HUG, KNEE_HUG.variants[0], None) == "Single knee hug"
    assert variant_title(KNEE_HUG, KNEE_HUG.variants[0], Side.LEFT) == "Single knee hug, left leg"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("held, to one side", "Turn, held, to the left"),
        ("held to one side only, slowly", "Turn, held, slowly, to the left"),
        ("held, away from the painful side", "Turn, held, to the left"),
        ("", "Turn, held, to the left"),
    ],
)
def test_the_side_takes_the_place_of_words_about_sides(name: str, title: str) -> None:
    one = variant(Action.HOLD, Sides.ONE, name=name, names=ROLL)
    exercise = Exercise("turn", "Turn", StartingPosition.SITTING, (one, variant(Action.REPEAT)))
    assert variant_title(exercise, one, Side.LEFT) == title


def test_what_the_library_does_not_have_is_named_by_its_id() -> None:
    assert prescription_title(LIBRARY, stranger()) == "neck-turn, hold (not in the library)"
    unknown_way = evolve(hug(), variant="swing")
    assert prescription_title(LIBRARY, unknown_way) == "Single knee hug, swing (not in the library)"
    assert prescription_title(LIBRARY, roll()) == "Knee roll, held, to the right"


def test_a_short_title_keeps_the_exercise_and_the_side_longest() -> None:
    titles = [short_title(LIBRARY, roll(), width) for width in (29, 28, 23, 22, 21, 8)]
    assert titles == [
        "Knee roll, held, to the right",
        "Knee roll, to the right",
        "Knee roll, to the right",
        "Knee ro…, to the right",
        "Knee roll",
        "Knee ro…",
    ]


def test_a_source_is_named_shortly() -> None:
    assert source_name(CAMDEN) == "Camden MSK"
    assert source_name(ROUTINE) == "Lower Back Stretches"
    assert source_name(None, "gone") == "gone"


@given(st.text(), st.integers(0, 12))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert cells(text) > width or cut(text, width) == text


def test_wide_characters_take_two_cells() -> None:
    assert cells("膝ab") == 4
    assert cut("膝膝膝", 4) == "膝…"
