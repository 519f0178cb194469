"""What the readers of exports give back."""

from collections.abc import Iterable

from attrs import frozen

from planner.files.problems import Problem
from planner.model import Plan


@frozen
class Imported:
    """A plan that was read from an export."""

    plan: Plan
    dropped: tuple[str, ...] = ()
    """What the file holds and the plan does not, in sentences; what was put right, too."""
    warnings: tuple[str, ...] = ()
    """What the reader of plans warns of, such as an exercise that the library does not have."""


def sentences(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Warnings of a reader, without their place in a file that nobody has seen."""
    return tuple(problem.sentence for problem in problems)
