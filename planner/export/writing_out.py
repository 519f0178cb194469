"""Putting an export into a file: never half, never in the place of another file unasked, for its owner only."""

from pathlib import Path

from planner.export.registry import Format
from planner.export.scope import WHOLE_COURSE, Scope, ScopeKind
from planner.files.saving import Saved, create_exclusive
from planner.model import Plan
from planner.planning.identifiers import slug

LONGEST_NAME = 80
"""Characters of a file name before its ending."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789")}
)
"""Names that Windows takes for devices, whatever the ending."""


def file_name(plan: Plan, wanted: Format, scope: Scope = WHOLE_COURSE) -> str:
    """A name for an export: `acute-low-back-week-2.pdf`; small letters, digits and hyphens, whatever the title is."""
    parts = [slug(plan.title, "plan")]
    if scope.week is not None:
        parts.append(f"week-{scope.week}")
    if scope.day is not None:
        parts.append(scope.day.title.lower())
    if scope.kind is ScopeKind.SESSION and scope.slot:
        parts.append(slug(scope.slot, "session"))
    if wanted.id == "qr":
        parts.append("qr")
    stem = "-".join(parts)[:LONGEST_NAME].strip("-")
    return f"{'plan-' if stem in _RESERVED else ''}{stem}{wanted.suffix}"


def default_path(directory: Path, plan: Plan, wanted: Format, scope: Scope = WHOLE_COURSE) -> Path:
    """Where an export goes in a directory that the person has chosen: always right within it."""
    return directory / file_name(plan, wanted, scope)


def write_out(path: Path, data: bytes, *, force: bool = False) -> Saved:
    """Write an export, whole or not at all, with mode 0600.

    A file that is there is replaced only with `force`, and a symbolic link never. Raises AlreadyThereError, and
    SaveError for everything else that can go wrong.
    """
    return create_exclusive(path, data, force=force)
