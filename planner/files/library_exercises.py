"""The exercises of a library file, with their variants and the doses that sources give."""

from planner.files.fields import SLUG, Table
from planner.files.library_references import Kind, Reference
from planner.files.library_sources import read_source_of
from planner.files.text import quoted
from planner.model import (
    Action,
    Count,
    Exercise,
    Guidance,
    HoldUnit,
    SideNames,
    SideRule,
    Sides,
    StartingPosition,
    Variant,
    VariantReference,
)

_EXERCISE_KEYS = (
    "id",
    "name",
    "position",
    "region",
    "aim",
    "other-names",
    "steps",
    "equipment",
    "precautions",
    "notes",
    "variant",
)
_VARIANT_KEYS = (
    "id",
    "name",
    "action",
    "sides",
    "steps",
    "equipment",
    "precautions",
    "side-rule",
    "side-names",
    "progression-of",
    "figure",
    "guidance",
)
_GUIDANCE_NUMBERS = ("sets", "reps", "hold", "duration", "rest", "times-a-day", "times-a-week", "every-hours")
_USUAL_NAMES = SideNames()
_GUIDANCE_KEYS = ("source", *_GUIDANCE_NUMBERS, "count", "hold-unit", "notes")


def read_exercises(table: Table, references: list[Reference]) -> tuple[Exercise, ...]:
    """The items `[[exercise]]`."""
    items = list(table.tables("exercise", "[[exercise]]"))
    exercises = tuple(read_exercise(item, references) for item in items)
    given = ((exercise.id, (*item.path, "id")) for item, exercise in zip(items, exercises, strict=True))
    table.collector.refuse_repeated("the exercise", "each exercise once", given)
    return exercises


def read_exercise(table: Table, references: list[Reference]) -> Exercise:
    """One item `[[exercise]]`."""
    table.ignore_others(_EXERCISE_KEYS)
    identifier = table.identifier("this exercise", "knee-roll")
    items = list(table.tables("variant", "[[exercise.variant]]"))
    variants = tuple(_variant(item, identifier, references) for item in items)
    given = ((variant.id, (*item.path, "id")) for item, variant in zip(items, variants, strict=True))
    table.collector.refuse_repeated("the variant", f"each variant of {quoted(identifier)} once", given)
    if not variants and not isinstance(table.data.get("variant"), dict):
        name = f"the exercise {quoted(identifier)}" if identifier else "this exercise"
        table.collector.error(table.path, f"{name} has no variant", "at least one [[exercise.variant]] below it")
    return Exercise(
        id=identifier,
        name=table.required_name("name", "this exercise", "Knee roll"),
        position=table.required_term("position", StartingPosition, "this exercise"),
        variants=variants,
        aim=table.text("aim"),
        other_names=table.texts("other-names"),
        steps=table.texts("steps"),
        equipment=table.texts("equipment"),
        precautions=table.texts("precautions"),
        notes=table.texts("notes"),
        region=table.line("region"),
    )


def _variant(table: Table, exercise: str, references: list[Reference]) -> Variant:
    table.ignore_others(_VARIANT_KEYS)
    identifier = table.identifier("this variant", "hold-one-side")
    figure = table.name("figure")
    if figure:
        references.append(Reference(Kind.FIGURE, figure, (*table.path, "figure")))
    return Variant(
        id=identifier,
        name=table.required_name("name", "this variant", "held, to one side"),
        action=table.required_term("action", Action, "this variant"),
        sides=table.required_term("sides", Sides, "this variant"),
        steps=table.texts("steps"),
        equipment=table.texts("equipment"),
        precautions=table.texts("precautions"),
        side_rule=table.term("side-rule", SideRule) or SideRule.EITHER,
        side_names=_side_names(table.table("side-names", "side-names = { left = ..., right = ..., each = ... }")),
        progression_of=_progression(table, VariantReference(exercise, identifier), references),
        guidance=_guidance_of(table, references),
        figure=figure,
    )


def _side_names(table: Table) -> SideNames:
    table.ignore_others(("left", "right", "each"))
    usual = _USUAL_NAMES
    if not table.data:
        return usual
    return SideNames(
        left=table.name("left") or usual.left,
        right=table.name("right") or usual.right,
        each=table.name("each") or usual.each,
    )


def _progression(table: Table, owner: VariantReference, references: list[Reference]) -> VariantReference | None:
    """The easier variant: "variant" of the same exercise, or "exercise/variant"."""
    wanted = table.name("progression-of")
    if wanted is None:
        return None
    exercise, _, variant = wanted.rpartition("/")
    easier = VariantReference(exercise or owner.exercise, variant)
    if not SLUG.fullmatch(variant) or (exercise and not SLUG.fullmatch(exercise)):
        table.wrong("progression-of", '"variant" of this exercise, or "exercise/variant" of another')
        return None
    references.append(Reference(Kind.VARIANT, str(easier), (*table.path, "progression-of"), str(owner)))
    return easier


def _guidance_of(table: Table, references: list[Reference]) -> tuple[Guidance, ...]:
    items = list(table.tables("guidance", "[[exercise.variant.guidance]]"))
    guidance = tuple(_guidance(item, references) for item in items)
    given = ((each.source, (*item.path, "source")) for item, each in zip(items, guidance, strict=True))
    table.collector.refuse_repeated("guidance from the source", "one dose from each source", given)
    return guidance


def _guidance(table: Table, references: list[Reference]) -> Guidance:
    table.ignore_others(_GUIDANCE_KEYS)
    given = [key for key in _GUIDANCE_NUMBERS if key in table.data]
    numbers = {key.replace("-", "_"): table.amount(key, 0 if key == "rest" else 1) for key in given}
    return Guidance(
        source=read_source_of(table, references, "this guidance"),
        **numbers,
        count=table.term("count", Count),
        hold_unit=table.term("hold-unit", HoldUnit) or HoldUnit.SECONDS,
        notes=table.texts("notes"),
    )
