"""From what a person types to the row, exercise, variant, leaflet or time of the day that is meant."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from planner.headless.exits import Stop

if TYPE_CHECKING:
    from planner.model import Exercise, Library, Plan, Prescription, Source, Variant

Item = TypeVar("Item")

MOST_LISTED = 8
"""Candidates that a message names one by one."""


class Candidate(NamedTuple, Generic[Item]):
    """Something that can be meant, the texts that it goes by, and how a message tells it from others."""

    item: Item
    texts: tuple[str, ...]
    label: str


def find_rows(plan: "Plan", library: "Library", words: Iterable[str]) -> tuple[str, ...]:
    """The ids of rows, in the order of the plan, none twice. Raises Stop for a word that names none, or several."""
    found = {find_row(plan, library, word).id for word in words}
    return tuple(item.id for item in plan.prescriptions if item.id in found)


def find_row(plan: "Plan", library: "Library", word: str) -> "Prescription":
    """A row by its id, its number from 1, or a part of its title that no other has.

    Raises Stop where that is none, or more than one.
    """
    item = plan.prescription(word)
    if item is not None:
        return item
    rows = plan.prescriptions
    if word.isascii() and word.isdecimal():
        number = int(word[:9])
        if 1 <= number <= len(rows):
            return rows[number - 1]
        raise Stop(f"There is no row {number}; the plan has {_count(len(rows))}.")
    from planner.planning.naming import prescription_title

    titles = [prescription_title(library, row) for row in rows]
    candidates = [
        Candidate(row, (title,), f"{number} {title} ({row.id})")
        for number, (row, title) in enumerate(zip(rows, titles, strict=True), 1)
    ]
    return choose(word, candidates, "row of the plan")


def find_exercise(library: "Library", word: str) -> "Exercise":
    """An exercise by its id, or a part of its name or other names that no other has. Raises Stop as `find_row` does."""
    candidates = [
        Candidate(item, (item.name, *item.other_names), f"{item.name} ({item.id})") for item in library.exercises
    ]
    return library.exercise(word) or choose(word, candidates, "exercise in the library")


def find_variant(exercise: "Exercise", word: str) -> "Variant":
    """One way of doing an exercise, by its id or a part of its name. Raises Stop as `find_row` does."""
    candidates = [Candidate(item, (item.name, item.id), f"{item.name} ({item.id})") for item in exercise.variants]
    return exercise.variant(word) or choose(word, candidates, f"way of doing {exercise.name}")


def find_source(library: "Library", word: str) -> "Source":
    """A leaflet by its id, or a part of its title or publisher. Raises Stop as `find_row` does."""
    candidates = [
        Candidate(item, (item.title, item.publisher), f"{item.title} ({item.id})") for item in library.sources
    ]
    return library.source(word) or choose(word, candidates, "leaflet in the library")


def find_slot(plan: "Plan", word: str) -> str:
    """The name of a time of the day, as the plan has it, in any case. Raises Stop where it has none of that name."""
    from planner.planning.timetable import slot_names

    known = slot_names(plan)
    if word in known:
        return word
    same = [name for name in known if name.casefold() == word.casefold()]
    if len(same) == 1:
        return same[0]
    has = f"the plan has: {', '.join(known)}" if known else "the plan has none; add one with set --slot NAME=TIME"
    raise Stop(f'There is no time of the day called "{word}"{_did_you_mean(word, known) or f"; {has}."}')


def choose(word: str, candidates: Sequence[Candidate[Item]], what: str) -> Item:
    """The one candidate that has every word that was typed in one of its texts, as a search would have it.

    One that is called just that wins over the others. Raises Stop where there is none, or more than one.
    """
    from planner.planning.folding import fold

    wanted = fold(word)
    parts = wanted.split()
    found: list[Candidate[Item]] = []
    exact: list[Candidate[Item]] = []
    for candidate in candidates:
        texts = [fold(text) for text in candidate.texts]
        if parts and any(all(part in text for part in parts) for text in texts):
            found.append(candidate)
            exact += [candidate] if wanted in texts else []
    chosen = exact if len(exact) == 1 else found
    if len(chosen) == 1:
        return chosen[0].item
    labels = [candidate.label for candidate in chosen]
    if labels:
        raise Stop(f'"{word}" may be {_listed(labels, "or")}; name it by its id.')
    known = [text for candidate in candidates for text in candidate.texts]
    has = f"; there are: {_listed([candidate.label for candidate in candidates], 'and')}." if candidates else "."
    raise Stop(f'There is no {what} called "{word}"{_did_you_mean(word, known) or has}')


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    from planner.files.suggestions import nearest

    meant = nearest(word, known)
    return f'; did you mean "{meant}"?' if meant else ""


def _listed(labels: Sequence[str], last: str) -> str:
    from planner.planning.words import listed

    if len(labels) > MOST_LISTED:
        return f"{', '.join(labels[:MOST_LISTED])} … ({len(labels)} in all)"
    return listed(labels, last)


def _count(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows or 'no'} rows"
