import pytest
from attrs import evolve

from planner.model import Action, PainfulSide, Side, SideRule, Sides
from planner.planning.edits import set_painful_side
from planner.planning.sides import choose_side, sides_to_review
from tests.planning.examples import LEGS, LIBRARY, ROLL, hug, plan, roll, stranger, variant

AWAY = variant(Action.HOLD, Sides.ONE, names=ROLL, rule=SideRule.AWAY_FROM_PAINFUL)
TOWARDS = variant(Action.HOLD, Sides.ONE, names=ROLL, rule=SideRule.TOWARDS_PAINFUL)
EITHER = variant(Action.HOLD, Sides.ONE, names=LEGS)


def test_the_roll_goes_away_from_the_painful_side_and_says_why() -> None:
    choice = choose_side(AWAY, PainfulSide.LEFT)
    assert (choice.side, choice.asks) == (Side.RIGHT, False)
    assert choice.reason == "left side painful → to the right"
    assert choose_side(AWAY, PainfulSide.RIGHT).side is Side.LEFT


def test_a_rule_may_lead_towards_the_painful_side() -> None:
    assert choose_side(TOWARDS, PainfulSide.LEFT).side is Side.LEFT


@pytest.mark.parametrize("painful", [None, PainfulSide.BOTH, PainfulSide.NONE])
def test_a_side_that_does_not_follow_is_asked_and_never_guessed(painful: PainfulSide | None) -> None:
    choice = choose_side(AWAY, painful)
    assert choice.side is None
    assert choice.asks
    assert "away from the painful side" in choice.reason
    assert "to the left or to the right" in choice.reason


@pytest.mark.parametrize("painful", [None, *PainfulSide])
def test_without_a_rule_the_painful_side_decides_nothing(painful: PainfulSide | None) -> None:
    choice = choose_side(EITHER, painful)
    assert choice.side is None
    assert choice.asks
    assert "left leg or right leg" in choice.reason


@pytest.mark.parametrize("painful", [None, *PainfulSide])
def test_nothing_is_asked_where_there_is_no_side_to_choose(painful: PainfulSide | None) -> None:
    both = choose_side(variant(Action.HOLD, Sides.BOTH, names=LEGS), painful)
    none = choose_side(variant(Action.HOLD), painful)
    assert not both.asks
    assert not none.asks
    assert both.side is none.side is None
    assert both.reason == "each leg, in turn"


def test_sides_that_no_longer_fit_are_listed_and_left_alone() -> None:
    before = plan(hug(), roll("right", side=Side.RIGHT), roll("blank", side=None), stranger())
    assert sides_to_review(before, LIBRARY) == ()
    now_left = set_painful_side(before, PainfulSide.LEFT)
    assert [item.id for item in sides_to_review(now_left, LIBRARY)] == ["blank"]
    now_right = set_painful_side(before, PainfulSide.RIGHT)
    assert [item.id for item in sides_to_review(now_right, LIBRARY)] == ["right", "blank"]
    assert now_right == evolve(before, painful_side=PainfulSide.RIGHT)
