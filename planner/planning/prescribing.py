"""A prescription in the making: what the Prescribe dialog shows and changes, as a frozen state and pure steps."""

from attrs import evolve, field, frozen

from planner.model import (
    Amount,
    Count,
    Exercise,
    Guidance,
    Library,
    PainfulSide,
    Plan,
    Prescription,
    Schedule,
    Side,
    Sides,
    Variant,
    Weekday,
)
from planner.model.plan import Dose
from planner.planning import edits, estimates
from planner.planning.doses import dose_from
from planner.planning.edits.numbers import with_number
from planner.planning.guidance import schedule_from
from planner.planning.identifiers import new_prescription_id
from planner.planning.sides import SideChoice, choose_side


@frozen
class Draft:
    """One exercise on its way into a plan, or a prescription of it being changed.

    Nothing of it is in the plan until `applied`; leaving the dialog leaves nothing behind.
    """

    plan: Plan
    library: Library
    exercise: Exercise
    variant: Variant
    guidance: Guidance | None
    side: Side | None
    dose: Dose
    when: Schedule
    note: str = ""
    editing: Prescription | None = None
    """The prescription that is being changed; `None` while a new one is made."""
    own_dose: bool = field(default=False)
    """Whether a person has changed the numbers; they are kept then where they can be."""

    @property
    def side_choice(self) -> SideChoice:
        """Which side the variant asks for, and why."""
        return choose_side(self.variant, self.plan.painful_side)

    @property
    def prescription(self) -> Prescription:
        """What would stand in the plan."""
        base = self.editing or Prescription(new_prescription_id(self.plan, self.exercise.id), self.exercise.id, "")
        return evolve(
            base,
            variant=self.variant.id,
            guidance=self.guidance.source if self.guidance else None,
            side=self.side,
            dose=self.dose,
            when=self.when,
            note=self.note,
        )

    @property
    def minutes_a_day(self) -> int:
        """The minutes that it takes on the fullest day, rounded up."""
        seconds = estimates.estimate(self.dose, self.variant, self.side).seconds
        times = max(self.when.times_on(day) for day in Weekday)
        return estimates.minutes(seconds * times)

    def applied(self) -> Plan:
        """The plan with the prescription in it."""
        if self.editing:
            return edits.replace(self.plan, self.prescription)
        return edits.add(self.plan, self.prescription)


def begin(plan: Plan, library: Library, exercise: Exercise) -> Draft:
    """A new prescription, prefilled from the first variant and the guidance that the plan leans on."""
    empty = Draft(plan, library, exercise, exercise.variants[0], None, None, Dose(), Schedule())
    return choose_variant(empty, exercise.variants[0])


def change(plan: Plan, library: Library, prescription: Prescription) -> Draft | None:
    """A prescription of the plan, to be changed; `None` where the library does not have its exercise."""
    found = library.variant(prescription.exercise, prescription.variant)
    if found is None:
        return None
    exercise, variant = found
    return Draft(
        plan,
        library,
        exercise,
        variant,
        variant.guidance_from(prescription.guidance),
        prescription.side,
        prescription.dose,
        prescription.when,
        prescription.note,
        editing=prescription,
        own_dose=True,
    )


def choose_variant(draft: Draft, variant: Variant) -> Draft:
    """Another way of doing it: its side is chosen anew, its dose comes from a leaflet that speaks of it."""
    if draft.guidance and draft.variant is variant:
        return draft
    guidance = _usual_guidance(draft, variant)
    chosen = evolve(draft, variant=variant, side=choose_side(variant, draft.plan.painful_side).side, own_dose=False)
    return choose_guidance(chosen, guidance)


def _usual_guidance(draft: Draft, variant: Variant) -> Guidance | None:
    """The source that this prescription, or most of the plan, already follows; else the first that speaks of it."""
    followed = [item.guidance for item in draft.plan.prescriptions]
    wanted = draft.guidance.source if draft.guidance else None
    ranked = sorted(variant.guidance, key=lambda item: (item.source != wanted, -followed.count(item.source)))
    return ranked[0] if ranked else None


