"""The plan as JSON for other programs: as its file has it, and beside it every exercise in words.

The object `plan` has the keys and values of a plan file, and is all that is read again. The rest spares a program the
library: what each row is called, its dose in words, its steps. `schemas.export_schema` describes it.
"""

import json

from attrs import asdict

from planner.export.handout import Block, Credit
from planner.export.handout_making import make_handout
from planner.export.options import Options
from planner.export.plan_tables import plan_table
from planner.export.scope import Scope
from planner.export.toml_values import to_json
from planner.model import Library, Plan, Prescription
from planner.planning.timetable import prescription_estimate

VERSION = 1
"""Of the layout around the plan; the plan has its own `format`."""

KIND = "planner-export"
"""The key that tells these files from other JSON; its value is the version."""


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The plan and its exercises as JSON in UTF-8, indented to be read by people, too."""
    del options
    handout = make_handout(plan, library, scope)
    document = {
        KIND: VERSION,
        "plan": plan_table(plan, to_json),
        "exercises": [
            _exercise(library, item, block) for item, block in zip(plan.prescriptions, handout.blocks, strict=True)
        ],
        "red-flags": list(handout.safety.questions),
        "precautions": list(handout.safety.precautions),
        "see-a-doctor": list(handout.safety.see_a_doctor),
        "advice": list(handout.advice),
        "sources": [_source(credit) for credit in handout.credits],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def _exercise(library: Library, item: Prescription, block: Block) -> dict[str, object]:
    time = prescription_estimate(library, item)
    return {
        "prescription": item.id,
        "title": block.title,
        "in-library": block.known,
        "dose": block.dose,
        "when": block.when,
        "seconds": time.seconds,
        "seconds-complete": time.complete,
        "days": {slot: [day.title.lower() for day in sorted(days)] for slot, days in item.when.entries},
        "not-set": list(block.blanks),
        "starting-position": block.position,
        "aim": block.aim,
        "equipment": list(block.equipment),
        "steps": list(block.steps),
        "precautions": list(block.precautions),
        "dose-from": block.source,
        "leaflet": list(block.source_notes),
    }


def _source(credit: Credit) -> dict[str, object]:
    return asdict(credit)
