"""A library and a plan that belong to these tests alone: no other change of content changes what is expected."""

import datetime as dt
from functools import cache
from pathlib import Path

from planner.export.options import Options
from planner.export.scope import WHOLE_COURSE, Scope
from planner.files.library_reading import load_library
from planner.files.plan_reading import parse_plan
from planner.model import Exercise, Library, Plan, Side, Variant, Weekday

FOLDER = Path(__file__).parent / "sample"
REVISED = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC)

WEEK = Scope.of_week(1)
DAY = Scope.of_day(Weekday.SATURDAY, 2)
SESSION = Scope.of_session(Weekday.FRIDAY, "evening", 2)
SCOPES = {"course": WHOLE_COURSE, "week": WEEK, "day": DAY, "session": SESSION}


@cache
def library() -> Library:
    return load_library([FOLDER / "library.toml"])


@cache
def plan() -> Plan:
    return parse_plan((FOLDER / "plan.toml").read_bytes(), "plan.toml", library()).plan


def figure(exercise: Exercise, variant: Variant, side: Side | None) -> str:
    """A stand-in for a figure: what matters is that it gets onto the sheet with its words."""
    words = f"{exercise.name} &amp; {variant.name} {side or ''}".strip()
    shape = '<path d="M20 70 L90 72 L120 40 L150 75" fill="none" stroke="#246" stroke-width="8"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 90"><title>{words}</title>{shape}</svg>'


OPTIONS = Options(revised=REVISED, figure_svg=figure)
