"""`planner keys`: the commands of the screens with the ids by which they are given other keys."""

import argparse
from typing import TYPE_CHECKING

from planner.headless.exits import Exit, Stop
from planner.headless.output import print_json, say
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.tui.commands import Command


def arguments(parser: Parser) -> None:
    """Declare which commands are asked for."""
    parser.add_argument("group", nargs="?", metavar="GROUP", help="only those of one screen or dialog: week, library")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text where nothing is said")


def run(options: argparse.Namespace) -> int:
    """Print id, keys and what the command does."""
    # The only import of the screens in this room: the list of commands is theirs, and needs no terminal.
    from planner.tui.commands import COMMANDS

    groups = tuple(dict.fromkeys(item.group for item in COMMANDS.values()))
    if options.group is not None and options.group not in groups:
        raise Stop(f'There is no group "{options.group}"; there are: {", ".join(groups)}.')
    chosen = [item for item in COMMANDS.values() if options.group in (None, item.group)]
    if options.format == "json":
        print_json([_json(item) for item in chosen])
    else:
        for item in chosen:
            say(f"{item.id} ({', '.join(item.keys)}): {item.title}. {item.help}", later="    ")
    return Exit.OK


def _json(item: "Command") -> dict[str, object]:
    return {"id": item.id, "keys": list(item.keys), "title": item.title, "help": item.help}
