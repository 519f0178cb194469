"""The sessions of a week, those that are alike told once: the morning of every day, the evening of Mon, Wed and Fri."""

from attrs import frozen

from planner.export.scope import Scope, days_in, slots_in
from planner.model import Library, Plan, Weekday
from planner.planning.timetable import Session, session


@frozen
class SessionGroup:
    """One session, and all days on which exactly this is due in its slot."""

    days: frozenset[Weekday]
    session: Session
    """As it is on the first of the days."""

    @property
    def first_day(self) -> Weekday:
        """The first of its days in a week that begins on Monday."""
        return min(self.days)


def session_groups(plan: Plan, library: Library, scope: Scope) -> tuple[SessionGroup, ...]:
    """Every session in which something is due, slot by slot in the order of the day."""
    days = sorted(days_in(plan, scope))
    groups: list[SessionGroup] = []
    for slot in slots_in(plan, scope):
        alike: dict[tuple[int, ...], set[Weekday]] = {}
        for day in days:
            due = tuple(index for index, item in enumerate(plan.prescriptions) if item.when.is_due(slot, day))
            if due:
                alike.setdefault(due, set()).add(day)
        groups += [SessionGroup(frozenset(same), session(plan, library, min(same), slot)) for same in alike.values()]
    return tuple(groups)
