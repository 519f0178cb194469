"""Days of the week, and the short texts in which a plan file names sets of them."""

import re
from collections.abc import Iterable
from enum import IntEnum


class Weekday(IntEnum):
    """A day of the week; the number is that of `datetime.date.weekday()`, Monday first (ISO 8601)."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6

    @property
    def short(self) -> str:
        """Three letters, as on the screen: `Mon`."""
        return self.title[:3]

    @property
    def title(self) -> str:
        """The whole word: `Monday`."""
        return self.name.capitalize()


EVERY_DAY = frozenset(Weekday)
WEEKDAYS = frozenset(day for day in Weekday if day < Weekday.SATURDAY)
WEEKEND = EVERY_DAY - WEEKDAYS

_GROUPS = {
    "daily": EVERY_DAY,
    "everyday": EVERY_DAY,
    "every day": EVERY_DAY,
    "all": EVERY_DAY,
    "weekdays": WEEKDAYS,
    "weekday": WEEKDAYS,
    "weekend": WEEKEND,
    "weekends": WEEKEND,
    "never": frozenset[Weekday](),
    "none": frozenset[Weekday](),
    "": frozenset[Weekday](),
}
DAY_WORDS = ("daily", "weekdays", "weekend", "never", *(day.short.lower() for day in Weekday))
"""The words that a file may use for days; what an error message suggests from."""


def parse_days(text: str) -> frozenset[Weekday]:
    """Read days as people type them, in any case: `daily`, `weekdays`, `mon-fri`, `mon, wed`, `Sat Sun`.

    A range may run over the week's end (`fri-mon`). Raises ValueError with the word that is not a day.
    """
    folded = " ".join(text.casefold().split())
    if folded in _GROUPS:
        return _GROUPS[folded]
    folded = re.sub(r"\s*[-–—]\s*|\s+to\s+", "-", folded)
    days: set[Weekday] = set()
    for word in re.split(r"[\s,;+&/]+|\band\b", folded):
        if word:
            days |= _parse_word(word)
    return frozenset(days)


def _parse_word(word: str) -> frozenset[Weekday]:
    if word in _GROUPS:
        return _GROUPS[word]
    first, dash, last = word.partition("-")
    start = _parse_day(first)
    if not dash:
        return frozenset({start})
    end = _parse_day(last)
    return frozenset(Weekday((start + step) % 7) for step in range((end - start) % 7 + 1))


def _parse_day(word: str) -> Weekday:
    for day in Weekday:
        whole = day.title.casefold()
        if (len(word) >= 2 and whole.startswith(word)) or word == f"{whole}s":
            return day
    message = f'"{word}" is not a day'
    raise ValueError(message)


def write_days(days: Iterable[Weekday]) -> str:
    """The canonical text for a set of days: `daily`, `weekdays`, `weekend`, `never` or `mon wed fri`."""
    chosen = frozenset(days)
    for word in ("daily", "weekdays", "weekend", "never"):
        if chosen == _GROUPS[word]:
            return word
    return " ".join(day.short.lower() for day in sorted(chosen))
