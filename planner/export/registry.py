"""Every format that a plan can be sent on in: what it is called, what it is for, and how it is made."""

from collections.abc import Callable
from importlib import import_module

from attrs import frozen

from planner.export.errors import ExportError, MissingPackage
from planner.export.options import Options
from planner.export.scope import WHOLE_COURSE, Scope, ScopeKind, check_scope
from planner.model import Library, Plan

Render = Callable[[Plan, Library, Scope, Options], bytes]

ALL_SCOPES = tuple(ScopeKind)
COURSE_ONLY = (ScopeKind.COURSE,)


@frozen
class Format:
    """A format that a plan can be sent on in."""

    id: str
    title: str
    suffix: str
    """Of the names of its files, with the dot."""
    purpose: str
    """What people use it for, in a few words."""
    module: str
    """Where it is made, in this package."""
    scopes: tuple[ScopeKind, ...] = ALL_SCOPES
    binary: bool = False
    """Whether a terminal cannot show it."""
    importable: bool = False
    """Whether a plan can be made from it again, without loss."""


FORMATS = (
    Format("text", "Plain text", ".txt", "to read anywhere, also aloud by a screen reader", "plain_text"),
    Format("markdown", "Markdown", ".md", "for notes and wikis", "markdown"),
    Format("html", "Web page to print", ".html", "to print, or to read on a phone", "html_page"),
    Format("pdf", "PDF", ".pdf", "to print, or to send to a patient", "pdf", binary=True),
    Format("ics", "Calendar", ".ics", "for the calendar of a phone or computer", "calendar_file"),
    Format("csv", "Spreadsheet", ".csv", "one line for each exercise, time and day", "spreadsheet", importable=True),
    Format("json", "JSON", ".json", "for other programs", "json_file", COURSE_ONLY, importable=True),
    Format("toml", "Plan file", ".toml", "for a colleague who has this program", "toml_copy", COURSE_ONLY, False, True),
    Format("qr", "QR code", ".txt", "to carry the plan to a phone", "qr_code"),
)

_PACKAGES = ("icalendar", "jinja2", "segno", "typst")
"""Packages that only some formats need, and that are imported only for these."""


def find_format(identifier: str) -> Format:
    """The format with this id. Raises ExportError, with those there are, for any other."""
    for known in FORMATS:
        if known.id == identifier:
            return known
    raise ExportError(f'there is no format "{identifier}"; there are: {", ".join(item.id for item in FORMATS)}')


def render(
    format_id: str, plan: Plan, library: Library, scope: Scope = WHOLE_COURSE, options: Options | None = None
) -> bytes:
    """A plan, or a part of it, in one of the formats.

    Raises ExportError, with a sentence, where that cannot be: an unknown format, a week or slot that the plan does not
    have, a package that is not installed, a QR code that does not fit.
    """
    wanted = find_format(format_id)
    if scope.kind not in wanted.scopes:
        raise ExportError(f"{wanted.title} holds the whole course, never a part of it")
    check_scope(plan, scope)
    try:
        make: Render = import_module(f"planner.export.{wanted.module}").render
        return make(plan, library, scope, options or Options())
    except ModuleNotFoundError as error:
        if error.name not in _PACKAGES:
            raise
        hint = " Or export html, and print that to PDF from a browser." if error.name == "typst" else ""
        message = f'{wanted.title} needs the package "{error.name}", which is not installed.{hint}'
        raise MissingPackage(message) from None
    except UnicodeEncodeError as error:
        what = f"{error.object[error.start : error.end]!a}"
        raise ExportError(f"the plan holds half a character ({what}), which no file can hold") from None
