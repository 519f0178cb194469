"""The plan as an iCalendar file (RFC 5545): for the calendar of a phone, a computer or a terminal.

Times are local and float: eight in the morning stays eight in the morning wherever the person is. To import a changed
plan again updates its events, because every event keeps its UID; what is no longer due at all has to be deleted in the
calendar, which is why a plan is best imported into a calendar of its own.
"""

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from planner.export.calendar_events import Event, events_of
from planner.export.options import Options
from planner.export.scope import Scope
from planner.export.wording import title_of
from planner.model import Library, Plan

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, vText
    from icalendar import Event as Component

PRODUCT = "-//planner//home exercise planner//EN"

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Where nobody says when the plan was changed: the same plan is the same file. Sequence numbers count from here."""


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The sessions as events, each with its doses in the summary and the steps in the description."""
    calendar = _calendar()
    title = _text(title_of(plan))
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    for event in events_of(plan, library, scope, options):
        calendar.add_component(_component(event, options))
    return bytes(calendar.to_ical())


def render_compact(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The same as briefly as can be, for a QR code: no descriptions, no reminders."""
    calendar = _calendar()
    for event in events_of(plan, library, scope, options):
        calendar.add_component(_bare(event, options))
    return bytes(calendar.to_ical())


def _calendar() -> "Calendar":
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    return calendar


def _bare(event: Event, options: Options) -> "Component":
    from icalendar import Event as Component

    component = Component()
    component.add("uid", event.uid)
    component.add("dtstamp", _revised(options))
    component.add("dtstart", event.starts)
    if event.ends is not None:
        component.add("dtend", event.ends)
    if event.days:
        rule: dict[str, object] = {"freq": "weekly", "byday": [day.short[:2].upper() for day in event.days]}
        if event.until is not None:
            rule["until"] = event.until
        component.add("rrule", rule)
    component.add("summary", _text(event.summary))
    return component


def _component(event: Event, options: Options) -> "Component":
    component = _bare(event, options)
    revised = _revised(options)
    component.add("last-modified", revised)
    # Calendars keep the event with the higher number: minutes since the year 2000 grow with every change of the plan.
    component.add("sequence", int((revised - _EPOCH).total_seconds()) // 60)
    component.add("description", _text(event.description))
    component.add("class", "PRIVATE")
    component.add("transp", "TRANSPARENT")
    if options.reminder is not None:
        component.add_component(_alarm(event, options.reminder))
    return component


def _alarm(event: Event, before: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", dt.timedelta(minutes=-before))
    alarm.add("description", _text(event.summary))
    return alarm


def _text(value: str) -> "vText":
    """A text to the letter; the library itself would take a backslash with an N after it for a line end."""
    return _exact_text()(value)


@cache
def _exact_text() -> type["vText"]:
    from icalendar import vText

    class ExactText(vText):
        def to_ical(self) -> bytes:
            """The text with the escapes of RFC 5545, section 3.3.11."""
            return str(self).translate(_ESCAPES).encode("utf-8")

    return ExactText


def _revised(options: Options) -> dt.datetime:
    revised = options.revised or _EPOCH
    return max(revised.astimezone(dt.UTC), _EPOCH).replace(microsecond=0)
