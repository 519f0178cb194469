"""A small plan and its library, with one text in every place where a person can put any text."""

import datetime as dt

from planner.model import (
    EVERY_DAY,
    Action,
    Advice,
    AdviceKind,
    Amount,
    Dose,
    Exercise,
    Guidance,
    Library,
    Plan,
    Prescription,
    RedFlag,
    Schedule,
    SideNames,
    Sides,
    Slot,
    Source,
    StartingPosition,
    Variant,
)


def hostile(text: str) -> tuple[Plan, Library]:
    """The text as title, note, name, step and everything else."""
    way = Variant(
        "way",
        text,
        Action.HOLD,
        Sides.BOTH,
        steps=(text, text),
        equipment=(text,),
        precautions=(text,),
        side_names=SideNames(text, text, text),
        guidance=(Guidance("source", notes=(text,)),),
    )
    other = Variant("other", "other", Action.HOLD, Sides.NONE)
    exercise = Exercise("exercise", text, StartingPosition.PRONE, (way, other), aim=text)
    library = Library(
        text,
        (exercise,),
        sources=(Source("source", text, publisher=text, author=text, address=text, credit=(text,)),),
        red_flags=(RedFlag("flag", text, "source"),),
        advice=(Advice(AdviceKind.SEE_A_DOCTOR, text, "source"), Advice(AdviceKind.COURSE, text, "source")),
        precautions=(f"{text} ",),
    )
    slot = text.replace("\n", " ").replace("\r", " ")
    row = Prescription(
        "row",
        "exercise",
        "way",
        guidance="source",
        note=text,
        dose=Dose(reps=Amount.exactly(5), hold=Amount.exactly(10)),
        when=Schedule.of({slot: EVERY_DAY}),
    )
    plan = Plan(
        "id",
        text,
        start=dt.date(2026, 11, 23),
        weeks=1,
        note=text,
        slots=(Slot(slot, dt.time(8)),),
        prescriptions=(row,),
    )
    return plan, library
