"""A library too large to be held whole: its exercises are read when they are asked for."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from attrs import Factory, define, field

from planner.model import Exercise, Library
from planner.planning.filters import Filters
from planner.planning.search_index import SearchIndex

Read = Callable[[int], Exercise]
"""Reads one exercise, by its number in the index."""

MOST_KEPT = 500
"""Exercises that are kept once they were read: more than anybody has in a plan."""


@define(frozen=True, slots=False, eq=False, kw_only=True)
class LargeLibrary(Library):
    """Exercises are looked up by id at once, and made one by one; what all of them share is there from the start.

    Going through `exercises` makes every one of them: that is for exports. Lists and searches use `index`.
    """

    index: SearchIndex = field(repr=False)
    read: Read = field(repr=False)
    order: Sequence[int] = field(repr=False)
    """The numbers of the exercises in the order of the library."""
    starter_sizes: Mapping[str, int] = field(default=Factory(dict), repr=False)
    """How many exercises a plan has that is started from a source, by its id."""
    exercises: Sequence[Exercise] = field(init=False, repr=False)
    _kept: OrderedDict[int, Exercise] = field(init=False, factory=OrderedDict, repr=False)

    @exercises.default
    def _all(self) -> Sequence[Exercise]:
        return LazyExercises(self.numbered, self.order)

    def numbered(self, number: int) -> Exercise:
        """The exercise of a number; the same one as before where it was asked for lately."""
        exercise = self._kept.pop(number, None) or self.read(number)
        self._kept[number] = exercise
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return exercise

    @property
    def identifiers(self) -> Sequence[str]:
        """The ids of all exercises."""
        return tuple(self.index.numbers)

    def exercise(self, identifier: str) -> Exercise | None:
        """The exercise with this id."""
        number = self.index.numbers.get(identifier)
        return None if number is None else self.numbered(number)

    def exercises_from(self, source: str) -> Iterator[Exercise]:
        """Every exercise that a source gives a dose for, in the order of the library."""
        fits = self.index.columns.fitting(Filters(source=source))
        return map(self.numbered, [number for number in self.order if fits[number]])


class LazyExercises(Sequence[Exercise]):
    """All exercises of a library, each made when it is asked for."""

    def __init__(self, make: Read, order: Sequence[int]) -> None:
        self._make = make
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> Exercise: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Exercise]: ...

    def __getitem__(self, place: int | slice) -> Exercise | Sequence[Exercise]:
        if isinstance(place, slice):
            return LazyExercises(self._make, self._order[place])
        return self._make(self._order[place])
