"""Texts of plan files before and after an edit."""

from collections.abc import Callable
from textwrap import dedent

from planner.files.plan_reading import parse_plan
from planner.files.preserving import rewrite
from planner.model import Plan

Edit = Callable[[Plan], Plan]


def plan_of(text: str) -> Plan:
    return parse_plan(text.encode(), "plan.toml").plan


def edited(text: str, edit: Edit) -> str:
    before = plan_of(text)
    after = edit(before)
    result = rewrite(text, before, after)
    assert not result.whole, result.reason
    assert plan_of(result.text) == after
    return result.text


def changed_lines(text: str, edit: Edit) -> list[tuple[str, str]]:
    """The lines that differ, where an edit changes lines and adds none."""
    before, after = text.split("\n"), edited(text, edit).split("\n")
    return [(one, other) for one, other in zip(before, after, strict=True) if one != other]


def put(text: str, old: str, new: str) -> str:
    """The text with something else in one place."""
    assert text.count(old) == 1
    return text.replace(old, new)


def head(body: str) -> str:
    """A small plan file with this body, indented as the tests are."""
    return 'format = 1\nid = "p"\ntitle = "T"\n' + dedent(body)
