"""Changing some prescriptions of a plan and leaving the others as they are."""

from collections.abc import Callable, Collection, Iterator

from planner.model import Plan, Prescription

Ids = str | Collection[str]
"""One prescription or several, by id."""


def id_set(ids: Ids) -> frozenset[str]:
    """The ids as a set; a single one may be given as it is."""
    return frozenset({ids}) if isinstance(ids, str) else frozenset(ids)


def chosen(plan: Plan, ids: Ids) -> Iterator[Prescription]:
    """The prescriptions with these ids, in the order of the plan."""
    wanted = id_set(ids)
    return (item for item in plan.prescriptions if item.id in wanted)


def change(plan: Plan, ids: Ids, function: Callable[[Prescription], Prescription]) -> Plan:
    """The plan with a function applied to the prescriptions with these ids."""
    wanted = id_set(ids)
    return plan.with_prescriptions(function(item) if item.id in wanted else item for item in plan.prescriptions)
