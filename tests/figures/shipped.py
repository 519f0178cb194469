"""The figures that the program ships, read once, and which variant of the library each of them shows."""

from planner.files.collecting import Collector
from planner.files.figure_reading import read_figures
from planner.files.library_reading import parse_library
from planner.model import Exercise, Side, Sides, Variant
from planner.model.figure import Figure
from tests.built_in_library import LIBRARY_FILE

SHOWN_BY = {
    "back-extension-standing/hold": "back-extension-standing",
    "forward-bend-standing/hold": "forward-bend-standing",
    "side-bend-standing/hold-both-sides": "side-bend-standing",
    "general-activity/walking": "walking",
    "general-activity/swimming": "swimming",
    "single-knee-hug/hold-both-sides": "single-knee-hug",
    "double-knee-hug/hold": "double-knee-hug",
    "double-knee-hug/rock": "double-knee-hug-rock",
    "knee-roll/repeat-both-sides": "knee-roll-repeat",
    "knee-roll/hold-one-side": "knee-roll-hold",
    "knee-roll/hold-both-sides": "knee-roll-pillow",
    "knee-roll/hold-both-sides-stronger": "knee-roll-stronger",
    "back-extension-elbows/hold": "back-extension-elbows",
    "back-extension-elbows/repeat": "back-extension-elbows-repeat",
}


LIBRARY = parse_library(LIBRARY_FILE.read_bytes(), LIBRARY_FILE.name).library
COLLECTED = Collector()
FIGURES = read_figures(LIBRARY.figures, COLLECTED)
WAYS: tuple[tuple[Exercise, Variant], ...] = tuple(LIBRARY.ways())


def figure_of(variant: Variant) -> Figure:
    """The figure that shows a variant."""
    assert variant.figure, f"no figure for {variant.name}"
    return FIGURES[variant.figure]


def side_of(variant: Variant) -> Side | None:
    """A side to show a variant on, where it has sides."""
    return None if variant.sides is Sides.NONE else Side.LEFT
