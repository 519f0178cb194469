"""The texts that a search looks in, as columns: what thousands of exercises say alike is kept once."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import add
from typing import overload

from planner.planning.ranking import FIELD_END, Where

_OWN = Where.VARIANT
"""The fields before this one are an exercise's own; those from here on come again and again."""
SHARED = tuple(Where)[_OWN:]


class SharedField:
    """A field of all exercises: each text that there is once, and which of them is whose."""

    def __init__(self, known: Sequence[str], numbers: Sequence[int]) -> None:
        self.known = known
        self.numbers = numbers
        """Of each exercise, the place in `known`."""

    def __iter__(self) -> Iterator[str]:
        return map(self.known.__getitem__, self.numbers)


class TextColumns(Sequence[str]):
    """Of each exercise, by its number, the fields of `ranking.marked` as one text, made when it is asked for."""

    def __init__(self, names: Sequence[str], shared: Sequence[SharedField]) -> None:
        self.names = names
        """Of each exercise, the fields of its name and other names: what its text begins with."""
        self.shared = shared
        """The other fields, as in `SHARED`."""

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[str]:
        texts: Iterator[str] = iter(self.names)
        for field in self.shared:
            texts = map(add, texts, field)
        return texts

    @overload
    def __getitem__(self, number: int) -> str: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...

    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        if isinstance(number, slice):
            return [self[each] for each in range(len(self))[number]]
        ways, aim, equipment, place, sources = self.shared
        return (
            f"{self.names[number]}{ways.known[ways.numbers[number]]}{aim.known[aim.numbers[number]]}"
            f"{equipment.known[equipment.numbers[number]]}{place.known[place.numbers[number]]}"
            f"{sources.known[sources.numbers[number]]}"
        )

    def as_far_as(self, number: int, words: Iterable[str]) -> str:
        """As much of a text as shows where words stand first that are known to be in it."""
        names = self.names[number]
        for word in words:
            if word not in names:
                return self[number]
        return names

    def furthest(self, number: int, words: Iterable[str]) -> int:
        """The least telling of the fields in which these words first stand, that are known to be there."""
        names = self.names[number]
        furthest = 0
        for word in words:
            place = names.find(word)
            where = names.count(FIELD_END, 0, place) if place >= 0 else self._shared(number, word)
            if where > furthest:
                furthest = where
        return furthest

    def _shared(self, number: int, word: str) -> int:
        """In which of the shared fields a word first stands."""
        for where, field in enumerate(self.shared, _OWN):
            if word in field.known[field.numbers[number]]:
                return where
        raise LookupError(word)


def text_columns(texts: Iterable[str]) -> TextColumns:
    """The columns of whole texts."""
    names: list[str] = []
    known: list[dict[str, int]] = [{} for _ in SHARED]
    numbers: list[array[int]] = [array("I") for _ in SHARED]
    for text in texts:
        fields = text.split(FIELD_END)
        names.append(FIELD_END.join([*fields[:_OWN], ""]))
        for places, column, field in zip(known, numbers, fields[_OWN:-1], strict=True):
            column.append(places.setdefault(field, len(places)))
    shared = (
        SharedField([f"{field}{FIELD_END}" for field in places], column)
        for places, column in zip(known, numbers, strict=True)
    )
    return TextColumns(names, tuple(shared))
