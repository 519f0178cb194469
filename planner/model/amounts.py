"""A number of a dose: exact, a range, at least, at most, or "as comfortable"."""

import re

from attrs import field, frozen, validators

LARGEST = 100_000
"""No number of a dose is larger (seconds, repetitions, sets): a day has 86,400 seconds."""

_bound = validators.optional(validators.and_(validators.instance_of(int), validators.ge(0), validators.le(LARGEST)))


@frozen
class Amount:
    """How many, or how long: a range of whole numbers, closed at both ends.

    `Amount(10, 10)` is exactly ten, `Amount(5, 10)` five to ten, `Amount(30, None)` at least thirty, `Amount(None, 20)`
    at most twenty, and `Amount(None, None)` as many or as long as is comfortable. A number that nobody has given is no
    `Amount` at all but `None`.
    """

    minimum: int | None = field(validator=_bound)
    maximum: int | None = field(validator=_bound)

    def __attrs_post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            message = f"a range runs from the smaller number to the larger, not {self.minimum} to {self.maximum}"
            raise ValueError(message)

    @classmethod
    def exactly(cls, number: int) -> "Amount":
        """Just this number."""
        return cls(number, number)

    @classmethod
    def at_least(cls, number: int) -> "Amount":
        """This number or more."""
        return cls(number, None)

    @classmethod
    def at_most(cls, number: int) -> "Amount":
        """Up to this number."""
        return cls(None, number)

    @property
    def exact(self) -> int | None:
        """The one number, where there is just one."""
        return self.minimum if self.minimum == self.maximum else None

    @property
    def least(self) -> int | None:
        """The smallest number that the amount names at all: what an estimate of time counts with."""
        return self.maximum if self.minimum is None else self.minimum

    def covers(self, other: "Amount") -> bool:
        """Whether all of `other` lies within this amount. "As comfortable" covers everything."""
        low = self.minimum is None or (other.minimum is not None and other.minimum >= self.minimum)
        high = self.maximum is None or (other.maximum is not None and other.maximum <= self.maximum)
        return low and high

    def __str__(self) -> str:
        """The amount as files write it: `5-10`, `at least 30`, `as comfortable`."""
        if self.minimum is None and self.maximum is None:
            return "as comfortable"
        if self.maximum is None:
            return f"at least {self.minimum}"
        if self.minimum is None:
            return f"at most {self.maximum}"
        return str(self.minimum) if self.minimum == self.maximum else f"{self.minimum}-{self.maximum}"


AS_COMFORTABLE = Amount(None, None)
"""As many, or as long, as is comfortable: said by the source, without a number."""

_NUMBER = r"([0-9]{1,6})"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_NUMBER), "exactly"),
    (re.compile(rf"{_NUMBER}\s*(?:-|–|—|to)\s*{_NUMBER}"), "range"),
    (re.compile(rf"(?:at least|>=|≥|min(?:imum)?)\s*{_NUMBER}"), "at least"),
    (re.compile(rf"{_NUMBER}\s*(?:\+|or more)"), "at least"),
    (re.compile(rf"(?:at most|up to|<=|≤|max(?:imum)?)\s*{_NUMBER}"), "at most"),
    (re.compile(r"as (?:(?:long|many) as )?(?:is )?comfortable"), "as comfortable"),
)


def parse_amount(text: str) -> Amount:
    """Read what a person types for a number of a dose: `10`, `5-10`, `30+`, `at least 30`, `as comfortable`.

    Raises ValueError, with a sentence, for anything else and for numbers above `LARGEST`.
    """
    wanted = " ".join(text.split()).casefold()
    for pattern, form in _FORMS:
        match = pattern.fullmatch(wanted)
        if match is None:
            continue
        numbers = [int(group) for group in match.groups()]
        if any(number > LARGEST for number in numbers):
            message = f"a number up to {LARGEST:,} is expected"
            raise ValueError(message)
        return _build(form, numbers)
    message = 'a number is expected, or a range such as "5-10" or "at least 30"'
    raise ValueError(message)


def _build(form: str, numbers: list[int]) -> Amount:
    if form == "exactly":
        return Amount.exactly(numbers[0])
    if form == "range":
        return Amount(numbers[0], numbers[1])
    if form == "at least":
        return Amount.at_least(numbers[0])
    if form == "at most":
        return Amount.at_most(numbers[0])
    return AS_COMFORTABLE
