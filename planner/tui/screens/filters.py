"""The dialog that limits what the Library shows."""

from typing import Any

from attrs import evolve, frozen
from textual import on
from textual.app import ComposeResult

from planner.model import Library
from planner.planning.filters import NO_FILTERS, Filters, source_titles
from planner.planning.search import SearchIndex
from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog
from planner.tui.widgets.ink import Line, fit, joined
from planner.tui.widgets.row_list import RowList

TITLES = {
    "position": "Starting position",
    "action": "How",
    "sides": "Sides",
    "source": "Leaflet",
    "equipment": "What it needs",
}


@frozen
class FilterRow:
    """A heading (no value), or one value of a filter."""

    name: str
    label: str
    value: str | None = None
    count: int = 0
    chosen: bool = False


class FilterList(RowList[FilterRow]):
    """All filters with their values and how many exercises each would leave."""

    def stands(self, row: FilterRow) -> bool:
        """On values."""
        return row.value is not None

    def line(self, row: FilterRow, index: int, width: int) -> Line:
        """The tick, the words and the count."""
        if row.value is None:
            return [(f" {row.label}", "heading")]
        pointer = " ▸ " if self.is_under_cursor(index) else "   "
        tick = "✓ " if row.chosen else "· "
        role = "" if row.count or row.chosen else "muted"
        return [
            (pointer, "place"),
            (tick, "side"),
            (fit(row.label, max(8, width - 14)), role),
            (f"{row.count:>4}", "muted"),
        ]


class FilterDialog(Dialog[Filters | None]):
    """Asks what the Library is to show; one value for each filter at the most."""

    BINDINGS = bindings("marking")

    heading = "Show only"
    aside = "space takes or gives a filter"

    def __init__(self, index: SearchIndex, filters: Filters) -> None:
        super().__init__()
        self._index = index
        self._filters = filters

    def body(self) -> ComposeResult:
        """The list."""
        rows = FilterList(self._rows())
        rows.add_class("first")
        yield rows

    def _rows(self) -> list[FilterRow]:
        choices = self._index.choices(self._filters)
        rows: list[FilterRow] = []
        for name, title in TITLES.items():
            rows.append(FilterRow(name, title))
            now = getattr(self._filters, name)
            for choice in getattr(choices, name):
                chosen = now is not None and now == choice.value
                rows.append(FilterRow(name, choice.label, choice.value, choice.count, chosen))
        return rows

    def action_mark(self) -> None:
        """Take or give the value under the cursor."""
        rows = self.query_one(FilterList)
        row = rows.current
        if row is None or row.value is None:
            return
        changed: dict[str, Any] = {row.name: None if row.chosen else row.value}
        self._filters = evolve(self._filters, **changed)
        rows.set_rows(self._rows(), rows.cursor)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_mark()

    def action_accept(self) -> None:
        """Show what fits."""
        self.dismiss(self._filters)


def filter_words(filters: Filters, library: Library) -> str:
    """The filters in words, for the line above the list; empty where there are none."""
    if filters == NO_FILTERS:
        return ""
    terms = (filters.position, filters.action, filters.sides)
    source = source_titles(library).get(filters.source or "", filters.source or "")
    equipment = "" if filters.equipment is None else filters.equipment or "no equipment"
    return joined((*(term.plain for term in terms if term), source, equipment))
