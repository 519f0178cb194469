"""From the files of journals to drafts: which belong together, whether their session lives, what they hold."""

import datetime as dt
import fcntl
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from planner.files.journal_header import NAME, Header, read_field, read_header
from planner.files.journal_records import Kind, Record, unpack
from planner.files.processes import host_name, is_running

LARGEST = 64 << 20
"""Bytes of a journal that are read: sixteen times as many as one has when it starts anew."""


@frozen
class FieldText:
    """Text that was in a field of a dialog when the session ended, and is not in the plan."""

    dialog: str
    field: str
    text: str


@frozen
class Journalled:
    """What a journal that no session keeps any more holds."""

    files: tuple[Path, ...]
    header: Header
    base: bytes | None
    text: str | None
    """The last plan, as TOML; `None` where only texts of fields were kept."""
    fields: tuple[FieldText, ...]
    when: dt.datetime
    """When the last record was written, in local time."""


def abandoned(directory: Path, key: str | None = None) -> list[Journalled]:
    """What the journals in a directory hold whose sessions have ended; with a `key`, only those for that file.

    Never raises; what cannot be read is left alone.
    """
    found = []
    for files in _sessions(directory, key):
        session = _read(files)
        if session is not None:
            found.append(session)
    return found


def _sessions(directory: Path, key: str | None) -> list[list[Path]]:
    """The files of each session, newest first."""
    sessions: dict[str, list[tuple[int, Path]]] = {}
    with suppress(OSError):
        for path in directory.iterdir():
            match = NAME.fullmatch(path.name)
            if match and key in (None, match[1]):
                sessions.setdefault(f"{match[1]}.{match[2]}.{match[3]}", []).append((int(match[4]), path))
    return [[path for _, path in sorted(files, reverse=True)] for files in sessions.values()]


def _read(files: list[Path]) -> Journalled | None:
    """What the newest useful file of a session holds, unless the session lives."""
    newest: Journalled | None = None
    for path in files:
        data, locked = _content(path)
        if locked:
            return None
        records = list(unpack(data))
        header = next((read_header(record.payload) for record in records if record.kind is Kind.HEADER), None)
        if header is None:
            continue
        if _lives(header) and not any(record.kind is Kind.CLOSED for record in records):
            return None
        newest = newest or _journalled(tuple(files), header, records)
    return newest


def _content(path: Path) -> tuple[bytes, bool]:
    """The bytes of a journal of this user, and whether its session has it locked."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return b"", False
    with os.fdopen(descriptor, "rb") as file, suppress(OSError):
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid():
            return b"", False
        try:
            # Shared, so that two sessions that look for drafts do not take each other for the one that keeps it.
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return b"", True
        except OSError:  # a disk without locks: the process id has to do
            pass
        return file.read(LARGEST), False
    return b"", False


def _lives(header: Header) -> bool:
    return header.host == host_name() and is_running(header.pid, header.started)


def _journalled(files: tuple[Path, ...], header: Header, records: Iterable[Record]) -> Journalled | None:
    base: bytes | None = None
    text: str | None = None
    fields: dict[tuple[str, str], str] = {}
    time = header.since * 1000
    for record in records:
        time = max(time, record.time)
        if record.kind is Kind.BASE:
            base = record.payload
        elif record.kind is Kind.PLAN:
            text = record.payload.decode(errors="replace")
        elif record.kind is Kind.FIELD and (field := read_field(record.payload)):
            fields[field[0], field[1]] = field[2]
        elif record.kind is Kind.SUBMITTED:
            fields.clear()
    if text is None and not fields:
        return None
    texts = tuple(FieldText(*name, value) for name, value in fields.items())
    when = dt.datetime.fromtimestamp(time / 1000).astimezone()
    return Journalled(files, header, base, text, texts, when)
