"""`planner move`: put exercises earlier or later in the session."""

import argparse
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.changing import change_arguments, change_plan, row_arguments
from planner.headless.choosing import find_row, find_rows
from planner.headless.exits import Stop
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan


def arguments(parser: Parser) -> None:
    """Declare the rows and where they go."""
    change_arguments(parser)
    row_arguments(parser)
    place = parser.add_mutually_exclusive_group(required=True)
    for option, where in (("--up", "earlier"), ("--down", "later")):
        told = f"so many places {where}; one where nothing else is said"
        place.add_argument(option, nargs="?", const=1, type=values.positive, metavar="PLACES", help=told)
    place.add_argument("--first", action="store_true", help="to the beginning of the plan")
    place.add_argument("--last", action="store_true", help="to the end of the plan")
    place.add_argument("--after", metavar="ROW", help="right below another row")
    place.add_argument("--before", metavar="ROW", help="right above another row")
    parser.epilog = "examples:\n  planner move back.toml knee-roll-1 --up 2\n  planner move back.toml 3 4 --after 1"


def run(options: argparse.Namespace) -> int:
    """Move them; several rows keep their order."""

    def change(plan: "Plan", library: "Library") -> "Plan":
        from planner.planning import edits

        rows = find_rows(plan, library, options.rows)
        if options.up or options.down:
            return edits.move(plan, rows, options.down or -options.up)
        others = [item for item in plan.prescriptions if item.id not in rows]
        place = 0 if options.first else len(others)
        if beside := options.after or options.before:
            row = find_row(plan, library, beside)
            if row not in others:
                raise Stop(f"A row cannot go beside itself ({row.id}).")
            place = others.index(row) + bool(options.after)
        others[place:place] = [item for item in plan.prescriptions if item.id in rows]
        return plan.with_prescriptions(others)

    return change_plan(options, change)
