"""New plans: empty, or made from a leaflet."""

import datetime as dt

from attrs import evolve

from planner.model import Action, Exercise, Library, PainfulSide, Plan, Prescription, Slot, StartingPosition, Variant
from planner.planning.dates import date_words
from planner.planning.edits import add, set_title
from planner.planning.guidance import dose_from, schedule_from
from planner.planning.identifiers import new_plan_id, new_prescription_id
from planner.planning.sides import choose_side

SLOTS = (Slot("morning", dt.time(8)), Slot("evening", dt.time(20)))
"""The times of the day of a new plan: "twice a day" is what leaflets say most."""

_POSITIONS = tuple(StartingPosition)


def new_plan(
    title: str = "",
    start: dt.date | None = None,
    weeks: int | None = None,
    painful_side: PainfulSide | None = None,
    today: dt.date | None = None,
) -> Plan:
    """An empty plan, due in the morning and in the evening. Without a title it is named after today.

    What is not given stays not set: start, weeks and painful side may be skipped.
    """
    named_after = f"Plan of {date_words(today, year=True)}" if today else "New plan"
    plan = Plan(id=new_plan_id(), title="", start=start, weeks=weeks, painful_side=painful_side, slots=SLOTS)
    return set_title(plan, title if title.strip() else named_after)


def starter(library: Library, source_id: str, plan: Plan) -> Plan:
    """The plan with every exercise that a source gives guidance for, at its doses, as often a day as it says.

    Its blanks stay blank, and sides follow from the painful side or stay not set. The order is that of the starting
    positions, so that nobody gets down on the floor twice; within a position, that of the library.

    Two kinds of variants are left out, because nobody would do all of them: a progression of something in the same
    source, which is added once its base is easy, and all but the first of an exercise's activities, which are
    alternatives ("walking or gentle swimming"). A held and a repeated variant of one exercise are both in the leaflet
    and so both in the plan.
    """
    source = library.source(source_id)
    for exercise, variant in starter_ways(library, source_id):
        guidance = variant.guidance_from(source_id)
        prescription = Prescription(
            id=new_prescription_id(plan, exercise.id),
            exercise=exercise.id,
            variant=variant.id,
            guidance=source_id,
            side=choose_side(variant, plan.painful_side).side,
            dose=dose_from(guidance),
            when=schedule_from(plan, guidance, source),
        )
        plan = add(plan, prescription)
    return plan


def starter_ways(library: Library, source_id: str) -> tuple[tuple[Exercise, Variant], ...]:
    """The variants that a starter from this source has, in the order of the session."""
    exercises = library.exercises_from(source_id)
    ways = [way for exercise in exercises for way in _ways(library, exercise, source_id)]
    return tuple(sorted(ways, key=lambda way: _POSITIONS.index(way[0].position)))


def starter_size(library: Library, source_id: str) -> int:
    """How many exercises a starter from this source has."""
    from planner.planning.large_library import LargeLibrary

    if isinstance(library, LargeLibrary):
        return library.starter_sizes.get(source_id, 0)
    return len({exercise.id for exercise, _ in starter_ways(library, source_id)})


def starter_title(library: Library, source_id: str) -> str:
    """What to call a plan made from this source: its title; the id where the library does not have the source."""
    source = library.source(source_id)
    return (source.title if source else "") or source_id


def named_starter(library: Library, source_id: str, plan: Plan) -> Plan:
    """The starter, with the title of its source."""
    return starter(library, source_id, evolve(plan, title=starter_title(library, source_id)))


def _ways(library: Library, exercise: Exercise, source_id: str) -> list[tuple[Exercise, Variant]]:
    given = [variant for variant in exercise.variants if variant.guidance_from(source_id) is not None]
    variants = [variant for variant in given if not _comes_later(library, variant, source_id)]
    activities = [variant for variant in variants if variant.action is Action.ACTIVITY]
    return [(exercise, variant) for variant in variants if variant not in activities[1:]]


def _comes_later(library: Library, variant: Variant, source_id: str) -> bool:
    """Whether it is a progression of what the same source gives."""
    base = variant.progression_of
    found = library.variant(base.exercise, base.variant) if base else None
    return found is not None and found[1].guidance_from(source_id) is not None
