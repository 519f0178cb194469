"""The figures of a library, read strictly from its tables `[figure.NAME]`.

A figure may be `like` another one: what it does not say itself is as it is there. Every problem is reported once, where
it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from planner.files.collecting import Collector, Entry
from planner.files.describing import did_you_mean
from planner.files.fields import SLUG, Table
from planner.files.figure_poses import pair_of, read_poses
from planner.files.figure_values import choices, point, read_motions, read_props, read_steps
from planner.files.text import quoted
from planner.model import Action, Library, Side
from planner.model.figure import Figure, Pose, Step, View
from planner.model.skeleton import NEAR_AND_FAR, NOSE, SPINE, limb_joints, limbs, parts
from planner.planning.figure_checks import check_figure, mismatch

if TYPE_CHECKING:
    from planner.files.library_reading import LibraryDocument
    from planner.files.problems import Problem

USUAL_MOVE, USUAL_REST = 1.5, 0.5
"""Seconds into a pose, and in a pose that is not held, where a figure does not give steps."""

_KEYS = (
    "like",
    "view",
    "action",
    "alternative",
    "works",
    "shows",
    "order",
    "far",
    "steady",
    "props",
    "motions",
    "mark",
    "steps",
    "stills",
    "pose",
)


def read_figures(tables: Mapping[str, object], collector: Collector | None = None) -> dict[str, Figure]:
    """The figures of a library by id. What is wrong is collected; a figure that cannot be drawn is left out."""
    kept = Collector() if collector is None else collector
    figures: dict[str, Figure] = {}
    for name in tables:
        figure = _read_figure(name, tables, kept)
        if figure:
            figures[name] = figure
    return figures


class Figures(Mapping[str, Figure]):
    """The figures of a library by id, each read when it is first asked for; those that cannot be drawn are not there.

    Going through all of them, or counting them, reads every one.
    """

    def __init__(self, tables: Mapping[str, object]) -> None:
        self._tables = tables
        self._read: dict[str, Figure | None] = {}

    def __getitem__(self, name: str) -> Figure:
        if name not in self._read:
            self._read[name] = _read_figure(name, self._tables, Collector()) if name in self._tables else None
        figure = self._read[name]
        if figure is None:
            raise KeyError(name)
        return figure

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._tables if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return bool(self._tables)


def _read_figure(name: str, tables: Mapping[str, object], collector: Collector) -> Figure | None:
    own = tables.get(name)
    data = _with_likes(name, tables, collector) if isinstance(own, dict) else None
    if data is None or not isinstance(own, dict):
        return None
    collected = Collector()
    figure = _figure(name, Table(data, ("figure", name), collected))
    for entry in collected.entries:
        if _is_own(entry, own):
            collector.add(entry)
    return figure


def _with_likes(name: str, tables: Mapping[str, object], collector: Collector) -> dict[str, object] | None:
    """The table of a figure with what it takes from those it is like; nothing if that leads nowhere, or in a circle."""
    data: dict[str, object] = {}
    wanted: object = name
    seen: list[object] = []
    while isinstance(wanted, str):
        table = tables.get(wanted)
        if wanted in seen or not isinstance(table, dict):
            if len(seen) < 2 or wanted == name:
                _report_like(name, wanted, tables, collector)
            return None
        seen.append(wanted)
        data = {**table, **data, "pose": {**_poses(table), **_poses(data)}}
        wanted = table.get("like")
    return data


def _report_like(name: str, wanted: str, tables: Mapping[str, object], collector: Collector) -> None:
    known = [other for other in tables if other != name]
    found = "is like itself" if wanted in tables else f"is like {quoted(wanted, 80)}, which is not there"
    hint = "" if wanted in tables else did_you_mean(wanted, known)
    path = ("figure", name, "like")
    collector.error(path, f"the figure {quoted(name, 80)} {found}", "another figure of the library", hint)


def _poses(data: Mapping[str, object]) -> dict[str, object]:
    poses = data.get("pose", {})
    return poses if isinstance(poses, dict) else {}


def _is_own(entry: Entry, own: Mapping[str, object]) -> bool:
    """Whether a problem is with what a figure says itself; what it takes from another is reported there."""
    path = entry.path[2:]
    if not path:
        return True
    if path[0] == "pose" and len(path) > 1:
        return path[1] in _poses(own)
    return path[0] in own


def _figure(name: str, table: Table) -> Figure | None:
    """A figure of a table that is complete; nothing where it cannot be drawn."""
    table.ignore_others(_KEYS)
    table.name("like")
    pose_table = table.table("pose", f"[figure.{name}.pose.NAME]")
    pair = pair_of(pose_table)
    poses = read_poses(pose_table, pair)
    if len(poses) < 2:
        table.collector.error(table.path, f"{len(poses)} poses in the figure {quoted(name, 80)}", "two or more poses")
    figure = _read(name, table, pair, poses)
    if figure.view is View.SIDE and pair != NEAR_AND_FAR:
        found = "limbs named left and right, seen from the side"
        table.collector.error((*table.path, "view"), found, "near-arm, far-arm, near-leg and far-leg")
    if table.collector.failed:
        return None
    for finding in check_figure(figure):
        path = (*table.path, "pose", finding.pose or "")
        (table.collector.error if finding.hides else table.collector.warning)(path, finding.found, finding.expected)
    return None if table.collector.failed else figure


def _read(name: str, table: Table, pair: tuple[str, str], poses: tuple[Pose, ...]) -> Figure:
    names = [pose.name for pose in poses]
    body = parts(pair)
    joints = [*SPINE, NOSE, *(joint for limb in limbs(pair) for joint in limb_joints(limb))]
    owner = f"the figure {quoted(name, 80)}"
    action = table.required_term("action", Action, owner)
    works = choices(table, "works", body)
    if "works" not in table.data:
        table.missing("works", owner, '["trunk", "head"]')
    order = choices(table, "order", body)
    if order and len(set(order)) != len(body):
        table.wrong("order", "every part of the body, once")
    return Figure(
        id=name,
        view=table.required_term("view", View, owner),
        action=action,
        alternative=table.required_text("alternative", owner, "Someone stands, and bends to the {side}."),
        poses=poses,
        steps=read_steps(table, names) or _usual_steps(names, action),
        works=works,
        pair=pair,
        shows=table.term("shows", Side),
        motions=read_motions(table, names),
        props=read_props(table, joints, body),
        steady=choices(table, "steady", [limb_joints(limb)[2] for limb in limbs(pair)]),
        order=order,
        far=choices(table, "far", body),
        mark=point(table, "mark"),
        stills=choices(table, "stills", names),
    )


def _usual_steps(names: list[str], action: Action) -> tuple[Step, ...]:
    """From each pose to the next, and back to the first; the second is held, where the action is to hold."""
    holds = [None if action is Action.HOLD and number == 1 else USUAL_REST for number in range(len(names))]
    return tuple(Step(name, USUAL_MOVE, hold) for name, hold in zip(names, holds, strict=True))


def figure_problems(document: LibraryDocument, library: Library | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with the figures of one library file, with line and column.

    `library` is all libraries that are used together, whose figures may be used as well.
    """
    collector, everywhere = Collector(), Collector()
    own = document.library.figures
    figures = read_figures((library or document.library).figures, everywhere)
    for entry in everywhere.entries:
        if entry.path[1] in own:
            collector.add(entry)
    for name in own:
        if not SLUG.fullmatch(name):
            collector.error(("figure", name), f"the name {quoted(name, 80)}", "small letters, digits and hyphens")
    for number, exercise in enumerate(document.library.exercises):
        for place, variant in enumerate(exercise.variants):
            figure = figures.get(variant.figure or "")
            words = mismatch(variant, figure) if figure else None
            if figure and words:
                path = ("exercise", number, "variant", place, "figure")
                collector.warning(path, f"the figure {quoted(figure.id, 80)} {words}")
    return document.document.located(collector)
