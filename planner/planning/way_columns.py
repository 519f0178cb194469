"""What the filters look at, as columns: ten thousand exercises are filtered and counted without making one of them."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress

from attrs import evolve, frozen

from planner.model import Action, Sides, StartingPosition
from planner.planning.filters import NOTHING_NEEDED, Filters, IndexedWay, IndexEntry

POSITIONS = tuple(StartingPosition)
ACTIONS = tuple(Action)
SIDES = tuple(Sides)


@frozen(eq=False)
class WayColumns:
    """The starting positions of exercises, by number, and their ways, one after the other.

    Where a column holds numbers, they are places in the tuple that is named beside it.
    """

    positions: bytes
    """Of each exercise, in `POSITIONS`; never falling from one exercise to the next."""
    owners: Sequence[int]
    """Of each way, the number of its exercise; never falling."""
    actions: bytes
    """Of each way, in `ACTIONS`."""
    sides: bytes
    """Of each way, in `SIDES`."""
    names: Sequence[int]
    """Of each way, in `known_names`."""
    sources: Sequence[int]
    """Of each way, in `known_sources`."""
    equipment: Sequence[int]
    """Of each way, in `known_equipment`."""
    known_names: Sequence[str]
    known_sources: Sequence[tuple[str, ...]]
    known_equipment: Sequence[tuple[str, ...]]

    def of(self, exercise: int) -> tuple[IndexedWay, ...]:
        """The ways of one exercise."""
        first, end = bisect_left(self.owners, exercise), bisect_left(self.owners, exercise + 1)
        return tuple(
            IndexedWay(
                self.known_names[self.names[way]],
                ACTIONS[self.actions[way]],
                SIDES[self.sides[way]],
                self.known_sources[self.sources[way]],
                self.known_equipment[self.equipment[way]],
            )
            for way in range(first, end)
        )

    def group(self, position: StartingPosition) -> range:
        """The numbers of the exercises that start from a position."""
        number = POSITIONS.index(position)
        return range(bisect_left(self.positions, number), bisect_left(self.positions, number + 1))

    def fitting(self, filters: Filters) -> Sequence[int]:
        """For each exercise, 1 where its position fits and one and the same way of it fits all the rest, else 0."""
        if filters.is_any_way:
            return _chosen(self.positions, POSITIONS, filters.position)
        fits = bytearray(len(self.positions))
        for exercise in compress(self.owners, self._ways(filters)):
            fits[exercise] = 1
        return fits

    def counts(self, name: str, filters: Filters) -> Counter[str]:
        """How many exercises each value of the filter of this name leaves, the other filters being what they are."""
        others = evolve(filters, **{name: None})
        if name == "position":
            return Counter(POSITIONS[number] for number in compress(self.positions, self.fitting(others)))
        counts: Counter[str] = Counter()
        # The ways of an exercise follow one another: a value counts where the way before that had it was another's.
        last: dict[str, int] = {}
        values = self._values(name)
        for exercise, number in compress(zip(self.owners, self._column(name), strict=True), self._ways(others)):
            for value in values[number]:
                if last.get(value) != exercise:
                    last[value] = exercise
                    counts[value] += 1
        return counts

    def _column(self, name: str) -> Sequence[int]:
        columns = {"action": self.actions, "sides": self.sides, "source": self.sources, "equipment": self.equipment}
        return columns[name]

    def _values(self, name: str) -> Sequence[tuple[str, ...]]:
        """What the numbers of a column stand for, as values of the filter."""
        if name == "source":
            return self.known_sources
        if name == "equipment":
            return [known or (NOTHING_NEEDED,) for known in self.known_equipment]
        return [(value,) for value in (ACTIONS if name == "action" else SIDES)]

    def _ways(self, filters: Filters) -> Sequence[int]:
        """For each way, 1 where it and the position of its exercise fit."""
        masks = [bytes(len(self.owners)).translate(bytes([1]) * 256)]
        if filters.position is not None:
            positions = bytes(map(self.positions.__getitem__, self.owners))
            masks.append(_chosen(positions, POSITIONS, filters.position))
        if filters.action is not None:
            masks.append(_chosen(self.actions, ACTIONS, filters.action))
        if filters.sides is not None:
            masks.append(_chosen(self.sides, SIDES, filters.sides))
        for name, value in (("source", filters.source), ("equipment", filters.equipment)):
            if value is not None:
                fits = [value in known for known in self._values(name)]
                masks.append(bytes(map(fits.__getitem__, self._column(name))))
        return _all_of(masks)


WayParts = tuple[int, str, int, int, tuple[str, ...], tuple[str, ...]]
"""Of a way: the number of its exercise, name, action, sides, sources, equipment."""


def columns_of(entries: Sequence[IndexEntry]) -> WayColumns:
    """The columns of entries that come by starting position."""
    ways = (
        (number, way.name, ACTIONS.index(way.action), SIDES.index(way.sides), way.sources, way.equipment)
        for number, entry in enumerate(entries)
        for way in entry.ways
    )
    return columns(bytes(POSITIONS.index(entry.position) for entry in entries), ways)


def columns(positions: bytes, ways: Iterable[WayParts]) -> WayColumns:
    """The columns of ways that come in the order of their exercises."""
    owners, actions, sides = array("I"), bytearray(), bytearray()
    names: dict[str, int] = {}
    sources: dict[tuple[str, ...], int] = {}
    equipment: dict[tuple[str, ...], int] = {}
    numbers: tuple[array[int], array[int], array[int]] = array("I"), array("I"), array("I")
    for owner, name, action, side, source, needed in ways:
        owners.append(owner)
        actions.append(action)
        sides.append(side)
        numbers[0].append(names.setdefault(name, len(names)))
        numbers[1].append(sources.setdefault(source, len(sources)))
        numbers[2].append(equipment.setdefault(needed, len(equipment)))
    known = tuple(names), tuple(sources), tuple(equipment)
    return WayColumns(positions, owners, bytes(actions), bytes(sides), *numbers, *known)


def _chosen(column: bytes, terms: Sequence[object], wanted: object) -> bytes:
    """For each number of a column, 1 where it stands for what is wanted, or where anything is."""
    return column.translate(bytes(wanted is None or terms[number : number + 1] == (wanted,) for number in range(256)))


def _all_of(masks: Sequence[bytes]) -> bytes:
    """Where all masks have a 1; as one large number each, they are compared in a few steps."""
    found = int.from_bytes(masks[0], "little")
    for mask in masks[1:]:
        found &= int.from_bytes(mask, "little")
    return found.to_bytes(len(masks[0]), "little")
