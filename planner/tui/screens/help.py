"""Help: the keys of the place you are in, made from the registry of commands, and what the words mean."""

from collections.abc import Sequence

from textual.screen import Screen

from planner.tui.commands import COMMANDS, Command
from planner.tui.screens.place import Place
from planner.tui.screens.reader import Reader
from planner.tui.widgets.bars import active_keys
from planner.tui.widgets.ink import Line, fit, shorten, wrap

KEYS = 14
"""Cells for the keys of a command."""

WORDS = (
    ("10 × 10 s hold, each side", "ten repetitions, each held ten seconds, on one side and then on the other"),
    ("3 × 30 s hold, to the right only", "three repetitions of thirty seconds, only to the right"),
    ("—", "a number that nobody has given; the plan keeps it blank until you set it"),
    ("● ○", "due at this time of this day, or not"),
    ("each side", "10 means ten to the left and ten to the right"),
    ("turn by turn", "10 means ten in all, left and right in turn"),
)


class Help(Reader):
    """The keys of a screen and the words of the program."""

    def __init__(self, screen: Screen[object]) -> None:
        place = screen.place.capitalize() if isinstance(screen, Place) else "this dialog"
        commands = _commands_of(screen)

        def page(width: int) -> Sequence[Line]:
            return help_page(commands, screen, width)

        super().__init__(f"Help: {place}", page, "planner")


def _commands_of(screen: Screen[object]) -> tuple[Command, ...]:
    """The commands that have a key here, in the order of the registry."""
    active = active_keys(screen)
    found = [item for item in COMMANDS.values() if item in active]
    return tuple(sorted(found, key=lambda item: LAST.index(item.group) if item.group in LAST else -1))


def help_page(commands: Sequence[Command], screen: Screen[object], width: int) -> Sequence[Line]:
    """Keys and sentences in two columns, then the words."""
    names = active_keys(screen)
    lines: list[Line] = []
    group = ""
    for item in commands:
        if item.group != group:
            group = item.group
            lines += [[("", "")]] if lines else []
            lines.append([(f" {GROUPS.get(group, group.capitalize())}", "heading")])
        keys = shorten(" ".join(names[item]), KEYS)
        wrapped = wrap(f"{item.title}. {item.help}", width - 1, "", indent=" " * (KEYS + 3))
        lines.append([(f"  {fit(keys, KEYS)} ", "key"), *wrapped[0][1:]])
        lines += wrapped[1:]
    lines += [[("", "")], [(" How to read the plan", "heading")]]
    for sign, meaning in WORDS:
        lines.append([(f"  {sign}", "strong")])
        lines += wrap(meaning, width - 1, "muted", "    ")
    return lines


LAST = ("field", "number", "days", "list", "reading", "dialog", "app")
"""The groups that come after the keys of the place itself."""

GROUPS = {
    "app": "Everywhere",
    "list": "In a list",
    "reading": "In a text",
    "dialog": "Dialog",
    "field": "In a field",
    "number": "In a number",
    "days": "In a row of days",
}
