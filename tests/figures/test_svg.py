"""Figures on paper: SVG that any reader draws, and marks for any other writer."""

import pytest
from attrs import evolve

from planner.figures.drawing import stills_drawing
from planner.figures.svg import svg
from planner.figures.vectors import PAPER, Polygon, Polyline, marks
from planner.model import Side
from tests.figures.shipped import FIGURES
from tests.figures.xml_text import parse

SVG = "{http://www.w3.org/2000/svg}"
each_figure = pytest.mark.parametrize("name", sorted(FIGURES))


@each_figure
def test_a_figure_is_one_element_with_its_words(name: str) -> None:
    figure = FIGURES[name]
    for side in (None, *Side):
        root = parse(svg(figure, side, attributes='class="figure"'))
        assert root.tag == f"{SVG}svg"
        assert root.findtext(f"{SVG}title") == root.get("aria-label") == figure.words(side)
        assert root.get("class") == "figure"
        classes = {group.get("class", "").split()[0] for group in root.iter(f"{SVG}g")}
        assert {"figure-body", "figure-working", "figure-arrow"} <= classes
        assert all(path.get("fill") for path in root.iter(f"{SVG}path")), "it shows without a style sheet"


def test_words_cannot_break_out_of_the_element() -> None:
    figure = evolve(FIGURES["walking"], alternative='A "<b>walk</b>" & more')
    assert parse(svg(figure)).get("aria-label") == figure.alternative


@each_figure
def test_nothing_is_outside_the_view(name: str) -> None:
    box, drawing = stills_drawing(FIGURES[name], most=3)
    for mark in marks(drawing):
        for x, y in mark.points:
            assert box.left <= x <= box.right
            assert box.bottom - 1e-9 <= y <= box.top


@each_figure
def test_start_and_end_stand_side_by_side(name: str) -> None:
    figure = FIGURES[name]
    one, _ = stills_drawing(figure, most=1)
    stills = len(figure.still_poses)
    all_of_them, drawing = stills_drawing(figure, most=3)
    assert all_of_them.width == pytest.approx(one.width * stills + 0.12 * (stills - 1))
    assert sum(group.name == "trunk" for group in drawing.groups) == stills


def test_marks_are_outlines_first_and_insides_after() -> None:
    _, drawing = stills_drawing(FIGURES["single-knee-hug"])
    group = next(group for group in drawing.groups if group.name == "near-leg")
    found = marks(drawing._replace(groups=(group,)))
    assert [type(mark) for mark in found] == [Polyline] * 4 + [Polygon] * 4
    assert found[0].colour == PAPER[group.role].line
    assert found[-1].colour == PAPER[group.role].inside


def test_the_working_part_is_the_darkest_area_without_colours() -> None:
    def grey(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    working = next(ink.inside for role, ink in PAPER.items() if role == "working")
    others = [grey(ink.inside) for role, ink in PAPER.items() if role not in ("working", "arrow")]
    assert grey(working) < min(others) - 60
    assert grey(working) > grey(PAPER[next(role for role in PAPER if role == "arrow")].line) + 60
