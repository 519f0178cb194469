"""The poses of a figure: `[figure.NAME.pose.NAME]`."""

from collections.abc import Mapping

from planner.files.describing import did_you_mean
from planner.files.fields import Table
from planner.files.figure_values import choices, point
from planner.files.text import quoted
from planner.model.figure import Point, Pose
from planner.model.skeleton import LEFT_AND_RIGHT, LIMB_JOINTS, NEAR_AND_FAR, NOSE, SPINE, limbs, parts

SPINE_JOINTS = (*SPINE, NOSE)
MOST_POSES = 24


def pair_of(poses: Table) -> tuple[str, str]:
    """How the limbs of a figure are named: left and right if any of them is, near and far if not."""
    sided = limbs(LEFT_AND_RIGHT)
    named = (key for pose in poses.data.values() if isinstance(pose, dict) for key in pose)
    return LEFT_AND_RIGHT if any(key in sided for key in named) else NEAR_AND_FAR


def read_poses(poses: Table, pair: tuple[str, str]) -> tuple[Pose, ...]:
    """All poses, those that are like another with what they take from it."""
    if len(poses.data) > MOST_POSES:
        poses.collector.error(poses.path, f"{len(poses.data):,} poses", f"{MOST_POSES} at most")
        return ()
    tables = {name: poses.table(name, f"[{'.'.join(map(str, poses.path))}.{name}]") for name in poses.data}
    own = {name: _own_joints(table, pair) for name, table in tables.items()}
    for name, table in tables.items():
        like = table.name("like")
        if like is not None and (like not in tables or like == name):
            known = [other for other in tables if other != name]
            table.wrong("like", "another pose of this figure", did_you_mean(like, known))
    found = []
    for name, table in tables.items():
        joints = _with_likes(name, tables, own)
        order = choices(table, "order", parts(pair))
        if order and len(set(order)) != len(parts(pair)):
            table.wrong("order", "every part of the body, once")
            order = ()
        found.append(Pose(name, _with_far_limbs(joints, pair), order))
    return tuple(found)


def _own_joints(table: Table, pair: tuple[str, str]) -> dict[str, Point]:
    """The joints that a pose gives itself."""
    groups = ("spine", *limbs(pair))
    known = ("like", "order", *groups)
    for key in table.others(known):
        if key in limbs(NEAR_AND_FAR):
            hint = f"this figure has a {LEFT_AND_RIGHT[0]} and a {LEFT_AND_RIGHT[1]} side"
            table.collector.error((*table.path, key), f"the limb {quoted(key)}", "one way of naming limbs", hint)
        else:
            table.unknown(key, "ignored", did_you_mean(key, known))
    joints: dict[str, Point] = {}
    for group in groups:
        inner = table.table(group, f"{group} = {{ … }}")
        which, _, kind = group.partition("-")
        names = LIMB_JOINTS.get(kind, SPINE_JOINTS)
        for key in inner.others(names):
            words = f"unknown joint {quoted(key)} in {group}"
            inner.collector.error((*inner.path, key), words, ", ".join(names), did_you_mean(key, names))
        for name in names:
            place = point(inner, name)
            if place is not None:
                joints[f"{which}-{name}" if kind else name] = place
    return joints


def _with_likes(name: str, tables: Mapping[str, Table], own: Mapping[str, dict[str, Point]]) -> dict[str, Point]:
    """The joints of a pose, with those it takes from the poses that it is like."""
    joints = dict(own[name])
    seen = {name}
    like = tables[name].data.get("like")
    while isinstance(like, str) and like in tables and like not in seen:
        seen.add(like)
        joints = {**own[like], **joints}
        like = tables[like].data.get("like")
    return joints


def _with_far_limbs(joints: dict[str, Point], pair: tuple[str, str]) -> dict[str, Point]:
    """The joints with those of far limbs that are left out altogether: just behind the near ones."""
    if pair == LEFT_AND_RIGHT:
        return joints
    for names in LIMB_JOINTS.values():
        if not any(f"far-{name}" in joints for name in names):
            joints.update({f"far-{name}": joints[f"near-{name}"] for name in names if f"near-{name}" in joints})
    return joints
