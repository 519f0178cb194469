"""A plan file, read strictly: either the plan, with warnings, or everything that is wrong with the file at once."""

import datetime as dt
from typing import NamedTuple

from attrs import evolve

from planner.files.collecting import Collector, Part
from planner.files.describing import A_TIME, describe, did_you_mean
from planner.files.fields import Table
from planner.files.plan_prescriptions import PRESCRIPTION_KEYS, give_ids, read_prescriptions
from planner.files.problems import Problem
from planner.files.reading import PLAN_LIMIT
from planner.files.toml_document import TomlDocument, garbage_kept, read_toml
from planner.model import Library, PainfulSide, Plan, Slot
from planner.model.plan import FORMAT, MOST_WEEKS

MOST_SLOTS = 48
"""Times of the day that a plan may name: one every half hour."""

MOST_VALUES = 100_000
"""Keys and list items that a plan file may hold: over four thousand prescriptions."""

PLAN_KEYS = (
    "format",
    "id",
    "title",
    "start",
    "weeks",
    "painful-side",
    "safety-checked",
    "note",
    "slots",
    "prescription",
)
"""The keys of a plan file, in canonical order."""


class PlanDocument(NamedTuple):
    """A plan as it was read, with the text that it was read from."""

    plan: Plan
    text: str
    """The text of the file as it is, line ends included, without a byte order mark."""
    bom: bool
    """Whether the file begins with a byte order mark."""
    newline: str
    r"""The end of its lines: `\\n` or `\\r\\n`."""
    problems: tuple[Problem, ...] = ()
    """Warnings, in the order of the file."""
    migrated_from: int | None = None
    """The format of the text where that is an older one: then the text is to be written anew, not edited."""
    made_ids: frozenset[str] = frozenset()
    """The ids, of the plan or of prescriptions, that the file does not give and that were made for it."""


def parse_plan(data: bytes, name: str, library: Library | None = None) -> PlanDocument:
    """Read the bytes of a plan file; `name` is what messages call it.

    With a library, ids that it does not know, and sides that are missing or too many, are warnings. Raises
    FileProblems, with every problem of the file, warnings included, if one of them is an error.

    An id that the file does not give is made from what it says, always the same for the same file.
    """
    with garbage_kept(data):
        return _parse_plan(data, name, library)


def _parse_plan(data: bytes, name: str, library: Library | None) -> PlanDocument:
    document = read_toml(data, name, PLAN_LIMIT, MOST_VALUES)
    version = _format(document)
    table = Table(document.data, (), Collector()) if version == FORMAT else _migrated(document, version)
    if "format" not in document.data:
        table.missing("format", "this file", str(FORMAT))
    elif document.data["format"] != version or type(document.data["format"]) is not int:
        table.wrong("format", str(FORMAT))
    if isinstance(document.data.get("exercise"), list) and "prescription" not in document.data:
        table.collector.error(("exercise",), "this file is a library of exercises", "a plan")
    plan, made_ids = _plan(table, library)
    problems = document.conclude(table.collector)
    older = version if version != FORMAT else None
    return PlanDocument(plan, document.text, document.bom, document.newline, problems, older, made_ids)


def _format(document: TomlDocument) -> int:
    """The format of a file, the present one where that cannot be told. Raises FileProblems for one of the future."""
    document.refuse_newer(FORMAT)
    version = document.data.get("format")
    return version if type(version) is int and version >= 0 else FORMAT


def _migrated(document: TomlDocument, version: int) -> Table:
    from planner.files.migrations import migrate

    migrated = migrate(document.data, version)
    return Table(migrated.data, (), Collector(origin=migrated.origin))


def _plan(table: Table, library: Library | None) -> tuple[Plan, frozenset[str]]:
    times = table.table("slots", "[slots]")
    slots = _slots(times)
    read = read_prescriptions(table, [name for name in times.data if _is_slot(times, name)])
    if library is not None:
        from planner.files.plan_library_check import LibraryCheck

        check = LibraryCheck(library, table.collector)
        for path, prescription in read:
            check.check(path, prescription)
    prescriptions, made = give_ids([prescription for _, prescription in read])
    plan = Plan(
        id=table.name("id") or "",
        title=_title(table),
        start=table.date("start"),
        weeks=table.whole_number("weeks", 1, MOST_WEEKS),
        painful_side=table.term("painful-side", PainfulSide),
        safety_checked=table.date("safety-checked"),
        note=table.text("note"),
        slots=slots,
        prescriptions=prescriptions,
        extra=table.others(PLAN_KEYS),
    )
    for key in table.to_look_at(plan.extra):
        _warn_of_unknown(table, key)
    if plan.id:
        return plan, made
    plan = evolve(plan, id=_made_id(plan))
    return plan, made | {plan.id}


def _title(table: Table) -> str:
    title = table.line("title")
    if "title" not in table.data:
        table.collector.warning((), 'no "title" in this file', 'a line such as title = "Low back, first fortnight"')
    elif title.strip() == "" and table.data["title"] == title:
        table.warn("title", "title is empty", "a few words")
    return title


def _made_id(plan: Plan) -> str:
    """An id for a plan without one, from what changes least in it: calendars are to keep their entries."""
    import uuid

    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"planner:{plan.title}:{plan.start}"))


def _is_slot(table: Table, name: str) -> bool:
    """Whether a key under `[slots]` is meant as a time of the day, and not as a key of the plan in the wrong place."""
    return name not in PLAN_KEYS or isinstance(table.data[name], dt.time)


def _slots(table: Table) -> tuple[Slot, ...]:
    slots = []
    for name in table.data:
        if not _is_slot(table, name):
            hint = f'"{name}" is a key of the plan: put it above [slots]'
            table.wrong(name, A_TIME, hint)
            continue
        time = table.time(name)
        if not name.strip() or "\n" in name:
            found = f"the name of a time of day is {describe(name)}"
            table.collector.error((*table.path, name), found, "a name on one line, such as morning", part=Part.KEY)
        elif time is not None:
            slots.append(Slot(name, time))
    if len(slots) > MOST_SLOTS:
        table.collector.error(table.path, f"{len(slots):,} times of the day", f"at most {MOST_SLOTS}")
    return tuple(slots)


def _warn_of_unknown(table: Table, key: str) -> None:
    hint = "it belongs under [[prescription]]" if key in PRESCRIPTION_KEYS else did_you_mean(key, PLAN_KEYS)
    if hint:
        table.unknown(key, "kept but not used", hint)
