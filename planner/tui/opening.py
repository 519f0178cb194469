"""How a plan is opened or started: what is asked, in which order, and what happens with the answers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files import recent
from planner.files.plan_file import PlanFile, new_plan_file, open_plan_file
from planner.files.problems import FileProblems
from planner.planning import edits, starters
from planner.tui import leaving
from planner.tui.screens.new_plan import NewPlan, NewPlanAnswer
from planner.tui.screens.open import OpenScreen, StartFrom
from planner.tui.screens.reader import Reader
from planner.tui.screens.red_flags import RedFlags
from planner.tui.widgets.ink import Line, wrap

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def begin(app: PlannerApp, path: Path | None, source: str | None = None) -> None:
    """What a start shows: the plan that was named, a new one under that name, or the choice of plans."""
    if path is not None and os.path.lexists(path):
        open_path(app, path)
    elif path is not None or source is not None:
        start_new(app, StartFrom(source), path)
    else:
        choose(app)


def choose(app: PlannerApp) -> None:
    """Show recent plans and new ones."""

    def chosen(answer: StartFrom | Path | None) -> None:
        if isinstance(answer, Path):
            leaving.when_safe(app, lambda: begin(app, answer))
        elif answer is not None:
            leaving.when_safe(app, lambda: start_new(app, answer, None))
        elif app.workspace.plan is None:
            app.exit()

    listed = app.workspace.places.recent
    recents = recent.recent_plans(listed)
    first = app.workspace.plan is None
    screen = OpenScreen(app.workspace.library, recents, lambda path: recent.forget(listed, path), first=first)
    app.push_screen(screen, chosen)


def open_path(app: PlannerApp, path: Path) -> None:
    """Open a file; where it cannot be, show every reason with its line."""
    try:
        file = open_plan_file(path, app.workspace.library)
    except FileProblems as error:
        _show_problems(app, path, error)
        return
    show(app, file)
    for note in (*file.notes, *(str(problem).splitlines()[0] for problem in file.warnings)):
        app.say(note, warning=True)


def show(app: PlannerApp, file: PlanFile) -> None:
    """Show the plan of a file."""
    app.workspace.open(file)
    recent.remember(app.workspace.places.recent, file.path, file.plan.title)
    place = "week" if file.plan.prescriptions else "library"
    if app.current_mode != place:
        app.switch_mode(place)
    app.show_plan()


def _show_problems(app: PlannerApp, path: Path, error: FileProblems) -> None:
    def page(width: int) -> list[Line]:
        lines: list[Line] = []
        for problem in error.problems:
            for number, text in enumerate(str(problem).splitlines()):
                lines += wrap(text, width - 1, "strong", " ") if number == 0 else [[(f" {text}", "muted")]]
            lines.append([("", "")])
        return lines

    def closed(_answer: None) -> None:
        if app.workspace.plan is None:
            choose(app)

    count = len(error.problems)
    heading = f"{path.name} cannot be opened: {count} problem{'s' if count > 1 else ''}"
    app.push_screen(Reader(heading, page), closed)


def start_new(app: PlannerApp, source: StartFrom, path: Path | None) -> None:
    """Ask for title, course and painful side, then the red-flag questions, then show the new plan."""
    library = app.workspace.library

    def asked(answer: NewPlanAnswer | None) -> None:
        if answer is None:
            if app.workspace.plan is None:
                choose(app)
            return
        plan = starters.new_plan(answer.title, answer.start, answer.weeks, answer.painful_side)
        if answer.source:
            plan = starters.starter(library, answer.source, plan)
        show(app, new_plan_file(answer.path, plan))
        if library.red_flags:
            app.push_screen(RedFlags(library), answered)

    def answered(done: bool | None) -> None:
        plan = app.workspace.plan
        if done and plan:
            app.do("Answer the red-flag questions", edits.set_safety_checked(plan, app.workspace.today))

    app.push_screen(NewPlan(library, source.source, path, app.workspace.today), asked)
