"""Where a new key goes in a text, and how it is written there: as a statement, a member, a dotted key or a table."""

from typing import cast

from planner.files.preserving_brackets import InlineTable
from planner.files.preserving_canonical import Canonical, Table
from planner.files.preserving_script import Script
from planner.files.preserving_sections import (
    family_end,
    first_header,
    parts_tables,
    section_end,
    section_start,
    statements,
)
from planner.files.preserving_style import equals_sign, indentation, line_end, line_end_of
from planner.files.toml_spans import Line, Node, Path, Spans


class Places:
    """Puts new keys into a script, each in its canonical place among the keys that are there."""

    def __init__(self, spans: Spans, canonical: Canonical, script: Script) -> None:
        self.spans = spans
        self.text = spans.text
        self.canonical = canonical
        self.script = script
        self.newline = line_end(spans.text)
        self.renamed: dict[Path, str] = {}
        self.parts_tables = parts_tables(spans)
        self._inline: dict[int, InlineTable] = {}

    def finish(self) -> None:
        """Put what has been gathered for inline tables into the script."""
        for table in self._inline.values():
            table.write(self.script)

    def add(self, parent: Node, source: Path) -> None:
        """Put the key at the end of `source` in the new plan into a table of the text."""
        siblings = [child for child in parent.children.values() if child.value is not None]
        if parent.value is not None:
            self._add_member(parent, source)
        elif parent.header is not None or parent.parent is None:
            if isinstance(self.canonical.at(source), dict):
                self._add_table(parent, source)
            else:
                self._add_statement(parent, source)
        elif siblings:
            self._add_dotted(siblings, source)
        else:
            message = f"no place for {source[-1]}"
            raise ValueError(message)

    def inline_table_of(self, member: Node) -> InlineTable:
        """The inline table whose brackets a member stands in."""
        holder = member.parent
        while holder is not None and holder.value is None:
            holder = holder.parent
        if holder is None:
            message = "a value without a line stands within brackets"
            raise ValueError(message)
        return self._inline.setdefault(id(holder), InlineTable(self.spans, holder))

    def _rank(self, name: str | int, source: Path) -> int:
        """The place of a key among those of its table in the new plan; -1 for a key that it does not have."""
        names = list(cast("Table", self.canonical.at(source[:-1])))
        return names.index(str(name)) if name in names else -1

    def _predecessor(self, candidates: list[tuple[Node, Node]], source: Path) -> Node | None:
        """Behind which of the nodes a new key goes. Each comes with the member of the table that it belongs to."""
        rank = self._rank(source[-1], source)
        best, found = -1, None
        for node, member in candidates:
            other = self._rank(self.renamed.get(member.path, member.name), source)
            if best <= other < rank and other >= 0:
                best, found = other, node
        return found

    def _add_member(self, table: Node, source: Path) -> None:
        inline = self._inline.setdefault(id(table), InlineTable(self.spans, table))
        after = self._predecessor([(node, _member_of(table, node)) for node in inline.members], source)
        key = self.canonical.key(source)
        sign = equals_sign(self.spans, key, inline.members, aligned=False)
        inline.add(after, self._rank(source[-1], source), f"{key}{sign}{self.canonical.inline(source)}")

    def _add_dotted(self, siblings: list[Node], source: Path) -> None:
        """Put a key in beside others that are written `dose.hold = 30`, in the same way."""
        after = self._predecessor([(node, node) for node in siblings], source)
        model = after or siblings[0]
        prefix = self.text[model.start : model.key.start] if model.key else ""
        key = f"{prefix}{self.canonical.key(source)}"
        if model.line < 0:
            inline = self.inline_table_of(model)
            sign = equals_sign(self.spans, key, inline.members, aligned=False)
            inline.add(model, self._rank(source[-1], source), f"{key}{sign}{self.canonical.inline(source)}")
            return
        neighbours = [node for node in siblings if node.line >= 0]
        self._write_statement(self.spans.lines[model.line], key, source, neighbours, behind=after is not None)

    def _add_statement(self, table: Node, source: Path) -> None:
        lines = statements(self.spans, table)
        after = self._predecessor([(line.node, _member_of(table, line.node)) for line in lines], source)
        key, nodes = self.canonical.key(source), [line.node for line in lines]
        if after is not None:
            self._write_statement(self.spans.lines[after.line], key, source, nodes, behind=True)
        elif table.line >= 0:
            header = self.spans.lines[table.line]
            margin = indentation(self.text, lines[0].start if lines else header.start)
            self.script.insert_after(header.end, self._statement(margin, key, source, nodes, header))
        elif lines:
            self._write_statement(lines[0], key, source, nodes, behind=False)
        else:
            at = first_header(self.spans)
            start = self.spans.lines[section_start(self.spans, at)].start if at is not None else len(self.text)
            self.script.insert_before(start, f"{key} = {self.canonical.value(source, self.newline)}{self.newline}")

    def _write_statement(self, neighbour: Line, key: str, source: Path, nodes: list[Node], *, behind: bool) -> None:
        margin = indentation(self.text, neighbour.start)
        statement = self._statement(margin, key, source, nodes, neighbour)
        if behind:
            self.script.insert_after(neighbour.end, statement)
        else:
            self.script.insert_before(neighbour.start, statement)

    def _statement(self, margin: str, key: str, source: Path, nodes: list[Node], neighbour: Line) -> str:
        sign, newline = equals_sign(self.spans, key, nodes), line_end_of(self.spans, neighbour)
        return f"{margin}{key}{sign}{self.canonical.value(source, newline)}{newline}"

    def _add_table(self, parent: Node, source: Path) -> None:
        """Put in a table with a header of its own, behind the tables that come before it in canonical order."""
        headed = [(node, node) for node in parent.children.values() if node.header is not None]
        after = self._predecessor(headed, source)
        if after is not None:
            end = family_end(self.spans, after)
        elif parent.line >= 0 or statements(self.spans, parent):
            end = section_end(self.spans, parent.line)
        else:
            at = first_header(self.spans)
            end = section_start(self.spans, at) if at is not None else len(self.spans.lines)
        margin = indentation(self.text, self.spans.lines[parent.line].start) if parent.line >= 0 else ""
        lines = [f"{margin}[{self._header_key(parent)}{self.canonical.key(source)}]"]
        for name in cast("Table", self.canonical.at(source)):
            inner = (*source, name)
            lines.append(f"{margin}{self.canonical.key(inner)} = {self.canonical.value(inner, self.newline)}")
        if self.parts_tables:
            lines.insert(0, "")
        place = self.spans.lines[end - 1].end if end else 0
        self.script.insert_after(place, "".join(f"{line}{self.newline}" for line in lines))

    def _header_key(self, parent: Node) -> str:
        if parent.header is None:
            return ""
        return f"{self.text[parent.header.start : parent.header.end].strip('[] ').strip()}."


def _member_of(table: Node, node: Node) -> Node:
    """The member of a table that a node is, or is part of."""
    while node.parent is not None and node.parent is not table:
        node = node.parent
    return node
