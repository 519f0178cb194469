"""A file that stays open, so that parts of it can be read when they are needed."""

import os
from collections.abc import Iterator
from contextlib import suppress

from planner.files.reading import open_regular, parts_of, readable


class OpenFile:
    """The file that had this name when it was opened. A program that puts a new one in its place changes nothing."""

    def __init__(self, name: str, limit: int) -> None:
        """Raises FileProblems as `read_bytes` does."""
        self.name = name
        self._limit = limit
        with readable(name):
            self._descriptor = open_regular(name, limit)

    def __del__(self) -> None:
        with suppress(OSError, AttributeError):
            os.close(self._descriptor)

    def parts(self) -> Iterator[bytes]:
        """All of it, part by part, once. Raises FileProblems."""
        with readable(self.name):
            yield from parts_of(self._descriptor, self.name, self._limit)

    def read(self, start: int, end: int) -> bytes:
        """Some of its bytes, or as many of them as there are. Raises OSError."""
        parts: list[bytes] = []
        while start < end and (part := os.pread(self._descriptor, end - start, start)):
            parts.append(part)
            start += len(part)
        return b"".join(parts)
