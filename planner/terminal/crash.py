"""Faults of our own: calm words on the screen, and a private report without anything from the plan."""

import contextlib
import os
import platform
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

EX_SOFTWARE: Final = 70
"""The exit status of an internal error (sysexits.h)."""
_MOST_FRAMES: Final = 60
_MOST_CAUSES: Final = 8
_REPORTED: Final = ("TERM", "COLORTERM", "TERM_PROGRAM", "TMUX", "STY", "LANG", "LC_ALL", "LC_CTYPE", "SSH_TTY")
"""Of the environment: what shapes the screen."""


class Fault(NamedTuple):
    """An exception that nobody expected, and where it came up."""

    error: BaseException
    place: str


def chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """The exception and what led to it, the first cause last, each with how it is linked to the one before."""
    seen: set[int] = set()
    link, current = "", error
    while current is not None and id(current) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(current))
        yield link, current
        wrapped = getattr(current, "error", None)
        if current.__cause__ is not None:
            link, current = "caused by", current.__cause__
        elif isinstance(wrapped, BaseException):
            # What a worker of Textual's failed with.
            link, current = "in a worker", wrapped
        elif current.__context__ is not None:
            link, current = "while handling", current.__context__
        else:
            return


def report(fault: Fault, *, program: str, version: str, environ: Mapping[str, str]) -> str:
    """What a developer needs to find the fault: places in the code, types and versions.

    The messages of exceptions are left out, and so are the values of variables: both may hold text of the plan.
    """
    lines = [
        f"{program} {version}",
        f"time: {time.strftime('%Y-%m-%d %H:%M:%S %z')}",
        f"python: {platform.python_version()} ({sys.implementation.name})",
        f"system: {platform.system()} {platform.release()} {platform.machine()}",
        f"textual: {_version('textual')}, rich: {_version('rich')}",
        *(f"{name}: {environ[name]}" for name in _REPORTED if environ.get(name)),
        f"came up in: {fault.place}",
        "",
    ]
    for link, error in chain(fault.error):
        lines.append(f"{link} {_type_name(error)}".strip())
        lines += _frames(error)
    lines.append("(The messages of the errors and the values of variables are left out: they may hold private text.)")
    return "\n".join(lines) + "\n"


def _version(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "unknown"


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _frames(error: BaseException) -> list[str]:
    frames = [
        f"  {frame.f_code.co_filename}:{line} in {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if len(frames) <= _MOST_FRAMES:
        return frames
    half = _MOST_FRAMES // 2
    return [*frames[:half], f"  … {len(frames) - _MOST_FRAMES} more …", *frames[-half:]]


def write_report(text: str, directory: Path) -> Path | None:
    """Write a report that only its owner can read; None if it cannot be written."""
    name = f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    with contextlib.suppress(OSError, RuntimeError):
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = directory / name
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        return path
    return None


def calm_words(program: str, draft: str | None, report_path: Path | None) -> str:
    """What is said after a fault: what happened, where the work is, and where the report is."""
    sentences = [f"{program} had to stop: it ran into a fault of its own. Nothing that you did is to blame."]
    if draft:
        sentences.append(draft)
    if report_path is not None:
        sentences.append(f"A report that holds nothing of your plan, and that only you can read, is in {report_path}")
    else:
        sentences.append("No report could be written.")
    return "\n".join(sentences)
