"""Poses that cannot be right are told in words."""

import pytest
from attrs import evolve

from planner.model import Action, Side, Sides, Variant
from planner.model.figure import Figure, Joints, Pose, Prop, PropKind, Step, View
from planner.planning.figure_checks import check_figure, mismatch

STANDING: Joints = {
    "pelvis": (0.0, 0.52),
    "waist": (0.0, 0.64),
    "chest": (0.0, 0.8),
    "neck": (0.0, 0.85),
    "head": (0.0, 0.93),
    **{
        f"{which}-{joint}": place
        for which in ("near", "far")
        for joint, place in {
            "elbow": (0.0, 0.63),
            "hand": (0.0, 0.47),
            "knee": (0.0, 0.28),
            "ankle": (0.0, 0.04),
            "toe": (0.12, 0.02),
        }.items()
    },
}


def figure(end: Joints, view: View = View.SIDE) -> Figure:
    return Figure(
        "bend",
        view,
        Action.HOLD,
        "Someone stands.",
        (Pose("start", STANDING), Pose("end", end)),
        (Step("start", 1.0), Step("end", 1.0, None)),
        ("trunk",),
        props=(Prop(PropKind.FLOOR),),
    )


def said(found: Figure) -> list[str]:
    return [finding.found for finding in check_figure(found)]


def test_a_sound_figure_has_no_findings() -> None:
    assert check_figure(figure(STANDING)) == ()


@pytest.mark.parametrize(
    ("joint", "words", "expected"),
    [
        ("near-knee", 'the pose "end" has no near knee', "knee = [x, y] in near-leg"),
        ("far-hand", 'the pose "end" has no far hand', "hand = [x, y] in far-arm"),
        ("waist", 'the pose "end" has no waist', "waist = [x, y] in the spine"),
    ],
)
def test_a_missing_joint_is_named(joint: str, words: str, expected: str) -> None:
    (finding,) = check_figure(figure({name: place for name, place in STANDING.items() if name != joint}))
    assert (finding.found, finding.expected, finding.pose) == (words, expected, "end")
    assert finding.hides


def test_from_the_side_shoulders_and_hips_may_be_left_out_but_not_from_the_front() -> None:
    sided = {name.replace("near", "left").replace("far", "right"): place for name, place in STANDING.items()}
    front = evolve(
        figure(STANDING, View.FRONT), poses=(Pose("start", sided), Pose("end", sided)), pair=("left", "right")
    )
    assert 'the pose "start" has no left shoulder' in said(front)
    assert 'the pose "end" has no right hip' in said(front)


def test_a_limb_that_grows_by_more_than_a_tenth_is_told() -> None:
    longer = {**STANDING, "near-elbow": (0.0, 0.61), "near-hand": (0.0, 0.45)}
    (finding,) = check_figure(figure(longer))
    assert finding.found == (
        'the body from near shoulder to near elbow is 0.190 long in the pose "end", but 0.170 in "start"'
    )
    assert (finding.joint, finding.hides) == ("near-elbow", False)
    a_little = {**STANDING, "near-elbow": (0.0, 0.615), "near-hand": (0.0, 0.455)}
    assert said(figure(a_little)) == []


def test_limbs_that_point_at_the_viewer_may_look_shorter() -> None:
    shorter = {**STANDING, "near-hand": (0.0, 0.6)}
    assert said(figure(shorter)) != []
    assert said(figure(shorter, View.ABOVE)) == []


def test_a_body_under_the_floor_is_told_where_there_is_a_floor() -> None:
    sunk = {name: (x, y - 0.05) for name, (x, y) in STANDING.items()}
    found = figure(sunk)
    assert said(found) == [
        f'the {which} {joint} is {depth} under the floor in the pose "end"'
        for which in ("near", "far")
        for joint, depth in (("ankle", "0.010"), ("toe", "0.030"))
    ]
    assert said(evolve(found, props=(Prop(PropKind.WATER, ((-1.0, 0.0), (1.0, 0.0))),))) == []


def test_a_figure_that_shows_something_else_than_its_variant_is_told() -> None:
    held = Variant("hold", "held", Action.HOLD, Sides.NONE)
    found = figure(STANDING)
    assert mismatch(held, found) is None
    assert mismatch(evolve(held, action=Action.REPEAT), found) == "shows an exercise that is held, not repeated"
    assert "which side" in (mismatch(evolve(held, sides=Sides.BOTH), found) or "")
    assert mismatch(evolve(held, sides=Sides.BOTH), evolve(found, shows=Side.LEFT)) is None
