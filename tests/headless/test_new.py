"""`planner new`: plans from nothing, from leaflets and from other plans."""

import datetime as dt
import stat
from pathlib import Path

import pytest

from planner.model import PainfulSide, Plan, Side
from tests.headless.conftest import PLAN, Run, read


def test_a_plan_from_a_leaflet(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = ["--from", "camden-msk", "--start", "monday", "--weeks", "6", "--painful-side", "left"]
    ended = run("new", "back.toml", *words)
    assert ended == (0, "Made back.toml: Exercises for acute lower back pain, 8 exercises.\n", "")
    plan = read(tmp_path / "back.toml")
    assert (plan.start, plan.weeks, plan.painful_side) == (dt.date(2026, 11, 30), 6, PainfulSide.LEFT)
    assert {item.side for item in plan.prescriptions} == {None, Side.RIGHT}
    assert stat.S_IMODE((tmp_path / "back.toml").stat().st_mode) == 0o600
    assert run("check", "back.toml").status == 0


def test_sides_that_nobody_has_said_are_named(run: Run, tmp_path: Path) -> None:
    ended = run("new", str(tmp_path / "back.toml"), "--from", "camden")
    assert ended.status == 0
    assert ended.err.startswith("The side is not set for: knee-roll-2.")


def test_an_empty_plan_is_named_after_its_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "low-back_pain.toml"
    assert run("new", str(path), "--slot", "noon=12:30", "--slot", "early=6:15", "-q") == (0, "", "")
    plan = read(path)
    assert (plan.title, plan.start, plan.weeks, plan.prescriptions) == ("Low back pain", None, None, ())
    assert [slot.name for slot in plan.slots] == ["early", "noon"]
    assert [slot.name for slot in read_new(run, tmp_path / "b.toml").slots] == ["morning", "evening"]


def read_new(run: Run, path: Path) -> Plan:
    assert run("new", str(path)).status == 0
    return read(path)


def test_a_plan_like_another_keeps_its_comments_and_gets_an_id_of_its_own(plan_path: Path, run: Run) -> None:
    assert run("new", "anna.toml", "--like", "back.toml", "--title", "Anna", "--start", "2027-01-04").status == 0
    path = plan_path.with_name("anna.toml")
    plan, other = read(path), read(plan_path)
    assert (plan.title, plan.start, plan.weeks, plan.safety_checked) == ("Anna", dt.date(2027, 1, 4), 6, None)
    assert plan.prescriptions == other.prescriptions
    assert plan.id != other.id
    assert "# away from the pain" in path.read_text(encoding="utf-8")
    assert plan_path.read_text(encoding="utf-8") == PLAN


def test_a_file_that_is_there_is_left_alone_unless_forced(plan_path: Path, run: Run) -> None:
    ended = run("new", "back.toml", "--from", "camden-msk")
    assert (ended.status, ended.out) == (73, "")
    assert ended.err.startswith("back.toml is there already. With --force")
    assert plan_path.read_text(encoding="utf-8") == PLAN
    assert run("new", "back.toml", "--title", "Neck", "--force").status == 0
    assert read(plan_path).title == "Neck"
    assert [path.read_text(encoding="utf-8") for path in plan_path.parent.glob("back.1*")] == [PLAN]


def test_a_dry_run_makes_nothing(run: Run, tmp_path: Path) -> None:
    ended = run("new", str(tmp_path / "back.toml"), "-n")
    assert ended.out == f"Would make {tmp_path}/back.toml: Back, no exercises.\n"
    assert not (tmp_path / "back.toml").exists()


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["x.toml", "--from", "nhs"], 2, 'There is no leaflet in the library called "nhs"'),
        (["x.toml", "--from", "camden", "--like", "back.toml"], 2, "not allowed with argument"),
        (["x.toml", "--like", "back.toml", "--slot", "noon=12:00"], 2, "--slot does not go with --like"),
        (["x.toml", "--slot", "noon=12:00", "--slot", "noon=13:00"], 2, 'two times of the day called "noon"'),
        (["x.toml", "--like", "none.toml"], 65, "none.toml: cannot be read"),
        (["no/such/x.toml"], 73, "there is no such directory"),
        ([], 2, "the following arguments are required: FILE"),
    ],
)
def test_what_cannot_be_made_is_told(plan_path: Path, run: Run, words: list[str], status: int, sentence: str) -> None:
    ended = run("new", *words)
    assert (ended.status, ended.out) == (status, "")
    assert sentence in ended.err
    assert not Path("x.toml").exists()
