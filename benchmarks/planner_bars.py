"""Everything that the README promises of speed and bytes, measured in one run beside a bare Textual program.

    python -m benchmarks.planner_bars [--runs 9]

Prints Markdown tables. Times drift with the machine; the ratios and the bytes are what counts.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.sessions import QUIET, Subject, many_times, side_by_side
from tests.screens.helpers import back_plan

BARE = Subject("bare Textual", [sys.executable, "-m", "benchmarks.bare"], "ready", environ={})
KEYS = {
    "cursor in the Week": "j",
    "a cell in the Week": "l",
    "toggle": " ",
    "undo": "u",
    "fill row": "f",
    "save": "s",
    "change in the dialog": "\r",
    "leave it": "\x1b",
    "to the Library": "1",
    "cursor in the Library": "j",
    "read on": "\t",
    "page": "\x1b[6~",
    "back": "\t",
    "Prescribe": "a",
    "leave Prescribe": "\x1b",
    "search": "/",
    "a letter": "k",
    "another letter": "n",
}
SPREAD = {
    "Week: cursor": ("", "jjjjkkkk"),
    "Week: cell": ("", "lllhhh"),
    "Week: take or give a time": ("", " "),
    "Week: fill a row": ("", "f"),
    "Week: a number": ("", "+-"),
    "Week: undo, redo": (" ", "u\x12"),
    "Week: another week": ("", "]["),
    "Library: cursor": ("1", "jjjkkk"),
    "Library: a letter of a search": ("1/", "kn\x7f\x7f"),
    "Library: a page of text": ("1\t", ["\x1b[6~", "\x1b[5~"]),
    "Prescribe: another way": ("1jjjjjja", "jk"),
    "Prescribe: another field": ("1jjjjjja\t", "\t"),
    "Day: another day": ("3", "lh"),
    "Plan: cursor": ("4", "jk"),
    "help: a line": ("?", "jk"),
}
"""Keys that lead to a place, and the keys that are pressed there in turn."""


def _write_plan(directory: Path) -> None:
    from planner.files.writing import write_plan

    (directory / "back.toml").write_text(write_plan(back_plan()), encoding="utf-8")


PLANNER = Subject(
    "planner", [sys.executable, "-m", "planner", "back.toml"], "Monday morning", KEYS, prepare=_write_plan
)


def screens(runs: int) -> list[str]:
    """The screens beside the bare program."""
    # Starts in turns, with nothing between them: after seconds of waiting a processor is slower for a while.
    found = side_by_side([BARE, PLANNER._replace(keys={})], runs)
    bare, ours = found[BARE.name], found[PLANNER.name]
    session = side_by_side([PLANNER], runs)[PLANNER.name]
    rows = [
        ("usable, ms", f"{bare.usable:.0f}", f"{ours.usable:.0f}", f"{ours.usable / bare.usable:.2f}"),
        ("peak memory, MiB", f"{bare.memory:.0f}", f"{ours.memory:.0f}", f"{ours.memory / bare.memory:.2f}"),
        ("after all keys below", "", f"{session.memory_later:.0f}", f"{session.memory_later / bare.memory:.2f}"),
        ("first screen, bytes", f"{bare.first_screen:,}", f"{ours.first_screen:,}", ""),
        ("idle for a second, bytes", str(bare.idle_bytes), str(ours.idle_bytes), ""),
        ("leaving, ms", f"{bare.leaving:.0f}", f"{ours.leaving:.0f}", f"{ours.leaving / bare.leaving:.2f}"),
    ]
    lines = ["| 80x24, truecolour | bare Textual | planner | ratio |", "|---|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    lines += ["", "| the first time | bytes | when it rests | ms to the last byte |", "|---|---|---|---|"]
    for what, one in session.answers.items():
        lines.append(f"| {what} | {one.bytes:,} | {one.later:,} | {one.milliseconds:.1f} |")
    return lines


def spread(times: int) -> list[str]:
    """The median and the 95th percentile of single keys."""
    lines = ["| key, many times | ms | 95 of 100 within | bytes | most | when it rests |", "|---|---|---|---|---|---|"]
    for what, (before, keys) in SPREAD.items():
        answers = [one for one in many_times(PLANNER, keys, times, before) if one.bytes]
        milliseconds = sorted(one.milliseconds for one in answers)
        middle, most = statistics.median(milliseconds), milliseconds[int(len(milliseconds) * 0.95)]
        size, largest = statistics.median(one.bytes for one in answers), max(one.bytes for one in answers)
        later = statistics.median(one.later for one in answers)
        lines.append(f"| {what} | {middle:.1f} | {most:.1f} | {size:,.0f} | {largest:,} | {later:,.0f} |")
    return lines


def commands(runs: int, directory: Path) -> list[str]:
    """Commands without a screen, beside an interpreter that does nothing."""
    _write_plan(directory)
    wanted: dict[str, Sequence[str]] = {
        "python -c pass": ["-c", "pass"],
        "planner --help": ["-m", "planner", "--help"],
        "planner check": ["-m", "planner", "check", "back.toml"],
        "planner show": ["-m", "planner", "show", "back.toml"],
    }
    taken: dict[str, list[float]] = {name: [] for name in wanted}
    for _ in range(runs):
        for name, words in wanted.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *words], cwd=directory, capture_output=True, check=False)
            taken[name].append(time.perf_counter() - start)
    least = statistics.median(taken["python -c pass"])
    lines = ["| command | ms | × python -c pass |", "|---|---|---|"]
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        lines.append(f"| `{name}` | {middle * 1000:.0f} | {middle / least:.1f} |")
    return lines


def main() -> None:
    """Measure and print."""
    import os
    import tempfile

    options = argparse.ArgumentParser(description="Measure what the README promises of speed and bytes.")
    options.add_argument("--runs", type=int, default=9, help="runs of which the median is taken")
    runs = options.parse_args().runs
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    print(f"(an answer is complete after {QUIET} s of silence; medians of {runs})\n")
    print("\n".join(screens(runs)), "\n")
    print("\n".join(spread(60)), "\n")
    with tempfile.TemporaryDirectory() as name:
        print("\n".join(commands(runs * 3, Path(name))))


if __name__ == "__main__":
    main()
