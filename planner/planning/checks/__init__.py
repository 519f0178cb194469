"""The check of a plan: what is not set, not as the leaflets say, or easily done wrong. It never blocks anything."""

from collections.abc import Callable
from typing import NamedTuple

from planner.model import Library, Plan
from planner.planning.checks import course, frequency, known, numbers, sessions, working_side
from planner.planning.checks.findings import OWN_RULE, Finding, Found, Severity
from planner.planning.checks.subject import Subject, subject_of

__all__ = ["OWN_RULE", "RULES", "Finding", "Rule", "Severity", "check"]

_LEAFLET = "the leaflet"


class Rule(NamedTuple):
    """A rule of the check: what it looks for, and on whose word."""

    ids: tuple[str, ...]
    """The ids that its findings have."""
    looks_for: str
    basis: str
    find: Callable[[Subject], Found]


RULES: tuple[Rule, ...] = (
    Rule(
        ("red-flags-not-answered",),
        "the safety questions are not answered",
        _LEAFLET,
        course.red_flags_not_answered,
    ),
    Rule(("plan-empty",), "there are no exercises", OWN_RULE, sessions.plan_empty),
    Rule(("no-slots",), "there are exercises but no times of the day", OWN_RULE, sessions.no_slots),
    Rule(
        ("exercise-not-in-library",),
        "the library does not have an exercise or its variant",
        OWN_RULE,
        known.exercise_not_in_library,
    ),
    Rule(("side-not-set",), "a one-sided exercise has no side", _LEAFLET, working_side.side_not_set),
    Rule(
        ("side-against-rule",),
        "a side contradicts what follows from the painful side",
        _LEAFLET,
        working_side.side_against_rule,
    ),
    Rule(
        ("slot-not-in-plan",), "a time of the day is not among those of the plan", OWN_RULE, sessions.slot_not_in_plan
    ),
    Rule(("number-not-set",), "a number that the exercise needs is not set", OWN_RULE, numbers.number_not_set),
    Rule(
        ("outside-leaflet-range",),
        "a number is not what the leaflet says",
        _LEAFLET,
        numbers.outside_leaflet_range,
    ),
    Rule(
        ("other-side-missing",),
        "an exercise for both sides is planned for one only",
        _LEAFLET,
        working_side.other_side_missing,
    ),
    Rule(
        ("fewer-times-a-day", "more-times-a-day"),
        "it is due on a day less or more often than the leaflet says",
        _LEAFLET,
        frequency.times_a_day,
    ),
    Rule(
        ("fewer-times-a-week", "more-times-a-week"),
        "it is due in a week less or more often than the leaflet says",
        _LEAFLET,
        frequency.times_a_week,
    ),
    Rule(
        ("closer-together-than-advised", "further-apart-than-advised"),
        "the times of a day are closer together or further apart than the leaflet says",
        _LEAFLET,
        frequency.hours_between,
    ),
    Rule(
        ("progression-without-base",),
        "a harder way is planned without the easier one",
        _LEAFLET,
        known.progression_without_base,
    ),
    Rule(("never-due",), "an exercise is due on no day", OWN_RULE, sessions.never_due),
    Rule(
        ("twice-in-a-session",),
        "the same is planned twice in one session",
        OWN_RULE,
        sessions.twice_in_a_session,
    ),
    Rule(
        ("session-too-full",),
        f"there are more than {sessions.MOST_EXERCISES} exercises in a session",
        OWN_RULE,
        sessions.session_too_full,
    ),
    Rule(
        ("session-too-long",),
        f"a session is longer than {sessions.MOST_MINUTES} minutes",
        OWN_RULE,
        sessions.session_too_long,
    ),
    Rule(
        ("course-shorter-than-advised",),
        "the course is shorter than the leaflet advises",
        _LEAFLET,
        course.course_shorter_than_advised,
    ),
    Rule(
        ("course-length-not-set",),
        "the length of the course is not set, and the leaflet advises one",
        _LEAFLET,
        course.course_length_not_set,
    ),
    Rule(
        ("held-and-repeated",),
        "one exercise is both held and repeated on a day",
        OWN_RULE,
        sessions.held_and_repeated,
    ),
    Rule(("slot-with-nothing",), "nothing is due at a time of the day", OWN_RULE, sessions.slot_with_nothing),
    Rule(("side-not-needed",), "a side is set where there are no sides", OWN_RULE, working_side.side_not_needed),
    Rule(
        ("source-not-in-library",),
        "the library does not have the source of a dose",
        OWN_RULE,
        known.source_not_in_library,
    ),
)
"""Every rule, the weightiest first: within a severity and a row, findings come in this order."""


def check(plan: Plan, library: Library) -> tuple[Finding, ...]:
    """Everything there is to say about a plan: by severity, then the plan as a whole before its rows in their order.

    One problem is one finding, however many days it is there on. The sessions of a plan are the same each week, so a
    week is all that is looked at.
    """
    subject = subject_of(plan, library)
    found = [finding for rule in RULES for finding in rule.find(subject)]
    places = {row.id: place for place, row in enumerate(subject.rows, start=1)}
    severities = list(Severity)

    def order(finding: Finding) -> tuple[int, int]:
        place = places.get(finding.prescription, 0) if finding.prescription is not None else 0
        return severities.index(finding.severity), place

    return tuple(finding._replace(rank=rank) for rank, finding in enumerate(sorted(found, key=order)))
