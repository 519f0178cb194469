"""Changes to single values, put into a text: only the lines concerned are touched."""

from collections.abc import Iterable

from planner.files.preserving_canonical import Canonical
from planner.files.preserving_changes import Assign, Change, Remove, Rename
from planner.files.preserving_places import Places
from planner.files.preserving_script import Script
from planner.files.preserving_sections import leaves_comment
from planner.files.preserving_style import comments_within, indentation, line_end, line_end_of
from planner.files.toml_spans import Node, Path, Spans


def change_fields(spans: Spans, canonical: Canonical, changes: Iterable[Change]) -> str:
    """The text with these changes made.

    Raises NotPreservable or ValueError for a change that cannot be made in the text as it is written.
    """
    editor = _Editor(spans, canonical)
    for change in changes:
        editor.make(change)
    return editor.finish()


class _Editor:
    def __init__(self, spans: Spans, canonical: Canonical) -> None:
        self.spans = spans
        self.canonical = canonical
        self.script = Script()
        self.places = Places(spans, canonical, self.script)
        self.done: set[Path] = set()
        self.removed: set[int] = set()
        """The indices of lines that go."""

    def make(self, change: Change) -> None:
        """Put one change into the script."""
        match change:
            case Rename(path, source):
                self._rename(path, source)
            case Remove(path):
                self._remove(path)
            case Assign(path, source):
                self._assign(path, source)

    def finish(self) -> str:
        """The text with all changes made."""
        self.places.finish()
        for index in self.removed:
            line = self.spans.lines[index]
            blank = line_end_of(self.spans, line) if leaves_comment(self.spans, index, self.removed) else ""
            self.script.replace(line.start, line.end, blank)
        return self.script.apply(self.spans.text)

    def _assign(self, path: Path, source: Path) -> None:
        if path in self.done:
            return
        self.done.add(path)
        node, data = self.spans.node(path), self.canonical.at(source)
        if node is None:
            self._add(path, source)
        elif node.value is not None:
            self._replace(node, source)
        elif isinstance(data, dict):
            for name in data:
                self._assign((*path, name), (*source, name))
        else:
            message = f"a table cannot become a value ({path[-1]})"
            raise ValueError(message)

    def _replace(self, node: Node, source: Path) -> None:
        """Put a new value in; comments in the old one move above the statement."""
        if node.value is None:
            return
        comments = comments_within(self.spans, node)
        newline = line_end(self.spans.text)
        value = self.canonical.value(source, newline) if node.line >= 0 else self.canonical.inline(source)
        self.script.replace(*node.value, value)
        if comments:
            holder = node
            while holder.line < 0 and holder.parent is not None:
                holder = holder.parent
            start = self.spans.lines[holder.line].start
            margin = indentation(self.spans.text, start)
            self.script.insert_before(start, "".join(f"{margin}{comment}{newline}" for comment in comments))

    def _add(self, path: Path, source: Path) -> None:
        """Put in a key that is not there, with the table it stands in where that is not there either."""
        parent = self.spans.node(path[:-1])
        if parent is None:
            self._assign(path[:-1], source[:-1])
        else:
            self.places.add(parent, source)

    def _rename(self, path: Path, source: Path) -> None:
        node = self.spans.node(path)
        if node is None or node.key is None:
            return
        self.script.replace(*node.key, self.canonical.key(source))
        self.places.renamed[path] = str(source[-1])

    def _remove(self, path: Path) -> None:
        node = self.spans.node(path)
        if node is not None:
            self._take_out(node)

    def _take_out(self, node: Node) -> None:
        if node.line >= 0:
            self.removed.add(node.line)
        elif node.value is not None:
            self.places.inline_table_of(node).remove(node)
        if node.value is None:
            for child in node.children.values():
                self._take_out(child)
