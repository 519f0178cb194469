"""How rows, exercises, leaflets and times of the day are named."""

from pathlib import Path

import pytest

from planner.headless.choosing import find_exercise, find_row, find_slot, find_source, find_variant
from planner.headless.exits import Stop
from tests.built_in_library import LIBRARY, exercise_of
from tests.headless.conftest import Run, read


@pytest.mark.parametrize(
    ("word", "row"),
    [
        ("roll", "roll"),
        ("1", "roll"),
        ("3", "walk"),
        ("single", "hug"),
        ("knee hug", "hug"),
        ("HUG", "hug"),
        ("right roll", "roll"),
        ("Knee roll, held, to the right", "roll"),
    ],
)
def test_a_row_is_named_by_id_number_or_a_part_of_its_title(plan_path: Path, word: str, row: str) -> None:
    assert find_row(read(plan_path), LIBRARY, word).id == row


def test_an_id_wins_over_a_number_and_a_title(plan_path: Path) -> None:
    plan_path.write_text(plan_path.read_text(encoding="utf-8").replace('id = "walk"', 'id = "1"'), encoding="utf-8")
    assert find_row(read(plan_path), LIBRARY, "1").exercise == "general-activity"


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("knee", '"knee" may be 1 Knee roll, held, to the right (roll) or 2 Single knee hug (hug); name it by its id.'),
        ("0", "There is no row 0; the plan has 3 rows."),
        ("4", "There is no row 4; the plan has 3 rows."),
        ("singel knee hug", 'There is no row of the plan called "singel knee hug"; did you mean "Single knee hug"?'),
        ("plank", 'There is no row of the plan called "plank"; there are: 1 Knee roll'),
        ("", 'There is no row of the plan called ""; there are: 1 Knee roll'),
    ],
)
def test_a_row_that_is_none_or_several_is_told(plan_path: Path, word: str, sentence: str) -> None:
    with pytest.raises(Stop) as stopped:
        find_row(read(plan_path), LIBRARY, word)
    assert stopped.value.sentence.startswith(sentence)
    assert stopped.value.status == 2


def test_exercises_ways_and_leaflets_are_named_alike() -> None:
    assert find_exercise(LIBRARY, "single-knee-hug").id == "single-knee-hug"
    assert find_exercise(LIBRARY, "one knee to chest").id == "single-knee-hug"
    assert find_variant(exercise_of("knee-roll"), "stronger").id == "hold-both-sides-stronger"
    assert find_source(LIBRARY, "camden").id == "camden-msk"
    for word, find in (("swim", find_source), ("hug", find_exercise)):
        with pytest.raises(Stop):
            find(LIBRARY, word)


def test_a_time_of_the_day_is_known_in_any_case(plan_path: Path) -> None:
    plan = read(plan_path)
    assert find_slot(plan, "Evening") == "evening"
    with pytest.raises(Stop, match='did you mean "evening"'):
        find_slot(plan, "evenin")
    with pytest.raises(Stop, match="the plan has: morning, evening"):
        find_slot(plan, "noon")


@pytest.mark.parametrize("command", ["remove", "duplicate", "toggle --slot morning --day mon", "set --reps 3", "fill"])
def test_a_command_about_rows_wants_to_know_which(plan_path: Path, run: Run, command: str) -> None:
    words = command.split()
    ended = run(words[0], "back.toml", *words[1:])
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("Say which rows")
    assert run(words[0], "back.toml", *words[1:], "--all", "-n").status == 0
