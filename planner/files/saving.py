"""Saving a file so that it is never half-written, and never takes the place of what somebody else wrote.

The new bytes go to a temporary file in the same directory, are read back, get the attributes of the old file and are
put on the disk (fsync). Only then does the file take the name, in one step (rename), and the directory is put on the
disk as well. Why each step is there: Pillai and others, "All file systems are not created equal", OSDI 2014.
"""

import errno
import os
from contextlib import suppress
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from planner.files.attributes import Attributes, attributes_of, give, set_mode
from planner.files.digests import digest_of
from planner.files.directories import locked_directory, sync_directory
from planner.files.reasons import not_a_file, not_writable, shown
from planner.files.save_errors import AlreadyThereError, Change, ChangedOnDisk, SaveError, StrPath, saving_step
from planner.files.temporary import create, read_back, remove, sweep, write_all

NEW_FILE_MODE = 0o600
"""A new file can be read and written by its owner only."""

_CHUNK = 1 << 20
_LOOKING = "looking at what is there"
_READ = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NOCTTY


class Whatever(Enum):
    """The type of `ANY`."""

    ANY = "any"


ANY: Final = Whatever.ANY
"""As an expected digest: replace whatever is there, or nothing."""

Expected: TypeAlias = str | Literal[Whatever.ANY] | None
"""The digest of the bytes that the new ones may replace; `None` where there must be no file yet."""


class Saved(NamedTuple):
    """A file that is safely on the disk."""

    digest: str
    notes: tuple[str, ...] = ()
    """Sentences for the user: what could not be kept as it was."""


def digest_on_disk(path: StrPath) -> str | None:
    """The digest of what a file holds now, `None` where there is none. Raises SaveError where it cannot be read."""
    with saving_step(path, _LOOKING):
        existing = _look(path, Path(os.path.realpath(path)))
        return existing.digest if existing else None


def save_bytes(
    path: StrPath, data: bytes, *, expected: Expected = ANY, mode: int = NEW_FILE_MODE, durable: bool = True
) -> Saved:
    """Put `data` into a file, whole or not at all; symbolic links are followed and stay.

    `expected` says what may be replaced. An existing file keeps its permissions, owner and access list; a new one gets
    `mode`. With `durable`, the file is still there after a power cut as soon as this returns.

    Raises ChangedOnDisk where something else is there than expected, and SaveError for everything that can go wrong.
    """
    with saving_step(path, _LOOKING):
        target = Path(os.path.realpath(path))
        return _save(path, target, data, expected, mode, durable)


def create_exclusive(path: StrPath, data: bytes, *, force: bool = False, mode: int = NEW_FILE_MODE) -> Saved:
    """Make a new file of `data`, whole or not at all, in place of a file of that name only with `force`.

    A symbolic link at the path is never followed. Raises AlreadyThereError, and SaveError for everything else.
    """
    with saving_step(path, _LOOKING):
        given = Path(path)
        target = Path(os.path.realpath(given.parent), given.name)
        if target.is_symlink():
            if force:
                raise SaveError(path, _LOOKING, "it is a symbolic link, which is not replaced")
            raise AlreadyThereError(path)
        try:
            return _save(path, target, data, ANY if force else None, mode, durable=True)
        except ChangedOnDisk:
            raise AlreadyThereError(path) from None


class _Existing(NamedTuple):
    digest: str
    attributes: Attributes
    links: int


def _save(path: StrPath, target: Path, data: bytes, expected: Expected, mode: int, durable: bool) -> Saved:
    before = _look(path, target)
    _compare(path, before, expected)
    if before and (why := not_writable(target)):
        raise SaveError(path, _LOOKING, why)
    sweep(target)
    with saving_step(path, "making a temporary file beside it", {errno.ENOENT: "there is no such directory"}):
        descriptor, temporary = create(target)
    try:
        try:
            notes = _fill(path, descriptor, data, before, mode, durable)
        finally:
            with saving_step(path, "writing"):
                os.close(descriptor)
        notes += _publish(path, temporary, target, expected, durable)
    except BaseException:
        remove(temporary)
        raise
    return Saved(digest_of(data), notes)


def _look(path: StrPath, target: Path) -> _Existing | None:
    """What is at the target now. Raises OSError, and SaveError where it is no regular file."""
    try:
        if why := not_a_file(target.lstat().st_mode):  # before it is opened, which may wake a device
            raise SaveError(path, _LOOKING, why)
        descriptor = os.open(target, _READ)
    except FileNotFoundError:
        return None
    try:
        status = os.fstat(descriptor)
        if why := not_a_file(status.st_mode):
            raise SaveError(path, _LOOKING, why)
        return _Existing(_digest(descriptor), attributes_of(descriptor, status), status.st_nlink)
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _digest(descriptor: int) -> str:
    digest = sha256()
    while part := os.read(descriptor, _CHUNK):
        digest.update(part)
    return digest.hexdigest()


def _compare(path: StrPath, existing: _Existing | None, expected: Expected) -> None:
    found = existing.digest if existing else None
    if expected is ANY or found == expected:
        return
    if found is None:
        change = Change.DELETED
    else:
        change = Change.APPEARED if expected is None else Change.CHANGED
    raise ChangedOnDisk(path, change, found)


def _fill(
    path: StrPath, descriptor: int, data: bytes, before: _Existing | None, mode: int, durable: bool
) -> tuple[str, ...]:
    with saving_step(path, "writing"):
        write_all(descriptor, data)
    with saving_step(path, "reading it back"):
        if read_back(descriptor) != data:
            raise SaveError(path, "reading it back", "the disk gives back other bytes than were written")
    notes = give(descriptor, before.attributes) if before else set_mode(descriptor, mode)
    if durable:
        with saving_step(path, "putting it on the disk"):
            os.fsync(descriptor)
    if before and before.links > 1:
        notes += (f"{shown(path)} had another name (a hard link); that one keeps the old version.",)
    return notes


def _publish(path: StrPath, temporary: Path, target: Path, expected: Expected, durable: bool) -> tuple[str, ...]:
    with saving_step(path, "giving it its name"), locked_directory(target.parent) as directory:
        if expected is not ANY:
            # Once more: the disk may have been slow, and somebody else quick.
            _compare(path, _look(path, target), expected)
        if expected is None:
            _link(path, temporary, target)
        else:
            temporary.replace(target)
        return sync_directory(path, directory) if durable and directory is not None else ()


def _link(path: StrPath, temporary: Path, target: Path) -> None:
    """Give the file its name, in one step, only if nothing has that name."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise ChangedOnDisk(path, Change.APPEARED, None) from None
    except OSError:  # a disk without hard links; that nothing is there was seen a moment ago
        temporary.rename(target)
    else:
        remove(temporary)
