"""A save keeps what belongs to the file, and never touches what it should not."""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from planner.files.digests import digest_of
from planner.files.save_errors import AlreadyThereError, Change, ChangedOnDisk, SaveError
from planner.files.saving import create_exclusive, digest_on_disk, save_bytes
from planner.files.temporary import sweep, temporary_name

OLD = b"old\n"
NEW = b"new\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "back.toml"
    path.write_bytes(OLD)
    return path


@contextmanager
def not_hanging() -> Iterator[None]:
    """An alarm that ends the block where it waits for ever."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(5)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_the_digest_tells_what_is_there(target: Path) -> None:
    assert digest_on_disk(target) == digest_of(OLD)
    assert save_bytes(target, NEW, expected=digest_of(OLD)).digest == digest_of(NEW) == digest_on_disk(target)
    target.unlink()
    assert digest_on_disk(target) is None


@pytest.mark.parametrize(("umask", "mode"), [(0o000, 0o664), (0o022, 0o600), (0o077, 0o644), (0o027, 0o640)])
def test_an_existing_file_keeps_its_mode(target: Path, umask: int, mode: int) -> None:
    target.chmod(mode)
    before = os.umask(umask)
    try:
        save_bytes(target, NEW, expected=digest_of(OLD))
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_file_is_private(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        save_bytes(tmp_path / "plan.toml", NEW, expected=None)
        create_exclusive(tmp_path / "plan.ics", NEW)
    finally:
        os.umask(before)
    assert (tmp_path / "plan.toml").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "plan.ics").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(target: Path) -> None:
    os.chown(target, 1234, 4321)
    save_bytes(target, NEW)
    assert (target.stat().st_uid, target.stat().st_gid) == (1234, 4321)


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Python knows extended attributes on Linux only")


@on_linux
def test_extended_attributes_are_kept(target: Path) -> None:
    try:
        os.setxattr(target, "user.tag", b"physio")
    except OSError:
        pytest.skip("no extended attributes here")
    save_bytes(target, NEW)
    assert os.getxattr(target, "user.tag") == b"physio"


@on_linux
def test_the_access_list_is_kept(target: Path) -> None:
    # Version 2: owner rw, user 1234 r, group -, mask r, others -. See acl(5) and linux/posix_acl_xattr.h.
    entries = ((0x01, 6, -1), (0x02, 4, 1234), (0x04, 0, -1), (0x10, 4, -1), (0x20, 0, -1))
    parts = (
        b"".join(n.to_bytes(2, "little") for n in (t, p)) + (i % (1 << 32)).to_bytes(4, "little") for t, p, i in entries
    )
    wanted = (2).to_bytes(4, "little") + b"".join(parts)
    try:
        os.setxattr(target, "system.posix_acl_access", wanted)
    except OSError:
        pytest.skip("no access lists here")
    mode = target.stat().st_mode
    save_bytes(target, NEW)
    assert os.getxattr(target, "system.posix_acl_access") == wanted
    assert target.stat().st_mode == mode


@on_linux
def test_a_lost_access_list_lets_nobody_else_in(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.chmod(0o664)

    def fail(*arguments: object) -> None:
        raise PermissionError(1, "no")

    monkeypatch.setattr(os, "listxattr", fail)
    notes = save_bytes(target, NEW).notes
    assert notes == ("The access list of the file could not be kept.",)
    assert target.stat().st_mode & 0o777 == 0o644


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("link.toml")
    link.symlink_to("back.toml")
    save_bytes(link, NEW, expected=digest_of(OLD))
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_the_temporary_file_is_where_the_target_is(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "link.toml"
    link.symlink_to("elsewhere/back.toml")
    tmp_path.chmod(0o700)
    save_bytes(link, NEW, expected=None)
    assert (tmp_path / "elsewhere" / "back.toml").read_bytes() == NEW
    assert link.is_symlink()


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(SaveError, match="symbolic links go round in a circle"):
        save_bytes(tmp_path / "a", NEW)


def test_a_hard_link_is_told_once(target: Path) -> None:
    other = target.with_name("other.toml")
    os.link(target, other)
    (note,) = save_bytes(target, NEW).notes
    assert "hard link" in note
    assert other.read_bytes() == OLD
    assert save_bytes(target, OLD).notes == ()


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    directory = tmp_path / "directory"
    directory.mkdir()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server, not_hanging():
        server.bind(str(tmp_path / "socket"))
        cases = {
            directory: "a directory",
            pipe: "a named pipe",
            tmp_path / "socket": "a socket",
            Path("/dev/null"): "a device",
        }
        for path, words in cases.items():
            for save in (save_bytes, create_exclusive):
                with pytest.raises(SaveError, match=f"it is {words}|already"):
                    save(path, NEW)
            with pytest.raises(SaveError, match=f"it is {words}"):
                create_exclusive(path, NEW, force=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["directory", "pipe", "socket"]


ODD_NAMES = [
    "x" * 255,
    "ü" * 127,
    "two\nlines.toml",
    "-rf.toml",
    "*.toml",
    " .toml",
    os.fsdecode(b"latin-\xe9.toml"),
    os.fsdecode(b"\xff" * 255),
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_saved(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    save_bytes(path, OLD, expected=None)
    save_bytes(path, NEW, expected=digest_of(OLD))
    assert path.read_bytes() == NEW
    assert [found.name for found in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["x" * 256, "nul\0.toml", "half \ud800.toml", "no-such-directory/back.toml"])
def test_impossible_names_are_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    for save in (save_bytes, create_exclusive):
        with pytest.raises(SaveError) as caught:
            save(tmp_path / name, NEW)
        assert str(caught.value).isprintable()
        assert "somewhere else" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_control_character_in_a_name_is_not_printed(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as caught:
        save_bytes(tmp_path / "no" / "\x1b[2J.toml", NEW)
    assert "\x1b" not in str(caught.value)
    assert "\\u001b" in str(caught.value)


def test_a_change_of_same_size_and_time_is_seen(target: Path) -> None:
    times = target.stat()
    target.write_bytes(b"odl\n")
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(ChangedOnDisk, match="was changed on disk") as caught:
        save_bytes(target, NEW, expected=digest_of(OLD))
    assert caught.value.change is Change.CHANGED
    assert caught.value.digest == digest_of(b"odl\n")
    assert target.read_bytes() == b"odl\n"


def test_a_touched_file_is_not_changed(target: Path) -> None:
    os.utime(target, (4e9, 4e9))
    save_bytes(target, NEW, expected=digest_of(OLD))
    assert target.read_bytes() == NEW


def test_a_deleted_file_is_seen(target: Path) -> None:
    target.unlink()
    with pytest.raises(ChangedOnDisk, match="was deleted") as caught:
        save_bytes(target, NEW, expected=digest_of(OLD))
    assert caught.value.change is Change.DELETED
    assert not target.exists()


def test_a_file_that_has_appeared_is_seen(target: Path) -> None:
    with pytest.raises(ChangedOnDisk, match="in the meantime") as caught:
        save_bytes(target, NEW, expected=None)
    assert caught.value.change is Change.APPEARED
    assert target.read_bytes() == OLD


def test_a_change_while_the_disk_is_slow_is_seen(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def slow(descriptor: int) -> None:
        sync(descriptor)
        target.write_bytes(b"theirs\n")

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(ChangedOnDisk):
        save_bytes(target, NEW, expected=digest_of(OLD))
    assert target.read_bytes() == b"theirs\n"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_that_appears_in_the_last_moment_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.ics"
    link = os.link

    def late(source: Path, destination: Path) -> None:
        target.write_bytes(b"theirs\n")
        link(source, destination)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(AlreadyThereError):
        create_exclusive(target, NEW)
    assert target.read_bytes() == b"theirs\n"
    assert list(tmp_path.iterdir()) == [target]


def test_an_export_replaces_only_when_told(target: Path) -> None:
    with pytest.raises(AlreadyThereError, match="something of that name is there already"):
        create_exclusive(target, NEW)
    assert target.read_bytes() == OLD
    create_exclusive(target, NEW, force=True)
    assert target.read_bytes() == NEW


def test_an_export_does_not_follow_links(target: Path) -> None:
    link = target.with_name("link.ics")
    link.symlink_to(target)
    dangling = target.with_name("dangling.ics")
    dangling.symlink_to("nowhere")
    for path in (link, dangling):
        with pytest.raises(AlreadyThereError):
            create_exclusive(path, NEW)
        with pytest.raises(SaveError, match="symbolic link"):
            create_exclusive(path, NEW, force=True)
    assert target.read_bytes() == OLD
    assert not target.with_name("nowhere").exists()


def test_only_files_that_dead_processes_left_are_swept(target: Path) -> None:
    directory = target.parent
    dead = "4194303"  # above the largest number that Linux gives out by default
    stale = [f".back.toml.{dead}.{'0' * 16}.tmp", f".back.toml.{dead}.{'1' * 16}.tmp"]
    others = [
        temporary_name("back.toml"),
        f".other.toml.{dead}.{'0' * 16}.tmp",
        f".back.toml.{dead}.tmp",
        f"back.toml.{dead}.{'0' * 16}.tmp",
        f".back.toml.x.{'0' * 16}.tmp",
    ]
    for name in (*stale, *others):
        (directory / name).write_bytes(b"")
    assert sweep(target) == 2
    assert sorted(path.name for path in directory.iterdir()) == sorted([*others, "back.toml"])


def test_a_temporary_file_that_is_locked_is_not_swept(target: Path) -> None:
    import fcntl

    path = target.with_name(f".back.toml.4194303.{'0' * 16}.tmp")
    with path.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert sweep(target) == 0
    assert sweep(target) == 1


def test_a_link_that_looks_like_a_temporary_file_is_not_followed(target: Path) -> None:
    link = target.with_name(f".back.toml.4194303.{'0' * 16}.tmp")
    link.symlink_to(target)
    assert sweep(target) == 0
    assert target.read_bytes() == OLD
