"""The tables of figures are read strictly: every problem in words, with its place, and never a traceback."""

from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from planner.figures.cells import Size
from planner.figures.drawing import frame, still
from planner.files.collecting import Collector
from planner.files.figure_reading import figure_problems, read_figures
from planner.files.library_reading import parse_library
from planner.model import Action, Side, Sides
from planner.model.figure import Figure, Motion, Prop, PropKind, Step, View

SITTING = """
[figure.sit]
view = "side"
action = "repeat"
alternative = "Someone sits on a chair and stretches the {side} leg; the {other} foot stays down."
works = ["near-leg"]
shows = "right"
mark = [0.5, 1]
props = [
  { kind = "floor" },
  { kind = "wall", places = [[-0.42, 0], [-0.42, 1]], thickness = 0.05 },
  { kind = "chair", places = [[0.14, 0.24], [-0.16, 0.24], [-0.16, 0.55]] },
  { kind = "towel", places = [["near-hand"], ["near-ankle"]], in-front = true },
  { kind = "pillow", places = [[-0.09, 0.36], [-0.09, 0.46]], behind = "trunk" },
]
motions = [{ path = [[0.35, 0.12], [0.48, 0.2], [0.52, 0.32]], sides = "one" }]
steps = [{ pose = "down", move = 1, hold = 0.5 }, { pose = "up", move = 2, hold = "dose" }]

[figure.sit.pose.down]
spine = { pelvis = [0.0, 0.31], waist = [-0.01, 0.43], chest = [0.0, 0.585], neck = [0.01, 0.64], head = [0.015, 0.72] }
near-arm = { elbow = [0.05, 0.43], hand = [0.18, 0.33] }
near-leg = { knee = [0.245, 0.29], ankle = [0.26, 0.045], toe = [0.38, 0.02] }
far-leg = { knee = [0.245, 0.29], ankle = [0.23, 0.045], toe = [0.35, 0.02] }

[figure.sit.pose.up]
like = "down"
near-leg = { knee = [0.245, 0.31], ankle = [0.48, 0.33], toe = [0.51, 0.45] }
"""


def read(text: str) -> tuple[dict[str, Figure], list[str]]:
    collector = Collector()
    figures = read_figures(tomli.loads(text)["figure"], collector)
    return figures, [f"{entry.found}; {entry.expected}; {entry.hint}" for entry in collector.entries]


def problems(text: str) -> list[str]:
    return read(text)[1]


def test_everything_a_figure_can_say_is_read() -> None:
    figures, found = read(SITTING)
    assert found == []
    figure = figures["sit"]
    assert (figure.view, figure.action, figure.shows, figure.mark) == (View.SIDE, Action.REPEAT, Side.RIGHT, (0.5, 1.0))
    assert figure.words(Side.LEFT) == "Someone sits on a chair and stretches the left leg; the right foot stays down."
    assert figure.props[1:4] == (
        Prop(PropKind.WALL, ((-0.42, 0.0), (-0.42, 1.0)), 0.05),
        Prop(PropKind.CHAIR, ((0.14, 0.24), (-0.16, 0.24), (-0.16, 0.55))),
        Prop(PropKind.TOWEL, (("near-hand",), ("near-ankle",)), in_front=True),
    )
    assert figure.motions == (Motion(((0.35, 0.12), (0.48, 0.2), (0.52, 0.32)), sides=Sides.ONE),)
    assert figure.steps == (Step("down", 1.0, 0.5), Step("up", 2.0, None))


def test_a_pose_takes_what_it_does_not_say_from_the_one_it_is_like() -> None:
    down, up = read(SITTING)[0]["sit"].poses
    assert up.joints["head"] == down.joints["head"]
    assert up.joints["near-ankle"] != down.joints["near-ankle"]


def test_a_far_limb_that_is_left_out_is_behind_the_near_one() -> None:
    joints = read(SITTING)[0]["sit"].start.joints
    assert joints["far-hand"] == joints["near-hand"]
    assert joints["far-ankle"] != joints["near-ankle"]


def test_a_figure_takes_what_it_does_not_say_from_the_one_it_is_like() -> None:
    other = '\n[figure.hold]\nlike = "sit"\naction = "hold"\nalternative = "Held."\n'
    figures, found = read(SITTING + other)
    assert found == []
    assert (figures["hold"].action, figures["hold"].words()) == (Action.HOLD, "Held.")
    assert figures["hold"].poses == figures["sit"].poses


