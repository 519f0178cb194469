"""Shapes: mirrors, outlines, and dots that stay on their canvas."""

import math

from hypothesis import given
from hypothesis import strategies as st

from planner.figures.bitmap import Bitmap, edge, grown, shrunk
from planner.figures.geometry import bend, smooth, toward
from planner.figures.primitives import (
    Area,
    Blob,
    Box,
    Circle,
    Drawing,
    Group,
    Line,
    Role,
    Shape,
    box_around,
    hull,
    mirrored,
    mirrored_box,
    outline,
)
from planner.model.figure import Point

places = st.floats(-2, 2, allow_nan=False)
points = st.tuples(places, places)
paths = st.lists(points, min_size=2, max_size=6).map(tuple)
circles = st.builds(Circle, places, places, st.floats(0.005, 0.5))
blobs = st.lists(circles, min_size=1, max_size=4, unique=True).map(lambda found: Blob(tuple(found)))
shapes: st.SearchStrategy[Shape] = st.one_of(
    blobs, st.builds(Line, paths, st.floats(0.001, 0.2)), st.builds(Area, st.lists(points, min_size=3).map(tuple))
)
drawings = st.lists(st.lists(shapes, max_size=4), max_size=4).map(
    lambda groups: Drawing(tuple(Group("part", Role.BODY, tuple(found)) for found in groups))
)


@given(drawings)
def test_mirrored_twice_is_as_it_was(drawing: Drawing) -> None:
    assert mirrored(mirrored(drawing)) == drawing


@given(shapes)
def test_the_mirror_of_a_box_is_the_box_of_the_mirror(shape: Shape) -> None:
    drawing = mirrored(Drawing((Group("part", Role.BODY, (shape,)),)))
    assert mirrored_box(box_around([shape])) == box_around(drawing.groups[0].shapes)


@given(blobs)
def test_an_outline_reaches_as_far_as_the_circles_and_no_further(blob: Blob) -> None:
    box = box_around([blob])
    found = [arc.point(angle) for arc in hull(blob) for angle in (arc.start, arc.end)]
    found += outline(blob, step=math.pi / 90)
    assert all(box.left - 1e-9 <= x <= box.right + 1e-9 and box.bottom - 1e-9 <= y <= box.top + 1e-9 for x, y in found)
    assert max(y for _, y in found) > box.top - 0.001
    assert min(x for x, _ in found) < box.left + 0.001


@given(blobs)
def test_every_arc_turns_left_so_that_all_shapes_fill_the_same_way(blob: Blob) -> None:
    arcs = hull(blob)
    assert all(arc.end > arc.start for arc in arcs)
    assert math.isclose(sum(arc.end - arc.start for arc in arcs), math.tau, abs_tol=1e-6)


@given(st.lists(shapes, max_size=5), st.integers(1, 60), st.integers(1, 40), st.sampled_from([1.0, 2.0]))
def test_nothing_is_drawn_outside_the_canvas(found: list[Shape], width: int, height: int, pitch: float) -> None:
    bitmap = Bitmap(width, height, pitch)
    for shape in found:
        draw(bitmap, shape, 20.0)
    assert len(bitmap.rows) == height
    assert all(0 <= row < 1 << width for row in (*bitmap.rows, *grown(bitmap.rows, width), *edge(bitmap.rows)))


def draw(bitmap: Bitmap, shape: Shape, scale: float) -> None:
    def at(point: Point) -> Point:
        return (point[0] * scale + 15, point[1] * scale + 10)

    if isinstance(shape, Blob):
        bitmap.blob([Circle(*at((x, y)), radius * scale) for x, y, radius in shape.circles])
    elif isinstance(shape, Line):
        bitmap.line([at(point) for point in shape.points], shape.width * scale)
    else:
        bitmap.area([at(point) for point in shape.points])


