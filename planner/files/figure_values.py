"""Points, paths, props, arrows and steps of a figure, read strictly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from planner.files.describing import describe, did_you_mean, key_words, one_of
from planner.files.fields import Table
from planner.model import Sides
from planner.model.figure import PLACES, Motion, Place, Point, Prop, PropKind, Step

if TYPE_CHECKING:
    from planner.files.toml_spans import Path

FURTHEST = 3.0
"""No place of a figure is further from its origin, in body lengths."""

LONGEST_MOVE = 600.0
"""No movement or hold of a figure takes longer, in seconds; what a dose says is not meant here."""

MOST_POINTS, MOST_ITEMS = 24, 60
"""Points of one path, and items of one list: far more than anyone can see."""

A_POINT = f"two numbers, as [0.25, 1.0], from {-FURTHEST:g} to {FURTHEST:g}"
_TABLE = "a table in braces"


def choices(table: Table, key: str, known: Sequence[str]) -> tuple[str, ...]:
    """A list of words, each of them known."""
    words = table.texts(key)
    for number, word in enumerate(words):
        if word not in known:
            found = f"item {number + 1} of {key_words(key)} is {describe(word)}"
            table.collector.error((*table.path, key, number), found, one_of(known, 12), did_you_mean(word, known))
    return tuple(word for word in words if word in known)


def choice(table: Table, key: str, known: Sequence[str]) -> str | None:
    """One word that is known."""
    word = table.name(key)
    if word is not None and word not in known:
        table.wrong(key, one_of(known, 12), did_you_mean(word, known))
        return None
    return word


def number(table: Table, key: str, low: float, high: float) -> float | None:
    """A number within bounds, with or without a decimal point."""
    value = table.data.get(key)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
        return float(value)
    table.wrong(key, f"a number from {low:g} to {high:g}")
    return None


def as_point(value: object) -> Point | None:
    """A list of two numbers as a point; nothing if it is anything else."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    across, up = value
    for part in (across, up):
        if not isinstance(part, int | float) or isinstance(part, bool) or not -FURTHEST <= part <= FURTHEST:
            return None
    return (float(across), float(up))


def point(table: Table, key: str) -> Point | None:
    """A point."""
    if key not in table.data:
        return None
    found = as_point(table.data[key])
    if found is None:
        table.wrong(key, A_POINT)
    return found


def _listed(table: Table, key: str, read: Callable[[object, Path], Place | None], least: int) -> tuple[Place, ...]:
    """A list of places; nothing where any of them is wrong."""
    values = table.data.get(key, [])
    if not isinstance(values, list) or not least <= len(values) <= MOST_POINTS:
        expected = f"a list of {least} to {MOST_POINTS} points, as [[0.0, 1.0], [0.25, 0.8]]"
        if key in table.data:
            table.wrong(key, expected)
        else:
            table.missing(key, "this arrow", "[[0.0, 1.0], [0.25, 0.8]]")
        return ()
    found = [read(value, (*table.path, key, number)) for number, value in enumerate(values)]
    return tuple(place for place in found if place is not None) if None not in found else ()


def _items(table: Table, key: str, keys: Sequence[str]) -> Iterable[Table]:
    """The inline tables of a list, with nothing in them that is not known."""
    items = list(table.tables(key, f"{{ {keys[0]} = … }}"))
    if len(items) > MOST_ITEMS:
        table.collector.error((*table.path, key), f"{key_words(key)} has {len(items):,} items", f"{MOST_ITEMS} at most")
    for item in items[:MOST_ITEMS]:
        item.ignore_others(keys)
        yield item


def read_motions(table: Table, poses: Sequence[str]) -> tuple[Motion, ...]:
    """The arrows: `motions = [{ path = [[0.1, 1.0], [0.3, 0.8]] }]`."""

    def read(value: object, path: Path) -> Place | None:
        found = as_point(value)
        if found is None:
            table.collector.error(path, f"a point of the path is {describe(value)}", A_POINT)
        return found

    motions = []
    for item in _items(table, "motions", ("path", "pose", "sides", "small")):
        pose, sides = choice(item, "pose", poses), _sides(item)
        path = _path(item, "path", read)
        small = _path(item, "small", read) if "small" in item.data else ()
        if path:
            motions.append(Motion(path, pose, sides, small))
    return tuple(motions)


def _path(table: Table, key: str, read: Callable[[object, Path], Place | None]) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in _listed(table, key, read, 2))


def _sides(table: Table) -> Sides | None:
    sides = table.term("sides", Sides)
    if sides is Sides.NONE:
        table.wrong("sides", '"one" or "both"', "leave it out where sides do not matter")
        return None
    return sides


def read_steps(table: Table, poses: Sequence[str]) -> tuple[Step, ...]:
    """The movement: `steps = [{ pose = "start", move = 1.5 }, { pose = "end", move = 1.5, hold = "dose" }]`."""
    steps = []
    for item in _items(table, "steps", ("pose", "move", "hold", "sides")):
        if "pose" not in item.data:
            item.missing("pose", "this step", f'"{poses[0] if poses else "start"}"')
        pose = choice(item, "pose", poses)
        move = number(item, "move", 0, LONGEST_MOVE)
        by_dose = item.data.get("hold") == "dose"
        hold = None if by_dose else number(item, "hold", 0, LONGEST_MOVE) or 0.0
        sides = _sides(item)
        if pose is not None:
            steps.append(Step(pose, 1.0 if move is None else move, hold, sides))
    return tuple(steps)


_PROP_KEYS = ("kind", "places", "thickness", "behind", "in-front")


def read_props(table: Table, joints: Sequence[str], parts: Sequence[str]) -> tuple[Prop, ...]:
    """What is beside the body: `props = [{ kind = "mat", places = [[-0.5, 0.0], [0.6, 0.0]] }]`."""

    def read(value: object, path: Path) -> Place | None:
        found = as_point(value)
        if found is not None:
            return found
        if isinstance(value, list) and 0 < len(value) <= MOST_POINTS and all(name in joints for name in value):
            return tuple(value)
        unknown = next((name for name in value if name not in joints), None) if isinstance(value, list) else None
        hint = did_you_mean(unknown, joints)
        table.collector.error(path, f"a place is {describe(value)}", f"{A_POINT}; or a list of joints", hint)
        return None

    props = []
    for item in _items(table, "props", _PROP_KEYS):
        kind = item.required_term("kind", PropKind, "this prop")
        behind = choice(item, "behind", parts)
        thickness = number(item, "thickness", 0.001, 1)
        places = _listed(item, "places", read, 0)
        in_front = item.data.get("in-front", False)
        if not isinstance(in_front, bool):
            item.wrong("in-front", "true or false")
        elif len(places) in PLACES[kind]:
            props.append(Prop(kind, places, thickness, behind, in_front))
        elif len(places) == len(item.data.get("places", ())):  # type: ignore[arg-type] # else it is reported already
            wanted = " or ".join(str(count) for count in PLACES[kind])
            item.collector.error(item.path, f"this {kind.value} has {len(places)} places", f"{wanted}")
    return tuple(props)
