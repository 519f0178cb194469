"""In which exercises each word of a library stands: whoever looks for one need not go through ten thousand texts."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from planner.planning.ranking import Where, words_in
from planner.planning.text_columns import SHARED, SharedField, TextColumns

_TELLING = (Where.AIM, Where.EQUIPMENT)
"""Beside the names, the fields that tell what an exercise is."""
_MANY = "x"
"""Before a number in base 16 of which each bit is an exercise; a few exercises are written as decimals."""
_DIGITS_OF_ONE = 5
_BITS_OF_A_DIGIT = 4
_ZERO_AND_ONE = bytes.maketrans(b"01", b"\0\1")


@frozen(eq=False)
class WordPlaces:
    """Exercises are bits of a large number here, so that those that hold two words are found with a single `&`."""

    words: Sequence[str]
    """All words of all texts, folded; first those that tell what an exercise is, then the others."""
    telling: int
    """How many words tell what an exercise is."""
    written: Sequence[str]
    """Of each word, its exercises."""

    @property
    def vocabulary(self) -> Sequence[str]:
        """What a misspelt word may have meant: the words of names, other names, aims and equipment."""
        return self.words[: self.telling]

    def holding(self, part: str) -> int:
        """The exercises of which a text holds this part of a word."""
        found = 0
        few: list[str] = []
        for word, exercises in zip(self.words, self.written, strict=True):
            if part in word:
                if exercises.startswith(_MANY):
                    found |= int(exercises[1:], 16)
                else:
                    few.append(exercises)
        return found | _bits(map(int, " ".join(few).split()))


def flags(exercises: int, count: int) -> bytes:
    """For each of so many exercises, 1 where its bit is set, else 0."""
    return f"{exercises:0{count}b}"[::-1].encode().translate(_ZERO_AND_ONE)


def word_places_of(texts: TextColumns) -> WordPlaces:
    """The words of texts, and where they stand."""
    telling: dict[str, int] = {}
    others: dict[str, int] = {}
    _add(telling, ((name, 1 << number) for number, name in enumerate(texts.names)))
    for where, field in zip(SHARED, texts.shared, strict=True):
        _add(telling if where in _TELLING else others, _exercises_of(field))
    for word in telling.keys() & others.keys():
        telling[word] |= others.pop(word)
    found = [*sorted(telling.items()), *sorted(others.items())]
    return WordPlaces([word for word, _ in found], len(telling), [_written(exercises) for _, exercises in found])


def _add(places: dict[str, int], found: Iterable[tuple[str, int]]) -> None:
    for text, exercises in found:
        for word in words_in(text):
            places[word] = places.get(word, 0) | exercises


def _exercises_of(field: SharedField) -> Iterator[tuple[str, int]]:
    """Each text of a field, and the exercises that have it."""
    owners: list[list[int]] = [[] for _ in field.known]
    for number, text in enumerate(field.numbers):
        owners[text].append(number)
    return zip(field.known, map(_bits, owners), strict=True)


def _bits(numbers: Iterable[int]) -> int:
    """Exercises as bits, from their numbers."""
    bits = bytearray()
    for number in numbers:
        place, bit = number >> 3, 1 << (number & 7)
        if place >= len(bits):
            bits.extend(bytes(place + 1 - len(bits)))
        bits[place] |= bit
    return int.from_bytes(bits, "little")


def _written(exercises: int) -> str:
    """As a text that is short."""
    if exercises.bit_count() * _DIGITS_OF_ONE * _BITS_OF_A_DIGIT > exercises.bit_length():
        return f"{_MANY}{exercises:x}"
    numbers: list[str] = []
    while exercises:
        numbers.append(str(exercises.bit_length() - 1))
        exercises ^= 1 << (exercises.bit_length() - 1)
    return " ".join(reversed(numbers))
