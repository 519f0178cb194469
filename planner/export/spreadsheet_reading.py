"""Plans read from a spreadsheet, whether it was exported by this program or changed by a person since.

A dose that differs between the rows of one prescription makes two of it. Nothing is dropped in silence.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from planner.export.formulas import restored
from planner.export.imported import Imported, sentences
from planner.export.plan_tables import placed_warnings, read_plan_table
from planner.export.spreadsheet_columns import COLUMNS, NEEDED
from planner.export.spreadsheet_rows import Rows
from planner.files.describing import did_you_mean
from planner.files.encoding import decode
from planner.files.problems import file_problem
from planner.files.reading import refuse_oversized
from planner.model import Library, Plan
from planner.planning.doses import dose_line

LIMIT = 8 << 20
"""A spreadsheet may have at most 8 MiB: some ten thousand rows."""

_MOST_ROWS = 50_000


def read_csv(data: bytes, name: str, library: Library | None = None) -> Imported:
    """The plan in a CSV file: its columns in any order, parted by commas, semicolons or tabs.

    Raises FileProblems with all that is wrong with it.
    """
    refuse_oversized(name, len(data), LIMIT)
    text = decode(data, name).text
    records = _records(text, name)
    if not records:
        raise file_problem(name, "is empty", "a line with the names of the columns")
    columns = [_column(cell) for cell in records[0]]
    missing = [f'"{column}"' for column in NEEDED if column not in columns]
    if missing:
        raise file_problem(name, f"has no column {' and no column '.join(missing)}", "a spreadsheet of a plan")
    dropped = [_unknown(column) for column in dict.fromkeys(columns) if column and column not in COLUMNS]
    repeated = {column for column in columns if column in COLUMNS and columns.count(column) > 1}
    if repeated:
        raise file_problem(name, f'has more than one column "{min(repeated)}"', "each column once")
    rows = Rows(name)
    for number, record in enumerate(records[1:], 2):
        if any(cell.strip() for cell in record):
            rows.add(number, dict(zip(columns, (restored(cell) for cell in record), strict=False)))
    read = read_plan_table(rows.table(), name, library, rows.where)
    dropped += [*rows.notes, *_other_words(rows, read.plan, library)]
    return Imported(read.plan, tuple(dropped), sentences(placed_warnings(read, rows.where)))


def _other_words(rows: Rows, plan: Plan, library: Library | None) -> Iterator[str]:
    """Where the dose in words is not what the numbers say: somebody has changed one and not the other."""
    for (row, words), item in zip(rows.words(), plan.prescriptions, strict=True):
        found = library.variant(item.exercise, item.variant) if library else None
        numbers = dose_line(item.dose, found[1], item.side) if found else words
        if words and words != numbers.strip():
            yield f'row {row}: the words say "{words}", the numbers "{numbers}"; the numbers were taken'


def _records(text: str, name: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(LIMIT)
    try:
        records = list(reader)
    except csv.Error as error:
        raise file_problem(name, f"line {reader.line_num}: {error}", "a CSV file") from None
    if len(records) > _MOST_ROWS:
        raise file_problem(name, f"has {len(records):,} rows", f"at most {_MOST_ROWS:,}")
    return records


def _column(cell: str) -> str:
    return "-".join(cell.strip().casefold().replace("_", " ").split())


def _unknown(column: str) -> str:
    hint = did_you_mean(column, COLUMNS)
    return f'the column "{column}" is not known{f" ({hint})" if hint else ""}'
