"""The library and the plan of a command line."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless.parsing import KnownArguments, Parser

if TYPE_CHECKING:
    from planner.files.plan_file import PlanFile
    from planner.model import Library


def library_argument(parser: KnownArguments) -> None:
    """Declare `--library`."""
    parser.add_argument(
        "--library",
        action="append",
        type=Path,
        default=[],
        metavar="LIBRARY",
        help="an exercise library of your own (TOML); may be given more than once",
    )


def plan_argument(parser: Parser, name: str = "plan", what: str = "a plan file (TOML)") -> None:
    """Declare a plan file, and the libraries that it is read with."""
    parser.add_argument(name, type=Path, metavar=name.upper(), help=what)


def load(libraries: Sequence[Path]) -> "Library":
    """The built-in library with those of the user and those that were named. Raises FileProblems.

    Unlike the screens, a script is not to go on with a library missing: all of them must be usable.
    """
    from planner.files.first_time import FirstTime
    from planner.files.libraries import open_libraries
    from planner.files.locations import library_files, locate
    from planner.headless.progress import reading_line

    places = locate()
    with reading_line(sys.stderr) as progress:
        return open_libraries((), [*library_files(places), *libraries], places, FirstTime(progress)).library


def open_plan(path: Path, library: "Library") -> "PlanFile":
    """A plan file, to be looked at. Raises FileProblems."""
    from planner.files.plan_file import open_plan_file

    return open_plan_file(path, library, read_only=True)


def opened(options: argparse.Namespace) -> "tuple[PlanFile, Library]":
    """The plan and the library of a command line. Raises FileProblems."""
    library = load(options.library)
    return open_plan(options.plan, library), library
