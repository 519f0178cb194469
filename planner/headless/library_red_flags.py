"""`planner library red-flags`: the questions to answer before anyone exercises."""

import argparse

from planner.headless.exits import Exit
from planner.headless.loading import library_argument, load
from planner.headless.output import say
from planner.headless.parsing import Parser


def arguments(parser: Parser) -> None:
    """Declare the libraries."""
    library_argument(parser)
    parser.epilog = "When they are answered: planner set PLAN --safety-checked today"


def run(options: argparse.Namespace) -> int:
    """Print them."""
    library = load(options.library)
    if library.red_flags:
        say("See a doctor before you exercise if you answer yes to any of these:")
    for number, flag in enumerate(library.red_flags, 1):
        say(flag.question, f"{number}. ")
    return Exit.OK
