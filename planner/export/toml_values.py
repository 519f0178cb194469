"""Values of TOML in JSON and back without loss: dates, times and numbers that JSON has no form for."""

import datetime as dt
import math
from collections.abc import Mapping

TYPE = "toml-type"
"""The key by which an object of JSON says that it stands for a value that JSON does not have."""

_NUMBERS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def to_json(value: object) -> object:
    """Any value that a TOML file can hold, as JSON."""
    if isinstance(value, Mapping):
        members = {str(key): to_json(member) for key, member in value.items()}
        return {TYPE: "table", "value": members} if TYPE in members else members
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {TYPE: "number", "value": str(value)}
    kind = _kind(value)
    return {TYPE: kind, "value": value.isoformat()} if kind and hasattr(value, "isoformat") else value


def from_json(value: object) -> object:
    """What `to_json` was given. What JSON has and TOML has not (`null`) is left out of objects and lists."""
    if isinstance(value, list):
        return [from_json(item) for item in value if item is not None]
    if not isinstance(value, dict):
        return value
    if set(value) == {TYPE, "value"}:
        known = _typed(value[TYPE], value["value"])
        if known is not None:
            return known
    return {key: from_json(member) for key, member in value.items() if member is not None}


def _kind(value: object) -> str:
    if isinstance(value, dt.datetime):
        return "datetime"
    if isinstance(value, dt.date):
        return "date"
    return "time" if isinstance(value, dt.time) else ""


def _typed(kind: object, value: object) -> object:
    """The value of an object with `TYPE`; `None` where it is none of those that `to_json` writes."""
    if kind == "table" and isinstance(value, dict):
        return {key: from_json(member) for key, member in value.items() if member is not None}
    if not isinstance(value, str):
        return None
    try:
        match kind:
            case "datetime":
                return dt.datetime.fromisoformat(value)
            case "date":
                return dt.date.fromisoformat(value)
            case "time":
                return dt.time.fromisoformat(value)
            case "number":
                return _NUMBERS[value]
            case _:
                return None
    except (ValueError, KeyError):
        return None
