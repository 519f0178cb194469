"""`planner move`, `fill` and `toggle` where they do more than the screen's keys."""

from pathlib import Path

import pytest

from planner.model import EVERY_DAY, Weekday
from tests.headless.conftest import Run, read


def order(path: Path) -> list[str]:
    return [item.id for item in read(path).prescriptions]


@pytest.mark.parametrize(
    ("words", "after"),
    [
        (["walk", "--first"], ["walk", "roll", "hug"]),
        (["roll", "--last"], ["hug", "walk", "roll"]),
        (["walk", "roll", "--after", "hug"], ["hug", "roll", "walk"]),
        (["walk", "--before", "2"], ["roll", "walk", "hug"]),
        (["walk", "--up", "9"], ["walk", "roll", "hug"]),
        (["1", "--down", "2"], ["hug", "walk", "roll"]),
    ],
)
def test_rows_go_where_they_are_to_go(plan_path: Path, run: Run, words: list[str], after: list[str]) -> None:
    assert run("move", "back.toml", *words).status == 0
    assert order(plan_path) == after


@pytest.mark.parametrize(
    "words", [["roll", "--after", "roll"], ["roll"], ["roll", "--up", "--down"], ["roll", "--up", "0"]]
)
def test_a_place_that_is_none_is_told(plan_path: Path, run: Run, words: list[str]) -> None:
    assert run("move", "back.toml", *words).status == 2
    assert order(plan_path) == ["roll", "hug", "walk"]


def test_filling_twice_is_the_same_as_once(plan_path: Path, run: Run) -> None:
    for _ in range(2):
        assert run("fill", "back.toml", "hug", "walk").status == 0
        filled = read(plan_path).prescriptions[1].when
        assert (filled.days("morning"), filled.days("evening")) == (EVERY_DAY, EVERY_DAY)
    assert run("fill", "back.toml", "hug", "--day", "sat sun", "--none").status == 0
    assert read(plan_path).prescriptions[1].when.days("evening") == EVERY_DAY - {Weekday.SATURDAY, Weekday.SUNDAY}
    assert run("fill", "back.toml", "--all", "--none").status == 0
    assert not any(item.when.entries for item in read(plan_path).prescriptions)


def test_several_times_of_several_days_are_toggled(plan_path: Path, run: Run) -> None:
    words = ["--slot", "morning", "--slot", "Evening", "--day", "sat sun"]
    assert run("toggle", "back.toml", "hug", *words).status == 0
    when = read(plan_path).prescriptions[1].when
    weekend = frozenset({Weekday.SATURDAY, Weekday.SUNDAY})
    assert (when.days("morning"), when.days("evening")) == (EVERY_DAY - weekend, weekend)


def test_a_day_is_copied_for_some_rows_only(plan_path: Path, run: Run) -> None:
    assert run("copy-day", "back.toml", "sat", "mon-fri", "--row", "roll").status == 0
    plan = read(plan_path)
    assert plan.prescriptions[0].when.slots == ("morning",)
    assert plan.prescriptions[2].when.slots == ("evening",)
    assert run("copy-day", "back.toml", "mon tue", "wed").status == 2
