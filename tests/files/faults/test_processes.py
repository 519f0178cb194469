"""Killed, crowded and limited: saving in real processes."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.files.plan_file import open_plan_file
from tests.files.faults.running import ROOT, command, run, unshared
from tests.files.faults.victims import VERSIONS

EDITORS = 4
EDITS = 200

PLAN = """\
format = 1
id = "4f8a"
title = "Everybody writes here"   # and nobody's words are lost

"""


def test_killed_at_any_moment_of_a_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kills, torn, interrupted, left = map(int, run("killed", tmp_path).split())
    with capsys.disabled():
        print(
            f"\n  SIGKILL at random moments of a save: {kills}; {interrupted} hit between the first and the last call; "
            f"files that were neither old nor new: {torn}; temporary files left after the next sweep: {left}"
        )
    assert (kills, torn, left) == (200, 0, 0)
    assert interrupted > 20


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_ended_while_typing(tmp_path: Path, number: signal.Signals, capsys: pytest.CaptureFixture[str]) -> None:
    kills, lost, beyond, left = map(int, run("typing", tmp_path, int(number)).split())
    with capsys.disabled():
        print(f"\n  {number.name} while the plan changes: {kills}; changes lost that the journal had taken: {lost}")
    assert (kills, lost, left) == (30, 0, 0)
    if number is not signal.SIGKILL:
        assert beyond == 0


def test_four_editors_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "back.toml"
    names = [f"row-{number}" for number in range(EDITORS)]
    rows = (f'[[prescription]]\nid = "{name}"\nexercise = "knee-hug"\nvariant = "hold"\n' for name in names)
    path.write_text(PLAN + "\n".join(rows), "utf-8")
    editors = [
        subprocess.Popen(command("edits", path, name, EDITS), cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for name in names
    ]
    conflicts = sum(int(editor.communicate(timeout=120)[0]) for editor in editors)
    plan = open_plan_file(path).plan
    wanted = [str(number) for number in range(EDITS)]
    found = sum(len(set(item.note.split()) & set(wanted)) for item in plan.prescriptions)
    with capsys.disabled():
        print(
            f"\n  edits of {EDITORS} processes in one file: {found} of {EDITORS * EDITS} there, {conflicts} conflicts"
        )
    assert [item.note.split() for item in plan.prescriptions] == [wanted] * EDITORS
    assert "# and nobody's words are lost" in path.read_text("utf-8")
    assert conflicts > 0
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "back.toml"
    path.write_bytes(VERSIONS[0])
    return path


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == VERSIONS[0]
    assert list(target.parent.iterdir()) == [target]


def test_a_file_larger_than_allowed(target: Path) -> None:
    said = run("limited", target, "size")
    assert "it would be larger than this system lets files be (while writing)" in said
    assert_untouched(target)


def test_no_file_can_be_opened_any_more(target: Path) -> None:
    assert "this program has too many files open" in run("limited", target, "files")
    assert_untouched(target)


@pytest.mark.parametrize(("options", "words"), [("size=64k", "the disk is full"), ("nr_inodes=2", "the disk is full")])
def test_a_full_disk(tmp_path: Path, options: str, words: str) -> None:
    mount = f'mount -t tmpfs -o {options} none "$1"; printf old > "$1/back.toml"'
    after = 'test "$(cat "$1/back.toml")" = old; test "$(ls -A "$1")" = back.toml'
    script = f'{mount}\nplace="$1"; shift\n"$@"; set -- "$place"; {after}; exit 0'
    said = run("outcome", tmp_path / "back.toml", within=unshared(script, tmp_path))
    assert words in said
    assert "somewhere else" in said


def test_a_read_only_disk(target: Path) -> None:
    bind = 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"'
    assert "the disk is read-only" in run("outcome", target, within=unshared(bind, target.parent))
    assert_untouched(target)


NOBODY = 65534


@pytest.fixture
def place() -> Iterator[Path]:
    """A directory that every user can reach, which those of pytest are not."""
    if os.geteuid() == 0 and not all(parent.stat().st_mode & 0o001 for parent in (ROOT / "planner" / "x").parents):
        pytest.skip("another user cannot read this repository")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        if not all(parent.stat().st_mode & 0o001 for parent in Path(name).parents):
            pytest.skip("another user cannot reach the directory for temporary files")
        yield Path(name)
        Path(name).chmod(0o755)


def test_a_file_without_permission_to_write(place: Path) -> None:
    target = place / "back.toml"
    target.write_bytes(VERSIONS[0])
    target.chmod(0o444)
    place.chmod(0o777)
    assert "its permissions do not let you write to it" in run("without-rights", target, NOBODY)
    assert_untouched(target)


def test_a_directory_without_permission_to_write(place: Path) -> None:
    target = place / "back.toml"
    target.write_bytes(VERSIONS[0])
    if os.geteuid() == 0:
        os.chown(target, NOBODY, NOBODY)
    place.chmod(0o555)
    said = run("without-rights", target, NOBODY)
    assert "permission is denied (while making a temporary file beside it)" in said
    assert_untouched(target)


def test_a_home_without_permission_to_write(place: Path) -> None:
    place.chmod(0o555)
    said = run("places", place, NOBODY)
    assert said.startswith(f"{place}/.local/state/planner cannot be used: permission is denied. Drafts are kept in ")
    assert said.endswith("and all is well")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may make files of two users")
def test_a_file_that_belongs_to_somebody_else(place: Path) -> None:
    """Who may write it, but not give it away, becomes its owner, and is told so; the group still can write it."""
    place.chmod(0o777)
    target = place / "back.toml"
    target.write_bytes(VERSIONS[0])
    os.chown(target, 1234, NOBODY)
    target.chmod(0o664)
    said = run("without-rights", target, NOBODY)
    assert said == "saved True The file belonged to another user; its new version belongs to you."
    assert (target.stat().st_uid, target.stat().st_gid) == (NOBODY, NOBODY)
    assert target.stat().st_mode & 0o777 == 0o664
    os.chown(target, 1234, 4321)
    target.chmod(0o666)
    said = run("without-rights", target, NOBODY)
    assert "The group of the file could not be kept." in said
    assert target.stat().st_mode & 0o777 == 0o666
