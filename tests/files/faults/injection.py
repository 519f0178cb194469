"""Make the n-th call of a function of `os` or `fcntl` fail, for real: the shape of SQLite's own tests."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

DISK = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)
ACCESS = (errno.EACCES, errno.EPERM, errno.EROFS)
LIMITS = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
UNSUPPORTED = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
NETWORK = (errno.ESTALE, errno.ETIMEDOUT)

SENSIBLE: dict[str, tuple[int, ...]] = {
    "access": (errno.EIO,),
    "close": (errno.EIO, errno.ENOSPC, errno.EDQUOT),
    "fchmod": (*ACCESS, *UNSUPPORTED, errno.EIO),
    "fchown": (*ACCESS, *UNSUPPORTED, errno.EIO),
    "flock": (errno.ENOLCK, errno.EINTR, *UNSUPPORTED),
    "fstat": (errno.EIO, errno.ENOMEM, *NETWORK),
    "fsync": (*DISK, *UNSUPPORTED),
    "getxattr": (errno.EACCES, errno.ENODATA, errno.ENOTSUP, errno.EIO, errno.ERANGE),
    "link": (*DISK, *ACCESS, *UNSUPPORTED, errno.EEXIST, errno.EMLINK, errno.EXDEV),
    "listdir": (errno.EACCES, errno.EIO, errno.ENOMEM, errno.ESTALE),
    "listxattr": (errno.EACCES, errno.ENOTSUP, errno.EIO),
    "open": (*DISK, *ACCESS, *LIMITS, *NETWORK, errno.EINTR, errno.ELOOP, errno.ENOENT, errno.ENAMETOOLONG),
    "pread": (errno.EIO, errno.ENOMEM, *NETWORK),
    "read": (errno.EIO, errno.EISDIR, errno.ENOMEM, *NETWORK),
    "readlink": (errno.EACCES, errno.EIO),
    "removexattr": (errno.EACCES, errno.ENODATA, errno.ENOTSUP),
    "rename": (*DISK, *ACCESS, errno.EBUSY, errno.EXDEV, errno.ENOENT, errno.ESTALE),
    "replace": (*DISK, *ACCESS, errno.EBUSY, errno.EXDEV, errno.ENOENT, errno.ESTALE),
    "setxattr": (errno.EACCES, errno.EPERM, errno.ENOSPC, errno.ENOTSUP),
    "stat": (errno.EACCES, errno.EIO, errno.ENOMEM, errno.ELOOP, *NETWORK),
    "statvfs": (errno.EIO, errno.ENOSYS),
    "unlink": (errno.EACCES, errno.EIO, errno.EROFS, errno.ESTALE),
    "write": (*DISK, errno.ENOMEM, errno.EINTR, errno.ESTALE),
}
"""Each call that saving makes, and the errors that the manual pages give for it (sections 2 and 3 of Linux)."""


class Fault:
    """One call that fails once. `fired` says whether it was reached."""

    def __init__(self, call: str, number: int, code: int) -> None:
        self.call, self.number, self.code = call, number, code
        self.seen = 0

    @property
    def fired(self) -> bool:
        return self.seen >= self.number

    def __str__(self) -> str:
        return f"{self.call} number {self.number}: {errno.errorcode[self.code]}"

    def wrap(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*arguments: Any, **options: Any) -> Any:
            self.seen += 1
            if self.seen != self.number:
                return original(*arguments, **options)
            if self.call == "close":  # the system closes a descriptor even where it reports an error
                original(*arguments, **options)
            if self.call == "access":  # it does not raise, it says no
                return False
            raise OSError(self.code, os.strerror(self.code))

        return failing


def module_of(call: str) -> ModuleType:
    return fcntl if call == "flock" else os


@contextmanager
def injected(fault: Fault) -> Iterator[Fault]:
    """Let one call fail while the block runs."""
    module = module_of(fault.call)
    original = getattr(module, fault.call)
    setattr(module, fault.call, fault.wrap(original))
    try:
        yield fault
    finally:
        setattr(module, fault.call, original)


def faults(prepare: Callable[[], Callable[[], None]], most: int | None = None) -> Iterator[Fault]:
    """Every sensible fault of what `prepare` prepares: each call, each error, n = 1, 2, ... until none is reached.

    With `most`, only so many errors of each call. `prepare` returns what is to be done, anew for each fault; that must
    not let `OSError` through.
    """
    for call, codes in SENSIBLE.items():
        if not hasattr(module_of(call), call):
            continue
        for code in codes[:most]:
            number = 1
            while True:
                action = prepare()
                with injected(Fault(call, number, code)) as fault:
                    action()
                if not fault.fired:
                    break
                yield fault
                number += 1
