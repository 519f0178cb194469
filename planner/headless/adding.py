"""`planner add`: prescribe an exercise of the library."""

import argparse
from typing import TYPE_CHECKING

from planner.headless.changing import change_arguments, change_plan
from planner.headless.choosing import find_exercise, find_row, find_source, find_variant
from planner.headless.dosing import dose_arguments, with_dose
from planner.headless.exits import Stop
from planner.headless.output import note
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Exercise, Library, Plan, Variant
    from planner.planning.prescribing import Draft

EXAMPLES = """\
Dose and days come from a leaflet: the one that most of the plan follows, or the one of --dose-from. What a leaflet
leaves blank stays blank. A one-sided exercise takes the side that follows from the painful side.

examples:
  planner add back.toml knee-roll/hold-one-side --reps 3
  planner add back.toml "single knee hug" --dose-from camden-msk --when morning=daily --when evening=never
"""


def arguments(parser: Parser) -> None:
    """Declare the exercise and how it is done."""
    change_arguments(parser)
    parser.add_argument(
        "exercise",
        metavar="EXERCISE[/VARIANT]",
        help="an exercise: its id, or a part of its name that no other has; and one of its ways, or the first",
    )

    place = parser.add_mutually_exclusive_group()
    place.add_argument("--after", metavar="ROW", help="below this row of the plan")
    place.add_argument("--first", action="store_true", help="before all other rows; after them where neither is said")
    dose_arguments(parser)
    parser.epilog = EXAMPLES


def run(options: argparse.Namespace) -> int:
    """Add it, and say what there is to decide."""
    told: list[str] = []

    def change(plan: "Plan", library: "Library") -> "Plan":
        draft = _draft(plan, library, options)
        after = find_row(plan, library, options.after).id if options.after else None
        from planner.planning import edits

        added = edits.add(plan, draft.prescription, after)
        identifier = edits.new_ids(plan, added)[0]
        changed = with_dose(added, library, (identifier,), options)
        told.extend(_to_decide(draft, changed, identifier, options))
        return edits.move(changed, identifier, -len(changed.prescriptions)) if options.first else changed

    status = change_plan(options, change)
    for sentence in told:
        note(sentence)
    return status


def _draft(plan: "Plan", library: "Library", options: argparse.Namespace) -> "Draft":
    from planner.planning import prescribing

    exercise, variant = _meant(library, options.exercise)
    draft = prescribing.begin(plan, library, exercise)
    if variant is not None:
        draft = prescribing.choose_variant(draft, variant)
    if options.dose_from:
        source = find_source(library, options.dose_from)
        guidance = draft.variant.guidance_from(source.id)
        if guidance is None:
            given = ", ".join(item.source for item in draft.variant.guidance) or "none"
            raise Stop(f"{source.title} gives no dose for {exercise.name}, {draft.variant.name}; there is: {given}.")
        draft = prescribing.choose_guidance(draft, guidance)
    return draft


def _meant(library: "Library", text: str) -> "tuple[Exercise, Variant | None]":
    word, slash, way = text.partition("/")
    exercise = find_exercise(library, word)
    return exercise, find_variant(exercise, way) if slash else None


def _to_decide(draft: "Draft", plan: "Plan", identifier: str, options: argparse.Namespace) -> list[str]:
    """What was chosen for the person, and what is left to them."""
    told = []
    others = [item.id for item in draft.exercise.variants if item is not draft.variant]
    if others and "/" not in options.exercise:
        way = f"{draft.exercise.id}/{draft.variant.id}"
        told.append(f"This is {way}; other ways of doing it are: {', '.join(others)}.")
    item = plan.prescription(identifier)
    if item is not None and item.side is None and draft.side_choice.asks:
        told.append(f"The side is not set. {draft.side_choice.reason}")
    return told
