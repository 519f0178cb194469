"""Whenever the power goes, the file is the old one or the new one; and the new one once the save has returned."""

import shutil
from pathlib import Path

import pytest

from tests.files.faults.power import Call, Disk, calls_from, states
from tests.files.faults.running import run
from tests.files.faults.victims import VERSIONS

TRACED = "open,openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat"
NAME = "back.toml"
BEFORE = Disk({NAME: "old"}, {"old": "<old>"})
NOTHING = Disk({}, {})


def judged(calls: list[Call], before: Disk) -> tuple[int, int, bool]:
    """How many states a power cut can leave, how many are bad, and whether the file is safe after the last call."""
    everything = list(states(calls, before))
    # Without a power cut: the state in which nothing is lost is the last one.
    new = everything[-1][1].read(NAME)
    bad = sum(disk.read(NAME) not in (before.read(NAME), new) for _, disk in everything)
    safe = all(disk.read(NAME) == new for number, disk in everything if number == len(calls))
    return len(everything), bad, safe


@pytest.fixture
def strace(tmp_path: Path) -> Path:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    return tmp_path / "trace"


@pytest.mark.parametrize("victim", ["save-once", "create-once"])
def test_the_order_of_the_calls(tmp_path: Path, strace: Path, victim: str, capsys: pytest.CaptureFixture[str]) -> None:
    directory = tmp_path / "plans"
    directory.mkdir()
    target = directory / NAME
    if victim == "save-once":
        target.write_bytes(VERSIONS[0])
    tracer = ["strace", "-f", "-y", "-qq", "-e", f"trace={TRACED}", "-o", str(strace)]
    assert run(victim, target, within=tracer) == "saved"
    assert target.read_bytes() == VERSIONS[1]
    calls = calls_from(strace.read_text(), str(directory))
    number, bad, safe = judged(calls, BEFORE if victim == "save-once" else NOTHING)
    with capsys.disabled():
        order = ", ".join(call.what for call in calls)
        print(f"\n  {victim}: {order}: {number} states after a power cut, {bad} of them bad")
    assert [call.what for call in calls if call.what in ("write", "sync", "rename", "link", "sync-directory")] == [
        "write",
        "sync",
        "rename" if victim == "save-once" else "link",
        "sync-directory",
    ]
    assert bad == 0
    assert safe


@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_call_that_fails_below_python(tmp_path: Path, strace: Path, call: str) -> None:
    directory = tmp_path / "plans"
    directory.mkdir()
    target = directory / NAME
    target.write_bytes(VERSIONS[0])
    tracer = ["strace", "-f", "-qq", "-e", f"trace={call}", "-e", f"inject={call}:error=EIO:when=1", "-o", str(strace)]
    assert "the disk or the network reports an error" in run("outcome", target, within=tracer)
    assert "INJECTED" in strace.read_text()
    assert target.read_bytes() == VERSIONS[0]
    assert list(directory.iterdir()) == [target]


TEMPORARY = ".tmp"
BAD = {
    "rename without fsync": [Call("create", TEMPORARY), Call("write", TEMPORARY), Call("rename", TEMPORARY, NAME)],
    "truncate and write": [Call("truncate", NAME), Call("write", NAME), Call("sync", NAME)],
}


@pytest.mark.parametrize("calls", BAD.values(), ids=BAD)
def test_the_model_finds_what_is_bad(calls: list[Call]) -> None:
    assert judged(calls, BEFORE)[1] > 0


def test_the_model_finds_what_is_not_safe_yet() -> None:
    calls = [
        Call("create", TEMPORARY),
        Call("write", TEMPORARY),
        Call("sync", TEMPORARY),
        Call("rename", TEMPORARY, NAME),
    ]
    assert judged(calls, BEFORE)[1:] == (0, False)
    assert judged([*calls, Call("sync-directory")], BEFORE)[1:] == (0, True)
