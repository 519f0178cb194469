"""The parser of a command line of a command: no abbreviations, and one sentence for what is wrong."""

import argparse
from typing import NoReturn

from planner.headless.exits import Stop
from planner.headless.output import width
from planner.headless.registry import Command


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=width())


class KnownArguments(argparse.ArgumentParser):
    """A parser that tells which arguments were declared."""

    def known_actions(self) -> list[argparse.Action]:
        """Every argument that was declared, in order."""
        return list(self._actions)


class Parser(KnownArguments):
    """The parser of one command."""

    def __init__(self, command: Command) -> None:
        super().__init__(
            prog=f"planner {command.name}",
            description=f"{command.help[:1].upper()}{command.help[1:]}.",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """End with a sentence. Raises Stop."""
        raise Stop(f"{self.prog}: {message.rstrip('.')}. Its help: {self.prog} --help")


def parser_of(command: Command) -> Parser:
    """The parser of a command, with its arguments."""
    parser = Parser(command)
    command.declare(parser)
    parser.usage = _usage(parser)
    return parser


def _usage(parser: Parser) -> str:
    """One line: what has to be there; the options are listed below it."""
    actions = parser.known_actions()
    needed = [f"{item.option_strings[-1]} {item.metavar}" for item in actions if item.option_strings and item.required]
    places = [_place(item) for item in actions if not item.option_strings]
    return " ".join([parser.prog, "[OPTION]...", *places, *needed])


def _place(action: argparse.Action) -> str:
    name = str(action.metavar)
    forms = {"?": f"[{name}]", "*": f"[{name}]...", "+": f"{name}..."}
    return forms.get(str(action.nargs), name)
