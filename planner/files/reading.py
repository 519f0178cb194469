"""The bytes of a file, read without ever waiting for a pipe or a device, and no more of them than a cap."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.files.problems import file_problem
from planner.files.reasons import not_a_file, reason

PLAN_LIMIT = 1 << 20
"""A plan file may have at most 1 MiB: sixty times a plan of 140 prescriptions."""


def read_bytes(path: str | os.PathLike[str], limit: int = PLAN_LIMIT) -> bytes:
    """Everything in a regular file of at most `limit` bytes; symbolic links are followed.

    Raises FileProblems for anything else: no such file, no permission, a directory, a pipe, a device, too large.
    """
    name = os.fspath(path)
    with readable(name):
        descriptor = open_regular(name, limit)
        try:
            return b"".join(parts_of(descriptor, name, limit))
        finally:
            os.close(descriptor)


@contextmanager
def readable(name: str) -> Iterator[None]:
    """What the system says against reading a file, as FileProblems."""
    try:
        yield
    except OSError as error:
        raise file_problem(name, f"cannot be read: {reason(error)}") from None
    except ValueError:
        raise file_problem(name, "cannot be read: a path holds no NUL character and no broken letters") from None


def open_regular(name: str, limit: int) -> int:
    """The descriptor of a regular file of at most `limit` bytes. Raises FileProblems, OSError and ValueError."""
    _refuse_irregular(name, Path(name).stat().st_mode)
    # Between that look at its kind and this moment a pipe may have taken the name: opening must not wait for a writer.
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        status = os.fstat(descriptor)
        _refuse_irregular(name, status.st_mode)
        refuse_oversized(name, status.st_size, limit)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def parts_of(descriptor: int, name: str, limit: int) -> Iterator[bytes]:
    """All that an open file holds, part by part. Raises OSError, and FileProblems for more than `limit` bytes."""
    size = 0
    # Files of /proc, and files that grow, give more than their size says: read to one byte past the limit.
    while size <= limit and (part := os.read(descriptor, min(limit + 1 - size, 1 << 18))):
        size += len(part)
        yield part
    refuse_oversized(name, size, limit)


def _refuse_irregular(name: str, mode: int) -> None:
    words = not_a_file(mode)
    if words:
        raise file_problem(name, f"cannot be read: {words}")


def refuse_oversized(name: str, size: int, limit: int) -> None:
    """Raise FileProblems where a file is larger than its kind may be."""
    if size > limit:
        raise file_problem(name, f"has {_size(size)}", f"at most {_size(limit)}")


def _size(size: int) -> str:
    if size % (1 << 20) == 0 and size:
        return f"{size >> 20} MiB"
    return f"{size:,} bytes"
