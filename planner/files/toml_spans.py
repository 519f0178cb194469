"""Where everything stands in a TOML text: the spans of keys, values, statements, tables and items.

The parser gives values without places. This is a second pass over text that it has already accepted (TOML 1.0, and
the 1.1 that tomli reads: line ends and trailing commas in inline tables, new escapes, times without seconds). It uses
no private part of the parser, takes time in proportion to the text, and does not recurse.

Everything is addressed by path, as the parsed data would be: `("prescription", 2, "dose", "hold")`, whether the dose
is a table of its own, an inline table or a dotted key.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from planner.files.toml_lexer import DOT, EQUALS, FILLER, KEY_PART, LINE_REST, SCALAR, SPACE, ends_of, key_text

Path = tuple[str | int, ...]
"""Keys and indices that lead from the top of a document to a value."""


class Span(NamedTuple):
    """A stretch of text: offsets in characters, `end` not included."""

    start: int
    end: int


class LineKind(Enum):
    """What a line of a document, or a statement over several lines, is."""

    BLANK = "blank"
    COMMENT = "comment"
    STATEMENT = "statement"
    """A key and its value."""
    HEADER = "header"
    """`[table]` or `[[item]]`."""


_NO_CHILDREN: dict[str | int, "Node"] = {}


class Node:
    """One key, value or table of a document. Offsets are -1 for what it does not have."""

    __slots__ = ("array_of_tables", "children", "header", "key", "line", "name", "parent", "start", "value")

    def __init__(self, parent: "Node | None", name: str | int) -> None:
        self.parent = parent
        self.name = name
        self.children = _NO_CHILDREN
        self.array_of_tables = False
        self.key: Span | None = None
        self.value: Span | None = None
        self.header: Span | None = None
        self.line = -1
        """The index in `Spans.lines` of its statement or header; none within brackets."""
        self.start = -1
        """Where its whole key begins: of `dose.hold = 30` before `dose`."""

    @property
    def path(self) -> Path:
        """The way to it from the top of the document."""
        names: list[str | int] = []
        node = self
        while node.parent is not None:
            names.append(node.name)
            node = node.parent
        return tuple(reversed(names))

    def child(self, name: str | int) -> "Node":
        """The member of this name, made where there is none yet."""
        if self.children is _NO_CHILDREN:
            self.children = {}
        found = self.children.get(name)
        if found is None:
            found = self.children[name] = Node(self, name)
        return found

    @property
    def table(self) -> "Node":
        """The table that a header or a dotted key means by this node: of an array of tables, the last item."""
        return self.children[len(self.children) - 1] if self.array_of_tables else self


class Line(NamedTuple):
    """A line with its end; a statement may run over several. All lines of a document, joined, are its text."""

    kind: LineKind
    start: int
    end: int
    node: Node
    """Of a statement its value, of a header its table; of blanks and comments the table they stand in."""


class Spans:
    """The places of a document, by path. Made by `scan`."""

    def __init__(self, text: str, root: Node, lines: list[Line]) -> None:
        self.text = text
        self.root = root
        self.lines = lines
        self._line_starts: list[int] | None = None

    def node(self, path: Path) -> Node | None:
        """What stands under this path."""
        node: Node | None = self.root
        for name in path:
            node = node.children.get(name) if node is not None else None
        return node

    def key(self, path: Path) -> Span | None:
        """The part of a key that gives the path its last name: of `dose.hold = 30` either `dose` or `hold`."""
        node = self.node(path)
        return node.key if node else None

    def value(self, path: Path) -> Span | None:
        """The value; none for tables that have a header or are made by dotted keys."""
        node = self.node(path)
        return node.value if node else None

    def statement(self, path: Path) -> Span | None:
        """Whole lines of a key and its value, with the trailing comment and the line end; none within brackets."""
        node = self.node(path)
        if node is None or node.value is None or node.line < 0:
            return None
        line = self.lines[node.line]
        return Span(line.start, line.end)

    def table(self, path: Path) -> Span | None:
        """The header of a table or an item, brackets included; none for inline and dotted tables."""
        node = self.node(path)
        return node.header if node else None

    def item(self, path: Path) -> Span | None:
        """All of a table or an item with a header: to the end of the last line, in one go, that is part of it.

        Blank lines and comments after the last statement are not part of it, nor are those above the header.
        """
        node = self.node(path)
        if node is None or node.header is None:
            return None
        end = self.lines[node.line].end
        for index in range(node.line + 1, len(self.lines)):
            line = self.lines[index]
            if line.kind is LineKind.HEADER and not is_within(line.node, node):
                break
            if line.kind in (LineKind.HEADER, LineKind.STATEMENT):
                end = line.end
        return Span(self.lines[node.line].start, end)

    def nearest(self, path: Path) -> Span:
        """The best place to point at for a path, also for one that is missing.

        That is its value, header or key, or those of the closest parent that is there; the beginning of the text
        where there is none.
        """
        node = self.root
        place = Span(0, 0)
        for name in path:
            found = node.children.get(name)
            if found is None:
                break
            node = found
            place = node.value or node.header or node.key or place
        return place

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both counted from one, columns in characters."""
        if self._line_starts is None:
            starts = [0]
            at = self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._line_starts = starts
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def paths(self) -> Iterator[Path]:
        """Every path of the document, parents before their members."""
        waiting: list[tuple[Path, Node]] = [((), self.root)]
        while waiting:
            path, node = waiting.pop()
            if path:
                yield path
            waiting.extend(((*path, name), child) for name, child in reversed(node.children.items()))


