"""An OpenSSH server of our own on the loopback address, with its own port and keys."""

import contextlib
import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.terminal.harness import DEADLINE, ROOT, Terminal

TOKEN_NAME: Final = "PLANNER_TEST_SESSION"
SERVER: Final = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
MISSING: Final = (
    "no OpenSSH server here (Debian: apt-get install openssh-server)"
    if SERVER is None
    else "no OpenSSH client here"
    if shutil.which("ssh") is None
    else ""
)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class SshServer:
    """A running server; `settings` are further lines of its configuration."""

    def __init__(self, directory: Path, settings: Sequence[str] = ()) -> None:
        self.directory = directory
        self.port = _free_port()
        for name in ("host_key", "user_key"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(directory / name)], check=True, timeout=60
            )
        (directory / "authorized_keys").write_bytes((directory / "user_key.pub").read_bytes())
        configuration = directory / "sshd_config"
        lines = [
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            f"HostKey {directory / 'host_key'}",
            f"AuthorizedKeysFile {directory / 'authorized_keys'}",
            f"PidFile {directory / 'sshd.pid'}",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin yes",
            "StrictModes no",
            "UsePAM no",
            "PrintMotd no",
            "PrintLastLog no",
            *settings,
        ]
        configuration.write_text("\n".join(lines) + "\n", encoding="utf-8")
        if os.geteuid() == 0:
            # Where the server gives up its privileges; Debian's service makes it.
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        with (directory / "sshd.log").open("wb") as log:
            self._process = subprocess.Popen(
                [str(SERVER), "-D", "-e", "-f", str(configuration)], stderr=log, stdin=subprocess.DEVNULL
            )
        deadline = time.monotonic() + DEADLINE
        while not self._answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise AssertionError((directory / "sshd.log").read_text(encoding="utf-8"))

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as found:
            return bool(found.recv(1))
        return False

    def client(self, command: Sequence[str], environ: Mapping[str, str], *, options: Sequence[str] = ()) -> list[str]:
        """The command of a client that runs `command` in `environ` on the server, on a terminal there."""
        variables = [f"{name}={value}" for name, value in environ.items()]
        remote = shlex.join(["env", "-C", str(ROOT), *variables, *command]) if command else ""
        return [
            *("ssh", "-tt", "-F", "/dev/null", "-p", str(self.port), "-i", str(self.directory / "user_key")),
            *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"),
            *("-o", "IdentitiesOnly=yes", "-o", "EscapeChar=none", *options),
            f"{getpass.getuser()}@127.0.0.1",
            *([f"exec {remote}"] if remote else []),
        ]

    def stop(self) -> None:
        """End the server and every session."""
        self._process.terminate()
        self._process.wait(DEADLINE)


def processes(token: str) -> list[int]:
    """The processes whose environment holds the token of a session."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if f"{TOKEN_NAME}={token}\0".encode() in path.read_bytes() + b"\0":
                found.append(int(path.parent.name))
    return found


def parent(pid: int) -> int:
    """The parent of a process."""
    return int(Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[1])


def wait_until_none_is_left(token: str) -> None:
    """Wait until no process of the session is left; each that ends is waited for, not polled."""
    deadline = time.monotonic() + DEADLINE
    while left := processes(token):
        if time.monotonic() > deadline:
            raise AssertionError(f"still running: {left}")
        for pid in left:
            wait_for_death(pid, deadline - time.monotonic())


def wait_for_death(pid: int, seconds: float = DEADLINE) -> bool:
    """Wait until a process that is not our child has ended; whether it has."""
    import select

    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], max(seconds, 0))[0])
    finally:
        os.close(handle)


@contextlib.contextmanager
def thawed_at_the_end(terminal: Terminal) -> Iterator[None]:
    """A client that is frozen meanwhile."""
    terminal.signal(signal.SIGSTOP)
    try:
        yield
    finally:
        terminal.signal(signal.SIGCONT)
