"""The schemas: valid themselves, and in step with the readers they speak for."""

import datetime as dt
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from planner.export.schemas import SCHEMAS, library_schema, plan_schema, schema_text
from planner.files import (
    figure_reading,
    library_exercises,
    library_reading,
    library_sources,
    plan_prescriptions,
    plan_reading,
)
from planner.files.library_reading import builtin_library_path, parse_library
from planner.files.plan_reading import parse_plan
from planner.files.problems import FileProblems
from planner.files.writing import write_plan
from planner.model import Plan
from tests.export.sample import FOLDER, library
from tests.strategies import plans

Schema = dict[str, Any]


def _plain(value: object) -> object:
    """TOML as the checkers of editors see it: dates and times as text."""
    if isinstance(value, dict):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _fits(schema: Schema, text: str) -> bool:
    return Draft202012Validator(schema).is_valid(_plain(tomllib.loads(text)))


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema(name: str) -> None:
    schema = json.loads(schema_text(SCHEMAS[name]()))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def _keys(schema: Schema) -> set[str]:
    return set(schema["properties"])


def test_it_has_the_keys_of_the_reader_of_plans() -> None:
    schema: Schema = plan_schema()
    row = schema["properties"]["prescription"]["items"]
    assert _keys(schema) == set(plan_reading.PLAN_KEYS)
    assert _keys(row) == set(plan_prescriptions.PRESCRIPTION_KEYS)
    assert _keys(row["properties"]["dose"]) == set(plan_prescriptions.DOSE_KEYS)


def test_it_has_the_keys_of_the_reader_of_libraries() -> None:
    schema: Schema = library_schema()
    exercise = schema["properties"]["exercise"]["items"]
    variant = exercise["properties"]["variant"]["items"]
    (source,) = schema["properties"]["source"]["patternProperties"].values()
    assert _keys(schema) == set(library_reading._KEYS)
    assert _keys(exercise) == set(library_exercises._EXERCISE_KEYS)
    assert _keys(variant) == set(library_exercises._VARIANT_KEYS)
    assert _keys(variant["properties"]["guidance"]["items"]) == set(library_exercises._GUIDANCE_KEYS)
    assert _keys(source) == set(library_sources._SOURCE_KEYS)
    assert _keys(schema["properties"]["figure"]["additionalProperties"]) == set(figure_reading._KEYS)


@given(plans())
@settings(deadline=None)
def test_every_plan_that_is_written_fits(plan: Plan) -> None:
    assert _fits(plan_schema(), write_plan(plan))


@pytest.mark.parametrize("path", [builtin_library_path(), FOLDER / "library.toml"], ids=["built-in", "sample"])
def test_libraries_fit(path: Path) -> None:
    assert _fits(library_schema(), path.read_text("utf-8"))


GOOD_PLAN = """\
format = 1
id = "a"
title = "t"
start = 2026-11-23
weeks = 6
painful-side = "left"
note = "n"
unknown = true

[slots]
morning = 08:00:00

[[prescription]]
exercise = "knee-roll"
variant = "hold-one-side"
side = "left"

[prescription.dose]
reps = 3
hold = "5-10"
count = "pair"
hold-unit = "breaths"

[prescription.when]
morning = "daily"
"""

PLAN_LINES = [
    ("format = 1", "format = 2"),
    ("format = 1\n", ""),
    ('id = "a"', 'id = ""'),
    ('title = "t"', "title = 3"),
    ('title = "t"', 'title = "a\\nb"'),
    ("start = 2026-11-23", 'start = "soon"'),
    ("start = 2026-11-23", "start = 0099-01-01"),
    ("weeks = 6", "weeks = 0"),
    ("weeks = 6", "weeks = 521"),
    ("weeks = 6", "weeks = 1.5"),
    ('painful-side = "left"', 'painful-side = "middle"'),
    ('note = "n"', "note = 1"),
    ("morning = 08:00:00", 'morning = "25:00"'),
    ("morning = 08:00:00", "morning = 8"),
    ('exercise = "knee-roll"\n', ""),
    ('exercise = "knee-roll"', 'exercise = " "'),
    ('variant = "hold-one-side"\n', ""),
    ('side = "left"', 'side = "both"'),
    ("reps = 3", "reps = 0"),
    ("reps = 3", "reps = 100001"),
    ("reps = 3", "reps = true"),
    ("reps = 3", 'reps = "lots"'),
    ('hold = "5-10"', 'hold = "5..10"'),
    ('count = "pair"', 'count = "both"'),
    ('hold-unit = "breaths"', 'hold-unit = "minutes"'),
    ('morning = "daily"', "morning = true"),
]
"""Lines of a good plan, and what is wrong."""

