"""Small charts of how cost grows with size, side by side in one SVG, for light and dark pages."""

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, log10

from attrs import frozen


@frozen
class Curve:
    """What was measured at each size."""

    name: str
    values: Sequence[float]


@frozen
class Chart:
    """One small chart. All values have one unit and begin at zero; sizes stand as far apart as their logarithms."""

    title: str
    subtitle: str
    sizes: Sequence[int]
    curves: Sequence[Curve]
    of: str
    """What the sizes are numbers of."""
    aim: float
    digits: int = 0
    """After the decimal point of what is written."""
    unit: str = ""
    """Behind the numbers that are written, with its space."""

    @property
    def top(self) -> float:
        """The value at the upper end."""
        return rounded_up(max([self.aim, *(value for curve in self.curves for value in curve.values)]) * 1.05)

    def written(self, value: float) -> str:
        """A value as people read it."""
        return f"{value:,.{self.digits}f}{self.unit}"


WIDTH, HEIGHT = 960, 480
COLUMNS = 3
MARGIN = 14
GAP = 26
LEFT, RIGHT, ABOVE, BELOW = 6, 112, 50, 34
"""Within a chart, around what is plotted: the names of the curves stand at the right, titles above, sizes below."""
LINE = 15
"""From one line of text to the next."""

STYLE = """
text { font: 12px sans-serif; fill: #68717c }
.title { font-size: 15px; font-weight: bold }
.first { stroke: #2f7fe0; fill: #2f7fe0 } .second { stroke: #c9661b; fill: #c9661b }
text.first, text.second { stroke: none; font-weight: bold }
polyline { fill: none !important; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round }
.axis { stroke: #8b949e; stroke-width: 1 }
.grid { stroke: #8b949e; stroke-width: 1; opacity: .25 }
.aim { stroke: #8b949e; stroke-width: 1.5; stroke-dasharray: 2 4; stroke-linecap: round }
@media (prefers-color-scheme: dark) {
  text { fill: #9aa4af }
  .first { stroke: #58a6ff; fill: #58a6ff } .second { stroke: #f0883e; fill: #f0883e }
}
"""
"""The colours can be read on white and on black: not every page tells a picture whether it is dark."""
CLASSES = ("first", "second")


def picture(charts: Sequence[Chart], told: str) -> str:
    """The SVG of all charts, with what is `told` to those who do not see it."""
    rows = ceil(len(charts) / COLUMNS)
    width = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS
    height = (HEIGHT - 2 * MARGIN - (rows - 1) * GAP) / rows
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(told)}</title>",
        f"<style>{STYLE}</style>",
    ]
    for number, chart in enumerate(charts):
        row, column = divmod(number, COLUMNS)
        parts += _chart(chart, MARGIN + column * (width + GAP), MARGIN + row * (height + GAP), width, height)
    return "\n".join([*parts, "</svg>", ""])


def places(sizes: Sequence[int], left: float, right: float) -> list[float]:
    """Where sizes stand between two ends: ten times as much is as far away everywhere."""
    first, last = log10(sizes[0]), log10(sizes[-1])
    return [left + (log10(size) - first) / ((last - first) or 1) * (right - left) for size in sizes]


def rounded_up(value: float) -> float:
    """The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, in its power of ten."""
    power: float = 10 ** floor(log10(value))
    return next(step * power for step in (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * power >= value - 1e-9)


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights as near as can be to those that are wanted, in their order, a gap apart, between two ends."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    found = list(wanted)
    floor_ = low
    for place in order:
        found[place] = floor_ = max(wanted[place], floor_)
        floor_ += gap
    ceiling = high
    for place in reversed(order):
        found[place] = ceiling = min(found[place], ceiling)
        ceiling -= gap
    return found


def _chart(chart: Chart, x: float, y: float, width: float, height: float) -> Iterator[str]:
    left, right, top, bottom = x + LEFT, x + width - RIGHT, y + ABOVE, y + height - BELOW

    def level(value: float) -> float:
        return bottom - value / chart.top * (bottom - top)

    yield _text(x, y + 14, chart.title, "title")
    yield _text(x, y + 32, chart.subtitle)
    yield _line("axis", left, bottom, right, bottom)
    at = places(chart.sizes, left, right)
    for place, size in zip(at, chart.sizes, strict=True):
        yield _line("grid", place, top, place, bottom)
        yield _text(place, bottom + 17, f"{size:,}", anchor="start" if place == at[0] else "middle")
    yield _text(right + 6 + 4 * len(f"{chart.sizes[-1]:,}"), bottom + 17, chart.of)
    yield _line("aim", left, level(chart.aim), right, level(chart.aim))
    ends = [level(chart.aim), *(level(curve.values[-1]) for curve in chart.curves)]
    heights = apart(ends, 2 * LINE + 3, top, bottom - LINE)
    yield from _label(right + 9, heights[0], "aim", chart.written(chart.aim), "")
    for kind, curve, height_ in zip(CLASSES, chart.curves, heights[1:], strict=False):
        points = [(place, level(value)) for place, value in zip(at, curve.values, strict=True)]
        yield f'<polyline class="{kind}" points="{" ".join(f"{a:.1f},{b:.1f}" for a, b in points)}"/>'
        yield from (f'<circle class="{kind}" cx="{a:.1f}" cy="{b:.1f}" r="3"/>' for a, b in points)
        yield from _label(right + 9, height_, curve.name, chart.written(curve.values[-1]), kind)


def _label(x: float, y: float, name: str, value: str, kind: str) -> Iterator[str]:
    yield _text(x, y - 2, name, kind)
    yield _text(x, y - 2 + LINE, value, kind)


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _line(kind: str, x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line class="{kind}" x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"/>'
