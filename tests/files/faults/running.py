"""Run the victims in processes of their own."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def command(name: str, *arguments: object) -> list[str]:
    """The command that runs a victim, from the root of the repository."""
    return [sys.executable, "-B", "-m", "tests.files.faults.victims", name, *map(str, arguments)]


def run(name: str, *arguments: object, within: Sequence[str] = (), timeout: float = 120) -> str:
    """What a victim says, run under another command if need be."""
    done = subprocess.run(
        [*within, *command(name, *arguments)], cwd=ROOT, capture_output=True, text=True, timeout=timeout, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def unshared(script: str, *arguments: object) -> list[str]:
    """The beginning of a command that runs in a mount namespace of its own, after a script of the shell."""
    probe = subprocess.run(["unshare", "-Urm", "true"], capture_output=True, check=False)
    if probe.returncode != 0:
        pytest.skip("this system does not allow mount namespaces (unshare -Urm)")
    return ["unshare", "-Urm", "sh", "-ec", f'{script}\nshift {len(arguments)}\nexec "$@"', "sh", *map(str, arguments)]
