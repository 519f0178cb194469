"""What goes out comes in again: every plan that a file can hold survives CSV, JSON and TOML unchanged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.export.importing import format_of, read_export
from planner.export.options import Options
from planner.export.registry import FORMATS, render
from planner.model import Library, Plan
from planner.planning.differences import NO_LIBRARY
from tests.export.sample import library, plan
from tests.strategies import libraries, plans, plans_of

QUICK = settings(max_examples=40, deadline=None)
"""A plan with its library takes longer to be made up than to be written and read."""

IMPORTABLE = [item.id for item in FORMATS if item.importable]


def assert_same(plan: Plan, other: Plan) -> None:
    """Equal, and also where Python is generous: `1`, `1.0` and `true` are three values."""
    assert other == plan
    rows = zip(plan.prescriptions, other.prescriptions, strict=True)
    extras = [(plan.extra, other.extra)]
    extras += [pair for a, b in rows for pair in ((a.extra, b.extra), (a.dose.extra, b.dose.extra))]
    assert all(_same(dict(before), dict(after)) for before, after in extras)


def _same(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))
    return type(one) is type(other) and one == other


@pytest.mark.parametrize("format_id", IMPORTABLE)
@given(plans())
@QUICK
def test_any_plan_survives(format_id: str, plan: Plan) -> None:
    read = read_export(format_id, render(format_id, plan, NO_LIBRARY), "plan")
    assert_same(plan, read.plan)
    assert read.dropped == ()


@pytest.mark.parametrize("format_id", IMPORTABLE)
@given(st.data())
@QUICK
def test_a_plan_with_its_library_survives(format_id: str, data: st.DataObject) -> None:
    known: Library = data.draw(libraries())
    plan = data.draw(plans_of(known))
    read = read_export(format_id, render(format_id, plan, known), "plan", known)
    assert_same(plan, read.plan)
    assert read.dropped == ()


@pytest.mark.parametrize("format_id", IMPORTABLE)
def test_writing_what_was_read_changes_no_byte(format_id: str) -> None:
    once = render(format_id, plan(), library())
    assert render(format_id, read_export(format_id, once, "plan", library()).plan, library()) == once


@given(libraries(), st.data())
@QUICK
def test_a_copy_with_its_exercises_survives(known: Library, data: st.DataObject) -> None:
    plan = data.draw(plans_of(known))
    read = read_export("toml", render("toml", plan, known, options=Options(embed_library=True)), "plan.toml").plan
    brought = dict(read.extra).pop("library", None)
    assert isinstance(brought, dict)
    assert read.prescriptions == plan.prescriptions


@pytest.mark.parametrize(
    ("name", "format_id"), [("a.CSV", "csv"), ("b.json", "json"), ("c.toml", "toml"), ("d.pdf", None)]
)
def test_the_name_of_a_file_tells_its_format(name: str, format_id: str | None) -> None:
    assert format_of(name) == format_id
