"""The page that describes an exercise: aim, ways with each leaflet's dose, steps, what to mind, where it comes from."""

from collections.abc import Mapping, Sequence

from planner.model import Exercise, Guidance, Library, Sides, Variant
from planner.model.figure import Figure
from planner.planning.doses import guidance_line
from planner.planning.naming import source_name
from planner.tui.figures import figure_of, still_lines
from planner.tui.widgets.ink import Line, joined, wrap

BLANK: Line = [("", "")]

FIGURE_LEAST, FIGURE_MOST, FIGURE_ROWS = 24, 56, 9
"""Cells that a figure of the page needs and takes across, and lines that it takes."""


def exercise_page(
    exercise: Exercise, library: Library, width: int, figures: Mapping[str, Figure] | None = None
) -> Sequence[Line]:
    """Everything that the library says of an exercise, wrapped to `width` cells."""
    room = max(8, width - 1)
    lines: list[Line] = [*wrap(exercise.name, room, "strong", " ")]
    about = joined((exercise.position.plain, ", ".join(exercise.equipment)))
    lines += [*wrap(about, room, "muted", " "), *wrap(exercise.aim, room, "", " "), BLANK]
    for variant in exercise.variants:
        figure = figure_of(figures or {}, variant)
        lines += [*_variant(exercise, variant, library, room, figure), BLANK]
    mind = tuple(dict.fromkeys((*exercise.precautions, *library.precautions)))
    lines += _section("Take care", mind, room)
    lines += _section("Also called", (", ".join(exercise.other_names),), room)
    lines += _section("Good to know", exercise.notes, room)
    lines += _section("From", [_credit(library, source) for source in exercise.sources], room)
    return lines


def _variant(exercise: Exercise, variant: Variant, library: Library, room: int, figure: Figure | None) -> list[Line]:
    rule = f" ({variant.side_rule.plain})" if variant.sides is Sides.ONE else ""
    lines = wrap(f"{variant_heading(variant)}{rule}", room, "place", " ")
    if figure and room >= FIGURE_LEAST:
        lines += still_lines(figure, min(room - 4, FIGURE_MOST), FIGURE_ROWS, None, "   ")
    if variant.progression_of:
        lines += wrap(f"harder than: {_easier(variant, exercise, library)}", room, "muted", "   ")
    for guidance in variant.guidance:
        lines += _dose(guidance, variant, library, room)
    equipment = [item for item in variant.equipment if item not in exercise.equipment]
    if equipment:
        lines += wrap(f"with {', '.join(equipment)}", room, "muted", "   ")
    for number, step in enumerate(exercise.steps_of(variant), start=1):
        lines += wrap(step, room, "", f"  {number:>2} ")
    for precaution in variant.precautions:
        lines += wrap(precaution, room, "muted", "   ! ")
    return lines


def variant_heading(variant: Variant) -> str:
    """A variant in words: how, and on which sides."""
    if variant.sides is Sides.NONE:
        return variant.name.capitalize()
    sides = variant.side_names.each if variant.sides is Sides.BOTH else "one side"
    return f"{variant.name.capitalize()}, {sides}"


def _dose(guidance: Guidance, variant: Variant, library: Library, room: int) -> list[Line]:
    lines = wrap(f"{guidance_line(guidance, variant, library.source(guidance.source))}", room, "strong", "   ")
    lines += wrap(source_name(library.source(guidance.source), guidance.source), room, "muted", "   ")
    for note in guidance.notes:
        lines += wrap(note, room, "muted", "   ")
    return lines


def _easier(variant: Variant, exercise: Exercise, library: Library) -> str:
    reference = variant.progression_of
    if reference is None:
        return ""
    found = library.variant(reference.exercise, reference.variant)
    if found is None:
        return str(reference)
    base, way = found
    return way.name if base.id == exercise.id else f"{base.name}, {way.name}"


def _credit(library: Library, identifier: str) -> str:
    source = library.source(identifier)
    if source is None:
        return identifier
    return joined((source.title, source.author, source.publisher, str(source.year or "")), ", ")


def _section(title: str, texts: Sequence[str], room: int) -> list[Line]:
    kept = [text for text in texts if text]
    if not kept:
        return []
    lines: list[Line] = [[(f" {title}", "heading")]]
    for text in kept:
        lines += wrap(text, room, "", "   · " if len(kept) > 1 else "   ")
    return [*lines, BLANK]
