"""How long each export takes for a plan of 40 prescriptions and 12 weeks, and what it costs to load what it needs.

    python -m benchmarks.exports

Each format is made in a process of its own, as the command line does it: `first` includes the packages that the format
loads, `again` is the next export of the same session.
"""

import datetime as dt
import json
import subprocess
import sys
import time
from collections.abc import Mapping

from attrs import evolve

from planner.export.options import Options
from planner.export.registry import FORMATS, render
from planner.export.scope import WHOLE_COURSE, Scope
from planner.figures.svg import svg
from planner.files.figure_reading import read_figures
from planner.files.library_reading import builtin_library_path, load_library
from planner.model import Library, Plan, Side, Variant, Weekday
from planner.model.figure import Figure
from planner.planning.starters import new_plan, starter

PRESCRIPTIONS = 40
WEEKS = 12
PROMISED = 1.0
"""Seconds that no export of such a plan takes."""


def large_plan(library: Library) -> Plan:
    """Every exercise of the leaflets, over and over, twice a day."""
    made = new_plan("Forty exercises", dt.date(2026, 11, 23), WEEKS)
    for source in library.sources:
        made = starter(library, source.id, made)
    rows = made.prescriptions
    return made.with_prescriptions(evolve(rows[n % len(rows)], id=f"row-{n}") for n in range(PRESCRIPTIONS))


def draw(figures: Mapping[str, Figure], variant: Variant, side: Side | None) -> str | None:
    """The figure of a way of doing an exercise, as printed sheets have it."""
    figure = figures.get(variant.figure or "")
    return svg(figure, side) if figure else None


def measure(format_id: str) -> dict[str, float]:
    """Seconds of the first and of the next export, and the bytes of it."""
    library = load_library([builtin_library_path()])
    plan = large_plan(library)
    scope = Scope.of_session(Weekday.MONDAY, "morning") if format_id == "qr" else WHOLE_COURSE
    if format_id == "qr":
        plan = plan.with_prescriptions(plan.prescriptions[:12])
    figures = read_figures(library.figures)
    options = Options(expand=True, figure_svg=lambda _, variant, side: draw(figures, variant, side))
    took = []
    size = 0
    for _ in range(2):
        began = time.perf_counter()
        size = len(render(format_id, plan, library, scope, options))
        took.append(time.perf_counter() - began)
    return {"first": took[0], "again": took[1], "bytes": size}


def main() -> None:
    """Print a line for each format."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
        return
    print(f"{'format':10} {'first':>9} {'again':>9} {'bytes':>10}")
    for item in FORMATS:
        command = [sys.executable, "-m", "benchmarks.exports", item.id]
        found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        first, again = found["first"], found["again"]
        late = "" if first < PROMISED else f"   more than {PROMISED:.0f} s"
        print(f"{item.id:10} {first * 1000:6.0f} ms {again * 1000:6.0f} ms {found['bytes']:10,}{late}")


if __name__ == "__main__":
    main()
