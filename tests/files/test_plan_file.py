"""A plan goes into its file and comes out of it; what a person wrote around it stays, and nobody's version is lost."""

import codecs
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from planner.files import plan_saving
from planner.files.digests import digest_of
from planner.files.plan_file import PlanFile, new_plan_file, open_plan_file
from planner.files.plan_saving import changed_on_disk, save_copy, save_plan_as, save_plan_file
from planner.files.preserving import Rewritten
from planner.files.problems import FileProblems
from planner.files.save_errors import Change, ChangedOnDisk, SaveError
from planner.files.writing import write_plan
from tests.files.sample_plans import sample_plan, with_note

BY_HAND = """\
# For Ann, with love
format = 1
title   = 'Low back'   # the second try
id = "4f8a"

[[prescription]]
exercise = "knee-roll" # both leaflets have it
variant  = "hold-one-side"
id = "a"
note = "slowly"
dose = { hold = 30, reps = 3 }
"""
THEIRS = BY_HAND.replace("Ann", "Bob").encode()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "back.toml"
    path.write_bytes(BY_HAND.encode())
    return path


@pytest.fixture
def file(target: Path) -> PlanFile:
    return open_plan_file(target)


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def test_what_is_opened(file: PlanFile, target: Path) -> None:
    assert file.path == target
    assert file.plan.title == "Low back"
    assert file.text == BY_HAND
    assert file.data == BY_HAND.encode()
    assert file.digest == digest_of(BY_HAND.encode())
    assert file.read_only is None
    assert not changed_on_disk(file)


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_edit_changes_its_line_only(tmp_path: Path, bom: bytes, newline: str) -> None:
    target = tmp_path / "back.toml"
    before = bom + BY_HAND.replace("\n", newline).encode()
    target.write_bytes(before)
    file = open_plan_file(target)
    saved = save_plan_file(file, with_note(file.plan, "gently"))
    assert target.read_bytes() == before.replace(b'"slowly"', b'"gently"')
    assert saved.data == target.read_bytes()
    assert saved.plan == open_plan_file(target).plan
    assert saved.notes == ()
    assert not changed_on_disk(saved)
    assert names(tmp_path) == ["back.toml"]


def test_several_saves_in_a_row(file: PlanFile, target: Path) -> None:
    for note in ("one", "two", "slowly"):
        file = save_plan_file(file, with_note(file.plan, note))
    assert target.read_bytes() == BY_HAND.encode()


def test_an_untouched_plan_writes_nothing(file: PlanFile, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*arguments: object) -> None:
        raise AssertionError("nothing is to be written")

    before = target.stat()
    monkeypatch.setattr(os, "write", forbidden)
    assert save_plan_file(file, evolve(file.plan)) == file
    assert target.stat().st_mtime_ns == before.st_mtime_ns
    assert target.stat().st_ino == before.st_ino


def test_a_plan_that_was_changed_and_changed_back_writes_nothing(file: PlanFile, target: Path) -> None:
    changed = with_note(file.plan, "gently")
    inode = target.stat().st_ino
    save_plan_file(file, with_note(changed, "slowly"))
    assert target.stat().st_ino == inode


def test_a_new_plan(tmp_path: Path) -> None:
    target = tmp_path / "new.toml"
    plan = sample_plan()
    file = new_plan_file(target, plan)
    assert file.digest is None
    assert not target.exists()
    saved = save_plan_file(file, plan)
    assert target.read_text("utf-8") == write_plan(plan)
    assert target.stat().st_mode & 0o777 == 0o600
    assert save_plan_file(saved, plan) == saved


def test_a_new_plan_is_not_written_over_what_has_appeared(target: Path) -> None:
    file = new_plan_file(target, sample_plan())
    assert changed_on_disk(file)
    with pytest.raises(ChangedOnDisk) as caught:
        save_plan_file(file, sample_plan())
    assert caught.value.change is Change.APPEARED
    assert target.read_bytes() == BY_HAND.encode()


@pytest.mark.parametrize("plan", ["changed", "untouched"])
def test_a_foreign_change_is_not_overwritten(file: PlanFile, target: Path, plan: str) -> None:
    times = target.stat()
    target.write_bytes(THEIRS)
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert changed_on_disk(file)
    with pytest.raises(ChangedOnDisk) as caught:
        save_plan_file(file, with_note(file.plan, "gently") if plan == "changed" else file.plan)
    assert caught.value.change is Change.CHANGED
    assert target.read_bytes() == THEIRS
    assert names(target.parent) == ["back.toml"]


