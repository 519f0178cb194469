"""Who keeps a journal, and for which file: its first record, and its name."""

import os
import re
import time
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import tomli_w

from planner.files.processes import host_name, start_time, terminal_name, user_name

JOURNAL_FORMAT = 1
"""The version of the journal that this program writes."""

UNTITLED = "untitled"
"""The first part of the name of the journal of a plan that has never had a file."""

NAME = re.compile(r"([0-9a-f]{16}|untitled)\.([0-9]{1,10})\.([0-9a-f]{16})-([0-9]{1,6})\.journal")
"""The name of a journal: the file it is for, the process, the session, and a number that grows as it starts anew."""


class Header(NamedTuple):
    """Who keeps a journal, since when (seconds since 1970), and what the file was when it was opened."""

    path: Path | None
    """The plan's file as the person named it, made absolute; `None` for a plan that has never had one."""
    digest: str | None
    """The digest of the file as it was opened, `None` where there was none."""
    pid: int
    started: str | None
    """When the process started, see `processes.start_time`."""
    host: str
    user: str
    terminal: str
    since: int


def header_for(path: Path | None, digest: str | None) -> Header:
    """The header of a journal that this process begins now."""
    pid = os.getpid()
    place = None if path is None else Path(os.path.abspath(path))  # noqa: PTH100 - links are to stay as they are
    return Header(place, digest, pid, start_time(pid), host_name(), user_name(), terminal_name(), int(time.time()))


def write_header(header: Header) -> bytes:
    """A header as TOML. Bytes of a path that are no text are written as they are."""
    data: dict[str, object] = {
        "format": JOURNAL_FORMAT,
        "path": None if header.path is None else str(header.path),
        "digest": header.digest,
        "pid": header.pid,
        "started": header.started,
        "host": header.host,
        "user": header.user,
        "terminal": header.terminal,
        "since": header.since,
    }
    known = {key: value for key, value in data.items() if value is not None}
    return tomli_w.dumps(known).encode(errors="surrogateescape")


def read_header(payload: bytes) -> Header | None:
    """The header that these bytes hold, or `None` where they hold none that this version can read."""
    import tomli

    try:
        data = tomli.loads(payload.decode(errors="surrogateescape"))
    except ValueError:
        return None
    if data.get("format") != JOURNAL_FORMAT or not isinstance(data.get("pid"), int):
        return None
    path = data.get("path")
    return Header(
        path=Path(path) if isinstance(path, str) else None,
        digest=_text(data, "digest") or None,
        pid=data["pid"],
        started=_text(data, "started") or None,
        host=_text(data, "host"),
        user=_text(data, "user"),
        terminal=_text(data, "terminal"),
        since=data["since"] if isinstance(data.get("since"), int) else 0,
    )


def write_field(dialog: str, field: str, text: str) -> bytes:
    """The text of a field that is not in the plan yet, as TOML."""
    return tomli_w.dumps({"dialog": dialog, "field": field, "text": text}).encode(errors="replace")


def read_field(payload: bytes) -> tuple[str, str, str] | None:
    """The dialog, the field and its text, or `None` where these bytes hold none."""
    import tomli

    try:
        data = tomli.loads(payload.decode())
    except ValueError:
        return None
    return _text(data, "dialog"), _text(data, "field"), _text(data, "text")


def _text(data: dict[str, object], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def key_of(path: str | os.PathLike[str]) -> str:
    """What stands for a file in the names of journals and locks: 16 hexadecimal digits of its real path's SHA-256."""
    return sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:16]
