"""A search index whose parts were prepared when the library was first read."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import overload

from attrs import define, field

from planner.files.library_index import Packed
from planner.planning.filters import IndexedSource, IndexEntry
from planner.planning.search_index import SearchIndex
from planner.planning.text_columns import TextColumns
from planner.planning.way_columns import POSITIONS, WayColumns
from planner.planning.word_places import WordPlaces

_MOST_KEPT = 128
"""Entries that are kept once they were made: some five screens."""


@define(frozen=True, slots=False, eq=False, kw_only=True)
class StoredIndex(SearchIndex):
    """Every part is read when it is first asked for; the entries one by one."""

    packed: Packed = field(repr=False)
    sources: tuple[IndexedSource, ...] = field(repr=False)
    entries: Sequence[IndexEntry] = field(init=False, repr=False)

    @entries.default
    def _entries(self) -> Sequence[IndexEntry]:
        return _StoredEntries(self)

    @cached_property
    def grouped(self) -> Sequence[IndexEntry]:
        """The entries: they were put into this order when the index was made."""
        return self.entries

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the exercises, by their ids."""
        return _Numbers(self.packed.ids)

    @cached_property
    def columns(self) -> WayColumns:
        """What the filters look at."""
        return self.packed.columns()

    @cached_property
    def texts(self) -> TextColumns:
        """What each exercise is searched by."""
        return self.packed.texts()

    @cached_property
    def words(self) -> WordPlaces:
        """Where each word stands, and what a misspelt one may have meant."""
        return self.packed.words()


class _Numbers(Mapping[str, int]):
    """The numbers of ids in a text with a space before and after each: a tenth of the memory of a dictionary."""

    def __init__(self, ids: str) -> None:
        self._ids = ids
        self._found = lru_cache(_MOST_KEPT)(self._find)

    def __len__(self) -> int:
        return self._ids.count(" ") - 1

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids.split())

    def __getitem__(self, identifier: str) -> int:
        number = self._found(identifier)
        if number is None:
            raise KeyError(identifier)
        return number

    def _find(self, identifier: str) -> int | None:
        place = -1 if not identifier or " " in identifier else self._ids.find(f" {identifier} ")
        return None if place < 0 else self._ids.count(" ", 0, place)


class _StoredEntries(Sequence[IndexEntry]):
    """The entries of an index, each made when it is asked for; those made last are kept."""

    def __init__(self, index: StoredIndex) -> None:
        self._index = index
        self._made = lru_cache(_MOST_KEPT)(self._make)

    def __len__(self) -> int:
        return len(self._index.packed)

    @overload
    def __getitem__(self, number: int) -> IndexEntry: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[IndexEntry]: ...

    def __getitem__(self, number: int | slice) -> IndexEntry | Sequence[IndexEntry]:
        if isinstance(number, slice):
            return [self._made(each) for each in range(len(self))[number]]
        return self._made(range(len(self))[number])

    def _make(self, number: int) -> IndexEntry:
        identifier, name, others, aim, region, _ = self._index.packed.shown(number)
        columns = self._index.columns
        position = POSITIONS[columns.positions[number]]
        return IndexEntry(identifier, name, position, columns.of(number), others, aim, region)