def test_keep_mine_keeps_theirs_as_a_copy(file: PlanFile, target: Path) -> None:
    target.chmod(0o640)
    for number in (1, 2):
        target.write_bytes(THEIRS)
        saved = save_plan_file(file, with_note(file.plan, f"mine {number}"), force=True)
        assert saved.plan.prescriptions[0].note == f"mine {number}"
        assert saved.notes == (f"What somebody else had put in {target} is kept as back.{number}.toml.",)
        copy = target.with_name(f"back.{number}.toml")
        assert copy.read_bytes() == THEIRS
        assert copy.stat().st_mode & 0o777 == 0o640
    assert target.read_bytes() == BY_HAND.replace("slowly", "mine 2").encode()


def test_keep_mine_although_the_plan_is_untouched(file: PlanFile, target: Path) -> None:
    target.write_bytes(b"not toml at all")
    save_plan_file(file, file.plan, force=True)
    assert target.read_bytes() == BY_HAND.encode()
    assert target.with_name("back.1.toml").read_bytes() == b"not toml at all"


def test_keep_mine_where_nothing_has_changed(file: PlanFile, target: Path) -> None:
    save_plan_file(file, with_note(file.plan, "gently"), force=True)
    assert names(target.parent) == ["back.toml"]


def test_a_deleted_file_is_made_again_only_when_told(file: PlanFile, target: Path) -> None:
    target.unlink()
    assert changed_on_disk(file)
    with pytest.raises(ChangedOnDisk) as caught:
        save_plan_file(file, file.plan)
    assert caught.value.change is Change.DELETED
    saved = save_plan_file(file, file.plan, force=True)
    assert target.read_bytes() == BY_HAND.encode()
    assert saved.notes == ()


def test_a_file_that_became_a_directory(file: PlanFile, target: Path) -> None:
    target.unlink()
    target.mkdir()
    assert changed_on_disk(file)
    for force in (False, True):
        with pytest.raises(SaveError, match="it is a directory, not a file"):
            save_plan_file(file, file.plan, force=force)


def test_an_older_format_is_written_anew_with_a_copy(tmp_path: Path) -> None:
    target = tmp_path / "old.toml"
    old = b'# by hand\nformat = 0\ntitle = "Old"\n[[items]]\nexercise = "knee-roll"\nvariant = "hold"\n'
    target.write_bytes(old)
    file = open_plan_file(target)
    assert file.older_format == 0
    assert save_plan_file(file, file.plan) == file
    assert target.read_bytes() == old, "looking at a plan does not change its format"
    saved = save_plan_file(file, evolve(file.plan, title="New"))
    assert saved.older_format is None
    (note,) = saved.notes
    assert note.startswith(f"{target} was written anew, without its comments and layout, because ")
    assert note.endswith("The old version is kept as old.1.toml.")
    assert target.with_name("old.1.toml").read_bytes() == old
    assert open_plan_file(target).plan == saved.plan


