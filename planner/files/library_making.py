"""What happens when large libraries are read for the first time."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

from planner.files.first_time import FirstTime, refuse
from planner.files.forking import Send, in_a_copy
from planner.files.library_cache import cached, keep
from planner.files.library_file import LibraryFile
from planner.files.library_index import InMemory, Packed
from planner.files.library_indexing import LibraryBytes, index_libraries
from planner.files.library_pieces import Unreadable
from planner.files.library_reading import LibraryDocument, check_documents, parse_library
from planner.files.locations import Locations
from planner.files.problems import FileProblems, Problem

_UNREADABLE = b""
_KEPT = b"kept"
Files = Sequence[LibraryFile | FileProblems]
"""Files, or why they cannot be read."""


def make_index(key: str, files: Files, needed: Collection[str], places: Locations, first: FirstTime) -> Packed:
    """A new index, kept in the cache directory where that can be.

    It is made by a copy of this process, because that takes ten times the memory of all that comes after. Raises
    FileProblems where a library cannot be used that is `needed`, and Unreadable where there can be no index.
    """
    readable = {number: file for number, file in enumerate(files) if isinstance(file, LibraryFile)}
    if len(readable) == len(files):
        with suppress(Unreadable):
            return _made(key, readable, None, places, first)
    # There is something to be said. Only reading the whole text tells what, and where.
    used, problems = _looked_through(files)
    refuse(problems, needed)
    return _made(key, {number: readable[number] for number in used}, problems, places, first)


def _made(
    key: str,
    files: Mapping[int, LibraryFile],
    known: Sequence[Problem] | None,
    places: Locations,
    first: FirstTime,
) -> Packed:
    """A new index of these files, by their numbers. Raises Unreadable as `index_libraries` does."""

    def work(send: Send) -> bytes:
        def tell(done: int, total: int) -> None:
            send(done + 1, str(total).encode())

        try:
            whole = [LibraryBytes(number, file.name, file.whole()) for number, file in files.items()]
            data = index_libraries(key, whole, tell, known=known, processors=first.processors)
        except Unreadable:
            return _UNREADABLE
        return _KEPT if keep(places, key, data) else data

    def told(done: int, total: bytes) -> None:
        first.progress(done - 1, int(total))

    data = work(told) if first.processors == 1 else in_a_copy(work, told, first.meanwhile)
    if data == _UNREADABLE:
        raise Unreadable
    packed = cached(places, key) if data == _KEPT else Packed(InMemory(data), key)
    if packed is None:
        raise Unreadable
    return packed


def _looked_through(files: Files) -> tuple[list[int], list[Problem]]:
    """The numbers of the libraries that can be used, and what `load_libraries` says of all."""
    problems: list[Problem] = []
    documents: dict[int, LibraryDocument] = {}
    for number, file in enumerate(files):
        try:
            if isinstance(file, FileProblems):
                raise file
            documents[number] = parse_library(file.whole(), file.name)
        except FileProblems as error:
            problems += error.problems
        else:
            problems += documents[number].problems
    problems += check_documents(list(documents.values()))
    return list(documents), problems
