"""Problems gathered while a document is read, as paths: their lines and columns are looked up only if there are any."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from planner.files.problems import Severity
from planner.files.text import quoted

if TYPE_CHECKING:
    from planner.files.toml_spans import Path

MOST_LISTED = 500
"""Problems of one file that are listed one by one; the rest is counted."""


class Part(Enum):
    """Which part of what stands under a path a problem points at."""

    VALUE = "value"
    KEY = "key"
    CONTROL = "control"
    """The first forbidden character of its value, or of its key."""


class Entry(NamedTuple):
    """A problem whose place is still a path."""

    path: Path
    severity: Severity
    found: str
    expected: str = ""
    hint: str = ""
    part: Part = Part.VALUE
    first: Path | None = None
    """Where the same was given before."""


def _unmoved(path: Path) -> Path:
    return path


class Collector:
    """Takes every problem of a document. `origin` leads from a path of migrated data to the file as it stands."""

    def __init__(self, origin: Callable[[Path], Path] = _unmoved) -> None:
        self.origin = origin
        self.entries: list[Entry] = []
        self.left_out: list[Severity] = []
        """The severities of those beyond `MOST_LISTED`."""

    def add(self, entry: Entry) -> None:
        """Keep a problem."""
        if len(self.entries) < MOST_LISTED:
            self.entries.append(entry)
        else:
            self.left_out.append(entry.severity)

    def error(self, path: Path, found: str, expected: str = "", hint: str = "", part: Part = Part.VALUE) -> None:
        """Keep a problem that makes the file unusable."""
        self.add(Entry(path, Severity.ERROR, found, expected, hint, part))

    def warning(self, path: Path, found: str, expected: str = "", hint: str = "", part: Part = Part.VALUE) -> None:
        """Keep a problem that leaves the file usable."""
        self.add(Entry(path, Severity.WARNING, found, expected, hint, part))

    def refuse_repeated(self, what: str, expected: str, given: Iterable[tuple[str, Path]]) -> None:
        """Keep as an error every id that is given a second time; `what` is what messages call it."""
        first: dict[str, Path] = {}
        for identifier, path in given:
            earlier = first.setdefault(identifier, path)
            if identifier and earlier != path:
                found = f"{what} {quoted(identifier)} once more"
                self.add(Entry(path, Severity.ERROR, found, expected, first=earlier))

    @property
    def full(self) -> bool:
        """Whether further problems are only counted, so that no words need be found for them."""
        return len(self.entries) >= MOST_LISTED

    @property
    def failed(self) -> bool:
        """Whether any problem makes the file unusable."""
        return any(entry.severity is Severity.ERROR for entry in self.entries) or Severity.ERROR in self.left_out
