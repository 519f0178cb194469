"""Texts of a plan or a library made fit to be shown on any sheet: nothing is acted on, and nothing is lost."""

from collections.abc import Iterable

from planner.files.text import clean


def shown(text: str) -> str:
    r"""A text on one line; control characters and line breaks stand as escapes such as `\n`."""
    return clean(text.replace("\t", " ") if "\t" in text else text)


def shown_lines(text: str) -> tuple[str, ...]:
    """A text of several lines, line by line, without empty ones at its end; none for an empty text."""
    plain = text.replace("\r\n", "\n").replace("\t", "    ").rstrip()
    return tuple(clean(line) for line in plain.split("\n")) if plain else ()


def all_shown(texts: Iterable[str]) -> tuple[str, ...]:
    """Several texts, each on one line."""
    return tuple(shown(text) for text in texts)
