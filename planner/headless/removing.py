"""`planner remove`: take exercises out of a plan."""

import argparse

from planner.headless.changing import all_argument, change_arguments, change_plan, chosen_rows, row_arguments
from planner.headless.parsing import Parser


def arguments(parser: Parser) -> None:
    """Declare the rows."""
    change_arguments(parser)
    row_arguments(parser, "*")
    all_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Remove them."""
    from planner.planning import edits

    return change_plan(options, lambda plan, library: edits.remove(plan, chosen_rows(options, plan, library)))
