"""The prescriptions of a plan file: ids, doses and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from attrs import evolve

from planner.files.collecting import Collector, Part
from planner.files.describing import describe, did_you_mean, key_words, one_of
from planner.files.fields import Table
from planner.files.text import quoted
from planner.model import Count, Dose, HoldUnit, Prescription, Schedule, Side, Weekday, parse_days
from planner.model.plan import NUMBERS
from planner.model.weekdays import DAY_WORDS

if TYPE_CHECKING:
    from planner.files.toml_spans import Path

PRESCRIPTION_KEYS = ("id", "exercise", "variant", "guidance", "side", "note", "dose", "when")
"""The keys of a prescription, in canonical order."""

DOSE_KEYS = ("hold", "reps", "sets", "duration", "rest", "count", "hold-unit")
"""The keys of a dose, in canonical order."""

_DAYS = 'days such as "daily", "mon-fri" or "mon wed fri"'
_ALL_DAY_WORDS = (*DAY_WORDS, *(day.title.lower() for day in Weekday))


def read_prescriptions(table: Table, slots: Sequence[str]) -> list[tuple[Path, Prescription]]:
    """The prescriptions of a plan with their places. Those without an id in the file have an empty one."""
    read = [_prescription(item, slots) for item in table.tables("prescription", "[[prescription]]")]
    given = ((prescription.id, (*path, "id")) for path, prescription in read)
    table.collector.refuse_repeated("the id", "an id of its own for each prescription", given)
    return read


def give_ids(prescriptions: Sequence[Prescription]) -> tuple[tuple[Prescription, ...], frozenset[str]]:
    """The prescriptions, each with an id, and the ids that were made: `knee-roll-1` for the first knee roll."""
    taken = {prescription.id for prescription in prescriptions}
    numbers: dict[str, Iterator[int]] = {}
    made: set[str] = set()
    complete: list[Prescription] = []
    for prescription in prescriptions:
        if prescription.id:
            complete.append(prescription)
            continue
        exercise = prescription.exercise or "exercise"
        candidates = (f"{exercise}-{number}" for number in numbers.setdefault(exercise, count(1)))
        identifier = next(each for each in candidates if each not in taken)
        taken.add(identifier)
        made.add(identifier)
        complete.append(evolve(prescription, id=identifier))
    return tuple(complete), frozenset(made)


_parse_days = lru_cache(maxsize=256)(parse_days)


def _prescription(table: Table, slots: Sequence[str]) -> tuple[Path, Prescription]:
    prescription = Prescription(
        id=table.name("id") or "",
        exercise=table.required_name("exercise", "this prescription", "knee-roll"),
        variant=table.required_name("variant", "this prescription", "hold-one-side"),
        guidance=table.name("guidance"),
        side=table.term("side", Side),
        note=table.text("note"),
        dose=_dose(table.table("dose", "[prescription.dose]")),
        when=_when(table.table("when", "[prescription.when]"), slots),
        extra=table.others(PRESCRIPTION_KEYS),
    )
    for key in table.to_look_at(prescription.extra):
        if key in DOSE_KEYS:
            hint = "it belongs under [prescription.dose]"
        elif key in slots:
            hint = "it belongs under [prescription.when]"
        else:
            hint = did_you_mean(key, PRESCRIPTION_KEYS)
        _warn_of_unknown(table, key, hint)
    return table.path, prescription


def _warn_of_unknown(table: Table, key: str, hint: str) -> None:
    if hint:
        table.unknown(key, "kept but not used", hint)


def _dose(table: Table) -> Dose:
    dose = Dose(
        **{name: table.amount(name, 0 if name == "rest" else 1) for name in NUMBERS},
        count=table.term("count", Count),
        hold_unit=table.term("hold-unit", HoldUnit) or HoldUnit.SECONDS,
        extra=table.others(DOSE_KEYS),
    )
    for key in table.to_look_at(dose.extra):
        if key in PRESCRIPTION_KEYS:
            hint = "it belongs to the prescription: put it above [prescription.dose]"
        else:
            hint = did_you_mean(key, DOSE_KEYS)
        _warn_of_unknown(table, key, hint)
    return dose


def _when(table: Table, slots: Sequence[str]) -> Schedule:
    due = {}
    for name in table.data:
        if name in slots:
            due[name] = _days(table, name)
            continue
        if name in PRESCRIPTION_KEYS:
            hint = "it belongs to the prescription: put it above [prescription.when]"
        else:
            hint = did_you_mean(name, slots)
        expected = one_of(slots) if slots else f"a line under [slots] such as {key_words(name)} = 08:00"
        found = f"{quoted(name)} is not one of the times in [slots]"
        table.collector.error((*table.path, name), found, expected, hint, Part.KEY)
    return Schedule.of(due)


def _days(table: Table, name: str) -> frozenset[Weekday]:
    value = table.data[name]
    items = value if isinstance(value, list) else [value]
    days: frozenset[Weekday] = frozenset()
    for number, item in enumerate(items):
        path = (*table.path, name, number) if isinstance(value, list) else (*table.path, name)
        if isinstance(item, str):
            days |= _days_of_text(item, path, table.collector)
        else:
            which = f"item {number + 1} of {key_words(name)}" if isinstance(value, list) else key_words(name)
            table.collector.error(path, f"{which} is {describe(item)}", _DAYS)
    return days


def _days_of_text(text: str, path: Path, collector: Collector) -> frozenset[Weekday]:
    try:
        return _parse_days(text)
    except ValueError as error:
        word = re.fullmatch(r'"(.*)" is not a day', str(error), re.DOTALL)
        wrong = word[1] if word and word[1] else text
        collector.error(path, f"{quoted(wrong)} is not a day", _DAYS, did_you_mean(wrong, _ALL_DAY_WORDS))
        return frozenset()
