"""From a plan to the sheet that shows it."""

from collections.abc import Iterator

from planner.export.blocks import blocks_of
from planner.export.handout import Credit, Handout, Item, Safety, SessionPart
from planner.export.options import FigureSvg
from planner.export.scope import Scope, ScopeKind, prescriptions_in
from planner.export.sessions import SessionGroup, session_groups
from planner.export.texts import all_shown, shown, shown_lines
from planner.export.week_table import course_weeks, week_table
from planner.export.wording import clock, facts_of, scope_words, title_of
from planner.model import AdviceKind, Contact, Library, Plan, Prescription, Source
from planner.planning.dates import date_words
from planner.planning.day_words import days_words
from planner.planning.words import capitalised


def make_handout(plan: Plan, library: Library, scope: Scope, figure_svg: FigureSvg | None = None) -> Handout:
    """The sheet for a plan or a part of it; without `figure_svg` it has no figures."""
    due = prescriptions_in(plan, scope)
    numbers = {id(item): number for number, item in enumerate(due, 1)}
    whole_week = scope.kind in (ScopeKind.COURSE, ScopeKind.WEEK)
    week = week_table(plan, library, scope, due) if whole_week and due else None
    return Handout(
        title=title_of(plan),
        scope=scope_words(plan, scope),
        facts=facts_of(plan),
        note=shown_lines(plan.note),
        safety=_safety(plan, library),
        sessions=tuple(
            _session(group, numbers, whole_week, to_tick=week is not None and week.to_tick)
            for group in session_groups(plan, library, scope)
        ),
        week=week,
        course=course_weeks(plan) if scope.kind is ScopeKind.COURSE else (),
        blocks=blocks_of(plan, library, due, figure_svg),
        advice=_advice(plan, library) if whole_week else (),
        credits=tuple(_credit(source, with_contacts=whole_week) for source in _sources(plan, library)),
    )


def _session(group: SessionGroup, numbers: dict[int, int], whole_week: bool, *, to_tick: bool) -> SessionPart:
    session = group.session
    time = clock(session.starts)
    return SessionPart(
        title=capitalised(shown(session.slot)) + (f", {time}" if time else ""),
        days=days_words(group.days) if whole_week else "",
        day_names=tuple(day.short for day in sorted(group.days)) if to_tick else (),
        minutes=session.time.words,
        items=tuple(
            Item(numbers[id(entry.prescription)], shown(entry.title), shown(entry.dose)) for entry in session.entries
        ),
    )


def _safety(plan: Plan, library: Library) -> Safety:
    if not library.red_flags:
        answered = ""
    elif plan.safety_checked:
        answered = f"These questions were answered on {date_words(plan.safety_checked, year=True)}."
    else:
        answered = "These questions have not been answered yet."
    return Safety(
        questions=tuple(shown(flag.question) for flag in library.red_flags),
        answered=answered,
        precautions=all_shown(library.precautions),
        see_a_doctor=tuple(shown(item.text) for item in library.advice if item.kind is AdviceKind.SEE_A_DOCTOR),
    )


def _advice(plan: Plan, library: Library) -> tuple[str, ...]:
    """How long to go on, then the rest, from the sources that the plan draws on; if it draws on none, all there is."""
    used = _source_ids(plan.prescriptions, library)
    return tuple(
        shown(item.text)
        for kind in (AdviceKind.COURSE, AdviceKind.GENERAL)
        for item in library.advice
        if item.kind is kind and (not used or item.source in used)
    )


def _source_ids(prescriptions: tuple[Prescription, ...], library: Library) -> frozenset[str]:
    """The sources that speak of the exercises of a plan, or that their doses come from."""
    exercises = [library.exercise(item.exercise) for item in prescriptions]
    spoken = {source for exercise in exercises if exercise for source in exercise.sources}
    return frozenset(spoken | {item.guidance for item in prescriptions if item.guidance})


def _sources(plan: Plan, library: Library) -> Iterator[Source]:
    used = _source_ids(plan.prescriptions, library)
    safety = {flag.source for flag in library.red_flags} | {item.source for item in library.advice}
    return (source for source in library.sources if source.id in used | safety)


def _credit(source: Source, *, with_contacts: bool) -> Credit:
    """A source with its credit; how to reach its people only on the sheet of a week or a course."""
    by = ", ".join(part for part in (source.author, source.publisher, str(source.year or "")) if part)
    contacts = [source.address, *(_contact(contact) for contact in source.contacts)]
    lines = [*source.credit, *(contacts if with_contacts else ())]
    return Credit(
        title=shown(f"{source.title} ({by})" if by else source.title),
        lines=all_shown(line for line in lines if line),
    )


def _contact(contact: Contact) -> str:
    """A contact with whom it is for and how old it is: contacts go out of date."""
    about = [f"for {contact.only_for}"] if contact.only_for else []
    about += [f"as printed in {contact.printed}"] if contact.printed else []
    return f"{capitalised(', '.join(about))}: {contact.text}" if about else contact.text
