"""Movement: limbs keep their lengths, feet stay on the floor, holds last as long as the dose says."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.figures.geometry import complete
from planner.figures.motion import USUAL_HOLD, between, cycle_seconds, eased, hold_of, moment
from planner.model.figure import Figure, Joints, View
from planner.model.skeleton import bones
from tests.figures.shipped import FIGURES

FROM_THE_SIDE = sorted(name for name, figure in FIGURES.items() if figure.view is View.SIDE)
each_figure = pytest.mark.parametrize("name", sorted(FIGURES))
A_LITTLE = 0.004
"""Body lengths: what is lost by rounding in the library."""


def lengths(figure: Figure, joints: Joints) -> dict[str, float]:
    whole = complete(figure, joints)
    return {bone.end: math.dist(whole[bone.start], whole[bone.end]) for bone in bones(figure.pair) if bone.end in whole}


def moments(figure: Figure, count: int = 60, hold: float = 2.0) -> list[Joints]:
    length = cycle_seconds(figure, hold)
    return [complete(figure, moment(figure, length * number / count, hold).joints) for number in range(count + 1)]


@pytest.mark.parametrize("name", FROM_THE_SIDE)
def test_limbs_keep_their_lengths_between_poses_seen_from_the_side(name: str) -> None:
    figure = FIGURES[name]
    usual = lengths(figure, figure.start.joints)
    for joints in moments(figure):
        for bone, length in lengths(figure, joints).items():
            assert abs(length - usual[bone]) < A_LITTLE, bone


@given(st.sampled_from(sorted(FIGURES)), st.floats(0, 1))
def test_lengths_are_never_outside_those_of_the_two_poses(name: str, share: float) -> None:
    figure = FIGURES[name]
    first, second = (complete(figure, pose.joints) for pose in figure.poses[:2])
    before, after = lengths(figure, first), lengths(figure, second)
    for bone, length in lengths(figure, between(figure, first, second, share)).items():
        low, high = sorted((before[bone], after[bone]))
        assert low - 1e-6 <= length <= high + 1e-6, bone


@given(st.sampled_from(sorted(FIGURES)))
def test_the_ends_of_a_movement_are_the_poses(name: str) -> None:
    figure = FIGURES[name]
    first, second = (complete(figure, pose.joints) for pose in figure.poses[:2])
    for share, pose in ((0.0, first), (1.0, second)):
        found = between(figure, first, second, share)
        assert set(found) == set(pose)
        assert all(math.dist(found[joint], pose[joint]) < A_LITTLE for joint in pose)


@each_figure
def test_nothing_jumps(name: str) -> None:
    figure = FIGURES[name]
    found = moments(figure, count=int(cycle_seconds(figure, 2.0) * 30))
    for before, after in pairwise(found):
        assert max(math.dist(before[joint], after[joint]) for joint in before) < 0.09


@pytest.mark.parametrize("name", ["back-extension-standing", "forward-bend-standing"])
def test_feet_stay_where_they_are(name: str) -> None:
    figure = FIGURES[name]
    start = figure.start.joints["near-ankle"]
    for joints in moments(figure):
        assert math.dist(joints["near-ankle"], start) < A_LITTLE


@pytest.mark.parametrize("name", FROM_THE_SIDE)
def test_nobody_sinks_into_the_floor_on_the_way(name: str) -> None:
    figure = FIGURES[name]
    if figure.props[0].kind == "water":
        return
    for joints in moments(figure):
        assert min(y for _, y in joints.values()) > -0.03


def test_a_hold_lasts_as_long_as_the_dose_says() -> None:
    figure = FIGURES["single-knee-hug"]
    rest, way = figure.steps[0].hold, figure.steps[1].move
    assert rest is not None
    held = [moment(figure, rest + way + seconds, 30).held for seconds in (0.001, 7.5, 15, 29.999)]
    assert held == pytest.approx([0, 0.25, 0.5, 1], abs=0.001)
    assert moment(figure, rest + way + 30.1, 30).held is None
    assert moment(figure, rest / 2, 30).held is None
    assert cycle_seconds(figure, 30) - cycle_seconds(figure, 10) == pytest.approx(20)


def test_a_hold_that_no_dose_gives_is_long_enough_to_see() -> None:
    figure = FIGURES["single-knee-hug"]
    assert hold_of(figure, 1, None) == USUAL_HOLD
    assert hold_of(figure, 0, 30) == figure.steps[0].hold


@given(st.floats(0, 10_000), st.sampled_from(sorted(FIGURES)))
def test_the_movement_goes_on_for_ever(seconds: float, name: str) -> None:
    figure = FIGURES[name]
    later = seconds + cycle_seconds(figure, 1)
    before, after = (complete(figure, moment(figure, at, 1).joints) for at in (seconds, later))
    assert max(math.dist(before[joint], after[joint]) for joint in before) < 0.001


def test_a_body_goes_through_a_pose_without_stopping() -> None:
    assert [eased(0.5, True, True), eased(0.5, False, False)] == pytest.approx([0.5, 0.5])
    assert eased(0.1, True, False) < 0.1 < eased(0.1, False, True)
    for rests in ((True, True), (True, False), (False, True), (False, False)):
        assert [eased(share, *rests) for share in (0.0, 1.0)] == pytest.approx([0.0, 1.0])
