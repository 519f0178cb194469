"""Plans as the program writes them: always the same text for the same plan, laid out to be read and edited by hand.

Every value comes from tomli-w; the order of the keys and the layout are ours, because tomli-w changes its layout with
the length of the values, and one longer note would then change a whole block.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import tomli_w

from planner.model import Amount, Dose, HoldUnit, Plan, Prescription, Slot, write_days
from planner.model.plan import FORMAT, NUMBERS

DOSE_ORDER = ("hold", "reps", "sets", "duration", "rest")
"""The numbers of a dose, in the order in which the file gives them."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# What tomli-w writes as it is, but which git, a pager or a terminal would act on or not show: as \\uXXXX it is seen.
_RAW = re.compile("[\\x80-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]")
# Text in which tomli-w has nothing to escape; asking it takes three times as long as this.
_SIMPLE = re.compile(r"[ !#-\[\]-~]*")
_SURROGATE = re.compile("[\\ud800-\\udfff]")


def write_plan(plan: Plan) -> str:
    """The canonical text of a plan, with `\\n` at the end of every line.

    Raises ValueError, with a sentence, for a text that holds half a character (a lone surrogate): no file can.
    """
    blocks = [_lines(_top(plan))]
    if plan.slots:
        blocks.append("[slots]\n" + _lines((slot.name, slot.time) for slot in plan.slots))
    blocks.extend(_tables((), plan.extra))
    blocks.extend(write_prescription(prescription, plan.slots) for prescription in plan.prescriptions)
    return "\n".join(blocks)


def _top(plan: Plan) -> Iterator[tuple[str, object]]:
    yield "format", FORMAT
    yield "id", plan.id
    yield "title", plan.title
    yield "start", plan.start
    yield "weeks", plan.weeks
    yield "painful-side", plan.painful_side
    yield "safety-checked", plan.safety_checked
    yield "note", plan.note or None
    yield from _plain(plan.extra)


def write_prescription(prescription: Prescription, slots: Sequence[Slot]) -> str:
    """The lines of one prescription, from `[[prescription]]` to its last day; `slots` give the order of the times."""
    blocks = ["[[prescription]]\n" + _lines(_first(prescription))]
    if dose := write_dose(prescription.dose):
        blocks.append(f"[prescription.dose]\n{dose}")
    if when := write_when(prescription, slots):
        blocks.append(f"[prescription.when]\n{when}")
    blocks.extend(_tables(("prescription",), prescription.extra))
    return "\n".join(blocks)


def _first(prescription: Prescription) -> Iterator[tuple[str, object]]:
    yield "id", prescription.id
    yield "exercise", prescription.exercise
    yield "variant", prescription.variant
    yield "guidance", prescription.guidance
    yield "side", prescription.side
    yield "note", prescription.note or None
    yield from _plain(prescription.extra)


def write_dose(dose: Dose) -> str:
    """The lines of a dose, without a header: the numbers that are set, what they count, keys that are not ours."""
    numbers = {name: getattr(dose, name) for name in NUMBERS}
    lines: list[tuple[str, object]] = [(name, write_amount(numbers[name])) for name in DOSE_ORDER]
    lines.append(("count", dose.count))
    lines.append(("hold-unit", None if dose.hold_unit is HoldUnit.SECONDS else dose.hold_unit))
    return _lines([*lines, *dose.extra.items()])


def write_amount(amount: Amount | None) -> int | str | None:
    """An amount as a file holds it: a number where it is exact, otherwise text such as `5-10`."""
    if amount is None or amount.exact is not None:
        return amount.exact if amount else None
    return str(amount)


def write_when(prescription: Prescription, slots: Sequence[Slot]) -> str:
    """The lines of the days on which a prescription is due, without a header, in the order of the slots."""
    days = dict(prescription.when.entries)
    order = [slot.name for slot in slots if slot.name in days]
    order += [name for name in days if name not in order]
    return _lines((name, write_days(days[name])) for name in order)


def _plain(extra: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    return ((key, value) for key, value in extra.items() if not isinstance(value, Mapping))


def _tables(owner: tuple[str, ...], extra: Mapping[str, object]) -> Iterator[str]:
    """Tables that are not ours, each under a header of its own."""
    for key, value in extra.items():
        if isinstance(value, Mapping):
            yield f"[{'.'.join(map(write_key, (*owner, key)))}]\n{_lines(value.items())}"


def _lines(pairs: Iterable[tuple[str, object]]) -> str:
    return "".join(write_line(key, value) for key, value in pairs if value is not None)


def write_line(key: str, value: object) -> str:
    """One line, `key = value`; text of several lines stands on several, between triple quotation marks."""
    several = isinstance(value, str) and "\n" in value
    return f"{write_key(key)} = {_scalar(value, several_lines=True) if several else write_value(value)}\n"


def write_key(key: str) -> str:
    """A key, in quotation marks where it must be."""
    return key if _BARE_KEY.fullmatch(key) else _scalar(key)


def write_value(value: object) -> str:
    """A value on one line: lists in square brackets, tables in braces, however long they are.

    Raises TypeError for what TOML has no form for.
    """
    if isinstance(value, Mapping):
        members = ", ".join(f"{write_key(str(key))} = {write_value(member)}" for key, member in value.items())
        return f"{{ {members} }}" if members else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(write_value, value))}]"
    return _scalar(value)


def _scalar(value: object, *, several_lines: bool = False) -> str:
    if type(value) is int:
        return str(value)
    if isinstance(value, str):
        if _SIMPLE.fullmatch(value):
            return f'"{value}"'
        if _SURROGATE.search(value):
            message = f"the text {value[:40]!a} holds half a character, which no file can hold"
            raise ValueError(message)
    text = tomli_w.dumps({"v": value}, multiline_strings=several_lines).removeprefix("v = ").removesuffix("\n")
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
