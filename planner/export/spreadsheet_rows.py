"""The rows of a spreadsheet put together to the tables of a plan."""

import json
from collections.abc import Mapping

from planner.export.plan_tables import Table
from planner.export.spreadsheet_columns import DOSE
from planner.export.toml_values import from_json
from planner.files.problems import FileProblems, Problem, Severity
from planner.model import Weekday, parse_amount, parse_days, write_days
from planner.model.plan import FORMAT, NUMBERS
from planner.planning.identifiers import fresh_prescription_id

Cells = Mapping[str, str]

_PLAN_KEYS = {
    "plan-id": "id",
    "plan-title": "title",
    "start": "start",
    "weeks": "weeks",
    "painful-side": "painful-side",
    "safety-checked": "safety-checked",
    "plan-note": "note",
}
_IDS = {"exercise-id": "exercise", "variant-id": "variant", "guidance": "guidance"}
_TEXTS = ("plan-id", "plan-title", "plan-note", "note", "prescription-id", "slot", "dose", *_IDS)
"""Cells that are taken to the letter; of others the spaces around them do not count."""

_SAME = ("exercise-id", "variant-id", "side", *DOSE)
"""What makes two prescriptions of one where it differs between the rows of an id."""

_FIRST_COUNTS = ("guidance", "note", "prescription-other", "dose-other")
"""Where the first row counts if they differ."""


