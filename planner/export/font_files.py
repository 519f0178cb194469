"""The fonts that printed sheets bring with them, and which characters they have."""

from functools import cache
from pathlib import Path
from struct import unpack_from

FOLDER = Path(__file__).parent / "fonts"
"""Noto Sans for Latin, Greek and Cyrillic letters, with mathematical and other signs; OFL.txt is its licence."""

FAMILIES = ("Noto Sans", "Noto Sans Math", "Noto Sans Symbols2")

_FULL_REPERTOIRE = (3, 10)
"""The subtable for all of Unicode (OpenType specification, "cmap"): platform and encoding."""


@cache
def characters() -> frozenset[int]:
    """The code points for which there is a glyph."""
    return frozenset(point for path in sorted(FOLDER.glob("*.ttf")) for point in _characters(path.read_bytes()))


def _characters(font: bytes) -> list[int]:
    tables = {font[at : at + 4]: unpack_from(">L", font, at + 8)[0] for at in range(12, 12 + 16 * _short(font, 4), 16)}
    cmap = tables[b"cmap"]
    for at in range(cmap + 4, cmap + 4 + 8 * _short(font, cmap + 2), 8):
        if unpack_from(">HH", font, at) == _FULL_REPERTOIRE:
            return _groups(font, cmap + unpack_from(">L", font, at + 4)[0])
    return []


def _short(font: bytes, at: int) -> int:
    return int.from_bytes(font[at : at + 2], "big")


def _groups(font: bytes, at: int) -> list[int]:
    """The characters of a subtable of format 12: groups of a first and a last one."""
    groups = (unpack_from(">LL", font, at + 16 + 12 * number) for number in range(unpack_from(">L", font, at + 12)[0]))
    return [point for first, last in groups for point in range(first, last + 1)]
