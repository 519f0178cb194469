"""Which of some things in an order were moved: as few as explain the new order."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Those that stand elsewhere among the ones that are in both, in the order of `after`.

    The rest is a longest run of things that kept their order, so that one row carried to the end is one move, not as
    many as it passed. Names are taken to be there once.
    """
    places = {name: place for place, name in enumerate(before)}
    common = [name for name in after if name in places]
    stayed = _longest_rising([places[name] for name in common])
    return tuple(name for name in common if places[name] not in stayed)


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """A longest rising subsequence of different numbers, by the piles of a game of patience."""
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tops, number)
        before[number] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [number]
    chain: set[int] = set()
    link = tops[-1] if tops else None
    while link is not None:
        chain.add(link)
        link = before[link]
    return frozenset(chain)
