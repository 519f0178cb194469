"""The words beside the fields of the Prescribe dialog."""

from planner.model import Count, HoldUnit, Side, Sides, Variant
from planner.planning.doses import amount_words
from planner.planning.prescribing import Draft


def side_word(variant: Variant, side: Side | None) -> str:
    """A side in the variant's own words: `to the right`, `left leg`, `each side`."""
    if side is not None:
        return f"{variant.side_names.of(side)} only" if variant.sides is Sides.BOTH else variant.side_names.of(side)
    return variant.side_names.each if variant.sides is Sides.BOTH else "not said"


def side_hint(draft: Draft) -> str:
    """What else there is to choose."""
    if draft.variant.sides is Sides.BOTH:
        return "b: one side only" if draft.side is None else "b: both sides"
    return ""


def side_reason(draft: Draft) -> str:
    """Why this side, or what there is to decide; empty where no side is chosen."""
    return draft.side_choice.reason if draft.variant.sides is Sides.ONE else ""


def count_words(variant: Variant, count: Count | None) -> str:
    """What one repetition is: `10 is 10 each side`."""
    if count is Count.ALTERNATING:
        return "10 is 10 in all, turn by turn"
    if count is Count.PAIR:
        return "10 is 10 times left and right"
    return f"10 is 10 {variant.side_names.each}"


def unit_of(number: str, hold_unit: HoldUnit) -> str:
    """The unit that stands behind a number of the dose."""
    if number == "hold" and hold_unit is not HoldUnit.SECONDS:
        return hold_unit.value
    return {"hold": "s", "duration": "s", "rest": "s"}.get(number, "")


def leaflet_word(draft: Draft, number: str) -> str:
    """What the chosen leaflet says of a number, in a few words."""
    if draft.guidance is None:
        return ""
    amount = getattr(draft.guidance, number)
    if amount is None:
        if number == "rest":
            return "between sets"
        return "" if number == "sets" else "left to you"
    said = amount_words(amount)
    unit = unit_of(number, draft.guidance.hold_unit)
    return f"leaflet: {said}{' ' + unit if unit else ''}"
