"""What a moving figure costs: frames a second, and what goes over the wire for each of them.

Run `python -m benchmarks.figures` at the top of the repository. Times are those of the processor and depend on the
machine; the cells that change and the bytes they take do not.
"""

import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from planner.figures.cells import Picture, Script, Size, changes
from planner.figures.drawing import both_sided, frame, still
from planner.figures.motion import cycle_seconds
from planner.files.figure_reading import read_figures
from planner.files.library_reading import builtin_library_path, load_library
from planner.model.figure import Figure

SIZES = (Size(20, 6), Size(40, 12), Size(80, 24))
FRAMES_A_SECOND = 10
HOLD = 3.0
"""Seconds."""


def times(figure: Figure, size: Size) -> list[float]:
    """Seconds that each frame of one movement takes to draw."""
    found = []
    for at in moments(figure):
        start = time.process_time()
        frame(figure, at, size, hold=HOLD)
        found.append(time.process_time() - start)
    return found


def moments(figure: Figure) -> list[float]:
    """When each frame of one movement is shown, in seconds."""
    count = round(cycle_seconds(both_sided(figure), HOLD) * FRAMES_A_SECOND)
    return [number / FRAMES_A_SECOND for number in range(count)]


def wire_bytes(before: Picture, after: Picture) -> int:
    """Bytes that a terminal is sent: for each change where it is, its colours, and its characters in UTF-8."""
    total = 0
    for change in changes(before, after):
        total += len(f"\x1b[{change.row + 1};{change.column + 1}H")
        role = None
        for cell in change.cells:
            if cell.role is not role:
                total += len("\x1b[38;2;216;220;228m")
                role = cell.role
            total += len(cell.character.encode())
    return total


def changed(figure: Figure, size: Size) -> Iterator[tuple[int, int]]:
    """Cells that change, and bytes on the wire, from each frame of one movement to the next."""
    pictures = [frame(figure, at, size, hold=HOLD) for at in moments(figure)]
    for before, after in pairwise(pictures):
        yield sum(len(change.cells) for change in changes(before, after)), wire_bytes(before, after)


def most(values: Sequence[float]) -> float:
    """What nineteen of twenty do not exceed."""
    return statistics.quantiles(values, n=20)[-1]


def main() -> None:
    """Print a table for each size, and one for each script."""
    figures = read_figures(load_library([builtin_library_path()]).figures)
    print(f"{len(figures)} figures at {FRAMES_A_SECOND} frames a second; medians, and what 95 % do not exceed\n")
    print("size    frame ms      frames/s   still ms   cells changed   bytes a frame   bytes a second")
    for size in SIZES:
        seconds = [found for figure in figures.values() for found in times(figure, size)]
        wire = [pair for figure in figures.values() for pair in changed(figure, size)]
        cells, sent = ([pair[part] for pair in wire] for part in (0, 1))
        print(
            f"{size.columns}x{size.rows:<4} {1e3 * statistics.median(seconds):5.2f} {1e3 * most(seconds):5.2f}"
            f"   {1 / statistics.median(seconds):8.0f}   {1e3 * still_seconds(figures.values(), size):8.2f}"
            f"   {statistics.median(cells):6.0f} {most(cells):6.0f}   {statistics.median(sent):6.0f} {most(sent):6.0f}"
            f"   {FRAMES_A_SECOND * statistics.fmean(sent):10.0f}"
        )
    print("\nscript      frame ms at 40x12")
    for script in Script:
        start = time.process_time()
        count = sum(1 for figure in figures.values() for at in moments(figure) if _drawn(figure, at, script))
        print(f"{script:<10}  {1e3 * (time.process_time() - start) / count:5.2f}")


def _drawn(figure: Figure, at: float, script: Script) -> Picture:
    return frame(figure, at, SIZES[1], hold=HOLD, script=script)


def still_seconds(figures: Iterable[Figure], size: Size) -> float:
    """Seconds that a still takes, the median of all figures."""
    found = []
    for figure in figures:
        start = time.process_time()
        still(figure, size)
        found.append(time.process_time() - start)
    return statistics.median(found)


if __name__ == "__main__":
    main()
