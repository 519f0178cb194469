"""Figures as pictures of character cells: stills, and the frames of a movement. Pure functions of pose and size."""

from functools import lru_cache

from planner.figures.cells import Picture, Script, Size, to_cells
from planner.figures.layout import LEGIBLE, Arrangement, Room, arrange
from planner.figures.motion import cycle_seconds, moment
from planner.figures.painting import Canvas, Layer, paint
from planner.figures.primitives import Box, Drawing, Group, mirrored, mirrored_box
from planner.figures.scene import Scene, figure_box, is_ground, primitives, still_scenes
from planner.model.figure import Figure, Pose
from planner.model.terms import Action, Side, Sides

_DOTS = {Script.BRAILLE: (2, 4, 1.0), Script.BLOCKS: (2, 2, 2.0), Script.ASCII: (2, 4, 1.0)}
"""Dots across and down a cell, and how far rows of dots are apart."""

_FINEST = {Script.BRAILLE: 1.0, Script.BLOCKS: 1.5, Script.ASCII: 1.5}
"""The smallest thing that can be seen, in dots."""


def canvas_for(size: Size, script: Script) -> Canvas:
    """The dots that a picture of this size has."""
    across, down, pitch = _DOTS[script]
    return Canvas(size.columns * across, size.rows * down, pitch, filled=script is Script.ASCII)


def still(figure: Figure, size: Size, side: Side | None = None, *, script: Script = Script.BRAILLE) -> Picture:
    """The picture at rest: start and end beside each other where there is room, else the end with the start's ghost.

    With a side, the figure is turned to it and shows that side alone; without one, it is as drawn, and shows both sides
    where the movement goes to both.
    """
    if min(size) < 1:
        return Picture(size, ())
    shown = one_sided(figure) if side else both_sided(figure)
    turned = is_turned(figure, side)
    box, arrangement, canvas = _fitted(shown, size, script, len(shown.still_poses), turned)
    finest = _FINEST[script] / arrangement.scale
    layers: list[Layer] = []
    scenes = still_scenes(shown, len(arrangement.places))
    for scene, placing in zip(scenes, arrangement.places, strict=True):
        drawing = primitives(shown, scene, finest, box)
        layers.extend(paint(mirrored(drawing) if turned else drawing, placing, canvas))
    return Picture(size, to_cells(layers, size, script))


def frame(
    figure: Figure,
    seconds: float,
    size: Size,
    side: Side | None = None,
    *,
    hold: float | None = None,
    in_turn: bool = False,
    script: Script = Script.BRAILLE,
) -> Picture:
    """The body so many seconds into the movement, which goes on for ever.

    `hold` is the dose's, in seconds; while it runs, a clock fills up. `in_turn` changes sides after each repetition.
    """
    if min(size) < 1:
        return Picture(size, ())
    shown = one_sided(figure) if side else both_sided(figure)
    turned = is_turned(figure, side)
    if in_turn and figure.shows and int(seconds // max(cycle_seconds(shown, hold), 0.001)) % 2:
        turned = not turned
    box, arrangement, canvas = _fitted(shown, size, script, 1, turned)
    now = moment(shown, seconds, hold)
    pose = Pose("now", now.joints, now.order)
    scene = Scene(pose, sign=figure.action is Action.HOLD and now.held is not None, held=now.held)
    drawing = primitives(shown, scene, _FINEST[script] / arrangement.scale, box)
    layers = paint(mirrored(drawing) if turned else drawing, arrangement.places[0], canvas)
    return Picture(size, to_cells(layers, size, script))


@lru_cache(maxsize=256)
def one_sided(figure: Figure) -> Figure:
    """The figure with what it shows where one side is worked."""
    return figure.for_sides(Sides.ONE)


@lru_cache(maxsize=256)
def both_sided(figure: Figure) -> Figure:
    """The figure with what it shows where both sides are worked."""
    return figure.for_sides(Sides.BOTH)


def is_turned(figure: Figure, side: Side | None) -> bool:
    """Whether a figure has to be mirrored to show a side."""
    return side is not None and figure.shows is not None and side is not figure.shows


def _fitted(figure: Figure, size: Size, script: Script, stills: int, turned: bool) -> tuple[Box, Arrangement, Canvas]:
    """How a figure fits into a picture. Arrows and signs take more room where dots are few, so it is done twice."""
    canvas = canvas_for(size, script)
    smallest = _FINEST[script]
    room = Room(
        canvas.width,
        canvas.height * canvas.pitch,
        legible=LEGIBLE * smallest,
        grounded=any(is_ground(figure, prop) for prop in figure.props),
    )
    box = figure_box(figure)
    for _ in range(2):
        box = figure_box(figure, round(smallest / arrange(box, stills, room).scale, 4))
    return box, arrange(mirrored_box(box) if turned else box, stills, room), canvas


def stills_drawing(figure: Figure, side: Side | None = None, most: int = 2, gap: float = 0.12) -> tuple[Box, Drawing]:
    """The stills side by side as one drawing in body lengths, for paper: the box they fill, and the drawing."""
    shown = one_sided(figure) if side else both_sided(figure)
    turned = is_turned(figure, side)
    box = figure_box(shown)
    placed = mirrored_box(box) if turned else box
    groups: list[Group] = []
    count = min(most, len(shown.still_poses))
    for number, scene in enumerate(still_scenes(shown, count)):
        drawing = primitives(shown, scene, 0.0, box)
        groups.extend((mirrored(drawing) if turned else drawing).moved(number * (box.width + gap), 0.0).groups)
    right = placed.right + (count - 1) * (box.width + gap)
    return Box(placed.left, placed.bottom, right, placed.top), Drawing(tuple(groups))
