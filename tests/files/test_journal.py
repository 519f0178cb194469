"""Every change is in the journal as soon as it is made, and can be read whatever happens after."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from attrs import evolve

from planner.files import journal as journal_module
from planner.files.background import Background
from planner.files.draft_reading import abandoned
from planner.files.journal import Journal
from planner.files.journal_file import JournalFile
from planner.files.journal_records import Kind, Record, pack, unpack
from planner.files.journal_text import PlanText
from planner.files.plan_reading import parse_plan
from planner.files.writing import write_plan
from planner.model import Plan
from tests.files.sample_plans import sample_plan, with_note

BASE = b'format = 1\ntitle = "On disk"\n'


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal"


@pytest.fixture
def journal(directory: Path, tmp_path: Path) -> Journal:
    return Journal(directory, tmp_path / "back.toml", BASE)


@pytest.fixture
def without_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the thread does is done by the test, when it says so."""
    monkeypatch.setattr(Background, "wake", lambda background: None)


def journalled(directory: Path) -> list[Plan]:
    """Every plan in the one journal there is, in the order in which they were written."""
    (path,) = directory.iterdir()
    return [parse_plan(record.payload, "").plan for record in unpack(path.read_bytes()) if record.kind is Kind.PLAN]


def test_a_plan_without_changes_has_no_journal(journal: Journal, directory: Path) -> None:
    assert not directory.exists()
    journal.emergency()
    journal.close(delete=True)
    assert not directory.exists()


def test_a_change_is_there_when_the_call_returns(journal: Journal, directory: Path) -> None:
    plans = [sample_plan(title=f"Number {number}") for number in range(3)]
    for count, plan in enumerate(plans, 1):
        journal.record(plan)
        assert journalled(directory) == plans[:count]
    assert journal.trouble is None


def test_only_the_owner_can_read_it(journal: Journal, directory: Path) -> None:
    before = os.umask(0)
    try:
        journal.record(sample_plan())
    finally:
        os.umask(before)
    (path,) = directory.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert directory.stat().st_mode & 0o777 == 0o700
    assert directory.parent.stat().st_mode & 0o777 == 0o700


