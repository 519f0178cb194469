"""Rules on what the library knows: rows that it does not have, and harder ways without the easier one."""

from collections.abc import Iterable

from planner.planning.checks.findings import OWN_RULE, Finding, Found, Severity
from planner.planning.checks.subject import Subject
from planner.planning.naming import source_name, variant_title


def exercise_not_in_library(subject: Subject) -> Found:
    """A row whose exercise or variant the library does not have: nothing else about it can be checked."""
    for row in subject.rows:
        item = row.prescription
        if row.exercise is None:
            meant = _nearest(item.exercise, subject.library.identifiers)
            sentence = f'The exercise "{item.exercise}" is not in the library{meant} The row is kept as it is.'
        elif row.variant is None:
            meant = _nearest(item.variant, (variant.id for variant in row.exercise.variants))
            sentence = f'{row.exercise.name}: the variant "{item.variant}" is not in the library{meant}'
        else:
            continue
        yield Finding("exercise-not-in-library", Severity.IMPORTANT, sentence, OWN_RULE, row.id)


def source_not_in_library(subject: Subject) -> Found:
    """A row whose dose is said to come from a source that the library does not have, or that has none for this way."""
    for row in subject.rows:
        named = row.prescription.guidance
        if row.variant is None or named is None or row.advice:
            continue
        source = subject.library.source(named)
        if source:
            sentence = f"{row.title}: {source_name(source)}, named as the source of its dose, gives none for this way."
        else:
            meant = _nearest(named, (known.id for known in subject.library.sources))
            sentence = f'{row.title}: the source "{named}" is not in the library{meant}'
        yield Finding("source-not-in-library", Severity.GOOD_TO_KNOW, sentence, OWN_RULE, row.id)


def progression_without_base(subject: Subject) -> Found:
    """A harder way of an exercise in a plan that does not have the easier one it builds on."""
    ways = {(row.prescription.exercise, row.prescription.variant) for row in subject.rows}
    for row in subject.rows:
        easier = row.variant.progression_of if row.variant else None
        if easier is None or (easier.exercise, easier.variant) in ways:
            continue
        found = subject.library.variant(easier.exercise, easier.variant)
        name = variant_title(*found, None) if found else str(easier)
        sentence = f"{row.title}: the harder way of “{name}”, which is not in this plan; begin with the easier one."
        yield Finding("progression-without-base", Severity.WORTH_CHECKING, sentence, row.sources, row.id)


def _nearest(identifier: str, known: Iterable[str]) -> str:
    """The end of a sentence on an unknown id: a known one that looks like it, or just a full stop."""
    # Needed only for a slip of the pen, and dear to import at every start.
    from difflib import get_close_matches

    near = get_close_matches(identifier, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else "."
