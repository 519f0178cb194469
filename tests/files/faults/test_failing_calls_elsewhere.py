"""The same faults in everything else that touches the disk: none of it raises, and nothing that was kept is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.files import draft_reading
from planner.files.background import Background
from planner.files.draft_reading import abandoned
from planner.files.drafts import find_drafts, restore
from planner.files.journal import Journal
from planner.files.locations import Locations, draft_directories, library_files, prepare
from planner.files.locks import Lock, acquire
from planner.files.plan_file import open_plan_file
from planner.files.plan_saving import changed_on_disk, save_plan_file
from planner.files.problems import FileProblems
from planner.files.recent import recent_plans, remember
from planner.files.save_errors import ChangedOnDisk, SaveError
from planner.files.writing import write_plan
from tests.files.faults.injection import SENSIBLE, faults
from tests.files.sample_plans import sample_plan, with_note

FIRST = sample_plan(2)
SECOND = with_note(FIRST, "second")


@pytest.fixture(autouse=True)
def _without_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calls are to be counted in the same order each time; what the thread does, the tests do themselves."""
    monkeypatch.setattr(Background, "wake", lambda self: None)
    # Where the last record of a journal could not be written, it is a draft as soon as this process has ended.
    monkeypatch.setattr(draft_reading, "is_running", lambda pid, started: False)


OF_FORMAT_0 = """\
format = 0
title = "Old"  # with a comment that cannot be kept

[[items]]
exercise = "knee-roll"
variant = "hold-one-side"
"""


def emptied(directory: Path) -> Path:
    """The same directory with nothing in it."""
    for path in sorted(directory.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    return directory


def printed(capsys: pytest.CaptureFixture[str], what: str, count: int) -> None:
    with capsys.disabled():
        print(f"\n  faults injected into {what} that fired: {count}")


def test_the_journal_never_raises(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[Journal] = []

    def prepare_journal() -> Callable[[], None]:
        emptied(tmp_path)

        def act() -> None:
            journal = Journal(tmp_path / "journal", tmp_path / "back.toml", b"format = 1\n")
            said.append(journal)
            journal.record(FIRST)
            journal.record_field("prescribe", "note", "x")
            journal.record(SECOND)
            journal._sync()
            journal.close(delete=False)

        return act

    count = 0
    for fault in faults(prepare_journal):
        count += 1
        found = abandoned(tmp_path / "journal")
        texts = [item.text for item in found]
        # Each change tries again: one call that fails once cannot cost more than the warning.
        assert texts == [write_plan(SECOND)], f"{fault}"
    printed(capsys, "the journal", count)
    assert count > 50


def test_drafts_are_never_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "journal"

    def prepare_draft() -> Callable[[], None]:
        emptied(tmp_path)
        (tmp_path / "back.toml").write_text(write_plan(FIRST), "utf-8")
        journal = Journal(place, tmp_path / "back.toml", write_plan(FIRST).encode())
        journal.record(SECOND)
        journal.close(delete=False)

        def act() -> None:
            for draft in find_drafts([place], tmp_path / "back.toml"):
                journal = Journal(place, tmp_path / "back.toml", write_plan(FIRST).encode())
                restore(draft, journal)
                journal.close(delete=False)

        return act

    count = 0
    for fault in faults(prepare_draft, most=4):
        count += 1
        assert SECOND in [draft.plan for draft in find_drafts([place])], f"{fault}"
    printed(capsys, "finding and restoring a draft", count)
    assert count > 50


def test_locks_never_raise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def prepare_lock() -> Callable[[], None]:
        emptied(tmp_path)

        def act() -> None:
            lock = acquire(tmp_path / "locks", tmp_path / "back.toml")
            assert isinstance(lock, Lock)
            assert lock.is_held or lock.warning
            lock.release()

        return act

    count = sum(1 for _ in faults(prepare_lock))
    printed(capsys, "taking and freeing a lock", count)
    assert count > 20


def test_recent_plans_never_raise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    file = tmp_path / "state" / "recent.toml"
    said: list[str | None] = []

    def prepare_list() -> Callable[[], None]:
        emptied(tmp_path)
        first.write_bytes(b"")
        second.write_bytes(b"")
        remember(file, first, "First")
        said.clear()

        def act() -> None:
            recent_plans(file)
            said.append(remember(file, second, "Second"))

        return act

    count = 0
    for fault in faults(prepare_list, most=4):
        count += 1
        titles = [item.title for item in recent_plans(file)]
        assert titles == (["First"] if said[0] else ["Second", "First"]), f"{fault}: {said}"
    printed(capsys, "the list of recent plans", count)
    assert count > 50


def test_locations_never_raise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def prepare_places() -> Callable[[], None]:
        emptied(tmp_path)

        def act() -> None:
            places = prepare(Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
            assert places.state is not None
            assert places.state == tmp_path / "state" or places.warnings
            draft_directories(places)
            library_files(places)

        return act

    printed(capsys, "finding the places of the program", sum(1 for _ in faults(prepare_places)))


def test_a_plan_is_opened_or_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "back.toml"
    refused: list[str] = []

    def prepare_plan() -> Callable[[], None]:
        target.write_text(write_plan(FIRST), "utf-8")

        def act() -> None:
            try:
                changed_on_disk(open_plan_file(target))
            except FileProblems as problems:
                refused.append(str(problems))

        return act

    count = sum(1 for _ in faults(prepare_plan))
    printed(capsys, "opening a plan", count)
    assert refused
    assert all("back.toml" in sentence and "Errno" not in sentence for sentence in refused)


@pytest.mark.parametrize("scene", ["edited", "theirs", "anew"])
def test_a_plan_is_saved_or_nothing_happens(tmp_path: Path, scene: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbered copies included: where the save fails, they are gone again."""
    target = tmp_path / "back.toml"
    theirs = b'format = 1\nid = "4f8a"\ntitle = "Theirs"\n'
    old = "# by hand\n" + write_plan(FIRST)
    if scene == "anew":
        old = OF_FORMAT_0
    said: list[Exception | None] = []

    def prepare_plan() -> Callable[[], None]:
        emptied(tmp_path)
        target.write_text(old, "utf-8")
        file = open_plan_file(target)
        changed = with_note(file.plan, "changed")
        if scene == "theirs":
            target.write_bytes(theirs)
        said.clear()

        def act() -> None:
            try:
                save_plan_file(file, changed, force=scene == "theirs")
            except (SaveError, ChangedOnDisk) as error:
                said.append(error)

        return act

    count = 0
    for fault in faults(prepare_plan, most=None if scene == "edited" else 3):
        count += 1
        names = sorted(path.name for path in tmp_path.iterdir())
        before = theirs if scene == "theirs" else old.encode()
        if said:
            assert target.read_bytes() == before, fault
            assert names == ["back.toml"], f"{fault}: {said}"
        else:
            assert open_plan_file(target).plan.prescriptions[0].note == "changed", fault
            assert len(names) == (1 if scene == "edited" else 2), fault
            assert scene == "edited" or (tmp_path / names[0]).read_bytes() == before, fault
    printed(capsys, f"saving a plan ({scene})", count)
    assert count > 100


def test_the_faults_are_those_of_calls_that_exist() -> None:
    assert set(SENSIBLE) - {"flock"} <= set(dir(os))
