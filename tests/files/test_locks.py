"""A plan that is open is known to be open, whoever asks; and can be taken over."""

import datetime as dt
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.files.holders import Holder, read_holder, this_session, write_holder
from planner.files.locks import Lock, TakeOver, acquire, take_over

ROOT = Path(__file__).resolve().parents[2]

OPEN = """
import signal, sys
from pathlib import Path
from planner.files.locks import Lock, acquire
if sys.argv[3] == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
lock = acquire(Path(sys.argv[1]), Path(sys.argv[2]))
print(isinstance(lock, Lock) and lock.is_held, flush=True)
sys.stdin.read()
"""


@contextmanager
def other_session(place: Path, target: Path, manner: str = "polite") -> Iterator[subprocess.Popen[str]]:
    """Another process that has the plan open until the block ends."""
    arguments = [sys.executable, "-c", OPEN, str(place), str(target), manner]
    with subprocess.Popen(arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "locks"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "back.toml"


def held(place: Path | None, target: Path) -> Lock:
    lock = acquire(place, target)
    assert isinstance(lock, Lock)
    return lock


def holder_of(place: Path, target: Path) -> Holder:
    holder = acquire(place, target)
    assert isinstance(holder, Holder)
    return holder


def test_one_at_a_time(place: Path, target: Path) -> None:
    lock = held(place, target)
    assert lock.is_held
    assert lock.warning is None
    assert holder_of(place, target).pid == os.getpid()
    assert held(place, target.with_name("other.toml")).is_held
    lock.release()
    lock.release()
    assert not lock.is_held
    again = held(place, target)
    assert again.is_held
    again.release()


def test_nothing_is_left_behind(place: Path, target: Path) -> None:
    lock = held(place, target)
    (path,) = place.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    lock.release()
    assert list(place.iterdir()) == []


def test_a_link_is_the_same_plan(place: Path, target: Path) -> None:
    target.write_bytes(b"")
    link = target.with_name("link.toml")
    link.symlink_to(target)
    lock = held(place, link)
    assert holder_of(place, target).path == str(link)
    lock.release()


def test_another_process_is_named(place: Path, target: Path) -> None:
    with other_session(place, target) as process:
        holder = holder_of(place, target)
        assert holder.pid == process.pid
        assert holder.sentence().startswith(f"This plan is open in another session: process {process.pid}")
        assert "today" in holder.sentence() or " on " in holder.sentence()
    assert held(place, target).is_held, "the kernel frees the lock of a process that was killed"


def test_a_session_that_has_ended_is_not_waited_for(place: Path, target: Path) -> None:
    """The lock file that a killed process leaves is taken, and says the right thing from then on."""
    with other_session(place, target):
        pass
    lock = held(place, target)
    assert holder_of(place, target).pid == os.getpid()
    lock.release()


def test_a_lock_that_was_deleted_while_it_was_waited_for(
    place: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking, the holder releases: the deleted file is not taken for the lock."""
    first = held(place, target)
    flock = fcntl.flock

    def late(descriptor: int, operation: int) -> None:
        first.release()
        flock(descriptor, operation)

    with monkeypatch.context() as racing:
        racing.setattr(fcntl, "flock", late)
        second = held(place, target)
    assert second.is_held
    assert holder_of(place, target).pid == os.getpid()
    second.release()


@pytest.mark.parametrize("code", [37, 95, 22, 38])
def test_without_locks_the_program_goes_on(
    place: Path, target: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def unsupported(*arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", unsupported)
    lock = held(place, target)
    assert not lock.is_held
    assert (lock.warning or "").startswith("It cannot be told whether this plan is open in another session as well: ")
    lock.release()


def test_without_a_directory_the_program_goes_on(tmp_path: Path, target: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (None, tmp_path / "file" / "locks"):
        lock = held(place, target)
        assert not lock.is_held
        assert lock.warning is not None


def test_taking_over_from_a_session(place: Path, target: Path) -> None:
    with other_session(place, target) as process:
        taken = take_over(place, target, holder_of(place, target))
        assert taken.lock is not None
        assert taken.lock.is_held
        assert "ended" in taken.sentence
        assert process.wait(10) == -signal.SIGTERM
        taken.lock.release()


def test_a_session_that_does_not_end(place: Path, target: Path) -> None:
    with other_session(place, target, "stubborn") as process:
        holder = holder_of(place, target)
        taken = take_over(place, target, holder, patience=0.1)
        assert taken == TakeOver(
            None, f"The other session ({holder.who}) does not end. You can open the plan read-only."
        )
        assert process.poll() is None


def test_a_session_that_has_ended_meanwhile(place: Path, target: Path) -> None:
    with other_session(place, target):
        holder = holder_of(place, target)
    taken = take_over(place, target, holder)
    assert taken.lock is None
    assert "open the plan again" in taken.sentence


CHANGES: dict[str, tuple[Callable[[Holder], Holder], str]] = {
    "nobody": (lambda holder: holder._replace(pid=None), "not known which process"),
    "init": (lambda holder: holder._replace(pid=1), "not known which process"),
    "the own group": (lambda holder: holder._replace(pid=0), "not known which process"),
    "everybody": (lambda holder: holder._replace(pid=-1), "not known which process"),
    "another computer": (lambda holder: holder._replace(host="elsewhere"), "another computer (elsewhere)"),
    "another process": (lambda holder: holder._replace(started="another boot:1"), "not the process that it was"),
    "no process": (lambda holder: holder._replace(pid=4_194_303), "not the process that it was"),
}


@pytest.mark.parametrize(("change", "words"), CHANGES.values(), ids=CHANGES)
def test_only_the_session_itself_is_asked_to_end(
    place: Path, target: Path, change: Callable[[Holder], Holder], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with other_session(place, target) as process:
        holder = holder_of(place, target)
        if holder.started is None and words == "not the process that it was":
            pytest.skip("no /proc here")
        sent: list[tuple[int, int]] = []
        kill = os.kill

        def watched(pid: int, number: int) -> None:
            if number:
                sent.append((pid, number))
            else:
                kill(pid, number)

        monkeypatch.setattr(os, "kill", watched)
        taken = take_over(place, target, change(holder))
        assert taken.lock is None
        assert words in taken.sentence
        assert sent == []
        assert process.poll() is None


def test_what_a_holder_says_survives_the_file(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = this_session(tmp_path / os.fsdecode(b"r\xfccken.toml"))._replace(terminal="/dev/pts/3")
    with path.open("wb") as file:
        write_holder(file.fileno(), holder)
    assert read_holder(path) == holder


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"pid = 'x'\nsince = 3\n", b"[", b"\0" * 100])
def test_a_lock_file_that_says_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lock"
    path.write_bytes(content)
    holder = read_holder(path)
    assert holder.pid is None
    assert holder.sentence() == "This plan is open in another session: a process."
    assert read_holder(tmp_path / "none") == Holder()


def test_the_words_of_a_holder(tmp_path: Path) -> None:
    terminal = tmp_path / "pts"
    terminal.write_bytes(b"")
    now = dt.datetime(2026, 11, 23, 10, 0).astimezone()
    holder = this_session(tmp_path)._replace(pid=4242, terminal=str(terminal), since=now.replace(hour=9, minute=14))
    for seconds, words in ((30, ""), (90, "1 minute"), (720, "12 minutes"), (7200, "2 hours"), (200_000, "2 days")):
        os.utime(terminal, (now.timestamp() - seconds,) * 2)
        quiet = f", nobody has typed there for {words}" if words else ""
        assert holder.sentence(now) == (
            f"This plan is open in another session: process 4242 on {terminal}, since 09:14 today{quiet}."
        )
    elsewhere = holder._replace(host="ward-3\x1b[2J", user="nurse", terminal="/dev/pts/3")
    assert elsewhere.sentence(now + dt.timedelta(days=1)) == (
        "This plan is open in another session: process 4242 on pts/3 of ward-3\\u001b[2J (nurse), "
        "since 09:14 on 23 November 2026."
    )
