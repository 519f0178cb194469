"""What TOML allows but no file of ours may hold: deep nesting, immense numbers, control characters as escapes."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING

from planner.files.collecting import Collector, Part
from planner.files.describing import path_words
from planner.files.problems import Severity
from planner.files.text import BIDI_OVERRIDES, FORBIDDEN, character_name

if TYPE_CHECKING:
    from planner.files.toml_spans import Path

MOST_LEVELS = 32
"""How deep tables and lists may stand within one another; a plan needs four levels."""

LARGEST_INTEGER = 2**63 - 1
"""The largest integer that every TOML program can read (TOML 1.0, "Integer"): 64 bits, signed."""

# Without any of these no value of a text can be out of bounds: most files are done after these two searches.
_NUMBERS = re.compile(r"[=\[,\s][+-]?(?:0[xob]|inf\b|nan\b|[0-9_]{19}|[0-9._]+[eE])")
_ESCAPES = re.compile(r"\\[uUxbfre]")

_KEY = r"""(?:[A-Za-z0-9_\-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
# A key stands at the beginning of a line, or after one of these signs.
_DEEP_KEY = re.compile(rf"[\n\[{{,][ \t]*+((?:{_KEY}[ \t]*+\.[ \t]*+){{{MOST_LEVELS}}})")
_MOST_DIGITS = 4000
_IMMENSE = re.compile(rf"[0-9A-Fa-f_]{{{_MOST_DIGITS}}}")
# The parser itself refuses control characters below U+0080, but not these.
_FORBIDDEN_WIDE = re.compile(f"[\\x80-\\x9f{BIDI_OVERRIDES}]")

Container = dict[str, object] | list[object]


def count_values(data: dict[str, object]) -> int:
    """How many keys and list items the data has, all levels together."""
    return sum(sum(map(len, level)) for level in _levels(data))


def _levels(data: dict[str, object]) -> list[list[Container]]:
    levels: list[list[Container]] = []
    level: list[Container] = [data]
    while level:
        levels.append(level)
        level = [
            member
            for container in level
            for member in (container.values() if isinstance(container, dict) else container)
            if isinstance(member, dict | list)
        ]
    return levels


def check_limits(text: str, data: dict[str, object], collector: Collector) -> None:
    """Collect every value beyond `MOST_LEVELS` or 64 bits, infinite or undefined, or with a forbidden character.

    Values that the collector already has an error for are passed over.
    """
    if not _ESCAPES.search(text) and not _NUMBERS.search(text) and len(_levels(data)) <= MOST_LEVELS:
        return
    known = {entry.path for entry in collector.entries if entry.severity is Severity.ERROR}
    waiting: list[tuple[Path, Container]] = [((), data)]
    while waiting:
        path, container = waiting.pop()
        members = container.items() if isinstance(container, dict) else enumerate(container)
        if len(path) >= MOST_LEVELS:
            collector.error(path, f"more than {MOST_LEVELS} tables or lists within one another")
            continue
        for name, member in members:
            if isinstance(member, dict | list):
                waiting.append(((*path, name), member))
            elif (*path, name) not in known:
                _check_value((*path, name), member, collector)
            if isinstance(name, str):
                _check_text((*path, name), name, "the key ", collector)


def _check_value(path: Path, value: object, collector: Collector) -> None:
    if isinstance(value, str):
        _check_text(path, value, "", collector)
    elif isinstance(value, float) and not isfinite(value):
        collector.error(path, f"{path_words(path)} is {value}", "a finite number")
    elif isinstance(value, int) and not -LARGEST_INTEGER - 1 <= value <= LARGEST_INTEGER:
        found = f"{path_words(path)} is a number of more than 64 bits"
        collector.error(path, found, f"at most {LARGEST_INTEGER:,}")


def _check_text(path: Path, text: str, what: str, collector: Collector) -> None:
    found = FORBIDDEN.search(text)
    if found:
        words = f"{character_name(found[0])} in {what}{path_words(path)}"
        collector.error(path, words, "text without control characters", "delete it", Part.CONTROL)


def is_refused(text: str) -> bool:
    """Whether a text holds what is not even given to the parser."""
    forbidden = not text.isascii() and _FORBIDDEN_WIDE.search(text)
    return bool(forbidden or deep_key(text) or immense_number(text))


def deep_key(text: str) -> tuple[int, int] | None:
    """The place of the first key, of a header or a value, with more parts than any file may have.

    These are looked for before parsing: the parser takes time and memory in proportion to the square of their length,
    and 1 MiB of them could cost it ten seconds and two gigabytes.
    """
    if text.count(".") < MOST_LEVELS:
        return None
    long_lines = [line for line in text.split("\n") if len(line) >= 2 * MOST_LEVELS]
    if all(line.count(".") < MOST_LEVELS for line in long_lines):
        return None
    match = _DEEP_KEY.search(f"\n{text}")
    return (match.start(1) - 1, match.end(1) - 1) if match else None


def immense_number(text: str) -> tuple[int, int] | None:
    """The place of the first number of thousands of digits.

    These, too, are looked for before parsing, which takes a hundred times the memory of such a number.
    """
    if len(text) < _MOST_DIGITS or max(map(len, text.split("\n"))) < _MOST_DIGITS:
        return None
    match = _IMMENSE.search(text)
    rest = re.compile(r"[0-9A-Fa-f_]*").match(text, match.end()) if match else None
    return (match.start(), rest.end()) if match and rest else None
