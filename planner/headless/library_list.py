"""`planner library list`: exercises, found as the search of the Library finds them."""

import argparse
from typing import TYPE_CHECKING

from planner.headless.choosing import find_source
from planner.headless.exits import Exit
from planner.headless.loading import library_argument, load
from planner.headless.output import note, print_json, print_lines, say
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Exercise, Library
    from planner.planning.search import Filters

NO_EQUIPMENT = "none"
POSITIONS = ("standing", "sitting", "supine", "crook-lying", "side-lying", "prone", "four-point-kneeling")


def arguments(parser: Parser) -> None:
    """Declare the search and the filters."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="what to search for; everything where nothing is said")
    parser.add_argument("--position", choices=POSITIONS, help="the starting position")
    parser.add_argument("--action", choices=("hold", "repeat", "rock", "activity"), help="what is done")
    parser.add_argument("--sides", choices=("none", "one", "both"), help="the sides that are worked")
    parser.add_argument("--source", metavar="LEAFLET", help="only what this leaflet speaks of")

    parser.add_argument("--equipment", metavar="THING", help=f"what is needed: towel; {NO_EQUIPMENT} for nothing")
    parser.add_argument("--ids", action="store_true", help="the ids alone, one in a line")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text where nothing is said")
    library_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found, the best match first; without a search by starting position."""
    from planner.planning.search import index_of, search

    library = load(options.library)
    hits = search(index_of(library), " ".join(options.words), _filters(library, options))
    found = [exercise for hit in hits if (exercise := library.exercise(hit.exercise)) is not None]
    if options.format == "json":
        print_json({"format": 1, "exercises": [_json(exercise) for exercise in found]})
    elif options.ids:
        print_lines(exercise.id for exercise in found)
    else:
        _print(found, grouped=not options.words)
    if not found:
        note("Nothing was found.")
    return Exit.OK


def _filters(library: "Library", options: argparse.Namespace) -> "Filters":
    from planner.model import Action, Sides, StartingPosition
    from planner.planning.search import NOTHING_NEEDED, Filters

    equipment = NOTHING_NEEDED if options.equipment == NO_EQUIPMENT else options.equipment
    return Filters(
        position=StartingPosition(options.position) if options.position else None,
        action=Action(options.action) if options.action else None,
        sides=Sides(options.sides) if options.sides else None,
        source=find_source(library, options.source).id if options.source else None,
        equipment=equipment,
    )


def _print(found: "list[Exercise]", *, grouped: bool) -> None:
    from planner.planning.words import capitalised

    position = None
    for exercise in found:
        if grouped and exercise.position is not position:
            say(("\n" if position else "") + capitalised(exercise.position.plain))
            position = exercise.position
        where = "" if grouped else f", {exercise.position.plain}"
        say(f"{exercise.name} ({exercise.id}){where}", "  " if grouped else "")
        ways = ", ".join(f"{variant.name} ({variant.id})" for variant in exercise.variants)
        say(ways, "      " if grouped else "    ")


def _json(exercise: "Exercise") -> dict[str, object]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "position": exercise.position,
        "variants": [
            {"id": item.id, "name": item.name, "action": item.action, "sides": item.sides} for item in exercise.variants
        ],
        "equipment": list(exercise.equipment),
        "sources": list(exercise.sources),
    }
