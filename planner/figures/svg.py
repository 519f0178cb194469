"""Figures as SVG: for the printed sheet, for pages, and for the README. Works alone, and within HTML.

Every group has a class (`figure-working`, `figure-far`...) by which a style sheet can colour it, and paths that are
lines have `figure-line`; the attributes beside the classes are what shows without a style sheet.
"""

import math
from collections.abc import Iterator
from html import escape

from planner.figures.drawing import stills_drawing
from planner.figures.primitives import Arc, Blob, Box, Drawing, Group, Line, Role, Shape, hull
from planner.figures.vectors import DASH, OUTLINE, ink_of
from planner.model.figure import Figure, Point
from planner.model.terms import Side

UNIT = 200
"""Units of the SVG in one body length."""


def svg(figure: Figure, side: Side | None = None, *, most: int = 2, attributes: str = "") -> str:
    """The stills of a figure, from start to end, as one `<svg>` element, with its words as title.

    It takes the width it is given: `attributes` is put into the tag, for a width or a class.
    """
    box, drawing = stills_drawing(figure, side, most)
    left, top, width, height = (round(UNIT * size) for size in (box.left, -box.top, box.width, box.height))
    words = escape(figure.words(side))
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" role="img"'
        f' aria-label="{words}"{f" {attributes}" if attributes else ""}>'
    )
    return f"{opening}<title>{words}</title>{svg_groups(drawing)}</svg>"


def svg_groups(drawing: Drawing) -> str:
    """The groups of a drawing, from the back to the front, to be put into an `<svg>` of `UNIT` to a body length."""
    return "".join(_group(group) for group in drawing.groups)


def svg_box(box: Box) -> tuple[float, float, float, float]:
    """Left, top, width and height of a box in units of the SVG."""
    return (box.left * UNIT, -box.top * UNIT, box.width * UNIT, box.height * UNIT)


def _group(group: Group) -> str:
    lines = [shape for shape in group.shapes if isinstance(shape, Line)]
    solid = [shape for shape in group.shapes if not isinstance(shape, Line)]
    ink = ink_of(group)
    far = " figure-far-side" if group.far else ""
    stroke = f'class="figure-line" fill="none" stroke="{ink.line}" stroke-width'
    found = [f'<path d="{_polyline(line.points)}" {stroke}="{_n(line.width * UNIT)}"/>' for line in lines]
    if solid:
        data = "".join(map(_data, solid))
        edge = f' stroke="{ink.line}" stroke-width="{_n(2 * OUTLINE * UNIT)}"' if _has_outline(group) else ""
        dash = f' stroke-dasharray="{_n(DASH * UNIT)}"' if group.outlined else ""
        found.append(f'<path d="{data}" fill="{ink.inside}"{edge}{dash}/>')
    return f'<g class="figure-{group.role}{far}" paint-order="stroke" {_ROUND}>{"".join(found)}</g>'


_ROUND = 'stroke-linejoin="round" stroke-linecap="round"'


def _has_outline(group: Group) -> bool:
    return group.role is not Role.ARROW


def _data(shape: Shape) -> str:
    if isinstance(shape, Blob):
        return _arcs(hull(shape))
    return f"{_polyline(shape.points)}Z"


def _arcs(arcs: tuple[Arc, ...]) -> str:
    """The outline of a blob: straight from arc to arc."""
    parts = []
    for number, arc in enumerate(arcs):
        parts.append(f"{'L' if number else 'M'}{_point(arc.point(arc.start))}")
        parts.extend(_arc(arc))
    return f"{''.join(parts)}Z"


def _arc(arc: Arc) -> Iterator[str]:
    """An arc in pieces of half a circle at most, because a whole circle begins where it ends."""
    pieces = max(1, math.ceil((arc.end - arc.start) / math.pi - 1e-6))
    radius = _n(arc.circle.radius * UNIT)
    for piece in range(1, pieces + 1):
        angle = arc.start + (arc.end - arc.start) * piece / pieces
        yield f"A{radius} {radius} 0 0 0 {_point(arc.point(angle))}"


def _polyline(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(_point(point) for point in points)


def _point(point: Point) -> str:
    return f"{_n(point[0] * UNIT)} {_n(-point[1] * UNIT)}"


def _n(number: float) -> str:
    """A number with one digit after the point, where that is not a zero."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