def test_a_change_is_one_call(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.record(sample_plan())
    sizes: list[int] = []
    write = os.write

    def counting(descriptor: int, data: bytes) -> int:
        sizes.append(len(data))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", counting)
    journal.record(with_note(sample_plan(), "more"))
    assert len(sizes) == 1


def test_the_same_plan_is_not_written_twice(directory: Path, tmp_path: Path) -> None:
    plan = sample_plan()
    journal = Journal(directory, tmp_path / "back.toml", BASE, plan)
    journal.record(plan)
    assert not directory.exists()


def test_how_long_a_record_takes(journal: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    for count in (12, 24, 140):
        plan = sample_plan(count)
        journal.record(plan)
        times: list[float] = []
        for number in range(300):
            plan = with_note(plan, f"note {number}", number % count)
            start = time.perf_counter()
            journal.record(plan)
            times.append((time.perf_counter() - start) * 1000)
        times.sort()
        with capsys.disabled():
            print(
                f"\n  journal record, {count} prescriptions: median {times[150]:.2f} ms, "
                f"99 of 100 within {times[297]:.2f} ms, longest {times[-1]:.2f} ms",
                end="\n" if count == 140 else "",
            )
    assert journal.trouble is None


def test_remembered_texts_are_those_of_the_plan() -> None:
    texts = PlanText()
    plan = sample_plan(5)
    edits = [
        plan,
        with_note(plan, "other"),
        evolve(plan, slots=tuple(reversed(plan.slots))),
        evolve(plan, prescriptions=plan.prescriptions[::-1]),
        evolve(plan, prescriptions=(*plan.prescriptions, plan.prescriptions[0])),
        evolve(plan, prescriptions=()),
        evolve(plan, slots=(), prescriptions=()),
        plan,
    ]
    assert [texts.write(edit) for edit in edits] == [write_plan(edit) for edit in edits]


def test_a_torn_record_costs_only_itself() -> None:
    records = [Record(Kind.PLAN, 1000 + number, f'title = "{number}"\n'.encode() * 3) for number in range(4)]
    whole = b"".join(map(pack, records))
    ends = [len(b"".join(map(pack, records[:count]))) for count in range(5)]
    for cut in range(len(whole) + 1):
        expected = sum(end <= cut for end in ends[1:])
        assert list(unpack(whole[:cut])) == records[:expected]


def test_a_damaged_record_costs_only_itself() -> None:
    records = [Record(Kind.PLAN, 1000 + number, b"x" * 30) for number in range(3)]
    packed = [pack(record) for record in records]
    start = len(packed[0])
    for at in range(len(packed[1])):
        damaged = bytearray(b"".join(packed))
        damaged[start + at] ^= 0x10
        assert list(unpack(bytes(damaged))) in ([records[0], records[2]], records)
    torn = packed[0] + packed[1][:-7] + packed[2]
    assert list(unpack(torn)) == [records[0], records[2]]


def test_text_that_looks_like_a_record_is_text() -> None:
    inner = pack(Record(Kind.PLAN, 5, b"inner"))
    outer = Record(Kind.PLAN, 6, b"before" + inner + b"after")
    assert list(unpack(pack(outer))) == [outer]


def test_what_the_file_was_is_kept_with_the_changes(journal: Journal, directory: Path, tmp_path: Path) -> None:
    journal.record(sample_plan())
    journal.close(delete=False)
    (found,) = abandoned(directory)
    assert found.base == BASE
    assert found.header.path == tmp_path / "back.toml"
    assert found.header.pid == os.getpid()


def test_field_texts_are_kept_until_they_are_submitted(journal: Journal, directory: Path) -> None:
    journal.record(sample_plan())
    journal.record_field("prescribe", "note", "Pil")
    journal.record_field("prescribe", "note", "Pillow\nunder the head\x1b")
    journal.record_field("prescribe", "reps", "1")
    journal.close(delete=False)
    (found,) = abandoned(directory)
    assert [(text.field, text.text) for text in found.fields] == [("note", "Pillow\nunder the head\x1b"), ("reps", "1")]


def test_submitted_texts_are_gone(journal: Journal, directory: Path) -> None:
    journal.record_field("prescribe", "note", "Pillow")
    journal.submit_fields()
    journal.record(sample_plan())
    journal.close(delete=False)
    (found,) = abandoned(directory)
    assert found.fields == ()


def test_after_a_save_the_journal_is_gone(journal: Journal, directory: Path, tmp_path: Path) -> None:
    journal.record(sample_plan())
    journal.saved(tmp_path / "back.toml", b"new", sample_plan())
    assert list(directory.iterdir()) == []
    changed = with_note(sample_plan(), "later")
    journal.record(changed)
    assert journalled(directory) == [changed]
    journal.close(delete=True)
    assert list(directory.iterdir()) == []


def test_after_a_save_the_texts_of_fields_are_still_there(journal: Journal, directory: Path, tmp_path: Path) -> None:
    journal.record(sample_plan())
    journal.record_field("prescribe", "note", "half a word")
    journal.saved(tmp_path / "back.toml", b"new", sample_plan())
    journal.close(delete=False)
    (found,) = abandoned(directory)
    assert [field.text for field in found.fields] == ["half a word"]
    assert found.base == b"new"
    assert found.text is None


def test_a_change_that_was_made_while_the_plan_was_saved_is_kept(
    journal: Journal, directory: Path, tmp_path: Path
) -> None:
    saved, later = sample_plan(), with_note(sample_plan(), "typed while the disk was slow")
    journal.record(saved)
    journal.record(later)
    journal.saved(tmp_path / "back.toml", b"new", saved)
    assert journalled(directory) == [later]
    journal.saved(tmp_path / "back.toml", b"newer", later)
    assert list(directory.iterdir()) == []


@pytest.mark.usefixtures("without_thread")
def test_after_a_save_nothing_goes_that_is_nowhere_else(
    journal: Journal, directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(24, "Too many open files")

    saved, later = sample_plan(), with_note(sample_plan(), "typed while the disk was slow")
    journal.record(saved)
    journal.record(later)
    with monkeypatch.context() as crowded:
        crowded.setattr(os, "open", fail)
        journal.saved(tmp_path / "back.toml", b"new", saved)
    assert journalled(directory)[-1] == later
    journal.record(evolve(later, title="and on"))
    journal._sync()
    assert [plan.title for plan in journalled(directory)] == ["and on"]


def test_what_could_not_be_written_is_tried_once_more_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    journal = Journal(tmp_path / "state" / "journal", tmp_path / "back.toml", BASE)
    journal.record(sample_plan())
    assert journal.trouble is not None
    (tmp_path / "state").unlink()
    journal.close(delete=False)
    assert [found.text for found in abandoned(tmp_path / "state" / "journal")] == [write_plan(sample_plan())]


@pytest.mark.usefixtures("without_thread")
def test_a_long_journal_starts_anew(journal: Journal, directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "COMPACT_AT", 50_000)
    plan = sample_plan()
    journal.record_field("prescribe", "note", "still here")
    for number in range(100):
        plan = with_note(plan, f"{number}")
        journal.record(plan)
        # Whatever moment the process ends: the newest file, and any older one, is whole by itself.
        newest = max(directory.iterdir(), key=lambda path: int(path.stem.rpartition("-")[2]))
        records = list(unpack(newest.read_bytes()))
        assert records[0].kind is Kind.HEADER
        assert [parse_plan(record.payload, "").plan for record in records if record.kind is Kind.PLAN][-1] == plan
    journal._sync()
    assert len(list(directory.iterdir())) == 1
    assert sum(path.stat().st_size for path in directory.iterdir()) < 70_000
    journal.close(delete=False)
    (found,) = abandoned(directory)
    assert [field.text for field in found.fields] == ["still here"]
    assert found.text == write_plan(plan)


@pytest.mark.usefixtures("without_thread")
def test_a_journal_that_somebody_deletes_is_made_anew(journal: Journal, directory: Path) -> None:
    journal.record(sample_plan())
    (path,) = directory.iterdir()
    path.unlink()
    journal._sync()
    changed = with_note(sample_plan(), "after")
    journal.record(changed)
    assert journalled(directory) == [changed]


def test_an_unusable_directory_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    journal = Journal(tmp_path / "file" / "journal", tmp_path / "back.toml", BASE)
    for number in range(3):
        journal.record(sample_plan(number))
    warning = journal.take_warning()
    assert warning is not None
    assert warning.startswith("Unsaved changes are not kept as a draft: ")
    assert str(tmp_path / "file") in warning
    assert journal.take_warning() is None
    journal.emergency(sample_plan())
    journal.close(delete=False)


def test_no_directory_at_all_is_told(tmp_path: Path) -> None:
    journal = Journal(None, tmp_path / "back.toml", BASE)
    journal.record(sample_plan())
    assert (
        journal.take_warning() == "Unsaved changes are not kept as a draft: there is no directory for it. Save often."
    )


def test_a_plan_that_no_file_can_hold_is_told(journal: Journal) -> None:
    journal.record(sample_plan(title="half \ud800"))
    assert "cannot be kept as a draft" in (journal.take_warning() or "")
    journal.record(sample_plan())
    assert journal.trouble is None


def test_what_could_not_be_written_is_written_later(
    journal: Journal, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.record(sample_plan())
    changed = with_note(sample_plan(), "while the disk was full")
    write = os.write
    with monkeypatch.context() as full:
        room = [20]

        def little(descriptor: int, data: bytes) -> int:
            if not room:
                raise OSError(28, "No space left on device")
            return write(descriptor, bytes(data)[: room.pop()])

        full.setattr(os, "write", little)
        journal.record(changed)
    assert "the disk is full" in (journal.take_warning() or "")
    journal.record_field("prescribe", "note", "x")
    assert journal.trouble is None
    assert journalled(directory) == [sample_plan(), changed]


def test_an_emergency_writes_what_was_interrupted(journal: Journal, directory: Path) -> None:
    journal.record(sample_plan())
    last = with_note(sample_plan(), "not written yet")
    journal.emergency(last)
    assert journalled(directory)[-1] == last


def test_an_emergency_wakes_and_starts_nothing(
    journal: Journal, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The signal may have come while the lock of the thread's event was held."""

    def forbidden(background: Background) -> None:
        raise AssertionError("a signal handler must not take this lock")

    journal.record(sample_plan())
    monkeypatch.setattr(Background, "wake", forbidden)
    journal.emergency(with_note(sample_plan(), "last"))
    assert journalled(directory)[-1].prescriptions[0].note == "last"


def test_nobody_waits_for_the_disk(journal: Journal, directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one fsync takes as long as it likes, changes are written, and it is not started a second time."""
    started, finish = threading.Event(), threading.Event()
    count = [0]

    def slow(file: JournalFile) -> None:
        if file.path.parent != directory:  # of another test, whose thread is still there
            return
        count[0] += 1
        started.set()
        finish.wait()

    monkeypatch.setattr(JournalFile, "sync", slow)
    plans = [sample_plan(title=f"Number {number}") for number in range(20)]
    journal.record(plans[0])
    assert started.wait(10)
    for plan in plans[1:]:
        journal.record(plan)
    assert journalled(directory) == plans
    assert count == [1]
    finish.set()


def test_work_is_done_soon_and_then_not_for_a_while() -> None:
    done = threading.Event()
    count = [0]

    def work() -> None:
        count[0] += 1
        done.set()

    background = Background(work, pause=3600)
    background.wake()
    assert done.wait(10)
    background.wake()
    background.stop()
    assert background._thread is not None
    background._thread.join(10)
    assert not background._thread.is_alive()
    assert count == [1]


def test_the_thread_does_not_hold_up_the_end(directory: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from planner.files.journal import Journal;"
        "from tests.files.sample_plans import sample_plan;"
        "Journal(Path(sys.argv[1]), Path(sys.argv[2]), None).record(sample_plan())"
    )
    arguments = [sys.executable, "-c", program, str(directory), str(tmp_path / "back.toml")]
    root = Path(__file__).resolve().parents[2]
    subprocess.run(arguments, cwd=root, check=True, timeout=30)
    assert len(abandoned(directory)) == 1
