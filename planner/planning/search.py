"""Searching a library as someone types: all words contained, the best match first, ten thousand exercises at once."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_

from planner.model import Library
from planner.planning import ranking
from planner.planning.filters import (
    NO_FILTERS,
    NOTHING_NEEDED,
    Choice,
    FilterChoices,
    Filters,
    IndexedSource,
    IndexedWay,
    IndexEntry,
    entry_of,
    indexed_source,
)
from planner.planning.folding import Span, fold
from planner.planning.hits import ByPosition, Hit, Hits, Ranked, pack
from planner.planning.ranking import Closeness, Where
from planner.planning.search_index import SearchIndex
from planner.planning.word_places import flags

__all__ = [
    "NOTHING_NEEDED",
    "NO_FILTERS",
    "ByPosition",
    "Choice",
    "Closeness",
    "FilterChoices",
    "Filters",
    "Hit",
    "Hits",
    "IndexEntry",
    "IndexedSource",
    "IndexedWay",
    "SearchIndex",
    "Span",
    "Steps",
    "Where",
    "entry_of",
    "fold",
    "index_of",
    "indexed_source",
    "search",
    "search_in_steps",
]

Steps = Iterator[Hits | None]
"""`None` after each piece of work, and at last what was found."""

_MOST_WORDS = 12
"""In a longer query no slips are looked for: that is a text, not a search."""


def index_of(library: Library) -> SearchIndex:
    """The index of a whole library."""
    from planner.planning.large_library import LargeLibrary

    if isinstance(library, LargeLibrary):
        return library.index
    return SearchIndex(tuple(map(entry_of, library.exercises)), tuple(map(indexed_source, library.sources)))


def search(index: SearchIndex, query: str, filters: Filters = NO_FILTERS) -> Hits:
    """What fits the filters and holds every word of the query, the best match first.

    A hit in the name ranks above one in another name, that above the way of doing it, the aim, the equipment, the
    position and the source; within one of these the whole text ranks above its start, the start of a word above its
    middle. Equal hits, and all of them for an empty query, come by starting position and then as in the library.
    Where nothing holds every word, words with one slip of the pen are tried, and then scattered letters of the names.
    """
    return next(hits for hits in search_in_steps(index, query, filters) if hits is not None)


def search_in_steps(index: SearchIndex, query: str, filters: Filters = NO_FILTERS) -> Steps:
    """The same in pieces, for somebody who goes on typing meanwhile. What holds every word is found in the first."""
    words = tuple(dict.fromkeys(fold(query).split()))
    numbers = index.fitting(filters)
    if not words:
        yield ByPosition(index, numbers)
        return
    hits = _contained(index, words, fold(query), numbers)
    if not hits and len(words) <= _MOST_WORDS:
        from planner.planning import slips

        yield None
        for finding in (slips.misspelt, slips.scattered):
            if not hits:
                hits = yield from finding(index, words, numbers)
    yield hits


def _contained(index: SearchIndex, words: tuple[str, ...], phrase: str, numbers: Sequence[int]) -> Hits:
    needles = tuple(ranking.needle(word) for word in words)
    whole = ranking.needle(phrase)
    count, as_far_as = len(index.grouped), index.texts.as_far_as
    there = flags(reduce(and_, map(index.words.holding, words)), count)
    found: list[int] = []
    for number in numbers:
        if there[number]:
            where, close = ranking.rank_all(as_far_as(number, words), needles, whole)
            found.append(pack(where, close, number, count))
    found.sort()
    return Ranked(index, found, words)
