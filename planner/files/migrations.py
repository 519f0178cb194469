"""Older plan files, brought to the present format step by step, on the data as the parser gives it.

Each step takes the data of one format to the next and says where everything came from, so that a problem found in
migrated data is reported where it stands in the file. A step never loses a key, and leaves what it does not
understand as it is, for the strict reading that follows to complain about.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from planner.files.toml_spans import Path
from planner.model.plan import FORMAT

OLDEST = 0
"""The oldest format that can be read."""

Data = dict[str, object]


class Migrated(NamedTuple):
    """Data of a later format, and for each place of it that is new the place in the file that it came from."""

    data: Data
    origins: Mapping[Path, Path]

    def origin(self, path: Path) -> Path:
        """Where in the file the value of a path stands."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.origins:
                return (*self.origins[path[:length]], *path[length:])
        return path


def migrate(data: Data, version: int) -> Migrated:
    """The data of a file of an older format in the present one."""
    origins: dict[Path, Path] = {}
    for step in _STEPS[version:]:
        before = Migrated(data, origins)
        migrated = step(data)
        data = migrated.data
        origins = {path: before.origin(place) for path, place in migrated.origins.items()}
    return Migrated(data, origins)


_SIDES = {"L": "left", "R": "right", "B": "both", "N": "none"}
_DOSE_NAMES = {"times": "reps", "sets": "sets", "seconds": "hold", "minutes": "duration", "pause": "rest"}


def _from_0_to_1(data: Data) -> Migrated:
    """Format 0: `[times]` for the slots, `[[items]]` with the dose and the days among their keys, sides as letters.

    Its dates were text, `side` was the painful side, `minutes` were minutes, and `days` held for all slots of `at`.
    """
    new: Data = {}
    origins: dict[Path, Path] = {}
    names = {"side": "painful-side", "times": "slots", "items": "prescription"}
    for key, value in data.items():
        name = names.get(key, key)
        new[name] = value
        origins[(name,)] = (key,)
    new["format"] = 1
    new["painful-side"] = _side(data.get("side"))
    new["start"] = _date(data.get("start"))
    new["prescription"] = data.get("items")
    slots = data.get("times")
    items = data.get("items")
    if isinstance(items, list):
        every_slot = list(slots) if isinstance(slots, dict) else []
        new["prescription"] = [
            _item(item, every_slot, ("prescription", number), ("items", number), origins)
            if isinstance(item, dict)
            else item
            for number, item in enumerate(items)
        ]
    return Migrated({key: value for key, value in new.items() if value is not None}, origins)


def _item(item: Data, every_slot: list[str], path: Path, place: Path, origins: dict[Path, Path]) -> Data:
    new: Data = {}
    dose: Data = {}
    for key, value in item.items():
        if key in _DOSE_NAMES:
            name = _DOSE_NAMES[key]
            dose[name] = value * 60 if key == "minutes" and type(value) is int else value
            origins[(*path, "dose", name)] = (*place, key)
        elif key not in ("days", "at"):
            name = "guidance" if key == "source" else key
            new[name] = _side(value) if key == "side" else value
            origins[(*path, name)] = (*place, key)
    if dose:
        new["dose"] = dose
        origins.setdefault((*path, "dose"), place)
    if "days" in item:
        at = item.get("at", every_slot)
        due = [name for name in at if isinstance(name, str)] if isinstance(at, list) else every_slot
        new["when"] = dict.fromkeys(due, item["days"])
        origins[(*path, "when")] = (*place, "at") if "at" in item else place
        origins.update({(*path, "when", name): (*place, "days") for name in due})
    return new


def _side(value: object) -> object:
    return _SIDES.get(value.upper(), value) if isinstance(value, str) else value


def _date(value: object) -> object:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


_STEPS: tuple[Callable[[Data], Migrated], ...] = (_from_0_to_1,)
"""The step at index N leads from format N to N + 1."""

if len(_STEPS) != FORMAT - OLDEST:
    raise AssertionError
