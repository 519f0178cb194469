"""The hand of the person who wrote a file: line ends, indentation, spacing. New text takes after its neighbours."""

import re
from collections.abc import Iterable

from planner.files.toml_lexer import EQUALS
from planner.files.toml_spans import Line, Node, Spans

_INDENTATION = re.compile(r"[ \t]*+")
_COMMENT = re.compile(r"#[^\r\n]*+")


def line_end(text: str) -> str:
    """The line end that most lines of a text have."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def indentation(text: str, at: int) -> str:
    """The space at the beginning of the line that starts here."""
    found = _INDENTATION.match(text, at)
    return found[0] if found else ""


def line_end_of(spans: Spans, line: Line) -> str:
    """The line end of one line."""
    return "\r\n" if spans.text.endswith("\r\n", line.start, line.end) else "\n"


def comments_within(spans: Spans, node: Node) -> list[str]:
    """The comments within the brackets of a value."""
    if node.value is None or spans.text[node.value.start] not in "[{":
        return []
    outside: list[str] = []
    at = node.value.start
    for start, end in sorted(_words(node)):
        outside.append(spans.text[at:start])
        at = end
    outside.append(spans.text[at : node.value.end])
    return [comment.rstrip() for part in outside for comment in _COMMENT.findall(part)]


def _words(node: Node) -> list[tuple[int, int]]:
    """The spans of all keys and plain values below a node: what may hold a `#` that begins no comment."""
    words: list[tuple[int, int]] = []
    waiting = list(node.children.values())
    while waiting:
        inner = waiting.pop()
        if inner.key:
            words.append(inner.key)
        if inner.value and not inner.children:
            words.append(inner.value)
        waiting.extend(inner.children.values())
    return words


def equals_sign(spans: Spans, key: str, neighbours: Iterable[Node], *, aligned: bool = True) -> str:
    """The sign between a new key and its value, spaced as those around it are, and `aligned` with them."""
    signs = [_sign(spans, node) for node in neighbours]
    if not signs:
        return " = "
    columns = {column for column, _ in signs}
    texts = {text for _, text in signs}
    column, text = signs[-1]
    if aligned and len(columns) == 1 and len(texts) > 1 and column > len(key):
        return text.lstrip().rjust(len(text.lstrip()) + column - len(key))
    consistent = len(texts) == 1 and (len(columns) > 1 or not text.startswith(("  ", "\t")))
    return text if consistent else " = "


def _sign(spans: Spans, node: Node) -> tuple[int, str]:
    """How far after the beginning of its key the equals sign of a statement stands, and the sign with its space."""
    if node.value is None:
        message = "a statement has a value"
        raise ValueError(message)
    start = node.value.start
    while spans.text[start - 1] in " \t=":
        start -= 1
    sign = EQUALS.match(spans.text, start)
    return spans.text.index("=", start) - node.start, sign[0] if sign else " = "
