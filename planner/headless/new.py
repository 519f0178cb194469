"""`planner new`: start a plan, empty, from a leaflet, or like another plan."""

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.changing import changing_options, locked
from planner.headless.choosing import find_source
from planner.headless.exits import Exit, Stop
from planner.headless.loading import load, open_plan
from planner.headless.making import make
from planner.headless.output import note, print_lines
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.files.plan_file import PlanFile
    from planner.model import Library, Plan

EXAMPLES = """\
examples:
  planner new back.toml --from camden-msk --title "Acute low back" --start monday --weeks 6 --painful-side left
  planner new client.toml --like template.toml --title "Anna B."
"""


def arguments(parser: Parser) -> None:
    """Declare the file and what the plan begins with."""
    parser.add_argument("plan", type=Path, metavar="FILE", help="the plan file to make (TOML)")
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument(
        "--from", dest="source", metavar="LEAFLET", help="with every exercise of a leaflet; see library sources"
    )
    begin.add_argument("--like", type=Path, metavar="PLAN", help="with everything that another plan has")
    parser.add_argument("--title", type=values.text_line, metavar="TEXT", help="what the plan is called")
    parser.add_argument("--start", type=values.date_or_not, metavar="DATE", help="2026-11-23, today, monday")
    parser.add_argument("--weeks", type=values.weeks, metavar="NUMBER", help="how long the course lasts")
    parser.add_argument(
        "--painful-side", type=values.painful_side, metavar="SIDE", help="which side hurts: left, right, both, none"
    )
    parser.add_argument(
        "--slot",
        action="append",
        default=[],
        type=values.slot_time,
        metavar="NAME=TIME",
        help="a time of the day: morning=08:00; may be given more than once; morning and evening where none is given",
    )
    changing_options(parser)
    parser.epilog = EXAMPLES


def run(options: argparse.Namespace) -> int:
    """Make the plan and its file."""
    library = load(options.library)
    file, plan = _like(options, library) if options.like else _fresh(options, library)
    if not options.dry_run:
        with locked(options.plan, force=options.force):
            make(file, plan, options.plan, force=options.force)
    if not options.quiet:
        made = "Would make" if options.dry_run else "Made"
        # Not wrapped: the path is to be copied.
        print_lines([f"{made} {options.plan}: {plan.title}, {_exercises(len(plan.prescriptions))}."])
    _tell_sides(plan, library)
    return Exit.OK


def _fresh(options: argparse.Namespace, library: "Library") -> "tuple[PlanFile, Plan]":
    from planner.files.plan_file import new_plan_file
    from planner.planning.starters import new_plan, starter, starter_title

    source = find_source(library, options.source).id if options.source else None
    title = options.title or (starter_title(library, source) if source else _title_of(options.plan))
    plan = new_plan(title, *(given and given.value for given in (options.start, options.weeks, options.painful_side)))
    if options.slot:
        plan = _with_slots(plan, options.slot)
    plan = starter(library, source, plan) if source else plan
    return new_plan_file(options.plan, plan), plan


def _like(options: argparse.Namespace, library: "Library") -> "tuple[PlanFile, Plan]":
    """What another plan has, under a new id, because calendars know a plan by it; its comments come along."""
    from attrs import evolve

    from planner.planning.identifiers import new_plan_id

    if options.slot:
        raise Stop("--slot does not go with --like; change the times afterwards with planner set --slot.")
    other = open_plan(options.like, library)
    given = {"start": options.start, "weeks": options.weeks, "painful_side": options.painful_side}
    plan = evolve(
        other.plan,
        id=new_plan_id(),
        title=options.title or other.plan.title,
        # Whoever follows the new plan has not answered the questions yet.
        safety_checked=None,
        **{name: value.value for name, value in given.items() if value},
    )
    return other, plan


def _with_slots(plan: "Plan", slots: "list[tuple[str, dt.time]]") -> "Plan":
    from planner.model import Slot
    from planner.planning import edits

    try:
        return edits.set_slots(plan, [Slot(name, time) for name, time in slots])
    except ValueError as error:
        raise Stop(f"--slot: {error}.") from None


def _tell_sides(plan: "Plan", library: "Library") -> None:
    """Name the rows whose side somebody has to decide: it is never guessed."""
    from planner.planning.checks import check

    rows = [item.prescription for item in check(plan, library) if item.rule == "side-not-set" and item.prescription]
    if rows:
        note(f"The side is not set for: {', '.join(rows)}. planner set PLAN ROW --side left (or right) sets it.")


def _title_of(path: Path) -> str:
    from planner.files.text import tidy

    return tidy(path.stem).replace("-", " ").replace("_", " ").strip().capitalize() or "New plan"


def _exercises(count: int) -> str:
    return "1 exercise" if count == 1 else f"{count or 'no'} exercises"
