"""Everything that is wrong with the syntax of a file, not just the first thing."""

import re

import tomli

from planner.files.problems import Problem, Severity, excerpt
from planner.files.text import FORBIDDEN, character_name
from planner.files.toml_limits import LARGEST_INTEGER, MOST_LEVELS, deep_key, immense_number
from planner.files.toml_slips import explain
from planner.files.toml_spots import Slip, Spot

_MOST_SLIPS = 20
_MOST_CONTROLS = 100
_STATEMENT = re.compile(r"""[ \t]*(?:\[|//|;|(?:[\w\-. \t]|"[^"]*"|'[^']*')+[=:])""")
_TOO_DEEP = f"more than {MOST_LEVELS} tables or lists within one another"


def syntax_problems(text: str, name: str) -> list[Problem]:
    """Every slip in a text that cannot be read, at most 20 beside forbidden characters.

    After each slip the lines that it spoils are left out, and the rest is read again. A later slip counts only where
    a line begins like a statement of its own, so that nothing is reported that is right in itself.
    """
    lines = text.split("\n")
    controls = _controls(text)
    if len(controls) == _MOST_CONTROLS:
        return [_problem(slip, lines, name) for slip in controls]
    # Forbidden characters have been reported one by one; the rest is read as though they were harmless.
    work = FORBIDDEN.sub(" ", text).split("\n")
    controlled = {slip.line for slip in controls}
    slips: list[Slip] = []
    while len(slips) < _MOST_SLIPS:
        slip = _first_slip("\n".join(work))
        if slip is None or (slips and not _STATEMENT.match(lines[slip.line - 1])):
            break
        slips.append(slip)
        if slip.last:
            break
        _leave_out(work, slip)
    slips = [slip for slip in slips if slip.line not in controlled]
    return [_problem(slip, lines, name) for slip in (*controls, *slips)]


def _controls(text: str) -> list[Slip]:
    if "\n" not in text and "\r" in text:
        return [Slip(1, text.index("\r") + 1, 1, "lines that end with a carriage return alone", "line feeds")]
    slips = []
    for match in FORBIDDEN.finditer(text):
        hint = "end every line alike" if match[0] == "\r" else "delete it"
        slips.append(Spot(text, match.start()).slip(character_name(match[0]), "text without control characters", hint))
        if len(slips) == _MOST_CONTROLS:
            break
    return slips


def _first_slip(text: str) -> Slip | None:
    deep = deep_key(text)
    if deep:
        return Spot(text, deep[0]).slip(_TOO_DEEP, length=deep[1] - deep[0])
    immense = immense_number(text)
    if immense:
        length = immense[1] - immense[0]
        found = f"a number of {length:,} digits"
        return Spot(text, immense[0]).slip(found, f"at most {LARGEST_INTEGER:,}", length=length)
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return explain(error)
    except RecursionError:
        return _deepest(text)
    except (ValueError, MemoryError):
        return Slip(1, 1, 1, "something too large to be read", last=True)
    return None


def _deepest(text: str) -> Slip:
    """The parser does not say where it gave up: it is on the line with the most brackets or dots."""
    line = max(text.split("\n"), key=lambda each: max(each.count("[") + each.count("{"), each.count(".")))
    return Spot(text, text.index(line)).slip(_TOO_DEEP)


def _leave_out(work: list[str], slip: Slip) -> None:
    """Blank the lines that a slip spoils; in place of a header goes one that opens a table of its own."""
    for number in range(slip.line, max(slip.line, slip.until) + 1):
        header = work[number - 1].lstrip().startswith("[")
        work[number - 1] = f'["left out \\u2026 {number}"]' if header and number == slip.line else ""


def _problem(slip: Slip, lines: list[str], name: str) -> Problem:
    source, caret = excerpt(lines[slip.line - 1], slip.column, slip.length)
    return Problem(name, slip.line, slip.column, Severity.ERROR, slip.found, slip.expected, slip.hint, source, caret)
