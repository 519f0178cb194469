"""`planner import`: a plan from a spreadsheet, from JSON or from TOML, shown before anything is written."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless.changing import locked
from planner.headless.exits import Exit, Stop
from planner.headless.loading import library_argument, load
from planner.headless.output import note, say
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.export.imported import Imported
    from planner.files.plan_file import PlanFile
    from planner.model import Library, Plan

STDIN = "-"
FORMATS = ("csv", "json", "toml")
LIMIT = 8 << 20
"""The largest file that is read, in bytes: what the readers of all three formats take."""

EPILOG = """\
Without --yes and -o nothing is written: what would change, and what the file has that a plan cannot hold, is printed.

examples:
  planner import back.csv --into back.toml          what would change
  planner import back.csv --into back.toml --yes    change it
  planner import sent.json -o back.toml             a new plan
"""


def arguments(parser: Parser) -> None:
    """Declare where from and where to."""
    told = f"a CSV, JSON or TOML file; {STDIN} is the standard input"
    parser.add_argument("source", metavar="FILE", help=told)
    parser.add_argument("--format", choices=FORMATS, help="what it is; where not said, the ending of its name tells")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--into", type=Path, metavar="PLAN", help="the plan file that is to become like it")
    target.add_argument("-o", "--output", type=Path, metavar="FILE", help="the plan file to make of it")
    parser.add_argument("--yes", action="store_true", help="with --into: change that plan")
    parser.add_argument("--force", action="store_true", help="also where the plan is open elsewhere, or is there")
    parser.add_argument("-q", "--quiet", action="store_true", help="do not say what changes")
    library_argument(parser)
    parser.epilog = EPILOG


def run(options: argparse.Namespace) -> int:
    """Read it, say what it would change, and write it where that is asked for."""
    if options.yes and options.into is None:
        raise Stop("--yes goes with --into PLAN: the plan that is to change.")
    library = load(options.library)
    imported = _read(options, library)
    if options.into is None:
        _tell(options, imported, None, library)
        if options.output:
            _make(options, imported.plan)
        else:
            note("Nothing was written. -o FILE makes a plan of it, --into PLAN compares it with one.")
        return Exit.OK
    if not options.yes:
        _tell(options, imported, _open(options.into, library, read_only=True).plan, library)
        note(f"Nothing was written. --yes changes {options.into}.")
        return Exit.OK
    with locked(options.into, force=options.force):
        _change(options, imported, library)
    return Exit.OK


def _read(options: argparse.Namespace, library: "Library") -> "Imported":
    from planner.export.importing import format_of, read_export
    from planner.files.reading import read_bytes

    form = options.format or format_of(options.source)
    if form is None:
        raise Stop(f"Say what {options.source} is: --format {', '.join(FORMATS)}.")
    data = _stdin() if options.source == STDIN else read_bytes(options.source, LIMIT)
    return read_export(form, data, "standard input" if options.source == STDIN else options.source, library)


def _stdin() -> bytes:
    """All of the standard input, one byte more than may be: the readers refuse it then."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read(LIMIT + 1)


def _tell(options: argparse.Namespace, imported: "Imported", current: "Plan | None", library: "Library") -> None:
    from planner.export.importing import preview

    if not options.quiet:
        for sentence in preview(_named(imported, current), current, library):
            say(f"{sentence[:1].upper()}{sentence[1:]}", later="  ")


def _named(imported: "Imported", current: "Plan | None") -> "Imported":
    """The same under the id of the plan at hand: it stays that plan, also for calendars."""
    from attrs import evolve

    return imported if current is None else evolve(imported, plan=evolve(imported.plan, id=current.id))


def _open(path: Path, library: "Library", *, read_only: bool = False) -> "PlanFile":
    from planner.files.plan_file import open_plan_file

    return open_plan_file(path, library, read_only=read_only)


def _make(options: argparse.Namespace, plan: "Plan") -> None:
    from planner.files.plan_file import new_plan_file
    from planner.headless.making import make

    with locked(options.output, force=options.force):
        make(new_plan_file(options.output, plan), plan, options.output, force=options.force)
    note(f"Written: {options.output}.")


def _change(options: argparse.Namespace, imported: "Imported", library: "Library") -> None:
    from planner.files.plan_saving import save_plan_file

    file = _open(options.into, library)
    saved = save_plan_file(file, _named(imported, file.plan).plan)
    _tell(options, imported, file.plan, library)
    for sentence in saved.notes:
        note(sentence)
