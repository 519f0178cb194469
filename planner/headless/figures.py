"""Figures in any terminal: stills that any program can read on, and a body that moves where somebody looks."""

import argparse
import sys
import time
from typing import TYPE_CHECKING

from planner.headless.exits import Exit, Stop
from planner.headless.output import print_lines, say, width

if TYPE_CHECKING:
    from planner.figures.cells import Script, Size
    from planner.headless.parsing import Parser
    from planner.model import Exercise, Library, Side
    from planner.model.figure import Figure

FRAMES = 10
"""Frames in a second."""


def figure_arguments(parser: "Parser") -> None:
    """Declare what is shown of figures."""
    parser.add_argument("--figure", action="store_true", help="draw each way of doing it")
    parser.add_argument("--animate", action="store_true", help="draw it moving, until ctrl+c")
    parser.add_argument("--side", choices=("left", "right"), help="the side to draw")
    scripts = ("braille", "blocks", "ascii")
    parser.add_argument(
        "--script", choices=scripts, default="braille", help="what to draw with; some fonts lack braille"
    )


def show_figures(options: argparse.Namespace, exercise: "Exercise", library: "Library") -> int:
    """Print the figures of an exercise, each with the same in words; or the first one, moving."""
    from planner.figures.cells import Script, Size
    from planner.figures.drawing import still
    from planner.files.figure_reading import read_figures
    from planner.model import Side
    from planner.planning.naming import variant_title

    figures = read_figures(library.figures)
    side = Side(options.side) if options.side else None
    script, size = Script(options.script), Size(min(width(), 80), 16)
    ways = [(item, figures[item.figure]) for item in exercise.variants if item.figure in figures]
    if not ways:
        raise Stop(f"{exercise.name} has no figure.", Exit.USAGE)
    if options.animate:
        return _animate(ways[0][1], size, side, script)
    for number, (variant, figure) in enumerate(ways):
        if number:
            say()
        say(variant_title(exercise, variant, side if figure.shows else None))
        print_lines(line for line in str(still(figure, size, side, script=script)).split("\n") if line.strip())
        say(figure.words(side), "  ")
    return Exit.OK


def _animate(figure: "Figure", size: "Size", side: "Side | None", script: "Script") -> int:
    """Draw frame over frame, in place. Raises Stop where the output is no terminal."""
    from planner.figures.drawing import frame

    if not sys.stdout.isatty():
        raise Stop("A figure moves only on a terminal; --figure prints it at rest.", Exit.USAGE)
    started = time.monotonic()
    out = sys.stdout
    out.write("\x1b[?25l" + "\n" * size.rows)
    try:
        while True:
            picture = frame(figure, time.monotonic() - started, size, side, script=script)
            out.write(f"\x1b[{size.rows}A" + "".join(f"\r{line}\x1b[K\n" for line in str(picture).split("\n")))
            out.flush()
            time.sleep(1 / FRAMES)
    finally:
        out.write("\x1b[?25h")
        out.flush()
