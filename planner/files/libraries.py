"""All libraries of a start: the built-in one, the user's own, and those that were named. Large ones take no longer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files.first_time import FirstTime, refuse
from planner.files.library_reading import LoadedLibraries, builtin_library_path, load_libraries
from planner.files.problems import Problem, Severity
from planner.files.text import clean

if TYPE_CHECKING:
    from planner.files.locations import Locations

LARGE = 512 << 10
"""Bytes of libraries from which on an index is worth its while: some seven hundred exercises."""


def open_libraries(
    own: Sequence[Path],
    named: Sequence[Path],
    places: Locations,
    first: FirstTime = FirstTime(),  # noqa: B008 - it is never changed
) -> LoadedLibraries:
    """The built-in library with the user's `own` and those that were `named`, later ones overriding earlier ones.

    Raises FileProblems where one cannot be used that was named. Of the user's own, those that cannot be used are left
    out, and what is wrong with them is in the result.

    From `LARGE` on, an index is made when the libraries are first read, and kept in the cache directory. Then exercises
    are read when they are asked for: see `LargeLibrary`.
    """
    paths = [builtin_library_path(), *own, *named]
    needed = {clean(str(path)) for path in (paths[0], *named)}
    if sum(map(_size, paths)) >= LARGE:
        from planner.files.large_libraries import open_large

        return open_large(paths, needed, places, first)
    loaded = load_libraries(paths)
    refuse(loaded.problems, needed)
    return loaded


def left_out(problems: Sequence[Problem]) -> tuple[str, ...]:
    """A sentence for each file that has errors, to be told on the screen."""
    first = {problem.path: problem for problem in reversed(problems) if problem.severity is Severity.ERROR}
    return tuple(
        f"{Path(path).name} cannot be used{_line(problem)}: {problem.sentence}. “planner library check” tells all."
        for path, problem in first.items()
    )


def _line(problem: Problem) -> str:
    return "" if problem.line is None else f", line {problem.line}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