GOOD_LINES = [
    ('hold = "5-10"', f'hold = "{text}"')
    for text in (
        "5 – 10",
        "5 to 10",
        "30+",
        "at least 30",
        "30 or more",
        ">= 30",
        "at most 20",
        "up to 20",
        "as comfortable",
        "as long as is comfortable",
        "max 3",
    )
] + [
    ('morning = "daily"', 'morning = ["mon", "wed"]'),
    ("morning = 08:00:00", 'morning = "8:00"'),
    ("weeks = 6\n", ""),
    ('title = "t"', 'title = ""'),
]
"""Other ways of writing it, none of them wrong."""


@pytest.mark.parametrize(("good", "other"), GOOD_LINES)
def test_what_the_reader_takes_the_schema_takes(good: str, other: str) -> None:
    assert good in GOOD_PLAN
    text = GOOD_PLAN.replace(good, other)
    parse_plan(text.encode(), "plan.toml")
    assert _fits(plan_schema(), text)


@pytest.mark.parametrize(("good", "bad"), PLAN_LINES)
def test_what_the_schema_refuses_the_reader_refuses(good: str, bad: str) -> None:
    assert good in GOOD_PLAN
    text = GOOD_PLAN.replace(good, bad)
    with pytest.raises(FileProblems):
        parse_plan(text.encode(), "plan.toml")
    assert not _fits(plan_schema(), text)


LIBRARY_LINES = [
    ("format = 1", "format = 0"),
    ('id = "sample"', 'id = "Not a slug"'),
    ('title = "Sample"\n', ""),
    ("year = 2024", "year = 99"),
    ('weeks = "6-8"', 'weeks = "some"'),
    ('kind = "course"', 'kind = "other"'),
    ('position = "prone"', 'position = "upside-down"'),
    ('action = "activity"', 'action = "jump"'),
    ('sides = "none"', 'sides = "three"'),
    ('progression-of = "hold-both-sides"', 'progression-of = "a/b/c"'),
    ('side-rule = "away-from-painful"', 'side-rule = "up"'),
    ('hold = "at least 30"', "hold = -1"),
    ('name = "Walking"\n', ""),
    ('steps = ["Go for a walk, for as long as your back tolerates."]', 'steps = "Go"'),
]


@pytest.mark.parametrize(("good", "bad"), LIBRARY_LINES)
def test_what_the_schema_refuses_the_reader_of_libraries_refuses(good: str, bad: str) -> None:
    text = (FOLDER / "library.toml").read_text("utf-8")
    assert good in text
    wrong = text.replace(good, bad, 1)
    with pytest.raises(FileProblems):
        parse_library(wrong.encode(), "library.toml")
    assert not _fits(library_schema(), wrong)


def test_an_editor_completes_the_exercises_of_a_library() -> None:
    schema: Schema = plan_schema(library())
    row = schema["properties"]["prescription"]["items"]["properties"]
    assert row["exercise"]["anyOf"][0]["enum"] == ["knee-roll", "knee-hug", "extension", "walking"]
    assert _fits(schema, GOOD_PLAN)
    assert _fits(schema, GOOD_PLAN.replace('"knee-roll"', '"an-exercise-of-another-library"'))


@pytest.mark.parametrize("checker", ["tombi", "taplo"])
def test_the_checkers_of_editors_agree(checker: str, tmp_path: Path) -> None:
    """As the README says: a first line names the schema, and the editor finds what is wrong."""
    program = shutil.which(checker) or shutil.which(checker, path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip(f"{checker} is not installed (from PyPI: {checker})")
    (tmp_path / "plan.schema.json").write_text(schema_text(plan_schema()), encoding="utf-8")
    offline = ["--offline"] if checker == "tombi" else []
    for text, right in ((GOOD_PLAN, True), (GOOD_PLAN.replace('side = "left"', 'side = "lfet"'), False)):
        path = tmp_path / "plan.toml"
        path.write_text(f"#:schema ./plan.schema.json\n{text}", encoding="utf-8")
        done = subprocess.run([program, "lint", *offline, str(path)], capture_output=True, cwd=tmp_path, check=False)
        said = (done.stdout + done.stderr).decode("utf-8")
        assert (done.returncode == 0) is right, said
        assert right or "lfet" in said
