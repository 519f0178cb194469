"""Prescriptions as members of one array, `prescription = [ {...}, {...} ]`: put in, taken out and moved."""

import re

from attrs import frozen

from planner.files.preserving_items import NewText
from planner.files.preserving_order import Order, separators_for
from planner.files.preserving_style import line_end
from planner.files.toml_spans import Node, Span, Spans

_TAIL = re.compile(r"([ \t]*+)(,?)((?:[ \t]*+(?:#[^\n]*+|\r?+)\n)?)")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


@frozen
class _Member:
    """A member with the comments directly above it and the rest of its line."""

    text: str
    space: str
    comma: bool
    tail: str

    def write(self, *, comma: bool) -> str:
        """The member, with or without a comma behind it."""
        if comma and not self.comma:
            return f"{self.text},{self.space}{self.tail}"
        return f"{self.text}{self.space}{',' if comma else ''}{self.tail}"


def arrange_array(spans: Spans, array: Node, order: Order, new_text: NewText) -> str:
    """The text with the members of an array in another order; the array has members.

    Comments directly above a member and behind it on its line move with it. Raises ValueError for commas at the
    beginning of lines.
    """
    if array.value is None:
        message = "an array has a value"
        raise ValueError(message)
    text, (start, end) = spans.text, array.value
    separators, members = _split(spans, array)
    by_line = members[0].tail != ""
    newline = line_end(text) if by_line else ""
    margin = re.split(r"[^ \t]", members[-1].text, maxsplit=1)[0] if by_line else ""
    pieces: list[str] = []
    *leading, final = separators_for(order, separators, "" if by_line else " ")
    for place, (separator, index) in enumerate(zip(leading, order, strict=True)):
        new = _Member(f"{margin}{new_text(place)}", "", comma=False, tail=newline)
        member = new if index is None else members[index]
        broken = by_line and pieces and not (pieces[-1] + separator).endswith("\n")
        pieces += (
            separator + newline if broken else separator,
            member.write(comma=place < len(order) - 1 or members[-1].comma),
        )
    inside = "".join((*pieces, final))
    return f"{text[: start + 1]}{inside}{text[end - 1 :]}"


def without_empty_array(spans: Spans, array: Node) -> str:
    """The text without the line `prescription = []`, to make room for tables; its comments stay as lines."""
    line = spans.lines[array.line]
    newline = line_end(spans.text)
    comments = re.findall(r"#[^\r\n]*", spans.text[line.start : line.end])
    kept = "".join(f"{comment}{newline}" for comment in comments)
    return f"{spans.text[: line.start]}{kept}{spans.text[line.end :]}"


def _split(spans: Spans, array: Node) -> tuple[list[str], list[_Member]]:
    """What stands between the members of an array, and the members."""
    text = spans.text
    start, end = array.value or Span(0, 0)
    separators: list[str] = []
    members: list[_Member] = []
    done = start + 1
    for node in array.children.values():
        place = node.value or Span(done, done)
        lead = text[done : place.start]
        if "," in re.sub(r"#[^\n]*", "", lead):
            message = "the prescriptions stand in an array with commas at the beginning of lines"
            raise ValueError(message)
        own = _own(lead, at_line_start=bool(members and members[-1].tail))
        match = _TAIL.match(text, place.end, end - 1)
        space, comma, tail = match.groups() if match else ("", "", "")
        separators.append(lead[: len(lead) - len(own)])
        members.append(_Member(own + text[place.start : place.end], space, comma == ",", tail))
        done = match.end() if match else place.end
    separators.append(text[done : end - 1])
    return separators, members


def _own(lead: str, *, at_line_start: bool) -> str:
    """What belongs to a member of all that stands before it: the comment lines directly above, and its indentation."""
    blank = [match.end() for match in _BLANK_LINE.finditer(lead)]
    if blank:
        return lead[blank[-1] :]
    if at_line_start:
        return lead
    return lead[lead.find("\n") + 1 :] if "\n" in lead else ""
