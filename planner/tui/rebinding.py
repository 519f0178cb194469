"""Keys of a person's own, for commands by their ids."""

from collections.abc import Mapping

from planner.files.suggestions import nearest
from planner.tui.commands import COMMANDS

LAST_WAY_OUT = "app.quit-always"
"""The command whose key stays what it is, so that no settings can lock a person in."""


def keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The keys that can be given, and a sentence for each that cannot.

    Textual drops a command silently whose key is given to another one; here the one who asks for it is told.
    """
    given: dict[str, str] = {}
    refused: list[str] = []
    for identifier, keys in wanted.items():
        item = COMMANDS.get(identifier)
        if item is None:
            meant = nearest(identifier, tuple(COMMANDS))
            refused.append(f"No command is called {identifier}{f' (did you mean {meant}?)' if meant else ''}.")
        elif identifier == LAST_WAY_OUT:
            refused.append("ctrl+q always quits, so that no settings can lock you in.")
        elif not all(key.strip() for key in keys.split(",")):
            refused.append(f"{identifier} needs at least one key.")
        elif taken := _taken(identifier, keys, wanted):
            refused.append(taken)
        else:
            given[identifier] = keys
    return given, tuple(refused)


def _taken(identifier: str, keys: str, wanted: Mapping[str, str]) -> str | None:
    """A sentence where one of the keys belongs to a command of the same place that keeps it."""
    group = identifier.partition(".")[0]
    for other in COMMANDS.values():
        if other.id == identifier or other.group not in (group, "app"):
            continue
        others = wanted.get(other.id, ",".join(other.keys)).split(",")
        for key in keys.split(","):
            if key.strip() in (item.strip() for item in others):
                return f"{identifier} cannot have {key.strip()}: that is the key of {other.id}."
    return None
