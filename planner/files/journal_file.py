"""One file of a journal: made for its owner only, locked while its session lives, only ever appended to."""

import errno
import fcntl
import os
from contextlib import suppress
from pathlib import Path

from planner.files.temporary import remove, write_all

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC


class JournalFile:
    """An open file of a journal. The lock tells other sessions that it is in use; it ends with the process."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Make a new file that begins with `data`. Raises OSError, and then leaves no file."""
        self.path = path
        self._descriptor = os.open(path, _FLAGS, 0o600)
        self._directory_synced = False
        try:
            with suppress(OSError):  # a disk without locks: the process id tells whether the session lives
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            write_all(self._descriptor, data)
        except BaseException:
            self.remove()
            raise

    def append(self, data: bytes) -> None:
        """Add to the end, in one call to the system as long as that takes all of it. Raises OSError."""
        write_all(self._descriptor, data)

    def sync(self) -> None:
        """Put what was written on the disk. Raises OSError, also where another thread has let go of the file."""
        descriptor = self._descriptor
        if descriptor < 0:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        os.fsync(descriptor)

    def sync_directory(self) -> None:
        """Put the name on the disk, once. Raises OSError."""
        if not self._directory_synced:
            descriptor = os.open(self.path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            self._directory_synced = True

    def is_lost(self) -> bool:
        """Whether somebody has deleted the file. Raises OSError."""
        return os.fstat(self._descriptor).st_nlink == 0

    def remove(self) -> None:
        """Delete the file, then let go of it: nobody is to see it without its lock. Never raises."""
        remove(self.path)
        self.close()

    def close(self) -> None:
        """Let go of the file. Never raises; may be called twice."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor < 0:
            return
        with suppress(OSError):
            # By hand, because a thread that is in the middle of fsync keeps the file, and with it the lock.
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        with suppress(OSError):
            os.close(descriptor)
