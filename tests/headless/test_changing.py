"""What every command that changes a plan keeps to: locks, other people's changes, comments, sentences."""

import os
import stat
from pathlib import Path

import pytest

from planner.files.locations import locate
from planner.files.locks import Lock, acquire
from planner.files.plan_file import PlanFile
from planner.files.plan_saving import save_plan_file as really_save
from planner.model import Plan, Side
from tests.headless.conftest import PLAN, Run, read


def test_a_plan_that_is_open_elsewhere_is_left_alone_unless_forced(plan_path: Path, run: Run) -> None:
    lock = acquire(locate().locks, plan_path)
    assert isinstance(lock, Lock)
    try:
        ended = run("set", "back.toml", "hug", "--reps", "12")
        assert (ended.status, ended.out) == (75, "")
        assert f"This plan is open in another session: process {os.getpid()}" in ended.err
        assert "--force" in ended.err
        assert plan_path.read_text(encoding="utf-8") == PLAN
        assert run("set", "back.toml", "hug", "--reps", "12", "-n").status == 0
        assert run("set", "back.toml", "hug", "--reps", "12", "--force").status == 0
        assert "reps = 12" in plan_path.read_text(encoding="utf-8")
    finally:
        lock.release()


def test_the_lock_is_let_go_afterwards_also_after_an_error(plan_path: Path, run: Run) -> None:
    assert run("set", "back.toml", "hug", "--reps", "12").status == 0
    assert run("set", "back.toml", "nobody", "--reps", "12").status == 2
    lock = acquire(locate().locks, plan_path)
    assert isinstance(lock, Lock)
    lock.release()


def test_what_somebody_writes_in_this_moment_is_not_overwritten(
    plan_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = PLAN.replace("weeks = 6", "weeks = 7")

    def slow(file: PlanFile, plan: Plan, *, force: bool = False) -> PlanFile:
        plan_path.write_text(theirs, encoding="utf-8")
        return really_save(file, plan, force=force)

    monkeypatch.setattr("planner.files.plan_saving.save_plan_file", slow)
    ended = run("set", "back.toml", "hug", "--reps", "12")
    assert (ended.status, ended.out) == (75, "")
    assert "was changed on disk by something else" in ended.err
    assert plan_path.read_text(encoding="utf-8") == theirs


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_told(plan_path: Path, run: Run) -> None:
    plan_path.chmod(0o400)
    ended = run("set", "back.toml", "hug", "--reps", "12")
    assert (ended.status, ended.out) == (73, "")
    assert "was not saved" in ended.err


def test_a_save_that_fails_is_told_and_changes_nothing(
    plan_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("planner.files.saving.os.fsync", full)
    ended = run("set", "back.toml", "hug", "--reps", "12")
    assert (ended.status, ended.out) == (73, "")
    assert "back.toml was not saved: the disk is full" in ended.err
    assert plan_path.read_text(encoding="utf-8") == PLAN


def test_a_plan_that_cannot_be_read_is_told_with_all_that_is_wrong(plan_path: Path, run: Run) -> None:
    plan_path.write_text(PLAN.replace("weeks = 6", 'weeks = "six"').replace("reps = 3", "reps = -3"), encoding="utf-8")
    ended = run("set", "back.toml", "hug", "--reps", "12")
    assert (ended.status, ended.out) == (65, "")
    assert "back.toml:6:9:" in ended.err
    assert "back.toml:23:8:" in ended.err


def test_only_the_line_that_changes_is_written(plan_path: Path, run: Run) -> None:
    plan_path.chmod(0o640)
    assert run("set", "back.toml", "roll", "--reps", "4", "-q") == (0, "", "")
    assert plan_path.read_text(encoding="utf-8") == PLAN.replace("reps = 3", "reps = 4")
    assert stat.S_IMODE(plan_path.stat().st_mode) == 0o640


def test_what_is_so_already_writes_nothing(plan_path: Path, run: Run) -> None:
    before = plan_path.stat().st_ino
    assert run("set", "back.toml", "hug", "--reps", "10").out == "Nothing to change: the plan says so already.\n"
    assert plan_path.stat().st_ino == before


def test_another_painful_side_points_at_the_rows_to_look_at(plan_path: Path, run: Run) -> None:
    ended = run("set", "back.toml", "--painful-side", "right")
    assert ended.out == "painful side left side painful → right side painful\n"
    assert ended.err.startswith("Look again at the side of: Knee roll, held, to the right (roll).")
    assert run("set", "back.toml", "roll", "--side", "follow").status == 0
    assert read(plan_path).prescriptions[0].side is Side.LEFT


def test_nothing_is_asked_of_home_where_there_is_none(
    plan_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, "/nowhere/at/all")
    assert run("set", "back.toml", "hug", "--reps", "12").status == 0
    assert "reps = 12" in plan_path.read_text(encoding="utf-8")
