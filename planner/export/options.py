"""What can be chosen about an export, beside the format and how much of the plan."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen, validators

from planner.model import Exercise, Side, Variant

FigureSvg: TypeAlias = Callable[[Exercise, Variant, Side | None], str | None]
"""Draws the figure of one way of doing an exercise as SVG; its `<title>` says in words what there is to see."""

LONGEST_REMINDER = 24 * 60
"""A reminder comes at most a day before, in minutes."""


NARROWEST = 20
"""Columns of the narrowest plain text."""


def _wide_enough(columns: int) -> int:
    return max(NARROWEST, columns)


class Paper(StrEnum):
    """The sheets that people have: A4, and Letter in North America."""

    A4 = "a4"
    LETTER = "letter"


class QrContent(StrEnum):
    """What a QR code carries to a phone."""

    TEXT = "text"
    """The plan in a few lines, to be read or kept as a note."""
    CALENDAR = "calendar"
    """The sessions as calendar events."""


@frozen
class Options:
    """What can be chosen; every format takes what concerns it."""

    today: dt.date | None = None
    """Where a course without a start begins in a calendar: on the Monday that comes."""
    revised: dt.datetime | None = None
    """When the plan was last changed, in UTC: calendars take the event with the later one."""
    width: int = field(default=72, converter=_wide_enough)
    """Columns of plain text, at least `NARROWEST`."""
    paper: Paper = Paper.A4
    reminder: int | None = field(
        default=None, validator=validators.optional([validators.ge(0), validators.le(LONGEST_REMINDER)])
    )
    """Minutes before a session at which the calendar reminds of it."""
    expand: bool = False
    """One calendar event for every session instead of weekly ones, for calendars that do not repeat events."""
    embed_library: bool = False
    """Whether a TOML copy brings the exercises it uses."""
    qr_content: QrContent = QrContent.TEXT
    qr_on_paper: bool = True
    """Whether a printed sheet has a QR code, where the plan fits into one."""
    columns: int | None = None
    """Of the terminal that is to show a QR code; `None` where it goes to a file."""
    rows: int | None = None
    figure_svg: FigureSvg | None = None
    """Draws the figures of printed sheets; without it they have none."""
