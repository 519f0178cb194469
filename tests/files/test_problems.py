"""What a problem looks like in print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.files.problems import FileProblems, Problem, Severity, excerpt, file_problem
from planner.files.text import clean, width


def _problem(line: int | None, found: str = "x", path: str = "plan.toml") -> Problem:
    return Problem(path, line, line, Severity.ERROR, found)


def test_a_problem_with_its_line_and_a_caret() -> None:
    problem = Problem(
        "plan.toml",
        15,
        12,
        Severity.ERROR,
        'unknown exercise "knee-rol"',
        "an exercise of the library",
        'did you mean "knee-roll"?',
        'exercise = "knee-rol"',
        "           ^^^^^^^^^^",
    )
    assert str(problem) == (
        'plan.toml:15:12: unknown exercise "knee-rol"; '
        'expected an exercise of the library (did you mean "knee-roll"?)\n'
        '   15 | exercise = "knee-rol"\n'
        "      |            ^^^^^^^^^^"
    )


def test_a_warning_says_so() -> None:
    problem = Problem("plan.toml", 1, 1, Severity.WARNING, "title is empty", "a few words")
    assert str(problem) == "plan.toml:1:1: warning: title is empty; expected a few words"


def test_a_problem_with_the_whole_file() -> None:
    assert str(file_problem("plan.toml", "cannot be read: it is a directory, not a file")) == (
        "plan.toml: cannot be read: it is a directory, not a file"
    )


def test_all_problems_of_a_file_are_in_its_order() -> None:
    problems = FileProblems([_problem(9), _problem(2), _problem(None), _problem(5)])
    assert [problem.line for problem in problems.problems] == [None, 2, 5, 9]


def test_problems_of_several_files_stay_together() -> None:
    problems = FileProblems([_problem(9, path="b"), _problem(1, path="a"), _problem(3, path="b")])
    assert [problem.place for problem in problems.problems] == ["b:3:3", "b:9:9", "a:1:1"]


def test_what_is_not_listed_is_counted() -> None:
    assert str(FileProblems([_problem(1)], more=1234)).endswith("\n… and 1,234 more problems")


def test_nothing_gets_through_to_the_terminal() -> None:
    problem = Problem("\x1b[2J.toml", 1, 1, Severity.ERROR, "\x1b]0;x\x07", "\x9b", "\u202e", "\x00", "^")
    assert clean(str(problem), keep="\n") == str(problem)


@pytest.mark.parametrize(
    ("line", "column", "length", "shown"),
    [
        ("weeks = 0", 9, 1, ("weeks = 0", "        ^")),
        ("weeks =\t0", 9, 1, ("weeks = 0", "        ^")),
        ('"膝" = 0', 7, 1, ('"膝" = 0', "       ^")),
        ('a = "膝を"', 5, 4, ('a = "膝を"', "    ^^^^^^")),
        ("a\x1bb = 1", 2, 1, ("a\\u001bb = 1", " ^^^^^^")),
        ("weeks =", 8, 0, ("weeks =", "       ^")),
        ("", 1, 0, ("", "^")),
        ("x" * 150, 1, 150, ("x" * 100 + "…", "^" * 100)),
        ("x" * 150, 150, 1, ("…" + "x" * 41, " " * 41 + "^")),
    ],
)
def test_excerpts(line: str, column: int, length: int, shown: tuple[str, str]) -> None:
    assert excerpt(line, column, length) == shown


@given(st.text(st.characters(exclude_characters="\n"), max_size=300), st.integers(1, 300), st.integers(0, 300))
def test_the_caret_is_below_the_line(line: str, column: int, length: int) -> None:
    source, caret = excerpt(line, min(column, len(line) + 1), length)
    assert caret.strip(" ").strip("^") == ""
    assert caret.endswith("^")
    assert clean(source) == source
    if line.isascii() and line.isprintable() and length and column <= len(line):
        start = len(caret) - len(caret.lstrip(" "))
        assert source[start : width(caret)] == line[column - 1 : column - 1 + len(caret) - start].rstrip()[: len(caret)]
