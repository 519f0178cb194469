"""The filters of the library: which exercises and ways are looked at, and what there is to choose from."""

from collections.abc import Mapping

from attrs import frozen

from planner.model import Action, Exercise, Library, Sides, Source, StartingPosition
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
    """What to look at; `None` is any. `source` is an id; `equipment` may be `NOTHING_NEEDED`.

    The position of an exercise has to fit, and one and the same way of it all the rest.
    """

    position: StartingPosition | None = None
    action: Action | None = None
    sides: Sides | None = None
    source: str | None = None
    equipment: str | None = None

    @property
    def is_any(self) -> bool:
        """Whether nothing is filtered."""
        return self == NO_FILTERS

    @property
    def is_any_way(self) -> bool:
        """Whether nothing is filtered but the position."""
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
