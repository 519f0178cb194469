"""Values and names of a TOML file in the words of messages."""

import datetime as dt
from collections.abc import Iterable, Sequence

from planner.files.text import clean, quoted, shorten

A_DATE = "a date such as 2026-11-23"
A_TIME = "a time of day such as 08:00"
WITHOUT_QUOTES = "without quotation marks"


def describe(value: object) -> str:
    """What a value is, after "is": `the text "4"`, `0`, `a list`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text {quoted(value)}" if value else "empty"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int) and abs(value) >= 10**20:
        return "an immense number"
    return f"{_kind(value)}{value}"


def _kind(value: object) -> str:
    if isinstance(value, dt.datetime):
        return "the date and time "
    if isinstance(value, dt.date):
        return "the date "
    return "the time " if isinstance(value, dt.time) else ""


def key_words(name: str | int) -> str:
    """A key of a file as messages name it."""
    return clean(shorten(str(name)))


def path_words(path: Sequence[str | int]) -> str:
    """What stands under a path as messages name it: the key, or `item 2 of tags`."""
    words = key_words(path[-1]) if isinstance(path[-1], str) else f"item {path[-1] + 1}"
    return words if isinstance(path[-1], str) or len(path) == 1 else f"{words} of {path_words(path[:-1])}"


def one_of(words: Iterable[str], most: int = 8) -> str:
    """A choice of words: `"left" or "right"`. Of many, the first ones."""
    listed = [quoted(word) for word in words]
    if len(listed) > most:
        return f"{', '.join(listed[:most])} …"
    return " or ".join(filter(None, (", ".join(listed[:-1]), listed[-1]))) if listed else "nothing"


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """The hint that names the known word nearest to one that is not known, if there is one."""
    if not isinstance(word, str):
        return ""
    from planner.files.suggestions import nearest

    near = nearest(word, known)
    return f"did you mean {quoted(near)}?" if near else ""
