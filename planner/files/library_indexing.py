"""Making the index of libraries: every exercise is read, strictly, and let go of again."""

import zlib
from collections.abc import Iterator, Sequence

from attrs import frozen

from planner.files.collecting import Collector
from planner.files.fields import Table
from planner.files.first_time import Progress
from planner.files.forking import side_by_side
from planner.files.library_facts import Found, check_facts, columns_of, starter_sizes
from planner.files.library_index import Content, Head, Place, pack
from planner.files.library_pieces import Block, Pieces, Unreadable, figure_in, pieces_of, rest_of, text_of, values_of
from planner.files.library_reading import MOST_VALUES, join, read_frame
from planner.files.library_references import Reference
from planner.files.library_rows import Row, decoded, encoded, rows_of
from planner.files.problems import Problem
from planner.files.toml_limits import check_limits
from planner.model import Library
from planner.planning.filters import IndexedSource, indexed_source
from planner.planning.text_columns import text_columns

_JOB = 250
"""Exercises that are read at a time."""


@frozen
class LibraryBytes:
    """A library file that is to be used."""

    number: int
    """Which it is of all files, those included that cannot be used."""
    name: str
    data: bytes


@frozen
class _Opened:
    """A file in pieces, and what it says beside its exercises and figures."""

    number: int
    """Which it is of the files that are used."""
    data: bytes
    pieces: Pieces
    frame: Library
    references: Sequence[Reference]

    def piece(self, block: Block) -> bytes:
        return self.data[block.start : block.end]

    def place(self, block: Block) -> Place:
        return Place(self.number, block.start, block.end, zlib.crc32(self.piece(block)))


@frozen
class _Job:
    """Exercises of one file that are read together."""

    opened: _Opened
    blocks: Sequence[Block]


def index_libraries(
    key: str,
    files: Sequence[LibraryBytes],
    progress: Progress,
    *,
    known: Sequence[Problem] | None = None,
    processors: int | None = None,
) -> bytes:
    """The index of libraries that are used together, the later ones adding to and overriding the earlier ones.

    `key` tells what it is of. `known` are the problems of files that were read before: then none are looked for. Raises
    Unreadable where reading in pieces will not do, and, unless problems are known, where there is any.
    """
    tolerant = known is not None
    opened = [_open(number, file, tolerant=tolerant) for number, file in enumerate(files)]
    library = join([each.frame for each in opened])
    figures = {name: place for each in opened for name, place in _figures(each, tolerant=tolerant)}
    sources = tuple(map(indexed_source, library.sources))
    found = list(_read(opened, sources, progress, tolerant=tolerant, processors=processors))
    if not tolerant:
        references = [reference for each in opened for reference in each.references]
        check_facts(found, [source for each in opened for source in each.frame.sources], references, figures)
    # Of two with one id the later is used, in the place of the earlier.
    used = list({each.row.id: each for each in found}.values())
    head = Head(
        files=[file.number for file in files],
        rest=[each.place(block) for each in opened for block in each.pieces.rest],
        figures=figures,
        starter_sizes=starter_sizes(used),
        problems=known or (),
    )
    return _packed(key, head, used)


def _open(number: int, file: LibraryBytes, *, tolerant: bool) -> _Opened:
    if not tolerant and _may_be_too_much(file.data):
        raise Unreadable
    pieces = pieces_of(file.data)
    text, values = rest_of(file.data, pieces)
    collector = Collector()
    references: list[Reference] = []
    frame = read_frame(Table(values, (), collector), references)
    check_limits(text, values, collector)
    if not tolerant and collector.entries:
        raise Unreadable
    return _Opened(number, file.data, pieces, frame.library, references)


def _may_be_too_much(data: bytes) -> bool:
    """Whether a file could have more values, tables or lines than `refuse_masses` and `read_toml` allow."""
    # Every value brings one of these signs, and some stand in texts.
    signs = len(data) - len(data.translate(None, b"=[{,"))
    return signs > MOST_VALUES or data.count(b"\n[") > MOST_VALUES // 5 or data.count(b"\n") > MOST_VALUES * 2


def _read(
    opened: Sequence[_Opened],
    sources: Sequence[IndexedSource],
    progress: Progress,
    *,
    tolerant: bool,
    processors: int | None,
) -> Iterator[Found]:
    """All exercises, in the order of the files."""
    jobs = [
        _Job(each, each.pieces.exercises[first : first + _JOB])
        for each in opened
        for first in range(0, len(each.pieces.exercises), _JOB)
    ]

    def work(job: _Job) -> bytes:
        try:
            return encoded(rows_of(map(job.opened.piece, job.blocks), sources, tolerant=tolerant))
        except Unreadable:
            return b""

    results: dict[int, list[Row]] = {}
    done, total = 0, sum(len(job.blocks) for job in jobs)
    progress(done, total)
    for number, result in side_by_side(work, jobs, processors):
        if not result:
            raise Unreadable
        results[number] = decoded(result)
        done += len(jobs[number].blocks)
        progress(done, total)
    for number, job in enumerate(jobs):
        for block, row in zip(job.blocks, results.pop(number), strict=True):
            yield Found(job.opened.number, block, row)


def _figures(opened: _Opened, *, tolerant: bool) -> Iterator[tuple[str, Place]]:
    """Where the figures of a file are."""
    for name, block in opened.pieces.figures.items():
        text = text_of(opened.piece(block))
        values = values_of(text)
        collector = Collector()
        check_limits(text, values, collector)
        if not isinstance(figure_in(values, name), dict) or (collector.entries and not tolerant):
            raise Unreadable
        yield name, opened.place(block)


def _packed(key: str, head: Head, used: Sequence[Found]) -> bytes:
    by_position = sorted(range(len(used)), key=lambda place: used[place].row.position)
    order = [0] * len(used)
    for number, place in enumerate(by_position):
        order[place] = number
    found = [used[place] for place in by_position]
    content = Content(
        head=head,
        columns=columns_of([each.row for each in found]),
        places=[Place(each.file, each.block.start, each.block.end, each.row.sum) for each in found],
        order=order,
        ids=[each.row.id for each in found],
        texts=text_columns(each.row.searched for each in found),
        shown=[each.row.shown for each in found],
    )
    return pack(key, content)
