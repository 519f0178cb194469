"""Rules on the whole course: the safety questions, and how long to go on."""

from planner.model import Amount
from planner.planning.checks.findings import Finding, Found, Severity, joined_titles
from planner.planning.checks.subject import Subject
from planner.planning.naming import source_name
from planner.planning.words import amount_words


def red_flags_not_answered(subject: Subject) -> Found:
    """The questions that rule out a serious cause have not been answered; only where the library has some."""
    library = subject.library
    if not library.red_flags or subject.plan.safety_checked is not None:
        return
    asking = (library.source(flag.source) for flag in library.red_flags)
    source = joined_titles(item.title for item in asking if item)
    sentence = "The safety questions have not been answered; if any answer is yes, see a doctor before you exercise."
    yield Finding("red-flags-not-answered", Severity.IMPORTANT, sentence, source)


def course_shorter_than_advised(subject: Subject) -> Found:
    """A course of fewer weeks than a leaflet advises whose doses the plan uses."""
    weeks = subject.plan.weeks
    if weeks is None:
        return
    advised = {
        name: amount for name, amount in _advised_weeks(subject).items() if amount.minimum and weeks < amount.minimum
    }
    if advised:
        sentence = f"The course lasts {_weeks(Amount.exactly(weeks))}. {_says(subject, advised)}."
        yield _finding(subject, "course-shorter-than-advised", Severity.WORTH_CHECKING, sentence, advised)


def course_length_not_set(subject: Subject) -> Found:
    """Nobody has said how long the course lasts, although a leaflet advises on it."""
    advised = _advised_weeks(subject)
    if subject.plan.weeks is None and advised:
        sentence = f"How many weeks the course lasts is not set. {_says(subject, advised)}."
        yield _finding(subject, "course-length-not-set", Severity.GOOD_TO_KNOW, sentence, advised)


def _advised_weeks(subject: Subject) -> dict[str, Amount]:
    """By their ids, the weeks that the sources of the plan's doses advise."""
    used = dict.fromkeys(row.prescription.guidance for row in subject.rows if row.prescription.guidance)
    sources = (subject.library.source(identifier) for identifier in used)
    return {source.id: source.weeks for source in sources if source and source.weeks}


def _says(subject: Subject, advised: dict[str, Amount]) -> str:
    names = {source: source_name(subject.library.source(source), source) for source in advised}
    return "; ".join(f"{names[source]} advises {_weeks(amount)}" for source, amount in advised.items())


def _weeks(amount: Amount) -> str:
    return f"{amount_words(amount)} {'week' if amount.exact == 1 else 'weeks'}"


def _finding(subject: Subject, rule: str, severity: Severity, sentence: str, advised: dict[str, Amount]) -> Finding:
    sources = (subject.library.source(identifier) for identifier in advised)
    return Finding(rule, severity, sentence, joined_titles(source.title for source in sources if source))
