"""Work in copies of a process: everything is done, whatever becomes of the copies, and none of them is left."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from planner.files.forking import in_a_copy, side_by_side

TOP = Path(__file__).parents[2]
# Each piece runs in a process of its own: the one that runs the tests may have threads, and then makes no copies.
BEFORE = """
import os, signal
from planner.files.forking import in_a_copy, side_by_side
me = os.getpid()
def no_children():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
def pid(job):
    return str(os.getpid()).encode()
"""


def run(code: str) -> str:
    """What a piece of Python prints; it must end well, and say nothing else."""
    command = [sys.executable, "-c", BEFORE + code]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=TOP, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_all_jobs_are_done_by_copies() -> None:
    code = """
results = dict(side_by_side(lambda job: f"{job * job} {os.getpid()}".encode(), range(40), 3))
print(sorted(results) == list(range(40)), all(int(results[n].split()[0]) == n * n for n in range(40)))
pids = {result.split()[1] for result in results.values()}
print(len(pids), str(me).encode() in pids, no_children())
"""
    assert run(code) == "True True\n3 False True"


def test_large_results_come_whole() -> None:
    code = """
results = dict(side_by_side(lambda job: bytes([job]) * 3_000_000, range(6), 2))
print(all(results[n] == bytes([n]) * 3_000_000 for n in range(6)))
"""
    assert run(code) == "True"


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(0)", "raise SystemExit", "1 / 0"])
def test_what_a_copy_does_not_manage_is_done_here(end: str) -> None:
    code = f"""
def work(job):
    if job == 5 and os.getpid() != me:
        {end}
    return pid(job)
results = dict(side_by_side(work, range(12), 2))
print(sorted(results) == list(range(12)), results[5] == str(me).encode(), no_children())
"""
    assert run(code) == "True True True"


def test_an_exception_comes_out_here() -> None:
    code = """
def work(job):
    if job == 3:
        raise LookupError("three")
    return b""
try:
    list(side_by_side(work, range(6), 2))
except LookupError as error:
    print(error, no_children())
"""
    assert run(code) == "three True"


def test_who_stops_listening_leaves_no_copy_behind() -> None:
    code = """
import time
def work(job):
    time.sleep(job * 60)
    return b""
results = side_by_side(work, range(4), 2)
print(next(results), no_children())
results.close()
print(no_children())
try:
    in_a_copy(lambda send: time.sleep(60), print, lambda: os.kill(me, signal.SIGINT))
except KeyboardInterrupt:
    print(no_children())
"""
    assert run(code) == "(0, b'') None\nTrue\nTrue"


def test_a_copy_tells_how_far_it_is() -> None:
    code = """
def work(send):
    for number in range(1, 4):
        send(number, b"x" * number)
    return pid(0)
told = []
result = in_a_copy(work, lambda number, data: told.append((number, data)), lambda: told.append("meanwhile"))
print(told, int(result) != me, no_children())
"""
    assert run(code) == "['meanwhile', (1, b'x'), (2, b'xx'), (3, b'xxx')] True True"


def test_without_copies_all_is_done_here() -> None:
    assert list(side_by_side(lambda job: bytes([job]), range(3), 1)) == [(0, b"\0"), (1, b"\1"), (2, b"\2")]
    assert list(side_by_side(lambda job: b"", (), 4)) == []
    code = """
os.fork = None
print([result == str(me).encode() for _, result in side_by_side(pid, range(3), 1)])
"""
    assert run(code) == "[True, True, True]"


def test_a_system_without_room_for_more_processes() -> None:
    code = """
def fork():
    raise BlockingIOError(11, "no")
os.fork = fork
print(dict(side_by_side(pid, range(3), 2)) == {n: str(me).encode() for n in range(3)})
print(int(in_a_copy(lambda send: pid(0), print, lambda: None)) == me)
"""
    assert run(code) == "True\nTrue"


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fork", None)
    going = threading.Event()
    thread = threading.Thread(target=going.wait)
    thread.start()
    try:
        assert dict(side_by_side(lambda job: bytes([job]), range(3), 3)) == {0: b"\0", 1: b"\1", 2: b"\2"}
        assert in_a_copy(lambda send: b"done", lambda number, data: None, lambda: None) == b"done"
    finally:
        going.set()
        thread.join()
