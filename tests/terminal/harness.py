"""A terminal with a program in it: a real pseudo-terminal, and an emulator that shows what a person would see."""

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import pyte
from wcwidth import wcswidth

DEADLINE: Final = 20.0
"""Seconds after which a condition that is waited for will not come true any more. Nothing normally takes as long."""

ROOT: Final = Path(__file__).resolve().parents[2]
_MODES: Final = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_OTHER_SCREEN: Final = re.compile(rb"(\x1b\[\?1049[hl])")
_QUESTIONS: Final = (
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
)
# A shell becomes a session leader by `start_new_session`, and takes the terminal by opening it; then it is replaced.
TAKE_TERMINAL: Final = 'exec 0<>"$0" 1>&0 2>&0; exec "$@"'
CLEAN_ENVIRONMENT: Final = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "PATH": os.environ.get("PATH", os.defpath),
    "PYTHONPATH": str(ROOT),
}


class Terminal:
    """A terminal window in which `command` runs.

    Nothing is read from it except while a method waits, so a terminal that nobody reads is one that nobody asks.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        environ: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        answers: bool = True,
        script: str = TAKE_TERMINAL,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._unshown: list[tuple[float, bytes]] = []
        self.output = bytearray()
        self.modes: set[str] = set()
        self._answers = answers
        self._unanswered = b""
        self.last_read = time.perf_counter()
        self.master, self.slave = os.openpty()
        self._set_size(columns, lines)
        self.name = os.ttyname(self.slave)
        self.found_attributes = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", script, self.name, *command],
            start_new_session=True,
            env=CLEAN_ENVIRONMENT | dict(environ or {}),
            cwd=cwd or ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the program, if it has not ended, and close the window."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    # What a person does.

    def type(self, keys: str | bytes) -> None:
        """Press keys; the terminal may take them in pieces."""
        data = keys.encode() if isinstance(keys, str) else keys
        deadline = time.monotonic() + DEADLINE
        while data and time.monotonic() < deadline:
            readable, writable, _ = select.select([self.master], [self.master], [], 1)
            if writable:
                data = data[os.write(self.master, data[:512]) :]
            if readable:
                self.read(0)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self.screen.resize(lines, columns)
        self._set_size(columns, lines)

    def freeze(self) -> None:
        """Make the program draw big screens, and look away until it has nowhere left to put them."""
        for number in range(20):
            self._set_size(180 + number % 2, 60)
            spent = -1.0
            while (now := self.processor_seconds()) != spent:
                spent = now
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(0.02)
        self.screen.resize(60, 181)

    def close(self) -> None:
        """Close the window."""
        for fileno in (self.slave, self.master):
            with contextlib.suppress(OSError):
                os.close(fileno)

    # What a person sees.

    def read(self, seconds: float) -> bytes:
        """What the program sends within that time: as soon as there is something, or nothing."""
        try:
            if not select.select([self.master], [], [], seconds)[0]:
                return b""
            data = os.read(self.master, 65536)
        except OSError:
            return b""
        self.last_read = time.perf_counter()
        self.output += data
        self._unshown.append((self.last_read, data))
        for numbers, setting in _MODES.findall(data):
            names = set(numbers.decode().split(";"))
            self.modes = self.modes | names if setting == b"h" else self.modes - names
        if self._answers:
            self._answer(data)
        return data

    def _show(self, data: bytes) -> None:
        # The emulator has no alternate screen. What was there before is blank here, so that leaving it clears.
        for piece in _OTHER_SCREEN.split(data):
            if _OTHER_SCREEN.fullmatch(piece):
                self._screen.reset()
            else:
                self._stream.feed(piece)

    def _answer(self, data: bytes) -> None:
        seen = self._unanswered + data
        for question, answer in _QUESTIONS:
            if question in seen:
                os.write(self.master, answer * seen.count(question))
                seen = seen.replace(question, b"")
        self._unanswered = seen[-8:] if b"\x1b" in seen[-8:] else b""

    @property
    def screen(self) -> pyte.Screen:
        """The emulator. What was read is shown when somebody looks: it is slow, and must not slow down reading."""
        for _when, data in self._unshown:
            self._show(data)
        self._unshown.clear()
        return self._screen

    def shown_at(self, text: str) -> float | None:
        """When `text` came to be on the screen (of `time.perf_counter`), looking only at what nobody has seen yet."""
        for position, (when, data) in enumerate(self._unshown):
            self._show(data)
            if any(text in line for line in self._screen.display):
                del self._unshown[: position + 1]
                return when
        self._unshown.clear()
        return None

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        return "\n".join(self.screen.display)

    def cells(self) -> list[list[Any]]:
        """What is on the screen, cell by cell: the character and how it looks."""
        return cells(self.screen)

    # Waiting, always for a condition.

    def wait_until(self, condition: Callable[[], bool], seconds: float = DEADLINE) -> None:
        """Read until `condition` is true."""
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(
                    f"it never came true; the screen:\n{self.text}\nlast bytes: {self.output[-300:]!r}"
                )
            self.read(0.05)

    def wait_for(self, text: str, seconds: float = DEADLINE) -> None:
        """Read until `text` is on the screen."""
        self.wait_until(lambda: text in self.text, seconds)

    def wait_for_silence(self, seconds: float = 0.3) -> None:
        """Read until the program has sent nothing for so long."""
        deadline = time.monotonic() + DEADLINE
        while self.read(seconds):
            if time.monotonic() > deadline:
                raise AssertionError("the program does not stop sending")

    def wait_for_end(self, seconds: float = DEADLINE) -> int:
        """The exit status of the program: negative for a signal. What it sends meanwhile is read."""
        self.wait_until(lambda: self.process.poll() is not None, seconds)
        while self.read(0):
            pass
        return self.process.returncode

    def wait_for_end_unread(self, seconds: float = DEADLINE) -> int:
        """The same, while nobody reads."""
        return self.process.wait(seconds)

    # What the system says.

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as the program found it."""
        left_on = self.modes & {"1000", "1002", "1003", "1006", "1049", "2004", "1004"}
        return not left_on and "25" in self.modes and termios.tcgetattr(self.slave) == self.found_attributes

    def signal(self, *numbers: signal.Signals) -> None:
        """Send signals to the program."""
        for number in numbers:
            os.kill(self.process.pid, number)

    def threads(self) -> int:
        """How many threads the program has."""
        return len(list(Path(f"/proc/{self.process.pid}/task").iterdir()))

    def peak_memory(self) -> float:
        """The most memory that the program has had so far, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def processor_seconds(self) -> float:
        """The processor time that the program has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def busy_share(self, seconds: float) -> float:
        """The share of one core that the program uses while it is watched for so long, its output being read."""
        before, start = self.processor_seconds(), time.monotonic()
        while (left := start + seconds - time.monotonic()) > 0:
            self.read(left)
        return (self.processor_seconds() - before) / (time.monotonic() - start)


