"""`planner export`: a sheet, a calendar, a table or a copy of a plan, for other people and programs."""

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from planner.headless import values
from planner.headless.choosing import find_slot
from planner.headless.exits import Exit, Stop
from planner.headless.loading import library_argument, opened, plan_argument
from planner.headless.output import is_terminal, note, print_bytes, width
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.export.options import FigureSvg, Options
    from planner.export.registry import Format
    from planner.export.scope import Scope
    from planner.files.plan_file import PlanFile
    from planner.model import Exercise, Library, Plan, Side, Variant

STDOUT = "-"
WITH_FIGURES = ("html", "pdf")


def arguments(parser: Parser) -> None:
    """Declare the format, what of the plan, where to, and what the formats can be told."""
    from planner.export.registry import FORMATS

    plan_argument(parser)
    parser.add_argument(
        "--to", required=True, choices=[item.id for item in FORMATS], metavar="FORMAT", help="one of those below"
    )
    told = f"the file or directory to write to; {STDOUT}, or nothing, is the standard output"
    parser.add_argument("-o", "--output", metavar="FILE", help=told)
    parser.add_argument("--force", action="store_true", help="replace a file of that name")
    parser.add_argument("--week", type=values.positive, metavar="NUMBER", help="only one week of the course, from 1")
    parser.add_argument("--day", type=values.day, metavar="DAY", help="only one day of the week: wed")
    parser.add_argument("--slot", metavar="SLOT", help="only one time of that day: morning")
    _format_arguments(parser)
    library_argument(parser)
    longest = max(len(item.id) for item in FORMATS)
    formats = "\n".join(f"  {item.id:<{longest}}  {item.title}, {item.purpose}" for item in FORMATS)
    parser.epilog = (
        f"formats:\n{formats}\n\n"
        "examples:\n  planner export back.toml --to pdf -o .\n  planner export back.toml --to text --day wed | less"
    )


def _format_arguments(parser: Parser) -> None:
    group = parser.add_argument_group("for some formats")
    group.add_argument("--paper", choices=("a4", "letter"), default="a4", help="pdf, html: the sheet; a4 if not said")
    group.add_argument("--reminder", type=_minutes, metavar="MINUTES", help="ics: remind so long before each session")
    group.add_argument("--expand", action="store_true", help="ics: an event for every session, none that repeats")
    group.add_argument("--embed-library", action="store_true", help="toml: bring the exercises along")
    group.add_argument(
        "--qr", choices=("text", "calendar"), default="text", help="qr: what it carries; text if not said"
    )
    group.add_argument("--no-qr", action="store_true", help="pdf, html: no QR code on the sheet")
    group.add_argument("--no-figures", action="store_true", help="pdf, html: no figures")


def _minutes(text: str) -> int:
    from planner.export.options import LONGEST_REMINDER

    if not (text.isascii() and text.isdecimal() and int(text[:6]) <= LONGEST_REMINDER):
        message = f'"{text}" is not a number of minutes from 0 to {LONGEST_REMINDER}'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Make it and write it."""
    from planner.export.registry import find_format, render

    wanted = find_format(options.to)
    to_stdout = options.output in (None, STDOUT)
    if to_stdout and wanted.binary and is_terminal():
        raise Stop(f"A terminal cannot show {wanted.title}; say where to with -o FILE.")
    file, library = opened(options)
    scope = _scope(file.plan, options)
    data = render(wanted.id, file.plan, library, scope, _options(file, library, options))
    if to_stdout:
        print_bytes(data)
    else:
        _write(file.plan, wanted, scope, data, options)
    return Exit.OK


def _scope(plan: "Plan", options: argparse.Namespace) -> "Scope":
    from planner.export.scope import WHOLE_COURSE, Scope

    if options.slot is not None:
        if options.day is None:
            raise Stop("--slot goes with --day: which day?")
        return Scope.of_session(options.day, find_slot(plan, options.slot), options.week)
    if options.day is not None:
        return Scope.of_day(options.day, options.week)
    return Scope.of_week(options.week) if options.week is not None else WHOLE_COURSE


def _options(file: "PlanFile", library: "Library", options: argparse.Namespace) -> "Options":
    from planner.export.options import Options, Paper, QrContent

    to_stdout = options.output in (None, STDOUT)
    size = os.get_terminal_size(sys.stdout.fileno()) if to_stdout and is_terminal() else None
    given = Options(
        today=values.today(),
        revised=_revised(file.path),
        paper=Paper(options.paper),
        reminder=options.reminder,
        expand=options.expand,
        embed_library=options.embed_library,
        qr_content=QrContent(options.qr),
        qr_on_paper=not options.no_qr,
        columns=size.columns if size else None,
        rows=size.lines if size else None,
        figure_svg=_figures(library) if options.to in WITH_FIGURES and not options.no_figures else None,
    )
    # What goes to a file does not depend on the width of a terminal.
    return evolve(given, width=width()) if to_stdout else given


def _revised(path: Path) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    except (OSError, OverflowError, ValueError):
        return None


def _figures(library: "Library") -> "FigureSvg":
    """Draws what the library has figures for."""
    from planner.figures.svg import svg
    from planner.files.figure_reading import read_figures
    from planner.model import Sides
    from planner.planning.doses import sides_worked

    figures = read_figures(library.figures)

    def draw(_exercise: "Exercise", variant: "Variant", side: "Side | None") -> str | None:
        figure = figures.get(variant.figure or "")
        sides = Sides.BOTH if sides_worked(variant, side) == 2 else Sides.ONE
        return svg(figure.for_sides(sides), side) if figure else None

    return draw


def _write(plan: "Plan", wanted: "Format", scope: "Scope", data: bytes, options: argparse.Namespace) -> None:
    """Into the file that was named, or into one that is named after the plan in the directory that was named."""
    from planner.export.writing_out import default_path, write_out

    output = Path(options.output)
    target = default_path(output, plan, wanted, scope) if output.is_dir() else output
    saved = write_out(target, data, force=options.force)
    for sentence in (f"Written: {target}.", *saved.notes):
        note(sentence)
