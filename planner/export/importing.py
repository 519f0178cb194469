"""Plans made again from what was exported: what comes in, what cannot, and what would change."""

from planner.export.errors import ExportError
from planner.export.imported import Imported
from planner.export.registry import FORMATS
from planner.model import Library, Plan
from planner.planning.differences import NO_LIBRARY, differences


def read_export(format_id: str, data: bytes, name: str, library: Library | None = None) -> Imported:
    """The plan in a file of one of the formats that import again; `name` is what messages call the file.

    Raises FileProblems with all that is wrong with the file, and ExportError for a format that only goes out.
    """
    from planner.export import json_reading, spreadsheet_reading, toml_copy

    readers = {
        "csv": spreadsheet_reading.read_csv,
        "json": json_reading.read_json,
        "toml": toml_copy.read_toml_copy,
    }
    if format_id not in readers:
        known = ", ".join(item.id for item in FORMATS if item.importable)
        raise ExportError(f'plans are not read from "{format_id}"; they are from: {known}')
    return readers[format_id](data, name, library)


def format_of(name: str) -> str | None:
    """The format that imports again and has files with the ending of this one; `None` where there is none."""
    lower = name.casefold()
    return next((item.id for item in FORMATS if item.importable and lower.endswith(item.suffix)), None)


def preview(imported: Imported, current: Plan | None, library: Library = NO_LIBRARY) -> tuple[str, ...]:
    """What an import would do, in sentences: what changes in the plan at hand, and what the file has that is dropped.

    Without a plan at hand it says what the new one holds.
    """
    if current is None:
        rows = len(imported.plan.prescriptions)
        said = [f'a new plan, "{imported.plan.title}", with {rows} {"exercise" if rows == 1 else "exercises"}']
    else:
        said = [change.sentence for change in differences(current, imported.plan, library)]
        said = said or ["nothing changes"]
    said += [f"dropped: {sentence}" for sentence in imported.dropped]
    return (*said, *(f"warning: {sentence}" for sentence in imported.warnings))
