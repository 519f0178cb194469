"""A plan and its file, as it is opened. How it is saved is in `plan_saving`, which opening does not need."""

import codecs
import os
from pathlib import Path
from typing import NamedTuple

from planner.files.digests import digest_of
from planner.files.plan_reading import parse_plan
from planner.files.problems import Problem
from planner.files.reading import read_bytes
from planner.files.reasons import not_writable
from planner.files.temporary import sweep
from planner.model import Library, Plan


class PlanFile(NamedTuple):
    """A plan file as it was when it was last read or written here."""

    path: Path
    plan: Plan
    text: str
    """The text that reads as `plan`, line ends included, without a byte order mark."""
    digest: str | None
    """The digest of its bytes on the disk; `None` where it has not been saved yet."""
    warnings: tuple[Problem, ...] = ()
    bom: bool = False
    newline: str = "\n"
    read_only: str | None = None
    """Why it cannot be saved, as the end of a sentence; `None` where it can."""
    notes: tuple[str, ...] = ()
    """What the user should know about the last save, as sentences."""
    older_format: int | None = None
    """The format of the text, where it is an older one than the program writes."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return (codecs.BOM_UTF8 if self.bom else b"") + self.text.encode()


def open_plan_file(
    path: str | os.PathLike[str], library: Library | None = None, *, read_only: bool = False
) -> PlanFile:
    """Read a plan file; with a library, its warnings tell which ids are not in it. Raises FileProblems.

    Temporary files that a dead process left beside it are removed.
    """
    data = read_bytes(path)
    document = parse_plan(data, os.fspath(path), library)
    target = Path(os.path.realpath(path))
    why = "it was opened read-only" if read_only else _why_read_only(target)
    if why is None:
        sweep(target)
    return PlanFile(
        path=Path(path),
        plan=document.plan,
        text=document.text,
        digest=digest_of(data),
        warnings=document.problems,
        bom=document.bom,
        newline=document.newline,
        read_only=why,
        older_format=document.migrated_from,
    )


def _why_read_only(target: Path) -> str | None:
    if why := not_writable(target):
        return why
    if why := not_writable(target.parent):
        return f"no file can be made in its directory: {why}"
    return None


def new_plan_file(path: str | os.PathLike[str], plan: Plan) -> PlanFile:
    """A plan that is to have a file, which is not there yet. Raises ValueError for a plan that no file can hold."""
    from planner.files.writing import write_plan

    return PlanFile(Path(path), plan, write_plan(plan), None)
