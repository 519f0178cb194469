"""A library made ready for searching and filtering."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import define

from planner.planning.filter_choices import filter_choices
from planner.planning.filters import (
    NO_FILTERS,
    FilterChoices,
    Filters,
    IndexedSource,
    IndexEntry,
)
from planner.planning.search_texts import folded_texts
from planner.planning.text_columns import TextColumns, text_columns
from planner.planning.way_columns import POSITIONS, WayColumns, columns_of
from planner.planning.word_places import WordPlaces, word_places_of


@define(frozen=True, slots=False, eq=False)
class SearchIndex:
    """What is compared is folded and sorted once, here, and not for each letter typed.

    The entries may come from `entry_of` or from a cache that has the rest prepared as well; no exercise is needed for a
    search. All numbers of exercises are places in `grouped`.
    """

    entries: Sequence[IndexEntry]
    sources: tuple[IndexedSource, ...] = ()
    """The sources that the entries name by their ids; searched, too, and there to choose from."""

    @cached_property
    def grouped(self) -> Sequence[IndexEntry]:
        """All entries by starting position, so that nobody gets down on the floor twice; then as in the library."""
        return tuple(sorted(self.entries, key=lambda entry: POSITIONS.index(entry.position)))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the exercises, by their ids."""
        return {entry.id: number for number, entry in enumerate(self.grouped)}

    @cached_property
    def columns(self) -> WayColumns:
        """What the filters look at."""
        return columns_of(self.grouped)

    @cached_property
    def texts(self) -> TextColumns:
        """What each exercise is searched by: see `folded_texts`."""
        return text_columns(folded_texts(self.grouped, self.sources))

    @cached_property
    def words(self) -> WordPlaces:
        """Where each word of these texts stands, and what a misspelt one may have meant."""
        return word_places_of(self.texts)

    def fitting(self, filters: Filters) -> Sequence[int]:
        """The numbers of the exercises that fit."""
        if filters.is_any:
            return range(len(self.grouped))
        return [number for number, fits in enumerate(self.columns.fitting(filters)) if fits]

    def choices(self, filters: Filters = NO_FILTERS) -> FilterChoices:
        """What the filters can be set to, with how many exercises each choice would leave."""
        return filter_choices(self.columns, self.sources, filters)
