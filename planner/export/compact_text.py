"""The plan in as few words as can be, for a QR code or a message: every exercise with its dose and its days."""

from planner.export.scope import Scope, ScopeKind, prescriptions_in
from planner.export.texts import shown
from planner.export.wording import clock, facts_of, scope_words, title_of
from planner.model import EVERY_DAY, Library, Plan, Prescription, Weekday
from planner.planning.doses import dose_line
from planner.planning.naming import prescription_title
from planner.planning.timetable import slot_names


def compact_text(plan: Plan, library: Library, scope: Scope) -> str:
    """Title, course, times of the day, then one line for each exercise, and what to mind in every one."""
    lines = [title_of(plan), scope_words(plan, scope), ". ".join(facts_of(plan)), _times(plan)]
    whole_week = scope.kind in (ScopeKind.COURSE, ScopeKind.WEEK)
    for number, item in enumerate(prescriptions_in(plan, scope), 1):
        found = library.variant(item.exercise, item.variant)
        dose = dose_line(item.dose, found[1] if found else None, item.side)
        when = f" ({_when(plan, item)})" if whole_week else ""
        lines.append(f"{number} {shown(prescription_title(library, item))}: {shown(dose)}{when}")
    lines += [shown(text) for text in library.precautions]
    return "\n".join(line for line in lines if line) + "\n"


def _times(plan: Plan) -> str:
    return ", ".join(f"{shown(slot.name)} {clock(slot.time)}" for slot in plan.slots)


def _when(plan: Plan, item: Prescription) -> str:
    due = [f"{shown(name)} {_days(item.when.days(name))}".strip() for name in slot_names(plan) if item.when.days(name)]
    return ", ".join(due) or "not due"


def _days(days: frozenset[Weekday]) -> str:
    return "daily" if days == EVERY_DAY else " ".join(day.short for day in sorted(days))
