"""A library file in pieces that can be read one by one: each exercise, each figure, and the rest.

A piece begins with a header at the beginning of a line and ends before the next one. That such a line is a header, and
not part of a text or a list, need not be known: a piece that ends within one is not TOML. If all pieces are TOML, all
of them end between two statements, and together they say what the file says.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence

import tomli
from attrs import frozen

from planner.files.toml_limits import is_refused

_KEY = rb"[ \t]*+([A-Za-z0-9_\-]++)[ \t]*+"
_HEADER = re.compile(
    rb"^[ \t]*+\[(\[)?" + _KEY + rb"(?:\." + _KEY + rb"(?:\.[^\]\n,]*+)?)?\]\]?[ \t]*+(?:#[^\n]*+)?\r?$", re.MULTILINE
)


class Unreadable(Exception):  # noqa: N818 - it is no fault: the file is read in another way
    """A file that is not what its pieces seem to say, or of which there is something to be said."""


@frozen
class Block:
    """A part of a file, in bytes."""

    start: int
    end: int


@frozen
class Pieces:
    """The parts of a library file."""

    exercises: Sequence[Block]
    """In the order of the file."""
    figures: Mapping[str, Block]
    """By name."""
    rest: Sequence[Block]
    """All else, as few blocks as can be."""


def pieces_of(data: bytes) -> Pieces:
    """Where the pieces of a library file are. Raises Unreadable where a figure is in two places."""
    exercises: list[Block] = []
    figures: dict[str, Block] = {}
    rest: list[Block] = []
    start, kind, name = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0, b"", b""

    def end_piece(end: int) -> None:
        block = Block(start, end)
        if kind == b"exercise":
            exercises.append(block)
        elif kind != b"figure":
            rest.append(block)
        elif figures.setdefault(name.decode(), block) != block:
            raise Unreadable

    for at, now, of in _beginnings(data):
        if now != b"exercise" and (now, of) == (kind, name):
            continue
        end_piece(at)
        start, kind, name = at, now, of
    end_piece(len(data))
    return Pieces(exercises, figures, rest)


def _beginnings(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Where headers begin pieces, what of, and the name of a figure."""
    for match in _HEADER.finditer(data):
        double, kind, name = match.groups()
        if kind == b"exercise" and not name and double:
            yield match.start(), kind, b""
        elif kind == b"figure" and name:
            yield match.start(), kind, name
        elif kind != b"exercise":
            yield match.start(), b"", b""


def text_of(piece: bytes) -> str:
    """The text of a piece, as it is parsed. Raises Unreadable."""
    try:
        return piece.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Unreadable from None


def values_of(text: str) -> dict[str, object]:
    """What a piece says. Raises Unreadable."""
    if is_refused(text):
        raise Unreadable
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError, MemoryError):
        raise Unreadable from None


def exercise_in(values: dict[str, object]) -> dict[str, object]:
    """The one exercise that a piece consists of. Raises Unreadable."""
    items = values.get("exercise")
    if len(values) != 1 or not isinstance(items, list) or len(items) != 1:
        raise Unreadable
    exercise: dict[str, object] = items[0]
    return exercise


def figure_in(values: dict[str, object], name: str) -> object:
    """The one figure that a piece consists of. Raises Unreadable."""
    figures = values.get("figure")
    if len(values) != 1 or not isinstance(figures, dict) or list(figures) != [name]:
        raise Unreadable
    return figures[name]


def rest_of(data: bytes, pieces: Pieces) -> tuple[str, dict[str, object]]:
    """All of a file but its exercises and figures: the text, and what it says. Raises Unreadable."""
    texts = [text_of(data[block.start : block.end]) for block in pieces.rest]
    if len(texts) > 1:
        for text in texts:
            values_of(text)
    text = "".join(texts)
    values = values_of(text)
    if "exercise" in values or "figure" in values:
        raise Unreadable
    return text, values
