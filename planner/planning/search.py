"""Searching a library as someone types: all words contained, the best match first, ten thousand exercises at once."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from planner.model import Library, StartingPosition
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
    filter_choices,
    indexed_source,
)
from planner.planning.folding import Span, fold, fold_letters, highlight, highlight_scattered
from planner.planning.ranking import Closeness, Where

__all__ = [
    "NOTHING_NEEDED",
    "NO_FILTERS",
    "Choice",
    "Closeness",
    "FilterChoices",
    "Filters",
    "Hit",
    "IndexEntry",
    "IndexedSource",
    "IndexedWay",
    "SearchIndex",
    "Span",
    "Where",
    "entry_of",
    "filter_choices",
    "fold",
    "index_of",
    "indexed_source",
    "search",
]


@frozen
class Hit:
    """An exercise that was found, and why."""

    entry: IndexEntry
    where: Where = Where.NAME
    closeness: Closeness = Closeness.WHOLE
    words: tuple[str, ...] = ()
    """What was found, folded: the words of the query, or what they were taken for where they are misspelt."""

    @property
    def exercise(self) -> str:
        """The id of the exercise."""
        return self.entry.id

    @property
    def spans(self) -> tuple[Span, ...]:
        """What to highlight in the name of the exercise."""
        if self.closeness is Closeness.SCATTERED:
            return highlight_scattered(self.entry.name, "".join(self.words)) if self.where is Where.NAME else ()
        return highlight(self.entry.name, self.words)


_ORDER = {position: number for number, position in enumerate(StartingPosition)}
_WHERE = tuple(Where)
_CLOSENESS = tuple(Closeness)


@frozen
class SearchIndex:
    """A library made ready for searching: what is compared is folded once, here, and not for each letter typed.

    The entries may come from `entry_of` or from a cache of names and few fields; no exercise is needed for a search.
    """

    entries: tuple[IndexEntry, ...]
    sources: tuple[IndexedSource, ...] = ()
    """The sources that the entries name by their ids; searched, too, and there to choose from."""

    @cached_property
    def grouped(self) -> tuple[IndexEntry, ...]:
        """All entries by starting position, so that nobody gets down on the floor twice; then as in the library."""
        return tuple(sorted(self.entries, key=lambda entry: _ORDER[entry.position]))

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The folded texts of each entry of `grouped`, in the order of `Where`, and all of them in one."""
        sources = {source.id: tuple(map(_plain_text, source.texts)) for source in self.sources}
        # Positions, equipment and the names of ways are few and come again and again: each is folded once.
        once: dict[str, str] = {}

        def folded(text: str) -> str:
            known = once.get(text)
            if known is None:
                known = once[text] = _plain_text(text)
            return known

        return tuple(_folded_texts(entry, sources, folded) for entry in self.grouped)

    @cached_property
    def all_hits(self) -> tuple[Hit, ...]:
        """What an empty query finds."""
        return tuple(Hit(entry) for entry in self.grouped)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """The words of names, other names, aims and equipment: what a misspelt word may have meant."""
        telling = (Where.NAME, Where.OTHER_NAME, Where.AIM, Where.EQUIPMENT)
        words = {word for texts in self.texts for where in telling for word in texts[where].split()}
        return tuple(sorted(words))

    def candidates(self, filters: Filters) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The numbers and texts of the entries that fit."""
        if filters.is_any:
            return enumerate(self.texts)
        fits, grouped = filters.fits, self.grouped
        return ((number, texts) for number, texts in enumerate(self.texts) if fits(grouped[number]))

    def choices(self, filters: Filters = NO_FILTERS) -> FilterChoices:
        """What the filters can be set to, with how many exercises each choice would leave."""
        return filter_choices(self.entries, self.sources, filters)


def index_of(library: Library) -> SearchIndex:
    """The index of a whole library."""
    return SearchIndex(tuple(map(entry_of, library.exercises)), tuple(map(indexed_source, library.sources)))


def search(index: SearchIndex, query: str, filters: Filters = NO_FILTERS) -> tuple[Hit, ...]:
    """What fits the filters and holds every word of the query, the best match first.

    A hit in the name ranks above one in another name, that above the way of doing it, the aim, the equipment, the
    position and the source; within one of these the whole text ranks above its start, the start of a word above its
    middle. Equal hits, and all of them for an empty query, come by starting position and then as in the library.
    Where nothing holds every word, words with one slip of the pen are tried, and then scattered letters of the names.
    """
    words = tuple(dict.fromkeys(fold(query).split()))
    if not words:
        if filters.is_any:
            return index.all_hits
        return tuple(hit for hit in index.all_hits if filters.fits(hit.entry))
    contained = _contained(index, words, fold(query), filters)
    return contained or _misspelt(index, words, filters) or _spread(index, words, filters)


def _folded_texts(
    entry: IndexEntry, sources: Mapping[str, tuple[str, ...]], folded: Callable[[str], str]
) -> tuple[str, ...]:
    ways = dict.fromkeys((way.name, way.action, way.sides) for way in entry.ways)
    position = entry.position
    fields = (
        ranking.joined((_plain_text(entry.name),)),
        ranking.joined(map(folded, entry.other_names)),
        ranking.joined(folded(f"{name} {action} {action.plain} {sides.plain}") for name, action, sides in ways),
        ranking.joined((folded(entry.aim),)),
        ranking.joined(map(folded, entry.equipment)),
        ranking.joined((folded(position.plain), folded(position), folded(entry.region))),
        ranking.joined(text for source in entry.sources for text in sources.get(source, (folded(source),))),
    )
    return (*fields, "".join(fields))


def _plain_text(text: str) -> str:
    # Most texts have single spaces already, and then there is nothing to join anew.
    folded = fold_letters(text)
    return " ".join(folded.split()) if "  " in folded or folded[-1:] == " " or folded[:1] == " " else folded


def _contained(index: SearchIndex, words: tuple[str, ...], phrase: str, filters: Filters) -> tuple[Hit, ...]:
    needles = tuple(ranking.needle(word) for word in words)
    whole = ranking.needle(phrase)
    count = len(index.entries)
    # One number holds rank and place of a hit: ten thousand of them sort in a millisecond.
    found: list[int] = []
    for number, texts in index.candidates(filters):
        everything = texts[-1]
        for word in words:
            if word not in everything:
                break
        else:
            where, close = ranking.rank_all(texts, needles, whole)
            found.append((where * len(_CLOSENESS) + close) * count + number)
    found.sort()
    hits: list[Hit] = []
    for packed in found:
        order, number = divmod(packed, count)
        where, close = divmod(order, len(_CLOSENESS))
        hits.append(Hit(index.grouped[number], _WHERE[where], _CLOSENESS[close], words))
    return tuple(hits)


def _misspelt(index: SearchIndex, words: tuple[str, ...], filters: Filters) -> tuple[Hit, ...]:
    meanings = [ranking.meanings(word, index.vocabulary) for word in words]
    if not all(meanings):
        return ()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for number, texts in index.candidates(filters):
        meant = ranking.meant(texts[-1], meanings)
        if meant:
            found.append((max(ranking.rank(texts, ranking.needle(word))[0] for word in meant), number, meant))
    found.sort()
    grouped = index.grouped
    return tuple(Hit(grouped[number], _WHERE[where], Closeness.MISSPELT, meant) for where, number, meant in found)


def _spread(index: SearchIndex, words: tuple[str, ...], filters: Filters) -> tuple[Hit, ...]:
    letters = "".join(words)
    if len(letters) < 2:
        return ()
    found: list[tuple[int, int, int]] = []
    for number, texts in index.candidates(filters):
        for where in (Where.NAME, Where.OTHER_NAME):
            length = ranking.length_of_spread(texts[where], letters)
            if length:
                found.append((where, length, number))
                break
    found.sort()
    return tuple(Hit(index.grouped[number], _WHERE[where], Closeness.SCATTERED, words) for where, _, number in found)