def scan(text: str) -> Spans:
    """Find the place of everything in a TOML text.

    The text must have passed the parser, without a byte order mark; for other text the result means nothing, and
    ValueError or IndexError may be raised.
    """
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node(None, "")
        self.lines: list[Line] = []

    def run(self) -> Spans:
        text, at, table = self.text, 0, self.root
        while at < len(text):
            start, at = at, ends_of(SPACE, text, at)
            first = text[at : at + 1]
            if first in ("", "\n", "\r", "#"):
                kind, node = (LineKind.COMMENT if first == "#" else LineKind.BLANK), table
            elif first == "[":
                at, table = self._header(at)
                kind, node = LineKind.HEADER, table
            else:
                key_start = at
                at, node = self._key(table, at)
                node.start, node.line = key_start, len(self.lines)
                at = self._value(node, ends_of(EQUALS, text, at))
                kind = LineKind.STATEMENT
            at = ends_of(LINE_REST, text, at)
            self.lines.append(Line(kind, start, at, node))
        return Spans(text, self.root, self.lines)

    def _header(self, start: int) -> tuple[int, Node]:
        """Read a header; give its end and the table that it opens."""
        is_item = self.text.startswith("[[", start)
        brackets = 2 if is_item else 1
        at, node = self._key(self.root, ends_of(SPACE, self.text, start + brackets))
        end = ends_of(SPACE, self.text, at) + brackets
        if is_item:
            node.array_of_tables = True
            node = node.child(len(node.children))
        node.header = Span(start, end)
        node.line = len(self.lines)
        return end, node

    def _key(self, table: Node, at: int) -> tuple[int, Node]:
        """Read a key, dotted or not; give its end and what it names, below the table."""
        node = table
        while True:
            end = ends_of(KEY_PART, self.text, at)
            node = node.table.child(key_text(self.text[at:end]))
            node.key = node.key or Span(at, end)
            dot = DOT.match(self.text, end)
            if dot is None:
                return end, node
            at = dot.end()

    def _value(self, node: Node, at: int) -> int:
        """Read a value, with a stack of the brackets that are open instead of recursion; give its end."""
        text = self.text
        open_: list[tuple[Node, int]] = []
        while True:
            if text[at] in "[{":
                open_.append((node, at))
                at += 1
            else:
                start, at = at, ends_of(SCALAR, text, at)
                node.value = Span(start, at)
            while open_:
                at = ends_of(FILLER, text, at)
                if text[at] not in "]}":
                    break
                at += 1
                node, start = open_.pop()
                node.value = Span(start, at)
            if not open_:
                return at
            holder, start = open_[-1]
            at, node = self._member(holder, at, in_array=text[start] == "[")

    def _member(self, holder: Node, at: int, *, in_array: bool) -> tuple[int, Node]:
        """Begin the next value within brackets; give the place where it starts and what it is."""
        if in_array:
            return at, holder.child(len(holder.children))
        key_start = at
        at, node = self._key(holder, at)
        node.start = key_start
        return ends_of(EQUALS, self.text, at), node


def is_within(node: Node | None, table: Node) -> bool:
    """Whether a node is a table, or stands somewhere in it."""
    while node is not None and node is not table:
        node = node.parent
    return node is table
