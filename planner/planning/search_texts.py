"""The texts of a library that a search looks in, folded."""

from collections.abc import Iterable, Iterator

from planner.model import Action, Sides, StartingPosition
from planner.planning.filters import IndexedSource, IndexEntry
from planner.planning.folding import fold_letters
from planner.planning.ranking import marked


def folded_texts(entries: Iterable[IndexEntry], sources: Iterable[IndexedSource]) -> Iterator[str]:
    """For each entry all that it is searched by: a text of fields as `ranking.marked` writes them."""
    return map(_Folding(sources).text, entries)


class _Folding:
    """Ways, equipment, positions and sources are few and come again and again: each field of them is made once."""

    def __init__(self, sources: Iterable[IndexedSource]) -> None:
        self._sources = {source.id: source.texts for source in sources}
        self._ways: dict[tuple[tuple[str, Action, Sides], ...], str] = {}
        self._places: dict[tuple[StartingPosition, str], str] = {}
        self._others: dict[tuple[str, ...], str] = {}

    def text(self, entry: IndexEntry) -> str:
        """The fields in the order of `Where`."""
        names = f"{marked((_folded(entry.name),))}{marked(map(_folded, entry.other_names))}"
        told = f"{self._ways_field(entry)}{marked((_folded(entry.aim),))}{self._field(entry.equipment)}"
        return f"{names}{told}{self._place_field(entry)}{self._sources_field(entry.sources)}"

    def _ways_field(self, entry: IndexEntry) -> str:
        ways = tuple(dict.fromkeys((way.name, way.action, way.sides) for way in entry.ways))
        known = self._ways.get(ways)
        if known is None:
            texts = (f"{name} {action} {action.plain} {sides.plain}" for name, action, sides in ways)
            known = self._ways[ways] = marked(map(_folded, texts))
        return known

    def _place_field(self, entry: IndexEntry) -> str:
        place = entry.position, entry.region
        known = self._places.get(place)
        if known is None:
            texts = (entry.position.plain, entry.position, entry.region)
            known = self._places[place] = marked(map(_folded, texts))
        return known

    def _sources_field(self, sources: tuple[str, ...]) -> str:
        return self._field(tuple(text for source in sources for text in self._sources.get(source, (source,))))

    def _field(self, texts: tuple[str, ...]) -> str:
        known = self._others.get(texts)
        if known is None:
            known = self._others[texts] = marked(map(_folded, texts))
        return known


def _folded(text: str) -> str:
    # Most texts have single spaces already, and then there is nothing to join anew.
    folded = fold_letters(text)
    return " ".join(folded.split()) if "  " in folded or folded[-1:] == " " or folded[:1] == " " else folded
