"""Plans read from JSON, whether this program or another one has written it."""

import json
from typing import NoReturn

from planner.export.imported import Imported, sentences
from planner.export.json_file import KIND, VERSION
from planner.export.plan_tables import placed_warnings, read_plan_table
from planner.export.toml_values import from_json
from planner.files.encoding import decode
from planner.files.problems import FileProblems, Problem, Severity, file_problem
from planner.files.reading import refuse_oversized
from planner.model import Library

LIMIT = 8 << 20
"""A JSON file may have at most 8 MiB: with the steps of its exercises it is larger than a plan file."""

_OURS = (
    KIND,
    "$schema",
    "plan",
    "exercises",
    "red-flags",
    "precautions",
    "see-a-doctor",
    "advice",
    "sources",
)


def read_json(data: bytes, name: str, library: Library | None = None) -> Imported:
    """The plan in a JSON export, or in JSON that is just the object of a plan.

    Raises FileProblems with all that is wrong with it.
    """
    refuse_oversized(name, len(data), LIMIT)
    document = _parse(decode(data, name).text, name)
    if not isinstance(document, dict):
        raise file_problem(name, "holds no JSON object", 'an object with "plan" in it')
    if KIND in document and document[KIND] != VERSION:
        raise file_problem(name, f'"{KIND}" is not {VERSION}: a newer version of this program has written this file')
    exported = KIND in document or isinstance(document.get("plan"), dict)
    table = document.get("plan") if exported else document
    if not isinstance(table, dict):
        raise file_problem(name, 'has no object "plan"')
    dropped = [f'the key "{key}" is not known' for key in document if key not in _OURS] if exported else []
    read = read_plan_table(_members(table), name, library, _where)
    return Imported(read.plan, tuple(dropped), sentences(placed_warnings(read, _where)))


def _members(table: dict[str, object]) -> dict[str, object]:
    return {key: from_json(value) for key, value in table.items() if value is not None}


def _where(number: int) -> str:
    return f"prescription {number}"


def _parse(text: str, name: str) -> object:
    def refuse(constant: str) -> NoReturn:
        raise file_problem(name, f"{constant} is no JSON")

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        members: dict[str, object] = {}
        for key, value in pairs:
            if key in members:
                raise file_problem(name, f'the key "{key}" stands twice in one object', "each key once")
            members[key] = value
        return members

    try:
        value: object = json.loads(text, parse_constant=refuse, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        found = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise FileProblems([Problem(name, error.lineno, error.colno, Severity.ERROR, found)]) from None
    except (ValueError, RecursionError):
        raise file_problem(name, "holds a value that no plan can hold") from None
    return value
