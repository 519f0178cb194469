"""The exercises and figures of a large library, read from its files one by one."""

from collections.abc import Iterator, Mapping, Sequence

from planner.files.library_file import LibraryFile
from planner.files.library_index import Packed, Place
from planner.files.library_pieces import Unreadable, figure_in, text_of, values_of
from planner.files.library_rows import read_piece
from planner.files.stored_index import StoredIndex
from planner.model import Exercise, Guidance, Variant

CHANGED = "The file of this exercise was changed while the program ran. Start it again to see all that is known of it."


class ExerciseReader:
    """Reads an exercise by its number in the index."""

    def __init__(self, files: Sequence[LibraryFile], packed: Packed, index: StoredIndex) -> None:
        self._files = files
        self._packed = packed
        self._index = index

    def __call__(self, number: int) -> Exercise:
        """What the file says of it; what the index knows, with a note, where that part of the file is not as it was."""
        place = self._packed.places.of(number)
        piece = self._files[place.file].part(place.start, place.end, place.sum)
        try:
            return self._from_index(number) if piece is None else read_piece(piece, tolerant=True)
        except Unreadable:
            return self._from_index(number)

    def _from_index(self, number: int) -> Exercise:
        entry, (*_, variants) = self._index.entries[number], self._packed.shown(number)
        return Exercise(
            id=entry.id,
            name=entry.name,
            position=entry.position,
            variants=tuple(
                Variant(
                    identifier, way.name, way.action, way.sides, equipment=way.equipment, guidance=_from(way.sources)
                )
                for identifier, way in zip(variants, entry.ways, strict=True)
            ),
            aim=entry.aim,
            other_names=entry.other_names,
            notes=(CHANGED,),
            region=entry.region,
        )


def _from(sources: Sequence[str]) -> tuple[Guidance, ...]:
    return tuple(Guidance(source) for source in sources)


class LazyFigures(Mapping[str, object]):
    """The tables of figures by name, each read when it is asked for."""

    def __init__(self, files: Sequence[LibraryFile], places: Mapping[str, Place]) -> None:
        self._files = files
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __getitem__(self, name: str) -> object:
        place = self._places[name]
        piece = self._files[place.file].part(place.start, place.end, place.sum)
        if piece is None:  # the file was changed while the program ran
            raise KeyError(name)
        try:
            return figure_in(values_of(text_of(piece)), name)
        except Unreadable:
            raise KeyError(name) from None
