"""Every variant of the library has a figure, and every figure is sound."""

import pytest

from planner.model import Action, Exercise, Side, Variant
from planner.model.figure import View
from planner.planning.figure_checks import check_figure, mismatch
from tests.built_in_library import named
from tests.figures.shipped import COLLECTED, FIGURES, SHOWN_BY, WAYS, figure_of

each_way = pytest.mark.parametrize("way", WAYS, ids=named)
each_figure = pytest.mark.parametrize("name", sorted(FIGURES))


def test_nothing_is_wrong_with_the_tables() -> None:
    assert not COLLECTED.entries


@each_way
def test_every_variant_is_shown_by_its_own_figure(way: tuple[Exercise, Variant]) -> None:
    figure = figure_of(way[1])
    assert figure.id == SHOWN_BY[named(way)]
    assert mismatch(way[1], figure) is None


def test_no_figure_is_left_over() -> None:
    assert {figure_of(variant).id for _, variant in WAYS} == set(FIGURES)


@each_figure
def test_poses_are_sound(name: str) -> None:
    assert check_figure(FIGURES[name]) == ()


@each_figure
def test_held_figures_wait_for_the_dose_and_others_do_not(name: str) -> None:
    figure = FIGURES[name]
    waits = any(step.hold is None for step in figure.steps)
    assert waits == (figure.action is Action.HOLD)


@each_figure
def test_the_words_tell_the_position_and_name_the_side(name: str) -> None:
    figure = FIGURES[name]
    left, right = figure.words(Side.LEFT), figure.words(Side.RIGHT)
    assert left.startswith("Someone ")
    assert "{" not in left + right + figure.words()
    if figure.shows and figure.action is Action.HOLD:
        assert "to the left" in left or "left knee" in left
        assert left != right


@each_figure
def test_arrows_show_which_way(name: str) -> None:
    assert FIGURES[name].motions


def test_a_figure_seen_from_the_side_has_near_and_far_limbs() -> None:
    for figure in FIGURES.values():
        if figure.view is View.SIDE:
            assert figure.pair == ("near", "far")
