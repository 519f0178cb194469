"""How well a query fits the folded texts of one exercise: where it stands, how it stands there, what it may mean."""

from collections.abc import Iterable
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


# Each text of a field starts with a line end and a space and ends with a line end: " knee" finds the start of a word,
# "\n knee" the start of a text and "\n knee roll\n" the whole of it, each with one look that runs in C.
_TEXT = "\n "
_WHOLE, _START, _WORD_START, _WORDS, _INSIDE = range(5)
"""The values of `Closeness` as plain numbers, which are quicker to compare."""


def joined(texts: Iterable[str]) -> str:
    """The folded texts of a field as one text that a needle looks in; also for a field without any."""
    return _TEXT + _TEXT.join(texts) + "\n"


Needle = tuple[str, str, str, str]
"""A text anywhere, at the start of a word, at the start of a text, as a whole text."""


def needle(text: str) -> Needle:
    """What to look for, from a folded text."""
    return text, f" {text}", f"{_TEXT}{text}", f"{_TEXT}{text}\n"


def rank(texts: tuple[str, ...], wanted: Needle) -> tuple[int, int]:
    """In which field a text stands that is known to be in one of them, and how: the numbers of Where and Closeness."""
    anywhere = wanted[0]
    where = 0
    while anywhere not in texts[where]:
        where += 1
    return where, _closeness(texts[where], wanted)


def _closeness(text: str, wanted: Needle) -> int:
    _, word_start, start, whole = wanted
    if word_start not in text:
        return _INSIDE
    if start not in text:
        return _WORD_START
    return _WHOLE if whole in text else _START


def rank_all(texts: tuple[str, ...], needles: tuple[Needle, ...], phrase: Needle) -> tuple[int, int]:
    """The same for several words, which may stand in several fields; the least telling of these counts."""
    if len(needles) == 1:
        return rank(texts, needles[0])
    furthest, worst = 0, _WORDS
    for wanted in needles:
        where, close = rank(texts, wanted)
        if where > furthest:
            furthest = where
        if close > worst:
            worst = close
    return furthest, min(worst, _closeness(texts[furthest], phrase))


def meant(everything: str, choices_of: list[tuple[str, ...]]) -> tuple[str, ...]:
    """For each word the first of its meanings that is there; nothing where one of them is not there at all."""
    found: list[str] = []
    for choices in choices_of:
        for word in choices:
            if word in everything:
                found.append(word)
                break
        else:
            return ()
    return tuple(found)


_SHORTEST_MISSPELT = 3


def meanings(word: str, vocabulary: tuple[str, ...]) -> tuple[str, ...]:
    """The word itself where it is a part of a known one, or else the known words that one slip of the pen gave it."""
    if any(word in known for known in vocabulary):
        return (word,)
    if len(word) < _SHORTEST_MISSPELT:
        return ()
    return tuple(known for known in vocabulary if _is_one_slip(word, known))


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


def length_of_spread(field_text: str, letters: str) -> int:
    """Over how many characters of one text of a field the letters are spread; 0 where no text has them all."""
    if not scattered(field_text, letters):
        return 0
    places = [scattered(text, letters) for text in field_text.split("\n")]
    return min((found[-1] - found[0] + 1 for found in places if found), default=0)