def choose_guidance(draft: Draft, guidance: Guidance | None) -> Draft:
    """Start from another leaflet's dose, and from how often it says to do it; no guidance leaves the dose blank."""
    when = draft.when
    if draft.editing is None or not when.entries:
        source = draft.library.source(guidance.source) if guidance else None
        when = schedule_from(draft.plan, guidance, source)
    return evolve(draft, guidance=guidance, dose=dose_from(guidance), when=when, own_dose=False)


def next_guidance(draft: Draft, by: int = 1) -> Draft:
    """The next leaflet that speaks of this variant, in turn."""
    choices = draft.variant.guidance
    if not choices:
        return draft
    now = choices.index(draft.guidance) if draft.guidance in choices else -by
    return choose_guidance(draft, choices[(now + by) % len(choices)])


def next_action(draft: Draft) -> Draft:
    """The next variant with another action, the same sides if there is one: from held to repeated and back."""
    actions = list(dict.fromkeys(variant.action for variant in draft.exercise.variants))
    wanted = actions[(actions.index(draft.variant.action) + 1) % len(actions)]
    return _nearest(draft, [variant for variant in draft.exercise.variants if variant.action is wanted])


def next_sides(draft: Draft) -> Draft:
    """The next variant with other sides, the same action if there is one.

    Where there is none, a variant that works both sides is restricted to one and opened to both again.
    """
    sides = list(dict.fromkeys(variant.sides for variant in draft.exercise.variants))
    if len(sides) > 1:
        wanted = sides[(sides.index(draft.variant.sides) + 1) % len(sides)]
        return _nearest(draft, [variant for variant in draft.exercise.variants if variant.sides is wanted])
    return next_side(draft) if draft.variant.sides is Sides.BOTH else draft


def _nearest(draft: Draft, variants: list[Variant]) -> Draft:
    now = draft.variant
    same = [variant for variant in variants if variant.sides is now.sides or variant.action is now.action]
    return choose_variant(draft, (same or variants)[0])


def side_choices(variant: Variant) -> tuple[Side | None, ...]:
    """The sides that can be prescribed; `None` is both sides, or not said yet for a one-sided variant."""
    if variant.sides is Sides.NONE:
        return (None,)
    return (None, Side.LEFT, Side.RIGHT) if variant.sides is Sides.BOTH else (Side.LEFT, Side.RIGHT)


def next_side(draft: Draft, by: int = 1) -> Draft:
    """The next of the sides that can be prescribed, in turn."""
    choices = side_choices(draft.variant)
    now = choices.index(draft.side) if draft.side in choices else (-1 if by > 0 else 0)
    return evolve(draft, side=choices[(now + by) % len(choices)])


def set_number(draft: Draft, number: str, amount: Amount | None) -> Draft:
    """Another number in the dose; `None` makes it not set."""
    return evolve(draft, dose=with_number(draft.dose, number, amount), own_dose=True)


def step(draft: Draft, number: str, by: int) -> Draft:
    """One step more or less of a number of the dose."""
    now = getattr(draft.dose, number)
    return set_number(draft, number, edits.stepped(number, now, by, draft.dose.hold_unit))


def toggle_day(draft: Draft, slot: str, day: Weekday) -> Draft:
    """Due, or not due any more, at this time of this day."""
    return evolve(draft, when=draft.when.with_days(slot, draft.when.days(slot) ^ {day}))


def fill_days(draft: Draft, slot: str) -> Draft:
    """Every day at this time, or none where every day is set."""
    every = frozenset(Weekday)
    return evolve(draft, when=draft.when.with_days(slot, frozenset() if draft.when.days(slot) == every else every))


def set_count(draft: Draft, count: Count) -> Draft:
    """What one repetition is; "each side" is what a dose means without a word, and is not written."""
    value = None if count is Count.EACH_SIDE else count
    return evolve(draft, dose=evolve(draft.dose, count=value), own_dose=True)


def set_note(draft: Draft, note: str) -> Draft:
    """Another note."""
    return evolve(draft, note=note)


def set_painful_side(draft: Draft, side: PainfulSide | None) -> Draft:
    """Which side hurts, as the person has just said: kept in the plan, and the side of the variant follows from it."""
    plan = edits.set_painful_side(draft.plan, side)
    return evolve(draft, plan=plan, side=choose_side(draft.variant, side).side)
