"""A figure as a drawing: body, props, ghost, arrows and signs, from the back to the front."""

import math
from functools import lru_cache

from attrs import frozen

from planner.figures.arrows import arrow, hold_sign, is_coarse
from planner.figures.body import body, part_shapes
from planner.figures.geometry import complete
from planner.figures.primitives import Box, Drawing, Group, Role, Shape, box_around
from planner.figures.props import prop_shapes
from planner.model.figure import Figure, Joints, Motion, Point, Pose, Prop, PropKind, View
from planner.model.skeleton import limb_joints
from planner.model.terms import Action

MARGIN = 0.02
"""Free space to the left and right of a drawing, in body lengths."""

MOVED = 0.03
"""A limb that moves less than this from one pose to the other leaves no ghost, in body lengths."""

TO_AND_FRO = (Action.REPEAT, Action.ROCK)
"""Actions whose arrows have a head at both ends."""


@frozen
class Scene:
    """What to show of a figure: one pose, and what explains it."""

    pose: Pose
    ghost: Pose | None = None
    """The pose it comes from."""
    motions: tuple[Motion, ...] = ()
    sign: bool = False
    """Whether to show that the pose is held."""
    held: float | None = None
    """How much of the hold is over, 0 to 1, while it runs."""


def still_scenes(figure: Figure, count: int) -> tuple[Scene, ...]:
    """So many stills, from the first to the most telling one; each but the first with where it comes from."""
    poses = figure.still_poses[-count:]
    last = poses[-1]
    scenes = []
    for number, pose in enumerate(poses):
        before = poses[number - 1] if number else figure.start
        motions = tuple(motion for motion in figure.motions if count == 1 or (motion.pose or last.name) == pose.name)
        comes_from = before if before is not pose and figure.action is not Action.ACTIVITY else None
        holds = figure.action is Action.HOLD and pose is last
        scenes.append(Scene(pose, comes_from, motions, sign=holds))
    return tuple(scenes)


def primitives(figure: Figure, scene: Scene, finest: float = 0.0, box: Box | None = None) -> Drawing:
    """A scene as groups of vector shapes, in body lengths, from the back to the front.

    This is the one description that braille, blocks, letters, SVG and PDF are drawn from. `finest` is the smallest
    thing that can be seen, in body lengths: arrows and signs do not get finer. The floor runs across `box`, which is
    that of the figure where none is given.
    """
    arrows = [Group("arrow", Role.ARROW, _arrow(figure, motion, finest)) for motion in scene.motions]
    groups = _body_and_props(figure, scene.pose, box or figure_box(figure, finest), finest)
    if is_coarse(finest):
        # So few dots cannot spare any: the body comes before the arrow.
        groups = [*arrows, *groups]
    else:
        groups = [*_ghost(figure, scene), *groups, *arrows]
    if scene.sign:
        groups.append(Group("sign", Role.ARROW, hold_sign(sign_place(figure, finest), finest, scene.held)))
    return Drawing(tuple(groups))


def _ghost(figure: Figure, scene: Scene) -> list[Group]:
    shapes = ghost_shapes(figure, scene.ghost, scene.pose) if scene.ghost else ()
    return [Group("ghost", Role.GHOST, shapes, outlined=True)] if shapes else []


def _arrow(figure: Figure, motion: Motion, finest: float) -> tuple[Shape, ...]:
    path = motion.small if motion.small and is_coarse(finest) else motion.path
    return arrow(path, finest, figure.action in TO_AND_FRO)


def _body_and_props(figure: Figure, pose: Pose, box: Box, finest: float) -> list[Group]:
    joints = complete(figure, pose.joints)
    shapes = [
        (prop, Group(prop.kind, Role.PROP, prop_shapes(prop, joints, box), ground=is_ground(figure, prop)))
        for prop in seen_props(figure, finest)
    ]
    groups = [group for prop, group in shapes if prop.behind is None and not prop.in_front]
    for part in body(figure, pose.joints, pose.order):
        groups.extend(group for prop, group in shapes if prop.behind == part.name)
        groups.append(part)
    groups.extend(group for prop, group in shapes if prop.in_front)
    return groups


def ghost_shapes(figure: Figure, before: Pose, pose: Pose) -> tuple[Shape, ...]:
    """Where the part that works was in an earlier pose, if it is somewhere else now."""
    start, now = complete(figure, before.joints), complete(figure, pose.joints)
    moved = (part for part in figure.works if _moved(part, start, now) > MOVED)
    return tuple(shape for part in moved for shape in part_shapes(figure, part, start))


def _moved(part: str, start: Joints, now: Joints) -> float:
    names = {"trunk": ("chest", "waist"), "head": ("head",)}.get(part) or limb_joints(part)
    return max(math.dist(start[name], now[name]) for name in names)


def sign_place(figure: Figure, finest: float) -> Point:
    """Where the sign for holding goes: where the figure says, or beyond the tip of its last arrow."""
    if figure.mark:
        return figure.mark
    if not figure.motions:
        x, y = figure.still_poses[-1].joints["head"]
        return (x + 0.2, y + 0.1)
    start, end = figure.motions[-1].path[-2:]
    distance = math.dist(start, end) or 1.0
    share = max(0.11, 6.5 * finest) / distance
    return (end[0] + (end[0] - start[0]) * share, end[1] + (end[1] - start[1]) * share)


@lru_cache(maxsize=256)
def figure_box(figure: Figure, finest: float = 0.0) -> Box:
    """The box that all poses of a figure fit in, with props, arrows and signs: the same for every frame and still."""
    shapes: list[Shape] = []
    for pose in figure.poses:
        shapes.extend(shape for group in body(figure, pose.joints) for shape in group.shapes)
        joints = complete(figure, pose.joints)
        for prop in seen_props(figure, finest):
            if prop.kind is not PropKind.FLOOR:
                shapes.extend(prop_shapes(prop, joints, Box(0.0, 0.0, 0.0, 0.0)))
    for motion in figure.motions:
        shapes.extend(_arrow(figure, motion, finest))
    if figure.action is Action.HOLD:
        shapes.extend(hold_sign(sign_place(figure, finest), finest))
    box = box_around(shapes)
    # On paper outlines reach a little further than what they surround; dots do not.
    above, below = (0.0, finest) if finest else (MARGIN, MARGIN)
    margin = max(MARGIN, finest)
    return Box(box.left - margin, box.bottom - below, box.right + margin, box.top + above)


def is_ground(figure: Figure, prop: Prop) -> bool:
    """Whether a body stands or lies on it, as the view shows it: at y = 0."""
    return figure.view is not View.ABOVE and prop.kind in (PropKind.FLOOR, PropKind.MAT)


def seen_props(figure: Figure, finest: float) -> tuple[Prop, ...]:
    """The props of a figure; without the edges of a mat, seen from above, where there is no room for them."""
    if not is_coarse(finest):
        return figure.props
    return tuple(prop for prop in figure.props if prop.kind is not PropKind.MAT or len(prop.places) == 2)
