"""Values of TOML on their way through JSON."""

import datetime as dt
import json
import math

import pytest
from hypothesis import given, settings

from planner.export.toml_values import from_json, to_json
from tests.strategies import toml_values


@given(toml_values)
@settings(deadline=None)
def test_every_value_comes_back(value: object) -> None:
    assert from_json(json.loads(json.dumps(to_json(value), allow_nan=False))) == value


@pytest.mark.parametrize(
    "value",
    [
        {"toml-type": "date", "value": "2026-11-23"},
        {"toml-type": "table", "value": {"toml-type": 1}},
        {"toml-type": 5},
        {"value": {"toml-type": "x", "value": "y"}},
        [dt.date(2026, 11, 23), [dt.time(8)], {"a": dt.datetime(2026, 11, 23, 8)}],
        math.inf,
        -math.inf,
    ],
)
def test_tables_that_look_like_values_stay_tables(value: object) -> None:
    assert from_json(json.loads(json.dumps(to_json(value), allow_nan=False))) == value


def test_what_is_no_number_stays_none() -> None:
    back = from_json(to_json(math.nan))
    assert isinstance(back, float)
    assert math.isnan(back)


@pytest.mark.parametrize("value", [{"toml-type": "date", "value": "soon"}, {"toml-type": "moon", "value": "x"}])
def test_what_nobody_wrote_is_left_as_it_is(value: dict[str, object]) -> None:
    assert from_json(value) == value


def test_null_is_nothing() -> None:
    assert from_json({"a": None, "b": [1, None]}) == {"b": [1]}
