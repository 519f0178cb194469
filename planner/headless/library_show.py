"""`planner library show`: everything that the library says of an exercise."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.headless.choosing import find_exercise
from planner.headless.exits import Exit
from planner.headless.figures import figure_arguments, show_figures
from planner.headless.loading import library_argument, load
from planner.headless.output import say
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Exercise, Library, Variant


def arguments(parser: Parser) -> None:
    """Declare the exercise."""
    told = "an exercise: its id, or a part of its name that no other has"
    parser.add_argument("exercise", metavar="EXERCISE", help=told)
    figure_arguments(parser)
    library_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print it."""
    library = load(options.library)
    exercise = find_exercise(library, options.exercise)
    if options.figure or options.animate:
        return show_figures(options, exercise, library)
    say(f"{exercise.name} ({exercise.id})")
    about = (exercise.position.plain, ", ".join(exercise.equipment))
    say(f"Start {'; you need: '.join(part for part in about if part)}.")
    if exercise.aim:
        say(exercise.aim)
    for variant in exercise.variants:
        _say_variant(exercise, variant, library)
    _section("Take care", tuple(dict.fromkeys((*exercise.precautions, *library.precautions))))
    _section("Also called", exercise.other_names)
    _section("Good to know", exercise.notes)
    _section("From", [_credit(library, source) for source in exercise.sources])
    return Exit.OK


def _say_variant(exercise: "Exercise", variant: "Variant", library: "Library") -> None:
    from planner.model import Sides
    from planner.planning.doses import guidance_line
    from planner.planning.naming import source_name
    from planner.planning.words import capitalised

    say()
    rule = f", {variant.side_rule.plain}" if variant.sides is Sides.ONE else ""
    say(f"{capitalised(variant.name)}{rule} ({exercise.id}/{variant.id})")
    if variant.progression_of is not None:
        say(f"Harder than: {variant.progression_of}", "  ")
    equipment = [item for item in variant.equipment if item not in exercise.equipment]
    if equipment:
        say(f"With: {', '.join(equipment)}", "  ")
    for guidance in variant.guidance:
        source = library.source(guidance.source)
        name = source_name(source, guidance.source)
        say(f"{name} ({guidance.source}): {guidance_line(guidance, variant, source)}", "  ", "    ")
        for text in guidance.notes:
            say(text, "    ")
    for number, step in enumerate(exercise.steps_of(variant), 1):
        say(step, f"  {number}. ")
    for text in variant.precautions:
        say(f"Take care: {text}", "  ", "    ")


def _section(title: str, texts: Sequence[str]) -> None:
    if texts:
        say()
        say(f"{title}:")
        for text in texts:
            say(text, "  - ")


def _credit(library: "Library", identifier: str) -> str:
    source = library.source(identifier)
    if source is None:
        return identifier
    return ", ".join(part for part in (source.title, source.author, source.publisher, str(source.year or "")) if part)
