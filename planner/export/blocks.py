"""The exercises of a sheet, each with its steps, its dose in words, and what to mind."""

import re
from collections.abc import Iterable

from planner.export.handout import Block, Picture
from planner.export.options import FigureSvg
from planner.export.texts import all_shown, shown, shown_lines
from planner.export.wording import when_words
from planner.model import Exercise, Library, Plan, Prescription, Sides, Variant
from planner.planning.dose_facts import NUMBER_WORDS, missing_numbers
from planner.planning.doses import dose_line
from planner.planning.naming import prescription_title, source_name

_SVG_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")


def blocks_of(
    plan: Plan, library: Library, due: Iterable[Prescription], figure_svg: FigureSvg | None
) -> tuple[Block, ...]:
    """The blocks for some prescriptions of a plan, numbered in their order."""
    return tuple(_block(plan, library, item, number, figure_svg) for number, item in enumerate(due, 1))


def _block(plan: Plan, library: Library, item: Prescription, number: int, figure_svg: FigureSvg | None) -> Block:
    exercise = library.exercise(item.exercise)
    variant = exercise.variant(item.variant) if exercise else None
    found = (exercise, variant) if exercise and variant else None
    guidance = variant.guidance_from(item.guidance) if variant else None
    source = library.source(item.guidance) if item.guidance else None
    return Block(
        number=number,
        title=shown(prescription_title(library, item)),
        dose=shown(dose_line(item.dose, variant, item.side)),
        when=when_words(plan, item),
        position=exercise.position.plain if exercise else "",
        aim=shown(exercise.aim) if exercise else "",
        equipment=all_shown(exercise.equipment_of(variant)) if exercise and variant else (),
        steps=all_shown(exercise.steps_of(variant)) if exercise and variant else (),
        precautions=_precautions(library, found),
        note=shown_lines(item.note),
        source=shown(source_name(source, item.guidance or "")),
        source_notes=all_shown(guidance.notes) if guidance else (),
        blanks=_blanks(item, variant),
        known=found is not None,
        picture=_picture(found, item, figure_svg) if found and figure_svg else None,
    )


def _precautions(library: Library, found: tuple[Exercise, Variant] | None) -> tuple[str, ...]:
    """What to mind in this exercise; what holds for every exercise stands at the head of the sheet."""
    if found is None:
        return ()
    exercise, variant = found
    return all_shown(text for text in exercise.precautions_of(variant) if text not in library.precautions)


def _blanks(item: Prescription, variant: Variant | None) -> tuple[str, ...]:
    blanks = [NUMBER_WORDS[name] for name in missing_numbers(item.dose, variant)]
    if variant is not None and variant.sides is Sides.ONE and item.side is None:
        blanks.append("side")
    return tuple(blanks)


def _picture(found: tuple[Exercise, Variant], item: Prescription, figure_svg: FigureSvg) -> Picture | None:
    svg = figure_svg(*found, item.side)
    if not svg:
        return None
    title = _SVG_TITLE.search(svg)
    return Picture(svg, _unescaped(title[1]) if title else shown(found[0].name))


def _unescaped(text: str) -> str:
    from html import unescape

    return shown(unescape(text))
