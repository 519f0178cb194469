"""The nearest known word to one that is not known: what "did you mean" says."""

import unicodedata
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of the known words that was probably meant, or none if nothing is near.

    Case, accents and the choice of space, `_` or `-` do not count. A word that begins, or holds, the one typed is
    near; so is one that differs by one letter in three at most, where swapped neighbours count as one difference.
    """
    wanted = _fold(word[:80])
    folded = {candidate: _fold(candidate) for candidate in known}
    same = [candidate for candidate, letters in folded.items() if letters == wanted]
    if same or not wanted:
        return same[0] if same else None
    return _by_distance(wanted, folded) or _by_part(wanted, folded)


def _fold(word: str) -> str:
    letters = word.casefold()
    if not letters.isascii():
        parts = unicodedata.normalize("NFKD", letters)
        letters = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return "-".join(letters.replace("_", " ").replace("-", " ").split())


def _by_distance(wanted: str, folded: dict[str, str]) -> str | None:
    most = max(1, len(wanted) // 3) if len(wanted) > 1 else 0
    best, found = most + 1, None
    letters_wanted = set(wanted)
    for candidate, letters in folded.items():
        if abs(len(letters) - len(wanted)) >= best or len(letters_wanted.symmetric_difference(letters)) > 2 * best:
            continue
        away = distance(wanted, letters, best - 1)
        if away < best:
            best, found = away, candidate
    return found


def _by_part(wanted: str, folded: dict[str, str]) -> str | None:
    beginning = [candidate for candidate, letters in folded.items() if letters.startswith(wanted)]
    if len(beginning) == 1:
        return beginning[0]
    within = [candidate for candidate, letters in folded.items() if len(wanted) >= 4 and wanted in letters]
    return within[0] if len(within) == 1 else None


def distance(first: str, second: str, most: int) -> int:
    """How many letters must be changed, added, removed or swapped with a neighbour to turn one word into the other.

    This is the optimal string alignment distance; any number above `most` stands for "more than that".
    """
    before: list[int] = []
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        before, last, row = row, before, [at]
        for to, other in enumerate(second, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if last and to > 1 and letter == second[to - 2] and first[at - 2] == other:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most and (not last or min(before) > most):
            return most + 1
    return row[-1]
