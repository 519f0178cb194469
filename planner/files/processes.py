"""Which process is which: whether it runs, since when, who runs it and where."""

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path


def is_running(pid: int, started: str | None = None) -> bool:
    """Whether a process of this number runs on this computer, and is the one that was `started` then.

    Numbers are given out again; a process that started at another moment is another one. Where the moment cannot be
    told (no /proc), the number alone has to do. Never raises.
    """
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # not permitted: it runs, as somebody else
        pass
    except OverflowError:
        return False
    now = start_time(pid)
    return started is None or now is None or now == started


def start_time(pid: int) -> str | None:
    """When a process started, as an opaque text that tells it from others: boot id and clock ticks since the boot.

    From field 22 of /proc/<pid>/stat, see proc_pid_stat(5). `None` where there is no /proc.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except (OSError, ValueError):
        return None
    # The name of the program stands in brackets and may hold anything, brackets and spaces included.
    fields = stat[stat.rfind(b")") + 1 :].split()
    return f"{_boot()}:{fields[19].decode()}" if len(fields) > 19 else None


@lru_cache(maxsize=1)
def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_bytes().decode().strip()
    except (OSError, ValueError):
        return ""


def user_name() -> str:
    """The name of the user who runs this program, or the number where there is no name."""
    with suppress(ImportError, KeyError):
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    return str(os.getuid())


def host_name() -> str:
    """The name of this computer."""
    return os.uname().nodename


def terminal_name() -> str:
    """The terminal that this program is used from (`/dev/pts/3`), or nothing."""
    for descriptor in (0, 1, 2):
        with suppress(OSError):
            return os.ttyname(descriptor)
    return ""
