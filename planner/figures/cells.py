"""From layers of dots to character cells: braille, block elements, or plain letters."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from planner.figures.bitmap import Rows
from planner.figures.painting import Layer
from planner.figures.primitives import Role


class Script(StrEnum):
    """The characters that a picture is drawn with."""

    BRAILLE = "braille"
    """Two by four dots a cell; most fonts have it."""
    BLOCKS = "blocks"
    """Two by two blocks a cell, for fonts without braille."""
    ASCII = "ascii"
    """Letters and signs that every terminal has."""


class Size(NamedTuple):
    """The size of a picture in character cells."""

    columns: int
    rows: int


class Cell(NamedTuple):
    """One character cell, and what it shows; no role where it is empty."""

    character: str
    role: Role | None


Cells = tuple[tuple[Cell, ...], ...]
"""Rows of cells, all equally long."""


class Picture(NamedTuple):
    """A picture in character cells."""

    size: Size
    cells: Cells

    def __str__(self) -> str:
        """The characters alone, without roles; blanks at line ends are left out."""
        return "\n".join("".join(cell.character for cell in row).rstrip() for row in self.cells)


EMPTY = Cell(" ", None)

_STRENGTH = {Role.GHOST: 0, Role.PROP: 1, Role.FAR: 2, Role.BODY: 3, Role.ARROW: 4, Role.WORKING: 5}
"""Which role a cell takes where two have as many dots in it."""

_BRAILLE_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BRAILLE_ROWS = tuple(
    tuple(left * (bits & 1) + right * (bits >> 1) for bits in range(4)) for left, right in _BRAILLE_BITS
)


def to_cells(layers: Iterable[Layer], size: Size, script: Script) -> Cells:
    """Cells of a picture that was painted on a canvas for this size and script."""
    height = 2 if script is Script.BLOCKS else 4
    roles = merged(layers)
    return tuple(_row(roles, row * height, height, size.columns, script) for row in range(size.rows))


def merged(layers: Iterable[Layer]) -> dict[Role, Rows]:
    """All layers of each role as one."""
    roles: dict[Role, Rows] = {}
    for role, rows, _ in layers:
        known = roles.get(role)
        roles[role] = rows if known is None else [one | other for one, other in zip(known, rows, strict=True)]
    return roles


def _row(roles: dict[Role, Rows], top: int, height: int, columns: int, script: Script) -> tuple[Cell, ...]:
    patterns = [0] * columns
    most = [0] * columns
    owners: list[Role | None] = [None] * columns
    for role, rows in roles.items():
        lines = rows[top : top + height]
        used = 0
        for line in lines:
            used |= line
        while used:
            column = ((used & -used).bit_length() - 1) >> 1
            shift = column * 2
            used &= ~(3 << shift)
            bits = 0
            for line in reversed(lines):
                bits = bits << 2 | (line >> shift & 3)
            patterns[column] |= bits
            weight = bits.bit_count() * 8 + _STRENGTH[role]
            if weight > most[column]:
                most[column] = weight
                owners[column] = role
    table = _TABLES[script]
    return tuple(
        EMPTY if role is None else Cell(_sign(table[pattern], role), role)
        for pattern, role in zip(patterns, owners, strict=True)
    )


def _sign(sign: str, role: Role) -> str:
    if sign == "#":
        return _DENSE.get(role, sign)
    return _FLOOR.get(sign, sign) if role is Role.PROP else sign


def _braille_table() -> tuple[str, ...]:
    return tuple(
        chr(0x2800 + sum(_BRAILLE_ROWS[row][pattern >> 2 * row & 3] for row in range(4))) for pattern in range(256)
    )


_BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

_GLYPHS = {
    ".": ("......#.", ".......#", "....#...", ".....#..", "....#.#.", ".....#.#", "....#..#", ".....##."),
    "'": ("#.......", ".#......", "#.#.....", ".#.#....", "..#.....", "...#....", "#..#....", ".##....."),
    "-": ("..##....", "....##..", "..#..#..", "...##..."),
    "_": ("......##", "....####"),
    '"': ("##......", "####...."),
    "|": ("#.#.#.#.", ".#.#.#.#", "#.#.#...", ".#.#.#..", "..#.#.#.", "...#.#.#", "..#.#...", "...#.#.."),
    "/": (".#.##.#.", ".#.##...", "...##.#.", ".#.#.##.", ".##.#.#."),
    "\\": ("#.#..#.#", "#.#..#..", "#..#.#..", "..#..#.#", "#..#.#.#"),
    "#": ("########", "######..", "..######", "####.#.#", "#####.#.", "#.#.####", ".#.#####"),
}
"""How each sign looks on two by four dots, row by row; some in several places of the cell."""

_FLOOR = {'"': "-", "'": "-"}
"""What stands for the upper edge of a cell in a floor."""

_DENSE = {Role.ARROW: "*", Role.PROP: "=", Role.BODY: "o", Role.FAR: ":", Role.GHOST: ":"}
"""What stands for filled cells, where it is not `#`."""


def _letters_table() -> tuple[str, ...]:
    """For each pattern of dots the sign that looks most like it."""
    shapes = [
        (sum(1 << at for at, mark in enumerate(rows) if mark == "#"), sign)
        for sign, variants in _GLYPHS.items()
        for rows in variants
    ]
    return tuple(min(shapes, key=lambda shape: _difference(shape[0], pattern))[1] for pattern in range(256))


def _difference(shape: int, pattern: int) -> int:
    """How unlike two patterns are: dots that one has and the other does not have even nearby weigh more."""
    return (
        2 * (shape ^ pattern).bit_count()
        + (shape & ~_spread(pattern)).bit_count() * 3
        + (pattern & ~_spread(shape)).bit_count() * 3
    )


def _spread(pattern: int) -> int:
    sideways = (pattern & 0x55) << 1 | (pattern & 0xAA) >> 1
    return pattern | sideways | pattern << 2 & 0xFF | pattern >> 2


_TABLES: dict[Script, Sequence[str]] = {
    Script.BRAILLE: _braille_table(),
    Script.BLOCKS: _BLOCKS,
    Script.ASCII: _letters_table(),
}


class Run(NamedTuple):
    """Neighbouring cells of one role, or none."""

    text: str
    role: Role | None


def runs(row: Iterable[Cell]) -> tuple[Run, ...]:
    """A row as pieces of text of one role each: what a screen gives one style."""
    return tuple(
        Run("".join(cell.character for cell in cells), role) for role, cells in groupby(row, key=itemgetter(1))
    )


class Change(NamedTuple):
    """Cells that differ from those of another picture, from a column of a row on."""

    row: int
    column: int
    cells: tuple[Cell, ...]


NEAR = 3
"""Changes that are no further apart than this are one: moving the cursor costs more than these cells."""


def changes(before: Picture, after: Picture) -> tuple[Change, ...]:
    """What to draw anew to come from one picture to another of the same size."""
    found: list[Change] = []
    for number, (old, new) in enumerate(zip(before.cells, after.cells, strict=True)):
        if old == new:
            continue
        differing = [column for column, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
        start = last = differing[0]
        for column in differing[1:]:
            if column - last > NEAR + 1:
                found.append(Change(number, start, new[start : last + 1]))
                start = column
            last = column
        found.append(Change(number, start, new[start : last + 1]))
    return tuple(found)
