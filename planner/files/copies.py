"""Numbered copies beside a file: `back.1.toml`, `back.2.toml`, ...; never over anything."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from planner.files.reasons import shown
from planner.files.save_errors import AlreadyThereError, SaveError
from planner.files.saving import NEW_FILE_MODE, Expected, Saved, create_exclusive, save_bytes
from planner.files.temporary import LONGEST_NAME, remove, shortened

_MOST_COPIES = 10_000


class Copy(NamedTuple):
    """Bytes that are to be kept beside a file before that is replaced, and the beginning of a sentence about them."""

    data: bytes
    what: str


def numbered_copy(path: Path, data: bytes) -> Path:
    """Write `data` into a new file beside another, with the permissions of that. Returns it. Raises SaveError."""
    target = Path(os.path.realpath(path))
    try:
        mode = stat.S_IMODE(target.stat().st_mode) & 0o777
    except OSError:
        mode = NEW_FILE_MODE
    for number in range(1, _MOST_COPIES):
        ending = f".{number}{target.suffix}"
        copy = target.with_name(shortened(target.stem, LONGEST_NAME - len(os.fsencode(ending))) + ending)
        try:
            create_exclusive(copy, data, mode=mode)
        except AlreadyThereError:
            continue
        return copy
    raise SaveError(path, "keeping a copy", "there are too many numbered copies already")


def replace_keeping(path: Path, data: bytes, expected: Expected, copies: list[Copy]) -> Saved:
    """Save `data` as `save_bytes` does, and keep copies of what must not be lost by it; the notes tell where they are.

    Where anything fails, the copies are removed again: the file still is what it was. Raises as `save_bytes` does.
    """
    made: list[Path] = []
    try:
        for copy in copies:
            made.append(numbered_copy(path, copy.data))  # noqa: PERF401 - each is to be known at once
        done = save_bytes(path, data, expected=expected)
    except BaseException:
        for name in made:
            remove(name)
        raise
    notes = (f"{copy.what} is kept as {shown(name.name)}." for copy, name in zip(copies, made, strict=True))
    return Saved(done.digest, (*done.notes, *notes))
