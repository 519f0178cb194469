"""Changing a plan file from a command: locked, saved with all that a person wrote into it, and told in plain words."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless.choosing import find_rows
from planner.headless.exits import Exit, Stop
from planner.headless.loading import library_argument, load, plan_argument
from planner.headless.output import note, say_all
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan

Change = Callable[["Plan", "Library"], "Plan"]


def change_arguments(parser: Parser) -> None:
    """Declare the plan file and the options that every command has that changes one."""
    plan_argument(parser)
    changing_options(parser)


def changing_options(parser: Parser) -> None:
    """Declare the options that every command has that writes a plan."""
    parser.add_argument("-n", "--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("-q", "--quiet", action="store_true", help="do not say what changes")
    parser.add_argument("--force", action="store_true", help="also where the plan is open in another session")
    library_argument(parser)


def row_arguments(parser: Parser, count: str = "+") -> None:
    """Declare the rows that a command is about, and `--all`."""
    told = "a row: its id, its number, or a part of its title that no other row has"
    parser.add_argument("rows", nargs=count, metavar="ROW", help=told)


def all_argument(parser: Parser) -> None:
    """Declare `--all` for commands that are about rows."""
    parser.add_argument("--all", action="store_true", help="every row of the plan")


def chosen_rows(options: argparse.Namespace, plan: "Plan", library: "Library") -> tuple[str, ...]:
    """The ids of the rows that a command line names, with `--all` of every row. Raises Stop where it names none."""
    if options.all:
        return tuple(item.id for item in plan.prescriptions)
    if not options.rows:
        raise Stop("Say which rows: by id, number or a part of the title, or --all.")
    return find_rows(plan, library, options.rows)


def change_plan(options: argparse.Namespace, change: Change) -> int:
    """Open the plan of a command line, change it and save it; returns the exit status.

    Raises Stop where another session has it open, and what reading and saving raise. ValueError of the change, whose
    text is a sentence, becomes Stop.
    """
    from planner.files.plan_file import open_plan_file
    from planner.files.plan_saving import save_plan_file

    library = load(options.library)
    if options.dry_run:
        before = open_plan_file(options.plan, library, read_only=True).plan
        tell(options, before, _changed(before, library, change), library)
        return Exit.OK
    with locked(options.plan, force=options.force):
        file = open_plan_file(options.plan, library)
        after = _changed(file.plan, library, change)
        if after != file.plan:
            saved = save_plan_file(file, after)
            for sentence in saved.notes:
                note(sentence)
    tell(options, file.plan, after, library)
    return Exit.OK


def _changed(plan: "Plan", library: "Library", change: Change) -> "Plan":
    try:
        return change(plan, library)
    except ValueError as error:
        text = str(error)
        raise Stop(f"{text[:1].upper()}{text[1:]}.") from None


def tell(options: argparse.Namespace, before: "Plan", after: "Plan", library: "Library") -> None:
    """Print what changed, in doses and days, and point at sides that may have to change as well."""
    from planner.planning.differences import differences

    sentences = [str(item) for item in differences(before, after, library)]
    if not options.quiet:
        say_all(sentences or ["Nothing to change: the plan says so already."], later="  ")
    _tell_sides(before, after, library)


def _tell_sides(before: "Plan", after: "Plan", library: "Library") -> None:
    """Which rows may be on the wrong side now that another side hurts."""
    if before.painful_side is after.painful_side:
        return
    from planner.planning.naming import prescription_title
    from planner.planning.sides import sides_to_review

    rows = sides_to_review(after, library)
    if rows:
        titles = "; ".join(f"{prescription_title(library, item)} ({item.id})" for item in rows)
        note(f"Look again at the side of: {titles}. --side follow sets what follows from the painful side.")


@contextmanager
def locked(path: Path, *, force: bool) -> Iterator[None]:
    """Hold the lock of a plan, so that no session begins with a version that is about to change.

    Raises Stop where another session has it, unless it is forced.
    """
    from planner.files.holders import Holder
    from planner.files.locations import locate, prepare
    from planner.files.locks import acquire

    held = acquire(prepare(locate()).locks, path)
    if isinstance(held, Holder):
        if not force:
            told = "Nothing was changed. With --force it is changed all the same; that session will ask what to do."
            raise Stop(f"{held.sentence()} {told}", Exit.BUSY)
        yield
        return
    if held.warning:
        note(held.warning)
    try:
        yield
    finally:
        held.release()
