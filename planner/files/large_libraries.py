"""Large libraries: read whole once, to make an index; from then on only as far as something of them is needed."""

from collections.abc import Collection, Sequence
from itertools import groupby
from pathlib import Path

from planner.files.collecting import Collector
from planner.files.fields import Table
from planner.files.first_time import FirstTime, refuse
from planner.files.library_blocks import ExerciseReader, LazyFigures
from planner.files.library_cache import cached, key_of
from planner.files.library_file import LibraryFile, open_library
from planner.files.library_index import Packed, Place
from planner.files.library_pieces import Unreadable, text_of, values_of
from planner.files.library_reading import (
    LoadedLibraries,
    join,
    load_libraries,
    read_frame,
)
from planner.files.locations import Locations
from planner.files.problems import FileProblems
from planner.files.stored_index import StoredIndex
from planner.model import Library
from planner.planning.filters import indexed_source
from planner.planning.large_library import LargeLibrary


def open_large(paths: Sequence[Path], needed: Collection[str], places: Locations, first: FirstTime) -> LoadedLibraries:
    """Libraries that are large together. Raises FileProblems where one of those `needed` cannot be used."""
    files = list(map(open_library, paths))
    states = (file.digest if isinstance(file, LibraryFile) else str(file) for file in files)
    key = key_of(zip(map(str, paths), states, strict=True))
    packed = cached(places, key)
    try:
        if packed is None:
            from planner.files.library_making import make_index

            packed = make_index(key, files, needed, places, first)
        refuse(packed.head.problems, needed)
        return LoadedLibraries(_library(packed, files), tuple(packed.head.problems))
    except Unreadable:
        # It is written in an unusual way, or it is changing at this moment.
        loaded = load_libraries(paths)
        refuse(loaded.problems, needed)
        return loaded


def _library(packed: Packed, files: Sequence[LibraryFile | FileProblems]) -> LargeLibrary:
    used = [file for number in packed.head.files if isinstance(file := files[number], LibraryFile)]
    frames = [
        _frame(used[number], list(places)) for number, places in groupby(packed.head.rest, lambda place: place.file)
    ]
    shared = join(frames)
    index = StoredIndex(packed=packed, sources=tuple(map(indexed_source, shared.sources)))
    return LargeLibrary(
        title=shared.title,
        sources=shared.sources,
        red_flags=shared.red_flags,
        advice=shared.advice,
        precautions=shared.precautions,
        figures=LazyFigures(used, packed.head.figures),
        index=index,
        read=ExerciseReader(used, packed, index),
        order=packed.places.order,
        starter_sizes=packed.head.starter_sizes,
    )


def _frame(file: LibraryFile, places: Sequence[Place]) -> Library:
    """A library without its exercises and figures: what is wrong with it was said when the index was made."""
    parts = [file.part(place.start, place.end, place.sum) for place in places]
    text = "".join(text_of(part) for part in parts if part is not None)
    if None in parts:
        raise Unreadable
    return read_frame(Table(values_of(text), (), Collector()), []).library
