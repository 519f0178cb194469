"""Rules on the side that is worked: not set, the wrong one, the other one forgotten."""

from attrs import evolve

from planner.model import Side, Sides, Variant
from planner.planning.checks.findings import OWN_RULE, Finding, Found, Severity
from planner.planning.checks.subject import Row, Subject
from planner.planning.sides import choose_side
from planner.planning.words import capitalised


def side_not_set(subject: Subject) -> Found:
    """A one-sided way for which nobody has said the side. It is never guessed; the finding says what would follow."""
    for row in subject.rows:
        if row.variant is None or row.variant.sides is not Sides.ONE or row.prescription.side is not None:
            continue
        reason = choose_side(row.variant, subject.plan.painful_side).reason.rstrip(".")
        sentence = f"{row.title}: the side is not set. {capitalised(reason)}."
        yield Finding("side-not-set", Severity.IMPORTANT, sentence, row.sources, row.id)


def side_against_rule(subject: Subject) -> Found:
    """A side that contradicts the leaflet: towards the painful side where it says away from it, or the other way."""
    painful = subject.plan.painful_side
    for row in subject.rows:
        side = row.prescription.side
        if row.variant is None or row.variant.sides is Sides.NONE or side is None or painful is None:
            continue
        right = choose_side(evolve(row.variant, sides=Sides.ONE), painful).side
        if right is None or right is side:
            continue
        sentence = (
            f"{row.title}: with the {painful} side painful this one goes {row.variant.side_rule.plain}, "
            f"{row.variant.side_names.of(right)}."
        )
        yield Finding("side-against-rule", Severity.IMPORTANT, sentence, row.sources, row.id)


def other_side_missing(subject: Subject) -> Found:
    """A way for both sides that is restricted to one, with nothing planned for the other.

    It may be meant, because one side hurts. What is planned for the other on other days will do.
    """
    worked = {_side_key(row, row.prescription.side) for row in subject.rows if row.due}
    for row in subject.rows:
        side = row.prescription.side
        if row.variant is None or row.variant.sides is not Sides.BOTH or side is None or not row.due:
            continue
        if worked & {_side_key(row, None), _side_key(row, side.other)}:
            continue
        names = row.variant.side_names
        sentence = f"{row.title}: nothing is planned {_for(row.variant, side.other)}; the leaflet means {names.each}."
        yield Finding("other-side-missing", Severity.WORTH_CHECKING, sentence, row.sources, row.id)


def _for(variant: Variant, side: Side) -> str:
    words = variant.side_names.of(side)
    return words if words.startswith(("to ", "on ", "for ", "with ")) else f"for the {words}"


def _side_key(row: Row, side: Side | None) -> tuple[str, str, Side | None]:
    return row.prescription.exercise, row.prescription.variant, side


def side_not_needed(subject: Subject) -> Found:
    """A side for a way that has no sides, such as bending back: it means nothing, and may hide a wrong variant."""
    for row in subject.rows:
        if row.variant is not None and row.variant.sides is Sides.NONE and row.prescription.side is not None:
            sentence = f'{row.title}: the side "{row.prescription.side}" means nothing here, as this way has no sides.'
            yield Finding("side-not-needed", Severity.GOOD_TO_KNOW, sentence, OWN_RULE, row.id)
