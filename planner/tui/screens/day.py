"""The Day: what one day really looks like."""

import datetime as dt

from textual.app import ComposeResult

from planner.model import Weekday
from planner.planning import dates, timetable
from planner.tui.commands import bindings
from planner.tui.day_page import day_page
from planner.tui.screens.dialog import Words
from planner.tui.screens.place import Place
from planner.tui.widgets.ink import joined
from planner.tui.widgets.reading import Reading


class DayScreen(Place):
    """The sessions of a day, to be read and taken to the mat."""

    BINDINGS = bindings("day")
    AUTO_FOCUS = "#sessions"

    place = "day"

    def __init__(self) -> None:
        super().__init__()
        self._day = Weekday.MONDAY
        self._steps = False
        self._chosen = False

    def body(self) -> ComposeResult:
        """Which day it is, then its sessions."""
        yield Words(id="date", role="strong")
        yield Reading(id="sessions")

    def show_plan(self) -> None:
        """Show the day."""
        if not self._chosen:
            self._chosen = True
            self._go_to_today()
        self._show()

    def _show(self, *, top: bool = False) -> None:
        workspace = self.workspace
        plan, library = workspace.plan, workspace.library
        if plan is None:
            return
        date = dates.week_dates(plan, workspace.week)
        named = f"{self._day.title} {date[self._day].day} {date[self._day]:%B}" if date else self._day.title
        outside = date and not dates.is_in_course(plan, date[self._day])
        told = "outside the course" if outside else ""
        self.query_one("#date", Words).show(joined((named, dates.week_label(plan, workspace.week), told)))
        figures = self.workspace.figures if self._steps else {}
        sessions = timetable.day_sessions(plan, library, self._day)
        self.query_one(Reading).show(
            lambda width: day_page(sessions, width, steps=self._steps, figures=figures), top=top
        )
        self.explain("" if any(item.entries for item in sessions) else "Nothing is due on this day. 2 shows the week.")

    def _go_to_today(self) -> None:
        plan, today = self.workspace.plan, self.workspace.today
        self._day = Weekday(today.weekday())
        if plan and plan.start:
            first = plan.start - dt.timedelta(days=plan.start.weekday())
            week = (today - first).days // 7 + 1
            if dates.is_in_course(plan, today):
                self.workspace.week = week
            else:
                self._day = Weekday(plan.start.weekday())

    def action_today(self) -> None:
        """To today, where the course has it."""
        self._go_to_today()
        self._show(top=True)

    def action_next(self) -> None:
        """The day after."""
        self._turn(1)

    def action_previous(self) -> None:
        """The day before."""
        self._turn(-1)

    def action_next_week(self) -> None:
        """A week later."""
        self._turn(7)

    def action_previous_week(self) -> None:
        """A week before."""
        self._turn(-7)

    def _turn(self, days: int) -> None:
        workspace = self.workspace
        if workspace.plan is None:
            return
        number = (workspace.week - 1) * 7 + self._day + days
        last = dates.week_count(workspace.plan)
        if number < 0 or (last and number >= last * 7):
            return
        weeks, day = divmod(number, 7)
        workspace.week, self._day = weeks + 1, Weekday(day)
        self._show(top=True)

    def action_steps(self) -> None:
        """Show or hide how each exercise is done."""
        self._steps = not self._steps
        self._show()
