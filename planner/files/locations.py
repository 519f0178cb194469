"""Every place on the disk that the program uses by itself, and what is done where such a place cannot be used.

Linux and the BSDs: the XDG Base Directory Specification 0.8; macOS: ~/Library. The directories are made when they are
first needed, for their owner only.
"""

import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from planner.files.reasons import not_writable, reason, shown

APPLICATION = "planner"
"""The name of the directories."""

PRIVATE = 0o700
"""Nobody but the owner sees into them: plans say where somebody has pain."""


class Locations(NamedTuple):
    """Where things are. `state` is `None` where drafts and locks cannot be kept at all."""

    config: Path | None
    state: Path | None
    cache: Path | None
    warnings: tuple[str, ...] = ()
    """Sentences for the user: which place or file cannot be used, and what follows from it."""

    def warned(self, sentences: Sequence[str]) -> "Locations":
        """The same places, with more to be told."""
        return self._replace(warnings=(*self.warnings, *sentences))

    @property
    def settings(self) -> Path | None:
        """The user's settings."""
        return self.config and self.config / "config.toml"

    @property
    def libraries(self) -> Path | None:
        """The user's own libraries: `*.toml` files that add to the built-in one."""
        return self.config and self.config / "libraries"

    @property
    def journals(self) -> Path | None:
        """The drafts of plans that are open, or were open when a process died."""
        return self.state and self.state / "journal"

    @property
    def locks(self) -> Path | None:
        """Which plan is open in which session."""
        return self.state and self.state / "locks"

    @property
    def crashes(self) -> Path | None:
        """Reports of crashes, without anything from a plan."""
        return self.state and self.state / "crashes"

    @property
    def recent(self) -> Path | None:
        """The list of plans opened lately."""
        return self.state and self.state / "recent.toml"


def locate() -> Locations:
    """Where things are to be, from the environment. Nothing on the disk is looked at or made."""
    from platformdirs import PlatformDirs

    places = PlatformDirs(APPLICATION, appauthor=False)
    return Locations(
        _known(lambda: places.user_config_path),
        _known(lambda: places.user_state_path),
        _known(lambda: places.user_cache_path),
    )


def _known(find: Callable[[], Path]) -> Path | None:
    try:
        path = find()
    except (RuntimeError, OSError):  # nobody says where the home directory is
        return None
    return path if path.is_absolute() else None


def prepare(places: Locations) -> Locations:
    """Make the state directory, or find another private one in its stead; what changed is said in `warnings`.

    The fallbacks are `$XDG_RUNTIME_DIR/planner`, a directory of this user in the system's directory for temporary
    files, and a new one there. Never raises.
    """
    why = "no home directory is known" if places.state is None else private_directory(places.state)
    if why is None:
        return places
    wanted = "The directory for unsaved drafts" if places.state is None else shown(places.state)
    for path in _fallbacks():
        if private_directory(path, strict=True) is None:
            warning = f"{wanted} cannot be used: {why}. Drafts are kept in {shown(path)} instead."
            return places._replace(state=path, warnings=(*places.warnings, warning))
    last = _new_directory()
    instead = f"Drafts of this session are kept in {shown(last)}." if last else "Drafts are not kept: save often."
    return places._replace(state=last, warnings=(*places.warnings, f"{wanted} cannot be used: {why}. {instead}"))


def private_directory(path: Path, *, strict: bool = False) -> str | None:
    """Make a directory for its owner only, with the directories above it. Returns why it cannot be used, or `None`.

    An existing one that others may look into is closed to them. With `strict` it must belong to this user and must not
    be a link: for places in a directory that everybody may write to.
    """
    try:
        _make(path)
        status = path.lstat() if strict else path.stat()
        if not stat.S_ISDIR(status.st_mode):
            return "it is not a directory"
        mine = status.st_uid == os.geteuid()
        if strict and not mine:
            return "it belongs to another user"
        if mine and stat.S_IMODE(status.st_mode) & 0o077:
            path.chmod(PRIVATE)
    except FileExistsError:
        return "a file is where a directory should be"
    except OSError as error:
        return reason(error)
    except ValueError:
        return "its name cannot be used"
    return not_writable(path)


def _make(path: Path) -> None:
    """Make a directory and those above it, each for its owner only, as the XDG specification asks."""
    if path.is_dir():
        return
    if path.parent != path:
        _make(path.parent)
    path.mkdir(PRIVATE, exist_ok=True)


def draft_directories(places: Locations) -> tuple[Path, ...]:
    """Where drafts may lie: in the state directory, and where an earlier session had to keep them instead."""
    found = [path for path in (places.state, *_fallbacks()) if path is not None]
    return tuple(path / "journal" for path in dict.fromkeys(found) if path == places.state or _is_own(path))


def _is_own(path: Path) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not stat.S_IMODE(status.st_mode) & 0o077


def _fallbacks() -> list[Path]:
    from tempfile import gettempdir

    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    found = [runtime / APPLICATION] if runtime.is_absolute() and runtime.is_dir() else []
    try:
        return [*found, Path(gettempdir(), f"{APPLICATION}-{os.geteuid()}")]
    except OSError:  # no directory for temporary files anywhere
        return found


def _new_directory() -> Path | None:
    from tempfile import mkdtemp

    try:
        return Path(mkdtemp(prefix=f"{APPLICATION}-"))
    except OSError:
        return None


def library_files(places: Locations) -> tuple[Path, ...]:
    """The user's own libraries, by name. Nothing where there are none, or where they cannot be listed."""
    if places.libraries is None:
        return ()
    try:
        return tuple(sorted(path for path in places.libraries.glob("*.toml") if not path.name.startswith(".")))
    except OSError:
        return ()
