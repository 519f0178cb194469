"""Which plan is open in which session: a lock that the kernel frees when its process ends, with words about who has it.

The lock files are in the state directory, so that nothing appears beside the plan. The locks only keep two sessions of
one user from working against each other unknowingly; that no save overwrites another is not their business.
"""

import fcntl
import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planner.files.holders import Holder, read_holder, this_session, write_holder
from planner.files.journal_header import key_of
from planner.files.locations import private_directory
from planner.files.processes import host_name, is_running
from planner.files.reasons import reason, shown

PATIENCE = 5.0
"""Seconds that another session gets to save its draft and to end."""

_PAUSE = 0.02
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


class Lock:
    """That this session has a plan open. `warning` says why others may not notice."""

    def __init__(self, path: Path | None, descriptor: int, warning: str | None = None) -> None:
        self.warning = warning
        """A sentence for the user where the lock could not be taken, and nobody else is known to have it."""
        self._path = path
        self._descriptor = descriptor

    @property
    def is_held(self) -> bool:
        """Whether other sessions will notice."""
        return self._descriptor >= 0

    def release(self) -> None:
        """The plan is not open here any more. Never raises; may be called twice."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor < 0:
            return
        if self._path is not None:
            with suppress(OSError):
                # Deleted while it is held: who opens it now and gets the lock sees that it has no name any more.
                self._path.unlink()
        with suppress(OSError):
            os.close(descriptor)


class TakeOver(NamedTuple):
    """What came of taking a plan over from another session."""

    lock: Lock | None
    """The lock, if this session has it now."""
    sentence: str
    """What happened, for the user."""


def acquire(directory: Path | None, path: str | os.PathLike[str]) -> Lock | Holder:
    """Take the lock of a plan, or find out who has it. Never waits, never raises."""
    if directory is None:
        return _without("there is no directory for locks")
    if why := private_directory(directory):
        return _without(f"{why} ({shown(directory)})")
    try:
        place = directory / f"{key_of(path)}.lock"
        descriptor = _open_locked(place)
    except OSError as error:
        return _without(reason(error))
    except ValueError:
        return _without("its name cannot be used")
    if descriptor is None:
        return read_holder(place)
    with suppress(OSError):  # others see that somebody has it, though not who
        write_holder(descriptor, this_session(Path(path)))
    return Lock(place, descriptor)


def _without(why: str) -> Lock:
    warning = f"It cannot be told whether this plan is open in another session as well: {why}."
    return Lock(None, -1, warning)


def _open_locked(path: Path) -> int | None:
    """The descriptor of the locked file, or `None` where another has it. Raises OSError."""
    while True:
        descriptor = os.open(path, _FLAGS, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still_there(path, descriptor):
                return descriptor
        except BlockingIOError:
            os.close(descriptor)
            return None
        except BaseException:
            os.close(descriptor)
            raise
        # The one who had it has deleted the file between our two calls: once more, with the new one.
        os.close(descriptor)


def _is_still_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def take_over(
    directory: Path | None, path: str | os.PathLike[str], holder: Holder, *, patience: float = PATIENCE
) -> TakeOver:
    """Ask the session that has a plan open to end, and wait at most `patience` seconds until it has.

    It gets SIGTERM, at which it saves its draft and ends; the draft can then be found. Only a process of this user on
    this computer that is still the one that took the lock is asked. Never raises.
    """
    if why := _cannot_ask(holder):
        return TakeOver(None, why)
    with suppress(ProcessLookupError):  # it has ended by itself in this moment
        try:
            os.kill(holder.pid or 0, signal.SIGTERM)
        except PermissionError:
            return TakeOver(None, f"The session cannot be ended: {holder.who} belongs to another user.")
    until = time.monotonic() + patience
    while True:
        found = acquire(directory, path)
        if isinstance(found, Lock):
            return TakeOver(
                found, f"The other session ({holder.who}) has kept its unsaved changes as a draft and ended."
            )
        if found.pid not in (None, holder.pid):
            return TakeOver(None, f"In the meantime another session has opened the plan: {found.who}.")
        if time.monotonic() >= until:
            return TakeOver(None, f"The other session ({holder.who}) does not end. You can open the plan read-only.")
        time.sleep(_PAUSE)


def _cannot_ask(holder: Holder) -> str | None:
    if holder.pid is None or holder.pid <= 1 or holder.pid == os.getpid():
        return "It is not known which process has the plan open."
    if holder.host != host_name():
        return f"The other session runs on another computer ({holder.host}) and has to be ended there."
    if not is_running(holder.pid, holder.started):
        return "The other session is not the process that it was; try to open the plan again."
    return None
