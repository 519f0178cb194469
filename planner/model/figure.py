"""The figure of an exercise: key poses of a simple body as points in a plane, and how one leads to the next.

All lengths are in body lengths: a person who stands upright is 1 from the soles to the top of the head. The x axis
points right, the y axis up; in views from the side and the front the floor is y = 0.
"""

from collections.abc import Mapping
from functools import cached_property

from attrs import define, evolve, frozen

from planner.model.skeleton import NEAR_AND_FAR
from planner.model.terms import Action, Side, Sides, Term

Point = tuple[float, float]
"""A place in the plane of a figure, in body lengths."""

Joints = Mapping[str, Point]
"""Where the joints of a body are, by name."""


class View(Term):
    """Where the figure is seen from."""

    SIDE = "side"
    """Limbs keep their lengths; the floor is a line. Limbs are near and far."""
    FRONT = "front"
    """Limbs may point at the viewer; the floor is a line."""
    ABOVE = "above"
    """From above, or from above and a side: there is no line for the floor."""


class PropKind(Term):
    """What a figure shows beside the body."""

    FLOOR = "floor"
    MAT = "mat"
    PILLOW = "pillow"
    TOWEL = "towel"
    CHAIR = "chair"
    WALL = "wall"
    WATER = "water"


PLACES: Mapping[PropKind, tuple[int, ...]] = {
    PropKind.FLOOR: (0,),
    PropKind.MAT: (2, 4),
    PropKind.PILLOW: (2,),
    PropKind.TOWEL: (2, 3, 4, 5, 6),
    PropKind.CHAIR: (3,),
    PropKind.WALL: (2,),
    PropKind.WATER: (2,),
}
"""How many places each kind of thing may have; what they mean is told by `Prop`."""


@frozen
class Pose:
    """One key pose: where every joint is. A shoulder or hip that is left out is at the chest or the pelvis."""

    name: str
    joints: Joints
    order: tuple[str, ...] = ()
    """Parts of the body from the back to the front; empty for the order of the figure."""


@frozen
class Step:
    """One stretch of the movement: the way into a pose and the stay there, in seconds.

    Where the stay is 0, the body goes through the pose without stopping; `hold` is `None` where the pose is held for as
    long as the dose says.
    """

    pose: str
    move: float
    hold: float | None = 0.0
    sides: Sides | None = None
    """`Sides.ONE` or `Sides.BOTH` for a step that is done only where so many sides are worked."""


Place = Point | tuple[str, ...]
"""A point, or the joints in whose middle something keeps."""


@frozen
class Prop:
    """Something beside the body.

    What its places mean depends on its kind. A floor needs none: it is y = 0. A mat, a pillow and water lie between two
    places; a mat seen from above has four corners. A towel is a band along its places. A wall stands between foot and
    top. A chair is the front of the seat, its back, and the top of the backrest.
    """

    kind: PropKind
    places: tuple[Place, ...] = ()
    thickness: float | None = None
    behind: str | None = None
    """The part of the body just in front of it; `None` where all of the body is."""
    in_front: bool = False
    """Whether it is in front of all of the body."""


Path = tuple[Point, ...]
"""Points that a smooth line goes through."""


@frozen
class Motion:
    """An arrow: which way the working part moves. One that all but meets itself is a loop: round and round."""

    path: Path
    pose: str | None = None
    """The pose it leads to, where that is not the most telling one."""
    sides: Sides | None = None
    """`Sides.ONE` or `Sides.BOTH` for an arrow that is shown only where so many sides are worked."""
    small: Path = ()
    """Another path for the smallest pictures, beside a body that the arrow otherwise crosses."""


@define(frozen=True, slots=False, eq=False)
class Figure:
    """Everything needed to draw one way of doing an exercise, on a screen of text as well as on paper."""

    id: str
    view: View
    action: Action
    alternative: str
    """What there is to see, in words. `{side}` and `{other}` stand for the side worked and the opposite side."""
    poses: tuple[Pose, ...]
    steps: tuple[Step, ...]
    """The movement, over and over, from the starting pose on. The first step's `move` is the way back to it."""
    works: tuple[str, ...]
    """The parts of the body that do the work."""
    pair: tuple[str, str] = NEAR_AND_FAR
    """How limbs are named."""
    shows: Side | None = None
    """The side that works in the figure as drawn; `None` where there is no side."""
    motions: tuple[Motion, ...] = ()
    props: tuple[Prop, ...] = ()
    steady: tuple[str, ...] = ()
    """Hands and ankles that rest on something, and so move straight from pose to pose."""
    order: tuple[str, ...] = ()
    """Parts of the body from the back to the front; empty for the usual order of the view."""
    far: tuple[str, ...] = ()
    """Parts that are further away, and drawn fainter."""
    mark: Point | None = None
    """Where the sign for holding goes; `None` for a place by the tip of the arrow."""
    stills: tuple[str, ...] = ()
    """The poses that pictures without movement show, the most telling one last."""

    @cached_property
    def _poses_by_name(self) -> dict[str, Pose]:
        return {pose.name: pose for pose in self.poses}

    def pose(self, name: str) -> Pose:
        """The pose of this name. Raises KeyError where there is none."""
        return self._poses_by_name[name]

    def step_pose(self, number: int) -> Pose:
        """The pose that a step leads to."""
        return self._poses_by_name[self.steps[number].pose]

    @property
    def start(self) -> Pose:
        """The starting pose."""
        return self.step_pose(0)

    @property
    def still_poses(self) -> tuple[Pose, ...]:
        """What pictures without movement show: the start and the pose after it, unless the figure says more."""
        shown = dict.fromkeys(step.pose for step in self.steps)
        names = tuple(name for name in self.stills if name in shown) or tuple(shown)[:2]
        return tuple(self.pose(name) for name in names)

    def words(self, side: Side | None = None) -> str:
        """The text alternative, for one side or as drawn."""
        shown = side or self.shows
        if shown is None:
            return self.alternative
        return self.alternative.replace("{side}", shown.plain).replace("{other}", shown.other.plain)

    def for_sides(self, sides: Sides) -> "Figure":
        """The figure with the steps and arrows that belong to so many sides (`Sides.ONE` or `Sides.BOTH`)."""
        if not any(step.sides for step in self.steps) and not any(motion.sides for motion in self.motions):
            return self
        return evolve(
            self,
            steps=tuple(step for step in self.steps if step.sides in (None, sides)),
            motions=tuple(motion for motion in self.motions if motion.sides in (None, sides)),
        )
