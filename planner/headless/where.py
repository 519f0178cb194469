"""`planner where`: every place on the disk that the program uses by itself."""

import argparse

from planner.headless.exits import Exit, Stop
from planner.headless.output import print_json, print_lines
from planner.headless.parsing import Parser

PLACES = {
    "config": "config",
    "settings": "settings",
    "libraries": "libraries",
    "state": "state",
    "drafts": "journals",
    "locks": "locks",
    "crashes": "crashes",
    "recent": "recent",
    "cache": "cache",
}
"""What each place is called here, and in `Locations`; the built-in library comes last."""
NAMES = (*PLACES, "library")


def arguments(parser: Parser) -> None:
    """Declare the one place that is asked for."""
    parser.add_argument("place", nargs="?", choices=NAMES, metavar="PLACE", help=f"only one of: {', '.join(NAMES)}")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text where nothing is said")
    parser.epilog = "Nothing of it is made by asking. Places that are not there yet are made when they are needed."


def run(options: argparse.Namespace) -> int:
    """Print the paths."""
    places = _places()
    if options.place:
        if places[options.place] is None:
            raise Stop(f"There is no place for this: {options.place}.", Exit.NOT_WRITTEN)
        places = {options.place: places[options.place]}
    if options.format == "json":
        print_json(places)
    elif options.place:
        print_lines(path for path in places.values() if path is not None)
    else:
        longest = max(map(len, places))
        print_lines(f"{name:<{longest}}  {path or 'nowhere'}" for name, path in places.items())
    return Exit.OK


def _places() -> dict[str, str | None]:
    from planner.files.library_reading import builtin_library_path
    from planner.files.locations import locate

    located = locate()
    found = {name: getattr(located, attribute) for name, attribute in PLACES.items()}
    return {name: str(path) if path else None for name, path in {**found, "library": builtin_library_path()}.items()}