def test_a_disc_has_as_many_dots_as_its_area() -> None:
    bitmap = Bitmap(60, 60)
    bitmap.blob([Circle(30.2, 29.7, 20.0)])
    dots = sum(row.bit_count() for row in bitmap.rows)
    assert abs(dots - math.pi * 400) < 25


def test_rows_that_are_further_apart_make_a_disc_as_round() -> None:
    bitmap = Bitmap(60, 30, 2.0)
    bitmap.blob([Circle(30.2, 29.7, 20.0)])
    widths = [row.bit_count() for row in bitmap.rows if row]
    assert max(widths) == 40
    assert len(widths) == 20


@given(points, points)
def test_a_thin_line_has_no_gap_and_no_corners(start: Point, end: Point) -> None:
    bitmap = Bitmap(200, 200)
    bitmap.line([tuple_of(start), tuple_of(end)], 1.0)
    dots = [(x, y) for y, row in enumerate(bitmap.rows) for x in range(200) if row >> x & 1]
    reached, waiting = {dots[0]}, [dots[0]]
    while waiting:
        x, y = waiting.pop()
        around = [(x + across, y + down) for across in (-1, 0, 1) for down in (-1, 0, 1)]
        new = [dot for dot in around if dot in dots and dot not in reached]
        reached.update(new)
        waiting.extend(new)
    assert len(reached) == len(dots)
    across = max(x for x, _ in dots) - min(x for x, _ in dots)
    down = max(y for _, y in dots) - min(y for _, y in dots)
    assert len(dots) <= max(across, down) + 2


def tuple_of(point: Point) -> Point:
    return (point[0] * 45 + 100, point[1] * 45 + 100)


def test_an_outline_is_one_dot_wide_and_closed() -> None:
    bitmap = Bitmap(40, 40)
    bitmap.blob([Circle(20, 20, 12), Circle(26, 22, 6)])
    border, inside = edge(bitmap.rows), shrunk(bitmap.rows)
    assert [row | other for row, other in zip(border, inside, strict=True)] == bitmap.rows
    assert not any(row & other for row, other in zip(border, inside, strict=True))
    assert sum(row.bit_count() for row in border) < 100


def test_growing_adds_one_dot_all_around() -> None:
    bitmap = Bitmap(5, 5)
    bitmap.dot(2, 2)
    assert grown(bitmap.rows, 5) == [0, 0b01110, 0b01110, 0b01110, 0]
    bitmap.dot(0, 0)
    assert grown(bitmap.rows, 5) == [0b00011, 0b01111, 0b01110, 0b01110, 0]


@given(st.lists(points, min_size=3, max_size=6).map(tuple))
def test_a_smooth_line_goes_through_all_its_points(path: tuple[Point, ...]) -> None:
    line = smooth(path, steps=5)
    assert len(line) == 5 * (len(path) - 1) + 1
    for number, (x, y) in enumerate(path):
        assert math.isclose(line[5 * number][0], x, abs_tol=1e-9)
        assert math.isclose(line[5 * number][1], y, abs_tol=1e-9)


@given(points, points, points)
def test_a_bend_passes_its_middle_half_way(start: Point, middle: Point, end: Point) -> None:
    for share, place in ((0.0, start), (0.5, middle), (1.0, end)):
        assert math.dist(bend(start, middle, end, share), place) < 1e-9


def test_toward_goes_both_ways() -> None:
    assert toward((0.0, 0.0), (0.0, 2.0), 0.5) == (0.0, 0.5)
    assert toward((0.0, 0.0), (0.0, 2.0), -0.5) == (0.0, -0.5)
    assert toward((1.0, 1.0), (1.0, 1.0), 0.5) == (1.0, 1.0)


def test_a_box_knows_its_size() -> None:
    box = box_around([Line(((0.0, 0.0), (2.0, 1.0)), 0.2)])
    assert box == Box(-0.1, -0.1, 2.1, 1.1)
    assert (round(box.width, 9), round(box.height, 9)) == (2.2, 1.2)
