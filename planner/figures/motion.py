"""Movement: which pose the body is in at a moment, and the ways between two key poses.

Angles turn the short way round and lengths of bones go evenly from one to the other, so a limb that is equally long in
two key poses is as long in between. Joints that rest on something move straight, and the joint before them bends.
"""

import math
from typing import NamedTuple

from planner.figures.geometry import complete, lerp
from planner.model.figure import Figure, Joints, Point
from planner.model.skeleton import bones, limb_joints, limbs

USUAL_HOLD = 3.0
"""Seconds that a hold takes to watch where the dose does not say."""

_NEXT_TO_NOTHING = 1e-3


class Moment(NamedTuple):
    """Where the body is in the movement."""

    joints: Joints
    order: tuple[str, ...]
    """The parts of the body from the back to the front, as in the nearest key pose."""
    held: float | None
    """How much of a hold is over, 0 to 1; `None` while the body moves or rests."""


def hold_of(figure: Figure, step: int, hold: float | None) -> float:
    """Seconds that a step stays in its pose, for a dose with this hold."""
    fixed = figure.steps[step].hold
    return fixed if fixed is not None else USUAL_HOLD if hold is None else hold


def cycle_seconds(figure: Figure, hold: float | None = None) -> float:
    """Seconds of the whole movement, once there and back; `hold` is the dose's, in seconds."""
    return sum(step.move + hold_of(figure, number, hold) for number, step in enumerate(figure.steps))


def moment(figure: Figure, seconds: float, hold: float | None = None) -> Moment:
    """The body so many seconds after it came into the starting pose; the movement goes on for ever.

    `hold` is what the dose says, in seconds.
    """
    left = seconds % max(cycle_seconds(figure, hold), _NEXT_TO_NOTHING)
    count = len(figure.steps)
    for number in range(count):
        stay = hold_of(figure, number, hold)
        pose = figure.step_pose(number)
        if left < stay:
            by_dose = figure.steps[number].hold is None
            return Moment(pose.joints, pose.order, left / stay if by_dose else None)
        left -= stay
        following = (number + 1) % count
        move = figure.steps[following].move
        if left < move:
            share = eased(left / move, stay > 0, hold_of(figure, following, hold) > 0)
            target = figure.step_pose(following)
            order = pose.order if share < 0.5 else target.order
            return Moment(between(figure, pose.joints, target.joints, share), order, None)
        left -= move
    return Moment(figure.start.joints, figure.start.order, None)


def eased(share: float, from_rest: bool, to_rest: bool) -> float:
    """How far a body has come after a share of the time: it gathers speed from rest, and loses it before a rest."""
    if from_rest and to_rest:
        return (1 - math.cos(math.pi * share)) / 2
    if from_rest:
        return 1 - math.cos(math.pi / 2 * share)
    return math.sin(math.pi / 2 * share) if to_rest else share


def between(figure: Figure, start: Joints, end: Joints, share: float) -> dict[str, Point]:
    """The joints on the way from one pose to another; `share` 0 is the first and 1 the second."""
    first, last = complete(figure, start), complete(figure, end)
    found: dict[str, Point] = {"pelvis": lerp(first["pelvis"], last["pelvis"], share)}
    for bone in bones(figure.pair):
        if bone.end in first and bone.end in last:
            before = _vector(first[bone.start], first[bone.end])
            after = _vector(last[bone.start], last[bone.end])
            across, up = before if before == after else _turned(before, after, share)
            root = found[bone.start]
            found[bone.end] = (root[0] + across, root[1] + up)
    for limb in limbs(figure.pair):
        joints = limb_joints(limb)
        if joints[2] in figure.steady:
            _reach(found, joints, lerp(first[joints[2]], last[joints[2]], share))
    return found


def _vector(start: Point, end: Point) -> Point:
    return (end[0] - start[0], end[1] - start[1])


def _turned(start: Point, end: Point, share: float) -> Point:
    """A bone on the way from one direction to another."""
    first, last = math.hypot(*start), math.hypot(*end)
    if first < _NEXT_TO_NOTHING or last < _NEXT_TO_NOTHING:
        return lerp(start, end, share)
    angle = math.atan2(start[1], start[0])
    turn = math.remainder(math.atan2(end[1], end[0]) - angle, math.tau)
    length, angle = first + (last - first) * share, angle + turn * share
    return (length * math.cos(angle), length * math.sin(angle))


def _reach(joints: dict[str, Point], limb: tuple[str, ...], target: Point) -> None:
    """Bend the middle joint of a limb so that its third is at the target, or as near to it as the limb is long.

    What hangs from the third joint, the toes, comes along.
    """
    base, middle, tip = (joints[name] for name in limb[:3])
    upper, lower = math.dist(base, middle), math.dist(middle, tip)
    most, least = upper + lower - _NEXT_TO_NOTHING / 10, abs(upper - lower) + _NEXT_TO_NOTHING / 10
    distance = min(max(math.dist(base, target), least), most)
    facing = math.atan2(target[1] - base[1], target[0] - base[0])
    cosine = (upper * upper + distance * distance - lower * lower) / (2 * upper * distance)
    side = (tip[0] - base[0]) * (middle[1] - base[1]) - (tip[1] - base[1]) * (middle[0] - base[0])
    angle = facing + math.copysign(math.acos(max(-1.0, min(1.0, cosine))), side)
    end = (base[0] + distance * math.cos(facing), base[1] + distance * math.sin(facing))
    joints[limb[1]] = (base[0] + upper * math.cos(angle), base[1] + upper * math.sin(angle))
    for name in limb[2:]:
        x, y = joints[name]
        joints[name] = (x + end[0] - tip[0], y + end[1] - tip[1])
