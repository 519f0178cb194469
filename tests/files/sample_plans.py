"""Plans for tests of files: as many prescriptions as wanted, and small edits of them."""

import datetime as dt

from attrs import evolve

from planner.model import EVERY_DAY, Amount, Dose, PainfulSide, Plan, Prescription, Schedule, Side, Slot, Weekday

SLOTS = (Slot("morning", dt.time(8)), Slot("evening", dt.time(20)))


def sample_plan(prescriptions: int = 12, title: str = "Acute low back, first fortnight") -> Plan:
    """A plan such as people have: a dozen prescriptions, twice a day."""
    return Plan(
        id="0b6e6f0e-53c5-4c59-9d4f-2f6d6b0d8a11",
        title=title,
        start=dt.date(2026, 11, 23),
        weeks=6,
        painful_side=PainfulSide.LEFT,
        slots=SLOTS,
        prescriptions=tuple(_prescription(number) for number in range(prescriptions)),
    )


def _prescription(number: int) -> Prescription:
    return Prescription(
        id=f"knee-roll-{number}",
        exercise="knee-roll",
        variant="hold-one-side",
        guidance="camden-msk",
        side=Side.RIGHT,
        note="Pillow under the head",
        dose=Dose(reps=Amount.exactly(3), hold=Amount(20, 30)),
        when=Schedule.of({"morning": EVERY_DAY, "evening": {Weekday.MONDAY, Weekday.FRIDAY}}),
    )


def with_note(plan: Plan, note: str, index: int = 0) -> Plan:
    """The plan with another note at one prescription."""
    items = list(plan.prescriptions)
    items[index] = evolve(items[index], note=note)
    return plan.with_prescriptions(items)
