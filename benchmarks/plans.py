"""How long keys and saving take as the plan grows: 10, 60 and 300 prescriptions over 26 weeks.

    python -m benchmarks.plans [--times 30] [--sizes 10 60 300]

From each key to the last byte that answers it, in the real program on a pseudo-terminal. Prints a Markdown table.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.make_plan import plan_text
from benchmarks.sessions import AT_ONCE, QUIET, Subject
from tests.terminal.harness import Terminal

SIZES = (10, 60, 300)
READY = "Monday morning"
"""On the screen of the Week when it can be used."""

REDO = "\x12"
ROUNDS: Mapping[str, Mapping[str, str]] = {
    # Rounds of keys that leave the plan as it was; those that are named are measured.
    "moving about": {"j": "cursor down", "k": "cursor up", "l": "next time", "h": "time before"},
    "toggling": {" ": "take or give a time", "u": "undo", REDO: "redo"},
    "filling a row": {"f": "fill a row", "u": ""},
    "filling a column": {"F": "fill a column", "u": "undo a column"},
    "a number": {"+": "one more", "-": "one less"},
    "moving a row": {"J": "move down", "K": "move up"},
    "a row more": {"D": "duplicate", "d": "delete"},
    "copying": {"y": "", "p": "paste", "x": "cut"},
    "weeks": {"]": "next week", "[": "week before"},
    "places": {"3": "to the Day", "4": "to the Plan", "1": "to the Library", "2": "to the Week"},
    "saving": {" ": "", "s": "save"},
}


class Spread(NamedTuple):
    """Of one kind of key; in milliseconds."""

    middle: float
    most: float
    """Of a hundred, ninety-five take no longer."""
    bytes: int


def subject(prescriptions: int) -> Subject:
    """The planner on a plan of that size."""
    text = plan_text(prescriptions)

    def prepare(directory: Path) -> None:
        (directory / "large.plan.toml").write_text(text, encoding="utf-8")

    return Subject("planner", [sys.executable, "-m", "planner", "large.plan.toml"], READY, prepare=prepare)


def measure(prescriptions: int, times: int) -> dict[str, Spread]:
    """What every kind of key takes, each pressed so many times."""
    planner = subject(prescriptions)
    found: dict[str, Spread] = {}
    for keys in ROUNDS.values():
        # The first round shows places and imports modules for the first time.
        answers = _pressed(planner, list(keys), (times + 1) * len(keys))[len(keys) :]
        for place, what in enumerate(keys.values()):
            if what:
                taken = sorted(milliseconds for milliseconds, _ in answers[place :: len(keys)])
                size = statistics.median(sent for _, sent in answers[place :: len(keys)])
                found[what] = Spread(statistics.median(taken), taken[int(len(taken) * 0.95)], int(size))
    return found


def _pressed(subject: Subject, keys: Sequence[str], times: int) -> list[tuple[float, int]]:
    """Milliseconds and bytes of so many key presses, in turn, in one session."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        subject.prepare(directory)
        with Terminal(subject.command, environ={"HOME": name, **subject.environ}, cwd=directory) as terminal:
            terminal.wait_for(subject.ready)
            terminal.wait_for_silence(QUIET)
            return [_press(terminal, keys[number % len(keys)]) for number in range(times)]


def _press(terminal: Terminal, key: str) -> tuple[float, int]:
    before, start = len(terminal.output), time.perf_counter()
    terminal.type(key)
    terminal.read(QUIET)
    terminal.wait_for_silence(AT_ONCE)
    return (terminal.last_read - start) * 1000, len(terminal.output) - before


def table(found: Mapping[int, Mapping[str, Spread]]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| key | {' | '.join(f'{size} prescriptions' for size in found)} |"
    yield "|---|" + "---|" * len(found)
    for what in next(iter(found.values())):
        cells = (f"{each[what].middle:.1f}, {each[what].most:.1f} ({each[what].bytes:,} B)" for each in found.values())
        yield f"| {what} | {' | '.join(cells)} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="Measure how the planner grows with the plan.")
    options.add_argument("--times", type=int, default=30, help="how often each key is pressed")
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of prescriptions")
    chosen = options.parse_args(arguments)
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    print("(80x24; milliseconds from the key to the last byte: median, 95 of 100; bytes)\n")
    print("\n".join(table({size: measure(size, chosen.times) for size in chosen.sizes})))


if __name__ == "__main__":
    main()
