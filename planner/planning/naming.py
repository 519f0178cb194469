"""What exercises, variants and sources are called on screens and sheets."""

import re
import unicodedata

from planner.model import Exercise, Library, Prescription, Side, Sides, Source, Variant

_SIDE_PHRASE = re.compile(
    r"(?:\b(?:to|on|with|for)\s+)?\b(?:one|each|both|either)\s+(?:sides?|ways?|legs?|arms?|directions?)"
    r"(?:\s+(?:only|in turn))?\b|\b(?:away from|towards) the painful side\b",
    re.IGNORECASE,
)


LEAST_NAME = 8
"""Cells of an exercise's name that must remain beside what tells its ways apart."""


def variant_title(exercise: Exercise, variant: Variant, side: Side | None) -> str:
    """What is done, in a few words: `Knee roll, held, to the right`; just `Single knee hug` where there is one way.

    The side takes the place of words such as "to one side" in the name of the variant.
    """
    parts = [exercise.name]
    if len(exercise.variants) > 1:
        parts += _distinction(variant, side)
    if side is not None:
        parts.append(variant.side_names.of(side))
    elif variant.sides is Sides.ONE and not _SIDE_PHRASE.search(variant.name):
        parts.append("one side")
    return ", ".join(part for part in parts if part)


def prescription_title(library: Library, prescription: Prescription) -> str:
    """The title of a row, also where the library does not have its exercise: the ids then stand for the names."""
    exercise = library.exercise(prescription.exercise)
    if exercise is None:
        return f"{prescription.exercise}, {prescription.variant} (not in the library)"
    variant = exercise.variant(prescription.variant)
    if variant is None:
        return f"{exercise.name}, {prescription.variant} (not in the library)"
    return variant_title(exercise, variant, prescription.side)


def short_title(library: Library, prescription: Prescription, width: int) -> str:
    """The title of a row in so many cells."""
    return shortened(prescription_title(library, prescription), width)


def shortened(title: str, width: int) -> str:
    """A title in so many cells. What is cut is cut from the middle: the exercise and the side say most."""
    if cells(title) <= width:
        return title
    first, *others = title.split(", ")
    last = others[-1] if others else ""
    room = width - cells(last) - 2
    if last and room >= LEAST_NAME:
        return f"{cut(first, room)}, {last}"
    return cut(first, width)


def source_name(source: Source | None, identifier: str = "") -> str:
    """A source in a word or two: its publisher, or else its title; its id where the library does not have it."""
    return (source.publisher or source.title or source.id) if source else identifier


def cells(text: str) -> int:
    """The columns that a text takes in a terminal: two for East Asian wide characters, none for combining marks."""
    return sum(_cell_width(character) for character in text)


def cut(text: str, width: int) -> str:
    """The text in so many cells, with `…` where something was cut off."""
    if cells(text) <= width:
        return text
    room = width - 1
    kept = ""
    for character in text:
        room -= _cell_width(character)
        if room < 0:
            break
        kept += character
    return f"{kept.rstrip()}…" if width > 0 else ""


def _distinction(variant: Variant, side: Side | None) -> list[str]:
    """The parts of the variant's name; without the words about sides where a side says it better."""
    name = variant.name or variant.action.plain
    if side is not None:
        name = _SIDE_PHRASE.sub("", name)
    return [part.strip() for part in name.split(",") if part.strip()]


def _cell_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
