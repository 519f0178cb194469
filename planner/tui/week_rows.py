"""The rows of the week: prescriptions in the order of the session, under their starting positions."""

from collections.abc import Iterable

from planner.model import Library, Plan, Prescription, StartingPosition, Weekday
from planner.planning.dates import is_in_course, week_dates
from planner.planning.doses import short_dose
from planner.planning.naming import prescription_title
from planner.tui.widgets.week_grid import PositionRow, PrescriptionRow, WeekRow, position_words


def week_rows(plan: Plan, library: Library, before: Iterable[WeekRow] = ()) -> tuple[WeekRow, ...]:
    """A row for each prescription, and a heading wherever the starting position changes.

    Rows that were shown `before`, from the same library, are taken again as far as their prescriptions are the same.
    """
    known = {row.prescription.id: row for row in before if isinstance(row, PrescriptionRow)}
    rows: list[WeekRow] = []
    position: StartingPosition | str | None = ""
    for prescription in plan.prescriptions:
        exercise = library.exercise(prescription.exercise)
        now = exercise.position if exercise else None
        if now != position:
            rows.append(PositionRow(position_words(now)))
            position = now
        row = known.get(prescription.id)
        rows.append((row and _again(row, prescription)) or _row(prescription, library))
    return tuple(rows)


def _again(row: PrescriptionRow, now: Prescription) -> PrescriptionRow | None:
    """A row with its texts, where those of the prescription are the same `now`."""
    before = row.prescription
    if before is now:
        return row
    if (before.exercise, before.variant, before.side, before.dose) == (now.exercise, now.variant, now.side, now.dose):
        return row._replace(prescription=now)
    return None


def _row(prescription: Prescription, library: Library) -> PrescriptionRow:
    found = library.variant(prescription.exercise, prescription.variant)
    variant = found[1] if found else None
    side = variant.side_names.of(prescription.side) if variant and prescription.side else ""
    ids = f"{prescription.exercise}, {prescription.variant}"
    return PrescriptionRow(
        prescription,
        prescription_title(library, prescription) if found else ids,
        short_dose(prescription.dose, variant, prescription.side),
        side,
        known=found is not None,
    )


def row_of(rows: tuple[WeekRow, ...], identifier: str | None) -> int | None:
    """The index of the row of a prescription."""
    for index, row in enumerate(rows):
        if isinstance(row, PrescriptionRow) and row.prescription.id == identifier:
            return index
    return None


def days_outside(plan: Plan, week: int) -> frozenset[Weekday]:
    """The days of a week that lie before or after the course; none where the course has no dates."""
    dates = week_dates(plan, week)
    return frozenset(day for day, date in zip(Weekday, dates, strict=False) if not is_in_course(plan, date))
