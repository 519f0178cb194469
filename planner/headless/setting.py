"""`planner set`: change what holds for the whole plan, or how some of its exercises are done."""

import argparse
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.changing import all_argument, change_arguments, change_plan, chosen_rows, row_arguments
from planner.headless.choosing import find_slot, find_variant
from planner.headless.dosing import NUMBERS, dose_arguments, says_anything, with_dose
from planner.headless.exits import Stop
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan

EXAMPLES = """\
examples:
  planner set back.toml --title "Acute low back" --start monday --weeks 6 --painful-side left
  planner set back.toml --slot noon=12:30 --safety-checked today
  planner set back.toml knee-roll-1 --reps 3 --hold 30+ --when "evening=mon wed fri"
  planner set back.toml 2 3 --more reps
"""
PLAN_OPTIONS = ("title", "start", "weeks", "painful_side", "safety_checked", "slot", "rename_slot", "remove_slot")


def arguments(parser: Parser) -> None:
    """Declare everything that can be set."""
    change_arguments(parser)
    row_arguments(parser, "*")
    all_argument(parser)
    course = parser.add_argument_group("the whole plan", f"A value that is {values.NOT_SET} is cleared.")
    course.add_argument("--title", type=values.text_line, metavar="TEXT", help="what the plan is called")
    course.add_argument("--start", type=values.date_or_not, metavar="DATE", help="2026-11-23, today, monday")
    course.add_argument("--weeks", type=values.weeks, metavar="NUMBER", help="how long the course lasts")
    course.add_argument(
        "--painful-side", type=values.painful_side, metavar="SIDE", help="which side hurts: left, right, both, none"
    )
    course.add_argument(
        "--safety-checked",
        type=values.date_or_not,
        metavar="DATE",
        help="the day the red-flag questions were answered: today; see planner library red-flags",
    )
    for option, kind, metavar, told in (
        ("--slot", values.slot_time, "NAME=TIME", "add a time of the day, or change its clock time: noon=12:30"),
        ("--rename-slot", values.renaming, "OLD=NEW", "give a time of the day another name"),
        ("--remove-slot", str, "NAME", "take out a time of the day, and what is due then"),
    ):
        course.add_argument(option, action="append", default=[], type=kind, metavar=metavar, help=told)
    dose_arguments(parser)
    rows = parser.add_argument_group("steps, as + and - on the screen, and other ways")
    rows.add_argument("--more", action="append", default=[], choices=tuple(NUMBERS), help="one step more of a number")
    rows.add_argument("--less", action="append", default=[], choices=tuple(NUMBERS), help="one step less of a number")
    rows.add_argument("--variant", metavar="VARIANT", help="another way of doing it, by its id or a part of its name")
    parser.epilog = EXAMPLES


def run(options: argparse.Namespace) -> int:
    """Set it. A note belongs to the rows where any are named, and to the plan otherwise."""
    about_rows = bool(options.rows or options.all)
    rows_asked = bool(says_anything(options) or options.variant or options.more or options.less)
    plan_asked = any(getattr(options, name) for name in PLAN_OPTIONS) or options.title is not None
    if not about_rows and rows_asked:
        raise Stop("Say which rows: by id, number or a part of the title, or --all.")
    if not (rows_asked or plan_asked or options.note is not None):
        raise Stop("Say what to set; planner set --help lists what there is.")

    def change(plan: "Plan", library: "Library") -> "Plan":
        rows = chosen_rows(options, plan, library) if about_rows else ()
        plan = _with_course(plan, options, note=not about_rows)
        return _with_rows(plan, library, rows, options) if about_rows else plan

    return change_plan(options, change)


def _with_course(plan: "Plan", options: argparse.Namespace, *, note: bool) -> "Plan":
    from planner.planning import edits

    if options.title is not None:
        if not options.title:
            raise Stop("A plan needs a title.")
        plan = edits.set_title(plan, options.title)
    start = options.start.value if options.start else plan.start
    weeks = options.weeks.value if options.weeks else plan.weeks
    plan = edits.set_course(plan, start, weeks)
    if options.painful_side:
        plan = edits.set_painful_side(plan, options.painful_side.value)
    if options.safety_checked:
        plan = edits.set_safety_checked(plan, options.safety_checked.value)
    if note and options.note is not None:
        plan = edits.set_note(plan, options.note)
    return _with_slots(plan, options)


def _with_slots(plan: "Plan", options: argparse.Namespace) -> "Plan":
    from planner.planning import edits

    for old, new in options.rename_slot:
        plan = edits.rename_slot(plan, find_slot(plan, old), new)
    for name in options.remove_slot:
        plan = edits.remove_slot(plan, find_slot(plan, name))
    for name, time in options.slot:
        plan = edits.set_slot_time(plan, name, time) if plan.slot(name) else edits.add_slot(plan, name, time)
    return plan


def _with_rows(plan: "Plan", library: "Library", rows: tuple[str, ...], options: argparse.Namespace) -> "Plan":
    from planner.planning import edits

    if options.variant:
        plan = _with_variant(plan, library, rows, options.variant)
    plan = with_dose(plan, library, rows, options)
    for numbers, by in ((options.more, 1), (options.less, -1)):
        for number in numbers:
            plan = edits.step_number(plan, rows, number, by)
    return plan


def _with_variant(plan: "Plan", library: "Library", rows: tuple[str, ...], word: str) -> "Plan":
    from planner.planning import edits

    for identifier in rows:
        item = plan.prescription(identifier)
        exercise = library.exercise(item.exercise) if item else None
        if item is None or exercise is None:
            raise Stop(f"The library does not have the exercise of this row: {identifier}.")
        plan = edits.change_variant(plan, library, identifier, find_variant(exercise, word).id)
    return plan
