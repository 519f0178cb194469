"""From what a source says to what a plan prescribes: its dose, and how often."""

from planner.model import EVERY_DAY, Amount, Guidance, Plan, Schedule, Source, Weekday
from planner.planning.dose_facts import dose_from
from planner.planning.doses import frequency_words
from planner.planning.explaining import explain, schedule_words

__all__ = ["dose_from", "explain", "schedule_from", "schedule_reason", "schedule_words", "times_a_day"]

WAKING_HOURS = 16
"""Hours of a day in which "every 3 hours" can apply: people sleep for the other eight."""

_SPREAD = {1: "0", 2: "03", 3: "024", 4: "0134", 5: "01234", 6: "012345"}
"""Days for so many times a week, by number, with days of rest between them where that is possible."""


def schedule_from(plan: Plan, guidance: Guidance | None, source: Source | None) -> Schedule:
    """When to do it, as the source says: so many of the plan's slots a day, spread over the day, on every day.

    A range counts with its least number; where more times are said than the plan has slots, all of them are due. Where
    nothing is said how often, it is due in the first slot of every day, because what is due never is of no use;
    `schedule_reason` says that nobody has said so.
    """
    names = [slot.name for slot in plan.slots]
    if not names:
        return Schedule()
    said = times_a_day(guidance, source)
    wanted = max(1, (said.least if said else None) or 1)
    days = _days_a_week(guidance)
    return Schedule.of(dict.fromkeys(_spread(names, wanted), days))


def schedule_reason(plan: Plan, guidance: Guidance | None, source: Source | None) -> str:
    """Why `schedule_from` chose as it did: `twice a day, as the leaflet says`."""
    often = frequency_words(guidance, source)
    if guidance is None:
        return "nobody has said how often"
    if not often:
        return "the leaflet does not say how often"
    said = times_a_day(guidance, source)
    slots = len(plan.slots)
    if said is not None and (said.least or 0) > slots:
        return f"the leaflet says {often}; this plan has {slots} {'time' if slots == 1 else 'times'} of the day"
    return f"{often}, as the leaflet says"


def times_a_day(guidance: Guidance | None, source: Source | None) -> Amount | None:
    """How many times a day is said, for this variant or by the source for all; every so many hours while awake.

    `None` where nothing is said.
    """
    if guidance is not None and guidance.times_a_day is not None:
        return guidance.times_a_day
    if guidance is not None and guidance.every_hours is not None:
        return _in_a_day(guidance.every_hours)
    return source.times_a_day if source else None


def _in_a_day(hours: Amount) -> Amount:
    """Every 2–3 hours is 5–8 times a day."""
    fewest = None if hours.maximum is None else max(1, WAKING_HOURS // max(1, hours.maximum))
    most = None if hours.minimum is None else max(1, WAKING_HOURS // max(1, hours.minimum))
    return Amount(fewest, most)


def _days_a_week(guidance: Guidance | None) -> frozenset[Weekday]:
    said = guidance.times_a_week if guidance else None
    days = _SPREAD.get(said.least or 0) if said else None
    return EVERY_DAY if days is None else frozenset(Weekday(int(number)) for number in days)


def _spread(names: list[str], wanted: int) -> list[str]:
    """So many of the slots, the first and the last among them."""
    if wanted >= len(names):
        return names
    if wanted == 1:
        return names[:1]
    return [names[round(index * (len(names) - 1) / (wanted - 1))] for index in range(wanted)]
