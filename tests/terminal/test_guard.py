"""The guard alone, in processes of its own."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.terminal.harness import ROOT

SETUP = """
import os, signal, sys, threading, time
from pathlib import Path
from planner.terminal.guard import SignalGuard
here = Path(sys.argv[1])
saves = []
def emergency():
    saves.append(1)
    (here / "draft").write_text("knee " * len(saves), encoding="utf-8")
    return "Your draft is safe"
def say(words):
    os.write(1, words.encode())
guard = SignalGuard(emergency, say=say, restore=lambda: os.write(1, b"restored. "))
guard.install()
"""


def run(directory: Path, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SETUP + textwrap.dedent(script), str(directory)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=30,
    )


def test_it_saves_restores_speaks_and_dies_by_the_signal(tmp_path: Path) -> None:
    ended = run(tmp_path, "os.kill(os.getpid(), signal.SIGTERM); time.sleep(20)")
    assert ended.returncode == -signal.SIGTERM
    assert ended.stdout == "restored. Your draft is safe"
    assert (tmp_path / "draft").read_text(encoding="utf-8") == "knee "
    assert ended.stderr == ""


def test_a_main_thread_that_is_stuck_is_not_waited_for(tmp_path: Path) -> None:
    # A thread that never gives up the interpreter's attention to signals: it waits inside one system call.
    ended = run(
        tmp_path,
        """
        threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGTERM)).start()
        def handler_never_runs():
            lock = threading.Lock(); lock.acquire()
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
            lock.acquire()
        # The signal goes to another thread, so that nothing interrupts the waiting of this one.
        handler_never_runs()
        """,
    )
    assert ended.returncode == 128 + signal.SIGTERM
    assert ended.stdout == "restored. Your draft is safe"
    assert (tmp_path / "draft").read_text(encoding="utf-8") == "knee "


def test_saving_that_never_ends_does_not_keep_the_process(tmp_path: Path) -> None:
    ended = run(
        tmp_path,
        """
        guard._emergency = lambda: time.sleep(60)
        os.kill(os.getpid(), signal.SIGHUP)
        """,
    )
    assert ended.returncode == 128 + signal.SIGHUP


def test_saving_that_fails_is_not_another_fault(tmp_path: Path) -> None:
    ended = run(
        tmp_path,
        """
        def fails(): raise OSError
        guard._emergency = fails
        os.kill(os.getpid(), signal.SIGHUP); time.sleep(20)
        """,
    )
    assert ended.returncode == -signal.SIGHUP
    assert ended.stdout == "restored. "
    assert ended.stderr == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT])
def test_while_the_terminal_is_lent_its_keys_are_not_for_us(tmp_path: Path, number: signal.Signals) -> None:
    ended = run(
        tmp_path,
        f"""
        guard._lent = lambda: True
        os.kill(os.getpid(), {int(number)})
        time.sleep(1.2)
        print("alive")
        """,
    )
    assert ended.returncode == 0
    assert ended.stdout == "alive\n"


def test_the_key_that_writes_a_core_file_writes_none(tmp_path: Path) -> None:
    ended = run(
        tmp_path,
        """
        import resource
        resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
        os.chdir(here)
        os.kill(os.getpid(), signal.SIGQUIT); time.sleep(20)
        """,
    )
    assert ended.returncode == -signal.SIGQUIT
    assert [path.name for path in tmp_path.iterdir()] == ["draft"]


def test_after_it_is_uninstalled_all_is_as_before(tmp_path: Path) -> None:
    ended = run(
        tmp_path,
        """
        guard.uninstall()
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        os.kill(os.getpid(), signal.SIGTERM); time.sleep(20)
        """,
    )
    assert ended.returncode == -signal.SIGTERM
    assert ended.stdout == ""
    assert not (tmp_path / "draft").exists()


def test_a_fault_and_a_signal_save_once(tmp_path: Path) -> None:
    ended = run(
        tmp_path,
        """
        assert guard.save() == guard.save() == "Your draft is safe"
        os.kill(os.getpid(), signal.SIGTERM); time.sleep(20)
        """,
    )
    assert ended.returncode == -signal.SIGTERM
    assert (tmp_path / "draft").read_text(encoding="utf-8") == "knee "
