"""Bad files: every one of the corpus gets exactly the words that stand beside it."""

import os
from pathlib import Path

import pytest

from planner.files.library_reading import check_documents, parse_library
from planner.files.plan_reading import parse_plan
from planner.files.text import clean
from tests.files.corpus_cases import CORPUS, FRAMES, KNOWN, Case, cases, write

CASES = tuple(cases())

if os.environ.get("PLANNER_REWRITE_CORPUS"):
    write(CASES)


def test_there_are_enough_of_them() -> None:
    print(f"{len(CASES)} bad files")
    assert len(CASES) >= 300
    assert len({(case.kind, case.framed) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}: {case.kind}: {case.name}")
def test_says(case: Case) -> None:
    assert case.problems() == case.says
    assert case.says


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}: {case.kind}: {case.name}")
def test_says_nothing_that_a_terminal_would_act_on(case: Case) -> None:
    assert clean(case.problems(), keep="\n") == case.problems()


def test_what_stands_before_the_cases_is_right_in_itself() -> None:
    for kind in ("slots", "row", "dose", "when", "rows"):
        assert not parse_plan(FRAMES[kind].encode(), "plan.toml", KNOWN).problems
    for kind in ("source", "variant", "guidance"):
        document = parse_library(FRAMES[kind].encode(), "library.toml")
        assert not document.problems
        assert not check_documents([document])


def test_the_corpus_is_written_as_it_was_read(tmp_path: Path) -> None:
    write(CASES, tmp_path)
    for path in CORPUS.glob("*.txt"):
        assert (tmp_path / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
