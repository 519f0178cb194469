"""Temporary files beside the file they are to replace: made, filled, read back, and swept when their writer died."""

import fcntl
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from planner.files.processes import is_running

LONGEST_NAME = 255
"""Bytes in the longest file name of the usual file systems."""

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_PATTERN = re.compile(r"(\..*)(\.([0-9]{1,10})\.[0-9a-f]{16}\.tmp)", re.DOTALL)
_CHUNK = 1 << 20


def temporary_name(name: str) -> str:
    """A name for a new temporary file: `.<name>.<process id>.<16 hexadecimal digits>.tmp`, never too long."""
    ending = f".{os.getpid()}.{os.urandom(8).hex()}.tmp"
    return _beginning(name, ending) + ending


def _beginning(name: str, ending: str) -> str:
    return "." + shortened(name, LONGEST_NAME - 1 - len(ending))


def shortened(name: str, room: int) -> str:
    """As much of a file name as fits into so many bytes, cut between characters: some disks refuse half of one."""
    whole = os.fsencode(name)
    return name if len(whole) <= room else whole[:room].decode(errors="ignore")


def create(target: Path) -> tuple[int, Path]:
    """Make a temporary file for `target`, in its directory, readable by its owner only, and locked while it is open.

    Returns its descriptor and its path. Raises OSError.
    """
    path = target.with_name(temporary_name(target.name))
    descriptor = os.open(path, _FLAGS, 0o600)
    with suppress(OSError):  # only a help to `sweep`, which goes by the process id as well
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return descriptor, path


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`, in as many calls as it takes. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def read_back(descriptor: int) -> bytes:
    """All bytes of an open file, from its start. Raises OSError."""
    parts: list[bytes] = []
    position = 0
    while part := os.pread(descriptor, _CHUNK, position):
        parts.append(part)
        position += len(part)
    return b"".join(parts)


def remove(path: Path) -> None:
    """Take a temporary file away, trying twice where the system refuses once. Never raises."""
    for _ in range(2):
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue
        return


def sweep(target: Path) -> int:
    """Remove the temporary files that dead processes left for `target`. Returns how many; never raises.

    A file is stale when no process of its number runs here and nobody holds the lock that its writer keeps for as long
    as it is open: the writer may be in another container, or on another computer that shares the directory.
    """
    count = 0
    with suppress(OSError):
        for name in os.listdir(target.parent):  # noqa: PTH208 - names will do, and there may be thousands
            match = _PATTERN.fullmatch(name)
            if match and match[1] == _beginning(target.name, match[2]) and not is_running(int(match[3])):
                count += _remove_stale(target.with_name(name))
    return count


def _remove_stale(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        return _is_abandoned(descriptor) and _unlink(path)
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _is_abandoned(descriptor: int) -> bool:
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid():
            return False
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk without locks: the process id has to do
        return True
    return True


def _unlink(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
