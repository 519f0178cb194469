"""What a library says to the prescriptions of a plan file: unknown ids, sides that are missing or too many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.files.collecting import Collector
from planner.files.describing import did_you_mean, one_of
from planner.files.text import quoted
from planner.model import Exercise, Library, Prescription, Sides

if TYPE_CHECKING:
    from planner.files.toml_spans import Path

_MOST_SUGGESTIONS = 50
"""In a large library each search for a nearest id takes time; a file with more unknown ids is of another library."""


class LibraryCheck:
    """Checks prescriptions against a library, and collects warnings: the rows are kept as they are."""

    def __init__(self, library: Library, collector: Collector) -> None:
        self.library = library
        self.collector = collector
        self._hints: dict[tuple[str, str], str] = {}

    def check(self, path: Path, prescription: Prescription) -> None:
        """Check one prescription, whose place in the file is the path."""
        exercise = self.library.exercise(prescription.exercise)
        if exercise is not None:
            self._check_variant(path, prescription, exercise)
        elif prescription.exercise:
            known = self.library.identifiers
            self._unknown((*path, "exercise"), "exercise", prescription.exercise, known, "an exercise of the library")
        source = prescription.guidance
        if source is not None and self.library.source(source) is None:
            ids = [each.id for each in self.library.sources]
            self._unknown((*path, "guidance"), "source", source, ids, one_of(ids) if ids else "a source of the library")

    def _check_variant(self, path: Path, prescription: Prescription, exercise: Exercise) -> None:
        variant = exercise.variant(prescription.variant)
        if variant is None:
            if prescription.variant:
                ids = [each.id for each in exercise.variants]
                self._unknown((*path, "variant"), "variant", prescription.variant, ids, one_of(ids), exercise.id)
        elif variant.sides is Sides.NONE and prescription.side is not None:
            found = f"side is {quoted(prescription.side)}, but {_way(prescription)} has no sides"
            self.collector.warning((*path, "side"), found, "no side")
        elif variant.sides is Sides.ONE and prescription.side is None:
            found = f"no side for {_way(prescription)}, which is done on one side only"
            self.collector.warning(path, found, 'side = "left" or side = "right"')

    def _unknown(
        self, path: Path, kind: str, identifier: str, known: Iterable[str], expected: str, owner: str = ""
    ) -> None:
        asked = (f"{kind} {owner}", identifier)
        if asked not in self._hints:
            self._hints[asked] = did_you_mean(identifier, known) if len(self._hints) < _MOST_SUGGESTIONS else ""
        found = f"unknown {kind} {quoted(identifier)}{f' of {quoted(owner)}' if owner else ''}"
        self.collector.warning(path, found, expected, self._hints[asked])


def _way(prescription: Prescription) -> str:
    return quoted(f"{prescription.exercise}/{prescription.variant}", 80)
