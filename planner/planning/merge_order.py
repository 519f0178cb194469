"""Bringing two orders of the same things together: both sides' moves, and each newcomer after its neighbour."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

_MOST_COMPARED = 300
"""Every pair of things that both sides have put in order is compared; where there are more, someone is asked."""


def common_order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...] | None:
    """The order of what both sides have: of each pair, the order of the side that has changed it.

    `None` where that gives no order: each side has moved things in a way that contradicts the other's.
    """
    there = frozenset(theirs)
    ours = [name for name in mine if name in there]
    both = frozenset(ours)
    others = [name for name in theirs if name in both]
    was = [name for name in base if name in both]
    if ours == others or others == was:
        return tuple(ours)
    if ours == was:
        return tuple(others)
    return _by_pairs(was, ours, others) if len(ours) <= _MOST_COMPARED else None


def _by_pairs(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...] | None:
    was, others = _places(base), _places(theirs)
    wins = dict.fromkeys(mine, 0)
    for number, one in enumerate(mine):
        for other in mine[number + 1 :]:
            first: bool | None = others[one] < others[other]
            if not first:
                # The sides differ: one of them has turned the pair round, and that one is right.
                if one not in was or other not in was:
                    return None
                first = was[one] > was[other]
            wins[one if first else other] += 1
    order = sorted(wins, key=lambda name: -wins[name])
    # An order is one in which the first comes before all others, the second before all but one, and so on.
    return tuple(order) if [wins[name] for name in order] == list(range(len(order)))[::-1] else None


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


def woven(
    common: Sequence[str],
    mine: Sequence[str],
    theirs: Sequence[str],
    kept: Collection[str],
    rank: Callable[[str], Any],
) -> tuple[str, ...]:
    """The common order with what only one side has, each after the thing that it follows on its side.

    Only what is in `kept` is placed. Where both sides have something after the same thing, the run whose first has the
    lower `rank` comes first, so that it does not matter from which side one merges.
    """
    runs: dict[str | None, list[list[str]]] = {}
    shared = frozenset(common)
    for names in (mine, theirs):
        after: str | None = None
        own: dict[str | None, list[str]] = {}
        for name in names:
            if name in shared:
                after = name
            elif name in kept:
                own.setdefault(after, []).append(name)
        for place, run in own.items():
            runs.setdefault(place, []).append(run)
    woven_in: list[str] = []
    for place in (None, *common):
        woven_in += [] if place is None else [place]
        woven_in += [name for run in sorted(runs.get(place, []), key=lambda run: rank(run[0])) for name in run]
    return tuple(woven_in)
