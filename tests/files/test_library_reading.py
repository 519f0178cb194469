"""Libraries: what a file says is what the program knows, and several are one."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from planner.files.library_reading import (
    builtin_library_path,
    check_documents,
    load_libraries,
    load_library,
    parse_library,
)
from planner.files.problems import FileProblems, Severity
from planner.model import (
    Action,
    Advice,
    AdviceKind,
    Amount,
    Contact,
    Count,
    Exercise,
    Guidance,
    HoldUnit,
    Library,
    RedFlag,
    SideNames,
    SideRule,
    Sides,
    Source,
    StartingPosition,
    Variant,
    VariantReference,
)
from tests.files.corpus_cases import FRAMES

EVERYTHING = """\
format = 1
id = "neck"
title = "Neck"
language = "en-GB"
precautions = ["Slowly"]

[source.leaflet]
title = "Neck leaflet"
publisher = "Clinic"
author = "A. Author"
year = 2020
address = "https://example.org"
credit = ["A", "B"]
notes = ["It leaves blanks"]
weeks = "6-8"
times-a-day = 4

[[source.leaflet.contact]]
text = "Call 1"
printed = 2021
only-for = "people nearby"

[[red-flag]]
id = "night"
question = "Pain at night?"
source = "leaflet"

[[advice]]
kind = "see-a-doctor"
text = "If it gets worse."
source = "leaflet"

[[exercise]]
id = "turn"
name = "Turn"
position = "sitting"
region = "neck"
aim = "Turning"
other-names = ["rotation"]
steps = ["Sit.", "Turn."]
equipment = ["chair"]
precautions = ["No pain"]
notes = ["Called otherwise"]

[[exercise.variant]]
id = "repeat"
name = "repeated"
action = "repeat"
sides = "both"

[[exercise.variant]]
id = "hold"
name = "held"
action = "hold"
sides = "one"
steps = ["Stay."]
equipment = ["towel"]
precautions = ["Breathe"]
side-rule = "away-from-painful"
side-names = { left = "to the left", right = "to the right", each = "each way" }
progression-of = "repeat"
figure = "turn"

[[exercise.variant.guidance]]
source = "leaflet"
sets = 1
reps = "8-10"
hold = "as comfortable"
duration = "at least 30"
rest = 0
count = "pair"
hold-unit = "counts"
times-a-day = 4
times-a-week = "3-5"
every-hours = 3
notes = ["5 to the right, then 5 to the left"]

