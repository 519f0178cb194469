"""An exercise of a large library as a row of its index: made when the library is first read, strictly."""

import json
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planner.files.collecting import Collector
from planner.files.fields import Table
from planner.files.library_exercises import read_exercise
from planner.files.library_pieces import Unreadable, exercise_in, text_of, values_of
from planner.files.library_references import Reference
from planner.files.toml_limits import check_limits
from planner.model import Exercise
from planner.planning.filters import IndexedSource, IndexEntry, entry_of
from planner.planning.search_texts import folded_texts
from planner.planning.way_columns import ACTIONS, POSITIONS, SIDES


class Way(NamedTuple):
    """A variant in a row."""

    id: str
    name: str
    action: int
    sides: int
    sources: Sequence[str]
    equipment: Sequence[str]
    easier: str
    """What it is a progression of, as `exercise/variant`; empty where it is none."""


class Row(NamedTuple):
    """All that the index needs to know of an exercise."""

    id: str
    position: int
    shown: str
    """What an entry of the index has beside its ways, as JSON: see `library_index`."""
    searched: str
    """The folded text that it is searched by."""
    ways: Sequence[Way]
    figures: Sequence[str]
    sum: int
    """The CRC-32 of its bytes in the file."""


def rows_of(pieces: Iterable[bytes], sources: Sequence[IndexedSource], *, tolerant: bool) -> list[Row]:
    """The rows of exercises, from their pieces of the file.

    Raises Unreadable where a piece is not one exercise, and where there is anything to be said of it, unless
    `tolerant`: then that has been said already.
    """
    exercises: list[Exercise] = []
    sums: list[int] = []
    for piece in pieces:
        exercises.append(read_piece(piece, tolerant=tolerant))
        sums.append(zlib.crc32(piece))
    entries = list(map(entry_of, exercises))
    searched = folded_texts(entries, sources)
    parts = zip(exercises, entries, searched, sums, strict=True)
    return [_row(exercise, entry, text, crc) for exercise, entry, text, crc in parts]


def read_piece(piece: bytes, *, tolerant: bool) -> Exercise:
    """The exercise that a piece consists of. Raises Unreadable as `rows_of` does."""
    text = text_of(piece)
    values = values_of(text)
    collector = Collector()
    references: list[Reference] = []
    exercise = read_exercise(Table(exercise_in(values), ("exercise", 0), collector), references)
    if not tolerant:
        # Of what is known and of the right type, only texts with escapes can be out of bounds.
        if "\\" in text:
            check_limits(text, values, collector)
        if collector.entries:
            raise Unreadable
    return exercise


def _row(exercise: Exercise, entry: IndexEntry, searched: str, crc: int) -> Row:
    ways = [
        Way(
            variant.id,
            variant.name,
            ACTIONS.index(variant.action),
            SIDES.index(variant.sides),
            way.sources,
            way.equipment,
            str(variant.progression_of or ""),
        )
        for variant, way in zip(exercise.variants, entry.ways, strict=True)
    ]
    shown = (entry.id, entry.name, entry.other_names, entry.aim, entry.region, [way.id for way in ways])
    figures = tuple(variant.figure for variant in exercise.variants if variant.figure)
    position = POSITIONS.index(entry.position)
    return Row(entry.id, position, to_json(shown), searched, ways, figures, crc)


to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""As short as can be, on one line."""


def encoded(rows: Sequence[Row]) -> bytes:
    """Rows as bytes, to be sent from one process to another."""
    return to_json(rows).encode()


def decoded(data: bytes) -> list[Row]:
    """The rows that `encoded` made bytes of."""
    return [Row(*values)._replace(ways=[Way(*way) for way in values[4]]) for values in json.loads(data)]
