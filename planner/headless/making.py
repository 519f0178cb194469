"""Making a plan file: never in the place of another one unasked."""

from pathlib import Path
from typing import TYPE_CHECKING

from planner.headless.exits import Exit, Stop
from planner.headless.output import note

if TYPE_CHECKING:
    from planner.files.plan_file import PlanFile
    from planner.model import Plan


def make(file: "PlanFile", plan: "Plan", path: Path, *, force: bool) -> None:
    """Write a plan into a new file. Raises Stop where one is there, unless it is forced, and what saving raises."""
    from planner.files.plan_saving import save_plan_as
    from planner.files.save_errors import Change, ChangedOnDisk

    try:
        saved = save_plan_as(file, plan, path, force=force)
    except ChangedOnDisk as found:
        if found.change is not Change.APPEARED:
            raise
        instead = "With --force the new plan takes its place, and the old one stays beside it as a numbered copy."
        raise Stop(f"{path} is there already. {instead}", Exit.NOT_WRITTEN) from None
    for sentence in saved.notes:
        note(sentence)
