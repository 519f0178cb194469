"""`planner toggle`: due, or not due any more, at a time of a day."""

import argparse
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.changing import all_argument, change_arguments, change_plan, chosen_rows, row_arguments
from planner.headless.choosing import find_slot
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan


def arguments(parser: Parser) -> None:
    """Declare the rows, the days and the times."""
    change_arguments(parser)
    row_arguments(parser, "*")
    all_argument(parser)
    parser.add_argument(
        "--day", required=True, type=values.days, metavar="DAYS", help="the days: wed, mon-fri, weekend, daily"
    )
    parser.add_argument(
        "--slot",
        required=True,
        action="append",
        default=[],
        metavar="SLOT",
        help="the time of the day: morning; may be given more than once",
    )
    parser.epilog = (
        "Several rows are made due together, unless all of them are due: then none is any more.\n"
        "To say just when something is due, whatever was before: planner set PLAN ROW --when SLOT=DAYS\n\n"
        "example:\n  planner toggle back.toml knee-roll-1 --slot evening --day wed"
    )


def run(options: argparse.Namespace) -> int:
    """Toggle each time of each day."""

    def change(plan: "Plan", library: "Library") -> "Plan":
        from planner.planning import edits

        rows = chosen_rows(options, plan, library)
        for slot in dict.fromkeys(find_slot(plan, name) for name in options.slot):
            for day in sorted(options.day):
                plan = edits.toggle(plan, rows, slot, day)
        return plan

    return change_plan(options, change)
