"""The numbers of doses: set, cleared, or stepped up and down in place."""

from attrs import evolve

from planner.model import Amount, Count, Dose, HoldUnit, Plan
from planner.model.amounts import LARGEST
from planner.model.plan import NUMBERS
from planner.planning.edits.each import Ids, change

FIRST = {"sets": 1, "reps": 1, "hold": 5, "duration": 30, "rest": 15}
"""The number that a first step up from a blank gives."""

_MOST_STEPS = 1_000

# From which number on, and by how much. The steps are fine where numbers are small, and land on round numbers.
_STEPS = {
    "sets": ((0, 1),),
    "reps": ((0, 1),),
    "hold": ((0, 1), (5, 5)),
    "duration": ((0, 1), (5, 5), (30, 30), (600, 60)),
    "rest": ((0, 1), (5, 5), (15, 15)),
}


def set_dose(plan: Plan, ids: Ids, dose: Dose) -> Plan:
    """Another dose altogether."""
    return change(plan, ids, lambda item: evolve(item, dose=dose))


def set_number(plan: Plan, ids: Ids, number: str, amount: Amount | None) -> Plan:
    """Another value for one number of the dose (`sets`, `reps`, `hold`, `duration` or `rest`); `None` clears it.

    Raises ValueError for any other name.
    """
    _check(number)
    return change(plan, ids, lambda item: evolve(item, dose=with_number(item.dose, number, amount)))


def clear_number(plan: Plan, ids: Ids, number: str) -> Plan:
    """Make one number of the dose not set."""
    return set_number(plan, ids, number, None)


def step_number(plan: Plan, ids: Ids, number: str, by: int) -> Plan:
    """One number of each dose so many steps up, or down where `by` is negative.

    Raises ValueError where there is no such number.
    """
    _check(number)

    def step(dose: Dose) -> Dose:
        unit = dose.hold_unit if number == "hold" else HoldUnit.SECONDS
        return with_number(dose, number, stepped(number, _amount(dose, number), by, unit))

    return change(plan, ids, lambda item: evolve(item, dose=step(item.dose)))


def stepped(number: str, amount: Amount | None, by: int, unit: HoldUnit = HoldUnit.SECONDS) -> Amount | None:
    """An amount so many steps up or down: one repetition or set, 5 s of hold (1 s below 5), 30 s of time, 15 s of rest.

    A blank, and "as comfortable", begin with a first sensible value on the way up and stay as they are on the way
    down. The first step makes a range its greater number going up and its smaller one going down. Nothing goes below
    one; a hold in breaths or counts goes one by one. Raises ValueError where there is no such number.
    """
    _check(number)
    for _ in range(min(abs(by), _MOST_STEPS)):
        amount = _one_step(number, amount, unit, up=by > 0)
    return amount


def with_number(dose: Dose, number: str, amount: Amount | None) -> Dose:
    """The same dose with another value for one of its numbers. Raises ValueError where there is no such number."""
    _check(number)
    changed: dict[str, object] = {number: amount}
    return evolve(dose, **changed)  # type: ignore[arg-type]  # the name was checked


def set_count(plan: Plan, ids: Ids, count: Count | None) -> Plan:
    """What one repetition is when there are two sides."""
    return change(plan, ids, lambda item: evolve(item, dose=evolve(item.dose, count=count)))


def set_hold_unit(plan: Plan, ids: Ids, unit: HoldUnit) -> Plan:
    """What holds are counted in."""
    return change(plan, ids, lambda item: evolve(item, dose=evolve(item.dose, hold_unit=unit)))


def _one_step(number: str, amount: Amount | None, unit: HoldUnit, *, up: bool) -> Amount | None:
    if amount is None or amount.least is None:
        return Amount.exactly(FIRST[number]) if up else amount
    if amount.exact is None:
        # "30 or more" and "up to 20" name one number only: that one, in both directions.
        end = amount.maximum if up else amount.minimum
        return Amount.exactly(amount.least if end is None else end)
    steps = ((0, 1),) if unit is not HoldUnit.SECONDS else _STEPS[number]
    return Amount.exactly(_neighbour(amount.exact, steps, up=up))


def _neighbour(value: int, steps: tuple[tuple[int, int], ...], *, up: bool) -> int:
    """The next round number up or down."""
    near = value if up else value - 1
    size = max((start, size) for start, size in steps if start <= max(near, 0))[1]
    following = (near // size + 1) * size if up else near // size * size
    return following if 1 <= following <= LARGEST else value


def _check(number: str) -> None:
    if number not in NUMBERS:
        message = f'"{number}" is not a number of a dose; there are {", ".join(NUMBERS)}'
        raise ValueError(message)


def _amount(dose: Dose, number: str) -> Amount | None:
    amounts = {"sets": dose.sets, "reps": dose.reps, "hold": dose.hold, "duration": dose.duration, "rest": dose.rest}
    return amounts[number]
