"""How an exercise is done: its variant, its side, and the source that its dose starts from."""

from attrs import evolve

from planner.model import Library, PainfulSide, Plan, Prescription, Side, Sides, Variant
from planner.planning.dose_facts import dose_from
from planner.planning.edits.each import Ids, change
from planner.planning.sides import choose_side


def set_side(plan: Plan, ids: Ids, side: Side | None) -> Plan:
    """The side to work; `None` is each side in turn, or not set for a one-sided variant."""
    return change(plan, ids, lambda item: evolve(item, side=side))


def change_variant(plan: Plan, library: Library, ids: Ids, variant: str) -> Plan:
    """Another way of doing the same exercise; nothing changes where the exercise has no such variant.

    A dose that is still just what the source gave becomes what the same source gives for the new variant; one that
    someone has changed is kept. The side is kept where the new variant has use for it, and otherwise follows from the
    painful side.
    """

    def switch(item: Prescription) -> Prescription:
        found = library.variant(item.exercise, variant)
        if found is None or item.variant == variant:
            return item
        old = library.variant(item.exercise, item.variant)
        before = old[1].guidance_from(item.guidance) if old else None
        guidance = found[1].guidance_from(item.guidance)
        untouched = before is not None and item.dose == dose_from(before)
        return evolve(
            item,
            variant=variant,
            guidance=guidance.source if guidance else None,
            side=_side_after(item, old[1] if old else None, found[1], plan.painful_side),
            dose=dose_from(guidance) if untouched else item.dose,
        )

    return change(plan, ids, switch)


def take_guidance(plan: Plan, library: Library, ids: Ids, source: str) -> Plan:
    """The dose as this source gives it; a prescription of whose variant it says nothing stays as it is."""

    def take(item: Prescription) -> Prescription:
        found = library.variant(item.exercise, item.variant)
        guidance = found[1].guidance_from(source) if found else None
        if guidance is None:
            return item
        return evolve(item, guidance=source, dose=evolve(dose_from(guidance), extra=item.dose.extra))

    return change(plan, ids, take)


def _side_after(item: Prescription, old: Variant | None, new: Variant, painful: PainfulSide | None) -> Side | None:
    """A both-sided variant that was restricted to one side stays so; a one-sided one opens to both."""
    if new.sides is Sides.NONE:
        return None
    if new.sides is Sides.BOTH:
        return item.side if old is not None and old.sides is Sides.BOTH else None
    return choose_side(new, painful).side or item.side
