"""The journal of an open plan: every change is in it before the screen shows it, so that nothing typed is ever lost.

What has been written survives the end of the process, however it comes; a thread puts it on the disk as well (fsync),
at most once a second, for the case that the power is cut.
"""

import os
import time
from collections import deque
from contextlib import suppress
from pathlib import Path

from planner.files.background import Background
from planner.files.digests import digest_of
from planner.files.journal_file import JournalFile
from planner.files.journal_header import UNTITLED, header_for, key_of, write_field, write_header
from planner.files.journal_records import Kind, Record, pack
from planner.files.journal_text import PlanText
from planner.files.locations import private_directory
from planner.files.reasons import reason, shown
from planner.files.temporary import remove
from planner.model import Plan

COMPACT_AT = 4 << 20
"""Bytes after which the journal starts anew with what is needed of it."""

SYNC_PAUSE = 1.0
"""Seconds, at least, between two moments at which the journal is put on the disk."""


class Journal:
    """The journal of one open plan. It has a file from the first change on; without changes there is nothing to keep.

    No method raises anything: where the journal cannot be written, `trouble` says why, and every change tries again.
    All methods belong to one thread, and `emergency` to its signal handlers.
    """

    def __init__(self, directory: Path | None, path: Path | None, base: bytes | None, plan: Plan | None = None) -> None:
        """A journal in `directory` for the plan at `path`, which held the bytes `base` and was read as `plan`."""
        self.directory = directory
        self.trouble: str | None = None
        """Why the last change is not kept, as a sentence for the user; `None` while all is well."""
        self._told: set[str] = set()
        self._texts = PlanText()
        self._latest: Plan | None = None
        self._fields: dict[tuple[str, str], str] = {}
        self._file: JournalFile | None = None
        self._size = 0
        self._lost = False
        self._retired: deque[Path] = deque()
        self._background = Background(self._sync, SYNC_PAUSE)
        self._begin(path, base, plan)

    def _begin(self, path: Path | None, base: bytes | None, plan: Plan | None) -> None:
        self.path = path
        self._plan = plan
        self._last = b""
        """The last record of the plan."""
        self._unwritten = b""
        """A record of the plan that could not be written."""
        key = UNTITLED if path is None else key_of(path)
        self._name = f"{key}.{os.getpid()}.{os.urandom(8).hex()}"
        self._number = 0
        header = write_header(header_for(path, None if base is None else digest_of(base)))
        self._head = _record(Kind.HEADER, header) + (b"" if base is None else _record(Kind.BASE, base))

    def record(self, plan: Plan) -> None:
        """Keep the plan as it is now. Takes well under a millisecond for a plan of two dozen prescriptions."""
        self._latest = plan
        if self._write_plan(plan):
            self._afterwards()

    def record_field(self, dialog: str, field: str, text: str) -> None:
        """Keep the text of a field that is not in the plan yet."""
        self._fields[dialog, field] = text
        if self._append(_record(Kind.FIELD, write_field(dialog, field, text))):
            self._afterwards()

    def submit_fields(self) -> None:
        """The texts of all fields are in the plan now, or were given up."""
        if self._fields:
            self._fields.clear()
            if self._append(_record(Kind.SUBMITTED, b"")):
                self._afterwards()

    def emergency(self, plan: Plan | None = None) -> None:
        """Write what is not written yet, and put all of it on the disk now: the process is about to end.

        Safe in a signal handler: it calls the system directly, takes no lock and starts nothing.
        """
        with suppress(Exception):  # whatever is wrong, the handler that called has more to do
            if plan is not None:
                self._write_plan(plan)
            if self._file is not None:
                self._file.sync()

    def saved(self, path: Path, base: bytes, plan: Plan) -> None:
        """The plan is in its file now, as the bytes `base`: what the journal holds of it is no draft any more.

        Texts of fields, and a plan that has changed again while the other was being saved, are kept.
        """
        old, retired = self._file, self._retired
        self._file, self._retired = None, deque()
        self._begin(path, base, plan)
        kept = True
        if self._latest is not None and self._latest != plan:
            kept = self._write_plan(self._latest)
        elif self._fields:
            kept = self._append(b"")
        if kept:
            _discard(old, retired)
        elif old is not None:
            # What the old file holds is nowhere else. It goes as soon as the new one is on the disk.
            self._retired.extend([*retired, old.path])
            old.close()

    def close(self, *, delete: bool) -> None:
        """Let go of the journal: with `delete` there is nothing in it to keep, else it stays as a draft."""
        self._background.stop()
        if delete:
            _discard(self._file, self._retired)
        elif self._file is not None or self._unwritten:
            self._append(_record(Kind.CLOSED, b""))
            self.emergency()
        if self._file is not None:
            self._file.close()
        self._file = None

    def take_warning(self) -> str | None:
        """The trouble there is, if it has not been told before."""
        trouble = self.trouble
        if trouble is None or trouble in self._told:
            return None
        self._told.add(trouble)
        return trouble

    def _write_plan(self, plan: Plan) -> bool:
        if plan is self._plan:
            return False
        try:
            record = _record(Kind.PLAN, self._texts.write(plan).encode())
        except (ValueError, TypeError) as error:
            self.trouble = f"This change cannot be kept as a draft: {error}."
            return False
        self._unwritten = record
        if not self._append(b""):
            return False
        # Only now: a signal in between finds that the plan is not written yet, and writes it.
        self._plan = plan
        return True

    def _append(self, record: bytes) -> bool:
        """Write a record, after the plan where that could not be written before. Returns whether it could be done."""
        data = self._unwritten + record
        try:
            if self._file is None or self._lost:
                old, self._file, self._lost = self._file, self._new_file(data), False
                if old is not None:
                    old.close()
            else:
                self._file.append(data)
        except OSError as error:
            self._fail(error)
            return False
        self._last, self._unwritten = self._unwritten or self._last, b""
        self._size += len(data)
        self.trouble = None
        return True

    def _new_file(self, data: bytes) -> JournalFile:
        """A file with all that is needed to understand `data`. Raises OSError."""
        if self.directory is None:
            raise OSError(0, "there is no directory for it")
        if why := private_directory(self.directory):
            raise OSError(0, why)
        self._number += 1
        path = self.directory / f"{self._name}-{self._number}.journal"
        fields = b"".join(_record(Kind.FIELD, write_field(*name, text)) for name, text in self._fields.items())
        return JournalFile(path, self._head + (b"" if self._unwritten else self._last) + data + fields)

    def _afterwards(self) -> None:
        if self._size > COMPACT_AT:
            self._compact()
        self._background.wake()

    def _compact(self) -> None:
        """Go on in a new file. The old one is deleted when the new one is on the disk: there is always a whole one."""
        self._size = 0
        old = self._file
        try:
            self._file = self._new_file(b"")
        except OSError:  # the old one has to do a while longer
            return
        if old is not None:
            self._retired.append(old.path)
            old.close()

    def _sync(self) -> None:
        """In the thread: put the journal on the disk, and see whether it is still there."""
        retired = self._retired
        count, file = len(retired), self._file
        if file is None:
            return
        try:
            file.sync()
            file.sync_directory()
            if file.is_lost() and file is self._file:
                self._lost = True
        except OSError as error:
            if file is self._file:
                self._fail(error)
            return
        for _ in range(count):
            remove(retired.popleft())

    def _fail(self, error: OSError) -> None:
        place = "" if self.directory is None else f" ({shown(self.directory)})"
        self.trouble = f"Unsaved changes are not kept as a draft: {reason(error)}{place}. Save often."


def _record(kind: Kind, payload: bytes) -> bytes:
    return pack(Record(kind, time.time_ns() // 1_000_000, payload))


def _discard(file: JournalFile | None, retired: deque[Path]) -> None:
    for path in list(retired):
        remove(path)
    if file is not None:
        file.remove()
