"""Members of an inline table: taken out and put in, with their commas, without touching the others."""

import re

from planner.files.preserving_script import Script
from planner.files.preserving_style import indentation
from planner.files.toml_lexer import LINE_REST
from planner.files.toml_spans import Node, Spans

_COMMA = re.compile(r"[ \t]*+,")


class InlineTable:
    """One inline table of a text, and what is to become of its members."""

    def __init__(self, spans: Spans, node: Node) -> None:
        if node.value is None:
            message = "an inline table has a value"
            raise ValueError(message)
        self.text = spans.text
        self.start, self.end = node.value
        self.members = inline_members(node)
        self.removed: set[int] = set()
        self.added: list[tuple[int, int, str]] = []

    def remove(self, node: Node) -> None:
        """Take a member out."""
        self.removed.add(self.members.index(node))

    def add(self, after: Node | None, rank: int, text: str) -> None:
        """Put `key = value` in behind another member, or first of all; `rank` is its place in canonical order."""
        self.added.append((rank, self.members.index(after) if after else -1, text))

    def write(self, script: Script) -> None:
        """Put all of it into a script."""
        if len(self.removed) == len(self.members):
            self._fill(script)
            return
        by_line = all(self._own_lines(index) for index in self.removed)
        for index in sorted(self.removed):
            script.delete(*self._extent(index, by_line=by_line))
        kept = [index for index in range(len(self.members)) if index not in self.removed]
        needs_comma = {kept[-1]}
        for _, place, text in sorted(self.added):
            after = next((index for index in reversed(kept) if index <= place), None)
            if after is None:
                self._insert_first(script, kept[0], text, by_line=by_line)
            else:
                self._insert(script, after, text, by_line=by_line, comma=after in needs_comma)
                needs_comma.discard(after)

    def _fill(self, script: Script) -> None:
        """Write the inside anew; of what is in it only comments can stay."""
        inside = ", ".join(text for _, _, text in sorted(self.added))
        was = self.text[self.start + 1 : self.end - 1]
        if not self.members and was.strip():
            script.insert_after(self.start + 1, f" {inside}")
            return
        space = " " if inside and (not was or was[0].isspace()) else ""
        script.replace(self.start + 1, self.end - 1, f"{space}{inside}{space}")

    def _extent(self, index: int, *, by_line: bool) -> tuple[int, int]:
        """What goes when a member goes: its lines, or itself and one comma."""
        lines = self._own_lines(index)
        if by_line and lines:
            return lines
        start, end = self._span(index)
        if all(earlier in self.removed for earlier in range(index)):
            return start, self._span(index + 1)[0]
        return self._span(index - 1)[1], end

    def _insert_first(self, script: Script, before: int, text: str, *, by_line: bool) -> None:
        lines = self._own_lines(before)
        if by_line and lines:
            script.insert_before(lines[0], self._line(lines, text))
        else:
            script.insert_before(self._span(before)[0], f"{text}, ")

    def _insert(self, script: Script, after: int, text: str, *, by_line: bool, comma: bool) -> None:
        end = self._span(after)[1]
        lines = self._own_lines(after)
        if not by_line or lines is None:
            script.insert_after(end, f", {text}")
            return
        if comma and not _COMMA.match(self.text, end):
            script.insert_after(end, ",")
        script.insert_after(lines[1], self._line(lines, text))

    def _line(self, neighbour: tuple[int, int], text: str) -> str:
        """A member on a line of its own, indented and ended as its neighbour is."""
        newline = "\r\n" if self.text.endswith("\r\n", *neighbour) else "\n"
        return f"{indentation(self.text, neighbour[0])}{text},{newline}"

    def _span(self, index: int) -> tuple[int, int]:
        node = self.members[index]
        return node.start, node.value.end if node.value else node.start

    def _own_lines(self, index: int) -> tuple[int, int] | None:
        """The lines of a member that shares them with no other, comma and comment included."""
        start, end = self._span(index)
        line_start = self.text.rfind("\n", 0, start) + 1
        rest = LINE_REST.match(self.text, end)
        line_end = rest.end() if rest else end
        if line_start <= self.start or self.text[line_start:start].strip() or line_end > self.end:
            return None
        comma = _COMMA.match(self.text, end)
        if comma is None and index < len(self.members) - 1:
            return None
        after = self.text[comma.end() if comma else end : line_end].strip()
        return (line_start, line_end) if not after or after.startswith("#") else None


def inline_members(node: Node) -> list[Node]:
    """The members of an inline table in the order of the text; of dotted keys the values they end in."""
    found: list[Node] = []
    waiting = list(node.children.values())
    while waiting:
        inner = waiting.pop()
        if inner.value is None:
            waiting.extend(inner.children.values())
        else:
            found.append(inner)
    return sorted(found, key=lambda member: member.start)
