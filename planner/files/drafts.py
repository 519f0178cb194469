"""Drafts: what sessions that have ended had not saved. They are offered, never applied or deleted unasked."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from planner.files.draft_reading import FieldText, Journalled, abandoned
from planner.files.journal import Journal
from planner.files.journal_header import Header, key_of
from planner.files.plan_reading import parse_plan
from planner.files.problems import FileProblems
from planner.files.reading import read_bytes
from planner.files.reasons import reason, shown
from planner.model import Library, Plan

EXPIRY = dt.timedelta(days=30)
"""After this time a draft that says the same as its file is deleted. One that says something else is kept for ever."""


@frozen
class Draft:
    """A plan as it was when its session ended, and differs from its file. Left alone, it is offered again."""

    path: Path | None
    """The file of the plan; `None` for a plan that has never had one."""
    plan: Plan | None
    """`None` where this version of the program cannot read the draft; `text` has all of it."""
    text: str
    """The plan as TOML."""
    problem: str
    """Why `plan` is `None`."""
    when: dt.datetime
    """The moment of the last change, in local time."""
    header: Header
    """Who kept it: process, terminal, user, computer; and the digest of the file that it started from."""
    fields: tuple[FieldText, ...]
    base: bytes | None
    """The file that it started from: the common ancestor, if the file has changed since."""
    files: tuple[Path, ...]

    @property
    def digest(self) -> str | None:
        """The digest of the file that it started from, `None` where there was none."""
        return self.header.digest


def find_drafts(
    directories: Iterable[Path],
    path: Path | None = None,
    library: Library | None = None,
    *,
    now: dt.datetime | None = None,
) -> tuple[Draft, ...]:
    """The drafts of sessions that have ended and that differ from their file, the latest first.

    With a `path`, only those for this file; else all, those of plans without a file among them. Drafts that say the
    same as their file are not offered, and after thirty days they are deleted. Never raises.
    """
    key = None if path is None else key_of(path)
    moment = now or dt.datetime.now().astimezone()
    found = []
    for directory in directories:
        for journalled in abandoned(directory, key):
            draft = _draft(journalled, library)
            if not _is_in_file(draft):
                found.append(draft)
            elif moment - draft.when > EXPIRY:
                throw_away(draft)
    return tuple(sorted(found, key=lambda draft: draft.when, reverse=True))


def restore(draft: Draft, journal: Journal) -> bool:
    """Hand the plan of a draft and the texts of its fields over to the journal of this session.

    The draft is deleted as soon as the journal is on the disk. Returns whether that is so; if not, nothing is lost: the
    draft stays, and `journal.trouble` says why.
    """
    if draft.plan is None and draft.text:
        return False
    for field in draft.fields:
        journal.record_field(field.dialog, field.field, field.text)
    journal.emergency(draft.plan)
    if journal.trouble is not None:
        return False
    throw_away(draft)
    return True


def throw_away(draft: Draft) -> str | None:
    """Delete a draft. Returns a sentence where that fails."""
    for path in draft.files:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            return f"The draft cannot be deleted: {reason(error)} ({shown(path)})."
    return None


def _draft(found: Journalled, library: Library | None) -> Draft:
    data = (found.base or b"") if found.text is None else found.text.encode()
    plan: Plan | None = None
    problem = ""
    try:
        plan = parse_plan(data, "draft", library).plan
    except FileProblems as problems:
        problem = str(problems)
    text = data.decode(errors="replace")
    path, header = found.header.path, found.header
    return Draft(path, plan, text, problem, found.when, header, found.fields, found.base, found.files)


def _is_in_file(draft: Draft) -> bool:
    """Whether the file says the same as the draft."""
    if draft.path is None or draft.plan is None or draft.fields:
        return False
    try:
        return parse_plan(read_bytes(draft.path), "plan").plan == draft.plan
    except FileProblems:
        return False
