"""The list of recent plans is short, right, and never in the way."""

import datetime as dt
import os
from pathlib import Path

import pytest

from planner.files import recent
from planner.files.recent import MOST, forget, recent_plans, remember
from planner.files.saving import Expected, Saved, save_bytes

START = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recent.toml"


def plan(tmp_path: Path, name: str) -> Path:
    path = tmp_path / name
    path.write_bytes(b"")
    return path


def test_the_latest_comes_first(file: Path, tmp_path: Path) -> None:
    assert recent_plans(file) == ()
    for hour, name in enumerate(("back.toml", "knee.toml", "back.toml")):
        assert remember(file, plan(tmp_path, name), name.upper(), now=START + dt.timedelta(hours=hour)) is None
    found = recent_plans(file)
    assert [(item.path.name, item.title) for item in found] == [("back.toml", "BACK.TOML"), ("knee.toml", "KNEE.TOML")]
    assert found[0].opened == START + dt.timedelta(hours=2)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert list(file.parent.iterdir()) == [file]


def test_it_stays_short(file: Path, tmp_path: Path) -> None:
    for number in range(MOST + 5):
        remember(file, plan(tmp_path, f"{number}.toml"), str(number))
    assert [item.title for item in recent_plans(file)] == [str(number) for number in range(MOST + 4, 4, -1)]


def test_what_is_not_there_is_not_listed(file: Path, tmp_path: Path) -> None:
    back, knee = plan(tmp_path, "back.toml"), plan(tmp_path, "knee.toml")
    remember(file, back, "Back")
    remember(file, knee, "Knee")
    back.unlink()
    assert [item.path for item in recent_plans(file)] == [knee]
    plan(tmp_path, "back.toml")
    assert [item.path for item in recent_plans(file)] == [knee, back], "a stick that was put in again"
    assert forget(file, back) is None
    assert [item.path for item in recent_plans(file)] == [knee]


@pytest.mark.parametrize("name", ["two\nlines.toml", 'quo"te.toml', os.fsdecode(b"r\xfccken.toml"), "\x1b[2J.toml"])
def test_odd_names(file: Path, tmp_path: Path, name: str) -> None:
    path = plan(tmp_path, name)
    assert remember(file, path, 'A "title"\x1b') is None
    assert remember(file, plan(tmp_path, "other.toml"), "Other") is None
    assert [item.path for item in recent_plans(file)][1] == path
    assert recent_plans(file)[1].title == 'A "title"'


def test_a_name_that_cannot_be_kept(file: Path) -> None:
    assert remember(file, Path("/half \ud800"), "Half") is not None
    assert recent_plans(file) == ()


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"plan = 3", b"plan = [1, {}]", b"[[plan]]\npath = 1\n", b"[" * 5000]
)
def test_a_damaged_list_is_begun_anew(file: Path, tmp_path: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert recent_plans(file) == ()
    assert remember(file, plan(tmp_path, "back.toml"), "Back") is None
    assert [item.title for item in recent_plans(file)] == ["Back"]


def test_two_sessions_at_once(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = plan(tmp_path, "first.toml"), plan(tmp_path, "second.toml")
    others = [second]

    def late(path: Path, data: bytes, *, expected: Expected, durable: bool) -> Saved:
        if others:
            remember(file, others.pop(), "Second")
        return save_bytes(path, data, expected=expected, durable=durable)

    monkeypatch.setattr(recent, "save_bytes", late)
    assert remember(file, first, "First") is None
    assert [item.title for item in recent_plans(file)] == ["First", "Second"]


def test_where_it_cannot_be_kept_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "recent.toml").mkdir()
    for place in (None, tmp_path / "file" / "recent.toml", tmp_path / "recent.toml"):
        assert recent_plans(place) == ()
        sentence = remember(place, plan(tmp_path, "back.toml"), "Back")
        assert sentence is not None
        assert sentence.startswith("The list of recent plans is not kept: ")
