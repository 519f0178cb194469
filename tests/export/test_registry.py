"""The formats as a whole: all there, all working, told apart by plain sentences where something cannot be."""

import datetime as dt
import subprocess
import sys

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.export.errors import ExportError, MissingPackage
from planner.export.options import Options
from planner.export.registry import FORMATS, Format, find_format, render
from planner.export.scope import WHOLE_COURSE, Scope, ScopeKind
from planner.model import Library, Plan, Weekday
from planner.planning.differences import NO_LIBRARY
from planner.planning.starters import new_plan
from tests.export.sample import OPTIONS, SCOPES, library, plan
from tests.strategies import libraries, plans, plans_of


def _cases() -> list[tuple[Format, str]]:
    return [(item, part) for item in FORMATS for part in SCOPES if SCOPES[part].kind in item.scopes]


@pytest.mark.parametrize(("item", "part"), _cases(), ids=lambda value: getattr(value, "id", value))
def test_every_format_holds_every_part_it_says(item: Format, part: str) -> None:
    made = render(item.id, plan(), library(), SCOPES[part], OPTIONS)
    assert made
    if not item.binary:
        assert "\x1b" not in made.decode("utf-8")


@pytest.mark.parametrize("item", FORMATS, ids=lambda item: item.id)
def test_the_same_plan_is_the_same_file(item: Format) -> None:
    scope = SCOPES["session"] if item.id == "qr" else WHOLE_COURSE
    assert render(item.id, plan(), library(), scope, OPTIONS) == render(item.id, plan(), library(), scope, OPTIONS)


@pytest.mark.parametrize("item", FORMATS, ids=lambda item: item.id)
def test_an_empty_plan_can_be_sent_on(item: Format) -> None:
    assert render(item.id, new_plan(today=dt.date(2026, 11, 20)), NO_LIBRARY)
    assert render(item.id, Plan("id", ""), library())


@given(st.data())
@settings(max_examples=20, deadline=None)
def test_no_plan_that_a_file_can_hold_is_refused(data: st.DataObject) -> None:
    known: Library = data.draw(libraries())
    plan = data.draw(plans() | plans_of(known))
    for format_id in ("text", "markdown", "html", "ics", "csv", "json", "toml", "pdf"):
        render(format_id, plan, known, options=Options(today=dt.date(2026, 11, 20)))


def test_a_format_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ExportError, match='no format "docx"; there are: text, markdown, html, pdf, ics'):
        find_format("docx")


@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        (Scope.of_week(9), "there is no week 9; the course has 7 weeks"),
        (Scope.of_week(0), "there is no week 0; the course has 7 weeks"),
        (Scope.of_session(Weekday.MONDAY, "noon"), 'no time of the day called "noon"; the plan has: morning, evening'),
        (Scope.of_day(Weekday.MONDAY, 1), "the course does not run on 23 Nov 2026"),
    ],
)
def test_a_part_that_the_plan_does_not_have_is_told(scope: Scope, sentence: str) -> None:
    with pytest.raises(ExportError, match=sentence):
        render("text", plan(), library(), scope)


def test_a_date_of_the_calendar_becomes_a_part() -> None:
    assert Scope.on_date(plan(), dt.date(2026, 12, 5)) == SCOPES["day"]
    assert Scope.on_date(plan(), dt.date(2026, 12, 4), "evening") == SCOPES["session"]
    with pytest.raises(ExportError, match="the course does not run on 24 Nov 2026"):
        Scope.on_date(plan(), dt.date(2026, 11, 24))
    without_start = evolve(plan(), start=None)
    assert Scope.on_date(without_start, dt.date(2026, 12, 5)) == Scope(ScopeKind.DAY, None, Weekday.SATURDAY)


@pytest.mark.parametrize("format_id", ["json", "toml"])
def test_a_copy_of_the_plan_is_never_a_part_of_it(format_id: str) -> None:
    with pytest.raises(ExportError, match="holds the whole course, never a part of it"):
        render(format_id, plan(), library(), SCOPES["week"])


@pytest.mark.parametrize(
    ("format_id", "package"), [("pdf", "typst"), ("html", "jinja2"), ("ics", "icalendar"), ("qr", "segno")]
)
def test_a_package_that_is_not_installed_is_told(format_id: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, package, None)
    from planner.export import html_page

    html_page._template.cache_clear()
    with pytest.raises(MissingPackage, match=f'needs the package "{package}", which is not installed'):
        render(format_id, plan(), library(), options=Options(qr_on_paper=False))


HALF = evolve(plan(), title="half \ud83d a smile", note="\udc00", prescriptions=())


@pytest.mark.parametrize("format_id", ["csv", "json", "toml"])
def test_half_a_character_is_told_where_it_cannot_be_kept(format_id: str) -> None:
    with pytest.raises(ExportError, match="half a character"):
        render(format_id, HALF, library())


@pytest.mark.parametrize("format_id", ["text", "html", "ics"])
def test_half_a_character_is_shown_where_people_read(format_id: str) -> None:
    assert "half \\ud83d a smile" in render(format_id, HALF, library()).decode("utf-8").replace("\\\\", "\\")


def test_the_list_of_formats_costs_no_package() -> None:
    """The command line and the dialog list them on every start."""
    heavy = "icalendar jinja2 markupsafe segno typst dateutil json csv html planner.files planner.figures"
    code = f"""
import sys
import planner.export.registry, planner.export.options
found = [name for name in {heavy.split()} if name in sys.modules]
assert not found, found
"""
    subprocess.run([sys.executable, "-c", code], check=True)
