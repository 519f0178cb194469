"""The filters of the library: which exercises and ways are looked at, and what there is to choose from."""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from planner.model import Action, Exercise, Library, Sides, Source, StartingPosition
from planner.model.terms import Term
from planner.planning.naming import source_name

NOTHING_NEEDED = ""
"""The choice of equipment for "no equipment"."""


@frozen
class IndexedWay:
    """What search and filters need to know of a variant."""

    name: str
    action: Action
    sides: Sides
    sources: tuple[str, ...] = ()
    """The ids of the sources that speak of this way."""
    equipment: tuple[str, ...] = ()
    """Everything that it needs, what the exercise needs included."""


@frozen
class IndexEntry:
    """What search and filters need to know of an exercise: light enough to be kept for a library of thousands."""

    id: str
    name: str
    position: StartingPosition
    ways: tuple[IndexedWay, ...] = ()
    other_names: tuple[str, ...] = ()
    aim: str = ""
    region: str = ""

    @property
    def equipment(self) -> tuple[str, ...]:
        """What one or other of its ways needs, nothing twice."""
        return tuple(dict.fromkeys(item for way in self.ways for item in way.equipment))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that speak of it, nothing twice."""
        return tuple(dict.fromkeys(item for way in self.ways for item in way.sources))


def entry_of(exercise: Exercise) -> IndexEntry:
    """The entry of an exercise."""
    ways = tuple(
        IndexedWay(
            name=variant.name,
            action=variant.action,
            sides=variant.sides,
            sources=tuple(dict.fromkeys(item.source for item in variant.guidance)),
            equipment=exercise.equipment_of(variant),
        )
        for variant in exercise.variants
    )
    return IndexEntry(
        id=exercise.id,
        name=exercise.name,
        position=exercise.position,
        ways=ways,
        other_names=exercise.other_names,
        aim=exercise.aim,
        region=exercise.region,
    )


@frozen
class IndexedSource:
    """What search and filters need to know of a source."""

    id: str
    name: str
    """What it is called in a list to choose from."""
    texts: tuple[str, ...] = ()
    """What it is searched by: title, publisher, author."""


def indexed_source(source: Source) -> IndexedSource:
    """The entry of a source."""
    return IndexedSource(source.id, source_name(source), (source.title, source.publisher, source.author))


def source_titles(library: Library) -> Mapping[str, str]:
    """What the sources of a library are called in a list to choose from, by their ids."""
    return {source.id: source_name(source) for source in library.sources}


@frozen
class Filters:
    """What to look at; `None` is any. `source` is an id; `equipment` may be `NOTHING_NEEDED`."""

    position: StartingPosition | None = None
    action: Action | None = None
    sides: Sides | None = None
    source: str | None = None
    equipment: str | None = None

    @property
    def is_any(self) -> bool:
        """Whether nothing is filtered."""
        return self == NO_FILTERS

    def fits(self, entry: IndexEntry) -> bool:
        """Whether the position fits, and one and the same way of the exercise fits all the rest."""
        if self.position is not None and self.position != entry.position:
            return False
        return self._any_way or any(self.fits_way(way) for way in entry.ways)

    def fits_way(self, way: IndexedWay) -> bool:
        """Whether a way fits action, sides, source and equipment."""
        return (
            (self.action is None or self.action == way.action)
            and (self.sides is None or self.sides == way.sides)
            and (self.source is None or self.source in way.sources)
            and (self.equipment is None or self.equipment in (way.equipment or (NOTHING_NEEDED,)))
        )

    @property
    def _any_way(self) -> bool:
        return (self.action, self.sides, self.source, self.equipment) == (None, None, None, None)


NO_FILTERS = Filters()


@frozen
class Choice:
    """One value of a filter: the words for it, and how many exercises it would leave."""

    value: str
    label: str
    count: int


@frozen
class FilterChoices:
    """What each filter can be set to. A choice that would leave nothing is kept, with the count 0."""

    position: tuple[Choice, ...]
    action: tuple[Choice, ...]
    sides: tuple[Choice, ...]
    source: tuple[Choice, ...]
    equipment: tuple[Choice, ...]


def filter_choices(
    entries: Iterable[IndexEntry], sources: Iterable[IndexedSource], filters: Filters = NO_FILTERS
) -> FilterChoices:
    """What there is to choose from in these exercises, counted with the other filters as they are.

    Terms come in their own order, sources in that given, equipment by the alphabet with "no equipment" first.
    """
    known = tuple(entries)
    unnamed = {source: source for entry in known for source in entry.sources}
    names = {source.id: source.name for source in sources}
    needed = {item for entry in known for way in entry.ways for item in way.equipment or (NOTHING_NEEDED,)}
    equipment = sorted(needed, key=lambda item: (item.casefold(), item))
    present = Counter(entry.position for entry in known)
    ways = [way for entry in known for way in entry.ways]
    actions, sides = Counter(way.action for way in ways), Counter(way.sides for way in ways)

    def counted(name: str, labels: Mapping[str, str]) -> tuple[Choice, ...]:
        counts = _counts(known, name, filters)
        return tuple(Choice(value, label, counts[value]) for value, label in labels.items())

    return FilterChoices(
        position=counted("position", _plain(term for term in StartingPosition if present[term])),
        action=counted("action", _plain(term for term in Action if actions[term])),
        sides=counted("sides", _plain(term for term in Sides if sides[term])),
        source=counted(
            "source", {**names, **{source: name for source, name in unnamed.items() if source not in names}}
        ),
        equipment=counted("equipment", {item: item or "no equipment" for item in equipment}),
    )


def _plain(terms: Iterable[Term]) -> dict[str, str]:
    return {term: term.plain for term in terms}


def _counts(entries: tuple[IndexEntry, ...], name: str, filters: Filters) -> Counter[str]:
    """How many exercises each value of one filter leaves, the other filters being what they are."""
    others = evolve(filters, **{name: None})
    counts: Counter[str] = Counter()
    for entry in entries:
        if not others.fits(entry):
            continue
        if name == "position":
            counts[entry.position] += 1
            continue
        counts.update({value for way in entry.ways if others.fits_way(way) for value in _values(way, name)})
    return counts


def _values(way: IndexedWay, name: str) -> tuple[str, ...]:
    if name == "source":
        return way.sources
    if name == "equipment":
        return way.equipment or (NOTHING_NEEDED,)
    return (way.action,) if name == "action" else (way.sides,)
