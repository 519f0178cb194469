"""A small library and plans made by hand, for the tests of planning."""

import datetime as dt

from planner.model import (
    Action,
    Amount,
    Count,
    Dose,
    Exercise,
    Guidance,
    Library,
    Plan,
    Prescription,
    Schedule,
    Side,
    SideNames,
    SideRule,
    Sides,
    Slot,
    Source,
    StartingPosition,
    Variant,
    VariantReference,
    Weekday,
)

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
DAILY = frozenset(Weekday)
TEN = Amount.exactly(10)
LEGS = SideNames("left leg", "right leg", "each leg")
ROLL = SideNames("to the left", "to the right", "each way")


def exactly(number: int) -> Amount:
    return Amount.exactly(number)


def variant(
    action: Action,
    sides: Sides = Sides.NONE,
    *,
    name: str = "held",
    identifier: str = "way",
    names: SideNames | None = None,
    rule: SideRule = SideRule.EITHER,
    guidance: tuple[Guidance, ...] = (),
    progression_of: VariantReference | None = None,
) -> Variant:
    return Variant(
        id=identifier,
        name=name,
        action=action,
        sides=sides,
        side_names=names or SideNames(),
        side_rule=rule,
        guidance=guidance,
        progression_of=progression_of,
    )


CAMDEN = Source("camden", "Exercises for acute lower back pain", publisher="Camden MSK")
ROUTINE = Source("routine", "Lower Back Stretches", times_a_day=Amount.exactly(2))

EXTENSION = Exercise(
    "back-extension",
    "Back extension on elbows",
    StartingPosition.PRONE,
    (
        variant(Action.HOLD, identifier="hold", guidance=(Guidance("camden", hold=exactly(30)),)),
        variant(Action.REPEAT, identifier="repeat", name="repeated", guidance=(Guidance("camden"),)),
    ),
)
KNEE_ROLL = Exercise(
    "knee-roll",
    "Knee roll",
    StartingPosition.CROOK_LYING,
    (
        variant(
            Action.HOLD,
            Sides.ONE,
            identifier="hold-one-side",
            names=ROLL,
            rule=SideRule.AWAY_FROM_PAINFUL,
            guidance=(Guidance("camden", hold=Amount.at_least(30)),),
        ),
        variant(
            Action.HOLD,
            Sides.BOTH,
            identifier="hold-both-sides",
            name="held, with a pillow",
            names=ROLL,
            guidance=(Guidance("routine", reps=exactly(8), hold=TEN, count=Count.EACH_SIDE),),
        ),
        variant(
            Action.HOLD,
            Sides.BOTH,
            identifier="stronger",
            name="held, stronger stretch",
            names=ROLL,
            guidance=(Guidance("routine", reps=exactly(3), hold=exactly(20)),),
            progression_of=VariantReference("knee-roll", "hold-both-sides"),
        ),
    ),
)
KNEE_HUG = Exercise(
    "knee-hug",
    "Single knee hug",
    StartingPosition.SUPINE,
    (
        variant(
            Action.HOLD,
            Sides.BOTH,
            identifier="hold",
            names=LEGS,
            guidance=(
                Guidance("camden", reps=Amount(10, 15), hold=Amount(5, 10), count=Count.PAIR),
                Guidance("routine", reps=TEN, hold=TEN),
            ),
        ),
    ),
)
ACTIVITY = Exercise(
    "activity",
    "General activity",
    StartingPosition.STANDING,
    (
        variant(Action.ACTIVITY, identifier="walk", name="walking", guidance=(Guidance("camden"),)),
        variant(Action.ACTIVITY, identifier="swim", name="gentle swimming", guidance=(Guidance("camden"),)),
    ),
)
LIBRARY = Library("Lower back", (EXTENSION, KNEE_ROLL, KNEE_HUG, ACTIVITY), (CAMDEN, ROUTINE))

SLOTS = (Slot("morning", dt.time(8)), Slot("evening", dt.time(20)))


def hug(identifier: str = "hug", *, when: Schedule | None = None) -> Prescription:
    return Prescription(
        identifier,
        "knee-hug",
        "hold",
        guidance="routine",
        dose=Dose(reps=TEN, hold=TEN),
        when=when if when is not None else Schedule.of({"morning": DAILY, "evening": DAILY}),
    )


def roll(identifier: str = "roll", *, side: Side | None = Side.RIGHT) -> Prescription:
    return Prescription(
        identifier,
        "knee-roll",
        "hold-one-side",
        guidance="camden",
        side=side,
        dose=Dose(reps=exactly(3), hold=Amount.at_least(30)),
        when=Schedule.of({"morning": {MON, WED}}),
    )


def stranger(identifier: str = "stranger") -> Prescription:
    """An exercise that the library does not have."""
    return Prescription(identifier, "neck-turn", "hold", dose=Dose(reps=TEN), when=Schedule.of({"morning": {MON}}))


def plan(*prescriptions: Prescription, start: dt.date | None = dt.date(2026, 11, 23), weeks: int | None = 6) -> Plan:
    return Plan("plan-1", "Back", start=start, weeks=weeks, slots=SLOTS, prescriptions=prescriptions)
