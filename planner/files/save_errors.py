"""Why a file was not saved, as exceptions whose text is a sentence for the user."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from planner.files.reasons import reason, shown

StrPath: TypeAlias = str | os.PathLike[str]
"""A path as people and programs give it."""


class SaveError(Exception):
    """A file that could not be saved. What was there before is untouched, and no temporary file is left."""

    def __init__(self, path: StrPath, step: str, why: str) -> None:
        self.path = Path(path)
        self.step = step
        """What was being done: "writing"."""
        self.reason = why
        """Why it failed, as the end of a sentence: "the disk is full"."""
        super().__init__(path, step, why)

    def __str__(self) -> str:
        return (
            f"{shown(self.path)} was not saved: {self.reason} (while {self.step}). "
            "What was there before is unchanged. You can save it somewhere else."
        )


class AlreadyThereError(SaveError):
    """A new file that was to be made, but something of that name is there, and was left alone."""

    def __init__(self, path: StrPath) -> None:
        super().__init__(path, "making the file", "something of that name is there already")


class Change(Enum):
    """What happened to a file behind our back."""

    CHANGED = "was changed on disk by something else"
    DELETED = "was deleted or moved by something else"
    APPEARED = "was made by something else in the meantime"


class ChangedOnDisk(Exception):  # noqa: N818 - not an error of anybody, but a question to be asked
    """The file is not what it was when it was read; nothing was written."""

    def __init__(self, path: StrPath, change: Change, digest: str | None) -> None:
        self.path = Path(path)
        self.change = change
        self.digest = digest
        """The digest of what is there now, `None` if nothing is."""
        super().__init__(path, change, digest)

    def __str__(self) -> str:
        return f"{shown(self.path)} {self.change.value} since it was opened here. Nothing was written."


@contextmanager
def saving_step(path: StrPath, step: str, words: dict[int, str] | None = None) -> Iterator[None]:
    """Turn what the system refuses while something is being done into a sentence."""
    try:
        yield
    except OSError as error:
        known = (words or {}).get(error.errno or 0)
        raise SaveError(path, step, known or reason(error)) from error
    except ValueError:
        raise SaveError(path, step, "a path holds no NUL character and no broken letters") from None
