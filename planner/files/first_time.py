"""What those who open libraries and those who make an index of them agree on."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from planner.files.problems import FileProblems, Problem, Severity

Progress = Callable[[int, int], object]
"""Told how many exercises have been read, and of how many."""


class FirstTime(NamedTuple):
    """What is done when a large library is read for the first time, which takes a second."""

    progress: Progress = lambda _done, _total: None
    meanwhile: Callable[[], object] = lambda: None
    """Called while copies of this process read: a good time to import what is needed next."""
    processors: int | None = None
    """How many processors may be used; all if not given."""


def refuse(problems: Sequence[Problem], needed: Collection[str]) -> None:
    """Raise FileProblems where there are errors in a library that is needed."""
    theirs = [problem for problem in problems if problem.path in needed]
    if any(problem.severity is Severity.ERROR for problem in theirs):
        raise FileProblems(theirs)
