"""`planner copy-day`: make other days just like one."""

import argparse
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.changing import change_arguments, change_plan
from planner.headless.choosing import find_rows
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan


def arguments(parser: Parser) -> None:
    """Declare the days, and the rows that it is about."""
    change_arguments(parser)
    parser.add_argument("day", type=values.day, metavar="DAY", help="the day to copy: mon")
    parser.add_argument(
        "to", nargs="+", type=values.days, metavar="DAYS", help="the days to become like it: wed, tue-fri, weekend"
    )
    parser.add_argument(
        "--row", action="append", default=[], metavar="ROW", help="only for this row; may be given more than once"
    )

    parser.epilog = "example:\n  planner copy-day back.toml mon wed fri"


def run(options: argparse.Namespace) -> int:
    """Copy it."""

    def change(plan: "Plan", library: "Library") -> "Plan":
        from planner.planning import edits

        rows = find_rows(plan, library, options.row) if options.row else None
        return edits.copy_day(plan, options.day, frozenset().union(*options.to), rows)

    return change_plan(options, change)
