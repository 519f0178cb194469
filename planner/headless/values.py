"""What people type for the values of a plan, read for the options of commands.

Each function raises `argparse.ArgumentTypeError` with a sentence for what cannot be read.
"""

import argparse
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from planner.model import Amount, PainfulSide, Weekday

Value = TypeVar("Value")

NOT_SET = "not-set"
"""The word that clears a value."""


class Given(NamedTuple, Generic[Value]):
    """A value that was given; `None` in it clears, whereas an option that is not there changes nothing."""

    value: Value | None


def today() -> dt.date:
    """The date of today."""
    return dt.date.today()


def amount(text: str, least: int = 1) -> "Given[Amount]":
    """A number of a dose: `10`, `5-10`, `30+`, `at least 30`, `as comfortable`, or `not-set`."""
    from planner.model import parse_amount

    def read(word: str) -> "Amount":
        try:
            found = parse_amount(word)
        except ValueError as error:
            raise ValueError(f'"{text}" cannot be read: {error}') from None
        if any(bound is not None and bound < least for bound in (found.minimum, found.maximum)):
            raise ValueError(f'"{text}" is too small: a number from {least} on is expected')
        return found

    return _given(text, read)


def rest(text: str) -> "Given[Amount]":
    """The same for a rest, which may be none at all."""
    return amount(text, least=0)


def date(text: str) -> dt.date:
    """A date such as 2026-11-23, `today`, or `monday` for the Monday that comes."""
    from planner.planning.dates import next_monday

    word = text.strip().casefold()
    if word in ("today", "monday"):
        return today() if word == "today" else next_monday(today())
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        message = f'"{text}" is not a date; write year, month and day as 2026-11-23, or today, or monday'
        raise argparse.ArgumentTypeError(message) from None


def date_or_not(text: str) -> Given[dt.date]:
    """A date, or `not-set`."""
    return _given(text, date)


def weeks(text: str) -> Given[int]:
    """A number of weeks, or `not-set`."""
    from planner.model.plan import MOST_WEEKS

    def read(word: str) -> int:
        if not (word.isascii() and word.isdecimal() and 1 <= int(word[:6]) <= MOST_WEEKS):
            raise ValueError(f'"{word}" is not a number of weeks from 1 to {MOST_WEEKS}')
        return int(word)

    return _given(text, read)


def painful_side(text: str) -> "Given[PainfulSide]":
    """`left`, `right`, `both`, `none`, or `not-set` where nobody has said."""
    from planner.model import PainfulSide

    def read(word: str) -> PainfulSide:
        if word not in list(PainfulSide):
            raise ValueError(f'"{word}" is not one of: {", ".join(PainfulSide)}, {NOT_SET}')
        return PainfulSide(word)

    return _given(text, read)


def days(text: str) -> "frozenset[Weekday]":
    """Days as a plan file writes them: `daily`, `weekdays`, `mon wed fri`, `mon-fri`."""
    from planner.model import parse_days

    try:
        return parse_days(text)
    except ValueError as error:
        message = f"{error}; write daily, weekdays, weekend, never, or days such as mon wed fri"
        raise argparse.ArgumentTypeError(message) from None


def day(text: str) -> "Weekday":
    """One day of the week: `mon`, `Wednesday`."""
    found = days(text)
    if len(found) != 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not one day of the week, such as wed')
    return next(iter(found))


def slot_days(text: str) -> "tuple[str, frozenset[Weekday]]":
    """A time of the day and its days: `evening=mon wed fri`, `morning=never`."""
    name, equals, said = text.rpartition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f'"{text}" is not a time of the day and its days, such as evening=mon-fri')
    return name.strip(), days(said)


def slot_time(text: str) -> tuple[str, dt.time]:
    """A time of the day with its clock time: `morning=08:00`."""
    name, equals, said = text.rpartition("=")
    try:
        clock = dt.time.fromisoformat(said.strip().zfill(5))
    except ValueError:
        clock = None
    if clock is None or not equals or not name.strip() or clock.tzinfo is not None:
        raise argparse.ArgumentTypeError(f'"{text}" is not a name and a clock time, such as morning=08:00')
    return text_line(name), clock


def renaming(text: str) -> tuple[str, str]:
    """The old and the new name of a time of the day: `noon=lunch`."""
    old, equals, new = text.partition("=")
    if not equals or not old.strip() or not new.strip():
        raise argparse.ArgumentTypeError(f'"{text}" is not an old and a new name, such as noon=lunch')
    return old.strip(), text_line(new)


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if not (text.isascii() and text.isdecimal() and int(text[:9]) >= 1):
        raise argparse.ArgumentTypeError(f'"{text}" is not a whole number from 1 on')
    return int(text[:9])


def text_line(text: str) -> str:
    """A text that a file may hold, on one line."""
    from planner.files.text import tidy

    return " ".join(tidy(text).split())


def text_lines(text: str) -> str:
    """A text that a file may hold."""
    from planner.files.text import tidy

    return tidy(text).strip()


def _given(text: str, read: Callable[[str], Value]) -> Given[Value]:
    word = text.strip()
    if word.casefold() == NOT_SET:
        return Given(None)
    try:
        return Given(read(word))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}, or {NOT_SET}") from None
