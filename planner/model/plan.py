"""A plan and its parts, as DESIGN calls them. Everything is frozen; an edit makes a new plan."""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen, validators

from planner.model.amounts import Amount
from planner.model.terms import Count, HoldUnit, PainfulSide, Side
from planner.model.weekdays import Weekday

FORMAT = 1
"""The version of the plan file that this program writes."""

MOST_WEEKS = 520
"""The longest course a plan may have: ten years."""

_NOTHING: Mapping[str, object] = {}


@frozen
class Slot:
    """A named time of the day. Times a day is the number of slots that a prescription is due in."""

    name: str
    time: dt.time


@frozen
class Dose:
    """What the plan prescribes. A number that nobody has given is `None`, never filled in.

    `hold` is per repetition, in `hold_unit` (seconds unless said otherwise); `duration` (of rocking or an activity)
    and `rest` (between sets) are in seconds. `count` says what one repetition is when there are two sides; absent, it
    is "each side" wherever both sides are worked.
    """

    sets: Amount | None = None
    reps: Amount | None = None
    hold: Amount | None = None
    duration: Amount | None = None
    rest: Amount | None = None
    count: Count | None = None
    hold_unit: HoldUnit = HoldUnit.SECONDS
    extra: Mapping[str, object] = _NOTHING
    """Keys of the file that this program does not know; kept and written back."""


NUMBERS = ("sets", "reps", "hold", "duration", "rest")
"""The numbers of a dose, in the order in which screens give them."""


def _clean_entries(
    entries: Iterable[tuple[str, Iterable[Weekday]]],
) -> tuple[tuple[str, frozenset[Weekday]], ...]:
    return tuple(sorted((slot, frozenset(days)) for slot, days in entries if days))


@frozen
class Schedule:
    """When a prescription is due: the days of each slot. The order in which they are given does not matter."""

    entries: tuple[tuple[str, frozenset[Weekday]], ...] = field(default=(), converter=_clean_entries)

    @classmethod
    def of(cls, when: Mapping[str, Iterable[Weekday]]) -> "Schedule":
        """From a mapping of slot names to days."""
        return cls((slot, frozenset(days)) for slot, days in when.items())

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of the slots with at least one day."""
        return tuple(slot for slot, _ in self.entries)

    def days(self, slot: str) -> frozenset[Weekday]:
        """The days on which this slot is due."""
        return dict(self.entries).get(slot, frozenset())

    def is_due(self, slot: str, day: Weekday) -> bool:
        """Whether anything is due in this slot on this day."""
        return day in self.days(slot)

    def times_on(self, day: Weekday) -> int:
        """How many times on this day."""
        return sum(day in days for _, days in self.entries)

    def with_days(self, slot: str, days: Iterable[Weekday]) -> "Schedule":
        """The same schedule with other days for one slot."""
        return Schedule.of({**dict(self.entries), slot: frozenset(days)})


@frozen
class Prescription:
    """One exercise in one variant with one dose, and when it is due.

    `exercise`, `variant` and `guidance` (the source whose dose it started from) are ids of a library, which may not
    have them. `side` is set where only one side is worked; for a one-sided variant, `None` means that nobody has said
    yet.
    """

    id: str
    exercise: str
    variant: str
    guidance: str | None = None
    side: Side | None = None
    note: str = ""
    dose: Dose = Dose()
    when: Schedule = Schedule()
    extra: Mapping[str, object] = _NOTHING
    """Keys of the file that this program does not know; kept and written back."""


@frozen
class Plan:
    """A home exercise programme. `weeks` is the length of the course; `start` and `weeks` may be not set.

    Slots are in the order of the day, prescriptions in the order of the session.
    """

    id: str
    title: str
    start: dt.date | None = None
    weeks: int | None = field(default=None, validator=validators.optional(validators.instance_of(int)))
    painful_side: PainfulSide | None = None
    safety_checked: dt.date | None = None
    """The day the red-flag questions were answered."""
    note: str = ""
    slots: tuple[Slot, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()
    extra: Mapping[str, object] = _NOTHING
    """Keys of the file that this program does not know; kept and written back."""

    def slot(self, name: str) -> Slot | None:
        """The slot of this name."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def prescription(self, identifier: str) -> Prescription | None:
        """The prescription with this id."""
        return next((item for item in self.prescriptions if item.id == identifier), None)

    def with_prescriptions(self, prescriptions: Iterable[Prescription]) -> "Plan":
        """The same plan with other prescriptions."""
        return evolve(self, prescriptions=tuple(prescriptions))
