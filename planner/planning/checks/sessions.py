"""Rules on what comes together in a session or on a day, and on slots and rows that nothing comes of."""

from planner.model import Action, Side, Weekday
from planner.planning.checks.findings import OWN_RULE, Finding, Found, Severity
from planner.planning.checks.subject import Subject
from planner.planning.day_words import days_words, sessions_words
from planner.planning.estimates import Estimate
from planner.planning.timetable import slot_estimates
from planner.planning.words import listed

MOST_EXERCISES = 6
"""More exercises than these in one session are seldom kept up for weeks."""

MOST_MINUTES = 30
"""Longer sessions than these are seldom kept up for weeks."""


def held_and_repeated(subject: Subject) -> Found:
    """One exercise both held and repeated on the same day. Leaflets often print both, to choose from."""
    days_of: dict[tuple[str, Action], frozenset[Weekday]] = {}
    last: dict[str, str] = {}
    for row in subject.rows:
        if row.variant and row.variant.action in (Action.HOLD, Action.REPEAT):
            key = row.prescription.exercise, row.variant.action
            days_of[key] = days_of.get(key, frozenset()) | row.days
            last[row.prescription.exercise] = row.id
    for exercise, identifier in last.items():
        nothing = frozenset[Weekday]()
        days = days_of.get((exercise, Action.HOLD), nothing) & days_of.get((exercise, Action.REPEAT), nothing)
        known = subject.library.exercise(exercise)
        if days and known:
            sentence = f"{known.name}: both held and repeated {days_words(days)}; often one of them is meant."
            yield Finding("held-and-repeated", Severity.GOOD_TO_KNOW, sentence, OWN_RULE, identifier)


def twice_in_a_session(subject: Subject) -> Found:
    """The same way of an exercise, for the same side, twice in one session: often a copy that was not changed."""
    seen: dict[tuple[str, str, str, Side | None], frozenset[Weekday]] = {}
    for row in subject.rows:
        item = row.prescription
        # A row without a side works both, or one that nobody has named: it meets those of either side.
        meets = (None, item.side) if item.side else (None, *Side)
        sessions: list[str] = []
        for slot in (slot.name for slot in subject.plan.slots if slot.name in row.due):
            days = row.due[slot]
            before = [seen.get((item.exercise, item.variant, slot, side), frozenset()) for side in meets]
            twice = days & frozenset[Weekday]().union(*before)
            if twice:
                sessions.append(sessions_words(slot, twice))
            key = item.exercise, item.variant, slot, item.side
            seen[key] = seen.get(key, frozenset()) | days
        if sessions:
            sentence = f"{row.title}: twice in one session ({'; '.join(sessions)})."
            yield Finding("twice-in-a-session", Severity.WORTH_CHECKING, sentence, OWN_RULE, row.id)


def session_too_full(subject: Subject) -> Found:
    """More than `MOST_EXERCISES` different exercises in one session; both sides of one are one exercise."""
    for slot in subject.plan.slots:
        counts = {
            day: len({row.prescription.exercise for row in subject.rows if day in row.due.get(slot.name, ())})
            for day in Weekday
        }
        full = [day for day, count in counts.items() if count > MOST_EXERCISES]
        if full:
            most = max(counts.values())
            upto = "" if {counts[day] for day in full} == {most} else "up to "
            sentence = (
                f"{slot.name}: {upto}{most} exercises in one session {days_words(full)}; "
                f"more than {MOST_EXERCISES} are hard to keep up."
            )
            yield Finding("session-too-full", Severity.WORTH_CHECKING, sentence, OWN_RULE)


def session_too_long(subject: Subject) -> Found:
    """A session of more than `MOST_MINUTES`, as far as its numbers are set."""
    estimates = slot_estimates(subject.plan, subject.library)
    for slot in subject.plan.slots:
        of_slot = {day: estimates[slot.name, day] for day in Weekday}
        long = {day: time for day, time in of_slot.items() if time.seconds > MOST_MINUTES * 60}
        if long:
            longest = max(long.values(), key=lambda time: time.seconds)
            sentence = (
                f"{slot.name}: {_length(longest, list(long.values()))} {days_words(long)}; "
                f"sessions of more than {MOST_MINUTES} min are hard to keep up."
            )
            yield Finding("session-too-long", Severity.WORTH_CHECKING, sentence, OWN_RULE)


def _length(longest: Estimate, times: list[Estimate]) -> str:
    differ = any(time.words != longest.words for time in times)
    return f"up to {longest.words}" if differ and longest.complete else longest.words


def never_due(subject: Subject) -> Found:
    """A row that is due on no day, so that nobody will ever do it."""
    if not subject.plan.slots:
        return
    for row in subject.rows:
        if not row.prescription.when.entries:
            sentence = f"{row.title}: not due on any day."
            yield Finding("never-due", Severity.WORTH_CHECKING, sentence, OWN_RULE, row.id)


def slot_not_in_plan(subject: Subject) -> Found:
    """A row that is due in a slot that the plan does not have: no session shows it."""
    if not subject.plan.slots:
        return
    for row in subject.rows:
        unknown = [f'"{slot}"' for slot in row.prescription.when.slots if slot not in row.due]
        if unknown:
            sentence = f"{row.title}: due in {listed(unknown)}, which is not among the times of the day of this plan."
            yield Finding("slot-not-in-plan", Severity.IMPORTANT, sentence, OWN_RULE, row.id)


def no_slots(subject: Subject) -> Found:
    """A plan with exercises and without any time of the day to do them in."""
    if subject.rows and not subject.plan.slots:
        sentence = "The plan has no times of the day, so nothing in it is ever due."
        yield Finding("no-slots", Severity.IMPORTANT, sentence, OWN_RULE)


def slot_with_nothing(subject: Subject) -> Found:
    """A slot in which nothing is due on any day."""
    if not any(row.due for row in subject.rows):
        return
    for slot in subject.plan.slots:
        if not any(slot.name in row.due for row in subject.rows):
            sentence = f"{slot.name}: nothing is due on any day."
            yield Finding("slot-with-nothing", Severity.GOOD_TO_KNOW, sentence, OWN_RULE)


def plan_empty(subject: Subject) -> Found:
    """A plan without a single exercise."""
    if not subject.rows:
        sentence = "There are no exercises in this plan yet."
        yield Finding("plan-empty", Severity.GOOD_TO_KNOW, sentence, OWN_RULE)