class Rows:
    """Takes the rows of a spreadsheet, and gives the tables of the plan that they make."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.notes: list[str] = []
        """What was dropped or put right, in sentences."""
        self._problems: list[Problem] = []
        self._plan: dict[str, tuple[str, int]] = {}
        self._slots: dict[str, tuple[str, float]] = {}
        self._items: dict[tuple[str, ...], _Item] = {}

    def add(self, row: int, cells: Cells) -> None:
        """Take one row; `row` is its number in the spreadsheet, whose first row names the columns."""
        cells = {name: cell if name in _TEXTS else cell.strip() for name, cell in cells.items()}
        self._take_plan(row, cells)
        self._take_slot(row, cells)
        if cells.get("exercise-id", "").strip() or cells.get("variant-id", "").strip():
            self._take_prescription(row, cells)

    def where(self, number: int) -> str:
        """Where the prescription with this number stands in the file."""
        return f"row {self._ordered()[number - 1].row}"

    def words(self) -> list[tuple[int, str]]:
        """What the first row of each prescription says of its dose in words, with the number of the row."""
        return [(item.row, item.cells.get("dose", "").strip()) for item in self._ordered()]

    def table(self) -> Table:
        """The tables of the plan. Raises FileProblems where a cell cannot be read at all."""
        table: Table = {"format": FORMAT}
        for column, key in _PLAN_KEYS.items():
            value, row = self._plan.get(column, ("", 0))
            if value:
                table[key] = self._whole(value, column, row) if column == "weeks" else value
        table.update(self._others(*self._plan.get("plan-other", ("", 0))))
        order = sorted(self._slots, key=lambda slot: self._slots[slot][1])
        table["slots"] = {slot: self._slots[slot][0] for slot in order}
        table["prescription"] = self._prescriptions()
        if self._problems:
            raise FileProblems(self._problems)
        return table

    def _take_plan(self, row: int, cells: Cells) -> None:
        for column in (*_PLAN_KEYS, "plan-other"):
            value = cells.get(column, "")
            if not value:
                continue
            first, at = self._plan.setdefault(column, (value, row))
            if value == first:
                continue
            if column == "plan-id":
                self._wrong(row, f'the plan is "{value}", and in row {at} it is "{first}"', "one plan in a file")
            else:
                self._note_once(f'"{column}" differs between rows; that of row {at} was taken')

    def _take_slot(self, row: int, cells: Cells) -> None:
        slot, time = cells.get("slot", ""), cells.get("time", "")
        if not slot.strip() or not time:
            return
        number = cells.get("slot-number", "")
        place = float(number) if number.isascii() and number.isdecimal() else float("inf")
        first, _ = self._slots.setdefault(slot, (time, place))
        if time != first:
            self._note_once(f'the time of "{slot}" differs between rows; {first} was taken')

    def _take_prescription(self, row: int, cells: Cells) -> None:
        identifier = cells.get("prescription-id", "")
        same = _SAME if identifier else (*_SAME, *_FIRST_COUNTS)
        key = (identifier, *(cells.get(column, "") for column in same))
        item = self._items.setdefault(key, _Item(row, identifier, cells, _place(cells)))
        for column in _FIRST_COUNTS:
            if cells.get(column, "") != item.cells.get(column, ""):
                self.notes.append(f'row {row}: "{column}" differs from that of row {item.row}, which was taken')
        slot, days = cells.get("slot", ""), cells.get("day", "")
        if bool(slot.strip()) != bool(days):
            missing = "day" if slot.strip() else "time of the day (slot)"
            self.notes.append(f"row {row} has no {missing}, so it is due never")
        elif days:
            try:
                item.due.setdefault(slot, set()).update(parse_days(days))
            except ValueError as error:
                self._wrong(row, str(error), 'a day such as "Monday"')

    def _ordered(self) -> list["_Item"]:
        return sorted(self._items.values(), key=lambda item: item.place)

    def _prescriptions(self) -> list[Table]:
        taken = {item.identifier for item in self._items.values()}
        used: set[str] = set()
        tables = []
        for item in self._ordered():
            identifier = item.identifier
            if identifier and identifier in used:
                identifier = fresh_prescription_id(item.cells.get("exercise-id", ""), taken)
                taken.add(identifier)
                told = f'the rows of "{item.identifier}" differ from row {item.row} on'
                self.notes.append(f'{told}; they became another prescription, "{identifier}"')
            used.add(identifier)
            tables.append(self._prescription(item, identifier))
        return tables

    def _prescription(self, item: "_Item", identifier: str) -> Table:
        cells = item.cells
        texts = {key: cells.get(column, "") for column, key in _IDS.items()}
        texts |= {key: cells.get(key, "") for key in ("side", "note")}
        table: Table = {key: text for key, text in {"id": identifier, **texts}.items() if text}
        dose: Table = {key: self._amount(cells[key], key, item.row) for key in NUMBERS if cells.get(key)}
        dose.update({key: cells[key] for key in ("count", "hold-unit") if cells.get(key)})
        dose.update(self._others(cells.get("dose-other", ""), item.row))
        table["dose"] = dose
        table["when"] = {slot: write_days(days) for slot, days in item.due.items()}
        return {**table, **self._others(cells.get("prescription-other", ""), item.row)}

    def _amount(self, text: str, column: str, row: int) -> object:
        if text.isascii() and text.isdecimal() and len(text) < 10:
            return int(text)
        try:
            return str(parse_amount(text))
        except ValueError:
            self._wrong(row, f'{column} is "{text}"', 'a number, or a range such as "5 to 10" or "at least 30"')
            return 1

    def _whole(self, text: str, column: str, row: int) -> object:
        if text.isascii() and text.isdecimal() and len(text) < 10:
            return int(text)
        self._wrong(row, f'{column} is "{text}"', "a whole number")
        return 1

    def _others(self, text: str, row: int) -> Table:
        if not text:
            return {}
        try:
            value = from_json(json.loads(text))
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            self.notes.append(f"row {row}: keys that this program does not know could not be read")
            return {}
        return value

    def _note_once(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def _wrong(self, row: int, found: str, expected: str) -> None:
        self._problems.append(Problem(self.name, None, None, Severity.ERROR, f"row {row}: {found}", expected))


class _Item:
    """One prescription, gathered from its rows."""

    def __init__(self, row: int, identifier: str, cells: Cells, place: float) -> None:
        self.row = row
        self.identifier = identifier
        self.cells = cells
        self.place = place
        self.due: dict[str, set[Weekday]] = {}


def _place(cells: Cells) -> float:
    """The place in the session; rows without one come last, in their order."""
    number = cells.get("number", "")
    return float(number) if number.isascii() and number.isdecimal() else float("inf")
