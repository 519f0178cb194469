"""`planner check` and `planner library check`: for people, for programs and for GitHub."""

import json
from pathlib import Path

import pytest

from tests.headless.conftest import PLAN, Run

UNSET = PLAN.replace("reps = 10\n", "")
WRONG = PLAN.replace("weeks = 6", "weeks = 0").replace("reps = 3", 'reps = "some"')
LIBRARY = """\
format = 1
id = "neck"
title = "Neck"

[[exercise]]
id = "neck-turn"
name = "Neck turn"
position = "sitting"
steps = ["Turn the head."]

[[exercise.variant]]
id = "hold"
name = "held"
action = "hold"
sides = "both"
"""


def test_a_file_without_errors_ends_with_0_whatever_there_is_to_look_at(plan_path: Path, run: Run) -> None:
    plan_path.write_text(UNSET, encoding="utf-8")
    ended = run("check", "back.toml")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0].startswith("back.toml:29: worth checking: Single knee hug: reps not set")
    assert lines[0].endswith("[number-not-set, planner's own rule]")
    assert lines[1].startswith("back.toml:29: good to know: ")
    assert lines[2:] == ["back.toml: no errors, no warnings, 2 things to look at"]


def test_a_file_with_errors_ends_with_65_and_names_all_of_them(plan_path: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(WRONG, encoding="utf-8")
    ended = run("check", "back.toml", "wrong.toml", "none.toml")
    assert (ended.status, ended.err) == (65, "")
    assert "back.toml: no errors" in ended.out
    assert "\nwrong.toml:6:9: weeks is 0; expected" in ended.out
    assert "\n    6 | weeks = 0\n      |         ^\n" in ended.out
    assert "wrong.toml: 2 errors, no warnings, no things to look at" in ended.out
    assert "none.toml: cannot be read: there is no such file or directory" in ended.out


def test_strict_fails_for_what_matters_and_not_for_what_is_good_to_know(plan_path: Path, run: Run) -> None:
    ended = run("check", "back.toml", "--strict")
    assert ended.status == 0
    assert "good to know" in ended.out
    plan_path.write_text(UNSET, encoding="utf-8")
    assert run("check", "back.toml", "--strict").status == 65
    assert run("check", "back.toml", "--strict", "--errors-only").status == 0


def test_warnings_fail_where_it_is_to_be_strict(plan_path: Path, run: Run) -> None:
    plan_path.write_text(PLAN.replace("painful-side", "painfull-side"), encoding="utf-8")
    ended = run("check", "back.toml")
    assert ended.status == 0
    assert 'did you mean "painful-side"?' in ended.out
    assert run("check", "back.toml", "--strict").status == 65


def test_programs_get_json(plan_path: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(WRONG, encoding="utf-8")
    ended = run("check", "--format", "json", "wrong.toml", "back.toml")
    assert ended.status == 65
    assert ended.out.isascii()
    wrong, right = json.loads(ended.out)["files"]
    assert (wrong["path"], wrong["errors"], wrong["findings"]) == ("wrong.toml", 2, [])
    assert wrong["problems"][0]["line"] == 6
    assert wrong["problems"][0]["severity"] == "error"
    assert right["errors"] == 0
    assert {item["rule"] for item in right["findings"]} >= {"fewer-times-a-day"}
    assert right["findings"][0]["line"] == 29


def test_github_gets_annotations_that_nothing_breaks_out_of(plan_path: Path, run: Run, tmp_path: Path) -> None:
    name = "a,b:c%.toml"
    (tmp_path / name).write_text(WRONG.replace('"some"', '"50%\\n::error::x"'), encoding="utf-8")
    lines = run("check", "--format", "github", name, "back.toml").out.splitlines()
    assert lines[0].startswith("::error file=a%2Cb%3Ac%25.toml,line=6,col=9::weeks is 0; expected")
    assert "50%25\\n::error::x" in lines[1]
    assert len(lines) == 3
    assert lines[2].startswith("::notice file=back.toml,line=29,title=fewer-times-a-day::Single knee hug")


def test_a_library_given_to_check_is_told_what_it_is(plan_path: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "neck.toml").write_text(LIBRARY, encoding="utf-8")
    ended = run("check", "neck.toml")
    assert ended.status == 65
    assert "this file is a library of exercises" in ended.out


def test_a_library_is_checked_beside_the_others(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "neck.toml"
    path.write_text(LIBRARY, encoding="utf-8")
    assert run("library", "check", "neck.toml") == (0, "neck.toml: no errors, no warnings, no things to look at\n", "")
    path.write_text(LIBRARY + '\n[[exercise.variant.guidance]]\nsource = "camden-msc"\nreps = 10\n', encoding="utf-8")
    ended = run("library", "check", "neck.toml")
    assert ended.status == 65
    assert 'did you mean "camden-msk"' in ended.out
    path.write_text(LIBRARY.replace('"neck-turn"', '"knee-roll"'), encoding="utf-8")
    ended = run("library", "check", "neck.toml")
    assert ended.status == 0
    assert 'warning: the exercise "knee-roll" replaces that of' in ended.out
    assert run("library", "check", "neck.toml", "--strict").status == 65
    assert run("library", "check", "none.toml").status == 65


def test_without_a_file_your_own_libraries_are_checked(run: Run, own_places: Path) -> None:
    ended = run("library", "check")
    assert (ended.status, ended.out) == (0, "")
    assert "no libraries of your own" in ended.err
    folder = Path(run("where", "libraries").out.strip())
    folder.mkdir(parents=True)
    (folder / "neck.toml").write_text(LIBRARY, encoding="utf-8")
    assert run("library", "check").out == f"{folder / 'neck.toml'}: no errors, no warnings, no things to look at\n"
    assert "neck-turn" in run("library", "list", "--ids").out.split()
    (folder / "neck.toml").write_text("format = 1\n", encoding="utf-8")
    broken = run("library", "list")
    assert (broken.status, broken.out) == (65, "")
    assert "neck.toml" in broken.err
