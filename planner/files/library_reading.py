"""A library file, read strictly; and libraries joined, later ones adding to and overriding earlier ones."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from attrs import evolve

from planner.files.collecting import Collector
from planner.files.fields import Table
from planner.files.library_exercises import read_exercises
from planner.files.library_references import Reference, check_references
from planner.files.library_sources import read_advice, read_red_flags, read_sources
from planner.files.problems import FileProblems, Problem, Severity, file_problem
from planner.files.reading import read_bytes
from planner.files.text import quoted
from planner.files.toml_document import TomlDocument, garbage_kept, read_toml
from planner.model import Exercise, Library, RedFlag, Source
from planner.model.library import LIBRARY_FORMAT

LIBRARY_LIMIT = 16 << 20
"""A library file may have at most 16 MiB."""

MOST_VALUES = 600_000
"""Keys and list items that a library file may hold: eight thousand exercises as full as the built-in ones."""

_KEYS = (
    "format",
    "id",
    "title",
    "language",
    "precautions",
    "source",
    "red-flag",
    "advice",
    "exercise",
    "figure",
)


class LibraryDocument(NamedTuple):
    """A library as one file gives it."""

    library: Library
    problems: tuple[Problem, ...]
    """Warnings, in the order of the file."""
    id: str
    language: str
    """A language tag, such as `en` (RFC 5646)."""
    references: tuple[Reference, ...]
    """What it says of other parts, its own or another library's; not checked yet."""
    document: TomlDocument

    @property
    def name(self) -> str:
        """What messages call the file."""
        return self.document.name


class Frame(NamedTuple):
    """A library file without its exercises."""

    library: Library
    id: str
    language: str


class LoadedLibraries(NamedTuple):
    """Libraries joined, and everything that is wrong with their files."""

    library: Library
    problems: tuple[Problem, ...]
    """Errors of files that were left out, references that lead nowhere, what replaces what, warnings; file by file."""


def parse_library(data: bytes, name: str) -> LibraryDocument:
    """Read the bytes of a library file; `name` is what messages call it.

    Raises FileProblems with everything that is wrong with it. References are not checked: they may lead to another
    library. That is done by `check_documents`.
    """
    with garbage_kept(data):
        return _parse_library(data, name)


def _parse_library(data: bytes, name: str) -> LibraryDocument:
    document = read_toml(data, name, LIBRARY_LIMIT, MOST_VALUES)
    document.refuse_newer(LIBRARY_FORMAT)
    collector = Collector()
    references: list[Reference] = []
    table = Table(document.data, (), collector)
    frame = read_frame(table, references)
    library = evolve(frame.library, exercises=read_exercises(table, references))
    problems = document.conclude(collector)
    return LibraryDocument(library, problems, frame.id, frame.language, tuple(references), document)


def read_frame(table: Table, references: list[Reference]) -> Frame:
    """Everything of a library file but its exercises."""
    if "prescription" in table.data:
        table.collector.error(("prescription",), "this file is a plan", "a library of exercises")
    if "format" not in table.data:
        table.missing("format", "this file", str(LIBRARY_FORMAT))
    elif table.data["format"] != LIBRARY_FORMAT or type(table.data["format"]) is not int:
        table.wrong("format", str(LIBRARY_FORMAT))
    table.ignore_others(_KEYS)
    identifier = table.identifier("this library", "lower-back")
    language = table.name("language") or "en"
    figures = table.table("figure", "[figure.NAME]")
    for figure in figures.data:
        figures.table(figure, f"[figure.{figure}]")
    library = Library(
        title=table.required_name("title", "this library", "Lower back"),
        exercises=(),
        sources=read_sources(table),
        red_flags=read_red_flags(table, references),
        advice=read_advice(table, references),
        precautions=table.texts("precautions"),
        figures=figures.data,
    )
    return Frame(library, identifier, language)


def check_documents(documents: Sequence[LibraryDocument]) -> tuple[Problem, ...]:
    """What is wrong with libraries that are used together: references that lead nowhere, and what replaces what."""
    library = join([document.library for document in documents])
    problems: list[Problem] = []
    for number, document in enumerate(documents):
        collector = Collector()
        # An exercise that a later library replaces is out of use, and what it speaks of need not be there.
        used = [each for each in document.references if not _is_replaced(document.library, each, library)]
        check_references(library, used, collector)
        for earlier in documents[:number]:
            _name_clashes(document.library, earlier, collector)
        problems.extend(document.document.located(collector))
    return tuple(problems)


def _is_replaced(own: Library, reference: Reference, joined: Library) -> bool:
    kind, number = reference.path[:2]
    if kind != "exercise" or not isinstance(number, int):
        return False
    exercise = own.exercises[number]
    return joined.exercise(exercise.id) is not exercise


def _name_clashes(library: Library, earlier: LibraryDocument, collector: Collector) -> None:
    for number, exercise in enumerate(library.exercises):
        if earlier.library.exercise(exercise.id):
            found = f"the exercise {quoted(exercise.id)} replaces that of {quoted(earlier.name, 200)}"
            collector.warning(("exercise", number, "id"), found)
    for source in library.sources:
        if earlier.library.source(source.id):
            found = f"the source {quoted(source.id)} replaces that of {quoted(earlier.name, 200)}"
            collector.warning(("source", source.id), found)


HasId = TypeVar("HasId", Exercise, Source, RedFlag)


def join(libraries: Sequence[Library]) -> Library:
    """One library of several: what a later one has replaces what an earlier one has under the same id, or is added."""
    return Library(
        title=" + ".join(dict.fromkeys(library.title for library in libraries)),
        exercises=_by_id(exercise for library in libraries for exercise in library.exercises),
        sources=_by_id(source for library in libraries for source in library.sources),
        red_flags=_by_id(flag for library in libraries for flag in library.red_flags),
        advice=tuple(dict.fromkeys(advice for library in libraries for advice in library.advice)),
        precautions=tuple(dict.fromkeys(text for library in libraries for text in library.precautions)),
        figures={name: figure for library in libraries for name, figure in library.figures.items()},
    )


def _by_id(parts: Iterable[HasId]) -> tuple[HasId, ...]:
    return tuple({part.id: part for part in parts}.values())


def load_libraries(paths: Sequence[Path]) -> LoadedLibraries:
    """Read libraries and join them. A file that cannot be used is left out; its problems are among the others."""
    documents: list[LibraryDocument] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            document = parse_library(read_bytes(path, LIBRARY_LIMIT), str(path))
        except FileProblems as error:
            problems.extend(error.problems)
        else:
            problems.extend(document.problems)
            documents.append(document)
    problems.extend(check_documents(documents))
    return LoadedLibraries(join([document.library for document in documents]), tuple(problems))


def load_library(paths: Sequence[Path]) -> Library:
    """Read libraries and join them. Raises FileProblems, with all problems of all files, if one of them is an error."""
    loaded = load_libraries(paths)
    if any(problem.severity is Severity.ERROR for problem in loaded.problems):
        raise FileProblems(loaded.problems)
    return loaded.library


def builtin_library_path() -> Path:
    """The library that the program ships: in the installed package, or at the top of a checkout.

    Raises FileProblems where it is in neither place, because the installation is damaged.
    """
    package = Path(__file__).resolve().parent.parent
    for path in (package / "library.toml", package.parent / "library.toml"):
        if path.is_file():
            return path
    raise file_problem(str(package / "library.toml"), "is not there", "the library of the program", "install it again")
