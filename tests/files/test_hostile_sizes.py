"""Files made to exhaust: none takes more than two seconds of a processor, or 200 MB more than the program has already.

Both limits are set by the system on a process of its own, which is killed where it goes beyond them.
"""

import subprocess
import sys
from pathlib import Path

import pytest

_LIMITED = """
import resource, signal, sys
import planner.files.locating, planner.files.migrations, planner.files.toml_syntax
from planner.files.library_reading import parse_library
from planner.files.plan_reading import parse_plan
from planner.files.problems import FileProblems
data = sys.stdin.buffer.read()
pages = int(open("/proc/self/statm").read().split()[0])
most = pages * resource.getpagesize() + 200_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
signal.setitimer(signal.ITIMER_PROF, 2.0)
try:
    problems = {"plan": parse_plan, "library": parse_library}[sys.argv[1]](data, "file").problems
except FileProblems as error:
    problems = error.problems
print(len(problems), problems[0].sentence if problems else "")
"""

MIB = 1 << 20
_TOP = 'format = 1\ntitle = "Plan"\n'
_ROW = '[[prescription]]\nexercise = "a"\nvariant = "b"\n'
_TOO_DEEP = "more than 32 tables or lists within one another"
_TOO_MANY = "has more than 100,000 values"
_NO_LINE_FEED = "lines that end with a carriage return alone; expected line feeds"

PLANS = {
    "a key of 50,000 parts": ("a." * 50_000 + "a = 1\n", f"1 {_TOO_DEEP}"),
    "many keys of 900 parts": ("".join(f"b{n}." + "a." * 900 + "a = 1\n" for n in range(540)), f"20 {_TOO_DEEP}"),
    "many keys below a deep header": (
        "[" + ".".join("a" * 500) + "]\n" + "".join(f"k{n} = 1\n" for n in range(80_000)),
        f"1 {_TOO_DEEP}",
    ),
    "many keys below a header of 31 parts": (
        _TOP + "[" + ".".join("a" * 31) + "]\n" + "".join(f"k{n} = 1\n" for n in range(90_000)),
        "0",
    ),
    "nested lists": ("a = " + "[" * 90_000, f"1 {_TOO_DEEP}"),
    "nested lists, a megabyte of them": ("a = " + "[" * (MIB - 5), f"1 {_TOO_MANY}"),
    "nested tables": ("a = " + "{a=" * 40_000, f"1 {_TOO_DEEP}"),
    "empty lists": (_TOP + "a = [" + "[]," * 45_000 + "]\n", "0"),
    "a number of a megabyte": ("a = " + "9" * (MIB - 5), "1 a number of 1,048,571 digits"),
    "empty prescriptions": ("format = 1\n" + "[[prescription]]\n" * 14_000, '500 no "exercise" in this prescription'),
    "prescriptions without ids": (_TOP + _ROW * 14_000, "0"),
    "prescriptions with one id": (_TOP + (_ROW + 'id = "c"\n') * 14_000, '500 the id "c" once more'),
    "wrong sides": (_TOP + (_ROW + "side = 3\n") * 14_000, "500 side is 3"),
    "a table twice, ten thousand times": (_TOP + "[a]\n" * 14_000, '20 "[a]" once more'),
    "nearly known keys": (_TOP + "".join(f"titl{n} = 1\n" for n in range(70_000)), "100 unknown key"),
    "slots": (_TOP + "[slots]\n" + "".join(f"s{n} = 08:00\n" for n in range(70_000)), "1 70,000 times of the day"),
    "days": (_TOP + "[slots]\nm = 08:00\n" + _ROW + '[prescription.when]\nm = "' + "mon " * 250_000 + '"\n', "0"),
    "a word that is no day": (
        _TOP + "[slots]\nm = 08:00\n" + _ROW + '[prescription.when]\nm = "' + "x" * 1_000_000 + '"\n',
        '1 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" is not a day',
    ),
    "a long amount": (
        _TOP + _ROW + '[prescription.dose]\nreps = "' + "at least " * 110_000 + '"\n',
        "1 reps is the text",
    ),
    "line feeds": ("\n" * (MIB - 1), "1 has more than 200,000 lines"),
    "comments": (_TOP + "#\n" * 190_000 + "weeks = 0\n", "1 weeks is 0"),
    "carriage returns": ("\r" * MIB, f"1 {_NO_LINE_FEED}"),
    "escapes": ("\x1b" * MIB, "100 control character U+001B (ESC)"),
    "reversing characters": ('a = "' + "\u202e" * 340_000 + '"\n', "100 text-reversing character U+202E"),
    "escaped escapes": (_TOP + 'a = "' + "\\u001b" * 170_000 + '"\n', "1 control character U+001B (ESC) in a"),
    "one long text": (_TOP + 'note = "' + "x" * 1_000_000 + '"\n', "0"),
    "quotation marks": ('"' * MIB, '1 """ after ""'),
    "text that is not closed": ('a = """' + '" ' * 500_000, "1 text without its closing"),
    "a list that is not closed": ("a = [" + "1,\n" * 90_000, '1 a list without its closing "]"'),
    "slips on every line": ("a = b\n" * 149_000, '20 "b" is no value'),
    "ten megabytes": ("#" * (10 * MIB), "1 has 10 MiB; expected at most 1 MiB"),
    "the first format": (
        'format = 0\ntitle = "x"\n[times]\nm = "08:00"\n'
        + '[[items]]\nexercise = "a"\nvariant = "b"\ndays = "x"\n' * 14_000,
        '500 "x" is not a day',
    ),
}
LIBRARIES = {
    "ten megabytes of comment": ("#" * (10 * MIB), '3 no "format" in this file'),
    "a number of ten megabytes": ("a = " + "9" * (10 * MIB), "1 a number of 10,485,760 digits"),
    "a text of ten megabytes": ('format = "' + "\\\\" * (5 * MIB) + '"', "3 "),
    "nested lists": ("a = " + "[" * 500_000, f"1 {_TOO_DEEP}"),
    "a key of 5 million parts": ("a." * 5_000_000 + "a = 1\n", f"1 {_TOO_DEEP}"),
    "values": ("a = [" + "1," * (5 * MIB) + "]\n", "1 has more than 600,000 values"),
    "tables": ("[a]\n" * 200_000, "1 has more than 120,000 tables"),
    "empty exercises": ("format = 1\n" + "[[exercise]]\n" * 70_000, '500 no "id" in this library'),
    "more than sixteen megabytes": ("#" * (17 * MIB), "1 has 17 MiB; expected at most 16 MiB"),
}


def _read_within_limits(kind: str, text: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, kind],
        input=text.encode(),
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 0, (done.returncode, done.stderr[-500:])
    return done.stdout.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
@pytest.mark.parametrize("name", PLANS)
def test_a_plan_within_two_seconds_and_200_megabytes(name: str) -> None:
    text, says = PLANS[name]
    assert _read_within_limits("plan", text).startswith(says)


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
@pytest.mark.parametrize("name", LIBRARIES)
def test_a_library_within_two_seconds_and_200_megabytes(name: str) -> None:
    text, says = LIBRARIES[name]
    assert _read_within_limits("library", text).startswith(says)
