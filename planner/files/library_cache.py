"""Indexes of large libraries, kept in the cache directory: a library is read whole once, and then only in parts.

An index is found by a key that tells all that it was made of: the digests of the files, their names and this program.
So nothing in the cache is ever out of date, and whatever is damaged there is simply made again.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from planner import __version__
from planner.files.library_index import INDEX_FORMAT, DamagedIndex, Packed
from planner.files.library_rows import to_json
from planner.files.locations import Locations, private_directory
from planner.files.open_file import OpenFile
from planner.files.problems import FileProblems
from planner.files.save_errors import SaveError
from planner.files.saving import save_bytes

MOST_KEPT = 6
"""Indexes that are kept; those that were not used for longest go first."""

_LIMIT = 64 << 20
_ENDING = ".json"


def key_of(files: Iterable[tuple[str, str]]) -> str:
    """The key of libraries that are used together: their names, with the digest of each or why it cannot be read."""
    return sha256(to_json([INDEX_FORMAT, __version__, *files]).encode(errors="surrogateescape")).hexdigest()


def cached(places: Locations, key: str) -> Packed | None:
    """The index of this key, where there is a good one. Never raises."""
    directory = _directory(places)
    if directory is None:
        return None
    path = directory / f"{key}{_ENDING}"
    try:
        packed = Packed(OpenFile(str(path), _LIMIT), key)
    except (FileProblems, DamagedIndex):
        return None
    with suppress(OSError):
        os.utime(path)
    return packed


def keep(places: Locations, key: str, data: bytes) -> bool:
    """Keep an index for the next start; whether that was possible. Never raises: without it, starts take longer."""
    directory = _directory(places)
    if directory is None or private_directory(directory) is not None:
        return False
    try:
        save_bytes(directory / f"{key}{_ENDING}", data, durable=False)
    except SaveError:
        return False
    with suppress(OSError):
        kept = sorted(directory.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[MOST_KEPT:]:
            path.unlink()
    return True


def _directory(places: Locations) -> Path | None:
    return places.cache and places.cache / "libraries"
