"""The index of large libraries as a file: lines of JSON, read only as far as they are needed.

1. A header: the version of the format, what the index is of, the length of each of the next lines, and the SHA-256 of
   these lengths and of all that follows.
2. What is needed at once: see `Head`.
3. The ids of the exercises, in the order of their numbers, as one text with a space before and after each.
4. Where the exercises are, in the libraries and below in this file: see `Places`.
5. The columns of the filters: see `WayColumns`.
6. The words of the texts that are searched, and where they stand: see `WordPlaces`.
7. The folded texts that are searched, without what each exercise has for itself: see `TextColumns`.
8. The rest of these texts, on several lines, so that it takes little memory to read them.
9. Of each exercise, on a line of its own: id, name, other names, aim, region, and the ids of its variants.
"""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Any, NamedTuple, Protocol

from attrs import frozen

from planner.files.library_rows import to_json
from planner.files.problems import Problem, Severity
from planner.planning.text_columns import SharedField, TextColumns
from planner.planning.way_columns import WayColumns
from planner.planning.word_places import WordPlaces, word_places_of

INDEX_FORMAT = 2
"""The version of this format. It goes up with every change of what is in an index, and of how texts are folded."""

_HEAD, _IDS, _PLACES, _COLUMNS, _WORDS, _SHARED, _NAMES = range(7)
"""The lines after the header."""
_NAMES_ON_A_LINE = 2_000
_LONGEST_HEADER = 1 << 14
"""Bytes: enough for a hundred thousand exercises."""
_PROBLEM = ("path", "line", "column", "severity", "found", "expected", "hint", "source_line", "caret")


class DamagedIndex(Exception):  # noqa: N818 - it is no fault: a new one is made
    """Bytes that are no index, or not the one that was wanted."""


class Place(NamedTuple):
    """Where a part of a library is."""

    file: int
    """The number of the file among those that are used."""
    start: int
    end: int
    """In bytes."""
    sum: int
    """The CRC-32 of these bytes."""


@frozen
class Head:
    """What a start needs of an index."""

    files: Sequence[int]
    """Which of the libraries are used, in their order; the others cannot be."""
    rest: Sequence[Place]
    """Where all is that does not belong to an exercise or a figure."""
    figures: Mapping[str, Place]
    """By name."""
    starter_sizes: Mapping[str, int]
    """How many exercises a plan has that is started from a source, by its id."""
    problems: Sequence[Problem]
    """What was wrong with the files."""


@frozen
class Places:
    """Where the exercises are, by their numbers, as columns."""

    files: bytes
    starts: Sequence[int]
    ends: Sequence[int]
    sums: Sequence[int]
    order: Sequence[int]
    """The numbers of the exercises in the order of the library."""
    rows: Sequence[int]
    """Where the lines of the exercises begin in the index, counted from the first of them, and where the last ends."""

    def of(self, number: int) -> Place:
        """Where one exercise is in the libraries."""
        return Place(self.files[number], self.starts[number], self.ends[number], self.sums[number])


@frozen
class Content:
    """What an index is made of."""

    head: Head
    columns: WayColumns
    places: Sequence[Place]
    order: Sequence[int]
    ids: Sequence[str]
    texts: TextColumns
    shown: Sequence[str]
    """Of each exercise what its line says, as JSON already."""


def pack(key: str, content: Content) -> bytes:
    """An index as bytes. `key` tells what it is of."""
    rows = [f"{row}\n".encode() for row in content.shown]
    head, columns = content.head, content.columns
    texts, words = content.texts, word_places_of(content.texts)
    parts: list[object] = [
        [head.files, head.rest, head.figures, head.starter_sizes, [_problem(each) for each in head.problems]],
        "".join(f" {identifier}" for identifier in content.ids) + " ",
        [*_columns_of(content.places), content.order, [0, *accumulate(map(len, rows))]],
        [list(getattr(columns, each.name)) for each in columns.__attrs_attrs__],
        [words.words, words.telling, words.written],
        [[field.known, list(field.numbers)] for field in texts.shared],
    ]
    starts = range(0, len(texts), _NAMES_ON_A_LINE)
    parts += (texts.names[first : first + _NAMES_ON_A_LINE] for first in starts)
    lines = [f"{to_json(part)}\n".encode() for part in parts]
    lengths = list(map(len, lines))
    digest = sha256(to_json(lengths).encode())
    for line in (*lines, *rows):
        digest.update(line)
    header = {**_wanted(key), "sha256": digest.hexdigest(), "lengths": lengths}
    return b"".join((f"{to_json(header)}\n".encode(), *lines, *rows))


