"""How long a prescription takes. Leaflets do not say, so the assumptions stand here, each with its reason.

They lean to the short side where the leaflet gives a range: what comes out is the least to reckon with.
"""

from collections.abc import Iterable
from typing import NamedTuple

from planner.model import Action, Amount, Count, Dose, HoldUnit, Side, Variant
from planner.planning.dose_facts import action_of, missing_numbers, sides_worked

SECONDS_TO_MOVE = 3
"""To go into a held position and come back, for each repetition: slowly, as leaflets ask."""

SECONDS_TO_REPEAT = 4
"""One repetition without a hold: there and back in one slow movement of two seconds each way."""

SECONDS_TO_SETTLE = 15
"""To get into the starting position, once for each exercise, and to change sides where one side follows the other."""

SECONDS_OF = {HoldUnit.SECONDS: 1, HoldUnit.COUNTS: 1, HoldUnit.BREATHS: 4}
"""A count is a second ("one thousand and one"); a calm breath takes four, at 15 breaths in a minute."""

MOST_SECONDS = 86_400
"""A day. No estimate is longer, whatever numbers a file holds."""


class Estimate(NamedTuple):
    """The time something takes, in seconds. Where it is not complete, a number is not set and it takes at least this.

    Nought seconds that are not complete mean that nothing is known.
    """

    seconds: int
    complete: bool

    @property
    def words(self) -> str:
        """In minutes: `14 min`, `at least 14 min`, `?`."""
        if self.complete:
            return f"{minutes(self.seconds)} min"
        return f"at least {minutes(self.seconds)} min" if self.seconds else "?"


NOTHING = Estimate(0, complete=True)
"""The time that nothing takes."""


def estimate(dose: Dose, variant: Variant | None, side: Side | None) -> Estimate:
    """The time for one session of a prescription.

    Sets times repetitions times sides times (hold and return), the rests between, and the time to settle. A range
    counts with its least number. A number that is not set counts as little as it can (one repetition, no hold) and
    makes the estimate incomplete, and so does "as comfortable", which names no number.
    """
    action = action_of(dose, variant)
    needed = missing_numbers(dose, variant)
    if action is None or (action in (Action.ROCK, Action.ACTIVITY) and needed) or _nothing_known(dose):
        return Estimate(0, complete=False)
    sets = _least(dose.sets, 1)
    seconds = sets * _one_set(dose, action, variant, side) + max(sets - 1, 0) * _least(dose.rest, 0)
    if action is not Action.ACTIVITY:
        # A walk of ten minutes is ten minutes: nobody needs time to get into position for it.
        seconds += SECONDS_TO_SETTLE
    return Estimate(min(seconds, MOST_SECONDS), complete=not needed and not _without_number(dose))


def total(estimates: Iterable[Estimate]) -> Estimate:
    """Several one after the other: as long as all of them, complete if each one is."""
    seconds, complete = 0, True
    for item in estimates:
        seconds += item.seconds
        complete = complete and item.complete
    return Estimate(min(seconds, MOST_SECONDS), complete)


def minutes(seconds: int) -> int:
    """Whole minutes, rounded up; nought stays nought."""
    return -(-seconds // 60)


def _one_set(dose: Dose, action: Action, variant: Variant | None, side: Side | None) -> int:
    sides = sides_worked(variant, side, dose.count)
    reps = _least(dose.reps, 1)
    duration = _least(dose.duration, 0)
    if action in (Action.ROCK, Action.ACTIVITY):
        return reps * duration * sides + (sides - 1) * SECONDS_TO_SETTLE
    move = SECONDS_TO_MOVE if action is Action.HOLD else SECONDS_TO_REPEAT
    each = _least(dose.hold, 0) * SECONDS_OF[dose.hold_unit] + move
    turn_by_turn = dose.count in (Count.ALTERNATING, Count.PAIR)
    times = reps * (1 if dose.count is Count.ALTERNATING else sides)
    change = 0 if turn_by_turn else (sides - 1) * SECONDS_TO_SETTLE
    # "10 times, 2 min in all": both were given, and the longer one covers them.
    return max(times * each + change, duration * (sides if dose.reps is None else 1))


def _least(amount: Amount | None, otherwise: int) -> int:
    return otherwise if amount is None or amount.least is None else amount.least


def _nothing_known(dose: Dose) -> bool:
    return _least(dose.reps, 0) == _least(dose.hold, 0) == _least(dose.duration, 0) == 0


def _without_number(dose: Dose) -> bool:
    """Whether any number that was given is "as comfortable"."""
    given = (dose.sets, dose.reps, dose.hold, dose.duration, dose.rest)
    return any(amount is not None and amount.least is None for amount in given)
