"""Which side to work. Never guessed in silence: either it follows from the painful side and says so, or it is asked."""

from typing import NamedTuple

from planner.model import Library, PainfulSide, Plan, Prescription, Side, SideRule, Sides, Variant

_WHAT_HURTS = {
    None: "Nobody has said which side hurts",
    PainfulSide.BOTH: "Both sides hurt",
    PainfulSide.NONE: "Neither side hurts",
}


class SideChoice(NamedTuple):
    """The side that follows from the painful side, or that nothing follows and someone has to decide."""

    side: Side | None
    reason: str
    """Why, or what to decide, in words for the screen."""
    asks: bool
    """Whether someone has to decide."""


def choose_side(variant: Variant, painful_side: PainfulSide | None) -> SideChoice:
    """The side for a variant, from what the person said of their pain.

    Only a one-sided variant has one; a variant that works both sides does each in turn until someone restricts it.
    """
    names = variant.side_names
    if variant.sides is Sides.NONE:
        return SideChoice(None, "no left or right", asks=False)
    if variant.sides is Sides.BOTH:
        return SideChoice(None, f"{names.each}, in turn", asks=False)
    side = _side_for(variant.side_rule, painful_side)
    if side is not None and painful_side is not None:
        return SideChoice(side, f"{painful_side.plain} → {names.of(side)}", asks=False)
    decide = f"decide: {names.left} or {names.right}"
    if variant.side_rule is SideRule.EITHER:
        return SideChoice(None, f"One side only; {decide}.", asks=True)
    hurts = _WHAT_HURTS.get(painful_side, "")
    return SideChoice(None, f"{hurts}, and this one goes {variant.side_rule.plain}; {decide}.", asks=True)


def sides_to_review(plan: Plan, library: Library) -> tuple[Prescription, ...]:
    """The one-sided prescriptions whose side is not the one that follows from the painful side now.

    Those without a side are among them where one follows. Nothing is changed: what to do about it is for the person
    to say.
    """
    return tuple(item for item in plan.prescriptions if _differs(item, plan, library))


def _differs(prescription: Prescription, plan: Plan, library: Library) -> bool:
    found = library.variant(prescription.exercise, prescription.variant)
    if found is None:
        return False
    choice = choose_side(found[1], plan.painful_side)
    return choice.side is not None and prescription.side is not choice.side


def _side_for(rule: SideRule, painful_side: PainfulSide | None) -> Side | None:
    """The side that the rule gives; `None` where there is no rule or not just one painful side."""
    if rule is SideRule.EITHER or painful_side not in (PainfulSide.LEFT, PainfulSide.RIGHT):
        return None
    painful = Side(painful_side.value)
    return painful.other if rule is SideRule.AWAY_FROM_PAINFUL else painful
