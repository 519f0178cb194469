"""From a pose to a body: which shapes its parts are, and which of them hide which.

Radii are in body lengths. They make a slim wooden mannequin, whose limbs stay apart at a height of 24 dots.
"""

import math
from itertools import pairwise

from planner.figures.geometry import bend, complete, lerp, toward
from planner.figures.primitives import Blob, Circle, Group, Role, Shape, disc, taper
from planner.model.figure import Figure, Joints, Point, View

HEAD = 0.064
NECK = 0.030
WAIST = 0.056
WAIST_SHARE = 0.62
"""How wide the waist is from the front, beside shoulders and hips."""

SHOULDERS = {View.SIDE: 0.062, View.FRONT: 0.040, View.ABOVE: 0.046}
HIPS = {View.SIDE: 0.066, View.FRONT: 0.052, View.ABOVE: 0.054}
UPPER_ARM, ELBOW, WRIST, HAND = 0.037, 0.029, 0.019, 0.025
THIGH, KNEE, ANKLE, HEEL, TOE = 0.060, 0.042, 0.027, 0.023, 0.014

_ORDER = {
    View.SIDE: ("{far}-arm", "{far}-leg", "trunk", "head", "{near}-leg", "{near}-arm"),
    View.FRONT: ("{far}-leg", "{near}-leg", "trunk", "head", "{far}-arm", "{near}-arm"),
    View.ABOVE: ("{far}-arm", "{near}-arm", "trunk", "head", "{far}-leg", "{near}-leg"),
}
"""The usual order of the parts, from the back to the front: someone who lies on the back has the legs on top."""


def paint_order(figure: Figure, order: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The parts of the body from the back to the front: as the pose or the figure says, or as usual in its view."""
    if order or figure.order:
        return order or figure.order
    near, far = figure.pair
    return tuple(part.format(near=near, far=far) for part in _ORDER[figure.view])


def far_parts(figure: Figure) -> tuple[str, ...]:
    """The parts that are drawn fainter, because they are further away."""
    return figure.far or (("far-arm", "far-leg") if figure.view is View.SIDE else ())


def body(figure: Figure, joints: Joints, order: tuple[str, ...] = ()) -> tuple[Group, ...]:
    """The body in one pose, part by part, from the back to the front."""
    whole = complete(figure, joints)
    far = far_parts(figure)
    groups = []
    for part in paint_order(figure, order):
        role = Role.WORKING if part in figure.works else Role.FAR if part in far else Role.BODY
        groups.append(Group(part, role, part_shapes(figure, part, whole), far=part in far))
    return tuple(groups)


def part_shapes(figure: Figure, part: str, joints: Joints) -> tuple[Shape, ...]:
    """The shapes of one part of a body whose joints are complete."""
    if part == "head":
        return _head(joints)
    if part == "trunk":
        return _trunk(figure, joints)
    which, _, kind = part.partition("-")
    return _arm(which, joints) if kind == "arm" else _leg(which, joints)


def _head(joints: Joints) -> tuple[Shape, ...]:
    head, neck = joints["head"], joints["neck"]
    crown, chin = toward(head, neck, -0.010), toward(head, neck, 0.016)
    skull = Blob((Circle(*crown, HEAD), Circle(*chin, HEAD - 0.010)))
    if "nose" not in joints:
        return (skull,)
    nose = joints["nose"]
    reach = min(math.dist(head, nose), HEAD + 0.012)
    return (skull, taper(toward(head, nose, reach * 0.6), 0.017, toward(head, nose, reach), 0.008))


def _trunk(figure: Figure, joints: Joints) -> tuple[Shape, ...]:
    """A smooth tube from the hips by way of the waist to the shoulders, and the neck."""
    hips, across_hips = _middle(joints, figure.pair, "hip")
    shoulders, across_shoulders = _middle(joints, figure.pair, "shoulder")
    across = lerp(across_hips, across_shoulders, 0.5)
    across_waist = (across[0] * WAIST_SHARE, across[1] * WAIST_SHARE)
    curve = (joints["pelvis"], joints["waist"], joints["chest"])
    wide, deep = SHOULDERS[figure.view], HIPS[figure.view]
    sections = [
        _section(hips, across_hips, deep),
        _section(bend(*curve, 0.25), lerp(across_hips, across_waist, 0.5), (deep + WAIST) / 2),
        _section(joints["waist"], across_waist, WAIST),
        _section(bend(*curve, 0.75), lerp(across_waist, across_shoulders, 0.5), (wide + WAIST) / 2),
        _section(shoulders, across_shoulders, wide),
    ]
    tube = [Blob((*start, *end)) for start, end in pairwise(sections)]
    return (*tube, taper(joints["chest"], NECK + 0.008, toward(joints["neck"], joints["head"], 0.02), NECK))


def _middle(joints: Joints, pair: tuple[str, str], name: str) -> tuple[Point, Point]:
    """The middle between two joints of a pair, and the way from there to the first of them."""
    (x0, y0), (x1, y1) = joints[f"{pair[0]}-{name}"], joints[f"{pair[1]}-{name}"]
    return ((x0 + x1) / 2, (y0 + y1) / 2), ((x0 - x1) / 2, (y0 - y1) / 2)


def _section(middle: Point, across: Point, radius: float) -> tuple[Circle, ...]:
    """A cut through the trunk: one circle seen from the side, two from the front."""
    if abs(across[0]) + abs(across[1]) < 0.004:
        return (Circle(*middle, radius),)
    return (
        Circle(middle[0] + across[0], middle[1] + across[1], radius),
        Circle(middle[0] - across[0], middle[1] - across[1], radius),
    )


def _arm(which: str, joints: Joints) -> tuple[Shape, ...]:
    shoulder, elbow, hand = (joints[f"{which}-{joint}"] for joint in ("shoulder", "elbow", "hand"))
    return (
        taper(shoulder, UPPER_ARM, elbow, ELBOW),
        taper(elbow, ELBOW, hand, WRIST),
        taper(toward(hand, elbow, 0.006), HAND, toward(hand, elbow, -0.018), HAND - 0.008),
    )


def _leg(which: str, joints: Joints) -> tuple[Shape, ...]:
    hip, knee, ankle, toe = (joints[f"{which}-{joint}"] for joint in ("hip", "knee", "ankle", "toe"))
    return (
        taper(hip, THIGH, knee, KNEE),
        taper(knee, KNEE, ankle, ANKLE),
        taper(toward(ankle, toe, -0.022), HEEL, toe, TOE),
        disc(ankle, ANKLE),
    )
