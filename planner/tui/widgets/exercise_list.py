"""The exercises of the library, grouped by starting position or ranked by a search."""

from collections.abc import Collection, Sequence

from attrs import frozen

from planner.model import Exercise, StartingPosition
from planner.tui.widgets.ink import Line, Piece, fit
from planner.tui.widgets.row_list import RowList


@frozen
class Heading:
    """The starting position of the exercises below."""

    position: StartingPosition


ExerciseRow = Heading | Exercise


class ExerciseList(RowList[ExerciseRow]):
    """Exercises with a mark for those that are in the plan."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._prescribed: Collection[str] = frozenset()

    def show(self, exercises: Sequence[Exercise], prescribed: Collection[str], *, grouped: bool) -> None:
        """Show these exercises; the cursor stays on its exercise where that is still there."""
        before = self.current
        self._prescribed = prescribed
        rows = _grouped(exercises) if grouped else tuple(exercises)
        kept = before.id if isinstance(before, Exercise) else None
        places = (index for index, row in enumerate(rows) if isinstance(row, Exercise) and row.id == kept)
        self.set_rows(rows, next(places, 0) if grouped else 0)

    def stands(self, row: ExerciseRow) -> bool:
        """On exercises only."""
        return isinstance(row, Exercise)

    def line(self, row: ExerciseRow, index: int, width: int) -> Line:
        """A heading in plain words, or the mark, the name and the number of ways to do it."""
        if isinstance(row, Heading):
            return [(f" {row.position.plain.capitalize()}", "heading")]
        ways = f"{len(row.variants)} ways" if len(row.variants) > 1 else ""
        mark = "●" if row.id in self._prescribed else " "
        pointer = "▸" if self.is_under_cursor(index) else " "
        room = max(4, width - 5 - len(ways) - 1)
        pieces: list[Piece] = [(f" {pointer}", "place"), (mark, "strong"), (f" {fit(row.name, room)} ", "")]
        return [*pieces, (ways, "muted")]


def _grouped(exercises: Sequence[Exercise]) -> tuple[ExerciseRow, ...]:
    rows: list[ExerciseRow] = []
    for position in StartingPosition:
        group = [exercise for exercise in exercises if exercise.position is position]
        if group:
            rows += [Heading(position), *group]
    return tuple(rows)
