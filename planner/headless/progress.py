"""A line that tells how far something has come, on a terminal, and is gone when it is done."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PAUSE = 0.2
"""Seconds between two looks of the line: on a slow connection it must not take longer than what it tells of."""


@contextmanager
def reading_line(stream: TextIO | None) -> Iterator[Callable[[int, int], None]]:
    """Tells how many exercises of a large library have been read; nothing where the stream is no terminal."""
    line = _Line(stream if stream is not None and stream.isatty() else None)
    try:
        yield line.show
    finally:
        line.clear()


class _Line:
    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._shown = 0
        """The width of what is on the line."""
        self._last = 0.0

    def show(self, done: int, total: int) -> None:
        """Show how far it is, unless that was done a moment ago."""
        now = time.monotonic()
        if self._stream is not None and now - self._last >= _PAUSE:
            self._last = now
            share = 100 * done // max(1, total)
            self._write(f"Reading {total:,} exercises, this once: {share} %")

    def clear(self) -> None:
        """Leave the line as it was found."""
        if self._stream is not None and self._shown:
            self._write("")

    def _write(self, text: str) -> None:
        if self._stream is not None:
            rest = " " * (self._shown - len(text))
            self._stream.write(f"\r{text}{rest}" if text else f"\r{rest}\r")
            self._stream.flush()
            self._shown = len(text)
