"""The door: reads the command line and imports only what the command needs."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner import __version__

if TYPE_CHECKING:
    from planner.files.locations import Locations
    from planner.model import Library

DESCRIPTION = "A full-screen terminal planner for home exercise programmes."
EPILOGUE = """\
Without FILE, planner shows the plans you opened last, and starts new ones from a leaflet.
With FILE, it opens that plan, or starts a new one under that name.
"""


INSTEAD = "planner --help"
"""The commands that need no terminal."""


def parser() -> argparse.ArgumentParser:
    """The options of the command that opens the planner on the screen."""
    options = argparse.ArgumentParser(
        prog="planner",
        description=DESCRIPTION,
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a plan (TOML); a new one if not there yet")
    options.add_argument(
        "--library",
        action="append",
        type=Path,
        default=[],
        metavar="LIBRARY",
        help="an exercise library of your own (TOML); may be given more than once",
    )
    options.add_argument(
        "--from",
        dest="new_from",
        metavar="LEAFLET",
        help="start a new plan from a leaflet of the library: camden-msk, lower-back-stretches",
    )
    options.add_argument("--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal")
    options.add_argument("--version", action="version", version=f"planner {__version__}")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    options = parser().parse_args(arguments)
    return _open(options)


def _open(options: argparse.Namespace) -> int:
    """Open the planner on the screen."""
    from planner.terminal import checks

    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if sentence := checks.unusable(streams, os.environ, program="planner", instead=INSTEAD):
        print(sentence, file=sys.stderr)
        return 1
    checks.settle(os.environ)
    from planner.files.library_reading import builtin_library_path, load_library
    from planner.files.locations import library_files, locate, prepare
    from planner.files.problems import FileProblems

    places = prepare(locate())
    try:
        library = load_library([builtin_library_path(), *library_files(places), *options.library])
    except FileProblems as problems:
        print(problems, file=sys.stderr)
        return 65
    source = options.new_from
    if source is not None and library.source(source) is None:
        known = ", ".join(item.id for item in library.sources)
        print(f"planner: no leaflet is called {source!r}; there are: {known}", file=sys.stderr)
        return 2
    return _run(library, places, options)


def _run(library: "Library", places: "Locations", options: argparse.Namespace) -> int:
    from planner.terminal.running import run
    from planner.tui.app import PlannerApp

    app = PlannerApp(library, places, path=options.file, source=options.new_from)
    reports = places.crashes or Path.cwd()
    return run(
        app,
        emergency=app.workspace.emergency,
        reports=reports,
        program="planner",
        version=__version__,
        mouse=options.mouse,
    )
