"""Saving an edit into a text that a person has laid out: only the lines that the edit concerns change.

Comments, blank lines, the order of keys, quotation marks, spellings such as `"mon-fri"`, inline tables and dotted keys
stay as they are. A value that changes is written anew; comments within it move above its line. A key that goes takes
the comment behind it along, and leaves the lines above it. Which comments go with a prescription is told in
`planner.files.preserving_sections`. A copied prescription is a new one: the comments are about the other.
"""

from collections.abc import Iterator

from attrs import frozen

from planner.files.plan_reading import PlanDocument, parse_plan
from planner.files.preserving_array import arrange_array, without_empty_array
from planner.files.preserving_canonical import ITEMS, Canonical, Table
from planner.files.preserving_changes import Change, Renames, table_changes
from planner.files.preserving_fields import change_fields
from planner.files.preserving_items import arrange_tables
from planner.files.preserving_slots import order_slots
from planner.files.preserving_style import line_end
from planner.files.problems import FileProblems
from planner.files.toml_spans import Path, Spans, scan
from planner.files.writing import write_plan
from planner.model import Plan


@frozen
class Rewritten:
    """A text for a plan, and whether it had to be written as a whole, losing comments and layout."""

    text: str
    whole: bool
    reason: str | None = None
    """Why it was written as a whole, as a clause for "because ..."."""


def rewrite(text: str, before: Plan, after: Plan) -> Rewritten:
    """The text of a plan file, without byte order mark, that reads as `before`, edited so that it reads as `after`.

    The result is read again and compared before it is given out. Where it is not the plan that was wanted, or cannot
    be made, the text is the canonical one and `whole` is true: then keep the old file, and say so. Raises ValueError
    for a plan that no file can hold (half a character in a text).
    """
    if before == after:
        return Rewritten(text, whole=False)
    try:
        return Rewritten(_edited(text, before, after), whole=False)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the edit, the plan itself can be saved
        reason = _reason(text, error)
    return Rewritten(write_plan(after).replace("\n", line_end(text)), whole=True, reason=reason)


def _reason(text: str, error: Exception) -> str:
    """Why a text could not be edited. That its format is older says more than what came of it."""
    try:
        _read(text)
    except ValueError as older:
        return str(older)
    if isinstance(error, ValueError):
        return str(error)
    return f"the file is laid out in a way that could not be followed ({type(error).__name__})"


def _edited(text: str, before: Plan, after: Plan) -> str:
    """The edited text; ids that the file leaves out are written where they would be made otherwise than wanted."""
    old, new = Canonical.of(before), Canonical.of(after)
    complete = text if text.endswith("\n") or not text else text + line_end(text)
    written: frozenset[str] = frozenset()
    for _ in range(3):
        edited = _Edit(complete, old, new, written).text()
        if complete != text:
            edited = edited.removesuffix(line_end(text))
        found = _read(edited)
        if found is not None and found.plan == after:
            return edited
        written = _ids_to_write(found, after, written)
    message = "the edited file did not read as the plan that was to be saved"
    raise ValueError(message)


def _read(text: str) -> PlanDocument | None:
    """What a text reads as, or None where it is no plan. Raises ValueError for a plan of an older format."""
    try:
        document = parse_plan(text.encode(), "")
    except FileProblems:
        return None
    if document.migrated_from is not None:
        message = "the file has an older format"
        raise ValueError(message)
    return document


def _ids_to_write(found: PlanDocument | None, after: Plan, written: frozenset[str]) -> frozenset[str]:
    """The ids that a text must give, because reading it made other ones; all of them where that was not enough."""
    everything = frozenset({after.id, *(item.id for item in after.prescriptions)})
    if found is None or written or len(found.plan.prescriptions) != len(after.prescriptions):
        return everything
    pairs = [(found.plan.id, after.id)]
    pairs += [(one.id, other.id) for one, other in zip(found.plan.prescriptions, after.prescriptions, strict=True)]
    return frozenset(wanted for made, wanted in pairs if made != wanted)


@frozen
class _Edit:
    """One edit of one text: first which prescriptions there are, in what order, then values, then the slots' order."""

    source: str
    before: Canonical
    after: Canonical
    written: frozenset[str]
    """Ids that the text must give."""

    def text(self) -> str:
        """The edited text."""
        spans = scan(self._arranged())
        text = change_fields(spans, self.after, self._changes(spans))
        before, after = ([slot.name for slot in each.plan.slots] for each in (self.before, self.after))
        # A plan has its slots in the order of the file, so most often there is nothing to be put in order.
        return text if before == after else order_slots(scan(text), after)

    def _changes(self, spans: Spans) -> Iterator[Change]:
        """What is to change in a text whose prescriptions are in order already."""
        slots = _table(self.before.data, "slots"), _table(self.after.data, "slots")
        renames = Renames.between(*slots)
        old, new = _without_items(self.before.data), _without_items(self.after.data)
        yield from table_changes(self._given(spans, old, ()), new, (), (), renames)
        for place, index in enumerate(self._order()):
            if index is None:
                continue
            path = (ITEMS, place)
            old, new = self._given(spans, self.before.items[index], path), self.after.items[place]
            never = _never_due(spans, path, old)
            old = _with_never(old, never)
            new = _with_never(new, [name for name in map(renames.new_name, never) if name in slots[1]])
            yield from table_changes(old, new, path, path, renames)

    def _given(self, spans: Spans, table: Table, path: Path) -> Table:
        """The old data, without an id that the text must give and does not."""
        missing = table["id"] in self.written and spans.value((*path, "id")) is None
        return {name: value for name, value in table.items() if name != "id"} if missing else table

    def _order(self) -> list[int | None]:
        """For each prescription of the new plan its index in the old one."""
        known = {item.id: index for index, item in enumerate(self.before.plan.prescriptions)}
        return [known.get(item.id) for item in self.after.plan.prescriptions]

    def _arranged(self) -> str:
        """The text with the prescriptions of the new plan in its order, old ones as they are."""
        order, text = self._order(), self.source
        if order == list(range(len(self.before.items))):
            return text
        spans, newline = scan(text), line_end(text)
        array = spans.root.children.get(ITEMS)
        if array is None or array.array_of_tables:
            return arrange_tables(spans, order, lambda place: self.after.item(place, newline))
        if array.children:
            return arrange_array(spans, array, order, lambda place: self.after.inline((ITEMS, place)))
        emptied = scan(without_empty_array(spans, array))
        return arrange_tables(emptied, order, lambda place: self.after.item(place, newline))


def _never_due(spans: Spans, path: Path, table: Table) -> list[str]:
    """The slots that the days of a prescription name in the text although it is never due there."""
    node = spans.node((*path, "when"))
    return [str(name) for name in node.children if name not in _table(table, "when")] if node else []


def _with_never(table: Table, slots: list[str]) -> Table:
    """The table of a prescription with slots in which it is never due, where they have no days."""
    when = dict.fromkeys(slots, "never") | _table(table, "when")
    return {**table, "when": when} if slots else table


def _table(data: Table, name: str) -> Table:
    table = data.get(name)
    return table if isinstance(table, dict) else {}


def _without_items(data: Table) -> Table:
    return {name: value for name, value in data.items() if name != ITEMS}
