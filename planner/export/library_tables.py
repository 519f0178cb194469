"""A library, or a part of it, as the tables of a library file: what a plan file brings along when it is sent on."""

from collections.abc import Iterable, Mapping

from planner.files.writing import write_amount
from planner.model import Exercise, Guidance, HoldUnit, Library, SideNames, SideRule, Source, Variant
from planner.model.library import LIBRARY_FORMAT

Table = dict[str, object]

EMBEDDED = "embedded"
"""The id of a library that a plan file brings along."""


def part_of(library: Library, exercises: Iterable[str]) -> Library:
    """The part with some exercises, those that they are progressions of, and everything that is said for safety."""
    wanted = _with_bases(library, exercises)
    chosen = tuple(item for item in library.exercises if item.id in wanted)
    sources = {source for item in chosen for source in item.sources}
    sources |= {flag.source for flag in library.red_flags} | {item.source for item in library.advice}
    figures = _with_likes(library, (variant.figure for item in chosen for variant in item.variants))
    return Library(
        title=library.title,
        exercises=chosen,
        sources=tuple(source for source in library.sources if source.id in sources),
        red_flags=library.red_flags,
        advice=library.advice,
        precautions=library.precautions,
        figures={name: figure for name, figure in library.figures.items() if name in figures},
    )


def library_table(library: Library) -> Table:
    """The tables of a file that holds this library."""
    return _given(
        {
            "format": LIBRARY_FORMAT,
            "id": EMBEDDED,
            "title": library.title or EMBEDDED,
            "precautions": list(library.precautions),
            "source": {source.id: _source(source) for source in library.sources},
            "red-flag": [
                {"id": flag.id, "question": flag.question, "source": flag.source} for flag in library.red_flags
            ],
            "advice": [{"kind": item.kind.value, "text": item.text, "source": item.source} for item in library.advice],
            "exercise": [_exercise(item, library) for item in library.exercises],
            "figure": {name: figure for name, figure in library.figures.items() if isinstance(figure, Mapping)},
        }
    )


def _with_bases(library: Library, exercises: Iterable[str]) -> set[str]:
    wanted: set[str] = set()
    waiting = list(exercises)
    while waiting:
        exercise = library.exercise(waiting.pop())
        if exercise is None or exercise.id in wanted:
            continue
        wanted.add(exercise.id)
        waiting += [variant.progression_of.exercise for variant in exercise.variants if variant.progression_of]
    return wanted


def _with_likes(library: Library, names: Iterable[str | None]) -> set[str]:
    """Figures, and those that they are said to be like (the key `like` of their tables)."""
    wanted: set[str] = set()
    waiting: list[object] = list(names)
    while waiting:
        name = waiting.pop()
        if not isinstance(name, str) or name in wanted:
            continue
        wanted.add(name)
        table = library.figures.get(name)
        waiting.append(table.get("like") if isinstance(table, Mapping) else None)
    return wanted


def _source(source: Source) -> Table:
    contacts = [
        _given({"text": contact.text, "printed": contact.printed, "only-for": contact.only_for})
        for contact in source.contacts
    ]
    return _given(
        {
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "year": source.year,
            "address": source.address,
            "weeks": write_amount(source.weeks),
            "times-a-day": write_amount(source.times_a_day),
            "credit": list(source.credit),
            "notes": list(source.notes),
            "contact": contacts,
        }
    )


def _exercise(exercise: Exercise, library: Library) -> Table:
    return _given(
        {
            "id": exercise.id,
            "name": exercise.name,
            "position": exercise.position.value,
            "region": exercise.region,
            "aim": exercise.aim,
            "other-names": list(exercise.other_names),
            "steps": list(exercise.steps),
            "equipment": list(exercise.equipment),
            "precautions": list(exercise.precautions),
            "notes": list(exercise.notes),
            "variant": [_variant(variant, library) for variant in exercise.variants],
        }
    )


def _variant(variant: Variant, library: Library) -> Table:
    rule = variant.side_rule
    return _given(
        {
            "id": variant.id,
            "name": variant.name,
            "action": variant.action.value,
            "sides": variant.sides.value,
            "steps": list(variant.steps),
            "equipment": list(variant.equipment),
            "precautions": list(variant.precautions),
            "side-rule": None if rule is SideRule.EITHER else rule.value,
            "side-names": _side_names(variant.side_names),
            "progression-of": str(variant.progression_of) if variant.progression_of else None,
            "figure": variant.figure if isinstance(library.figures.get(variant.figure or ""), Mapping) else None,
            "guidance": [_guidance(item) for item in variant.guidance],
        }
    )


def _side_names(names: SideNames) -> Table | None:
    return None if names == SideNames() else {"left": names.left, "right": names.right, "each": names.each}


def _guidance(item: Guidance) -> Table:
    numbers = ("sets", "reps", "hold", "duration", "rest", "times_a_day", "times_a_week", "every_hours")
    return _given(
        {
            "source": item.source,
            **{name.replace("_", "-"): write_amount(getattr(item, name)) for name in numbers},
            "count": item.count and item.count.value,
            "hold-unit": None if item.hold_unit is HoldUnit.SECONDS else item.hold_unit.value,
            "notes": list(item.notes),
        }
    )


def _given(table: Mapping[str, object]) -> Table:
    """Without what is absent or empty."""
    return {key: value for key, value in table.items() if value not in (None, "", [], {})}
