"""`planner library`, `keys`, `where` and `schema`: what there is to know."""

import json
from pathlib import Path

import pytest

from planner.tui.commands import COMMANDS
from tests.built_in_library import LIBRARY
from tests.headless.conftest import Run


def test_all_exercises_are_listed_by_position(run: Run) -> None:
    told = run("library", "list").out
    assert told.startswith("Standing\n  ")
    for exercise in LIBRARY.exercises:
        assert f"  {exercise.name} ({exercise.id})\n" in told
    assert run("library", "list", "--ids").out.split()[0] in told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["knee", "hug"], {"single-knee-hug", "double-knee-hug"}),
        (["--action", "rock"], {"double-knee-hug"}),
        (["--position", "prone"], {"back-extension-elbows"}),
        (["--sides", "one"], {"knee-roll"}),
        (["hug", "--source", "camden", "--action", "rock"], set()),
    ],
)
def test_exercises_are_found_as_on_the_screen(run: Run, words: list[str], found: set[str]) -> None:
    ended = run("library", "list", *words, "--ids")
    assert set(ended.out.split()) == found
    assert ended.err == ("" if found else "Nothing was found.\n")
    parsed = json.loads(run("library", "list", *words, "--format", "json").out)
    assert {item["id"] for item in parsed["exercises"]} == found


def test_an_exercise_is_told_with_every_leaflets_dose(run: Run) -> None:
    told = " ".join(run("library", "show", "single-knee-hug").out.split())
    assert "Camden MSK (camden-msk): 10–15 × 5–10 s hold" in told
    assert "Lower Back Stretches (lower-back-stretches): 10 × 10 s hold, each leg, twice a day" in told
    roll = run("library", "show", "Knee roll").out
    assert "(knee-roll/hold-one-side)" in roll
    assert "Harder than: knee-roll/hold-both-sides" in roll
    assert run("library", "show", "hug").status == 2


def test_leaflets_and_red_flags_are_told(run: Run) -> None:
    assert run("library", "sources", "--ids").out.split() == [source.id for source in LIBRARY.sources]
    assert "Go on for 6–8 weeks." in run("library", "sources").out
    assert json.loads(run("library", "sources", "--format", "json").out)["sources"][0]["id"] == "camden-msk"
    told = " ".join(run("library", "red-flags").out.split())
    for flag in LIBRARY.red_flags:
        assert flag.question in told


def test_the_keys_of_the_screens_are_listed_with_their_ids(run: Run) -> None:
    told = " ".join(run("keys").out.split())
    for command in COMMANDS.values():
        assert f"{command.id} ({', '.join(command.keys)}): {command.title}. {command.help}" in told
    assert {item["id"] for item in json.loads(run("keys", "--format", "json").out)} == set(COMMANDS)
    assert run("keys", "week").out.startswith("week.due (space): ")
    assert run("keys", "wek").err.startswith('There is no group "wek"; there are: app, library')


def test_every_place_on_the_disk_is_told_and_none_is_made(run: Run, own_places: Path) -> None:
    lines = dict(line.split(maxsplit=1) for line in run("where").out.splitlines())
    assert lines["libraries"] == str(own_places / "config" / "planner" / "libraries")
    assert lines["library"].endswith("library.toml")
    assert run("where", "crashes").out == f"{lines['crashes']}\n"
    assert json.loads(run("where", "--format", "json").out) == lines
    assert list(own_places.iterdir()) == []
    assert run("where", "everything").status == 2


def test_the_schemas_are_json_and_know_the_library(run: Run) -> None:
    for kind in ("plan", "library", "export"):
        assert json.loads(run("schema", kind).out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert '"knee-roll"' in run("schema", "plan").out
    assert '"knee-roll"' not in run("schema", "plan", "--no-ids").out
    assert run("schema", "week").status == 2
