"""What a search found, made only as far as it is looked at."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from attrs import frozen

from planner.model import StartingPosition
from planner.planning.filters import IndexEntry
from planner.planning.folding import Span, highlight, highlight_scattered
from planner.planning.ranking import Closeness, Where
from planner.planning.search_index import SearchIndex
from planner.planning.way_columns import POSITIONS

WHERE = tuple(Where)
CLOSENESS = tuple(Closeness)


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


class Hits(Sequence[Hit]):
    """Hits in their order; each is made when it is asked for, because a list shows twenty of ten thousand."""

    def __init__(self, index: SearchIndex, numbers: Sequence[int]) -> None:
        self.searched = index
        self.numbers = numbers
        """The numbers of the exercises."""

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> Hit: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Hit]: ...

    def __getitem__(self, place: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(place, slice):
            return [self._hit(each) for each in range(len(self))[place]]
        return self._hit(range(len(self))[place])

    def entry(self, place: int) -> IndexEntry:
        """The exercise at a place, without why it was found."""
        return self.searched.grouped[self.numbers[place]]

    def _hit(self, place: int) -> Hit:
        return Hit(self.entry(place))


class ByPosition(Hits):
    """What fits the filters, by starting position and then as in the library: what an empty query finds."""

    def groups(self) -> Iterator[tuple[StartingPosition, range]]:
        """The starting positions that there are, and the places of their hits."""
        for position in POSITIONS:
            group = self.searched.columns.group(position)
            first, end = bisect_left(self.numbers, group.start), bisect_left(self.numbers, group.stop)
            if first < end:
                yield position, range(first, end)

    def place_of(self, exercise: str) -> int | None:
        """The place of an exercise, where it is among them."""
        number = self.searched.numbers.get(exercise)
        if number is None:
            return None
        place = bisect_left(self.numbers, number)
        return place if place < len(self) and self.numbers[place] == number else None


class Ranked(Hits):
    """What holds the words of a query, the best first."""

    def __init__(
        self,
        index: SearchIndex,
        packed: Sequence[int],
        words: tuple[str, ...],
        meant: Callable[[int], tuple[str, ...]] | None = None,
    ) -> None:
        """Begin with hits as `pack` makes them, and with what tells the meaning of misspelt words in an exercise."""
        count = len(index.grouped)
        super().__init__(index, array("I", (each % count for each in packed)))
        self._packed = array("Q", packed)
        self._words = words
        self._meant = meant

    def _hit(self, place: int) -> Hit:
        order, number = divmod(self._packed[place], len(self.searched.grouped))
        where, closeness = divmod(order, len(CLOSENESS))
        words = self._meant(number) if self._meant else self._words
        return Hit(self.entry(place), WHERE[where], CLOSENESS[closeness], words)


def pack(where: int, closeness: int, number: int, count: int) -> int:
    """A hit as one number: ten thousand of them sort in a millisecond, by where, how, and then as in the library."""
    return (where * len(CLOSENESS) + closeness) * count + number