def test_a_text_that_reads_as_another_plan_is_not_saved(
    file: PlanFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [BY_HAND, "format = [", BY_HAND.replace("knee-roll", "other")]
    for text in texts:
        monkeypatch.setattr(plan_saving, "rewrite", lambda *_, text=text: Rewritten(text, whole=False))
        with pytest.raises(SaveError, match="checking the text"):
            save_plan_file(file, with_note(file.plan, "gently"))
    assert target.read_bytes() == BY_HAND.encode()
    assert names(target.parent) == ["back.toml"]


@pytest.mark.parametrize("title", ["half \ud800", "\x1b[2J", "x" * (1 << 20)])
def test_a_plan_that_no_file_can_hold(file: PlanFile, target: Path, title: str) -> None:
    with pytest.raises(SaveError) as caught:
        save_plan_file(file, evolve(file.plan, title=title))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 1000
    assert target.read_bytes() == BY_HAND.encode()
    assert names(target.parent) == ["back.toml"]


def test_copies_go_again_where_the_save_fails(file: PlanFile, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    target.write_bytes(THEIRS)
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(SaveError, match="the disk is full"):
        save_plan_file(file, with_note(file.plan, "gently"), force=True)
    assert target.read_bytes() == THEIRS
    assert names(target.parent) == ["back.toml"]


def test_save_as_takes_the_comments_along(file: PlanFile, target: Path) -> None:
    other = target.with_name("other.toml")
    saved = save_plan_as(file, with_note(file.plan, "gently"), other)
    assert saved.path == other
    assert other.read_bytes() == BY_HAND.replace("slowly", "gently").encode()
    assert other.stat().st_mode & 0o777 == 0o600
    assert target.read_bytes() == BY_HAND.encode()
    again = save_plan_file(saved, with_note(saved.plan, "more"))
    assert "more" in again.text
    with pytest.raises(ChangedOnDisk):
        save_plan_as(file, file.plan, other)
    replaced = save_plan_as(file, file.plan, other, force=True)
    assert replaced.notes[0].endswith("is kept as other.1.toml.")
    assert other.read_bytes() == BY_HAND.encode()


def test_a_copy_is_never_written_over_another(file: PlanFile, target: Path) -> None:
    target.with_name("back.2.toml").write_bytes(b"precious")
    target.with_name("back.3.toml").symlink_to("back.2.toml")
    copies = [save_copy(file, with_note(file.plan, note)) for note in ("one", "two")]
    assert [copy.name for copy in copies] == ["back.1.toml", "back.4.toml"]
    assert [open_plan_file(copy).plan.prescriptions[0].note for copy in copies] == ["one", "two"]
    assert target.with_name("back.2.toml").read_bytes() == b"precious"
    assert target.read_bytes() == BY_HAND.encode()


@pytest.mark.parametrize("name", ["x" * 255, "x" * 250 + ".toml", "ü" * 125 + ".toml", ".toml", "plan", "a.b.toml"])
def test_copies_of_odd_names(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(BY_HAND.encode())
    file = open_plan_file(target)
    assert save_copy(file, file.plan).read_bytes() == BY_HAND.encode()
    assert len(names(tmp_path)) == 2


def test_opened_read_only(target: Path) -> None:
    file = open_plan_file(target, read_only=True)
    assert file.read_only == "it was opened read-only"
    with pytest.raises(SaveError, match="it was opened read-only"):
        save_plan_file(file, with_note(file.plan, "gently"))
    assert target.read_bytes() == BY_HAND.encode()
    assert save_plan_as(file, file.plan, target.with_name("mine.toml")).read_only is None


@pytest.mark.parametrize("place", ["file", "directory"])
def test_what_cannot_be_written_is_opened_read_only(target: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forbidden = target if place == "file" else target.parent
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != forbidden)
    expected = "its permissions do not let you write to it"
    if place == "directory":
        expected = f"no file can be made in its directory: {expected}"
    assert open_plan_file(target).read_only == expected


def test_opening_sweeps_what_a_dead_process_left(target: Path) -> None:
    stale = target.with_name(f".back.toml.4194303.{'0' * 16}.tmp")
    stale.write_bytes(b"")
    open_plan_file(target, read_only=True)
    assert stale.exists(), "read-only means that nothing is touched"
    open_plan_file(target)
    assert not stale.exists()


def test_through_a_link(target: Path) -> None:
    (target.parent / "links").mkdir()
    link = target.parent / "links" / "current.toml"
    link.symlink_to("../back.toml")
    file = open_plan_file(link)
    saved = save_plan_file(file, with_note(file.plan, "gently"))
    assert link.is_symlink()
    assert saved.path == link
    assert b"gently" in target.read_bytes()
    assert save_copy(saved, saved.plan) == target.with_name("back.1.toml")


def test_a_bad_file_is_refused(tmp_path: Path) -> None:
    for content in (b"format = [", b"format = 99\n", b"\xff\xfe"):
        target = tmp_path / "bad.toml"
        target.write_bytes(content)
        with pytest.raises(FileProblems, match=r"bad\.toml"):
            open_plan_file(target)
    with pytest.raises(FileProblems, match="no such file"):
        open_plan_file(tmp_path / "none.toml")


def test_warnings_come_along(target: Path) -> None:
    target.write_text('titel = "Low back"\n' + BY_HAND, "utf-8")
    file = open_plan_file(target)
    assert [(warning.line, "titel" in str(warning)) for warning in file.warnings] == [(1, True)]
    saved = save_plan_file(file, evolve(file.plan, note="One more line above\nand one below"))
    assert [warning.sentence for warning in saved.warnings] == [warning.sentence for warning in file.warnings]


def test_what_is_needed_to_save_is_loaded_quickly() -> None:
    """None of the rooms that start with the program loads what takes long and is hardly ever needed."""
    rooms = "saving, plan_file, plan_saving, journal, drafts, locks, recent, locations"
    program = f"import sys\nfrom planner.files import {rooms}\nprint(*sys.modules)"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    heavy = {
        "tempfile",
        "random",
        "subprocess",
        "socket",
        "uuid",
        "json",
        "platformdirs",
        "shutil",
        "textual",
        "logging",
    }
    assert set(done.stdout.split()) & heavy == set()
