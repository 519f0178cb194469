"""A directory in which a file is about to take its name: locked for that moment, and put on the disk after it."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from planner.files.reasons import reason, shown
from planner.files.save_errors import StrPath

_PATIENCE = 2.0
"""Seconds to wait for another process that is replacing a file in the same directory at this moment."""
_PAUSE = 0.002
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF})
"""How network drives say that they know no fsync of directories."""


@contextmanager
def locked_directory(directory: Path) -> Iterator[int | None]:
    """The open directory, locked against other processes of this program that replace a file there.

    Gives its descriptor, or `None` where the directory may be written but not read. Raises OSError.
    """
    try:
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except PermissionError:
        yield None
        return
    try:
        _lock(descriptor)
        yield descriptor
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Wait for the lock for a while; without it, the comparison just before the rename has to do."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return
            time.sleep(_PAUSE)
        except OSError:
            return
        else:
            return


def sync_directory(path: StrPath, directory: int) -> tuple[str, ...]:
    """Put the names in a directory on the disk. Returns a sentence for the user where that failed; never raises."""
    try:
        os.fsync(directory)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            return (f"{shown(path)} is saved, but the disk did not confirm it: {reason(error)}.",)
    return ()