def test_without_steps_the_body_goes_from_pose_to_pose() -> None:
    text = SITTING.replace("steps = [", "# ").replace('"repeat"', '"hold"')
    steps = read(text)[0]["sit"].steps
    assert [(step.pose, step.hold is None) for step in steps] == [("down", False), ("up", True)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"side"', '"sid"', 'view is the text "sid"; "side", "front" or "above"; did you mean "side"?'),
        ('["near-leg"]', '["near-legs"]', 'item 1 of works is the text "near-legs"'),
        ('works = ["near-leg"]\n', "", 'no "works" in the figure "sit"'),
        ("elbow = [0.05, 0.43]", "elbow = [0.05]", "elbow is a list; two numbers, as [0.25, 1.0], from -3 to 3"),
        ("elbow = [0.05, 0.43]", "elbow = [nan, 0.43]", "elbow is a list; two numbers"),
        ("elbow = [0.05, 0.43]", "elbow = [1e9, 0.43]", "elbow is a list; two numbers"),
        ("elbow = [0.05, 0.43]", "elbow = [true, 0.43]", "elbow is a list; two numbers"),
        ("elbow = [0.05, 0.43]", "ellbow = [0.05, 0.43]", 'unknown joint "ellbow" in near-arm'),
        ("elbow = [0.05, 0.43], ", "", 'the pose "down" has no near elbow; elbow = [x, y] in near-arm'),
        ("ankle = [0.48, 0.33]", "ankle = [0.60, 0.33]", "the body from near knee to near ankle is 0.356 long"),
        ("toe = [0.35, 0.02]", "toe = [0.35, -0.02]", 'the far toe is 0.020 under the floor in the pose "down"'),
        ('pose = "up"', 'pose = "upp"', 'pose is the text "upp"; "down" or "up"; did you mean "up"?'),
        ("move = 2", "move = -2", "move is -2; a number from 0 to 600"),
        ('hold = "dose"', 'hold = "long"', 'hold is the text "long"; a number from 0 to 600'),
        ('kind = "wall"', 'kind = "fence"', 'kind is the text "fence"'),
        ("[-0.42, 1]], thickness", "[-0.42, 1], [0, 0]], thickness", "this wall has 3 places; 2"),
        ('["near-ankle"]', '["near-foot"]', "a place is a list; two numbers"),
        ("[0.52, 0.32]]", '"there"]', 'a point of the path is the text "there"'),
        ('sides = "one"', 'sides = "none"', 'sides is the text "none"; "one" or "both"'),
        ("in-front = true", "in-front = 1", "in-front is 1; true or false"),
        ('like = "down"', 'like = "dwn"', 'like is the text "dwn"; another pose of this figure; did you mean "down"?'),
        ("far-leg =", "left-leg =", "limbs named left and right, seen from the side"),
        ("mark = ", "marc = ", 'unknown key "marc", which is ignored; ; did you mean "mark"?'),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, words: str) -> None:
    assert old in SITTING
    found = problems(SITTING.replace(old, new))
    assert any(words in problem for problem in found), found


def test_what_a_figure_takes_from_another_is_reported_once() -> None:
    text = SITTING.replace("elbow = [0.05, 0.43]", "elbow = 3")
    text += '\n[figure.again]\nlike = "sit"\nalternative = "Again."\n'
    figures, found = read(text)
    assert len(found) == 1
    assert figures == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[figure.a]\nlike = "a"', 'the figure "a" is like itself'),
        ('[figure.a]\nlike = "b"\n[figure.b]\nlike = "a"', 'the figure "b" is like itself'),
        ('[figure.a]\nlike = "sitt"', 'the figure "a" is like "sitt", which is not there'),
        ("[figure.a]\n", '0 poses in the figure "a"; two or more poses'),
    ],
)
def test_figures_that_lead_nowhere(text: str, words: str) -> None:
    figures, found = read(f"{SITTING}\n{text}")
    assert set(figures) == {"sit"}
    assert any(words in problem for problem in found), found


def test_problems_of_a_library_have_line_and_column() -> None:
    library = 'format = 1\nid = "legs"\ntitle = "Legs"\n'
    document = parse_library((library + SITTING.replace("hand = [0.18", "hand = [18")).encode(), "legs.toml")
    (problem,) = figure_problems(document)
    assert problem.place == "legs.toml:24:43"
    assert "hand is a list" in str(problem)


def test_a_library_says_when_a_figure_shows_something_else_than_its_variant() -> None:
    library = (
        'format = 1\nid = "legs"\ntitle = "Legs"\n'
        '[[exercise]]\nid = "stretch"\nname = "Stretch"\nposition = "sitting"\n'
        '[[exercise.variant]]\nid = "hold"\nname = "held"\naction = "hold"\nsides = "both"\nfigure = "sit"\n'
    )
    (problem,) = figure_problems(parse_library((library + SITTING).encode(), "legs.toml"))
    assert str(problem).splitlines()[0] == (
        'legs.toml:13:10: warning: the figure "sit" shows an exercise that is repeated, not held'
    )


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none().map(lambda _: ""),
        st.booleans(),
        st.integers(-4, 4),
        st.floats(),
        st.sampled_from(["down", "up", "dose", "side", "near-leg", "hold", "floor", "mat", "sit"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["pose", "path", "kind", "places", "move", "hold", "spine", "near-arm", "like", "knee"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "view",
        "action",
        "works",
        "shows",
        "order",
        "far",
        "steady",
        "props",
        "motions",
        "mark",
        "steps",
        "stills",
        "like",
    ]
)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.dictionaries(st.sampled_from(["down", "up", "x"]), VALUES))
def test_nothing_that_a_table_holds_gives_a_traceback(changed: dict[str, Any], poses: dict[str, Any]) -> None:
    tables = tomli.loads(SITTING)["figure"]
    tables["sit"].update(changed)
    tables["sit"]["pose"].update(poses)
    collector = Collector()
    for figure in read_figures(tables, collector).values():
        still(figure, Size(40, 12))
        frame(figure, 1.7, Size(40, 12), Side.LEFT, hold=3)
