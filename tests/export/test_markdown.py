"""Markdown that a linter has nothing to say about, and that other programs read as it is meant."""

import datetime as dt
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from pymarkdown.api import PyMarkdownApi

from planner.export.markdown_escaping import escaped
from planner.export.registry import render
from planner.export.scope import Scope
from planner.files.library_reading import builtin_library_path, load_library
from planner.model import Library
from planner.planning.starters import new_plan, starter
from tests.export.hostile import ONE_LINE
from tests.export.sample import OPTIONS, SCOPES, library, plan


def _complaints(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    # A paragraph is one line, however long: readers wrap it, and a changed word changes one line.
    linter = PyMarkdownApi().disable_rule_by_identifier("line-length")
    return [f"{found.line_number}: {found.rule_description}" for found in linter.scan_path(str(path)).scan_failures]


@pytest.mark.parametrize("part", SCOPES)
def test_a_linter_finds_nothing(part: str, tmp_path: Path) -> None:
    text = render("markdown", plan(), library(), SCOPES[part], OPTIONS).decode("utf-8")
    assert _complaints(text, tmp_path) == []


def test_a_linter_finds_nothing_in_the_starters_of_the_leaflets(tmp_path: Path) -> None:
    known = load_library([builtin_library_path()])
    for source in known.sources:
        assert _complaints(_starter(known, source.id), tmp_path) == []


def _starter(known: Library, source: str) -> str:
    made = starter(known, source, new_plan(today=dt.date(2026, 11, 20)))
    return render("markdown", made, known).decode("utf-8")


def test_the_week_is_a_table_with_a_box_for_every_time() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(
        render("markdown", plan(), library(), Scope.of_week(2)).decode()
    )
    cells = [token.content for token in tokens if token.type == "inline"]
    due = sum(len(days) for item in plan().prescriptions for _, days in item.when.entries)
    assert cells.count("☐") == due


@pytest.mark.parametrize("text", ONE_LINE)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == text.strip()
