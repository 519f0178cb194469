"""A copy of the plan file, on request with the exercises it uses, so that it opens where the library is not.

The exercises stand in a table `library` of their own, which is a library file within the plan file. Programs that do
not know it keep it.
"""

from collections.abc import Mapping

import tomli_w
from attrs import evolve

from planner.export.errors import ExportError
from planner.export.imported import Imported, sentences
from planner.export.library_tables import library_table, part_of
from planner.export.options import Options
from planner.export.scope import Scope
from planner.files.library_reading import LibraryDocument, join, parse_library
from planner.files.plan_reading import parse_plan
from planner.files.writing import write_plan
from planner.model import Library, Plan

KEY = "library"
"""The table of a plan file that holds the exercises it brings along."""


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The canonical text of the plan in UTF-8."""
    del scope
    try:
        return _text(plan, library, options).encode("utf-8")
    except ValueError as error:
        raise ExportError(str(error)) from None


def _text(plan: Plan, library: Library, options: Options) -> str:
    if not options.embed_library:
        return write_plan(plan)
    brought = read_embedded(plan, "the plan")
    known = join([brought.library, library]) if brought else library
    part = part_of(known, (item.exercise for item in plan.prescriptions))
    bare = evolve(plan, extra={key: value for key, value in plan.extra.items() if key != KEY})
    return f"{write_plan(bare)}\n{tomli_w.dumps({KEY: library_table(part)})}"


def read_toml_copy(data: bytes, name: str, library: Library | None = None) -> Imported:
    """The plan in a plan file, with the exercises it brings along still within it.

    Raises FileProblems with all that is wrong with it.
    """
    document = parse_plan(data, name, library)
    return Imported(document.plan, (), sentences(document.problems))


def embedded_library(plan: Plan) -> str | None:
    """The text of the library file that a plan brings along; `None` where it brings none."""
    table = plan.extra.get(KEY)
    return tomli_w.dumps(table) if isinstance(table, Mapping) else None


def read_embedded(plan: Plan, name: str) -> LibraryDocument | None:
    """The library that a plan brings along; `name` is what messages call the file of the plan.

    Raises FileProblems where it cannot be read.
    """
    text = embedded_library(plan)
    return None if text is None else parse_library(text.encode("utf-8"), f"{name}, [{KEY}]")
