"""How well a query fits the folded texts of one exercise: where it stands, how it stands there, what it may mean."""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum

from planner.planning.folding import scattered


class Where(IntEnum):
    """What a query was found in, the most telling first. Where its words are in several, the least telling counts."""

    NAME = 0
    OTHER_NAME = 1
    VARIANT = 2
    """The name of a way of doing it, its action and sides."""
    AIM = 3
    EQUIPMENT = 4
    POSITION = 5
    """The starting position or the region of the body."""
    SOURCE = 6

    @property
    def plain(self) -> str:
        """What was searched, in plain words."""
        return "way of doing it" if self is Where.VARIANT else self.name.lower().replace("_", " ")


class Closeness(IntEnum):
    """How a query was found, the closest first."""

    WHOLE = 0
    """It is the whole name."""
    START = 1
    """The name starts with it."""
    WORD_START = 2
    """It stands in the name, from the start of a word on."""
    WORDS = 3
    """Each of its words is the start of a word."""
    INSIDE = 4
    """One of its words stands in the middle of a word."""
    MISSPELT = 5
    """A letter is missing, wrong, doubled or swapped. Looked for only where there is nothing closer."""
    SCATTERED = 6
    """Its letters stand in the name in this order. Looked for only where there is nothing closer."""

    @property
    def is_exact(self) -> bool:
        """Whether everything that was typed is really there."""
        return self < Closeness.MISSPELT


# What is compared of an exercise is one text. Folded texts hold no signs, so signs can mark where they begin and end: a
# field is "| knee roll| lumbar rotation|", and "/" ends it. " knee" finds the start of a word, "| knee" the start of
# a text and "| knee roll|" the whole of it, each with one look that runs in C.
_TEXT = "| "
_END = "|"
FIELD_END = "/"
_WHOLE, _START, _WORD_START, _WORDS, _INSIDE = range(5)
"""The values of `Closeness` as plain numbers, which are quicker to compare."""


def marked(texts: Iterable[str]) -> str:
    """The folded texts of one field. All fields of an exercise, in the order of `Where`, are what needles look in."""
    return f"{_TEXT}{_TEXT.join(texts)}{_END}{FIELD_END}"


def fields_of(text: str) -> list[str]:
    """The fields of an exercise, in the order of `Where`."""
    return text.split(FIELD_END)


def words_in(fields: str) -> set[str]:
    """The words of one field or more."""
    return set(fields.replace(_END, " ").replace(FIELD_END, " ").split())


Needle = tuple[str, str, str, str]
"""A text anywhere, at the start of a word, at the start of a text, as a whole text."""


def needle(text: str) -> Needle:
    """What to look for, from a folded text."""
    return text, f" {text}", f"{_TEXT}{text}", f"{_TEXT}{text}{_END}"


def rank(text: str, wanted: Needle) -> tuple[int, int]:
    """In which field a word stands that is known to be there, and how: the numbers of Where and Closeness."""
    anywhere, word_start, start, whole = wanted
    place = text.find(anywhere)
    end = text.find(FIELD_END, place)
    where = text.count(FIELD_END, 0, place)
    if text.find(word_start, place - 1, end) < 0:
        return where, _INSIDE
    if text.find(start, place - 2, end) < 0:
        return where, _WORD_START
    return where, (_START if text.find(whole, place - 2, end) < 0 else _WHOLE)


def rank_all(text: str, needles: tuple[Needle, ...], phrase: Needle) -> tuple[int, int]:
    """The same for several words, which may stand in several fields; the least telling of these counts."""
    if len(needles) == 1:
        return rank(text, needles[0])
    last, worst = 0, _WORDS
    for wanted in needles:
        where, close = rank(text, wanted)
        if where > last:
            last = where
        if close > worst:
            worst = close
    # The words side by side, in this order, are closer than each for itself.
    return last, min(worst, _closeness(fields_of(text)[last], phrase))


def _closeness(field: str, wanted: Needle) -> int:
    _, word_start, start, whole = wanted
    if word_start not in field:
        return _INSIDE
    if start not in field:
        return _WORD_START
    return _WHOLE if whole in field else _START


_SHORTEST_MISSPELT = 3
_MOST_MEANINGS = 16
"""Of more words that one slip leads to, as it does from three letters, those count that are nearest in length."""


def meanings(word: str, vocabulary: Sequence[str]) -> tuple[str, ...]:
    """The word itself where it is a part of a known one, or else the known words that one slip of the pen gave it."""
    if word in "\n".join(vocabulary):
        return (word,)
    if len(word) < _SHORTEST_MISSPELT:
        return ()
    near = [known for known in vocabulary if _is_one_slip(word, known)]
    if len(near) > _MOST_MEANINGS:
        near = sorted(sorted(near, key=lambda known: abs(len(known) - len(word)))[:_MOST_MEANINGS])
    return tuple(near)


def _is_one_slip(typed: str, known: str) -> bool:
    """Whether one letter too many, too few, wrong or swapped makes what was typed the beginning of a known word."""
    shared = min(len(typed), len(known))
    place = 0
    while place < shared and typed[place] == known[place]:
        place += 1
    rest, left = typed[place + 1 :], known[place:]
    return (
        left[1:].startswith(rest)
        or left.startswith(rest)
        or left[1:].startswith(typed[place:])
        or (rest[:1] == left[:1] and left[1:].startswith(typed[place : place + 1] + rest[1:]))
    )


def scattered_pattern(letters: str) -> re.Pattern[str]:
    """Matches the text of an exercise whose names or other names may have the letters in this order, in linear time."""
    there = "".join(f"[^{letter}{FIELD_END}]*+{letter}" for letter in letters)
    return re.compile(f"{there}|[^{FIELD_END}]*+{FIELD_END}{there}")


def length_of_spread(field: str, letters: str) -> int:
    """Over how many characters of one text of a field the letters are spread; 0 where no text has them all."""
    places = [scattered(text, letters) for text in field.split(_END)]
    return min((found[-1] - found[0] + 1 for found in places if found), default=0)
