"""What a check of files found, in the forms that people, programs and GitHub read."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from planner.files.problems import Problem, Severity
from planner.headless.exits import Exit
from planner.headless.output import print_json, print_lines, print_text

if TYPE_CHECKING:
    from planner.planning.checks import Finding

FORMATS = ("text", "json", "github")


@frozen
class Found:
    """Something that the plan check says, with the line of the row that it is about."""

    finding: "Finding"
    line: int | None = None


@frozen
class Report:
    """What was found in one file."""

    path: str
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
    more: int = 0
    """How many further problems there are that are not listed."""

    @property
    def errors(self) -> int:
        """How many problems make the file unusable."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems) + self.more

    @property
    def warnings(self) -> int:
        """How many problems do not."""
        return len(self.problems) + self.more - self.errors

    def fails(self, *, strict: bool) -> bool:
        """Whether the file has errors; if it is to be strict, also warnings, or findings that matter."""
        from planner.planning.checks import Severity as Weight

        serious = any(item.finding.severity is not Weight.GOOD_TO_KNOW for item in self.found)
        return self.errors > 0 or (strict and (self.warnings > 0 or serious))


def conclude(reports: Sequence[Report], form: str, *, strict: bool) -> int:
    """Print the reports in one of `FORMATS`; returns the exit status."""
    {"text": _print_text, "json": _print_json, "github": _print_github}[form](reports)
    return Exit.BAD_FILE if any(report.fails(strict=strict) for report in reports) else Exit.OK


def _print_text(reports: Iterable[Report]) -> None:
    for report in reports:
        for problem in report.problems:
            print_lines(str(problem).split("\n"))
        for item in report.found:
            place = report.path if item.line is None else f"{report.path}:{item.line}"
            finding = item.finding
            print_lines([f"{place}: {finding.severity.plain}: {finding.sentence} [{finding.rule}, {finding.source}]"])
        counts = [
            _count(report.errors, "error"),
            _count(report.warnings, "warning"),
            _count(len(report.found), "thing", " to look at"),
        ]
        print_lines([f"{report.path}: {', '.join(counts)}"])


def _count(number: int, noun: str, after: str = "") -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}{after}"


def _print_json(reports: Iterable[Report]) -> None:
    print_json({"format": 1, "files": [_json(report) for report in reports]})


def _json(report: Report) -> dict[str, object]:
    return {
        "path": report.path,
        "errors": report.errors,
        "warnings": report.warnings,
        "problems": [
            {
                "severity": problem.severity,
                "line": problem.line,
                "column": problem.column,
                "found": problem.found,
                "expected": problem.expected,
                "hint": problem.hint,
            }
            for problem in report.problems
        ],
        "findings": [
            {
                "severity": item.finding.severity,
                "rule": item.finding.rule,
                "line": item.line,
                "prescription": item.finding.prescription,
                "sentence": item.finding.sentence,
                "source": item.finding.source,
            }
            for item in report.found
        ],
    }


def _print_github(reports: Iterable[Report]) -> None:
    for report in reports:
        for problem in report.problems:
            kind = "error" if problem.severity is Severity.ERROR else "warning"
            _annotate(kind, report.path, problem.line, problem.column, problem.sentence)
        if report.more:
            _annotate("error", report.path, None, None, f"and {report.more:,} more problems")
        for item in report.found:
            finding = item.finding
            kind = "notice" if finding.severity == "good-to-know" else "warning"
            _annotate(kind, report.path, item.line, None, f"{finding.sentence} ({finding.source})", finding.rule)


def _annotate(kind: str, path: str, line: int | None, column: int | None, message: str, title: str = "") -> None:
    """A workflow command: GitHub shows it at the line of a pull request."""
    from planner.files.text import clean

    values = {"file": path, "line": line, "col": column, "title": title or None}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value is not None)
    print_text(f"::{kind} {properties}::{_data(clean(message))}\n")


def _data(text: str) -> str:
    """Escaped as the toolkit of GitHub Actions does it (packages/core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    from planner.files.text import clean

    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
