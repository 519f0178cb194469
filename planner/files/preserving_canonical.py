"""A plan as the program would write it on its own: what new text is taken from, value by value."""

from typing import cast

import tomli
from attrs import frozen

from planner.files.toml_spans import Path
from planner.files.writing import write_key, write_line, write_plan, write_prescription, write_value
from planner.model import Plan

Table = dict[str, object]
"""A table of TOML as the parser gives it."""

ITEMS = "prescription"
"""The array of tables that holds the prescriptions."""


@frozen
class Canonical:
    """A plan with the data of its canonical text.

    The keys are in canonical order, so the data also say where a new key belongs.
    """

    plan: Plan
    data: Table

    @classmethod
    def of(cls, plan: Plan) -> "Canonical":
        """Write the plan and read it as data."""
        return cls(plan, tomli.loads(write_plan(plan)))

    @property
    def items(self) -> list[Table]:
        """The prescriptions, in order."""
        return cast("list[Table]", self.data.get(ITEMS, []))

    def at(self, path: Path) -> object:
        """The data under a path; None where there is none."""
        found: object = self.data
        for name in path:
            if isinstance(found, dict):
                found = found.get(name)
            elif isinstance(found, list) and isinstance(name, int) and name < len(found):
                found = found[name]
            else:
                return None
        return found

    def key(self, path: Path) -> str:
        """The last part of a key as it is written, quoted where it must be."""
        return write_key(str(path[-1]))

    def value(self, path: Path, newline: str) -> str:
        """A value as it is written after an equals sign; text of several lines stands on several."""
        text = write_line("key", self.at(path)).removeprefix("key = ").removesuffix("\n")
        return text.replace("\n", newline)

    def inline(self, path: Path) -> str:
        """A value as it is written within brackets: on one line."""
        return write_value(self.at(path))

    def item(self, index: int, newline: str) -> str:
        """The lines of one prescription, header to last statement."""
        return write_prescription(self.plan.prescriptions[index], self.plan.slots).replace("\n", newline)
