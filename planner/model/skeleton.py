"""The joints and bones that every figure has, whichever way it is seen from."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from attrs import frozen

SPINE = ("pelvis", "waist", "chest", "neck", "head")
"""The joints of the spine, from below. The chest is where the shoulders are; the head is its middle."""

NOSE = "nose"
"""Where the face points. A figure may leave it out."""

LIMB_JOINTS: Mapping[str, tuple[str, ...]] = {
    "arm": ("shoulder", "elbow", "hand"),
    "leg": ("hip", "knee", "ankle", "toe"),
}
"""The joints of each limb, from the body outwards."""

NEAR_AND_FAR = ("near", "far")
LEFT_AND_RIGHT = ("left", "right")
PAIRS = (NEAR_AND_FAR, LEFT_AND_RIGHT)
"""The two ways of naming limbs; a figure keeps to one of them."""


@frozen
class Bone:
    """A straight stretch of the body between two joints that are next to each other."""

    start: str
    """The joint nearer to the pelvis."""
    end: str


def limb_joints(limb: str) -> tuple[str, ...]:
    """The joints of one limb: `near-arm` has `near-shoulder`, `near-elbow` and `near-hand`."""
    which, _, kind = limb.partition("-")
    return tuple(f"{which}-{joint}" for joint in LIMB_JOINTS[kind])


@cache
def limbs(pair: tuple[str, str]) -> tuple[str, ...]:
    """The four limbs under one way of naming them."""
    return tuple(f"{which}-{kind}" for kind in LIMB_JOINTS for which in pair)


@cache
def parts(pair: tuple[str, str]) -> tuple[str, ...]:
    """Every part of the body that can work, or be in front of another."""
    return ("head", "trunk", *limbs(pair))


@cache
def bones(pair: tuple[str, str]) -> tuple[Bone, ...]:
    """Every bone, each after the one it hangs from."""
    found = [Bone(start, end) for start, end in pairwise(SPINE)]
    found.append(Bone("head", NOSE))
    for limb in limbs(pair):
        joints = limb_joints(limb)
        found.append(Bone(root_of(limb), joints[0]))
        found.extend(Bone(start, end) for start, end in pairwise(joints))
    return tuple(found)


def root_of(limb: str) -> str:
    """The joint of the spine that a limb hangs from."""
    return "chest" if limb.endswith("arm") else "pelvis"


@cache
def stand_ins(pair: tuple[str, str]) -> Mapping[str, str]:
    """For each shoulder and hip the joint of the spine that it is at where a pose leaves it out."""
    return {limb_joints(limb)[0]: root_of(limb) for limb in limbs(pair)}
