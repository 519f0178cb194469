"""The plans opened lately: a short list in the state directory, for the dialog that opens one."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import tomli_w
from attrs import frozen

from planner.files.digests import digest_of
from planner.files.locations import private_directory
from planner.files.problems import FileProblems
from planner.files.reading import read_bytes
from planner.files.reasons import shown
from planner.files.save_errors import ChangedOnDisk, SaveError
from planner.files.saving import save_bytes
from planner.files.text import tidy

MOST = 20
"""Plans that are remembered."""

_TRIES = 5


@frozen
class Recent:
    """A plan that was opened lately."""

    path: Path
    title: str
    opened: dt.datetime
    """When it was opened last."""


def recent_plans(file: Path | None) -> tuple[Recent, ...]:
    """The plans opened lately that are still there, the latest first. Never raises."""
    return tuple(item for item in _read(file)[0] if _is_there(item.path))


def remember(file: Path | None, path: Path, title: str, *, now: dt.datetime | None = None) -> str | None:
    """Put a plan at the head of the list. Returns a sentence where that fails; never raises."""
    place = Path(os.path.abspath(path))  # noqa: PTH100 - links are to stay as they are
    moment = now or dt.datetime.now().astimezone()

    def change(items: tuple[Recent, ...]) -> tuple[Recent, ...]:
        others = (item for item in items if item.path != place)
        return (Recent(place, tidy(title), moment.replace(microsecond=0)), *others)[:MOST]

    return _change(file, change)


def forget(file: Path | None, path: Path) -> str | None:
    """Take a plan off the list. Returns a sentence where that fails; never raises."""
    return _change(file, lambda items: tuple(item for item in items if item.path != path))


def _change(file: Path | None, change: Callable[[tuple[Recent, ...]], tuple[Recent, ...]]) -> str | None:
    if file is None:
        return "The list of recent plans is not kept: there is no directory for it."
    if why := private_directory(file.parent):
        return f"The list of recent plans is not kept: {why} ({shown(file.parent)})."
    why = "other sessions keep changing it"
    for _ in range(_TRIES):  # another session may change it at the same time
        items, digest = _read(file)
        try:
            save_bytes(file, _write(change(items)), expected=digest, durable=False)
        except ChangedOnDisk:
            continue
        except UnicodeEncodeError:
            return "The name of this plan cannot be kept in the list of recent plans."
        except SaveError as error:
            why = error.reason
            break
        return None
    return f"The list of recent plans is not kept: {why} ({shown(file)})."


def _read(file: Path | None) -> tuple[tuple[Recent, ...], str | None]:
    import tomli

    if file is None:
        return (), None
    try:
        data = read_bytes(file)
    except FileProblems:
        return (), None
    try:
        entries = tomli.loads(data.decode(errors="surrogateescape")).get("plan")
    except (ValueError, RecursionError):  # a damaged list is begun anew
        entries = None
    read = map(_entry, entries if isinstance(entries, list) else [])
    return tuple(item for item in read if item is not None), digest_of(data)


def _entry(entry: object) -> Recent | None:
    if not isinstance(entry, dict):
        return None
    path, title, opened = entry.get("path"), entry.get("title"), entry.get("opened")
    if not isinstance(path, str) or not isinstance(title, str) or not isinstance(opened, dt.datetime):
        return None
    return Recent(Path(path), title, opened if opened.tzinfo else opened.astimezone())


def _write(items: tuple[Recent, ...]) -> bytes:
    entries = [{"path": str(item.path), "title": item.title, "opened": item.opened} for item in items]
    return tomli_w.dumps({"plan": entries}).encode(errors="surrogateescape")


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
