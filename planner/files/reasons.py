"""Why the system refused, in words that a person can act on."""

import errno
import os
import stat

from planner.files.text import clean

_REASONS = {
    errno.EACCES: "permission is denied",
    errno.EBUSY: "it is in use by the system and cannot be replaced",
    errno.EDQUOT: "your disk quota is used up",
    errno.EEXIST: "something of that name is there already",
    errno.EFBIG: "it would be larger than this system lets files be",
    errno.EINTR: "the system interrupted it",
    errno.EIO: "the disk or the network reports an error",
    errno.EISDIR: "it is a directory, not a file",
    errno.ELOOP: "its symbolic links go round in a circle",
    errno.EMFILE: "this program has too many files open",
    errno.EMLINK: "it has too many links",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.ENFILE: "the system has too many files open",
    errno.ENODEV: "the disk is not there any more",
    errno.ENOENT: "there is no such file or directory",
    errno.ENOMEM: "there is not enough memory",
    errno.ENOSPC: "the disk is full",
    errno.ENOTDIR: "a part of the path is not a directory",
    errno.ENXIO: "the disk is not there any more",
    errno.EPERM: "the system does not permit it",
    errno.EROFS: "the disk is read-only",
    errno.ESTALE: "the network drive no longer knows it",
    errno.ETIMEDOUT: "the network drive does not answer",
    errno.ETXTBSY: "it is in use as a program",
    errno.EXDEV: "it lies on another disk",
}

_KINDS = (
    (stat.S_ISDIR, "it is a directory, not a file"),
    (stat.S_ISFIFO, "it is a named pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
    (stat.S_ISLNK, "its symbolic links go round in a circle"),
)


def reason(error: OSError) -> str:
    """Why a call to the system failed, as the end of a sentence: "the disk is full"."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    words = clean(error.strerror or str(error)) or "the system gives no reason"
    return words[:1].lower() + words[1:]


def not_a_file(mode: int) -> str | None:
    """What stands at a path instead of a regular file, as the end of a sentence; `None` for a regular file."""
    if stat.S_ISREG(mode):
        return None
    return next((words for is_kind, words in _KINDS if is_kind(mode)), "it is not an ordinary file")


def not_writable(path: str | os.PathLike[str]) -> str | None:
    """Why an existing file or directory may not be written, as the end of a sentence; `None` where it may.

    Nothing is opened, so that no program that watches the file is woken.
    """
    if os.access(path, os.W_OK):
        return None
    try:
        read_only = bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError as error:
        return reason(error)
    return "the disk is read-only" if read_only else "its permissions do not let you write to it"


def shown(path: str | os.PathLike[str]) -> str:
    """A path as it may be printed: control characters and bytes that are no text stand as escapes."""
    return clean(os.fspath(path))
