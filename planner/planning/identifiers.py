"""Identifiers of plans and prescriptions: short, readable in a file, and never given twice."""

import re
import unicodedata
import uuid
from collections.abc import Collection

from planner.model import Plan

LONGEST = 60
"""Characters of a slug; ids stay readable and file names stay short."""


def slug(text: str, fallback: str = "exercise") -> str:
    """Small letters, digits and hyphens: `Knee roll, held` becomes `knee-roll-held`.

    Accents are dropped. `fallback` is returned where nothing is left, as with a title in another script.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or fallback


def fresh_prescription_id(exercise: str, taken: Collection[str]) -> str:
    """An id for a prescription of this exercise that is not among those taken: `knee-roll-1`."""
    stem = slug(exercise)
    number = 1
    while (identifier := f"{stem}-{number}") in taken:
        number += 1
    return identifier


def new_prescription_id(plan: Plan, exercise: str) -> str:
    """An id for another prescription of this exercise in this plan."""
    return fresh_prescription_id(exercise, {item.id for item in plan.prescriptions})


def new_plan_id() -> str:
    """An id for a new plan, unlike any other anywhere: calendars know a plan's events by it."""
    return str(uuid.uuid4())
