"""Copies of plan files that bring their exercises along."""

from attrs import evolve

from planner.export.importing import read_export
from planner.export.options import Options
from planner.export.registry import render
from planner.export.toml_copy import embedded_library, read_embedded
from planner.files.library_reading import builtin_library_path, check_documents, load_library
from planner.files.plan_reading import parse_plan
from planner.files.preserving import rewrite
from planner.files.writing import write_plan
from planner.planning.differences import NO_LIBRARY
from planner.planning.starters import new_plan, starter
from tests.export.sample import library, plan

EMBED = Options(embed_library=True)


def test_a_copy_is_the_canonical_file() -> None:
    assert render("toml", plan(), library()).decode("utf-8") == write_plan(plan())


def test_it_brings_the_exercises_it_uses_and_those_they_build_on() -> None:
    copy = parse_plan(render("toml", plan(), library(), options=EMBED), "copy.toml")
    assert copy.problems == ()
    brought = read_embedded(copy.plan, "copy.toml")
    assert brought is not None
    assert brought.problems == ()
    assert check_documents([brought]) == ()
    for exercise in brought.library.exercises:
        assert exercise == library().exercise(exercise.id)
    assert brought.library.sources == library().sources
    assert brought.library.red_flags == library().red_flags
    assert brought.library.precautions == library().precautions
    assert {item.id for item in brought.library.exercises} == {"knee-roll", "knee-hug", "extension", "walking"}


def test_every_exercise_of_the_built_in_library_survives() -> None:
    known = load_library([builtin_library_path()])
    for source in known.sources:
        made = starter(known, source.id, new_plan("Copy"))
        copy = read_export("toml", render("toml", made, known, options=EMBED), "copy.toml").plan
        brought = read_embedded(copy, "copy.toml")
        assert brought is not None
        for exercise in brought.library.exercises:
            assert exercise == known.exercise(exercise.id)


def test_it_opens_where_the_library_is_not() -> None:
    copy = read_export("toml", render("toml", plan(), library(), options=EMBED), "copy.toml").plan
    brought = read_embedded(copy, "copy.toml")
    assert brought is not None
    here = render("text", plan(), library()).decode("utf-8")
    there = render("text", copy, brought.library).decode("utf-8")
    assert there == here


def test_a_copy_of_a_copy_keeps_what_the_library_here_lacks() -> None:
    copy = read_export("toml", render("toml", plan(), library(), options=EMBED), "copy.toml").plan
    again = render("toml", copy, NO_LIBRARY, options=EMBED)
    brought = read_embedded(parse_plan(again, "again.toml").plan, "again.toml")
    assert brought is not None
    assert brought.library.exercise("knee-roll") == library().exercise("knee-roll")
    assert again.decode("utf-8").count("[library]\n") == 1


def test_a_save_keeps_what_it_brings() -> None:
    document = parse_plan(render("toml", plan(), library(), options=EMBED), "copy.toml")
    changed = evolve(document.plan, title="Another title")
    text = rewrite(document.text, document.plan, changed).text
    assert text == document.text.replace("Acute low back, first fortnight", "Another title")


def test_a_plan_that_brings_nothing_says_so() -> None:
    assert embedded_library(plan()) is None
    assert read_embedded(plan(), "plan.toml") is None
