"""What is wrong with a figure: joints that are missing, limbs that change length, a body under the floor."""

import math
from collections.abc import Iterator

from attrs import frozen

from planner.model.figure import Figure, Pose, PropKind, View
from planner.model.library import Variant
from planner.model.skeleton import LEFT_AND_RIGHT, SPINE, Bone, bones, limb_joints, limbs, stand_ins
from planner.model.terms import Sides

LONGEST_CHANGE = 0.10
"""A limb seen from the side may differ by this share of its length from one pose to another."""

TOO_SHORT = 0.02
"""Bones shorter than this, in body lengths, are points: their length tells nothing."""

UNDER = 0.005
"""A joint may be this far under the floor before anyone sees it, in body lengths."""

_ON_A_FLOOR = (PropKind.FLOOR, PropKind.MAT, PropKind.CHAIR, PropKind.WALL)


@frozen
class FigureFinding:
    """One thing that is wrong with a figure, in words, and where."""

    found: str
    expected: str
    pose: str | None = None
    joint: str | None = None
    hides: bool = True
    """Whether the figure cannot be drawn at all."""


def check_figure(figure: Figure) -> tuple[FigureFinding, ...]:
    """Everything that is wrong with the poses of a figure."""
    missing = [finding for pose in figure.poses for finding in _missing(figure, pose)]
    if missing:
        return tuple(missing)
    findings: list[FigureFinding] = []
    if figure.view is View.SIDE:
        findings.extend(_changed_lengths(figure))
    if figure.view is not View.ABOVE and any(prop.kind in _ON_A_FLOOR for prop in figure.props):
        findings.extend(finding for pose in figure.poses for finding in _under_the_floor(pose))
    return tuple(findings)


def _missing(figure: Figure, pose: Pose) -> Iterator[FigureFinding]:
    """Joints that a pose must have: all but the nose, and seen from the side but for shoulders and hips."""
    free = stand_ins(figure.pair) if figure.pair != LEFT_AND_RIGHT else {}
    wanted = [*SPINE, *(joint for limb in limbs(figure.pair) for joint in limb_joints(limb))]
    for joint in wanted:
        if joint not in pose.joints and joint not in free:
            yield FigureFinding(f'the pose "{pose.name}" has no {joint_words(joint)}', _as_written(joint), pose.name)


def joint_words(joint: str) -> str:
    """A joint as messages name it: `near knee`."""
    return joint.replace("-", " ")


def _as_written(joint: str) -> str:
    which, dash, name = joint.partition("-")
    if not dash:
        return f"{joint} = [x, y] in the spine"
    limb = next(limb for limb in limbs((which, which)) if joint in limb_joints(limb))
    return f"{name} = [x, y] in {limb}"


def _changed_lengths(figure: Figure) -> Iterator[FigureFinding]:
    first = figure.poses[0]
    for bone in bones(figure.pair):
        usual = _length(figure, first, bone)
        if usual < TOO_SHORT:
            continue
        for pose in figure.poses[1:]:
            length = _length(figure, pose, bone)
            if length and abs(length - usual) > usual * LONGEST_CHANGE:
                words = f"{joint_words(bone.start)} to {joint_words(bone.end)}"
                yield FigureFinding(
                    f'the body from {words} is {length:.3f} long in the pose "{pose.name}", but {usual:.3f} in '
                    f'"{first.name}"',
                    "limbs that keep their length when they are seen from the side",
                    pose.name,
                    bone.end,
                    hides=False,
                )


def _length(figure: Figure, pose: Pose, bone: Bone) -> float:
    roots = stand_ins(figure.pair)
    start = pose.joints.get(bone.start) or pose.joints[roots[bone.start]]
    end = pose.joints.get(bone.end)
    return math.dist(start, end) if end else 0.0


def _under_the_floor(pose: Pose) -> Iterator[FigureFinding]:
    for joint, (_, height) in pose.joints.items():
        if height < -UNDER:
            found = f'the {joint_words(joint)} is {-height:.3f} under the floor in the pose "{pose.name}"'
            yield FigureFinding(found, "a body above y = 0", pose.name, joint, hides=False)


def mismatch(variant: Variant, figure: Figure) -> str | None:
    """What a figure shows otherwise than the variant says, if anything; in words that follow the name of the figure."""
    if figure.action is not variant.action:
        return f"shows an exercise that is {figure.action.plain}, not {variant.action.plain}"
    if variant.sides is not Sides.NONE and figure.shows is None:
        return "does not say which side it shows, so that it cannot be turned to the other"
    return None
