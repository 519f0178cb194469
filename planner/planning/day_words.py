"""Days and sessions of the week in whole words: `every day`, `on Monday and Friday`, `Wednesday evening`."""

from collections.abc import Iterable

from planner.model import EVERY_DAY, Weekday
from planner.model.weekdays import WEEKDAYS, WEEKEND
from planner.planning.words import listed

_GROUPS = {EVERY_DAY: "every day", WEEKDAYS: "on weekdays", WEEKEND: "at the weekend"}


def days_words(days: Iterable[Weekday]) -> str:
    """When in the week: `every day`, `on weekdays`, `at the weekend`, `on Monday, Wednesday and Friday`, `never`."""
    chosen = frozenset(days)
    if not chosen:
        return "never"
    return _GROUPS.get(chosen) or f"on {_day_names(chosen)}"


def sessions_words(slot: str, days: Iterable[Weekday], state: str = "") -> str:
    """The sessions of one slot, and what became of them: `Wednesday evening off`, `evening off, every day`."""
    chosen = frozenset(days)
    after = f" {state}" if state else ""
    if chosen in _GROUPS:
        return f"{slot}{after}{',' if state else ''} {_GROUPS[chosen]}"
    return f"{_day_names(chosen)} {slot}{after}"


def _day_names(days: Iterable[Weekday]) -> str:
    return listed([day.title for day in sorted(days)])
