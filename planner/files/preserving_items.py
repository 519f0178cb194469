"""Prescriptions as `[[prescription]]` tables: put in, taken out and moved, each with the comments that are its own."""

from collections.abc import Callable

from planner.files.preserving_canonical import ITEMS
from planner.files.preserving_order import Order, separators_for, without_blank_end
from planner.files.preserving_sections import section_end, section_start
from planner.files.preserving_style import line_end
from planner.files.toml_spans import LineKind, Node, Spans

NewText = Callable[[int], str]
"""Gives the text of the new item that comes at a place of the new order."""


def arrange_tables(spans: Spans, order: Order, new_text: NewText) -> str:
    """The text with its prescriptions in another order.

    Comments directly above a header move with it; so does everything up to the last statement of the prescription, in
    all of its tables, also where other tables stand between them.
    """
    newline = line_end(spans.text)
    separators, chunks = _split(spans)
    if not chunks:
        return _append(spans.text, [new_text(place) for place in range(len(order))], newline)
    parting = "" if len(separators) > 2 and not any(separators[1:-1]) else newline
    pieces: list[str] = []
    *leading, final = separators_for(order, separators, parting)
    for place, (separator, index) in enumerate(zip(leading, order, strict=True)):
        pieces += (separator, new_text(place) if index is None else chunks[index])
    return "".join((*pieces, final))


def _append(text: str, items: list[str], newline: str) -> str:
    """The text with items at its end, the first of it."""
    kept = without_blank_end(text)
    return newline.join(([kept] if kept else []) + items) if items else text


def _split(spans: Spans) -> tuple[list[str], list[str]]:
    """The separators and the items of a text."""
    items = spans.root.children.get(ITEMS)
    chunks: dict[int, str] = {}
    separators = [""]
    done = 0
    for first, last, index in _pieces(spans, items) if items else ():
        start, end = spans.lines[first].start, spans.lines[last - 1].end
        separators[-1] += spans.text[done:start]
        if index in chunks:
            chunks[index] += spans.text[start:end]
        else:
            chunks[index] = spans.text[start:end]
            separators.append("")
        done = end
    separators[-1] += spans.text[done:]
    return separators, list(chunks.values())


def _pieces(spans: Spans, items: Node) -> list[tuple[int, int, int]]:
    """The first line, the line behind the last and the item of each stretch of lines that belongs to one item."""
    pieces: list[tuple[int, int, int]] = []
    previous: int | None = None
    for at, line in enumerate(spans.lines):
        if line.kind is not LineKind.HEADER:
            continue
        index = _item_index(line.node, items)
        if index is not None and index == previous:
            pieces[-1] = (pieces[-1][0], section_end(spans, at), index)
        elif index is not None:
            pieces.append((section_start(spans, at), section_end(spans, at), index))
        previous = index
    return pieces


def _item_index(node: Node, items: Node) -> int | None:
    """Which item a node stands in."""
    while node.parent is not None and node.parent is not items:
        node = node.parent
    return int(node.name) if node.parent is items else None
