"""A library file that stays open, so that parts of it can be read when they are asked for."""

import zlib
from hashlib import sha256
from pathlib import Path

from planner.files.library_pieces import Unreadable
from planner.files.library_reading import LIBRARY_LIMIT
from planner.files.open_file import OpenFile
from planner.files.problems import FileProblems


def open_library(path: Path) -> "LibraryFile | FileProblems":
    """The file, or why it cannot be read."""
    try:
        return LibraryFile(path)
    except FileProblems as problems:
        return problems


class LibraryFile(OpenFile):
    """A library, and what it was when it was opened."""

    def __init__(self, path: Path) -> None:
        """Open it and take its digest. Raises FileProblems as `read_bytes` does."""
        super().__init__(str(path), LIBRARY_LIMIT)
        digest = sha256()
        for part in self.parts():
            digest.update(part)
        self.digest = digest.hexdigest()
        """The SHA-256 of all its bytes, as hexadecimal digits."""

    def whole(self) -> bytes:
        """All its bytes. Raises Unreadable where they are not what they were when it was opened."""
        try:
            data = self.read(0, LIBRARY_LIMIT + 1)
        except OSError:
            raise Unreadable from None
        if sha256(data).hexdigest() != self.digest:
            raise Unreadable
        return data

    def part(self, start: int, end: int, crc: int) -> bytes | None:
        """Some of its bytes; `None` where they have another CRC-32, or cannot be read any more."""
        try:
            data = self.read(start, end)
        except OSError:
            return None
        return data if zlib.crc32(data) == crc else None
