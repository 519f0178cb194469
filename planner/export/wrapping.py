"""Text broken into lines by the columns it takes in a terminal, where letters of East Asia take two."""

from collections.abc import Iterable, Iterator

from planner.files.text import width


def wrapped(text: str, columns: int, first: str = "", later: str | None = None) -> list[str]:
    """The lines of a text, the first one after `first`, the others after `later` (spaces of the same width).

    Words are kept whole, but for those that are longer than a line.
    """
    later = " " * width(first) if later is None else later
    lines: list[str] = []
    line, used, empty = first, width(first), True
    for word in _pieces(text.split(), columns - max(width(first), width(later))):
        takes = width(word)
        if not empty and used + 1 + takes > columns:
            lines.append(line.rstrip())
            line, used, empty = later, width(later), True
        line += word if empty else f" {word}"
        used += takes if empty else takes + 1
        empty = False
    lines.append(line.rstrip())
    return lines


def _pieces(words: Iterable[str], room: int) -> Iterator[str]:
    """Words, and pieces of those that do not fit into a line."""
    room = max(room, 2)
    for word in words:
        piece, used = "", 0
        if width(word) <= room:
            yield word
            continue
        for character in word:
            takes = width(character)
            if used + takes > room:
                yield piece
                piece, used = "", 0
            piece += character
            used += takes
        yield piece
