"""The rows of the Plan: what the plan says of itself, its times of the day, and what the check found."""

from collections.abc import Sequence

from attrs import frozen

from planner.model import Plan
from planner.planning.checks import Finding, Severity


@frozen
class PlanRow:
    """A line of the Plan: a label, what stands there, and what a key does with it."""

    label: str
    value: str = ""
    does: str = ""
    """What enter does: the name of a field, `slot`, `row` (goes to a prescription) or nothing for a heading."""
    about: str = ""
    """The slot or the prescription concerned."""
    warns: bool = False


def plan_rows(plan: Plan, findings: Sequence[Finding], titles: dict[str, str]) -> tuple[PlanRow, ...]:
    """All rows of the Plan."""
    start = f"{plan.start:%A} {plan.start.day} {plan.start:%B %Y}" if plan.start else ""
    weeks = f"{plan.weeks} week{'s' if plan.weeks != 1 else ''}" if plan.weeks else ""
    answered = f"answered on {plan.safety_checked.day} {plan.safety_checked:%B %Y}" if plan.safety_checked else ""
    rows = [
        PlanRow("The plan"),
        PlanRow("Title", plan.title, "title"),
        PlanRow("Starts on", start or "not set", "start", warns=not start),
        PlanRow("Course", weeks or "not set", "weeks", warns=not weeks),
        PlanRow("Pain", plan.painful_side.plain if plan.painful_side else "not said", "painful-side"),
        PlanRow("Note", plan.note or "–", "note"),
        PlanRow("Red flags", answered or "not answered yet", "red-flags", warns=not answered),
        PlanRow(""),
        PlanRow("Times of the day"),
        *(PlanRow(slot.name, f"{slot.time:%H:%M}", "slot", slot.name) for slot in plan.slots),
        PlanRow(""),
        PlanRow(
            "What to look at" if findings else "Nothing to look at: the plan is complete and follows its leaflets."
        ),
    ]
    return (*rows, *(_finding(finding, titles) for finding in findings))


def _finding(finding: Finding, titles: dict[str, str]) -> PlanRow:
    about = finding.prescription or ""
    does = "row" if about in titles else "red-flags" if finding.rule == "red-flags-not-answered" else "nothing"
    return PlanRow(finding.severity.plain, finding.sentence, does, about, warns=finding.severity is Severity.IMPORTANT)
