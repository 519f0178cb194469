"""Rules on the numbers of a dose: not set, or not what the leaflet says."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.model import Amount, Count, Dose, Guidance, HoldUnit
from planner.model.plan import NUMBERS
from planner.planning.checks.findings import OWN_RULE, Finding, Found, Severity
from planner.planning.checks.subject import Advised, Row, Subject, titles
from planner.planning.dose_facts import NUMBER_WORDS, dose_from, missing_numbers, sides_worked
from planner.planning.explaining import number_words
from planner.planning.words import listed

ONE_SET = Amount.exactly(1)
"""What a leaflet means that says how many times, and nothing of sets."""


def number_not_set(subject: Subject) -> Found:
    """A number that the action needs and nobody has given: nobody can do "— × 30 s".

    The rule is the planner's own; where a leaflet gives the number, the finding says it.
    """
    for row in subject.rows:
        missing = missing_numbers(row.prescription.dose, row.variant)
        if not missing:
            continue
        names = listed([NUMBER_WORDS[name] for name in missing])
        said = [
            f"{advised.name} says {listed(given)}"
            for advised in row.advice
            if (given := _given(advised.guidance, missing))
        ]
        blank = f"{listed([advised.name for advised in row.advice])} leaves it blank" if row.advice else ""
        hint = "; ".join(said) or (blank if len(row.advice) < 2 else blank.replace("leaves", "leave"))
        sentence = f"{row.title}: {names} not set{f' ({hint})' if hint else ''}."
        yield Finding("number-not-set", Severity.WORTH_CHECKING, sentence, OWN_RULE, row.id)


def _given(guidance: Guidance, numbers: Iterable[str]) -> list[str]:
    dose = dose_from(guidance)
    return [number_words(name, dose) for name in numbers if getattr(dose, name) is not None]


class _Outside(NamedTuple):
    """A part of a dose that is not as a leaflet says."""

    mine: str
    said: tuple[tuple[Advised, str], ...]
    is_more: bool
    """Whether it is more than the leaflet says, rather than less or something else."""


def outside_leaflet_range(subject: Subject) -> Found:
    """A number that is not within what the leaflet says, or repetitions that it counts otherwise.

    The leaflet is the one whose dose the row started from. A row that started from none is compared with all leaflets
    that speak of this way, and found only where it agrees with none of them. A count is taken for a second. More than
    the leaflet says is worth checking; less, or "as comfortable", is good to know.
    """
    for row in subject.rows:
        outside = [*_numbers_outside(row), *_counted_otherwise(row)]
        if not outside:
            continue
        said: dict[str, list[str]] = {}
        for part in outside:
            for advised, words in part.said:
                said.setdefault(advised.name, []).append(words)
        mine = ", ".join(part.mine for part in outside)
        theirs = "; ".join(f"{name} says {', '.join(words)}" for name, words in said.items())
        severity = Severity.WORTH_CHECKING if any(part.is_more for part in outside) else Severity.GOOD_TO_KNOW
        source = titles(advised for part in outside for advised, _ in part.said)
        yield Finding("outside-leaflet-range", severity, f"{row.title}: {mine}. {theirs}.", source, row.id)


def _numbers_outside(row: Row) -> Iterator[_Outside]:
    dose = row.prescription.dose
    for name in NUMBERS:
        mine: Amount | None = getattr(dose, name)
        said = [(advised, amount) for advised in row.advice if (amount := _advised_amount(advised.guidance, name))]
        if mine is None or not said:
            continue
        if name == "hold":
            said = [(advised, amount) for advised, amount in said if _comparable(dose, advised.guidance)]
            if not said:
                yield _Outside(number_words(name, dose), _words(name, row.advice), is_more=False)
                continue
        if any(amount.covers(mine) for _, amount in said):
            continue
        is_more = all(_exceeds(mine, amount) for _, amount in said)
        yield _Outside(number_words(name, dose), _words(name, [advised for advised, _ in said]), is_more)


def _advised_amount(guidance: Guidance, name: str) -> Amount | None:
    amount: Amount | None = getattr(guidance, name)
    if name == "sets" and amount is None and (guidance.reps or guidance.duration):
        return ONE_SET
    return amount


def _words(name: str, advice: Iterable[Advised]) -> tuple[tuple[Advised, str], ...]:
    return tuple(
        (
            advised,
            number_words(name, dose_from(advised.guidance)) if getattr(advised.guidance, name) else "nothing of sets",
        )
        for advised in advice
        if _advised_amount(advised.guidance, name)
    )


def _comparable(dose: Dose, guidance: Guidance) -> bool:
    return (dose.hold_unit is HoldUnit.BREATHS) is (guidance.hold_unit is HoldUnit.BREATHS)


def _exceeds(mine: Amount, said: Amount) -> bool:
    largest = mine.minimum if mine.maximum is None else mine.maximum
    return said.maximum is not None and largest is not None and largest > said.maximum


def _counted_otherwise(row: Row) -> Iterator[_Outside]:
    """Ten in all where the leaflet says ten to each side, or the other way round; a pair is one to each side."""
    dose = row.prescription.dose
    if dose.reps is None or sides_worked(row.variant, row.prescription.side) < 2:
        return
    said = [advised for advised in row.advice if advised.guidance.reps]
    in_all = dose.count is Count.ALTERNATING
    if not said or any((advised.guidance.count is Count.ALTERNATING) is in_all for advised in said):
        return
    words = tuple((advised, f"reps {(advised.guidance.count or Count.EACH_SIDE).plain}") for advised in said)
    yield _Outside(f"reps {(dose.count or Count.EACH_SIDE).plain}", words, is_more=not in_all)
