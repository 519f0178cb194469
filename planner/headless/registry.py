"""Every command by name, with its line in the help. Importing this imports none of them."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import argparse

    from planner.headless.parsing import Parser


class Command(NamedTuple):
    """A command that needs no screen. Its module has `arguments(parser)` and `run(options)`."""

    name: str
    """One word or two, as they are typed."""
    help: str
    """One line that says what it does."""
    module: str
    changes: bool = False
    """Whether it changes a plan file."""

    def declare(self, parser: "Parser") -> None:
        """Declare its arguments."""
        self._load("arguments")(parser)

    def run(self, options: "argparse.Namespace") -> int:
        """Do it; returns the exit status."""
        status: int = self._load("run")(options)
        return status

    def _load(self, function: str) -> Callable[..., Any]:
        found: Callable[..., Any] = getattr(import_module(f"planner.headless.{self.module}"), function)
        return found


COMMANDS: tuple[Command, ...] = (
    Command("new", "start a plan, empty, from a leaflet or like another plan", "new", changes=True),
    Command("show", "print the week, a day, the plan or its check", "show"),
    Command("check", "look for errors in plan files, and for slips", "checking"),
    Command("diff", "tell two plans apart, in doses and days", "diff"),
    Command("export", "make a sheet, a calendar, a table or a copy of a plan", "exporting"),
    Command("import", "read a plan from a CSV, JSON or TOML file", "importing", changes=True),
    Command("set", "change title, course and times; or doses, sides and days", "setting", changes=True),
    Command("add", "prescribe an exercise of the library", "adding", changes=True),
    Command("remove", "take exercises out of a plan", "removing", changes=True),
    Command("duplicate", "put a copy of exercises right below them", "duplicating", changes=True),
    Command("copy", "copy exercises into another plan", "copying", changes=True),
    Command("move", "put exercises earlier or later in the session", "moving", changes=True),
    Command("toggle", "make exercises due, or not any more, at a time of a day", "toggling", changes=True),
    Command("fill", "make exercises due at every time of a day, or of all days", "filling", changes=True),
    Command("copy-day", "make other days just like one", "copying_days", changes=True),
    Command("library list", "find exercises", "library_list"),
    Command("library show", "print how an exercise is done, with each leaflet's dose", "library_show"),
    Command("library sources", "print the leaflets of the library", "library_sources"),
    Command("library red-flags", "print the questions to answer before exercising", "library_red_flags"),
    Command("library check", "look for errors in library files", "library_check"),
    Command("keys", "print the commands of the screens, with ids and keys", "keys"),
    Command("where", "print where files are kept", "where"),
    Command("schema", "print the JSON Schema of plans or libraries, for editors", "schema"),
    Command("completions", "print completions for bash, zsh or fish", "completions"),
    Command("help", "print the help of a command", "helping"),
)

NAMES = tuple(command.name for command in COMMANDS)
FIRST_WORDS = frozenset(name.partition(" ")[0] for name in NAMES)
"""What makes a command line one of these commands; a file of such a name is opened as `./check`."""


def find_command(name: str) -> Command | None:
    """The command with this name."""
    return next((command for command in COMMANDS if command.name == name), None)


def split(words: Sequence[str]) -> tuple[str, list[str]] | None:
    """The name of the command on a command line and the words for it; `None` where the screens are asked for.

    `--library` may stand before the name as well.
    """
    before = 0
    while before < len(words) and words[before].partition("=")[0] == "--library":
        before += 1 if "=" in words[before] else 2
    if before >= len(words) or words[before] not in FIRST_WORDS:
        return None
    first, rest = words[before], list(words[before + 1 :])
    if rest and f"{first} {rest[0]}" in NAMES:
        return f"{first} {rest[0]}", [*words[:before], *rest[1:]]
    return first, [*words[:before], *rest]


def overview() -> str:
    """The commands and their lines, for the help."""
    longest = max(map(len, NAMES))
    lines = [f"  {command.name:<{longest}}  {command.help}" for command in COMMANDS]
    return "\n".join(("commands that need no terminal:", *lines))
