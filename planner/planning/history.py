"""Undo and redo of everything. Plans are frozen, so a history is just the plans that were."""

from typing import NamedTuple

from planner.model import Plan

MOST_STEPS = 1_000
"""Steps that can be taken back. Plans share what did not change, so a step costs a few kilobytes at most."""


class Step(NamedTuple):
    """One thing that was done, however many cells it touched."""

    label: str
    """What was done, for "Undo: ...": "Take Wednesday evening off"."""
    plan: Plan
    """The plan that this step leads to when it is taken: the one before it for undo, the one after it for redo."""


class History(NamedTuple):
    """A plan as it is, what led to it, and what was taken back."""

    plan: Plan
    past: tuple[Step, ...] = ()
    """The steps done, the last one last."""
    future: tuple[Step, ...] = ()
    """The steps taken back, the one to do again first."""

    def do(self, label: str, plan: Plan) -> "History":
        """One more step. What was taken back is forgotten; a step that changes nothing is no step."""
        if plan == self.plan:
            return self
        return History(plan, (*self.past, Step(label, self.plan))[-MOST_STEPS:])

    def undo(self) -> "History":
        """Without the last step; the same history where there is none."""
        if not self.past:
            return self
        last = self.past[-1]
        return History(last.plan, self.past[:-1], (Step(last.label, self.plan), *self.future))

    def redo(self) -> "History":
        """With the step that was taken back last; the same history where there is none."""
        if not self.future:
            return self
        following = self.future[0]
        return History(following.plan, (*self.past, Step(following.label, self.plan)), self.future[1:])

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; `None` where there is nothing."""
        return self.past[-1].label if self.past else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; `None` where there is nothing."""
        return self.future[0].label if self.future else None