def _columns_of(places: Sequence[Place]) -> Iterator[list[int]]:
    for column in range(len(Place._fields)):
        yield [place[column] for place in places]


def _wanted(key: str) -> dict[str, object]:
    return {"planner-library-index": INDEX_FORMAT, "key": key}


def _problem(problem: Problem) -> list[object]:
    return [getattr(problem, name) for name in _PROBLEM]


class Readable(Protocol):
    """Bytes that can be read in parts: a file, or a part of the memory."""

    def parts(self) -> Iterator[bytes]:
        """All of it, once."""

    def read(self, start: int, end: int) -> bytes:
        """Some of it."""


class InMemory:
    """An index that cannot be kept."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def parts(self) -> Iterator[bytes]:
        """All of it at once."""
        yield self._data

    def read(self, start: int, end: int) -> bytes:
        """Some of it."""
        return self._data[start:end]


class Packed:
    """An index of which each part is read when it is asked for."""

    def __init__(self, stored: Readable, key: str) -> None:
        """Raises DamagedIndex where this is not a whole index of what `key` tells."""
        self._stored = stored
        try:
            self._lines = self._check(key)
            self.head = self._head()
            self.ids: str = self._line(_IDS)
            """With a space before and after each."""
            self.places = self._places()
            self._count: int = self.ids.count(" ") - 1
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            raise DamagedIndex from None
        if not self._count == len(self.places.order) == len(self.places.rows) - 1:
            raise DamagedIndex

    def __len__(self) -> int:
        return self._count

    def _check(self, key: str) -> list[tuple[int, int]]:
        """Where the lines after the header begin and end; the last of them are all rows together."""
        header, _, _ = self._stored.read(0, _LONGEST_HEADER).partition(b"\n")
        told = json.loads(header)
        digest, start, size = sha256(to_json(told["lengths"]).encode()), len(header) + 1, 0
        for part in self._stored.parts():
            # The first part is longer than any header.
            digest.update(part if size else part[start:])
            size += len(part)
        if {**told, **_wanted(key), "sha256": digest.hexdigest()} != told:
            raise DamagedIndex
        return list(pairwise([*accumulate(told["lengths"], initial=start), size]))

    def _line(self, number: int) -> Any:
        return json.loads(self._stored.read(*self._lines[number]))

    def _head(self) -> Head:
        files, rest, figures, sizes, problems = self._line(_HEAD)
        named = (dict(zip(_PROBLEM, values, strict=True)) for values in problems)
        told = [Problem(**{**each, "severity": Severity(each["severity"])}) for each in named]
        placed = {name: Place(*place) for name, place in figures.items()}
        return Head(files, [Place(*place) for place in rest], placed, sizes, told)

    def _places(self) -> Places:
        files, *others = self._line(_PLACES)
        return Places(bytes(files), *(array("I", numbers) for numbers in others))

    def columns(self) -> WayColumns:
        """The columns of the filters."""
        positions, owners, actions, sides, names, sources, equipment, *known = self._line(_COLUMNS)
        known_sources, known_equipment = ([tuple(each) for each in part] for part in known[1:])
        return WayColumns(
            bytes(positions),
            array("I", owners),
            bytes(actions),
            bytes(sides),
            array("I", names),
            array("I", sources),
            array("I", equipment),
            known[0],
            known_sources,
            known_equipment,
        )

    def words(self) -> WordPlaces:
        """The words of the texts, and where they stand."""
        return WordPlaces(*self._line(_WORDS))

    def texts(self) -> TextColumns:
        """The folded texts, by the numbers of their exercises."""
        shared = tuple(SharedField(known, array("I", numbers)) for known, numbers in self._line(_SHARED))
        return TextColumns([name for line in range(_NAMES, len(self._lines) - 1) for name in self._line(line)], shared)

    def shown(self, number: int) -> tuple[str, str, tuple[str, ...], str, str, tuple[str, ...]]:
        """Of an exercise: id, name, other names, aim, region, and the ids of its variants."""
        first, rows = self._lines[-1][0], self.places.rows
        line = self._stored.read(first + rows[number], first + rows[number + 1])
        identifier, name, others, aim, region, variants = json.loads(line)
        return identifier, name, tuple(others), aim, region, tuple(variants)
