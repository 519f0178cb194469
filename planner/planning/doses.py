"""Doses in words. A dose line cannot be read two ways: "10 × 10 s hold, each side", never just "10 × 10".

Whether a number counts for each side or for both, and how long to wait between sets, are the questions that patients
ask of dose lines; every line answers them.
"""

from planner.model import Dose, Guidance, Side, SideRule, Sides, Source, Variant
from planner.planning.dose_facts import (
    NUMBER_WORDS,
    action_of,
    dose_from,
    missing_numbers,
    numbers_of,
    sides_worked,
)
from planner.planning.dose_lines import DoseLine, blank_note
from planner.planning.words import amount_words, every_hours_words, often_words

__all__ = [
    "NUMBER_WORDS",
    "action_of",
    "amount_words",
    "dose_from",
    "dose_line",
    "frequency_words",
    "guidance_line",
    "missing_numbers",
    "numbers_of",
    "short_dose",
    "sides_worked",
]


def dose_line(dose: Dose, variant: Variant | None, side: Side | None) -> str:
    """The whole dose in words: `10 × 10 s hold, each side`, `— × 5–10 s hold (reps not set)`, `walking, 10 min`.

    `variant` is `None` for an exercise that the library does not have; the words then come from the numbers alone.
    """
    return DoseLine(dose, variant, side).full()


def short_dose(dose: Dose, variant: Variant | None, side: Side | None) -> str:
    """The dose for a narrow column: `10 × 10 s, each side`, `30 s`, `— × 30 s (reps not set)`.

    The action and the rest between sets are left to `dose_line`; everything that could be misread stays.
    """
    return DoseLine(dose, variant, side).short()


def guidance_line(guidance: Guidance, variant: Variant, source: Source | None = None) -> str:
    """What one source says, in words: `10 × 10 s hold, each side, twice a day`; what it leaves blank is named.

    How often is taken from the source as a whole where this guidance does not say it.
    """
    line = DoseLine(dose_from(guidance), variant, None)
    often = frequency_words(guidance, source)
    if variant.sides is Sides.ONE:
        rule = "" if variant.side_rule is SideRule.EITHER else f", {variant.side_rule.plain}"
        often = f"one side only{rule}" + (f", {often}" if often else "")
    blanks = [NUMBER_WORDS[name] for name in missing_numbers(line.dose, variant)]
    return ", ".join(part for part in (*line.parts(), often) if part) + blank_note(blanks, "not given")


def frequency_words(guidance: Guidance | None, source: Source | None = None) -> str:
    """How often a source says to do it: `twice a day`, `every 3 hours`; empty where it does not say."""
    parts: list[str] = []
    times_a_day = (guidance.times_a_day if guidance else None) or (source.times_a_day if source else None)
    if times_a_day is not None:
        parts.append(often_words(times_a_day, "day"))
    if guidance and guidance.every_hours is not None:
        parts.append(every_hours_words(guidance.every_hours))
    if guidance and guidance.times_a_week is not None:
        parts.append(often_words(guidance.times_a_week, "week"))
    return ", ".join(parts)
