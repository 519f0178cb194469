"""From the path of a problem to its line and column, the line itself, and a caret."""

import re
from collections.abc import Callable

from planner.files.collecting import Collector, Entry, Part
from planner.files.problems import Problem, Severity, excerpt
from planner.files.text import FORBIDDEN
from planner.files.toml_spans import Path, Span, Spans, scan


def located(collector: Collector, name: str, text: str) -> list[Problem]:
    """The problems with their lines and columns; of what is wrong, no warnings beside.

    `text` is valid TOML with `\\n` as line end.
    """
    spans = scan(text)
    # What is missing is reported of its table, which is not wrong in itself.
    wrong = {
        entry.path
        for entry in collector.entries
        if entry.severity is Severity.ERROR and entry.path and isinstance(entry.path[-1], str)
    }
    entries = [entry for entry in collector.entries if entry.severity is Severity.ERROR or entry.path not in wrong]
    return [_locate(entry, collector.origin, name, spans) for entry in entries]


def _locate(entry: Entry, origin: Callable[[Path], Path], name: str, spans: Spans) -> Problem:
    place = _span(entry.part, origin(entry.path), spans)
    line, column = spans.position(place.start)
    source, caret = excerpt(line_at(spans.text, place.start), column, place.end - place.start)
    found = entry.found
    if entry.first is not None:
        found += f" (first on line {spans.position(spans.nearest(origin(entry.first)).start)[0]})"
    return Problem(name, line, column, entry.severity, found, entry.expected, entry.hint, source, caret)


def _span(part: Part, path: Path, spans: Spans) -> Span:
    if part is Part.KEY:
        return spans.key(path) or spans.nearest(path)
    if part is Part.CONTROL:
        return control_place(spans, path)
    return spans.nearest(path)


def line_at(text: str, offset: int) -> str:
    """The whole line that an offset stands in, without its end."""
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(text)]


_ESCAPE = re.compile(r"\\(?:[bfre]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "r": "\r", "e": "\x1b"}


def control_place(spans: Spans, path: Path) -> Span:
    """Where in a quoted text, or in a quoted key, a forbidden character is written as an escape."""
    for span in (spans.value(path), spans.key(path)):
        for match in _ESCAPE.finditer(spans.text, *span) if span else ():
            letter, digits = match[0][1], match[0][2:]
            if FORBIDDEN.match(chr(int(digits, 16)) if digits else _SHORT.get(letter, "")):
                return Span(*match.span())
    return spans.nearest(path)
