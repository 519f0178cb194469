"""`planner diff`: what tells two plans apart, in doses and days."""

import argparse

from planner.headless.exits import Exit
from planner.headless.loading import library_argument, load, open_plan, plan_argument
from planner.headless.output import print_json, say
from planner.headless.parsing import Parser


def arguments(parser: Parser) -> None:
    """Declare the two plans."""
    plan_argument(parser, "before", "the plan as it was")
    plan_argument(parser, "after", "the plan as it is")
    parser.add_argument("--exit-code", action="store_true", help="end with status 1 where the plans differ")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text where nothing is said")
    library_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print the differences, one by one; nothing where there are none."""
    from planner.planning.differences import differences

    library = load(options.library)
    found = differences(open_plan(options.before, library).plan, open_plan(options.after, library).plan, library)
    if options.format == "json":
        print_json(
            {
                "format": 1,
                "differences": [
                    {"kind": item.kind, "prescription": item.prescription, "sentence": item.sentence} for item in found
                ],
            }
        )
    else:
        for item in found:
            say(item.sentence, later="  ")
    return Exit.DIFFERENT if found and options.exit_code else Exit.OK
