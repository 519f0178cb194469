"""An exercise library: what leaflets say, as data. The program ships one; anyone can write another."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import Factory, define, field, frozen

from planner.model.amounts import Amount
from planner.model.terms import Action, Count, HoldUnit, Side, SideRule, Sides, StartingPosition, Term

LIBRARY_FORMAT = 1
"""The version of the library file that this program reads."""


class AdviceKind(Term):
    """What a piece of advice is about."""

    COURSE = "course"
    """How long to go on, and what to expect."""
    SEE_A_DOCTOR = "see-a-doctor"
    """When to see a doctor, red flags aside."""
    GENERAL = "general"


@frozen
class Contact:
    """A way to reach the people behind a source, as printed in it."""

    text: str
    printed: int | None = None
    """The year it was printed; contacts go out of date."""
    only_for: str | None = None
    """Whom it is for, where it is not for everyone ("people in Camden")."""


@frozen
class Source:
    """A leaflet, page or book that exercises and doses come from."""

    id: str
    title: str
    publisher: str = ""
    author: str = ""
    year: int | None = None
    address: str = ""
    """Where it can be read, as plain text; never opened by the program."""
    credit: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    weeks: Amount | None = None
    """How many weeks it advises to go on."""
    times_a_day: Amount | None = None
    """How often a day it says to exercise, where it says so for all of its exercises."""
    notes: tuple[str, ...] = ()
    """What a reader should know about this source, such as where it contradicts itself."""


@frozen
class Advice:
    """A piece of advice that belongs to no single exercise, in plain words, with the source that gives it."""

    kind: AdviceKind
    text: str
    source: str


@frozen
class RedFlag:
    """A sign that needs a doctor before any exercise, as a question to be answered with yes or no."""

    id: str
    question: str
    source: str


@frozen
class Guidance:
    """The dose that one source gives for one variant. Any number may be missing, because leaflets leave blanks.

    `hold` is per repetition, in `hold_unit`; `duration` and `rest` are in seconds; `every_hours` is for "every 3
    hours".
    """

    source: str
    sets: Amount | None = None
    reps: Amount | None = None
    hold: Amount | None = None
    duration: Amount | None = None
    rest: Amount | None = None
    count: Count | None = None
    hold_unit: HoldUnit = HoldUnit.SECONDS
    times_a_day: Amount | None = None
    times_a_week: Amount | None = None
    every_hours: Amount | None = None
    notes: tuple[str, ...] = ()
    """What this source adds about doing it: hands on the lower back, stop at once on pain."""


@frozen
class SideNames:
    """How a variant speaks of its sides: "to the left" of a roll, "left leg" of a hug, "anticlockwise" of a circle."""

    left: str = "left side"
    right: str = "right side"
    each: str = "each side"

    def of(self, side: Side) -> str:
        """The words for one side."""
        return self.left if side is Side.LEFT else self.right


@frozen
class VariantReference:
    """One variant of one exercise, by their ids."""

    exercise: str
    variant: str

    def __str__(self) -> str:
        return f"{self.exercise}/{self.variant}"


@frozen
class Variant:
    """One way of doing an exercise: an action and sides, with its own steps where they differ."""

    id: str
    name: str
    """What tells it from its sisters, in a few words: "held, to one side"."""
    action: Action
    sides: Sides
    steps: tuple[str, ...] = ()
    """Its own steps; empty where those of the exercise hold."""
    equipment: tuple[str, ...] = ()
    """What it needs beside what the exercise needs."""
    precautions: tuple[str, ...] = ()
    side_rule: SideRule = SideRule.EITHER
    side_names: SideNames = SideNames()
    progression_of: VariantReference | None = None
    """The easier way that this one is a progression of."""
    guidance: tuple[Guidance, ...] = ()
    figure: str | None = None
    """The id of the figure that shows it."""

    def guidance_from(self, source: str | None) -> Guidance | None:
        """What one source says of this variant."""
        return next((item for item in self.guidance if item.source == source), None)


@frozen
class Exercise:
    """One named movement or position, with steps and the ways to do it."""

    id: str
    name: str
    position: StartingPosition
    variants: tuple[Variant, ...]
    aim: str = ""
    other_names: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    precautions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Discrepancies and background, for the curious."""
    region: str = ""
    """The part of the body: "lower back"."""

    def variant(self, identifier: str) -> Variant | None:
        """The variant with this id."""
        return next((variant for variant in self.variants if variant.id == identifier), None)

    def steps_of(self, variant: Variant) -> tuple[str, ...]:
        """The steps of a variant: its own, or those of the exercise."""
        return variant.steps or self.steps

    def equipment_of(self, variant: Variant) -> tuple[str, ...]:
        """Everything that a variant needs, the exercise's own first, nothing twice."""
        return tuple(dict.fromkeys((*self.equipment, *variant.equipment)))

    def precautions_of(self, variant: Variant) -> tuple[str, ...]:
        """Everything to mind in a variant, the exercise's own first, nothing twice."""
        return tuple(dict.fromkeys((*self.precautions, *variant.precautions)))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that speak of it, in the order of the file."""
        return tuple(dict.fromkeys(item.source for variant in self.variants for item in variant.guidance))


@define(frozen=True, slots=False)
class Library:
    """Exercises and the sources they come from, ready to be looked up by id."""

    title: str
    exercises: Sequence[Exercise]
    """A tuple; only of a library of thousands it is a sequence that makes each exercise when it is asked for."""
    sources: tuple[Source, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    advice: tuple[Advice, ...] = ()
    precautions: tuple[str, ...] = ()
    """What to mind in every exercise of the library."""
    figures: Mapping[str, object] = field(default=Factory(dict), repr=False)

    @cached_property
    def _exercises_by_id(self) -> dict[str, Exercise]:
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @property
    def identifiers(self) -> Collection[str]:
        """The ids of all exercises."""
        return self._exercises_by_id.keys()

    def exercise(self, identifier: str) -> Exercise | None:
        """The exercise with this id."""
        return self._exercises_by_id.get(identifier)

    def variant(self, exercise: str, variant: str) -> tuple[Exercise, Variant] | None:
        """An exercise and one of its variants, where this library has both."""
        found = self.exercise(exercise)
        way = found.variant(variant) if found else None
        return (found, way) if found and way else None

    def source(self, identifier: str) -> Source | None:
        """The source with this id."""
        return self._sources_by_id.get(identifier)

    def exercises_from(self, source: str) -> Iterable[Exercise]:
        """Every exercise that a source gives a dose for, in the order of the library."""
        return (exercise for exercise in self.exercises if source in exercise.sources)

    def ways(self) -> Iterator[tuple[Exercise, Variant]]:
        """Every variant of every exercise, in the order of the file."""
        for exercise in self.exercises:
            for variant in exercise.variants:
                yield exercise, variant
