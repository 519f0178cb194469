"""Who has a plan open, as a lock file says it, and as a message tells it."""

import datetime as dt
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import tomli_w

from planner.files.processes import host_name, start_time, terminal_name, user_name
from planner.files.temporary import write_all
from planner.files.text import clean

_LONGEST = 1 << 16


class Holder(NamedTuple):
    """The session that has a plan open. What it has not said is `None` or empty."""

    pid: int | None = None
    started: str | None = None
    """When the process started, see `processes.start_time`."""
    host: str = ""
    user: str = ""
    terminal: str = ""
    since: dt.datetime | None = None
    """When it opened the plan, in local time."""
    path: str = ""

    @property
    def who(self) -> str:
        """Process, terminal and computer: `process 4242 on pts/3`."""
        process = "a process" if self.pid is None else f"process {self.pid}"
        terminal = f" on {clean(self.terminal.removeprefix('/dev/'))}" if self.terminal else ""
        host = f" of {clean(self.host)}" if self.host and self.host != host_name() else ""
        user = f" ({clean(self.user)})" if self.user and self.user != user_name() else ""
        return f"{process}{terminal}{host}{user}"

    def idle(self, now: float | None = None) -> float | None:
        """Seconds since somebody last typed at its terminal, to within some eight; `None` where it cannot be told."""
        if not self.terminal or self.host != host_name():
            return None
        try:
            typed = Path(self.terminal).stat().st_atime
        except (OSError, ValueError):
            return None
        return max(0.0, (time.time() if now is None else now) - typed)

    def sentence(self, now: dt.datetime | None = None) -> str:
        """Who has the plan open, where, since when and how long idle, as a sentence for the user."""
        moment = now or dt.datetime.now().astimezone()
        since = f", since {_clock(self.since, moment)}" if self.since else ""
        idle = self.idle(moment.timestamp())
        quiet = f", nobody has typed there for {_length(idle)}" if idle is not None and idle >= 60 else ""
        return f"This plan is open in another session: {self.who}{since}{quiet}."


def this_session(path: Path) -> Holder:
    """What this process says of itself."""
    pid = os.getpid()
    now = dt.datetime.now().astimezone()
    place = os.path.abspath(path)  # noqa: PTH100 - links are to stay as they are
    return Holder(pid, start_time(pid), host_name(), user_name(), terminal_name(), now, place)


def write_holder(descriptor: int, holder: Holder) -> None:
    """Write who has it into an open lock file. Raises OSError."""
    data = {
        "pid": holder.pid,
        "started": holder.started,
        "host": holder.host,
        "user": holder.user,
        "terminal": holder.terminal,
        "since": holder.since,
        "path": holder.path,
    }
    text = tomli_w.dumps({key: value for key, value in data.items() if value is not None})
    os.ftruncate(descriptor, 0)
    write_all(descriptor, text.encode(errors="surrogateescape"))


def read_holder(path: Path) -> Holder:
    """What a lock file says. A file that says nothing yet gives a holder of whom nothing is known. Never raises."""
    import tomli

    data: dict[str, object] = {}
    with suppress(OSError, ValueError):
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            data = tomli.loads(file.read(_LONGEST).decode(errors="surrogateescape"))
    pid, started, since = data.get("pid"), data.get("started"), data.get("since")
    return Holder(
        pid=pid if isinstance(pid, int) else None,
        started=started if isinstance(started, str) else None,
        host=str(data.get("host", "")),
        user=str(data.get("user", "")),
        terminal=str(data.get("terminal", "")),
        since=since if isinstance(since, dt.datetime) else None,
        path=str(data.get("path", "")),
    )


def _clock(moment: dt.datetime, now: dt.datetime) -> str:
    local = moment.astimezone()
    today = local.date() == now.astimezone().date()
    return f"{local:%H:%M} today" if today else f"{local:%H:%M} on {local.day} {local:%B %Y}"


def _length(seconds: float) -> str:
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        number = int(seconds // size)
        if number:
            return f"{number} {unit}{'' if number == 1 else 's'}"
    return "less than a minute"
