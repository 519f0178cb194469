"""Numbers in words: amounts, times, how often. Every phrase is meant to be read in one way only."""

from collections.abc import Sequence

from planner.model import AS_COMFORTABLE, Amount, HoldUnit

BLANK = "—"
"""What stands where a number is not set."""

_MINUTE = 60
_LEAST_IN_MINUTES = 120
"""Below two minutes people count in seconds: leaflets say "90 seconds", not "one and a half minutes"."""


def amount_words(amount: Amount) -> str:
    """An amount as screens show it: `5–10`, `30 or more`, `up to 20`, `as comfortable`."""
    return _with_unit(amount, "") or "as comfortable"


def seconds_words(amount: Amount, *, brief: bool = False) -> str:
    """A length of time given in seconds: `30 s`, `5–10 s`, `30 s or more`, `2 min`, `as long as comfortable`.

    Whole minutes from two minutes on are told in minutes; a range only where both of its ends are. In brief, "30 s or
    more" is `30+ s`.
    """
    if amount == AS_COMFORTABLE:
        return "as long as comfortable"
    bounds = [bound for bound in (amount.minimum, amount.maximum) if bound is not None]
    if all(bound >= _LEAST_IN_MINUTES and bound % _MINUTE == 0 for bound in bounds):
        return _with_unit(_divided(amount, _MINUTE), " min", brief=brief)
    return _with_unit(amount, " s", brief=brief)


def hold_words(amount: Amount, unit: HoldUnit, *, brief: bool = False) -> str:
    """A hold in its own unit, without the word hold: `10 s`, `5 breaths`, `a count of 5`, `as long as comfortable`."""
    if amount == AS_COMFORTABLE:
        return "as long as comfortable"
    if unit is HoldUnit.SECONDS:
        return seconds_words(amount, brief=brief)
    if unit is HoldUnit.BREATHS:
        return f"{amount_words(amount)} {'breath' if _is_one(amount) else 'breaths'}"
    return f"a count of {amount_words(amount)}"


def times_words(amount: Amount) -> str:
    """How many times: `once`, `10 times`, `8–10 times`, `as many times as comfortable`."""
    if amount == AS_COMFORTABLE:
        return "as many times as comfortable"
    if amount.exact == 1:
        return "once"
    return f"{amount_words(amount)} {'time' if _is_one(amount) else 'times'}"


def sets_words(amount: Amount) -> str:
    """How many sets: `1 set`, `2–3 sets`, `as many sets as comfortable`."""
    if amount == AS_COMFORTABLE:
        return "as many sets as comfortable"
    return f"{amount_words(amount)} {'set' if _is_one(amount) else 'sets'}"


def often_words(amount: Amount, period: str) -> str:
    """How often in a period, such as a day: `once a day`, `twice a day`, `once or twice a day`, `3–4 times a day`."""
    common = {(1, 1): "once", (2, 2): "twice", (1, 2): "once or twice"}
    words = common.get((amount.minimum or 0, amount.maximum or 0))
    if amount == AS_COMFORTABLE:
        return f"as often a {period} as comfortable"
    return f"{words or times_words(amount)} a {period}"


def every_hours_words(amount: Amount) -> str:
    """An interval in hours: `every hour`, `every 3 hours`, `every 2–3 hours`."""
    if amount == AS_COMFORTABLE:
        return "every few hours, as comfortable"
    if amount.exact == 1:
        return "every hour"
    return f"every {_with_unit(amount, ' hour' if _is_one(amount) else ' hours')}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Several things in one phrase: `reps`, `reps and hold`, `reps, hold and side`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def capitalised(text: str) -> str:
    """The text with a capital first letter; the rest stays as it is, unlike with `str.capitalize`."""
    return text[:1].upper() + text[1:]


def _with_unit(amount: Amount, unit: str, *, brief: bool = False) -> str:
    """The numbers of an amount, the unit standing right after the last of them; nothing for "as comfortable"."""
    low, high = amount.minimum, amount.maximum
    if low is None:
        return "" if high is None else f"up to {high}{unit}"
    if high is None:
        return f"{low}+{unit}" if brief else f"{low}{unit} or more"
    return f"{low}{unit}" if low == high else f"{low}–{high}{unit}"


def _divided(amount: Amount, divisor: int) -> Amount:
    low, high = amount.minimum, amount.maximum
    return Amount(None if low is None else low // divisor, None if high is None else high // divisor)


def _is_one(amount: Amount) -> bool:
    """Whether the noun after the amount is singular: `1 set`, `up to 1 set`."""
    return amount.maximum == 1 and amount.minimum in (None, 1)
