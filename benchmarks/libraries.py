"""How starting, searching and memory grow with the library: 20, 200, 1,000 and 10,000 exercises.

    python -m benchmarks.libraries [--runs 9]

Beside the built-in library and a bare Textual program, in turns in one run. Prints a Markdown table.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.make_library import library_text
from benchmarks.sessions import QUIET, Subject, run
from tests.screens.helpers import back_plan
from tests.terminal.harness import Terminal

SIZES = (20, 200, 1_000, 10_000)
PLANNER = (sys.executable, "-m", "planner")
BARE = Subject("bare Textual", [sys.executable, "-m", "benchmarks.bare"], "ready")
READY = "Monday morning"
"""On the screen of the Week when it can be used."""

TYPED = ("slow row wi", "pendlum", "xne stp")
"""Searches, typed letter by letter: a name, a word with a slip, and letters that fit hardly anything."""

_AT_ONCE = 0.06
"""Seconds of silence after which the answer to a letter is complete; the description of an exercise comes later."""


class Start(NamedTuple):
    """One start, or the medians of several."""

    usable: float
    """Milliseconds until the screen can be used."""
    memory: float
    """The peak, in MiB."""


class Grown(NamedTuple):
    """What was measured with one library; times in milliseconds, memory in MiB."""

    exercises: int
    """Beside the built-in ones."""
    megabytes: float
    first: Start
    second: Start
    letters: Sequence[float]
    """From each letter of a search to the last byte of the list that it leads to."""
    searching: float
    """The peak of memory after these searches."""
    computing: Sequence[float]
    """What each letter takes of the processor, without the screen."""
    waiting: float
    """The longest piece of work during which no letter can be taken."""


class Compared(NamedTuple):
    """All of it, from one run."""

    bare: Start
    builtin: Start
    libraries: Sequence[Grown]


def measure(runs: int) -> Compared:
    """Measure everything, in turns; medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = {size: folder / f"{size}.toml" for size in SIZES}
        for size, path in paths.items():
            path.write_text(library_text(size), encoding="utf-8")
        subjects = {"bare": BARE, "builtin": _planner(None, folder / "cache")}
        for size, path in paths.items():
            subjects[f"first {size}"] = _planner(path, None)
            subjects[f"second {size}"] = _planner(path, folder / "cache")
            start(subjects[f"second {size}"])
        taken: dict[str, list[Start]] = {which: [] for which in subjects}
        for _ in range(runs):
            for which, subject in subjects.items():
                taken[which].append(start(subject))
        grown = [_grown(size, path, taken, _typing(subjects[f"second {size}"])) for size, path in paths.items()]
        return Compared(_middle(taken["bare"]), _middle(taken["builtin"]), grown)


def _planner(library: Path | None, cache: Path | None) -> Subject:
    """The planner on a plan, with an index in the cache, or without one that lasts."""
    words = [] if library is None else ["--library", str(library)]
    environ = {} if cache is None else {"XDG_CACHE_HOME": str(cache)}
    return Subject("planner", [*PLANNER, "back.toml", *words], READY, environ=environ, prepare=_write_plan)


def _write_plan(directory: Path) -> None:
    from planner.files.writing import write_plan

    (directory / "back.toml").write_text(write_plan(back_plan()), encoding="utf-8")


def start(subject: Subject) -> Start:
    """Start a program, and end it."""
    found = run(subject._replace(keys={}), idle=0)
    return Start(found.usable, found.memory)


def _middle(taken: Sequence[Start]) -> Start:
    return Start(statistics.median(one.usable for one in taken), statistics.median(one.memory for one in taken))


def _grown(size: int, path: Path, taken: dict[str, list[Start]], typing: tuple[list[float], float]) -> Grown:
    letters, memory = typing
    computing, waiting = _computing(path)
    return Grown(
        exercises=size,
        megabytes=path.stat().st_size / 1e6,
        first=_middle(taken[f"first {size}"]),
        second=_middle(taken[f"second {size}"]),
        letters=letters,
        searching=memory,
        computing=computing,
        waiting=waiting,
    )


def _typing(subject: Subject) -> tuple[list[float], float]:
    """Milliseconds for each letter of the searches, and the memory after them."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        subject.prepare(directory)
        environ = {"HOME": name, **subject.environ}
        with Terminal(subject.command, environ=environ, cwd=directory) as terminal:
            terminal.wait_for(subject.ready)
            for key in "1/":
                terminal.type(key)
                terminal.wait_for_silence(QUIET)
            letters = [_letter(terminal, letter) for letter in _letters()]
            return letters, terminal.peak_memory()


def _letters() -> Iterator[str]:
    """All searches, each deleted again."""
    for text in TYPED:
        yield from text
        yield from "\x7f" * len(text)


def _letter(terminal: Terminal, letter: str) -> float:
    start = time.perf_counter()
    terminal.type(letter)
    terminal.wait_for_silence(_AT_ONCE)
    milliseconds = (terminal.last_read - start) * 1000
    terminal.wait_for_silence(QUIET)
    return milliseconds


def _computing(path: Path) -> tuple[list[float], float]:
    """Milliseconds of the processor for each letter, and for the longest piece of work."""
    from planner.files.first_time import FirstTime
    from planner.files.libraries import open_libraries
    from planner.files.locations import Locations
    from planner.planning.search import index_of, search_in_steps

    index = index_of(open_libraries([], [path], Locations(None, None, None), FirstTime(processors=1)).library)
    every: list[float] = []
    longest = 0.0
    for text in TYPED:
        for end in range(1, len(text) + 1):
            steps = search_in_steps(index, text[:end])
            pieces = []
            start = time.process_time()
            for _ in steps:
                now = time.process_time()
                pieces.append((now - start) * 1000)
                start = now
            every.append(sum(pieces))
            longest = max(longest, *pieces)
    return every, longest


def table(found: Compared) -> Iterator[str]:
    """A Markdown table."""
    bare, builtin = found.bare, found.builtin
    yield (
        "| exercises | TOML, MB | first start, ms | second start, ms | × built-in | peak MiB, × bare |"
        " after searching | letter, ms: median, 95 of 100 | computing: median, most | longest wait |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    yield f"| bare Textual | | | {bare.usable:.0f} | | {bare.memory:.0f} | | | | |"
    yield (
        f"| built-in | | | {builtin.usable:.0f} | 1.00 |"
        f" {builtin.memory:.0f}, {builtin.memory / bare.memory:.2f} | | | | |"
    )
    for one in found.libraries:
        letters = sorted(one.letters)
        yield (
            f"| {one.exercises:,} | {one.megabytes:.1f} | {one.first.usable:.0f} | {one.second.usable:.0f} |"
            f" {one.second.usable / builtin.usable:.2f} |"
            f" {one.second.memory:.0f}, {one.second.memory / bare.memory:.2f} |"
            f" {one.searching:.0f}, {one.searching / bare.memory:.2f} |"
            f" {statistics.median(letters):.0f}, {letters[int(len(letters) * 0.95)]:.0f} |"
            f" {statistics.median(one.computing):.1f}, {max(one.computing):.1f} | {one.waiting:.1f} |"
        )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="Measure how the planner grows with its library.")
    options.add_argument("--runs", type=int, default=9, help="runs of which the median is taken")
    runs = options.parse_args().runs
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    print(
        f"(80x24; medians of {runs}; times to the screen in milliseconds, of the processor where it says computing)\n"
    )
    print("\n".join(table(measure(runs))))


if __name__ == "__main__":
    main()
