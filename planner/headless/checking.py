"""`planner check`: errors in plan files, and what the plan check says."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless.loading import library_argument, load
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.files.plan_reading import PlanDocument
    from planner.headless.reports import Found, Report
    from planner.model import Library

EPILOG = """\
Errors make a file unusable: the status is 65 then. Warnings, and the findings of the plan check, never change the
status unless --strict is given; then all do but those that are just good to know.

examples:
  planner check plans/*.toml
  planner check --format github --errors-only plans/*.toml
"""


def check_arguments(parser: Parser) -> None:
    """Declare what every check of files has."""
    parser.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="text where nothing is said"
    )
    parser.add_argument("--strict", action="store_true", help="fail also where there is something to look at")
    parser.add_argument("--errors-only", action="store_true", help="say only what makes a file unusable")
    library_argument(parser)


def arguments(parser: Parser) -> None:
    """Declare the files."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="plan files (TOML)")
    check_arguments(parser)
    parser.epilog = EPILOG


def run(options: argparse.Namespace) -> int:
    """Check each file, whatever is wrong with the others."""
    from planner.headless.reports import conclude

    library = load(options.library)
    reports = [_report(path, library, errors_only=options.errors_only) for path in options.files]
    return conclude(reports, options.format, strict=options.strict)


def _report(path: str, library: "Library", *, errors_only: bool) -> "Report":
    from planner.files.plan_reading import parse_plan
    from planner.files.problems import FileProblems, Severity
    from planner.files.reading import read_bytes
    from planner.headless.reports import Report

    try:
        document = parse_plan(read_bytes(Path(path)), path, library)
    except FileProblems as problems:
        listed = problems.problems
        if errors_only:
            listed = tuple(problem for problem in listed if problem.severity is Severity.ERROR)
        return Report(path, listed, more=problems.more)
    if errors_only:
        return Report(path)
    return Report(path, document.problems, _found(document, library))


def _found(document: "PlanDocument", library: "Library") -> "tuple[Found, ...]":
    from planner.files.toml_spans import scan
    from planner.headless.reports import Found
    from planner.planning.checks import check

    findings = check(document.plan, library)
    if not findings:
        return ()
    spans = scan(document.text.replace("\r\n", "\n"))
    lines = {
        item.id: spans.position(spans.nearest(("prescription", number)).start)[0]
        for number, item in enumerate(document.plan.prescriptions)
    }
    return tuple(Found(finding, lines.get(finding.prescription or "")) for finding in findings)
