"""`planner help`: the help of one command, or of all."""

import argparse

from planner.headless.exits import MEANINGS, Exit, Stop
from planner.headless.output import print_text, say
from planner.headless.parsing import Parser, parser_of
from planner.headless.registry import FIRST_WORDS, NAMES, find_command, overview


def arguments(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument("command", nargs="*", metavar="COMMAND", help="one of the commands; all where none is named")


def run(options: argparse.Namespace) -> int:
    """Print it."""
    name = " ".join(options.command)
    command = find_command(name)
    if command is not None:
        print_text(parser_of(command).format_help())
    elif not name:
        print_text(f"{overview()}\n\nThe screens have a help of their own: planner --help, and the key ? there.\n\n")
        print_text("exit status:\n")
        for status, meaning in MEANINGS.items():
            say(meaning, f"  {status:>3}  ")
    elif name in FIRST_WORDS:
        for known in NAMES:
            if known.startswith(f"{name} "):
                print_text(f"planner {known}\n")
    else:
        from planner.files.suggestions import nearest

        meant = nearest(name, NAMES)
        raise Stop(f'There is no command "{name}"{f"; did you mean {meant}?" if meant else "."}')
    return Exit.OK
