"""JSON: as its schema says, readable by other programs, and read again with words for everything that is wrong."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from planner.export.importing import preview, read_export
from planner.export.registry import render
from planner.export.schemas import export_schema
from planner.files.problems import FileProblems
from planner.model import Amount, Library, Weekday
from planner.planning.differences import NO_LIBRARY
from tests.export.sample import OPTIONS, library, plan
from tests.strategies import libraries, plans, plans_of


def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render("json", plan(), library(), options=OPTIONS))
    return document


def _read(document: object) -> str:
    with pytest.raises(FileProblems) as refused:
        read_export("json", json.dumps(document).encode(), "plan.json", library())
    return str(refused.value)


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_every_export_is_as_the_schema_says(data: st.DataObject) -> None:
    known: Library = data.draw(libraries())
    made = data.draw(plans() | plans_of(known))
    Draft202012Validator(export_schema()).validate(json.loads(render("json", made, known)))


def test_every_exercise_is_there_in_words() -> None:
    first, *_, last = _document()["exercises"]
    assert first["title"] == "Knee roll, held, to the right"
    assert first["dose"] == "3 × 30–40 s hold, to the right only"
    assert first["days"]["evening"] == ["monday", "wednesday", "friday"]
    assert first["steps"][0].startswith("Lie on your back")
    assert (first["seconds"], first["seconds-complete"]) == (114, True)
    assert last["seconds-complete"] is False
    assert [row["prescription"] for row in _document()["exercises"]] == [row.id for row in plan().prescriptions]


def test_the_plan_alone_is_read_too() -> None:
    alone = json.dumps(_document()["plan"]).encode()
    assert read_export("json", alone, "plan.json", library()).plan == plan()


def test_a_script_may_write_a_plan_by_hand() -> None:
    written = {
        "format": 1,
        "title": "From a script",
        "slots": {"morning": "8:00"},
        "prescription": [
            {
                "exercise": "walking",
                "variant": "walk",
                "guidance": None,
                "dose": {"duration": "5 to 10"},
                "when": {"morning": ["mon", "Wed-Fri"]},
            }
        ],
    }
    made = read_export("json", json.dumps(written).encode(), "plan.json", library()).plan
    (row,) = made.prescriptions
    assert row.dose.duration == Amount(5, 10)
    assert row.when.days("morning") == {Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY}


def test_what_would_change_is_told_before_it_does() -> None:
    document = _document()
    document["plan"]["weeks"] = 8
    document["colour"] = "red"
    read = read_export("json", json.dumps(document).encode(), "plan.json", library())
    assert preview(read, plan(), library())[:2] == ("weeks 6 → 8", 'dropped: the key "colour" is not known')
    assert preview(read, None)[0] == 'a new plan, "Acute low back, first fortnight", with 6 exercises'


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("weeks", 0, "weeks is 0; expected a whole number from 1 to 520"),
        ("start", "tomorrow", 'start is the text "tomorrow"; expected a date such as 2026-11-23'),
        ("start", 5, "start is 5; expected a date"),
        ("slots", [], "slots is a list; expected the table [slots]"),
        ("prescription", {}, "prescription is a table"),
        ("format", 2, "a newer version of this program has written this file"),
        ("title", "a\nb", "expected text on one line"),
        ("note", "\x1b[31m", "control character"),
    ],
)
def test_a_wrong_value_is_told(key: str, value: object, sentence: str) -> None:
    document = _document()
    document["plan"][key] = value
    assert sentence in _read(document)


def test_a_wrong_prescription_is_told_by_its_number() -> None:
    document = _document()
    document["plan"]["prescription"][1]["dose"]["reps"] = "many"
    assert 'plan.json: prescription 2, dose: reps is the text "many"; expected' in _read(document)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "plan.json:1:2: this is no JSON"),
        (b"[]", "holds no JSON object"),
        (b'{"plan": 1, "planner-export": 1}', 'has no object "plan"'),
        (b'{"planner-export": 2, "plan": {}}', "a newer version"),
        (b'{"title": "a", "title": "b"}', 'the key "title" stands twice'),
        (b'{"weeks": NaN}', "NaN is no JSON"),
        (b'{"format": 1, "x": "\\ud800"}', "a value that no plan can hold"),
        (b"[" * 100_000, "a value that no plan can hold"),
        (b'{"format": 1, "x": ' + b"9" * 5000 + b"}", "a value that no plan can hold"),
        (b"\xff\xfe{\x00", "UTF-16"),
        (b'{"x": "' + b"a" * (9 << 20) + b'"}', "at most 8 MiB"),
    ],
)
def test_what_is_no_plan_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(FileProblems) as refused:
        read_export("json", data, "plan.json")
    assert sentence in str(refused.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(
    ["format", "id", "title", "start", "weeks", "note", "slots", "prescription", "toml-type", "value"]
)


@given(st.dictionaries(keys, json_values, max_size=6))
@settings(deadline=None)
def test_no_json_makes_it_fail_without_words(document: dict[str, object]) -> None:
    with suppress(FileProblems):
        read_export("json", json.dumps({"format": 1, **document}).encode(), "plan.json", NO_LIBRARY)
