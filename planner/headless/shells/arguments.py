"""What a shell needs to know of the command lines: options, what their values can be, and what stands where."""

import argparse
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from planner.headless.parsing import KnownArguments, parser_of
from planner.headless.registry import COMMANDS
from planner.headless.screen_options import screen_parser


class Kind(StrEnum):
    """What can be offered for a value."""

    FILES = "files"
    WORDS = "words"
    ROWS = "rows"
    """The ids of the rows of the plan on the command line."""
    EXERCISES = "exercises"
    SOURCES = "sources"
    NOTHING = "nothing"


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_BY_METAVAR: Mapping[str, tuple[Kind, tuple[str, ...]]] = {
    **dict.fromkeys(("FILE", "PLAN", "LIBRARY", "FROM", "BEFORE", "AFTER", "DIR"), (Kind.FILES, ())),
    "ROW": (Kind.ROWS, ()),
    **dict.fromkeys(("EXERCISE", "EXERCISE[/VARIANT]"), (Kind.EXERCISES, ())),
    "LEAFLET": (Kind.SOURCES, ()),
    "DAY": (Kind.WORDS, DAYS),
    "DAYS": (Kind.WORDS, (*DAYS, "daily", "weekdays", "weekend")),
    "DATE": (Kind.WORDS, ("today", "monday")),
    "SIDE": (Kind.WORDS, ("left", "right", "both", "none", "not-set")),
}


class Argument(NamedTuple):
    """An option, or what stands without one."""

    options: tuple[str, ...]
    """`("-o", "--output")`; empty for what is told by its place."""
    help: str
    takes_value: bool
    kind: Kind
    words: tuple[str, ...] = ()
    repeats: bool = False
    """Whether it may be given more than once."""
    label: str = ""
    """What its value is called."""


class CommandLine(NamedTuple):
    """All that can stand after a command. The name of that of the screens is empty."""

    name: str
    help: str
    options: tuple[Argument, ...]
    places: tuple[Argument, ...]


def command_lines() -> tuple[CommandLine, ...]:
    """Those of all commands, that of the screens first."""
    screens = _command_line("", "", screen_parser())
    others = (_command_line(item.name, item.help, parser_of(item)) for item in COMMANDS)
    return (screens, *others)


def valued(lines: tuple[CommandLine, ...]) -> tuple[str, ...]:
    """The options that the next word belongs to, in whichever command."""
    found = (word for line in lines for item in line.options if item.takes_value for word in item.options)
    return tuple(dict.fromkeys(found))


def one_line(text: str) -> str:
    """A help text without what a shell acts on."""
    return " ".join(text.replace("%%", "%").split())


def _command_line(name: str, text: str, parser: KnownArguments) -> CommandLine:
    found = [_argument(action) for action in parser.known_actions()]
    return CommandLine(
        name, text, tuple(item for item in found if item.options), tuple(item for item in found if not item.options)
    )


def _argument(action: argparse.Action) -> Argument:
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    kind, words = _BY_METAVAR.get(metavar, (Kind.NOTHING, ()))
    if action.choices:
        kind, words = Kind.WORDS, tuple(map(str, action.choices))
    return Argument(
        options=tuple(action.option_strings),
        help=one_line(action.help or ""),
        takes_value=not action.option_strings or action.nargs not in (0, "?"),
        kind=kind,
        words=words,
        repeats=action.nargs in ("*", "+") or action.default == [],
        label=metavar or action.dest,
    )
