"""What things are: frozen classes and the field's own words. No input, no output, no screens.

Figures have a door of their own, `planner.model.figure`: most of what deals with plans and libraries needs none.
"""

from planner.model.amounts import AS_COMFORTABLE, Amount, parse_amount
from planner.model.library import (
    Advice,
    AdviceKind,
    Contact,
    Exercise,
    Guidance,
    Library,
    RedFlag,
    SideNames,
    Source,
    Variant,
    VariantReference,
)
from planner.model.plan import Dose, Plan, Prescription, Schedule, Slot
from planner.model.terms import (
    Action,
    Count,
    HoldUnit,
    PainfulSide,
    Side,
    SideRule,
    Sides,
    StartingPosition,
)
from planner.model.weekdays import EVERY_DAY, Weekday, parse_days, write_days

__all__ = [
    "AS_COMFORTABLE",
    "EVERY_DAY",
    "Action",
    "Advice",
    "AdviceKind",
    "Amount",
    "Contact",
    "Count",
    "Dose",
    "Exercise",
    "Guidance",
    "HoldUnit",
    "Library",
    "PainfulSide",
    "Plan",
    "Prescription",
    "RedFlag",
    "Schedule",
    "Side",
    "SideNames",
    "SideRule",
    "Sides",
    "Slot",
    "Source",
    "StartingPosition",
    "Variant",
    "VariantReference",
    "Weekday",
    "parse_amount",
    "parse_days",
    "write_days",
]
