"""How a plan is saved into its file: with all that a person wrote into it, and never over what others wrote."""

import os
from pathlib import Path

from planner.files.copies import Copy, numbered_copy, replace_keeping
from planner.files.digests import digest_of
from planner.files.plan_file import PlanFile
from planner.files.plan_reading import PlanDocument, parse_plan
from planner.files.preserving import Rewritten, rewrite
from planner.files.problems import FileProblems
from planner.files.reading import read_bytes
from planner.files.reasons import shown
from planner.files.save_errors import Change, ChangedOnDisk, SaveError
from planner.files.saving import digest_on_disk
from planner.model import Plan

_THEIRS = 64 << 20
"""Bytes of somebody else's version that are copied before it is replaced."""


def changed_on_disk(file: PlanFile) -> bool:
    """Whether the file is another one than was read or written here: changed, deleted, made, or not readable now."""
    try:
        return digest_on_disk(file.path) != file.digest
    except SaveError:
        return True


def save_plan_file(file: PlanFile, plan: Plan, *, force: bool = False) -> PlanFile:
    """Save a plan into its file, with only the lines changed that have to. A plan that is saved already writes nothing.

    Where the file cannot be followed and has to be written anew as a whole, the old one stays beside it as a numbered
    copy. With `force`, so does what somebody else has written into it in the meantime; `notes` tell of it.

    Raises ChangedOnDisk where that has happened without `force`, and SaveError for everything else. After either,
    nothing has been changed.
    """
    if file.read_only:
        raise SaveError(file.path, "opening it", file.read_only)
    now = digest_on_disk(file.path)
    if now != file.digest and not force:
        raise ChangedOnDisk(file.path, _change(file.digest, now), now)
    if plan == file.plan and now == file.digest and now is not None:
        return file._replace(notes=())
    rewritten = _rewrite(file, plan)
    saved = file._replace(plan=plan, text=rewritten.text, older_format=None)
    warnings = _read_again(saved).problems
    copies = []
    if now not in (None, file.digest):
        copies.append(_theirs(file))
        now = digest_of(copies[0].data)
    if rewritten.whole and file.digest is not None:
        copies.append(_old_version(file, rewritten))
    done = replace_keeping(file.path, saved.data, now, copies)
    return saved._replace(digest=done.digest, warnings=warnings, notes=done.notes)


def save_plan_as(file: PlanFile, plan: Plan, path: str | os.PathLike[str], *, force: bool = False) -> PlanFile:
    """Save a plan into another file, with the comments of the first, and go on with that one.

    Raises ChangedOnDisk where there is a file of that name; with `force`, that one becomes a numbered copy.
    """
    return save_plan_file(file._replace(path=Path(path), digest=None, read_only=None), plan, force=force)


def save_copy(file: PlanFile, plan: Plan) -> Path:
    """Write a plan into a new file beside its own, `back.1.toml`, `back.2.toml`, ..., and leave its own alone.

    Raises SaveError.
    """
    copy = file._replace(plan=plan, text=_rewrite(file, plan).text)
    _read_again(copy)
    return numbered_copy(file.path, copy.data)


def _change(expected: str | None, now: str | None) -> Change:
    if now is None:
        return Change.DELETED
    return Change.APPEARED if expected is None else Change.CHANGED


def _rewrite(file: PlanFile, plan: Plan) -> Rewritten:
    try:
        return rewrite(file.text, file.plan, plan)
    except ValueError as error:
        raise SaveError(file.path, "writing the text", str(error)) from None


def _read_again(file: PlanFile) -> PlanDocument:
    """Make sure, before anything is replaced, that the bytes read as the plan. Raises SaveError."""
    step = "checking the text"
    try:
        document = parse_plan(file.data, os.fspath(file.path))
    except FileProblems as problems:
        raise SaveError(file.path, step, f"it could not be opened again: {problems.problems[0].sentence}") from None
    if document.plan != file.plan:
        raise SaveError(file.path, step, "the text would read as another plan")
    return document


def _theirs(file: PlanFile) -> Copy:
    """What somebody else has put in the place of the file. Raises SaveError."""
    try:
        theirs = read_bytes(file.path, _THEIRS)
    except FileProblems as problems:
        raise SaveError(file.path, "keeping what is there", problems.problems[0].sentence) from None
    return Copy(theirs, f"What somebody else had put in {shown(file.path)}")


def _old_version(file: PlanFile, rewritten: Rewritten) -> Copy:
    why = rewritten.reason or "it could not be edited"
    note = f"{shown(file.path)} was written anew, without its comments and layout, because {why}. The old version"
    return Copy(file.data, note)