[figure.turn]
poses = [[0.5, 1], [2, 3.25]]
"""


TURN = Exercise(
    id="turn",
    name="Turn",
    position=StartingPosition.SITTING,
    region="neck",
    aim="Turning",
    other_names=("rotation",),
    steps=("Sit.", "Turn."),
    equipment=("chair",),
    precautions=("No pain",),
    notes=("Called otherwise",),
    variants=(
        Variant("repeat", "repeated", Action.REPEAT, Sides.BOTH),
        Variant(
            id="hold",
            name="held",
            action=Action.HOLD,
            sides=Sides.ONE,
            steps=("Stay.",),
            equipment=("towel",),
            precautions=("Breathe",),
            side_rule=SideRule.AWAY_FROM_PAINFUL,
            side_names=SideNames("to the left", "to the right", "each way"),
            progression_of=VariantReference("turn", "repeat"),
            figure="turn",
            guidance=(
                Guidance(
                    source="leaflet",
                    sets=Amount.exactly(1),
                    reps=Amount(8, 10),
                    hold=Amount(None, None),
                    duration=Amount.at_least(30),
                    rest=Amount.exactly(0),
                    count=Count.PAIR,
                    hold_unit=HoldUnit.COUNTS,
                    times_a_day=Amount.exactly(4),
                    times_a_week=Amount(3, 5),
                    every_hours=Amount.exactly(3),
                    notes=("5 to the right, then 5 to the left",),
                ),
            ),
        ),
    ),
)

NECK = Library(
    title="Neck",
    exercises=(TURN,),
    sources=(
        Source(
            id="leaflet",
            title="Neck leaflet",
            publisher="Clinic",
            author="A. Author",
            year=2020,
            address="https://example.org",
            credit=("A", "B"),
            contacts=(Contact("Call 1", 2021, "people nearby"),),
            weeks=Amount(6, 8),
            times_a_day=Amount.exactly(4),
            notes=("It leaves blanks",),
        ),
    ),
    red_flags=(RedFlag("night", "Pain at night?", "leaflet"),),
    advice=(Advice(AdviceKind.SEE_A_DOCTOR, "If it gets worse.", "leaflet"),),
    precautions=("Slowly",),
    figures={"turn": {"poses": [[0.5, 1], [2, 3.25]]}},
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_a_library_can_say() -> None:
    document = parse_library(EVERYTHING.encode(), "neck.toml")
    assert (document.id, document.language, document.problems) == ("neck", "en-GB", ())
    assert check_documents([document]) == ()
    assert document.library == NECK


def test_the_built_in_library_is_there_and_right() -> None:
    loaded = load_libraries([builtin_library_path()])
    assert loaded.problems == ()
    assert loaded.library.exercise("knee-roll")


@pytest.fixture
def neck(tmp_path: Path) -> Path:
    return write(tmp_path, "neck.toml", EVERYTHING)


def test_a_second_library_adds_to_the_first(neck: Path, tmp_path: Path) -> None:
    other = FRAMES["variant"].replace('"turn"', '"nod"').replace("source.leaflet", "source.other")
    library = load_library([neck, write(tmp_path, "other.toml", other.replace('"Neck"', '"Other"'))])
    assert [exercise.id for exercise in library.exercises] == ["turn", "nod"]
    assert [source.id for source in library.sources] == ["leaflet", "other"]
    assert library.title == "Neck + Other"
    assert library.figures.keys() == {"turn"}


def test_a_second_library_overrides_the_first_and_says_so(neck: Path, tmp_path: Path) -> None:
    mine = write(tmp_path, "mine.toml", FRAMES["variant"].replace('name = "Turn"', 'name = "My turn"'))
    loaded = load_libraries([neck, mine])
    assert [exercise.name for exercise in loaded.library.exercises] == ["My turn"]
    assert [str(problem).split("\n")[0] for problem in loaded.problems] == [
        f'{mine}:5:1: warning: the source "leaflet" replaces that of "{neck}"',
        f'{mine}:9:6: warning: the exercise "turn" replaces that of "{neck}"',
    ]


def test_a_library_may_speak_of_another(neck: Path, tmp_path: Path) -> None:
    mine = (
        FRAMES["guidance"]
        .replace('[source.leaflet]\ntitle = "Neck leaflet"\n', "")
        .replace('id = "turn"', 'id = "nod"')
    )
    mine = mine.replace('sides = "both"\n', 'sides = "both"\nprogression-of = "turn/hold"\n')
    path = write(tmp_path, "mine.toml", mine)
    loaded = load_libraries([neck, path])
    assert loaded.problems == ()
    alone = load_libraries([path])
    assert [problem.found for problem in alone.problems] == ['unknown variant "turn/hold"', 'unknown source "leaflet"']
    with pytest.raises(FileProblems, match='unknown source "leaflet"'):
        load_library([path])


def test_a_replacement_that_lacks_what_others_speak_of_is_told(neck: Path, tmp_path: Path) -> None:
    nod = FRAMES["variant"].replace('id = "turn"', 'id = "nod"') + 'progression-of = "turn/repeat"\n'
    first = write(tmp_path, "nod.toml", nod)
    mine = write(tmp_path, "mine.toml", FRAMES["variant"])
    problems = load_libraries([neck, first, mine]).problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert [(problem.path, problem.found) for problem in errors] == [(str(first), 'unknown variant "turn/repeat"')]


def test_a_library_that_cannot_be_used_does_not_take_the_others_with_it(neck: Path, tmp_path: Path) -> None:
    broken = write(tmp_path, "broken.toml", "format = 1\nid =\n")
    missing = tmp_path / "missing.toml"
    loaded = load_libraries([neck, broken, missing])
    assert [exercise.id for exercise in loaded.library.exercises] == ["turn"]
    assert [problem.place for problem in loaded.problems] == [f"{broken}:2:5", str(missing)]
    with pytest.raises(FileProblems) as raised:
        load_library([neck, broken, missing])
    assert len(raised.value.problems) == 2


def test_no_library_at_all_is_an_empty_one() -> None:
    assert load_library([]).exercises == ()


def test_a_checkout_and_an_installation_find_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "planner"
    (package / "files").mkdir(parents=True)
    monkeypatch.setattr("planner.files.library_reading.__file__", str(package / "files" / "library_reading.py"))
    with pytest.raises(FileProblems, match="is not there; expected the library of the program"):
        builtin_library_path()
    checkout = write(tmp_path, "library.toml", "")
    assert builtin_library_path() == checkout
    installed = write(package, "library.toml", "")
    assert builtin_library_path() == installed


def test_reading_without_problems_needs_no_places() -> None:
    code = (
        "import sys; from planner.files.library_reading import *; load_library([builtin_library_path()]);"
        "print([name for name in sys.modules if name.startswith('planner.files.') and 'toml_' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.decode().strip() == "['planner.files.toml_limits', 'planner.files.toml_document']"


def test_figures_are_kept_as_they_are() -> None:
    text = FRAMES["source"] + "[figure.a]\nb = [1, [2.5, true]]\nc.d = 08:00\n"
    figures = parse_library(text.encode(), "library.toml").library.figures
    assert figures == {"a": {"b": [1, [2.5, True]], "c": {"d": dt.time(8)}}}
