"""What to find where nothing holds every word: words with one slip of the pen, and scattered letters of names.

Both take long in a library of thousands, so they pause after each piece of work.
"""

from collections.abc import Generator, Sequence
from functools import reduce
from itertools import compress
from operator import and_

from planner.planning import ranking
from planner.planning.hits import Hits, Ranked, pack
from planner.planning.ranking import Closeness, Where
from planner.planning.search_index import SearchIndex
from planner.planning.word_places import flags

Finding = Generator[None, None, Hits]
"""Pauses, and gives back what was found."""

_PIECE = 500
"""Exercises that are looked at between two pauses: a few milliseconds."""

_MOST_LETTERS = 40
"""Letters that are looked for one by one: nobody knows a longer name by its letters."""


def misspelt(index: SearchIndex, words: tuple[str, ...], numbers: Sequence[int]) -> Finding:
    """Those of the exercises of these numbers that hold what each word may have meant."""
    meant_by: list[_Meant] = []
    for word in words:
        meanings = ranking.meanings(word, index.words.vocabulary)
        yield
        if not meanings:
            return Hits(index, ())
        meant_by.append(_Meant(index, meanings))
        yield
    count, furthest = len(index.grouped), index.texts.furthest
    there = flags(reduce(and_, (each.exercises for each in meant_by)), count)
    found: list[int] = []

    def meant(number: int) -> tuple[str, ...]:
        return tuple([each.of(number) for each in meant_by])

    for piece in _pieces([number for number in numbers if there[number]]):
        found += [pack(furthest(number, meant(number)), Closeness.MISSPELT, number, count) for number in piece]
        yield
    return Ranked(index, sorted(found), words, meant)


class _Meant:
    """For each exercise the first of the meanings of a word that is there."""

    def __init__(self, index: SearchIndex, meanings: Sequence[str]) -> None:
        self.exercises = 0
        """Those that have any, as `WordPlaces` has them."""
        self._meanings = meanings
        self._first = bytearray(len(index.grouped))
        for place, meaning in enumerate(meanings):
            holding = index.words.holding(meaning)
            for number in compress(range(len(self._first)), flags(holding & ~self.exercises, len(self._first))):
                self._first[number] = place
            self.exercises |= holding

    def of(self, number: int) -> str:
        """What it means in an exercise that has any."""
        return self._meanings[self._first[number]]


def scattered(index: SearchIndex, words: tuple[str, ...], numbers: Sequence[int]) -> Finding:
    """Those of the exercises of these numbers that have the letters in this order in a name, the closest ones first."""
    letters = "".join(words)
    if not 2 <= len(letters) <= _MOST_LETTERS:
        return Hits(index, ())
    names, count = index.texts.names, len(index.grouped)
    pattern = ranking.scattered_pattern(letters)
    found: list[tuple[int, int, int]] = []
    for piece in _pieces(numbers):
        for number in piece:
            if not pattern.match(names[number]):
                continue
            fields = ranking.fields_of(names[number])
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
