"""JSON Schemas (draft 2020-12) of the plan file, the library file and the JSON export.

With them, editors complete and check the TOML files: taplo and Even Better TOML take one from a first line such as
`#:schema plan.schema.json`. They say nothing that the readers of this program do not check as well; the readers check
more (that ids are there once, that slots exist), and tell it in plainer words.
"""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from planner.export.json_file import KIND, VERSION
from planner.export.library_schema import library_tables_schema
from planner.export.schema_parts import (
    DATE,
    LINE,
    NAME,
    TEXT,
    TIME,
    Schema,
    described,
    listed,
    numbers,
    suggested,
    table,
    term,
    whole,
)
from planner.model import (
    Library,
    PainfulSide,
    Side,
)
from planner.model.plan import FORMAT, MOST_WEEKS
from planner.model.weekdays import DAY_WORDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema(library: Library | None = None) -> Schema:
    """Of a plan file. With a library, an editor completes its exercises, variants and sources."""
    return {**_head("plan", "A plan of planner: a home exercise programme"), **_plan(library)}


def library_schema() -> Schema:
    """Of a library file."""
    return {
        **_head("library", "A library of planner: exercises, and what leaflets say of them"),
        **library_tables_schema(),
    }


def export_schema() -> Schema:
    """Of the JSON that a plan is exported as: the plan as its file has it, and every exercise in words."""
    properties: Schema = {
        "$schema": TEXT,
        KIND: {"const": VERSION},
        "plan": described(_plan(None), "All that is read again."),
        "exercises": listed(_exported_exercise(), "One for each prescription, in their order."),
        "red-flags": listed(TEXT, 'Questions; "yes" means: see a doctor before you exercise.'),
        "precautions": listed(TEXT, "What to mind in every exercise."),
        "see-a-doctor": listed(TEXT, "When to see a doctor."),
        "advice": listed(TEXT, "How long to go on, and what to expect."),
        "sources": listed(
            table({"title": TEXT, "lines": listed(TEXT, "Credit and contacts.")}, ("title", "lines")),
            "Where the exercises come from.",
        ),
    }
    head = _head("export", "A plan exported by planner as JSON")
    return {**head, **table(properties, (KIND, "plan", "exercises"))}


SCHEMAS: Mapping[str, Callable[[], Schema]] = MappingProxyType(
    {"plan": plan_schema, "library": library_schema, "export": export_schema}
)
"""What there are schemas of."""


def schema_text(schema: Schema) -> str:
    """A schema as a file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _head(name: str, title: str) -> Schema:
    return {"$schema": DIALECT, "$id": f"urn:planner:schema:{name}:1", "title": title}


def _plan(library: Library | None) -> Schema:
    return table(
        {
            "format": described({"const": FORMAT}, "The version of the file: always 1."),
            "id": described(NAME, "Stays the same for as long as the plan lives: calendars know its events by it."),
            "title": described(LINE, 'A few words: "Acute low back, first fortnight".'),
            "start": described(DATE, "The first day of the course."),
            "weeks": whole(1, MOST_WEEKS, "How many weeks the course takes."),
            "painful-side": term(PainfulSide, "Which side hurts."),
            "safety-checked": described(DATE, "The day on which the red-flag questions were answered."),
            "note": described(TEXT, "For whoever does the exercises."),
            "slots": table({}, description="Times of the day, such as morning = 08:00:00.", others=TIME),
            "prescription": listed(_prescription(library), "The exercises, in the order of the session."),
        },
        ("format",),
        others=True,
    )


def _prescription(library: Library | None) -> Schema:
    exercises = [exercise.id for exercise in library.exercises] if library else []
    variants = list(dict.fromkeys(variant.id for _, variant in library.ways())) if library else []
    sources = [source.id for source in library.sources] if library else []
    days = suggested(DAY_WORDS, TEXT)
    due: Schema = {"anyOf": [days, {"type": "array", "items": days}]}
    return table(
        {
            "id": described(NAME, "Stays the same for as long as the exercise is in the plan."),
            "exercise": described(suggested(exercises, NAME), "Which exercise of the library."),
            "variant": described(suggested(variants, NAME), "Which way of doing it."),
            "guidance": described(suggested(sources, NAME), "The source whose dose it started from."),
            "side": term(Side, "The one side that is worked. Left out where both are, or none."),
            "note": described(TEXT, "For whoever does it."),
            "dose": table(numbers(), description="How much. What nobody has said is left out.", others=True),
            "when": table({}, description='The days of each time: "daily", "mon wed fri", "mon-fri".', others=due),
        },
        ("exercise", "variant"),
        others=True,
    )


def _exported_exercise() -> Schema:
    texts = ("prescription", "title", "dose", "when", "starting-position", "aim", "dose-from")
    lists = ("not-set", "equipment", "steps", "precautions", "leaflet")
    days = table({}, description="The days of each time.", others={"type": "array", "items": TEXT})
    properties: Schema = {
        **dict.fromkeys(texts, TEXT),
        **{name: {"type": "array", "items": TEXT} for name in lists},
        "in-library": {"type": "boolean"},
        "seconds": {"type": "integer", "minimum": 0, "description": "How long it takes in one session, at least."},
        "seconds-complete": {"type": "boolean", "description": "Whether every number it takes to know that is set."},
        "days": days,
    }
    return table(properties, tuple(properties))
