"""One sentence on a prescription: what its source says, what it leaves to the person, and what they made of it."""

from planner.model import (
    EVERY_DAY,
    Amount,
    Count,
    Dose,
    Guidance,
    Library,
    Plan,
    Prescription,
    Schedule,
    Source,
    Variant,
)
from planner.model.plan import NUMBERS
from planner.model.weekdays import WEEKDAYS, WEEKEND
from planner.planning.dose_facts import NUMBER_WORDS, dose_from, missing_numbers, sides_worked
from planner.planning.dose_lines import DoseLine
from planner.planning.doses import frequency_words
from planner.planning.naming import source_name
from planner.planning.words import amount_words, capitalised, hold_words, listed, often_words, seconds_words, sets_words


def explain(plan: Plan, library: Library, prescription: Prescription) -> str:
    """The sentence under the week for one of the plan's prescriptions.

    `Camden MSK says hold 30 s or more and leaves the reps and how often to you. Yours: 3 reps.`
    """
    found = library.variant(prescription.exercise, prescription.variant)
    if found is None:
        return f'"{prescription.exercise}" ({prescription.variant}) is not in the library; the row is kept as it is.'
    _, variant = found
    source = library.source(prescription.guidance) if prescription.guidance else None
    guidance = variant.guidance_from(prescription.guidance)
    if guidance is None:
        return _without_guidance(prescription, variant, source)
    name = source_name(source, guidance.source)
    return f"{name} {_says(guidance, variant, source)}. {_yours(prescription, variant, guidance, source)}"


def schedule_words(when: Schedule) -> str:
    """How often a schedule makes something due: `twice a day`, `once or twice a day, on Mon, Wed and Fri`."""
    days = sorted(day for _, days in when.entries for day in days)
    if not days:
        return "not due on any day"
    times = [when.times_on(day) for day in sorted(set(days))]
    words = often_words(Amount(min(times), max(times)), "day")
    due = frozenset(days)
    if due == EVERY_DAY:
        return words
    groups = {WEEKDAYS: "on weekdays", WEEKEND: "at the weekend"}
    return f"{words}, {groups.get(due) or 'on ' + listed([day.short for day in sorted(due)])}"


def number_words(number: str, dose: Dose) -> str:
    """One number of a dose with its unit: `3 reps`, `hold 10 s`, `60 s rest`, `reps not set`."""
    amount: Amount | None = getattr(dose, number)
    if amount is None:
        return f"{NUMBER_WORDS[number]} not set"
    if number == "sets":
        return sets_words(amount)
    if number == "hold":
        return f"hold {hold_words(amount, dose.hold_unit)}"
    if number == "reps":
        return f"{amount_words(amount)} {'rep' if amount.exact == 1 else 'reps'}"
    return f"{seconds_words(amount)} rest" if number == "rest" else seconds_words(amount)


def _without_guidance(prescription: Prescription, variant: Variant, source: Source | None) -> str:
    missing = [f"{NUMBER_WORDS[name]} not set" for name in missing_numbers(prescription.dose, variant)]
    rest = f" {capitalised(listed(missing))}." if missing else ""
    if prescription.guidance:
        return f"The library has no dose from {source_name(source, prescription.guidance)} for this.{rest}"
    return f"Your own dose, from no leaflet.{rest}"


def _says(guidance: Guidance, variant: Variant, source: Source | None) -> str:
    dose = dose_from(guidance)
    often = frequency_words(guidance, source)
    missing = missing_numbers(dose, variant)
    if missing:
        given = [number_words(name, dose) for name in NUMBERS if getattr(dose, name) is not None]
    else:
        given = DoseLine(dose, variant, None).parts()
    said = ", ".join([*given, often] if often else given)
    left = [f"the {NUMBER_WORDS[name]}" for name in missing] + ([] if often else ["how often"])
    leaves = f"leaves {listed(left)} to you"
    if not said:
        return leaves
    return f"says {said} and {leaves}" if left else f"says {said}"


def _yours(prescription: Prescription, variant: Variant, guidance: Guidance, source: Source | None) -> str:
    dose, theirs = prescription.dose, dose_from(guidance)
    missing = missing_numbers(dose, variant)
    changed = [
        number_words(name, dose)
        for name in NUMBERS
        if getattr(dose, name) != getattr(theirs, name)
        or name in missing
        or (name == "hold" and _unit_differs(dose, theirs))
    ]
    if sides_worked(variant, prescription.side) == 2:
        mine, given = (item.count or Count.EACH_SIDE for item in (dose, theirs))
        changed += [mine.plain] if mine is not given else []
    elif prescription.side is not None and sides_worked(variant, None) == 2:
        changed.append(f"{variant.side_names.of(prescription.side)} only")
    if not _as_often(prescription.when, guidance, source):
        changed.append(schedule_words(prescription.when))
    return f"Yours: {', '.join(changed)}." if changed else "Yours is the same."


def _unit_differs(dose: Dose, theirs: Dose) -> bool:
    return dose.hold is not None and dose.hold_unit is not theirs.hold_unit


def _as_often(when: Schedule, guidance: Guidance, source: Source | None) -> bool:
    """Whether the schedule agrees with the source, as far as the source says anything."""
    days = {day for _, days in when.entries for day in days}
    a_day = guidance.times_a_day or (source.times_a_day if source else None)
    if not days or (guidance.every_hours is not None and a_day is None):
        return False
    if guidance.times_a_week is not None and not guidance.times_a_week.covers(Amount.exactly(len(days))):
        return False
    if a_day is None:
        return True
    every_day = guidance.times_a_week is not None or days == EVERY_DAY
    return every_day and all(a_day.covers(Amount.exactly(when.times_on(day))) for day in days)
