"""Every change to a plan, as a pure function: a plan in, a new plan out. What changes nothing gives an equal plan.

Functions that take `ids` accept the id of one prescription or several, and leave unknown ids alone.
"""

from planner.planning.edits.course import (
    add_slot,
    remove_slot,
    rename_slot,
    set_course,
    set_note,
    set_painful_side,
    set_safety_checked,
    set_slot_time,
    set_slots,
    set_title,
)
from planner.planning.edits.days import copy_day, fill_column, fill_row, set_days, set_schedule, toggle
from planner.planning.edits.numbers import (
    clear_number,
    set_count,
    set_dose,
    set_hold_unit,
    set_number,
    step_number,
    stepped,
    with_number,
)
from planner.planning.edits.rows import add, duplicate, move, new_ids, paste, remove, replace, set_prescription_note
from planner.planning.edits.variants import change_variant, set_side, take_guidance

__all__ = [
    "add",
    "add_slot",
    "change_variant",
    "clear_number",
    "copy_day",
    "duplicate",
    "fill_column",
    "fill_row",
    "move",
    "new_ids",
    "paste",
    "remove",
    "remove_slot",
    "rename_slot",
    "replace",
    "set_count",
    "set_course",
    "set_days",
    "set_dose",
    "set_hold_unit",
    "set_note",
    "set_number",
    "set_painful_side",
    "set_prescription_note",
    "set_safety_checked",
    "set_schedule",
    "set_side",
    "set_slot_time",
    "set_slots",
    "set_title",
    "step_number",
    "stepped",
    "take_guidance",
    "toggle",
    "with_number",
]
