"""What follows from the rows of large libraries: whether they fit together, and what is counted once for good."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import frozen

from planner.files.library_pieces import Block, Unreadable
from planner.files.library_references import Kind, Reference, chain
from planner.files.library_rows import Row, Way
from planner.model import Source
from planner.planning.way_columns import WayColumns, columns


@frozen
class Found:
    """An exercise, and where it is."""

    file: int
    block: Block
    row: Row


def check_facts(
    found: Sequence[Found], known: Sequence[Source], references: Iterable[Reference], figures: Collection[str]
) -> None:
    """Raise Unreadable where a check of the whole libraries would find something to say.

    That is: an id given twice, an unknown source, easier variant or figure, a progression in a circle. `known` are the
    sources of all files.
    """
    rows = [each.row for each in found]
    ways = [way for row in rows for way in row.ways]
    sources = {source for way in ways for source in way.sources}
    sources |= {reference.wanted for reference in references if reference.kind is Kind.SOURCE}
    variants = {_reference(row, way) for row in rows for way in row.ways}
    easier = {_reference(row, way): way.easier for row in rows for way in row.ways if way.easier}
    good = (
        len({row.id for row in rows}) == len(rows)
        and len({source.id for source in known}) == len(known)
        and sources <= {source.id for source in known}
        and {figure for row in rows for figure in row.figures} <= set(figures)
        and set(easier.values()) <= variants
        and not any(start in chain(easier, start) for start in easier)
    )
    if not good:
        raise Unreadable


def starter_sizes(found: Iterable[Found]) -> dict[str, int]:
    """How many exercises `planning.starters` takes from each source, by its id.

    A progression of something in the same source is left out there.
    """
    rows = [each.row for each in found]
    sources_of: Mapping[str, Sequence[str]] = {_reference(row, way): way.sources for row in rows for way in row.ways}
    sizes: Counter[str] = Counter()
    for row in rows:
        sizes.update(
            {source for way in row.ways for source in way.sources if source not in sources_of.get(way.easier, ())}
        )
    return dict(sizes)


def _reference(row: Row, way: Way) -> str:
    return f"{row.id}/{way.id}"


def columns_of(rows: Sequence[Row]) -> WayColumns:
    """The columns of the filters, of rows by starting position."""
    ways = (
        (number, way.name, way.action, way.sides, tuple(way.sources), tuple(way.equipment))
        for number, row in enumerate(rows)
        for way in row.ways
    )
    return columns(bytes(row.position for row in rows), ways)
