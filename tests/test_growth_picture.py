"""The chart of how cost grows: sizes and values where they belong, names that can be read, and nothing outside."""

from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.growth_picture import HEIGHT, LINE, WIDTH, Chart, Curve, apart, picture, places, rounded_up
from tests.figures.xml_text import parse

SVG = "{http://www.w3.org/2000/svg}"
SIZES = (20, 200, 1_000, 10_000)
START = Chart("Start", "until used", SIZES, [Curve("first", (283, 290, 350, 864))], "exercises", 1000, unit=" ms")

values = st.floats(0.001, 1e6)


def parts(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{SVG}{name}"))


def test_ten_times_as_much_is_as_far_away_everywhere() -> None:
    assert places((10, 100, 1_000, 10_000), 0, 300) == pytest.approx([0, 100, 200, 300])
    assert places(SIZES, 50, 100)[0] == 50
    assert places(SIZES, 50, 100)[-1] == 100
    assert places((7,), 50, 100) == [50]


@given(values)
def test_a_round_number_is_just_above(value: float) -> None:
    assert value <= rounded_up(value) * (1 + 1e-6)
    assert rounded_up(value) <= value * 2 + 1e-6


@given(st.lists(st.floats(0, 100), max_size=4))
def test_labels_keep_apart_in_their_order_and_between_the_ends(wanted: list[float]) -> None:
    found = apart(wanted, 20, 0, 100)
    assert all(-1e-6 <= height <= 100 + 1e-6 for height in found)
    assert all(high - low >= 20 - 1e-6 for low, high in pairwise(sorted(found)))
    assert [found[place] for place in sorted(range(len(wanted)), key=wanted.__getitem__)] == sorted(found)
    assert apart([10, 90], 20, 0, 100) == [10, 90]


def test_values_and_the_aim_stand_at_their_heights() -> None:
    root = parse(picture([START], "told"))
    (line,) = (each for each in parts(root, "line") if each.get("class") == "aim")
    (axis,) = (each for each in parts(root, "line") if each.get("class") == "axis")
    bottom, aim = float(axis.get("y1", "")), float(line.get("y1", ""))
    heights = [bottom - float(dot.get("cy", "")) for dot in parts(root, "circle")]
    assert heights == pytest.approx([value / 1000 * (bottom - aim) for value in START.curves[0].values], abs=0.1)
    assert [text.text for text in parts(root, "text")][2:6] == ["20", "200", "1,000", "10,000"]
    assert {"aim", "1,000 ms", "first", "864 ms", "exercises"} <= {text.text for text in parts(root, "text")}


def test_what_is_written_is_text_and_nothing_else() -> None:
    name = "<b> & \"quotes\" 'both'"
    root = parse(picture([Chart(name, name, SIZES, [Curve(name, (1, 2, 3, 4))], name, 2)], name))
    assert [text.text for text in parts(root, "text")].count(name) == 4
    assert parts(root, "title")[0].text == name
    assert not parts(root, "b")


@given(st.lists(st.tuples(st.lists(values, min_size=4, max_size=4), values), min_size=1, max_size=6))
def test_nothing_stands_outside_the_picture(measured: list[tuple[list[float], float]]) -> None:
    charts = [
        Chart("Title", "told", SIZES, [Curve("one", numbers), Curve("two", numbers[::-1])], "prescriptions", aim)
        for numbers, aim in measured
    ]
    root = parse(picture(charts, "told"))
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    for dot in parts(root, "circle"):
        assert 3 <= float(dot.get("cx", "")) <= WIDTH - 3
        assert 3 <= float(dot.get("cy", "")) <= HEIGHT - 3
    for text in parts(root, "text"):
        # In letters of 12 pixels, words and numbers take some 6 of them for each.
        assert float(text.get("x", "")) + 6.5 * len(text.text or "") <= WIDTH
        assert LINE - 4 <= float(text.get("y", "")) <= HEIGHT - 4
