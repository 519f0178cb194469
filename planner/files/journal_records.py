"""The records of a journal: framed and checksummed, so that a torn one is noticed, and readable by people.

A record is a line `%planner <kind> <milliseconds since 1970> <bytes> <CRC-32>` and that many bytes of TOML or of text.
"""

import re
import zlib
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_FRAME = re.compile(rb"\n%planner ([a-z]+) ([0-9]{1,15}) ([0-9]{1,9}) ([0-9a-f]{8})\n")


class Kind(StrEnum):
    """What a record holds."""

    HEADER = "header"
    """Who keeps the journal, for which file: TOML."""
    BASE = "base"
    """The bytes of the file as it was opened."""
    PLAN = "plan"
    """The whole plan as it is now, as canonical TOML."""
    FIELD = "field"
    """Text in a field of a dialog that is not in the plan yet: TOML."""
    SUBMITTED = "submitted"
    """The texts of all fields are in the plan now, or were given up: empty."""
    CLOSED = "closed"
    """Its session has let go of the journal, and left it as a draft: empty."""


_KINDS = {kind.value.encode(): kind for kind in Kind}


class Record(NamedTuple):
    """One record: what it is, when it was written (milliseconds since 1970), and its bytes."""

    kind: Kind
    time: int
    payload: bytes


def pack(record: Record) -> bytes:
    """A record as bytes. It begins with a line end, so that one after a torn record begins a line as well."""
    frame = b"%s %d %d" % (record.kind.value.encode(), record.time, len(record.payload))
    return b"\n%%planner %s %08x\n%s" % (frame, zlib.crc32(record.payload, zlib.crc32(frame)), record.payload)


def unpack(data: bytes) -> Iterator[Record]:
    """Every whole record in the bytes of a journal. What is torn or changed is passed over."""
    at = 0
    while match := _FRAME.search(data, at):
        end = match.end() + int(match[3])
        payload = data[match.end() : end]
        frame = match[0][len(b"\n%planner ") : -len(b" 00000000\n")]
        whole = end <= len(data) and zlib.crc32(payload, zlib.crc32(frame)) == int(match[4], 16)
        kind = _KINDS.get(match[1])
        if whole and kind:
            yield Record(kind, int(match[2]), payload)
        # The record after a torn one begins somewhere in what the torn one says are its bytes.
        at = end if whole else match.end() - 1
