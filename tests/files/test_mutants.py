"""Spoilt files and arbitrary bytes: either a plan, or problems with their places, and never another exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.files.library_reading import parse_library
from planner.files.migrations import OLDEST
from planner.files.plan_reading import PlanDocument, parse_plan
from planner.files.problems import FileProblems, Problem, Severity
from planner.files.text import clean
from planner.files.writing import write_plan
from tests.files.corpus_cases import FRAMES, KNOWN
from tests.files.mutants import mutants
from tests.files.test_migrations import OLD_PLAN
from tests.files.test_writing import CANONICAL

HAND_WRITTEN = """\
# My back
format=1
title = 'Two weeks'   # for now
start = 2026-11-23
painful-side = "left"
clinic = { name = "East", rooms = [1, 2] }

[slots]
morning = 08:00
"after work" = "18:30"

[[prescription]]
exercise = "knee-roll"
variant = "hold-one-side"
side = "right"
dose = { hold = "at least 30", reps = "5-10" }
when.morning = ["mon", "wed-fri"]
when."after work" = "weekend"
note = \"""
Pillow under
the head\"""

[[prescription]]
id = "bend"
exercise = "side-bend"
variant = "hold"
[prescription.dose]
reps = 10
count = "alternating"
"""
PLANS = (CANONICAL, HAND_WRITTEN, OLD_PLAN)
LIBRARY = (
    FRAMES["guidance"]
    + 'reps = "8-10"\ncount = "alternating"\nnotes = ["Slowly"]\n\n[figure.turn]\nposes = [[1.5, 2]]\n'
)

CHUNKS = 10
IN_A_CHUNK = 2_000


def _problems(data: bytes) -> tuple[PlanDocument | None, tuple[Problem, ...]]:
    try:
        document = parse_plan(data, "plan.toml", KNOWN)
    except FileProblems as error:
        return None, error.problems
    return document, document.problems


def _check_plan(data: bytes) -> PlanDocument | None:
    document, problems = _problems(data)
    assert (document is None) == any(problem.severity is Severity.ERROR for problem in problems)
    lines = data.count(b"\n") + 1
    for problem in problems:
        assert clean(str(problem), keep="\n") == str(problem)
        assert problem.line is None or (1 <= problem.line <= lines and (problem.column or 0) >= 1)
    return document


def test_the_plans_are_right_before_they_are_spoilt() -> None:
    for text in PLANS:
        assert parse_plan(text.encode(), "plan.toml").plan.prescriptions
    assert parse_library(LIBRARY.encode(), "library.toml").library.exercises


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_spoilt_plan_is_a_plan_or_has_problems(chunk: int) -> None:
    survived = 0
    for data in mutants(PLANS, IN_A_CHUNK, seed=chunk):
        document = _check_plan(data)
        if document is not None:
            survived += 1
            again = parse_plan(write_plan(document.plan).encode(), "plan.toml").plan
            assert again == document.plan, data
    print(f"{IN_A_CHUNK} spoilt plans: {IN_A_CHUNK - survived} with problems, {survived} plans still")
    assert 0 < survived < IN_A_CHUNK


def test_there_are_twenty_thousand_of_them() -> None:
    assert CHUNKS * IN_A_CHUNK >= 20_000
    assert OLDEST == 0


def test_a_spoilt_library_is_a_library_or_has_problems() -> None:
    refused = 0
    for data in mutants((LIBRARY,), 2_000, seed=1):
        try:
            parse_library(data, "library.toml")
        except FileProblems:
            refused += 1
    assert 0 < refused < 2_000


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    _check_plan(data)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    _check_plan(text.encode("utf-8", "surrogatepass"))


_WORDS = ("format", "title", "slots", "prescription", "dose", "when", "hold", "reps", "side", "start", "weeks", "items")
_VALUES = st.sampled_from(
    ('"a"', "1", "-1", "0", "1.5", "true", "inf", "[]", "{}", "2026-11-23", "08:00", '"mon"', "[[]]", "[{}]", "1e999")
)


@given(
    st.lists(
        st.tuples(st.sampled_from(_WORDS), st.sampled_from(("{} = ", "[{}]", "[[{}]]", "[prescription.{}]")), _VALUES)
    )
)
def test_any_statements(statements: list[tuple[str, str, str]]) -> None:
    lines = [form.format(word) + (value if form.endswith("= ") else "") for word, form, value in statements]
    _check_plan("\n".join(["format = 1", *lines]).encode())
    _check_plan("\n".join(["format = 0", *lines]).encode())
