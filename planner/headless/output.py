"""What commands print: plain lines, safe to show, wrapped to the width of the terminal."""

import os
import sys
from collections.abc import Iterable, Mapping

from planner.headless.exits import Exit, Stop

USUAL_WIDTH = 80
"""Columns where nobody says how many there are."""
_LEAST, _MOST = 20, 240


def width(environ: Mapping[str, str] | None = None) -> int:
    """The columns to wrap to: those that COLUMNS says, or those of the terminal, or 80.

    What COLUMNS says is taken only where it is a number that makes sense.
    """
    said = (os.environ if environ is None else environ).get("COLUMNS", "")
    if said.isascii() and said.isdecimal() and int(said[:6]) > 0:
        return max(_LEAST, min(int(said[:6]), _MOST))
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        columns = 0
    return max(_LEAST, min(columns, _MOST)) if columns else USUAL_WIDTH


def say(text: str = "", first: str = "", later: str | None = None) -> None:
    """Print a text in lines of at most the width, the first after `first`, the others after `later` (as many spaces).

    Line breaks of the text are kept.
    """
    from planner.export.wrapping import wrapped
    from planner.files.text import clean

    columns, rest = width(), " " * len(first) if later is None else later
    for number, line in enumerate(text.split("\n")):
        print_lines(wrapped(clean(line, "\t"), columns, rest if number else first, rest))


def say_all(texts: Iterable[str], first: str = "", later: str | None = None) -> None:
    """Print several texts, each on lines of its own."""
    for text in texts:
        say(text, first, later)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines just as long as they are; what a terminal would act on stands as an escape."""
    from planner.files.text import clean

    _write("".join(f"{clean(line).rstrip()}\n" for line in lines))


def print_json(value: object) -> None:
    """Print a value as JSON, in ASCII, so that it arrives whole everywhere."""
    import json

    _write(json.dumps(value, indent=2) + "\n")


def print_text(text: str) -> None:
    """Print a text of our own just as it is."""
    _write(text)


def print_bytes(data: bytes) -> None:
    """Write a file to the standard output."""
    if sys.stdout is None:
        return
    with _writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def note(sentence: str) -> None:
    """Tell the person something beside the output: on the standard error output."""
    from planner.files.text import clean

    if sys.stderr is not None:
        sys.stderr.write("".join(f"{clean(line)}\n" for line in sentence.split("\n")))


def is_terminal() -> bool:
    """Whether the output goes to a terminal."""
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:
        return False


def _write(text: str) -> None:
    if sys.stdout is not None:
        with _writing():
            sys.stdout.write(text)


class _writing:  # noqa: N801 - used as a word
    """Turns what the system refuses while output is written into a sentence; a broken pipe is not refused."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            from planner.files.reasons import reason

            raise Stop(f"The output could not be written: {reason(error)}.", Exit.NOT_WRITTEN) from error
