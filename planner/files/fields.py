"""Strict reading of the tables of a TOML file: a value of the wrong type is a problem, never turned into another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from planner.files.collecting import Collector, Part
from planner.files.describing import A_DATE, A_TIME, WITHOUT_QUOTES, describe, did_you_mean, key_words, one_of
from planner.model.amounts import LARGEST, Amount, parse_amount
from planner.model.terms import Term

if TYPE_CHECKING:
    from planner.files.toml_spans import Path

EARLIEST = dt.date(1900, 1, 1)
LATEST = dt.date(2999, 12, 31)
"""Dates of a course lie between these, so that adding ten years to one is always a date."""

_MOST_UNKNOWN = 200
"""Keys of one table that are looked at for slips; a table with more of them is of another program."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The form of the ids in a library."""

_A_NUMBER = 'a whole number from {low} to {high:,}, or text such as "5-10" or "at least 30"'
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")

AnyTerm = TypeVar("AnyTerm", bound=Term)


class Table:
    """A table of a TOML file, its place, and where its problems go.

    Every method takes the key of a value. What is absent is read as `None`, or as the empty text or table; what is
    wrong is collected as an error and read as though it were absent.
    """

    __slots__ = ("collector", "data", "path")

    def __init__(self, data: Mapping[str, object], path: Path, collector: Collector) -> None:
        self.data = data
        self.path = path
        self.collector = collector

    def wrong(self, key: str, expected: str, hint: str = "") -> None:
        """Collect that the value of a key is not what is expected."""
        self.collector.error((*self.path, key), f"{key_words(key)} is {describe(self.data[key])}", expected, hint)

    def missing(self, key: str, owner: str, example: str) -> None:
        """Collect that a key which must be there is not."""
        self.collector.error(self.path, f'no "{key}" in {owner}', f"a line such as {key} = {example}")

    def text(self, key: str) -> str:
        """Text of any number of lines."""
        value = self.data.get(key, "")
        if isinstance(value, str):
            return value
        self.wrong(key, "text in quotation marks")
        return ""

    def line(self, key: str) -> str:
        """Text of one line."""
        value = self.text(key)
        if "\n" in value:
            self.wrong(key, "text on one line")
        return value

    def name(self, key: str) -> str | None:
        """Text of one line that is not empty; `None` where it is absent or wrong."""
        if key not in self.data:
            return None
        value = self.data[key]
        if not isinstance(value, str) or not value.strip() or "\n" in value:
            self.wrong(key, "text on one line, in quotation marks")
            return None
        return value

    def required_name(self, key: str, owner: str, example: str) -> str:
        """Text of one line that must be there: a line of the file as an example goes into the message."""
        if key not in self.data:
            self.missing(key, owner, f'"{example}"')
        return self.name(key) or ""

    def required_text(self, key: str, owner: str, example: str) -> str:
        """Text, of any number of lines, that must be there and not be empty."""
        if key not in self.data:
            self.missing(key, owner, f'"{example}"')
        elif self.data[key] == "":
            self.wrong(key, "text in quotation marks")
        return self.text(key)

    def identifier(self, owner: str, example: str) -> str:
        """The `id` of a library's part: small letters, digits and hyphens."""
        name = self.required_name("id", owner, example)
        if name and not SLUG.fullmatch(name):
            slug = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))
            self.wrong("id", "small letters, digits and hyphens", f'did you mean "{slug}"?' if slug else "")
        return name

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.data.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(key, "a list of texts in square brackets")
            return ()
        for number, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                found = f"item {number + 1} of {key_words(key)} is {describe(item)}"
                self.collector.error((*self.path, key, number), found, "text in quotation marks")
        return tuple(item for item in value if isinstance(item, str))

    def whole_number(self, key: str, low: int, high: int) -> int | None:
        """A whole number within bounds."""
        value = self.data.get(key)
        if value is None or (type(value) is int and low <= value <= high):
            return value
        self.wrong(key, f"a whole number from {low} to {high}", _number_hint(value))
        return None

    def amount(self, key: str, low: int = 1) -> Amount | None:
        """A whole number, or text that `parse_amount` reads; no bound of it may be smaller than `low`."""
        value = self.data.get(key)
        if value is None:
            return None
        hint = ""
        if type(value) is int and low <= value <= LARGEST:
            return exactly(value)
        if isinstance(value, str):
            try:
                amount = _parsed(value)
            except ValueError:
                hint = _range_hint(value)
            else:
                if all(bound is None or bound >= low for bound in (amount.minimum, amount.maximum)):
                    return amount
        self.wrong(key, _A_NUMBER.format(low=low, high=LARGEST), hint or _amount_hint(value))
        return None

    def term(self, key: str, terms: type[AnyTerm]) -> AnyTerm | None:
        """One of the fixed words of the field."""
        value = self.data.get(key)
        if value is None:
            return None
        try:
            return terms(value if isinstance(value, str) else "")
        except ValueError:
            words = [term.value for term in terms]
            self.wrong(key, one_of(words), did_you_mean(value, words))
            return None

    def required_term(self, key: str, terms: type[AnyTerm], owner: str) -> AnyTerm:
        """One of the fixed words of the field, which must be there."""
        value = self.term(key, terms)
        if key not in self.data:
            self.collector.error(self.path, f'no "{key}" in {owner}', f"{key} = {one_of(term.value for term in terms)}")
        return value or next(iter(terms))

    def date(self, key: str) -> dt.date | None:
        """A date of the calendar, without a time."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            if EARLIEST <= value <= LATEST:
                return value
            self.wrong(key, f"a year from {EARLIEST.year} to {LATEST.year}")
            return None
        self.wrong(key, A_DATE, _date_hint(value))
        return None

    def time(self, key: str) -> dt.time | None:
        """A time of day, as TOML writes it or as text of hours and minutes."""
        value = self.data.get(key)
        if value is None or isinstance(value, dt.time):
            return value
        match = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
        if match:
            hour, minute, second = match.groups(default="0")
            return dt.time(int(hour), int(minute), int(second))
        self.wrong(key, A_TIME)
        return None

    def table(self, key: str, header: str) -> Table:
        """A table within this one; an empty one where it is absent or wrong."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            is_several = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
            self.wrong(key, f"the table {header}", "in single brackets" if is_several else "")
            value = {}
        return Table(value, (*self.path, key), self.collector)

    def tables(self, key: str, header: str) -> Iterator[Table]:
        """The tables of a list of tables."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            hint = "in double brackets" if isinstance(value, dict) else ""
            self.wrong(key, f"tables that begin with {header}", hint)
            return
        for number, item in enumerate(value):
            path = (*self.path, key, number)
            if isinstance(item, dict):
                yield Table(item, path, self.collector)
            else:
                self.collector.error(path, f"item {number + 1} of {key} is {describe(item)}", f"a table, as {header}")

    def others(self, known: Sequence[str]) -> dict[str, object]:
        """The keys that are not known, with their values."""
        return {key: value for key, value in self.data.items() if key not in known}

    def warn(self, key: str, found: str, expected: str = "", hint: str = "") -> None:
        """Collect a warning about the value of a key."""
        self.collector.warning((*self.path, key), found, expected, hint)

    def unknown(self, key: str, fate: str, hint: str) -> None:
        """Collect a warning about a key that is not known; `fate` says what becomes of it."""
        found = f'unknown key "{key_words(key)}", which is {fate}'
        self.collector.warning((*self.path, key), found, "", hint, Part.KEY)

    def to_look_at(self, keys: Iterable[str]) -> Iterable[str]:
        """The unknown keys that are worth a search for what they may have been meant to be."""
        return () if self.collector.full else islice(keys, _MOST_UNKNOWN)

    def ignore_others(self, known: Sequence[str]) -> None:
        """Collect a warning for every key that is not known, for tables of which nothing else is kept."""
        others = self.others(known)
        if not others:
            return
        hints = {key: did_you_mean(key, known) for key in self.to_look_at(others)}
        for key in others:
            self.unknown(key, "ignored", hints.get(key, ""))


_parsed = lru_cache(maxsize=512)(parse_amount)


@lru_cache(maxsize=512)
def exactly(number: int) -> Amount:
    """An exact amount; the few that files use are made once."""
    return Amount.exactly(number)


def _number_hint(value: object) -> str:
    if isinstance(value, str) and value.strip().isdecimal():
        return WITHOUT_QUOTES
    return f"did you mean {int(value)}?" if isinstance(value, float) and value.is_integer() else ""


def _amount_hint(value: object) -> str:
    if value == 0 and type(value) is int:
        return "leave the line out where nothing is set"
    return f"did you mean {int(value)}?" if isinstance(value, float) and 0 < value < LARGEST else ""


def _range_hint(value: str) -> str:
    numbers = re.findall(r"\d{1,6}", value[:40])
    if len(numbers) == 2 and int(numbers[0]) > int(numbers[1]):
        return f'a range runs upwards: "{numbers[1]}-{numbers[0]}"'
    unit = re.fullmatch(r"\s*(\d{1,6})\s*(?:s|sec|secs|seconds?|x|reps?|times|sets?)\.?\s*", value.casefold())
    return f"without the unit: {unit[1]}" if unit else ""


def _date_hint(value: object) -> str:
    if isinstance(value, dt.datetime):
        return "without a time"
    return WITHOUT_QUOTES if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else ""
