"""`planner show`: a plan in plain lines, for a terminal, a script or a screen reader."""

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.exits import Exit, Stop
from planner.headless.loading import library_argument, opened, plan_argument
from planner.headless.output import print_lines, say
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan, Weekday

WHAT = ("week", "today", "day", "plan", "check")
EPILOG = """\
examples:
  planner show back.toml
  planner show back.toml today --steps
  planner show back.toml day --day wed --week 2
"""


def arguments(parser: Parser) -> None:
    """Declare what to show."""
    plan_argument(parser)
    parser.add_argument("what", nargs="?", choices=WHAT, default="week", metavar="WHAT", help=f"{', '.join(WHAT)}")
    parser.add_argument("--week", type=values.positive, metavar="NUMBER", help="a week of the course, from 1")
    parser.add_argument("--day", type=values.day, metavar="DAY", help="a day of the week: wed")
    parser.add_argument("--date", type=values.date, metavar="DATE", help="a day of the calendar: 2026-11-25")
    parser.add_argument("--steps", action="store_true", help="with how each exercise of a day is done")
    parser.add_argument("--ids", action="store_true", help="the ids of the rows alone, one in a line")
    library_argument(parser)
    parser.epilog = EPILOG


def run(options: argparse.Namespace) -> int:
    """Print it."""
    from planner.headless import pages

    file, library = opened(options)
    plan = file.plan
    if options.ids:
        print_lines(item.id for item in plan.prescriptions)
    elif options.what == "plan":
        pages.say_plan(plan, library)
    elif options.what == "check":
        pages.say_check(plan, library)
    elif options.what == "week" and not options.day and not options.date:
        pages.say_week(plan, library, _week(plan, options.week, values.today()))
    else:
        _say_day(plan, library, options)
    return Exit.OK


def _say_day(plan: "Plan", library: "Library", options: argparse.Namespace) -> None:
    """One day: that of a date, of today, or a day of one of the weeks."""
    from planner.headless import pages
    from planner.model import Weekday
    from planner.planning.dates import is_in_course, week_dates, week_of

    if options.date and (options.day or options.week):
        raise Stop("--date says the day and the week; leave out --day and --week.")
    date: dt.date | None = options.date
    if date is None and not options.day and not options.week:
        date = values.today()
    if date is not None:
        week, day = week_of(plan, date), Weekday(date.weekday())
    else:
        week, day = _week(plan, options.week, values.today()), _day(options)
        dates = week_dates(plan, week)
        date = dates[day] if dates else None
    if date is not None and not is_in_course(plan, date):
        say(f"{pages.date_of(date, day)} is outside the course{_course(plan)}.")
        return
    pages.say_day(plan, library, pages.Day(day, week, date if plan.start else None), steps=options.steps)


def _day(options: argparse.Namespace) -> "Weekday":
    if options.day is None:
        raise Stop("Say which day: --day wed, or --date 2026-11-25.")
    found: Weekday = options.day
    return found


def _course(plan: "Plan") -> str:
    from planner.planning.dates import course_end, date_words

    end = course_end(plan)
    start = f", which begins on {date_words(plan.start, year=True)}" if plan.start else ""
    return f"{start} and ends on {date_words(end, year=True)}" if start and end else start


def _week(plan: "Plan", asked: int | None, today: dt.date) -> int:
    """The week that was asked for, or the one that runs now. Raises Stop for one that the course does not have."""
    from planner.planning.dates import week_count, week_of

    if asked is None:
        return week_of(plan, today)
    count = week_count(plan)
    if count is not None and asked > count:
        raise Stop(f"There is no week {asked}; the course has {count} {'week' if count == 1 else 'weeks'}.")
    return asked
