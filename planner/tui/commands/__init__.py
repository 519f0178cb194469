"""The one registry of commands: bindings, footer, palette, help and the ids for rebinding all come from here."""

from textual.binding import BindingType

from planner.tui.commands.command import Command
from planner.tui.commands.day_and_plan import DAY, PLAN
from planner.tui.commands.dialogs import (
    CHOICES,
    DAYS,
    DIALOG,
    FIELD,
    MARKING,
    NUMBER,
    OPEN,
    PALETTE,
    PRESCRIBE,
    READER,
    RED_FLAGS,
    SMALL,
)
from planner.tui.commands.everywhere import EVERYWHERE, LIST, READING
from planner.tui.commands.figures import FIGURE
from planner.tui.commands.library import LIBRARY, SEARCH
from planner.tui.commands.week import WEEK

__all__ = ["COMMANDS", "Command", "bindings", "command", "group"]

_GROUPS = (
    EVERYWHERE,
    LIBRARY,
    SEARCH,
    WEEK,
    DAY,
    PLAN,
    FIGURE,
    DIALOG,
    PRESCRIBE,
    FIELD,
    NUMBER,
    DAYS,
    CHOICES,
    MARKING,
    RED_FLAGS,
    OPEN,
    READER,
    PALETTE,
    SMALL,
    LIST,
    READING,
)
COMMANDS: dict[str, Command] = {item.id: item for commands in _GROUPS for item in commands}
"""Every command by its id."""


def command(identifier: str) -> Command | None:
    """The command with this id."""
    return COMMANDS.get(identifier)


def group(name: str) -> tuple[Command, ...]:
    """The commands of one screen or widget, in the order in which help lists them."""
    return tuple(item for item in COMMANDS.values() if item.group == name)


def bindings(*names: str) -> list[BindingType]:
    """The bindings of the named groups, for the `BINDINGS` of a screen or widget."""
    return [item.binding() for name in names for item in group(name)]
