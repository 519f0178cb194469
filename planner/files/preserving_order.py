"""The order of items in a text: what stands between them when some go, come or move.

A text with items is a row of separators and items in turn, with one separator more than items. A separator is what
belongs to neither neighbour: blank lines, comments between blank lines, other tables.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import reduce

Order = Sequence[int | None]
"""The items that are wanted: the index of one that is there, or None for a new one."""


def separators_for(order: Order, separators: Sequence[str], parting: str) -> list[str]:
    """The separators for items in another order; there is at least one item in the text.

    As many items as possible stay where they are, between what they stand between; those that move or come are parted
    from their predecessor by `parting`. Nothing but blank lines is lost from the separators.
    """
    staying = longest_rise([index for index in order if index is not None])
    *inner, final = separators
    if not staying:
        before = reduce(_join, inner)
        return [before, *[parting] * (len(order) - 1), final] if order else [_close(before, final)]
    ends = [-1, *staying]
    gaps = {index: reduce(_join, separators[last + 1 : index + 1]) for last, index in zip(ends, staying, strict=False)}
    found = [parting if index is None else gaps.get(index, parting) for index in order]
    first = order.index(staying[0])
    found[0], found[first] = gaps[staying[0]], found[0] if first else gaps[staying[0]]
    rest = separators[staying[-1] + 1 : -1]
    return [*found, _close(reduce(_join, rest), final) if rest else final]


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """The longest rising row that is left of different numbers when some are taken out: what need not be moved."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at:] = [number, *ends[at + 1 :]]
    row: list[int] = []
    number_or_none = ends[-1] if ends else None
    while number_or_none is not None:
        row.append(number_or_none)
        number_or_none = before[number_or_none]
    return row[::-1]


def without_blank_end(text: str) -> str:
    """The text without the blank lines at its end."""
    lines = text.split("\n")
    while len(lines) > 1 and not lines[-2].strip():
        del lines[-2]
    return "\n".join(lines) if lines != [""] and "".join(lines).strip() else ""


def _join(first: str, second: str) -> str:
    """One separator from two between which an item has gone: their blank lines are not added up."""
    if not second.strip():
        return first
    if not first.strip():
        return second
    lines = second.split("\n")
    while not lines[0].strip():
        del lines[0]
    return first + "\n".join(lines) if without_blank_end(first) != first else first + second


def _close(first: str, last: str) -> str:
    """The end of a text from the separators around its last item, which has gone."""
    return without_blank_end(first) + last
