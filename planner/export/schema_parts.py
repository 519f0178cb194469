"""Parts that the schemas share: amounts, terms, dates, texts."""

from collections.abc import Iterable, Sequence

from planner.model import Count, HoldUnit
from planner.model.amounts import LARGEST
from planner.model.terms import Term

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "pattern": r"^[^\n]*\S[^\n]*$"}
"""Text of one line that is not empty."""
LINE: Schema = {"type": "string", "pattern": r"^[^\n]*$"}
SLUG: Schema = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}
DATE: Schema = {"type": "string", "format": "date", "pattern": r"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$"}
TIME: Schema = {
    "type": "string",
    "format": "time-local",
    "pattern": r"^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?$",
}

_NUMBER = "[0-9]{1,6}"
_AMOUNT = "|".join(
    (
        _NUMBER,
        rf"{_NUMBER} *(-|–|—|to) *{_NUMBER}",
        rf"(at least|>=|≥|min(imum)?) *{_NUMBER}",
        rf"{_NUMBER} *(\+|or more)",
        rf"(at most|up to|<=|≤|max(imum)?) *{_NUMBER}",
        "as ((long|many) as )?(is )?comfortable",
    )
)


def described(schema: Schema, description: str) -> Schema:
    """A schema with what an editor shows beside it."""
    return {**schema, "description": description}


def amount(description: str, least: int = 1) -> Schema:
    """A number of a dose: whole, or a range in words."""
    return {
        "description": description,
        "anyOf": [
            {"type": "integer", "minimum": least, "maximum": LARGEST},
            {"type": "string", "pattern": f"^ *({_AMOUNT}) *$", "examples": ["5-10", "at least 30", "as comfortable"]},
        ],
    }


def term(terms: type[Term], description: str) -> Schema:
    """One of the fixed words of the field."""
    return {"description": description, "enum": [item.value for item in terms]}


def whole(low: int, high: int, description: str) -> Schema:
    """A whole number within bounds."""
    return {"type": "integer", "minimum": low, "maximum": high, "description": description}


def listed(items: Schema, description: str) -> Schema:
    """A list."""
    return {"type": "array", "items": items, "description": description}


def table(
    properties: Schema, required: Sequence[str] = (), description: str = "", *, others: bool | Schema = False
) -> Schema:
    """A table with these keys; `others` says whether, or what, other keys may be."""
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": others}
    if required:
        made["required"] = list(required)
    return described(made, description) if description else made


def suggested(words: Iterable[str], otherwise: Schema) -> Schema:
    """Any text of a kind, with words that an editor completes."""
    known = list(words)
    return {"anyOf": [{"enum": known}, otherwise]} if known else otherwise


def numbers() -> Schema:
    """What a dose and the guidance of a source have in common."""
    return {
        "sets": amount("How many sets."),
        "reps": amount("How many repetitions, in each set."),
        "hold": amount("How long each repetition is held, in seconds (or what hold-unit says)."),
        "duration": amount("How long to rock, walk, swim: in seconds."),
        "rest": amount("Rest between sets, in seconds.", 0),
        "count": term(Count, "What one repetition is with two sides. Left out, it is each side."),
        "hold-unit": term(HoldUnit, "What a hold is counted in. Left out, it is seconds."),
    }
