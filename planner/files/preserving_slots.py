"""The order of the slots: their lines change places where the plan wants them in another order."""

from planner.files.preserving_brackets import inline_members
from planner.files.preserving_script import Script
from planner.files.preserving_sections import section_start
from planner.files.toml_spans import Node, Spans


def order_slots(spans: Spans, names: list[str]) -> str:
    """The text with its slots in this order. The comment lines directly above a slot move with it."""
    table = spans.root.children.get("slots")
    if table is None or [str(name) for name in table.children] == names:
        return spans.text
    stretches = {str(node.name): _stretch(spans, node) for node in inline_members(table)}
    script = Script()
    for (start, end), name in zip(list(stretches.values()), names, strict=True):
        moved_start, moved_end = stretches[name]
        script.replace(start, end, spans.text[moved_start:moved_end])
    return script.apply(spans.text)


def _stretch(spans: Spans, node: Node) -> tuple[int, int]:
    if node.line >= 0:
        first = spans.lines[section_start(spans, node.line)]
        return first.start, spans.lines[node.line].end
    return node.start, node.value.end if node.value else node.start
