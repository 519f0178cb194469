"""Files that are none, files in other encodings, and files on broken disks: a sentence each, and never a wait."""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.files.encoding import decode
from planner.files.plan_reading import parse_plan
from planner.files.problems import FileProblems
from planner.files.reading import PLAN_LIMIT, read_bytes

LINUX = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this is about Linux")


def refusal(path: Path | str) -> str:
    with pytest.raises(FileProblems) as raised:
        read_bytes(path)
    return str(raised.value)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"\xef\xbb\xbftitle = 1\r\n\x00\xff")
    assert read_bytes(path) == path.read_bytes()


def test_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_bytes(b"x")
    (tmp_path / "link").symlink_to("plan.toml")
    assert read_bytes(tmp_path / "link") == b"x"


def test_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    assert refusal(path) == f"{path}: cannot be read: there is no such file or directory"


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "plan.toml"
    assert refusal(path) == f"{path}: cannot be read: a part of the path is not a directory"


def test_a_directory(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: cannot be read: it is a directory, not a file"


def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refusal(path) == f"{path}: cannot be read: it is a named pipe, not a file"


def test_a_pipe_that_takes_the_place_of_the_file_at_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"x")
    really_open = os.open

    def swap_and_open(name: str, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return really_open(name, flags)

    monkeypatch.setattr(os, "open", swap_and_open)
    assert refusal(path) == f"{path}: cannot be read: it is a named pipe, not a file"


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert refusal("socket") == "socket: cannot be read: it is a socket, not a file"


@pytest.mark.parametrize("path", ["/dev/null", "/dev/zero", "/dev/tty"])
def test_a_device(path: str) -> None:
    assert refusal(path) == f"{path}: cannot be read: it is a device, not a file"


def test_links_in_a_circle(tmp_path: Path) -> None:
    path = tmp_path / "link"
    path.symlink_to("link")
    assert refusal(path) == f"{path}: cannot be read: its symbolic links go round in a circle"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)).endswith(": cannot be read: the name is too long for this disk")


def test_a_name_with_a_null_character() -> None:
    assert refusal("a\0b") == "a\\u0000b: cannot be read: a path holds no NUL character and no broken letters"


def test_a_name_that_would_clear_the_screen() -> None:
    assert refusal("\x1b[2J") == "\\u001b[2J: cannot be read: there is no such file or directory"


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.toml")
    assert refusal(path) == f"{tmp_path}/\\udcff.toml: cannot be read: there is no such file or directory"
    Path(path).write_bytes(b"x")
    assert read_bytes(path) == b"x"


def test_the_largest_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"#" * PLAN_LIMIT)
    assert len(read_bytes(path)) == PLAN_LIMIT
    path.write_bytes(b"#" * (PLAN_LIMIT + 1))
    assert refusal(path) == f"{path}: has 1,048,577 bytes; expected at most 1 MiB"


def test_a_large_file_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert refusal(path) == f"{path}: has 1048576 MiB; expected at most 1 MiB"


@LINUX
def test_a_file_that_does_not_know_its_size() -> None:
    assert b"Name:" in read_bytes("/proc/self/status")


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"#")
    monkeypatch.setattr(os, "read", lambda _handle, count: b"#" * min(count, 100_000))
    assert refusal(path) == f"{path}: has 1,048,577 bytes; expected at most 1 MiB"


def _open_files() -> int:
    folder = Path("/proc/self/fd")
    return sum(1 for _ in folder.iterdir()) if folder.exists() else 0


@pytest.mark.parametrize("call", ["open", "fstat", "read"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "permission is denied"),
        (errno.EIO, "the disk or the network reports an error"),
        (errno.EMFILE, "this program has too many files open"),
        (errno.ESTALE, "the network drive no longer knows it"),
        (errno.ENOMEM, "there is not enough memory"),
        (errno.ENOLCK, "no locks available"),
    ],
)
def test_what_the_system_refuses(
    call: str, number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"x")
    before = _open_files()

    def fail(*_arguments: object) -> object:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        assert refusal(path) == f"{path}: cannot be read: {words}"
    assert _open_files() == before


PLAN = 'format = 1\nid = "p"\ntitle = "Rücken"\n'


@pytest.mark.parametrize(
    ("wrap", "bom", "newline"),
    [
        (lambda text: text.encode(), False, "\n"),
        (lambda text: text.encode("utf-8-sig"), True, "\n"),
        (lambda text: text.replace("\n", "\r\n").encode(), False, "\r\n"),
        (lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"), True, "\r\n"),
        (lambda text: text.replace("\n", "").encode(), False, "\n"),
    ],
)
def test_how_a_file_is_wrapped_is_noted(wrap: Callable[[str], bytes], bom: bool, newline: str) -> None:
    decoded = decode(wrap(PLAN), "plan.toml")
    assert (decoded.bom, decoded.newline) == (bom, newline)
    assert wrap(PLAN) == (b"\xef\xbb\xbf" if bom else b"") + decoded.text.encode()


def test_a_plan_keeps_the_text_that_it_was_read_from() -> None:
    data = PLAN.replace("\n", "\r\n").encode("utf-8-sig")
    document = parse_plan(data, "plan.toml")
    assert document.plan.title == "Rücken"
    assert b"\xef\xbb\xbf" + document.text.encode() == data


def test_columns_do_not_count_the_byte_order_mark() -> None:
    with pytest.raises(FileProblems, match=r"^plan.toml:1:10: format is 7"):
        parse_plan("format = 7".encode("utf-8-sig"), "plan.toml")


def test_lines_are_the_same_with_windows_line_ends() -> None:
    text = 'format = 1\ntitle = "x"\nweeks = 0\n'
    with pytest.raises(FileProblems) as unix:
        parse_plan(text.encode(), "plan.toml")
    with pytest.raises(FileProblems) as windows:
        parse_plan(text.replace("\n", "\r\n").encode(), "plan.toml")
    assert str(unix.value) == str(windows.value)
