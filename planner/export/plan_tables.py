"""A plan as the tables that its file holds: what JSON and spreadsheets carry, and the way back through the reader."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

import tomli_w
from attrs import evolve

from planner.files.plan_reading import PlanDocument, parse_plan
from planner.files.problems import FileProblems, Problem, file_problem
from planner.files.writing import DOSE_ORDER, write_amount
from planner.model import Dose, HoldUnit, Library, Plan, Prescription, Slot, write_days
from planner.model.plan import FORMAT

Table = dict[str, object]

Where = Callable[[int], str]
"""What a message calls the prescription with this number, from one: `prescription 3`, `row 7`."""


def plan_table(plan: Plan, other: Callable[[object], object]) -> Table:
    """The keys of a plan file with their values; dates and times as text, keys that are not ours through `other`."""
    table: Table = {
        "format": FORMAT,
        "id": plan.id,
        "title": plan.title,
        "start": plan.start.isoformat() if plan.start else None,
        "weeks": plan.weeks,
        "painful-side": plan.painful_side and plan.painful_side.value,
        "safety-checked": plan.safety_checked.isoformat() if plan.safety_checked else None,
        "note": plan.note or None,
        "slots": {slot.name: slot.time.isoformat() for slot in plan.slots} or None,
        "prescription": [prescription_table(item, plan.slots, other) for item in plan.prescriptions] or None,
    }
    return _set({**table, **_others(plan.extra, other)})


def prescription_table(item: Prescription, slots: Sequence[Slot], other: Callable[[object], object]) -> Table:
    """The keys of one prescription; `slots` give the order of the times."""
    order = [slot.name for slot in slots]
    due = sorted(item.when.entries, key=lambda entry: order.index(entry[0]) if entry[0] in order else len(order))
    table: Table = {
        "id": item.id,
        "exercise": item.exercise,
        "variant": item.variant,
        "guidance": item.guidance,
        "side": item.side and item.side.value,
        "note": item.note or None,
        "dose": dose_table(item.dose, other) or None,
        "when": {slot: write_days(days) for slot, days in due} or None,
    }
    return _set({**table, **_others(item.extra, other)})


def dose_table(dose: Dose, other: Callable[[object], object]) -> Table:
    """The keys of a dose."""
    table: Table = {name: write_amount(getattr(dose, name)) for name in DOSE_ORDER}
    table["count"] = dose.count and dose.count.value
    table["hold-unit"] = None if dose.hold_unit is HoldUnit.SECONDS else dose.hold_unit.value
    return _set({**table, **_others(dose.extra, other)})


def read_plan_table(table: Mapping[str, object], name: str, library: Library | None, where: Where) -> PlanDocument:
    """The plan that some tables hold, read by the same rules as a plan file.

    `name` is what messages call the file that they come from. Raises FileProblems, each problem with its place in the
    plan instead of a line.
    """
    try:
        text = tomli_w.dumps(_with_times(table))
        return parse_plan(text.encode("utf-8"), name, library)
    except FileProblems as error:
        problems = [_placed(problem, text, where) for problem in error.problems]
        raise FileProblems(problems, error.more) from None
    except (ValueError, TypeError, RecursionError):
        # Half characters, numbers of thousands of digits, and nesting without end.
        raise file_problem(name, "holds a value that no plan can hold") from None


def placed_warnings(document: PlanDocument, where: Where) -> tuple[Problem, ...]:
    """The warnings of a plan that was read from tables, with their place in the plan instead of a line."""
    return tuple(_placed(problem, document.text, where) for problem in document.problems)


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?")


def _with_times(table: Mapping[str, object]) -> Table:
    """The same with dates and times for the texts that are such; the reader says what is wrong with others."""
    made = dict(table)
    for key in ("start", "safety-checked"):
        value = made.get(key)
        if isinstance(value, str) and _DATE.fullmatch(value):
            with suppress(ValueError):
                made[key] = dt.date.fromisoformat(value)
    slots = made.get("slots")
    if isinstance(slots, Mapping):
        made["slots"] = {name: _time(value) for name, value in slots.items()}
    return made


def _time(value: object) -> object:
    if isinstance(value, str) and _TIME.fullmatch(value):
        with suppress(ValueError):
            return dt.time.fromisoformat(value)
    return value


def _set(table: Mapping[str, object]) -> Table:
    return {key: value for key, value in table.items() if value is not None}


def _others(extra: Mapping[str, object], other: Callable[[object], object]) -> Table:
    return {key: other(value) for key, value in extra.items()}


_HEADER = re.compile(r"^\[\[?([^\[\]]*)\]\]?$")


def _placed(problem: Problem, text: str, where: Where) -> Problem:
    """The same problem, told with its place in the plan: the lines are those of a text that nobody has seen."""
    lines = text.split("\n")[: problem.line or 0]
    number = lines.count("[[prescription]]")
    headers = [match[1] for line in lines if (match := _HEADER.match(line))]
    part = headers[-1].removeprefix("prescription").lstrip(".") if headers else ""
    place = ", ".join(words for words in (where(number) if number else "", part) if words)
    found = f"{place}: {problem.found}" if place else problem.found
    return evolve(problem, line=None, column=None, found=found, source_line="", caret="")
