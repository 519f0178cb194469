"""The schema of a library file: sources, red flags, advice, exercises."""

from planner.export.figure_schema import figure_schema
from planner.export.schema_parts import (
    LINE,
    NAME,
    SLUG,
    TEXT,
    Schema,
    amount,
    described,
    listed,
    numbers,
    table,
    term,
    whole,
)
from planner.model import Action, AdviceKind, SideRule, Sides, StartingPosition
from planner.model.library import LIBRARY_FORMAT


def library_tables_schema() -> Schema:
    """Everything in a library file."""
    sources = table({}, description="Leaflets, pages and books, by the name that the file calls them.")
    sources |= {"additionalProperties": False, "patternProperties": {str(SLUG["pattern"]): _source()}}
    flag = table({"id": SLUG, "question": TEXT, "source": NAME}, ("id", "question", "source"))
    advice: Schema = {"kind": term(AdviceKind, "What it is about."), "text": TEXT, "source": NAME}
    return table(
        {
            "format": described({"const": LIBRARY_FORMAT}, "The version of the file: always 1."),
            "id": described(SLUG, "What the library is called by others."),
            "title": described(NAME, "What it is about."),
            "language": described(NAME, 'A language tag, such as "en".'),
            "precautions": listed(NAME, "What to mind in every exercise of the file."),
            "source": sources,
            "red-flag": listed(flag, 'Questions; "yes" means: see a doctor before you exercise.'),
            "advice": listed(table(advice, ("kind", "text", "source")), "What belongs to no single exercise."),
            "exercise": listed(_exercise(), "Movements and positions."),
            "figure": table({}, description="Figures, by their name.", others=figure_schema()),
        },
        ("format", "id", "title"),
    )


def _source() -> Schema:
    contact = table(
        {"text": TEXT, "printed": whole(1500, 2999, "The year it was printed."), "only-for": NAME}, ("text",)
    )
    return table(
        {
            "title": NAME,
            "publisher": LINE,
            "author": LINE,
            "year": whole(1500, 2999, "The year it is from."),
            "address": described(LINE, "Where it can be read."),
            "credit": listed(NAME, "Whom it is owed to."),
            "notes": listed(NAME, "What a reader should know about it."),
            "weeks": amount("For how many weeks it says to go on."),
            "times-a-day": amount("How often a day it says to exercise."),
            "contact": listed(contact, "How to reach its people."),
        },
        ("title",),
    )


def _exercise() -> Schema:
    return table(
        {
            "id": described(SLUG, "Plans refer to it: keep it once it is used."),
            "name": NAME,
            "position": term(StartingPosition, "The position it starts from."),
            "region": described(LINE, "The part of the body."),
            "aim": described(TEXT, "What it is good for."),
            "other-names": listed(NAME, "What else it is called."),
            "steps": listed(NAME, "How it is done, step by step."),
            "equipment": listed(NAME, "What it needs."),
            "precautions": listed(NAME, "What to mind."),
            "notes": listed(NAME, "Background, for the curious."),
            "variant": described({**listed(_variant(), ""), "minItems": 1}, "The ways of doing it."),
        },
        ("id", "name", "position", "variant"),
    )


def _variant() -> Schema:
    names: Schema = dict.fromkeys(("left", "right", "each"), NAME)
    return table(
        {
            "id": described(SLUG, "Plans refer to it: keep it once it is used."),
            "name": described(NAME, 'What tells it from its sisters: "held, to one side".'),
            "action": term(Action, "What is done in one repetition."),
            "sides": term(Sides, "Which sides it is done on."),
            "steps": listed(NAME, "Its own steps, in place of those of the exercise."),
            "equipment": listed(NAME, "What it needs beside what the exercise needs."),
            "precautions": listed(NAME, "What to mind beside what the exercise says."),
            "side-rule": term(SideRule, "Which side to work on when one side hurts."),
            "side-names": table(names, description="What its sides are called."),
            "progression-of": {
                "type": "string",
                "pattern": r"^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$",
                "description": 'The easier way: "variant" of this exercise, or "exercise/variant" of another.',
            },
            "figure": described(NAME, "The figure that shows it."),
            "guidance": listed(_guidance(), "The dose that each source gives. What it leaves blank is left out."),
        },
        ("id", "name", "action", "sides"),
    )


def _guidance() -> Schema:
    often: Schema = {
        "times-a-day": amount("How many times a day."),
        "times-a-week": amount("On how many days a week."),
        "every-hours": amount("Every so many hours."),
    }
    notes = listed(NAME, "What this source adds about doing it.")
    return table({"source": NAME, **numbers(), **often, "notes": notes}, ("source",))
