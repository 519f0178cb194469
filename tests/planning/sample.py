"""A small library for the tests of this room, and plans made from it."""

import datetime as dt

from planner.model import (
    EVERY_DAY,
    Action,
    Amount,
    Count,
    Dose,
    Exercise,
    Guidance,
    Library,
    Plan,
    Prescription,
    RedFlag,
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
)

TWICE = Amount.exactly(2)
ROLL_NAMES = SideNames("to the left", "to the right", "each way")
LEG_NAMES = SideNames("left leg", "right leg", "each leg")

KNEE_ROLL = Exercise(
    "knee-roll",
    "Knee roll",
    StartingPosition.CROOK_LYING,
    (
        Variant(
            "repeat-both",
            "repeated, each way",
            Action.REPEAT,
            Sides.BOTH,
            side_names=ROLL_NAMES,
            guidance=(Guidance("camden"),),
        ),
        Variant(
            "hold-one-side",
            "held, to one side",
            Action.HOLD,
            Sides.ONE,
            side_rule=SideRule.AWAY_FROM_PAINFUL,
            side_names=ROLL_NAMES,
            guidance=(Guidance("camden", hold=Amount.at_least(30)),),
        ),
        Variant(
            "hold-both",
            "held, each way",
            Action.HOLD,
            Sides.BOTH,
            equipment=("pillow",),
            side_names=ROLL_NAMES,
            guidance=(
                Guidance(
                    "stretches",
                    reps=Amount.exactly(8),
                    hold=Amount.exactly(10),
                    count=Count.EACH_SIDE,
                    times_a_day=TWICE,
                ),
            ),
        ),
        Variant(
            "hold-both-stronger",
            "held, each way, stronger",
            Action.HOLD,
            Sides.BOTH,
            side_names=ROLL_NAMES,
            progression_of=VariantReference("knee-roll", "hold-both"),
            guidance=(Guidance("stretches", reps=Amount.exactly(3), hold=Amount.exactly(20), times_a_day=TWICE),),
        ),
    ),
    aim="Loosens the lower back by turning it",
    other_names=("lumbar rotation", "Rotación de rodillas"),
)
SINGLE_HUG = Exercise(
    "single-knee-hug",
    "Single knee hug",
    StartingPosition.SUPINE,
    (
        Variant(
            "hold-both",
            "held",
            Action.HOLD,
            Sides.BOTH,
            equipment=("towel",),
            side_names=LEG_NAMES,
            guidance=(
                Guidance("camden", reps=Amount(10, 15), hold=Amount(5, 10)),
                Guidance("stretches", reps=Amount.exactly(10), hold=Amount.exactly(10), times_a_day=TWICE),
            ),
        ),
    ),
    aim="Stretches the lower back and the hip",
    other_names=("knee to chest",),
)
DOUBLE_HUG = Exercise(
    "double-knee-hug",
    "Double knee hug",
    StartingPosition.SUPINE,
    (
        Variant("hold", "held", Action.HOLD, Sides.NONE, guidance=(Guidance("camden", hold=Amount(5, 10)),)),
        Variant(
            "rock",
            "rocking",
            Action.ROCK,
            Sides.NONE,
            guidance=(Guidance("stretches", duration=Amount.exactly(30), times_a_day=TWICE),),
        ),
    ),
    equipment=("towel",),
    aim="Massages the lower back",
)
EXTENSION = Exercise(
    "back-extension-standing",
    "Standing back extension",
    StartingPosition.STANDING,
    (
        Variant(
            "hold",
            "held",
            Action.HOLD,
            Sides.NONE,
            guidance=(
                Guidance("camden", reps=Amount.exactly(10), hold=Amount(1, 2)),
                Guidance("stretches", reps=Amount.exactly(10), hold=Amount.exactly(10)),
            ),
        ),
        Variant("repeat", "repeated", Action.REPEAT, Sides.NONE, guidance=(Guidance("camden"),)),
    ),
    aim="Bends the back, away from knee and hip",
    other_names=("McKenzie",),
)
NECK_TURN = Exercise(
    "neck-turn",
    "Neck turn",
    StartingPosition.SITTING,
    (
        Variant(
            "repeat",
            "repeated",
            Action.REPEAT,
            Sides.BOTH,
            guidance=(Guidance("neck", reps=Amount.exactly(5), every_hours=Amount.exactly(3)),),
        ),
        Variant(
            "swing",
            "swinging",
            Action.REPEAT,
            Sides.BOTH,
            guidance=(Guidance("neck", reps=Amount.exactly(5), times_a_week=Amount.exactly(3)),),
        ),
    ),
)
WALK = Exercise(
    "walking", "Walking", StartingPosition.STANDING, (Variant("walk", "walking", Action.ACTIVITY, Sides.NONE),)
)

LIBRARY = Library(
    "Sample",
    (KNEE_ROLL, SINGLE_HUG, DOUBLE_HUG, EXTENSION, NECK_TURN, WALK),
    sources=(
        Source("camden", "Exercises for acute lower back pain", publisher="Camden MSK"),
        Source("stretches", "Lower Back Stretches", weeks=Amount(6, 8)),
        Source("neck", "Neck leaflet"),
    ),
    red_flags=(RedFlag("numb", "Is it numb?", "stretches"),),
)

MORNING = Slot("morning", dt.time(8))
EVENING = Slot("evening", dt.time(20))
DAILY_TWICE = Schedule.of({"morning": EVERY_DAY, "evening": EVERY_DAY})

HUG = Prescription(
    "hug-1",
    "single-knee-hug",
    "hold-both",
    guidance="stretches",
    dose=Dose(reps=Amount.exactly(10), hold=Amount.exactly(10)),
    when=DAILY_TWICE,
)
ROLL = Prescription(
    "roll-1",
    "knee-roll",
    "hold-one-side",
    guidance="camden",
    side=Side.RIGHT,
    dose=Dose(reps=Amount.exactly(3), hold=Amount.exactly(30)),
    when=DAILY_TWICE,
)
ROCK = Prescription(
    "rock-1",
    "double-knee-hug",
    "rock",
    guidance="stretches",
    dose=Dose(duration=Amount.exactly(30)),
    when=DAILY_TWICE,
)


def plan_of(*prescriptions: Prescription) -> Plan:
    """A plan in which nothing is amiss but what its prescriptions bring."""
    return Plan(
        "plan-1",
        "Acute low back",
        start=dt.date(2026, 11, 23),
        weeks=6,
        safety_checked=dt.date(2026, 11, 20),
        slots=(MORNING, EVENING),
        prescriptions=prescriptions,
    )
