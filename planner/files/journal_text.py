"""The canonical text of a plan that changes a little at a time, without writing all of it anew each time."""

from attrs import evolve

from planner.files.writing import write_plan, write_prescription
from planner.model import Plan, Prescription, Slot


class PlanText:
    """Writes plans as `write_plan` does, and remembers the text of every prescription of the last one."""

    def __init__(self) -> None:
        self._slots: tuple[Slot, ...] = ()
        self._known: dict[int, tuple[Prescription, str]] = {}

    def write(self, plan: Plan) -> str:
        """The canonical text of a plan. Raises ValueError and TypeError as `write_plan` does."""
        known = self._known if plan.slots == self._slots else {}
        # By identity: equal prescriptions have equal text, but comparing them takes longer than writing them. Each
        # stands here itself, so that no other can get its number while it does.
        new: dict[int, tuple[Prescription, str]] = {}
        for item in plan.prescriptions:
            new[id(item)] = known.get(id(item)) or (item, write_prescription(item, plan.slots))
        self._known, self._slots = new, plan.slots
        head = write_plan(evolve(plan, prescriptions=()))
        return "\n".join([head, *(new[id(item)][1] for item in plan.prescriptions)])
