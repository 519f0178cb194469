"""`planner copy`: exercises of one plan into another, or to another place of the same."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless.changing import all_argument, change_plan, changing_options, chosen_rows, row_arguments
from planner.headless.choosing import find_row
from planner.headless.loading import open_plan
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan


def arguments(parser: Parser) -> None:
    """Declare where from, what and where to."""
    parser.add_argument("source", type=Path, metavar="FROM", help="the plan file to copy from")
    row_arguments(parser, "*")
    all_argument(parser)
    parser.add_argument(
        "--to", required=True, type=Path, dest="plan", metavar="PLAN", help="the plan file to copy into"
    )
    parser.add_argument("--after", metavar="ROW", help="below this row of that plan; at its end where not said")
    changing_options(parser)
    parser.epilog = "example:\n  planner copy template.toml knee-roll-1 2 --to client.toml --after 1"


def run(options: argparse.Namespace) -> int:
    """Copy them; ids that are taken become new ones, and times that the other plan does not have are left out."""

    def change(plan: "Plan", library: "Library") -> "Plan":
        from planner.planning import edits

        source = open_plan(options.source, library).plan
        rows = chosen_rows(options, source, library)
        items = [item for item in source.prescriptions if item.id in rows]
        after = find_row(plan, library, options.after).id if options.after else None
        return edits.paste(plan, items, after)

    return change_plan(options, change)
