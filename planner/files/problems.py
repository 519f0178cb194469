"""What is wrong with a file, where, and what was expected there: all of it at once, in words that can be printed."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from planner.files.text import clean, width

_MOST_COLUMNS = 100
_BEFORE_CARET = 40


class Severity(StrEnum):
    """Whether a file can be used in spite of a problem."""

    ERROR = "error"
    """The file cannot be used as it is."""
    WARNING = "warning"
    """The file can be used; something in it is probably not meant so."""


@frozen
class Problem:
    """One thing that is wrong with a file.

    Lines and columns count from one, columns in characters. Both are `None` where the problem is with the whole file.
    All texts are safe to print.
    """

    path: str = field(converter=clean)
    """The file, as the person named it."""
    line: int | None
    column: int | None
    severity: Severity
    found: str = field(converter=clean)
    expected: str = field(default="", converter=clean)
    hint: str = field(default="", converter=clean)
    """What probably helps: `did you mean "knee-roll"?`"""
    source_line: str = field(default="", converter=clean)
    """The line of the file, cut to a width that fits."""
    caret: str = ""
    """Spaces and `^` signs, to stand below the line."""

    @property
    def sentence(self) -> str:
        """What was found, what was expected, and the hint, without the place."""
        expected = f"; expected {self.expected}" if self.expected else ""
        return f"{self.found}{expected}{f' ({self.hint})' if self.hint else ''}"

    @property
    def place(self) -> str:
        """The file with line and column: `plan.toml:15:12`."""
        return self.path if self.line is None else f"{self.path}:{self.line}:{self.column}"

    @property
    def order(self) -> tuple[int, int]:
        """By place in the file."""
        return self.line or 0, self.column or 0

    def __str__(self) -> str:
        warning = "warning: " if self.severity is Severity.WARNING else ""
        text = f"{self.place}: {warning}{self.sentence}"
        if self.line is None or not self.source_line:
            return text
        return f"{text}\n{self.line:>5} | {self.source_line}\n      | {self.caret}"


class FileProblems(Exception):  # noqa: N818 - it is not one error: it holds all of them, and warnings
    """A file that cannot be used, with everything that is wrong with it, file by file, in their order."""

    def __init__(self, problems: Iterable[Problem], more: int = 0) -> None:
        listed = tuple(problems)
        files = list(dict.fromkeys(problem.path for problem in listed))
        self.problems = tuple(sorted(listed, key=lambda problem: (files.index(problem.path), problem.order)))
        self.more = more
        """How many further problems there are that are not listed one by one."""
        super().__init__(self.problems, more)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems]
        if self.more:
            lines.append(f"… and {self.more:,} more problems")
        return "\n".join(lines)


def file_problem(path: str, found: str, expected: str = "", hint: str = "") -> FileProblems:
    """The exception for a problem with the file as a whole."""
    return FileProblems([Problem(path, None, None, Severity.ERROR, found, expected, hint)])


def excerpt(line: str, column: int, length: int) -> tuple[str, str]:
    """A line of a file and the caret below it, for a stretch that begins at a column (from one), both safe to print."""
    at = column - 1
    first = max(0, at - _BEFORE_CARET) if len(line) > _MOST_COLUMNS else 0
    last = first + _MOST_COLUMNS
    before = ("…" if first else "") + _printable(line[first:at])
    marked = _printable(line[at : min(at + length, last)])
    after = _printable(line[min(at + length, last) : last]) + ("…" if last < len(line) else "")
    return (before + marked + after).rstrip(), " " * width(before) + "^" * max(1, width(marked))


def _printable(text: str) -> str:
    return clean(text.replace("\t", " "))
