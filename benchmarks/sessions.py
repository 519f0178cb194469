"""Measuring programs on a real pseudo-terminal: time, bytes and memory, as a person at the other end has them."""

import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.terminal.harness import Terminal

QUIET = 0.2
"""Seconds without a byte after which nothing more will come."""
AT_ONCE = 0.06
"""Seconds without a byte after which an answer is complete: what comes later waits for the cursor to rest."""


class Subject(NamedTuple):
    """A program to be measured."""

    name: str
    command: Sequence[str]
    ready: str
    """On the screen when it can be used."""
    keys: Mapping[str, str] = {}
    """What is pressed, by what it does; in this order, in one session."""
    quit: str = "\x11"
    environ: Mapping[str, str] = {}
    prepare: Callable[[Path], None] = lambda _directory: None
    """Puts files into the directory that the program starts in."""


class Answer(NamedTuple):
    """What one key press led to."""

    milliseconds: float
    """To the last byte."""
    bytes: int
    later: int = 0
    """Bytes that follow when nothing else is pressed: the page about what the cursor rests on."""


class Measured(NamedTuple):
    """One run."""

    usable: float
    """Milliseconds from the start until the screen can be used."""
    memory: float
    """The peak until then, in MiB."""
    memory_later: float
    """The peak after all keys."""
    first_screen: int
    """Bytes until the screen has come to rest."""
    answers: Mapping[str, Answer]
    idle_bytes: int
    idle_share: float
    """Of one core, over a second without keys."""
    leaving: float
    """Milliseconds from the key to the end of the process."""


def press(terminal: Terminal, keys: str) -> Answer:
    """Press keys, and wait until the answer is complete and nothing follows it."""
    before, start = len(terminal.output), time.perf_counter()
    terminal.type(keys)
    terminal.read(QUIET)
    terminal.wait_for_silence(AT_ONCE)
    sent = len(terminal.output) - before
    milliseconds = (terminal.last_read - start) * 1000 if sent else 0.0
    terminal.wait_for_silence(QUIET)
    return Answer(milliseconds, sent, len(terminal.output) - before - sent)


def run(subject: Subject, *, columns: int = 80, lines: int = 24, idle: float = 1.0) -> Measured:
    """Start the program, press its keys, let it rest, and leave."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        subject.prepare(directory)
        environ = {"HOME": name, **subject.environ}
        start = time.perf_counter()
        with Terminal(subject.command, columns=columns, lines=lines, environ=environ, cwd=directory) as terminal:
            # What is told before, of a library that is read for the first time, is not the screen yet.
            terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.output)
            terminal.wait_for_silence(QUIET)
            shown = terminal.shown_at(subject.ready)
            if shown is None:
                raise LookupError(f"{subject.name} never showed {subject.ready!r}:\n{terminal.text}")
            first_screen, memory = len(terminal.output), terminal.peak_memory()
            answers = {what: press(terminal, keys) for what, keys in subject.keys.items()}
            before = len(terminal.output)
            idle_share = terminal.busy_share(idle) if idle else 0.0
            idle_bytes = len(terminal.output) - before
            memory_later = terminal.peak_memory()
            asked = time.perf_counter()
            terminal.type(subject.quit)
            terminal.wait_for_end()
            left = time.perf_counter()
        return Measured(
            usable=(shown - start) * 1000,
            memory=memory,
            memory_later=memory_later,
            first_screen=first_screen,
            answers=answers,
            idle_bytes=idle_bytes,
            idle_share=idle_share,
            leaving=(left - asked) * 1000,
        )


def side_by_side(subjects: Sequence[Subject], runs: int, *, columns: int = 80, lines: int = 24) -> dict[str, Measured]:
    """The medians of so many runs of each, taken in turns, so that a noisy minute falls on all of them."""
    found: dict[str, list[Measured]] = {subject.name: [] for subject in subjects}
    for _ in range(runs):
        for subject in subjects:
            found[subject.name].append(run(subject, columns=columns, lines=lines))
    return {name: _middle(measured) for name, measured in found.items()}


def _middle(measured: Sequence[Measured]) -> Measured:
    median = statistics.median
    return Measured(
        usable=median(one.usable for one in measured),
        memory=median(one.memory for one in measured),
        memory_later=median(one.memory_later for one in measured),
        first_screen=int(median(one.first_screen for one in measured)),
        answers={
            what: Answer(
                median(one.answers[what].milliseconds for one in measured),
                int(median(one.answers[what].bytes for one in measured)),
                int(median(one.answers[what].later for one in measured)),
            )
            for what in measured[0].answers
        },
        idle_bytes=max(one.idle_bytes for one in measured),
        idle_share=median(one.idle_share for one in measured),
        leaving=median(one.leaving for one in measured),
    )


def many_times(subject: Subject, keys: Sequence[str], times: int, before: Sequence[str] = ()) -> list[Answer]:
    """The answers to the same keys, pressed in turn, in one session: for the spread of a single key.

    Keys `before` lead to where they are pressed.
    """
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        subject.prepare(directory)
        environ = {"HOME": name, **subject.environ}
        with Terminal(subject.command, environ=environ, cwd=directory) as terminal:
            terminal.wait_for(subject.ready)
            terminal.wait_for_silence(QUIET)
            for key in before:
                press(terminal, key)
            return [press(terminal, keys[number % len(keys)]) for number in range(times)]
