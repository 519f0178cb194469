"""The corpus of bad files: each case is a file, or a piece of one, and the exact words that it must get.

A corpus file holds cases one after another, each of them

    === KIND: name
    the text of the file
    ---
    what is said

KIND says what the text is: `plan`, a whole file; `dose`, the lines of one dose in an otherwise good plan; see `FRAMES`.
With PLANNER_REWRITE_CORPUS set, the tests write down what the program says now, for somebody to read and judge.
A kind that ends in `!` has its text with escapes such as `\\x1b`, of which each stands for one byte.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from planner.files.library_reading import check_documents, parse_library
from planner.files.plan_reading import parse_plan
from planner.files.problems import FileProblems
from planner.model import (
    Action,
    Exercise,
    Guidance,
    Library,
    Sides,
    Source,
    StartingPosition,
    Variant,
)

CORPUS = Path(__file__).parent / "corpus"

_TOP = 'format = 1\nid = "p"\ntitle = "Plan"\n'
_ROW = f"""{_TOP}
[slots]
morning = 08:00:00
evening = 20:00:00

[[prescription]]
id = "a"
exercise = "knee-roll"
variant = "hold-one-side"
side = "right"
"""
_LIBRARY = """\
format = 1
id = "neck"
title = "Neck"

[source.leaflet]
title = "Neck leaflet"
"""
_EXERCISE = f"""{_LIBRARY}
[[exercise]]
id = "turn"
name = "Turn"
position = "sitting"
"""
_VARIANT = f"""{_EXERCISE}
[[exercise.variant]]
id = "hold"
name = "held"
action = "hold"
sides = "both"
"""
FRAMES = {
    "plan": "",
    "top": _TOP,
    "slots": f"{_TOP}\n[slots]\n",
    "row": _ROW,
    "dose": f"{_ROW}\n[prescription.dose]\n",
    "when": f"{_ROW}\n[prescription.when]\n",
    "rows": _ROW.partition("[[")[0],
    "library": "",
    "source": _LIBRARY,
    "exercise": _EXERCISE,
    "variant": _VARIANT,
    "guidance": f'{_VARIANT}\n[[exercise.variant.guidance]]\nsource = "leaflet"\n',
}
"""What stands before the text of a case, by kind."""

_LIBRARY_KINDS = ("library", "source", "exercise", "variant", "guidance")


def _variant(identifier: str, sides: Sides, *sources: str) -> Variant:
    guidance = tuple(Guidance(source) for source in sources)
    return Variant(identifier, identifier, Action.HOLD, sides, guidance=guidance)


KNOWN = Library(
    title="Lower back",
    exercises=(
        Exercise(
            "knee-roll",
            "Knee roll",
            StartingPosition.CROOK_LYING,
            (_variant("hold-one-side", Sides.ONE, "camden-msk"), _variant("repeat-both-sides", Sides.BOTH)),
        ),
        Exercise("double-knee-hug", "Double knee hug", StartingPosition.SUPINE, (_variant("hold", Sides.NONE),)),
        Exercise("side-bend", "Side bend", StartingPosition.STANDING, (_variant("hold", Sides.BOTH),)),
    ),
    sources=(Source("camden-msk", "Camden MSK"), Source("lower-back-stretches", "Lower back stretches")),
)
"""The library against which the plans of the corpus are read."""


@frozen
class Case:
    """One bad file and what must be said of it."""

    group: str
    kind: str
    name: str
    text: str
    says: str

    @property
    def data(self) -> bytes:
        """The file."""
        if self.kind.endswith("!"):
            return re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes([int(match[1], 16)]), self.framed.encode())
        return self.framed.encode()

    @property
    def framed(self) -> str:
        """The text with what stands before it."""
        return FRAMES[self.kind.rstrip("!")] + self.text

    def problems(self) -> str:
        """What the program says of the file; nothing if it is happy with it."""
        try:
            if self.kind.rstrip("!") in _LIBRARY_KINDS:
                document = parse_library(self.data, "library.toml")
                problems = [*document.problems, *check_documents([document])]
            else:
                problems = list(parse_plan(self.data, "plan.toml", KNOWN).problems)
        except FileProblems as error:
            return str(error)
        return "\n".join(map(str, problems))


_NO_LINE_END = "<no line end>"


def cases() -> Iterator[Case]:
    """Every case of the corpus."""
    for path in sorted(CORPUS.glob("*.txt")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, rest = block.partition("\n")
            kind, _, name = head.partition(": ")
            text, _, says = rest.partition("\n---\n")
            # The line before the three dashes ends the text; a text that is to have no line end says so.
            text = text.removesuffix(_NO_LINE_END) if text.endswith(_NO_LINE_END) else f"{text}\n"
            yield Case(path.stem, kind, name, text, says.rstrip("\n"))


def write(cases: Iterable[Case], folder: Path = CORPUS) -> None:
    """Write the corpus anew with what the program says now: to be read line by line before it is believed."""
    groups: dict[str, list[str]] = {}
    for case in cases:
        text = case.text[:-1] if case.text.endswith("\n") else f"{case.text}{_NO_LINE_END}"
        block = f"=== {case.kind}: {case.name}\n{text}\n---\n{case.problems()}\n"
        groups.setdefault(case.group, []).append(block)
    for group, blocks in groups.items():
        (folder / f"{group}.txt").write_text("\n".join(blocks), encoding="utf-8")
