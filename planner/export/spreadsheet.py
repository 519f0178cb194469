"""The plan as a spreadsheet (CSV): one line for each exercise, time of the day and day of the week.

Every line holds all there is to know of it, so that several plans can be put below one another, and sorted and
filtered. It is written for Excel and LibreOffice alike: UTF-8 with a byte order mark, commas, ranges as "5 to 10"
(Excel would take "5-10" for a date), and no cell that could be computed. `spreadsheet_reading` makes the plan of it
again.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO

from planner.export.formulas import defused
from planner.export.options import Options
from planner.export.scope import Scope, days_in, prescriptions_in, scope_dates, slots_in
from planner.export.spreadsheet_columns import COLUMNS, OTHER
from planner.export.toml_values import to_json
from planner.model import Amount, Dose, HoldUnit, Library, Plan, Prescription
from planner.model.plan import FORMAT, NUMBERS
from planner.planning.doses import dose_line
from planner.planning.naming import prescription_title

Row = dict[str, str]


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The plan, or a part of it, as CSV in UTF-8 with a byte order mark."""
    del options
    rows = list(_rows(plan, library, scope))
    unused = {name for name in (*OTHER, "date") if not any(row.get(name) for row in rows)}
    text = StringIO()
    writer = csv.DictWriter(text, [name for name in COLUMNS if name not in unused], restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: defused(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _rows(plan: Plan, library: Library, scope: Scope) -> Iterator[Row]:
    """Every line; what is never due, and times of the day at which nothing is due, have one of their own."""
    whole = _plan_cells(plan)
    dates = scope_dates(plan, scope)
    days = sorted(days_in(plan, scope))
    places = {id(item): str(number) for number, item in enumerate(plan.prescriptions, 1)}
    used: set[str] = set()
    for item in prescriptions_in(plan, scope):
        cells = {**_cells(item, library), "number": places[id(item)], **whole}
        due = [(slot, day) for slot in slots_in(plan, scope) for day in days if item.when.is_due(slot, day)]
        used.update(slot for slot, _ in due)
        for slot, day in due:
            date = dates[day].isoformat() if dates else ""
            yield {**cells, **_slot_cells(plan, slot), "day": day.title, "date": date}
        if not due:
            yield cells
    if scope.slot is None:
        idle = [slot.name for slot in plan.slots if slot.name not in used]
        yield from ({**whole, **_slot_cells(plan, slot)} for slot in idle)
    if not plan.prescriptions and not plan.slots:
        yield whole


def _slot_cells(plan: Plan, name: str) -> Row:
    slot = plan.slot(name)
    if slot is None:
        return {"slot": name}
    return {"slot": name, "time": slot.time.isoformat(), "slot-number": str(plan.slots.index(slot) + 1)}


def _plan_cells(plan: Plan) -> Row:
    return {
        "plan-title": plan.title,
        "start": plan.start.isoformat() if plan.start else "",
        "weeks": str(plan.weeks or ""),
        "painful-side": plan.painful_side or "",
        "safety-checked": plan.safety_checked.isoformat() if plan.safety_checked else "",
        "plan-note": plan.note,
        "plan-id": plan.id,
        "format": str(FORMAT),
        "plan-other": _other(plan.extra),
    }


def _cells(item: Prescription, library: Library) -> Row:
    found = library.variant(item.exercise, item.variant)
    return {
        "exercise": prescription_title(library, item),
        "dose": dose_line(item.dose, found[1] if found else None, item.side),
        "side": item.side or "",
        **_dose_cells(item.dose),
        "note": item.note,
        "exercise-id": item.exercise,
        "variant-id": item.variant,
        "guidance": item.guidance or "",
        "prescription-id": item.id,
        "prescription-other": _other(item.extra),
        "dose-other": _other(item.dose.extra),
    }


def _dose_cells(dose: Dose) -> Row:
    cells = {name: _amount(getattr(dose, name)) for name in NUMBERS}
    usual = dose.hold is None and dose.hold_unit is HoldUnit.SECONDS
    return {**cells, "hold-unit": "" if usual else dose.hold_unit, "count": dose.count or ""}


def _amount(amount: Amount | None) -> str:
    return "" if amount is None else str(amount).replace("-", " to ")


def _other(extra: Mapping[str, object]) -> str:
    return json.dumps(to_json(extra), ensure_ascii=False) if extra else ""
