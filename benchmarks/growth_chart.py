"""Measures how cost grows with library and plan, and draws it: benchmarks/growth.svg, which the README shows.

    python -m benchmarks.growth_chart [--runs 5] [--times 30]

Takes some ten minutes. Prints the numbers as well, as the Markdown tables of `benchmarks.libraries` and
`benchmarks.plans`.
"""

import argparse
import os
import statistics
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import libraries, plans
from benchmarks.growth_picture import Chart, Curve, picture
from benchmarks.libraries import Compared, Grown
from benchmarks.plans import Spread

PICTURE = Path(__file__).parent / "growth.svg"
TOLD = (
    "How cost grows with 20 to 10,000 exercises and with 10 to 300 prescriptions: starting, searching, memory, keys, "
    "other places and saving, each beside its aim"
)
NO_EDITS = (
    "cursor down",
    "cursor up",
    "next time",
    "time before",
    "next week",
    "week before",
    "to the Day",
    "to the Plan",
    "to the Library",
    "to the Week",
    "save",
)
"""Keys that change nothing in the plan."""


def of_libraries(found: Compared) -> list[Chart]:
    """Starting, searching and memory."""
    sizes = [each.exercises for each in found.libraries]

    def curve(name: str, value: Callable[[Grown], float]) -> Curve:
        return Curve(name, [value(each) for each in found.libraries])

    start = [
        curve("first time", lambda each: each.first.usable),
        curve("from then on", lambda each: each.second.usable),
    ]
    letter = [
        curve("at most", lambda each: max(each.computing)),
        curve("median", lambda each: statistics.median(each.computing)),
    ]
    memory = [
        curve("after a search", lambda each: each.searching / found.bare.memory),
        curve("at the start", lambda each: each.second.memory / found.bare.memory),
    ]
    of = "exercises"
    return [
        Chart("Start", "until the screen can be used", sizes, start, of, 1000, unit=" ms"),
        Chart("A letter of a search", "computing", sizes, letter, of, 30, digits=1, unit=" ms"),
        Chart("Memory", "beside a bare Textual program", sizes, memory, of, 1.6, digits=2, unit=" ×"),
    ]


def of_plans(found: Mapping[int, Mapping[str, Spread]]) -> list[Chart]:
    """Keys of the Week, other places and weeks, saving."""
    sizes = list(found)

    def curve(name: str, keys: Sequence[str], of_all: Callable[[list[float]], float] = statistics.median) -> Curve:
        return Curve(name, [of_all([found[size][key].middle for key in keys]) for size in sizes])

    edits = [key for key in found[sizes[0]] if key not in NO_EDITS]
    keys = [curve("slowest edit", edits, max), curve("median edit", edits)]
    elsewhere = [
        curve("another place", [key for key in NO_EDITS if key.startswith("to ")]),
        curve("another week", ["next week", "week before"]),
    ]
    of, told = "prescriptions", "from the key to the last byte"
    return [
        Chart("An edit of the Week", told, sizes, keys, of, 8, digits=1, unit=" ms"),
        Chart("Another place, another week", told, sizes, elsewhere, of, 8, digits=1, unit=" ms"),
        Chart("Saving", told, sizes, [curve("save", ["save"])], of, 20, unit=" ms"),
    ]


def main() -> None:
    """Measure, print and draw."""
    options = argparse.ArgumentParser(description="Measure how the planner grows with library and plan, and draw it.")
    options.add_argument("--runs", type=int, default=5, help="starts of which the median is taken")
    options.add_argument("--times", type=int, default=30, help="how often each key is pressed")
    chosen = options.parse_args()
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    with_libraries = libraries.measure(chosen.runs)
    print("\n".join(libraries.table(with_libraries)), "\n")
    with_plans = {size: plans.measure(size, chosen.times) for size in plans.SIZES}
    print("\n".join(plans.table(with_plans)))
    PICTURE.write_text(picture([*of_libraries(with_libraries), *of_plans(with_plans)], TOLD), encoding="utf-8")


if __name__ == "__main__":
    main()