def cells(screen: pyte.Screen) -> list[list[Any]]:
    """What can be seen on a screen, cell by cell: the character and how it looks.

    Nothing can be seen of the foreground, weight and slant of a space. A half of a wide character whose other half was
    written over is a space, as on every real terminal.
    """
    rows = []
    for line in range(screen.lines):
        row = [screen.buffer[line][column] for column in range(screen.columns)]
        for column, cell in enumerate(row):
            following = row[column + 1].data if column + 1 < len(row) else None
            is_cut = _is_wide(cell.data) and following != ""
            is_tail = cell.data == "" and (column == 0 or not _is_wide(row[column - 1].data))
            if is_cut or is_tail:
                row[column] = cell._replace(data=" ")
        rows.append([_seen(cell) for cell in row])
    return rows


def _is_wide(text: str) -> bool:
    return bool(text) and wcswidth(text) > 1


def _seen(cell: Any) -> Any:
    if cell.data != " " or cell.underscore or cell.strikethrough or cell.reverse or cell.blink:
        return cell
    return cell._replace(fg="default", bold=False, italics=False)


@contextlib.contextmanager
def stopped(terminal: Terminal) -> Iterator[None]:
    """The program, stopped as by the shell or the system, then continued."""
    terminal.signal(signal.SIGSTOP)
    terminal.wait_until(lambda: is_stopped(terminal.process.pid))
    yield
    terminal.signal(signal.SIGCONT)


def is_stopped(pid: int) -> bool:
    """Whether a process is stopped."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "T"
