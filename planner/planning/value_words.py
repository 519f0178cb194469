"""Single values of a plan in plain words, for telling what has changed and for asking which of two is meant."""

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import frozen

from planner.model import Amount, Count, Dose, HoldUnit, Plan, Slot
from planner.planning.dates import date_words
from planner.planning.words import amount_words, hold_words, seconds_words

NOT_SET = "not set"
_LONGEST = 60
"""Characters of a note or an unknown value that a sentence quotes."""


@frozen
class Absent:
    """What stands for a value that is not there at all, as against one that is not set."""


ABSENT = Absent()

PLAN_FIELDS = {
    "title": "title",
    "start": "start",
    "weeks": "weeks",
    "painful_side": "painful side",
    "safety_checked": "safety questions answered on",
    "note": "note",
    "id": "id of the plan",
}
"""What people call the fields of a plan that hold one value."""


def plan_words(plan: Plan, name: str, *, years: bool = True) -> str:
    """One of `PLAN_FIELDS`: `23 Nov 2026`, `6`, `left side painful`, `"Acute low back"`."""
    value = getattr(plan, name)
    if isinstance(value, dt.date):
        return date_words(value, year=years)
    if name == "painful_side":
        return plan.painful_side.plain if plan.painful_side else NOT_SET
    return value_words(value or None)


def number_words(dose: Dose, number: str) -> str:
    """One number of a dose without its name: `30 s`, `5 breaths`, `10`, `not set`."""
    amount: Amount | None = getattr(dose, number)
    if amount is None:
        return NOT_SET
    if number == "hold":
        return hold_words(amount, dose.hold_unit)
    return seconds_words(amount) if number in ("duration", "rest") else amount_words(amount)


def count_words(count: Count | None) -> str:
    """What one repetition is: `each side`, `in all, turn by turn`."""
    return count.plain if count else "not said (each side)"


def unit_words(unit: HoldUnit) -> str:
    """What a hold is counted in."""
    return unit.value


def slot_words(slot: Slot) -> str:
    """A slot with its clock time: `morning, 08:00`."""
    return f"{slot.name}, {time_words(slot.time)}"


def time_words(time: dt.time) -> str:
    """A clock time; its seconds only where there are any."""
    return time.isoformat("auto") if time.second or time.microsecond else time.isoformat("minutes")


def change_words(before: str, after: str) -> str:
    """From one value to another, both in words: `30 s → 20 s`."""
    alike = " (not the same to the letter)" if before == after else ""
    return f"{before} → {after}{alike}"


def value_words(value: object) -> str:
    """Any value of a file, in short: `"text"`, `true`, `12 Jan 2026`, `[1, 2]`, `not set`, `not there`."""
    if value is None:
        return NOT_SET
    if isinstance(value, Absent):
        return "not there"
    return _shortened(_written(value))


def _written(value: object) -> str:
    if isinstance(value, str):
        return f'"{" ".join(value.split())}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return date_words(value, year=True)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {_written(item)}' for key, item in value.items())}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(_written(item) for item in value)}]"
    return str(value)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f'{text[:_LONGEST].rstrip()}…"' if text.startswith('"') else f"{text[:_LONGEST].rstrip()}…"


def same(one: object, other: object) -> bool:
    """Whether two values of a file are written alike: `1`, `1.0` and `true` are not, `nan` and `nan` are.

    Python's own comparison would lose a change from `1` to `true`, and see one in `nan` where there is none.
    """
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    return type(one) is type(other) and repr(one) == repr(other)
