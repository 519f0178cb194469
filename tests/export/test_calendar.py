"""The calendar: what other calendars make of it is what the plan says."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
import vobject
from attrs import evolve
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.export.calendar_events import SHORTEST, WEEKS_WRITTEN_OUT
from planner.export.errors import ExportError
from planner.export.options import Options
from planner.export.registry import render
from planner.export.scope import WHOLE_COURSE, Scope
from planner.model import Library, Plan, Schedule, Slot, Weekday
from planner.planning.dates import is_in_course
from planner.planning.differences import NO_LIBRARY
from tests.export.receivers import need, run
from tests.export.sample import OPTIONS, REVISED, SCOPES, library, plan
from tests.strategies import plans

Starts = Counter[dt.datetime]
MONDAY = dt.date(2026, 11, 23)


def _events(
    plan: Plan, scope: Scope = WHOLE_COURSE, options: Options = OPTIONS, known: Library | None = None
) -> list[vobject.base.Component]:
    made = render("ics", plan, known or library(), scope, options).decode("utf-8")
    calendar = next(vobject.readComponents(made))
    return [child for child in calendar.getChildren() if child.name == "VEVENT"]


def _starts(events: list[vobject.base.Component], until: dt.datetime) -> Starts:
    """Every moment at which something starts, as another library works out the rules."""
    found: Starts = Counter()
    for event in events:
        start = event.dtstart.value
        start = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
        if "rrule" in event.contents:
            found.update(rrulestr(event.rrule.value, dtstart=start).between(start, until, inc=True))
        else:
            found[start] += 1
    return found


def _due(plan: Plan, first: dt.date, days: int) -> Starts:
    """The same from the plan itself, slot by slot and day by day."""
    found: Starts = Counter()
    for step in range(days):
        date = first + dt.timedelta(days=step)
        for slot in plan.slots:
            due = any(item.when.is_due(slot.name, Weekday(date.weekday())) for item in plan.prescriptions)
            if due and is_in_course(plan, date):
                found[dt.datetime.combine(date, slot.time.replace(microsecond=0))] += 1
    return found


starts = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))


@given(plans(), starts, st.integers(1, 8), st.booleans())
@settings(deadline=None, max_examples=60)
def test_events_are_at_the_moments_at_which_something_is_due(
    made: Plan, start: dt.date, weeks: int, expand: bool
) -> None:
    made = evolve(made, start=start, weeks=weeks)
    events = _events(made, options=Options(expand=expand), known=NO_LIBRARY)
    assert _starts(events, dt.datetime(2050, 1, 1)) == _due(made, start, weeks * 7)


@given(plans(), starts, st.integers(1, 8))
@settings(deadline=None, max_examples=30)
def test_a_week_has_the_events_of_its_days_in_the_course(made: Plan, start: dt.date, weeks: int) -> None:
    made = evolve(made, start=start, weeks=weeks)
    monday = start - dt.timedelta(days=start.weekday())
    found = _starts(_events(made, Scope.of_week(1), known=NO_LIBRARY), dt.datetime(2050, 1, 1))
    assert found == _due(made, monday, 7)


def test_times_are_local_and_float() -> None:
    for event in _events(plan()):
        assert event.dtstart.value.tzinfo is None
        assert "TZID" not in event.dtstart.params
        assert not event.dtstart.serialize().strip().endswith("Z")


def test_there_is_one_event_for_each_slot_and_set_of_days() -> None:
    rules = [(event.dtstart.value.hour, event.rrule.value) for event in _events(plan())]
    until = "UNTIL=20270105T235959"
    assert rules == [
        (8, f"FREQ=WEEKLY;{until};BYDAY=MO,TU,WE,TH,FR,SU"),
        (8, f"FREQ=WEEKLY;{until};BYDAY=SA"),
        (20, f"FREQ=WEEKLY;{until};BYDAY=MO,WE,FR"),
        (20, f"FREQ=WEEKLY;{until};BYDAY=TU,TH"),
        (20, f"FREQ=WEEKLY;{until};BYDAY=SA,SU"),
    ]


def test_a_changed_dose_changes_no_uid_and_comes_later() -> None:
    changed = plan().with_prescriptions([evolve(plan().prescriptions[0], note="New"), *plan().prescriptions[1:]])
    later = evolve(OPTIONS, revised=REVISED + dt.timedelta(minutes=5))
    before, after = _events(plan()), _events(changed, options=later)
    assert [event.uid.value for event in before] == [event.uid.value for event in after]
    assert len({event.uid.value for event in before}) == len(before)
    assert all(int(a.sequence.value) + 5 == int(b.sequence.value) for a, b in zip(before, after, strict=True))
    assert all(event.dtstamp.value == REVISED for event in before)


def test_another_plan_has_other_uids() -> None:
    other = {event.uid.value for event in _events(evolve(plan(), id="another"))}
    assert not other & {event.uid.value for event in _events(plan())}


def test_the_doses_are_in_the_summary_and_the_steps_in_the_description() -> None:
    event = _events(plan())[2]
    assert event.summary.value == (
        "Knee roll, held, to the right: 3 × 30–40 s, to the right; Single knee hug: 2 sets of 10 × 10 s, each leg"
    )
    for words in ("3 × 30–40 s hold, to the right only", "- Let both knees roll gently to one side.", "Pillow under"):
        assert words in event.description.value
    assert "Stop at once if it hurts." in event.description.value
    assert "See a doctor before you exercise if you answer yes" in event.description.value


def test_a_reminder_is_there_only_when_it_is_wanted() -> None:
    assert not any("valarm" in event.contents for event in _events(plan()))
    for event in _events(plan(), options=evolve(OPTIONS, reminder=10)):
        assert event.valarm.trigger.value == dt.timedelta(minutes=-10)
        assert event.valarm.action.value == "DISPLAY"


def test_a_course_without_a_start_begins_on_the_monday_that_comes() -> None:
    open_end = evolve(plan(), start=None, weeks=None)
    events = _events(open_end, options=Options(today=dt.date(2026, 11, 20)))
    assert min(event.dtstart.value.date() for event in events) == MONDAY
    assert not any("UNTIL" in event.rrule.value for event in events)
    written_out = _events(open_end, options=Options(today=dt.date(2026, 11, 20), expand=True))
    assert max(event.dtstart.value.date() for event in written_out) == MONDAY + dt.timedelta(
        weeks=WEEKS_WRITTEN_OUT, days=-1
    )


def test_ten_years_are_not_written_out_one_by_one() -> None:
    with pytest.raises(ExportError, match=r"this course has 7,280 sessions, and at most 2,000 are written out"):
        _events(evolve(plan(), weeks=520), options=evolve(OPTIONS, expand=True))


def test_a_day_of_no_certain_week_is_every_such_day() -> None:
    events = _events(plan(), Scope.of_day(Weekday.SATURDAY))
    assert [event.rrule.value.rpartition("=")[2] for event in events] == ["SA", "SA"]


def test_a_slot_without_a_time_is_a_whole_day_and_an_unknown_length_is_short() -> None:
    only = evolve(plan().prescriptions[4], when=Schedule.of({"sometime": {Weekday.MONDAY}}))
    (event,) = _events(plan().with_prescriptions([only]))
    assert type(event.dtstart.value) is dt.date
    assert event.rrule.value.startswith("FREQ=WEEKLY;UNTIL=20270105;")
    blank = evolve(plan().prescriptions[2], dose=type(only.dose)(), when=Schedule.of({"morning": {Weekday.MONDAY}}))
    (short,) = _events(plan().with_prescriptions([blank]))
    assert short.dtend.value - short.dtstart.value == dt.timedelta(minutes=SHORTEST)


def test_a_session_may_end_after_midnight() -> None:
    late = evolve(plan(), slots=(Slot("evening", dt.time(23, 55)), *plan().slots[:1]))
    event = next(event for event in _events(late) if event.dtstart.value.hour == 23)
    assert event.dtend.value.date() == event.dtstart.value.date() + dt.timedelta(days=1)


@pytest.mark.parametrize("expand", [False, True])
def test_calcurse_takes_every_event(expand: bool, tmp_path: Path) -> None:
    calcurse = need("calcurse", "calcurse")
    path = tmp_path / "plan.ics"
    path.write_bytes(render("ics", plan(), library(), options=evolve(OPTIONS, expand=expand)))
    said = run(calcurse, "-D", tmp_path / "data", "-i", path).decode("utf-8")
    assert "0 skipped" in said
    for date, wanted in (("11/25/2026", 2), ("11/28/2026", 2), ("12/01/2026", 2), ("01/05/2027", 2), ("01/06/2027", 0)):
        query = (
            "-Q",
            "--filter-type",
            "cal",
            "--from",
            date,
            "--to",
            date,
            "--format-apt",
            "%S %m\n",
            "--format-recur-apt",
            "%S %m\n",
        )
        lines = run(calcurse, "-D", tmp_path / "data", *query).decode("utf-8").splitlines()
        assert len([line for line in lines if "Single knee hug: 2 sets" in line]) == wanted, date


KHAL = """\
[calendars]
[[plan]]
path = {folder}/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def test_khal_takes_it_twice_and_has_it_once(tmp_path: Path) -> None:
    khal = need("khal", "khal")
    (tmp_path / "calendar").mkdir()
    configuration = tmp_path / "khal.conf"
    configuration.write_text(KHAL.format(folder=tmp_path), encoding="utf-8")
    path = tmp_path / "plan.ics"
    for title in ("first", "second"):
        changed = plan().with_prescriptions([evolve(plan().prescriptions[0], note=title), *plan().prescriptions[1:]])
        path.write_bytes(render("ics", changed, library(), options=OPTIONS))
        run(khal, "-c", configuration, "import", "--batch", path)
    listed = run(khal, "-c", configuration, "list", "--notstarted", "-f", "{start} {title}", "2026-11-25", "3d")
    events = [line for line in listed.decode("utf-8").splitlines() if "knee hug" in line]
    assert [line[:16] for line in events] == [
        "2026-11-25 08:00",
        "2026-11-25 20:00",
        "2026-11-26 08:00",
        "2026-11-26 20:00",
        "2026-11-27 08:00",
        "2026-11-27 20:00",
    ]
    stored = "".join(file.read_text("utf-8") for file in (tmp_path / "calendar").iterdir()).replace("\n ", "")
    assert "second" in stored
    assert "first\\n" not in stored


def test_parts_of_the_plan_are_parts_of_its_calendar() -> None:
    whole = _starts(_events(plan()), dt.datetime(2027, 2, 1))
    for part in ("week", "day", "session"):
        found = _starts(_events(plan(), SCOPES[part]), dt.datetime(2027, 2, 1))
        assert found
        assert not found - whole
