"""The exercises of the library, grouped by starting position or ranked by a search."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import overload

from attrs import frozen

from planner.model import StartingPosition
from planner.planning.filters import IndexEntry
from planner.planning.hits import ByPosition, Hits
from planner.tui.widgets.ink import Line, Piece, fit
from planner.tui.widgets.row_list import RowList


@frozen
class Heading:
    """The starting position of the exercises below."""

    position: StartingPosition


ExerciseRow = Heading | IndexEntry


class ExerciseList(RowList[ExerciseRow]):
    """Exercises with a mark for those that are in the plan."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._prescribed: Collection[str] = frozenset()

    def show(self, hits: Hits, prescribed: Collection[str]) -> None:
        """Show what was found; where nothing was searched for, the cursor stays on its exercise if that is there."""
        before = self.current
        self._prescribed = prescribed
        rows = ExerciseRows(hits)
        self.set_rows(rows, rows.row_of(before.id) if isinstance(before, IndexEntry) else 0)

    def stands(self, row: ExerciseRow) -> bool:
        """On exercises only."""
        return isinstance(row, IndexEntry)

    def line(self, row: ExerciseRow, index: int, width: int) -> Line:
        """A heading in plain words, or the mark, the name and the number of ways to do it."""
        if isinstance(row, Heading):
            return [(f" {row.position.plain.capitalize()}", "heading")]
        ways = f"{len(row.ways)} ways" if len(row.ways) > 1 else ""
        mark = "●" if row.id in self._prescribed else " "
        pointer = "▸" if self.is_under_cursor(index) else " "
        room = max(4, width - 5 - len(ways) - 1)
        pieces: list[Piece] = [(f" {pointer}", "place"), (mark, "strong"), (f" {fit(row.name, room)} ", "")]
        return [*pieces, (ways, "muted")]


class ExerciseRows(Sequence[ExerciseRow]):
    """Hits as rows, with headings where they come by starting position; each is made when it is drawn."""

    def __init__(self, hits: Hits) -> None:
        self._hits = hits
        self._positions: list[StartingPosition] = []
        self._headings: list[int] = []
        """The rows that are headings."""
        if isinstance(hits, ByPosition):
            for position, places in hits.groups():
                self._headings.append(places.start + len(self._headings))
                self._positions.append(position)

    def __len__(self) -> int:
        return len(self._hits) + len(self._headings)

    @overload
    def __getitem__(self, index: int) -> ExerciseRow: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[ExerciseRow]: ...

    def __getitem__(self, index: int | slice) -> ExerciseRow | Sequence[ExerciseRow]:
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        row = range(len(self))[index]
        above = bisect_right(self._headings, row)
        if above and self._headings[above - 1] == row:
            return Heading(self._positions[above - 1])
        return self._hits.entry(row - above)

    def row_of(self, exercise: str) -> int:
        """The row of an exercise where they come by starting position; the first row where it is not among them."""
        place = self._hits.place_of(exercise) if isinstance(self._hits, ByPosition) else None
        if place is None:
            return 0
        row = place
        for heading in self._headings:
            row += heading <= row
        return row
