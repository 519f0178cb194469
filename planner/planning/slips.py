"""What to find where nothing holds every word: words with one slip of the pen, and scattered letters of names.

Both take long in a library of thousands, so they pause after each piece of work.
"""

from collections.abc import Generator, Sequence

from planner.planning import ranking
from planner.planning.hits import Hits, Ranked, pack
from planner.planning.ranking import Closeness, Where
from planner.planning.search_index import SearchIndex

Finding = Generator[None, None, Hits]
"""Pauses, and gives back what was found."""

_PIECE = 500
"""Exercises that are looked at between two pauses: a few milliseconds."""

_MOST_LETTERS = 40
"""Letters that are looked for one by one: nobody knows a longer name by its letters."""


def misspelt(index: SearchIndex, words: tuple[str, ...], numbers: Sequence[int]) -> Finding:
    """Those of the exercises of these numbers that hold what each word may have meant."""
    meanings: list[tuple[str, ...]] = []
    for word in words:
        meanings.append(ranking.meanings(word, index.vocabulary))
        yield
        if not meanings[-1]:
            return Hits(index, ())
    texts, count = index.texts, len(index.grouped)
    found: list[int] = []
    meant: dict[int, tuple[str, ...]] = {}
    for piece in _pieces(numbers):
        for number in piece:
            text = texts[number]
            if words_there := ranking.meant(text, meanings):
                found.append(pack(ranking.furthest(text, words_there), Closeness.MISSPELT, number, count))
                meant[number] = words_there
        yield
    return Ranked(index, sorted(found), words, meant)


def scattered(index: SearchIndex, words: tuple[str, ...], numbers: Sequence[int]) -> Finding:
    """Those of the exercises of these numbers that have the letters in this order in a name, the closest ones first."""
    letters = "".join(words)
    if not 2 <= len(letters) <= _MOST_LETTERS:
        return Hits(index, ())
    texts, count = index.texts, len(index.grouped)
    pattern = ranking.scattered_pattern(letters)
    found: list[tuple[int, int, int]] = []
    for piece in _pieces(numbers):
        for number in piece:
            text = texts[number]
            if not pattern.match(text):
                continue
            fields = ranking.fields_of(text)
            for where in (Where.NAME, Where.OTHER_NAME):
                length = ranking.length_of_spread(fields[where], letters)
                if length:
                    found.append((where, length, number))
                    break
        yield
    found.sort()
    return Ranked(index, [pack(where, Closeness.SCATTERED, number, count) for where, _, number in found], words)


def _pieces(numbers: Sequence[int]) -> list[Sequence[int]]:
    return [numbers[first : first + _PIECE] for first in range(0, len(numbers), _PIECE)]
