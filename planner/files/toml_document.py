"""A TOML file as text and data, within limits: what plans and libraries have in common."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import tomli

from planner.files.collecting import Collector
from planner.files.describing import describe
from planner.files.encoding import decode
from planner.files.problems import FileProblems, Problem, file_problem
from planner.files.reading import refuse_oversized
from planner.files.toml_limits import check_limits, count_values, is_refused

_LARGE = 1 << 18


class TomlDocument(NamedTuple):
    """A file of valid TOML: its text, how it was wrapped, and its data."""

    name: str
    text: str
    bom: bool
    newline: str
    data: dict[str, object]

    def conclude(self, collector: Collector) -> tuple[Problem, ...]:
        """All that was collected, with places, if it is warnings only; raises FileProblems otherwise."""
        check_limits(self.text, self.data, collector)
        problems = self.located(collector)
        if collector.failed:
            raise FileProblems(problems, len(collector.left_out))
        return problems

    def refuse_newer(self, present: int) -> None:
        """Raise FileProblems, about nothing else, where the format is newer than the present one."""
        version = self.data.get("format")
        if type(version) is int and version > present:
            found = f"format is {describe(version)}: a newer version of this program has written this file"
            hint = "open it with the newer version; nothing has been changed"
            collector = Collector()
            collector.error(("format",), found, f"{present} or less", hint)
            raise FileProblems(self.located(collector))

    def located(self, collector: Collector) -> tuple[Problem, ...]:
        """All that was collected, with places, in the order of the file."""
        if not collector.entries:
            return ()
        from planner.files.locating import located

        problems = located(collector, self.name, self.text.replace("\r\n", "\n"))
        return tuple(sorted(problems, key=lambda problem: problem.order))


def read_toml(data: bytes, name: str, limit: int, most_values: int) -> TomlDocument:
    """Read TOML of at most `limit` bytes in UTF-8, with at most `most_values` keys and list items.

    Raises FileProblems with everything that is wrong with its size, its encoding, its characters or its syntax.
    """
    refuse_oversized(name, len(data), limit)
    decoded = decode(data, name)
    plain = decoded.text.replace("\r\n", "\n")
    _refuse_masses(plain, name, most_values)
    values = _parse(plain)
    if values is None:
        from planner.files.toml_syntax import syntax_problems

        raise FileProblems(syntax_problems(plain, name))
    # No value takes less than two characters.
    if len(plain) > 2 * most_values and count_values(values) > most_values:
        raise file_problem(name, f"has more than {most_values:,} values")
    return TomlDocument(name, decoded.text, decoded.bom, decoded.newline, values)


def _refuse_masses(text: str, name: str, most_values: int) -> None:
    """Raise FileProblems for a text that would cost too much to parse, or to look up places in."""
    # Every value brings one of these signs, and some stand in texts.
    if sum(text.count(sign) for sign in "=[{,") > most_values * 3 // 2:
        raise file_problem(name, f"has more than {most_values:,} values")
    for sign, most, what in (("\n[", most_values // 5, "tables"), ("\n", most_values * 2, "lines")):
        if text.count(sign) > most:
            raise file_problem(name, f"has more than {most:,} {what}")


@contextmanager
def garbage_kept(data: bytes) -> Iterator[None]:
    """While a large file is read, garbage is not collected: nearly all that is made is kept, and it takes a third."""
    pause = len(data) > _LARGE and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


def _parse(text: str) -> dict[str, object] | None:
    """The data, or nothing where the text is not TOML that this program reads."""
    if is_refused(text):
        return None
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError, MemoryError):
        return None
