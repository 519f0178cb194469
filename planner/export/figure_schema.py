"""The schema of a figure in a library file. What its joints have to do with one another is left to the reader."""

from planner.export.schema_parts import NAME, TEXT, Schema, described, listed, table, term
from planner.model import Action, Side
from planner.model.figure import View

_NUMBER: Schema = {"type": "number"}
_POINT: Schema = {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}
_ANY_TABLE: Schema = {"type": "object", "additionalProperties": True}


def figure_schema() -> Schema:
    """A table `[figure.NAME]`."""
    parts = "Parts of the body, from the back to the front."
    return table(
        {
            "like": described(NAME, "Another figure: what is not said here is as it is there."),
            "view": term(View, "Where it is seen from."),
            "action": term(Action, "What is done in it."),
            "alternative": described(TEXT, "What there is to see, in words, with {side} and {other} for the sides."),
            "works": listed(NAME, "The parts of the body that do the work."),
            "shows": term(Side, "The side that works in it as it is drawn."),
            "order": listed(NAME, parts),
            "far": listed(NAME, "Parts that are further away."),
            "steady": listed(NAME, "Hands and ankles that rest on something."),
            "props": listed(_ANY_TABLE, "What there is beside the body."),
            "motions": listed(_ANY_TABLE, "Arrows: which way the working part moves."),
            "mark": described(_POINT, "Where the sign for holding goes."),
            "steps": listed(_ANY_TABLE, "The movement, pose by pose."),
            "stills": listed(NAME, "The poses that pictures without movement show."),
            "pose": table({}, description="Key poses, by their name.", others=_pose()),
        }
    )


def _pose() -> Schema:
    places: Schema = {"type": "object", "additionalProperties": _POINT}
    known: Schema = {
        "like": described(NAME, "Another pose of the figure."),
        "order": listed(NAME, "As for the figure."),
    }
    return table(known, others=places)
