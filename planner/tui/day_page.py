"""The page of a day: each session in order, as it is taken to the mat."""

from collections.abc import Mapping, Sequence

from planner.model import StartingPosition
from planner.model.figure import Figure
from planner.planning.timetable import Session, SessionEntry
from planner.tui.exercise_page import FIGURE_LEAST, FIGURE_MOST, FIGURE_ROWS
from planner.tui.figures import figure_of, still_lines
from planner.tui.widgets.ink import Line, accented, joined, spread, wrap

BLANK: Line = [("", "")]


def day_page(
    sessions: Sequence[Session], width: int, *, steps: bool, figures: Mapping[str, Figure] | None = None
) -> Sequence[Line]:
    """The sessions of a day, wrapped to `width` cells; `steps` shows how each exercise is done."""
    room = max(8, width - 1)
    lines: list[Line] = []
    for session in sessions:
        lines += [*_head(session, room), BLANK]
        if not session.entries:
            lines += [[("   Nothing is due.", "muted")], BLANK]
        position: StartingPosition | None = None
        for number, entry in enumerate(session.entries, start=1):
            now = entry.exercise.position if entry.exercise else None
            if now is not None and now is not position:
                lines.append([(f"   {now.plain.capitalize()}", "heading")])
                position = now
            lines += _entry(number, entry, room, figures or {}, steps=steps)
        lines.append(BLANK)
    return lines


def _head(session: Session, room: int) -> list[Line]:
    """The slot with its clock times, and the minutes at the right."""
    clock = f"{session.starts:%H:%M}" if session.starts else ""
    if session.entries and session.ends:
        clock = f"{clock}–{session.ends:%H:%M}"
    count = len(session.entries)
    exercises = f"{count} exercise{'s' if count != 1 else ''}" if count else ""
    told = joined((exercises, session.time.words if session.entries else ""))
    left = [(" ", ""), (session.slot.capitalize(), "place"), (f"  {clock}", "strong")]
    return [spread(left, [(f"{told} ", "muted")], room), [(" " + "─" * (room - 2), "muted")]]


def _accented(line: Line, entry: SessionEntry) -> Line:
    """A line of the dose with the working side in its colour."""
    side = entry.prescription.side
    phrase = entry.variant.side_names.of(side) if entry.variant and side else ""
    return [piece for text, role in line for piece in accented(text, phrase, role)]


def _entry(number: int, entry: SessionEntry, room: int, figures: Mapping[str, Figure], *, steps: bool) -> list[Line]:
    lines = wrap(entry.title, room, "strong", f"{number:>4}  ")
    lines += [_accented(line, entry) for line in wrap(entry.dose, room, "", "      ")]
    if entry.prescription.note:
        lines += wrap(entry.prescription.note, room, "muted", "      ")
    if steps and entry.exercise and entry.variant:
        figure = figure_of(figures, entry.variant)
        if figure and room >= FIGURE_LEAST:
            lines += still_lines(figure, min(room - 8, FIGURE_MOST), FIGURE_ROWS, entry.prescription.side, "      ")
        for step in entry.exercise.steps_of(entry.variant):
            lines += wrap(step, room, "", "      · ")
        for precaution in entry.exercise.precautions_of(entry.variant):
            lines += wrap(precaution, room, "muted", "      ! ")
    return lines
