"""Pictures of character cells: what is in them, at every size, in every script, for both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from planner.figures.cells import Cell, Picture, Script, Size, changes, runs
from planner.figures.drawing import frame, still
from planner.figures.primitives import Role
from planner.model import Action, Side
from planner.model.figure import Figure, View
from tests.figures.shipped import FIGURES

NORMAL = Size(40, 12)
SIZES = (Size(20, 6), NORMAL, Size(80, 24))
THREE = ("single-knee-hug", "side-bend-standing", "knee-roll-pillow")

each_figure = pytest.mark.parametrize("name", sorted(FIGURES))
each_script = pytest.mark.parametrize("script", list(Script), ids=str)


def roles(picture: Picture) -> set[Role | None]:
    return {cell.role for row in picture.cells for cell in row}


def middle(picture: Picture, role: Role) -> float:
    """The column around which the cells of a role lie."""
    columns = [column for row in picture.cells for column, cell in enumerate(row) if cell.role is role]
    return sum(columns) / len(columns)


def dots(picture: Picture) -> set[tuple[int, int]]:
    """The dots of a picture in braille."""
    places = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
    return {
        (2 * column + across, 4 * row + down)
        for row, cells in enumerate(picture.cells)
        for column, cell in enumerate(cells)
        if cell.role
        for bit, (across, down) in enumerate(places)
        if (ord(cell.character) - 0x2800) >> bit & 1
    }


@each_script
@pytest.mark.parametrize("name", THREE)
def test_stills(name: str, script: Script, snapshot: SnapshotAssertion) -> None:
    assert str(still(FIGURES[name], NORMAL, script=script)) == snapshot


@each_script
@each_figure
def test_stills_fill_their_cells_and_show_what_they_have_to(name: str, script: Script) -> None:
    figure = FIGURES[name]
    for size in SIZES:
        picture = still(figure, size, script=script)
        assert [len(row) for row in picture.cells] == [size.columns] * size.rows
        assert {Role.BODY, Role.WORKING, Role.ARROW} <= roles(picture)
        assert all((cell.role is None) == (cell.character == " ") for row in picture.cells for cell in row)


@pytest.mark.parametrize("name", [name for name in sorted(FIGURES) if FIGURES[name].view is View.SIDE])
def test_there_is_always_something_to_stand_lie_or_swim_on(name: str) -> None:
    for columns in range(20, 81, 3):
        for script in Script:
            size = Size(columns, columns * 3 // 10)
            assert Role.PROP in roles(still(FIGURES[name], size, script=script)), size


@given(
    st.sampled_from(sorted(FIGURES)),
    st.integers(1, 100),
    st.integers(1, 30),
    st.sampled_from(list(Script)),
    st.sampled_from([None, *Side]),
    st.floats(0, 100),
)
def test_every_size_is_drawn(
    name: str, columns: int, rows: int, script: Script, side: Side | None, seconds: float
) -> None:
    size = Size(columns, rows)
    for picture in (
        still(FIGURES[name], size, side, script=script),
        frame(FIGURES[name], seconds, size, side, hold=5, script=script),
    ):
        assert [len(row) for row in picture.cells] == [columns] * rows


@each_figure
def test_each_script_keeps_to_its_characters(name: str) -> None:
    allowed = {
        Script.BRAILLE: {chr(0x2800 + bits) for bits in range(1, 256)},
        Script.BLOCKS: set("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"),
        Script.ASCII: {chr(code) for code in range(33, 127)},
    }
    for script, characters in allowed.items():
        for picture in (still(FIGURES[name], NORMAL, script=script), frame(FIGURES[name], 2.0, NORMAL, script=script)):
            assert {cell.character for row in picture.cells for cell in row if cell.role} <= characters


@pytest.mark.parametrize("name", [name for name in sorted(FIGURES) if FIGURES[name].shows])
def test_the_other_side_is_a_mirror_image(name: str) -> None:
    last = NORMAL.columns * 2 - 1
    left, right = (dots(frame(FIGURES[name], 3.0, NORMAL, side)) for side in (Side.LEFT, Side.RIGHT))
    turned = {(last - x, y) for x, y in left}
    # Dots on the very edge of a limb may fall to either side of it.
    assert len(turned ^ right) < 0.25 * len(right) < 0.8 * len(left ^ right)


def test_figures_without_a_side_do_not_turn() -> None:
    figure = FIGURES["back-extension-standing"]
    assert still(figure, NORMAL, Side.LEFT) == still(figure, NORMAL, Side.RIGHT) == still(figure, NORMAL)


def test_one_side_of_a_movement_to_both_is_shown_alone() -> None:
    figure = FIGURES["knee-roll-repeat"]

    def furthest(side: Side | None) -> float:
        return max(middle(frame(figure, tenth / 10, NORMAL, side), Role.WORKING) for tenth in range(80))

    # The knees go to the left of the picture for the right side, and back to the middle; to the right only for both.
    assert furthest(Side.RIGHT) < furthest(None) - 1


def test_each_repetition_in_turn_changes_sides() -> None:
    figure = FIGURES["side-bend-standing"]
    first, second = (frame(figure, seconds, NORMAL, hold=10, in_turn=True) for seconds in (3.0, 3.0 + 13.8))
    assert first == frame(figure, 3.0, NORMAL, Side.RIGHT, hold=10)
    assert second == frame(figure, 3.0, NORMAL, Side.LEFT, hold=10)


def test_two_stills_are_side_by_side_where_there_is_room() -> None:
    wide = still(FIGURES["forward-bend-standing"], NORMAL)
    assert any(cell.role is Role.WORKING for row in wide.cells for cell in row[:15])
    assert any(cell.role is Role.WORKING for row in wide.cells for cell in row[25:])
    narrow = still(FIGURES["forward-bend-standing"], Size(12, 6))
    assert Role.GHOST not in roles(narrow)


def test_the_body_is_outlined_and_the_working_part_filled() -> None:
    """So that the working part can be told without colours."""
    picture = still(FIGURES["back-extension-elbows"], Size(80, 24))

    def fullness(role: Role) -> float:
        found = [ord(cell.character) - 0x2800 for row in picture.cells for cell in row if cell.role is role]
        return sum(bits.bit_count() for bits in found) / len(found)

    assert fullness(Role.WORKING) > 1.5 * fullness(Role.BODY) > fullness(Role.GHOST)


@pytest.mark.parametrize("name", [name for name in sorted(FIGURES) if FIGURES[name].action is Action.HOLD])
def test_a_clock_fills_up_while_a_hold_runs(name: str) -> None:
    figure = FIGURES[name]

    def clock(picture: Picture) -> int:
        found = [ord(cell.character) - 0x2800 for row in picture.cells for cell in row if cell.role is Role.ARROW]
        return sum(bits.bit_count() for bits in found)

    begin = beginning_of_hold(figure)
    sizes = [clock(frame(figure, begin + share * 20, NORMAL, hold=20)) for share in (0.0, 0.3, 0.6, 0.99)]
    assert 0 < sizes[0] < sizes[1] < sizes[2] < sizes[3]
    assert clock(frame(figure, begin + 20.2, NORMAL, hold=20)) == 0


def beginning_of_hold(figure: Figure) -> float:
    seconds = 0.001
    for number, step in enumerate(figure.steps):
        seconds += step.move if number else 0
        if step.hold is None:
            return seconds
        seconds += step.hold
    raise AssertionError(figure.id)


@each_figure
def test_only_the_cells_of_what_moves_change(name: str) -> None:
    figure = FIGURES[name]
    before, after = (frame(figure, seconds, NORMAL, hold=10) for seconds in (1.0, 1.1))
    found = changes(before, after)
    cells = [list(row) for row in before.cells]
    for row, column, changed in found:
        cells[row][column : column + len(changed)] = changed
    assert tuple(map(tuple, cells)) == after.cells
    assert sum(len(change.cells) for change in found) < NORMAL.columns * NORMAL.rows / 2
    assert changes(before, before) == ()


def test_runs_put_cells_of_one_role_together() -> None:
    row = (Cell("a", Role.BODY), Cell("b", Role.BODY), Cell(" ", None), Cell("c", Role.FAR))
    assert [tuple(run) for run in runs(row)] == [("ab", Role.BODY), (" ", None), ("c", Role.FAR)]
    picture = still(FIGURES["walking"], NORMAL)
    for cells in picture.cells:
        assert "".join(run.text for run in runs(cells)) == "".join(cell.character for cell in cells)
