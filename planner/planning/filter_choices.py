"""What there is to choose from in the filters of the library."""

from collections.abc import Iterable, Mapping

from planner.model import Action, Sides, StartingPosition
from planner.model.terms import Term
from planner.planning.filters import NO_FILTERS, NOTHING_NEEDED, Choice, FilterChoices, Filters, IndexedSource
from planner.planning.way_columns import ACTIONS, POSITIONS, SIDES, WayColumns


def filter_choices(
    columns: WayColumns, sources: Iterable[IndexedSource], filters: Filters = NO_FILTERS
) -> FilterChoices:
    """What there is to choose from in these exercises, counted with the other filters as they are.

    Terms come in their own order, sources in that given, equipment by the alphabet with "no equipment" first.
    """
    names = {source.id: source.name for source in sources}
    unnamed = {source: source for known in columns.known_sources for source in known if source not in names}
    needed = {item for known in columns.known_equipment for item in known or (NOTHING_NEEDED,)}
    equipment = sorted(needed, key=lambda item: (item.casefold(), item))
    positions, actions, sides = set(columns.positions), set(columns.actions), set(columns.sides)

    def counted(name: str, labels: Mapping[str, str]) -> tuple[Choice, ...]:
        counts = columns.counts(name, filters)
        return tuple(Choice(value, label, counts[value]) for value, label in labels.items())

    return FilterChoices(
        position=counted("position", _plain(term for term in StartingPosition if POSITIONS.index(term) in positions)),
        action=counted("action", _plain(term for term in Action if ACTIONS.index(term) in actions)),
        sides=counted("sides", _plain(term for term in Sides if SIDES.index(term) in sides)),
        source=counted("source", {**names, **unnamed}),
        equipment=counted("equipment", {item: item or "no equipment" for item in equipment}),
    )


def _plain(terms: Iterable[Term]) -> dict[str, str]:
    return {term: term.plain for term in terms}
