"""What is checked: a plan beside its library, each row with what the library knows of it, looked up once."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.model import Exercise, Guidance, Library, Plan, Prescription, Source, Variant, Weekday
from planner.planning.checks.findings import joined_titles
from planner.planning.naming import prescription_title, source_name


class Advised(NamedTuple):
    """What one source says of the way that a row is done."""

    guidance: Guidance
    source: Source | None

    @property
    def name(self) -> str:
        """The source in a word or two."""
        return source_name(self.source, self.guidance.source)

    @property
    def title(self) -> str:
        """The title of the source."""
        return self.source.title if self.source else self.guidance.source


class Row(NamedTuple):
    """A prescription with its exercise, its variant, and when it is due in slots that the plan has."""

    prescription: Prescription
    exercise: Exercise | None
    variant: Variant | None
    title: str
    advice: tuple[Advised, ...]
    """What the source says whose dose it started from; what all sources say where it started from none."""
    due: Mapping[str, frozenset[Weekday]]
    """The days of each slot, without slots that the plan does not have."""

    @property
    def id(self) -> str:
        """The id of the prescription."""
        return self.prescription.id

    @property
    def sources(self) -> str:
        """The titles of the sources that advise on it."""
        return titles(self.advice)

    @property
    def days(self) -> frozenset[Weekday]:
        """The days on which it is due, in whichever slot."""
        return frozenset(day for days in self.due.values() for day in days)


class Subject(NamedTuple):
    """A plan and a library, ready to be checked."""

    plan: Plan
    library: Library
    rows: tuple[Row, ...]


def subject_of(plan: Plan, library: Library) -> Subject:
    """Look everything up that the rules need."""
    slots = frozenset(slot.name for slot in plan.slots)
    return Subject(plan, library, tuple(_row(item, library, slots) for item in plan.prescriptions))


def titles(advice: Iterable[Advised]) -> str:
    """The titles of the sources of several pieces of advice."""
    return joined_titles(item.title for item in advice)


def _row(item: Prescription, library: Library, slots: frozenset[str]) -> Row:
    exercise = library.exercise(item.exercise)
    variant = exercise.variant(item.variant) if exercise else None
    said = variant.guidance if variant else ()
    return Row(
        prescription=item,
        exercise=exercise,
        variant=variant,
        title=prescription_title(library, item),
        advice=tuple(
            Advised(guidance, library.source(guidance.source))
            for guidance in said
            if item.guidance in (None, guidance.source)
        ),
        due={slot: days for slot, days in item.when.entries if slot in slots},
    )
