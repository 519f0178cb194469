"""`planner library check`: errors in library files, alone and together with the others."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless.checking import check_arguments
from planner.headless.exits import Exit
from planner.headless.output import note
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.files.library_reading import LibraryDocument
    from planner.files.problems import Problem
    from planner.headless.reports import Report


def arguments(parser: Parser) -> None:
    """Declare the files."""
    told = "library files (TOML); your own library folder where none is named"
    parser.add_argument("files", nargs="*", metavar="FILE", help=told)
    check_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Check each file beside the built-in library, those named before it, and those of `--library`."""
    from planner.files.library_reading import builtin_library_path
    from planner.files.locations import library_files, locate
    from planner.headless.reports import conclude

    files = options.files or [str(path) for path in library_files(locate())]
    if not files:
        note("There are no libraries of your own; planner where libraries says where they would be.")
        return Exit.OK
    wanted = {os.path.realpath(path) for path in files}
    others = [path for path in (builtin_library_path(), *options.library) if os.path.realpath(path) not in wanted]
    reports = _reports([*map(str, others), *files], files, errors_only=options.errors_only)
    return conclude(reports, options.format, strict=options.strict)


def _reports(paths: list[str], asked: list[str], *, errors_only: bool) -> "list[Report]":
    from planner.files.library_reading import LIBRARY_LIMIT, check_documents, parse_library
    from planner.files.problems import FileProblems, Severity
    from planner.files.reading import read_bytes
    from planner.headless.reports import Report

    problems: dict[str, list[Problem]] = {path: [] for path in asked}
    more = dict.fromkeys(asked, 0)
    documents: list[LibraryDocument] = []
    for path in dict.fromkeys(paths):
        try:
            document = parse_library(read_bytes(Path(path), LIBRARY_LIMIT), path)
        except FileProblems as found:
            problems.setdefault(path, []).extend(found.problems)
            more[path] = found.more
        else:
            documents.append(document)
            problems.setdefault(path, []).extend(document.problems)
    for problem in (*check_documents(documents), *_figure_problems(documents)):
        problems.setdefault(problem.path, []).append(problem)
    return [
        Report(
            path,
            tuple(
                sorted(
                    (item for item in problems[path] if not errors_only or item.severity is Severity.ERROR),
                    key=lambda item: item.order,
                )
            ),
            more=more[path],
        )
        for path in dict.fromkeys(asked)
    ]


def _figure_problems(documents: "list[LibraryDocument]") -> "list[Problem]":
    from planner.files.figure_reading import figure_problems
    from planner.files.library_reading import join

    library = join([document.library for document in documents])
    return [problem for document in documents for problem in figure_problems(document, library)]
