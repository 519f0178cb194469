"""Every call to the system that saving makes fails once, in every way that the manual pages know."""

import errno
import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from planner.files.digests import digest_of
from planner.files.save_errors import ChangedOnDisk, SaveError
from planner.files.saving import ANY, Expected, create_exclusive, save_bytes
from tests.files.faults.injection import Fault, faults, injected

OLD = b'title = "Old"\n' * 40
NEW = b'title = "New"\nnote = "longer than before"\n' * 60

Save = Callable[[Path], object]


def _open_in(directory: Path) -> list[str]:
    """The open files of this process in a directory, where the system tells."""
    found = []
    for path in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):
            place = path.readlink()
            if place.is_relative_to(directory):
                found.append(place.name)
    return found


class Bench:
    """A directory with one file in it, made anew for each fault; what saving did is judged after each."""

    def __init__(self, directory: Path, old: bytes | None, save: Save, linked: bool = False) -> None:
        self.directory, self.old, self.save, self.linked = directory, old, save, linked
        self.target = directory / "back.toml"
        self.outcomes: Counter[str] = Counter()
        self.error: Exception | None = None

    def prepare(self) -> Callable[[], None]:
        for path in self.directory.iterdir():
            path.unlink()
        if self.old is not None:
            self.target.write_bytes(self.old)
            self.target.chmod(0o640)
            if hasattr(os, "setxattr"):
                with suppress(OSError):
                    os.setxattr(self.target, "user.tag", b"kept")
        if self.linked:
            (self.directory / "link.toml").symlink_to(self.target)
        return self.act

    def act(self) -> None:
        self.error = None
        try:
            self.save(self.directory / ("link.toml" if self.linked else "back.toml"))
        except (SaveError, ChangedOnDisk) as error:
            self.error = error

    def judge(self, fault: Fault) -> None:
        found = self.target.read_bytes() if self.target.exists() else None
        expected = NEW if self.error is None else self.old
        assert found == expected, f"{fault}: {self.error}"
        assert {path.name for path in self.directory.iterdir()} <= {"back.toml", "link.toml"}, f"{fault} left a file"
        assert _open_in(self.directory) == [], f"{fault} left a file open"
        if self.error is None:
            self.outcomes["went on"] += 1
        else:
            self.judge_error(fault, self.error)
        if found is not None and self.old is not None:
            allowed = (0o640, 0o600) if self.error is None else (0o640,)
            assert self.target.stat().st_mode & 0o777 in allowed, fault

    def judge_error(self, fault: Fault, error: Exception) -> None:
        self.outcomes["refused"] += 1
        sentence = str(error)
        assert "back.toml" in sentence or "link.toml" in sentence
        assert sentence.endswith(".")
        assert "Errno" not in sentence
        if isinstance(error, SaveError):
            assert error.step in sentence
            assert error.reason in sentence
        else:
            assert fault.code in (errno.ENOENT, errno.EEXIST), f"{fault}: {sentence}"


def _saving(expected: Expected) -> Save:
    return lambda path: save_bytes(path, NEW, expected=expected)


SCENES: dict[str, tuple[bytes | None, Save, bool]] = {
    "a file that was opened": (OLD, _saving(digest_of(OLD)), False),
    "a file through a link": (OLD, _saving(digest_of(OLD)), True),
    "whatever is there": (OLD, _saving(ANY), False),
    "a new file": (None, _saving(None), False),
    "an export": (None, lambda path: create_exclusive(path, NEW), False),
    "an export in place of another": (OLD, lambda path: create_exclusive(path, NEW, force=True), False),
}


def test_every_call_fails_once_in_every_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    total = 0
    outcomes: Counter[str] = Counter()
    calls: set[str] = set()
    for old, save, linked in SCENES.values():
        bench = Bench(tmp_path, old, save, linked)
        for fault in faults(bench.prepare):
            bench.judge(fault)
            calls.add(fault.call)
            total += 1
        outcomes += bench.outcomes
    with capsys.disabled():
        print(
            f"\n  faults injected into a save that fired: {total} in {len(calls)} different calls; "
            f"{outcomes['refused']} refused with the old bytes kept, {outcomes['went on']} saved all the same"
        )
    assert total >= 200
    assert outcomes["refused"] >= 100


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_short_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:size]))
    save_bytes(tmp_path / "back.toml", NEW)
    assert (tmp_path / "back.toml").read_bytes() == NEW


def test_a_disk_that_gives_back_other_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "back.toml"
    target.write_bytes(OLD)
    pread = os.pread
    monkeypatch.setattr(os, "pread", lambda *arguments: pread(*arguments).replace(b"N", b"M"))
    with pytest.raises(SaveError, match="other bytes"):
        save_bytes(target, NEW)
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


def test_a_guessed_name_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)
    (tmp_path / f".back.toml.{os.getpid()}.{'00' * 8}.tmp").symlink_to(victim)
    with pytest.raises(SaveError, match="temporary file"):
        save_bytes(tmp_path / "back.toml", NEW)
    assert victim.read_bytes() == b"precious"


def test_the_directory_cannot_be_locked_or_synced(tmp_path: Path) -> None:
    for call, code in (("flock", errno.ENOLCK), ("link", errno.EPERM), ("fsync", errno.EINVAL)):
        target = tmp_path / call
        with injected(Fault(call, 2 if call in ("flock", "fsync") else 1, code)) as fault:
            assert save_bytes(target, NEW, expected=None).notes == ()
        assert fault.fired
        assert target.read_bytes() == NEW
