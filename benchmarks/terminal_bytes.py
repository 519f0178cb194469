"""Bytes and time of a program on a terminal, beside a bare Textual program.

    python -m benchmarks.terminal_bytes --ready TEXT --key down='\\e[B' --key page='\\e[6~' -- COMMAND …

Without a command, the sample of the tests is measured through our driver and through Textual's own.
"""

import argparse
import statistics
import sys
from collections.abc import Mapping

from benchmarks.sessions import Measured, Subject, many_times, side_by_side

BARE = Subject("bare Textual", [sys.executable, "-m", "benchmarks.bare"], "ready")
KEYS = {"typed": "k", "tab": "\t", "down": "\x1b[B", "down again": "\x1b[B", "page": "\x1b[6~"}


def _sample(name: str, environ: Mapping[str, str]) -> Subject:
    command = [sys.executable, "-m", "tests.terminal.start_sample", "."]
    return Subject(name, command, "ready", KEYS, quit="\x07\r", environ=environ)


def _key(text: str) -> tuple[str, str]:
    what, _, keys = text.partition("=")
    return what, keys.replace("\\e", "\x1b").replace("\\r", "\r").replace("\\t", "\t")


def parser() -> argparse.ArgumentParser:
    """The options."""
    found = argparse.ArgumentParser(description="Measure a program on a pseudo-terminal of 80x24.")
    found.add_argument("--runs", type=int, default=9)
    found.add_argument("--ready", default="ready", help="on the screen when the program can be used")
    found.add_argument("--key", type=_key, action="append", default=[], help="NAME=KEYS, in the order of pressing")
    found.add_argument("--quit", type=lambda text: _key("=" + text)[1], default="\x11")
    found.add_argument("--spread", type=_key, help="NAME=KEYS, pressed a hundred times: median and 95th percentile")
    found.add_argument("command", nargs="*")
    return found


def table(found: Mapping[str, Measured]) -> str:
    """A Markdown table of the runs, with ratios to the first."""
    first = next(iter(found.values()))
    lines = [
        "| program | usable, ms | ratio | peak MiB | ratio | first screen, B | idle, B | leaving, ms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {one.usable:.0f} | {one.usable / first.usable:.2f} | {one.memory:.0f} |"
        f" {one.memory / first.memory:.2f} | {one.first_screen:,} | {one.idle_bytes} | {one.leaving:.0f} |"
        for name, one in found.items()
    ]
    keys = [(name, what, answer) for name, one in found.items() for what, answer in one.answers.items()]
    if keys:
        lines += ["", "| program | key | ms to the last byte | bytes |", "|---|---|---|---|"]
        lines += [f"| {name} | {what} | {answer.milliseconds:.1f} | {answer.bytes:,} |" for name, what, answer in keys]
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    options = parser().parse_args()
    subjects = [BARE]
    if options.command:
        keys = dict(options.key)
        subjects.append(Subject("program", options.command, options.ready, keys, quit=options.quit))
    else:
        subjects += [_sample("sample", {}), _sample("sample, Textual's driver", {"SAMPLE_STOCK": "1"})]
    print(table(side_by_side(subjects, options.runs)))
    if options.spread:
        what, keys = options.spread
        times = sorted(answer.milliseconds for answer in many_times(subjects[1], [keys], 100))
        print(f"\n{what}: median {statistics.median(times):.1f} ms, 95th percentile {times[94]:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
