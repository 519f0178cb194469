"""`planner fill`: due at every time of every day, or of some days; or not due at all."""

import argparse
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.changing import all_argument, change_arguments, change_plan, chosen_rows, row_arguments
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan, Weekday


def arguments(parser: Parser) -> None:
    """Declare the rows and the days."""
    change_arguments(parser)
    row_arguments(parser, "*")
    all_argument(parser)
    parser.add_argument("--day", type=values.days, metavar="DAYS", help="only on these days: wed, mon-fri, weekend")
    parser.add_argument("--none", action="store_true", help="due at no time of these days instead of at every time")
    parser.epilog = (
        "With --day and without a row, it is about every row.\n\n"
        "examples:\n  planner fill back.toml knee-roll-1\n  planner fill back.toml --day sun --none"
    )


def run(options: argparse.Namespace) -> int:
    """Fill them, or empty them."""

    def change(plan: "Plan", library: "Library") -> "Plan":
        from planner.model import EVERY_DAY

        if options.day and not options.rows:
            options.all = True
        rows = chosen_rows(options, plan, library)
        return _filled(plan, rows, options.day or EVERY_DAY, due=not options.none)

    return change_plan(options, change)


def _filled(plan: "Plan", rows: tuple[str, ...], days: "frozenset[Weekday]", *, due: bool) -> "Plan":
    from planner.planning import edits
    from planner.planning.timetable import slot_names

    slots = [slot.name for slot in plan.slots] if due else slot_names(plan)
    for identifier in rows:
        for slot in slots:
            item = plan.prescription(identifier)
            if item is not None:
                now = item.when.days(slot)
                plan = edits.set_days(plan, identifier, slot, now | days if due else now - days)
    return plan
