"""The library that the program ships, read once, for the tests of what it says."""

from pathlib import Path

from planner.files.library_reading import check_documents, parse_library
from planner.model.library import Advice, AdviceKind, Exercise, Guidance, Library, Source, Variant

LIBRARY_FILE = Path(__file__).parent.parent / "library.toml"

CAMDEN = "camden-msk"
ROUTINE = "lower-back-stretches"


def _read() -> Library:
    document = parse_library(LIBRARY_FILE.read_bytes(), LIBRARY_FILE.name)
    problems = (*document.problems, *check_documents([document]))
    assert not problems, "\n".join(str(problem) for problem in problems)
    return document.library


LIBRARY = _read()
WAYS = tuple(LIBRARY.ways())


def exercise_of(identifier: str) -> Exercise:
    exercise = LIBRARY.exercise(identifier)
    assert exercise is not None, identifier
    return exercise


def way_of(exercise: str, variant: str) -> tuple[Exercise, Variant]:
    way = LIBRARY.variant(exercise, variant)
    assert way is not None, f"{exercise}/{variant}"
    return way


def source_of(identifier: str) -> Source:
    source = LIBRARY.source(identifier)
    assert source is not None, identifier
    return source


def guidance_of(exercise: str, variant: str, source: str) -> Guidance:
    guidance = way_of(exercise, variant)[1].guidance_from(source)
    assert guidance is not None, f"{exercise}/{variant} from {source}"
    return guidance


def advice_of(kind: AdviceKind) -> list[Advice]:
    return [advice for advice in LIBRARY.advice if advice.kind is kind]


def named(way: tuple[Exercise, Variant]) -> str:
    return f"{way[0].id}/{way[1].id}"


def steps_of(exercise: str, variant: str) -> str:
    found, way = way_of(exercise, variant)
    return " ".join(found.steps_of(way)).casefold()
