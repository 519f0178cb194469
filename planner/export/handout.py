"""The sheet that a person takes to the mat, as data: what plain text, Markdown, web page and PDF all show.

Every text in it is fit to be shown as it is: control characters stand as visible escapes.
"""

from enum import StrEnum

from attrs import frozen


@frozen
class Picture:
    """The figure of an exercise."""

    svg: str
    alternative: str
    """What there is to see, in words."""


@frozen
class Block:
    """One exercise of the plan with all that it takes to do it."""

    number: int
    title: str
    dose: str
    when: str
    position: str
    """The starting position in plain words; empty where the library does not have the exercise."""
    aim: str
    equipment: tuple[str, ...]
    steps: tuple[str, ...]
    precautions: tuple[str, ...]
    note: tuple[str, ...]
    """What the plan says about it, line by line."""
    source: str
    """Where its dose comes from; empty where nobody knows."""
    source_notes: tuple[str, ...]
    blanks: tuple[str, ...]
    """Numbers that are not set, to be filled in by hand: `reps`."""
    known: bool
    """Whether the library has it."""
    picture: Picture | None


class Mark(StrEnum):
    """One session of one day in a table; the value is what a screen reader says."""

    DUE = "due"
    NOT_DUE = "not due"
    OUTSIDE = "not part of the course"


@frozen
class Line:
    """One time of the day through the week, Monday first."""

    slot: str
    time: str
    """`08:00`; empty where the plan has no such slot."""
    marks: tuple[Mark, ...]


@frozen
class Row:
    """One exercise in the week."""

    number: int
    title: str
    dose: str
    lines: tuple[Line, ...]
    """One for each slot in which it is due; empty where it never is."""


@frozen
class Day:
    """The head of a column of the week."""

    short: str
    title: str
    date: str
    """`23 Nov`; empty where no certain week is meant."""


@frozen
class Total:
    """How long the sessions of one slot take, day by day."""

    slot: str
    time: str
    minutes: tuple[str, ...]
    """`14`, `14+` where a number is not set, `?` where nothing is known; empty where nothing is due."""


@frozen
class Week:
    """The week as a table."""

    label: str
    """`Week 2 of 6`, `Every week`."""
    dates: str
    """`30 Nov–6 Dec`; empty where no certain week is meant."""
    days: tuple[Day, ...]
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]
    to_tick: bool
    """Whether its boxes are to be ticked; otherwise it shows when things are due in every week."""


@frozen
class Item:
    """One exercise of a session."""

    number: int
    title: str
    dose: str


@frozen
class SessionPart:
    """A session, and when it is due."""

    title: str
    """`Morning, 08:00`."""
    days: str
    """`every day`; empty where just one day is meant."""
    day_names: tuple[str, ...]
    """`Mon`, `Wed`: what to tick off; empty where just one day is meant, or more than one week."""
    minutes: str
    """`14 min`, `at least 14 min`, `?`."""
    items: tuple[Item, ...]


@frozen
class TickWeek:
    """One week of the course on the sheet for ticking off sessions."""

    label: str
    dates: str
    """`23–29 Nov`; empty where the course has no start."""
    lines: tuple[Line, ...]


@frozen
class Credit:
    """A source that the exercises come from."""

    title: str
    lines: tuple[str, ...]


@frozen
class Safety:
    """What to know before starting."""

    questions: tuple[str, ...]
    answered: str
    """When the questions were answered, in a sentence; empty where there are none."""
    precautions: tuple[str, ...]
    see_a_doctor: tuple[str, ...]


@frozen
class Handout:
    """A plan, or a part of it, ready to be set on paper."""

    title: str
    scope: str
    """`Week 2 of 6, 30 Nov–6 Dec`; empty for the whole course."""
    facts: tuple[str, ...]
    note: tuple[str, ...]
    safety: Safety
    sessions: tuple[SessionPart, ...]
    week: Week | None
    """`None` for a day or a session."""
    course: tuple[TickWeek, ...]
    """Every week of the course; only for a whole course whose length is set."""
    blocks: tuple[Block, ...]
    advice: tuple[str, ...]
    credits: tuple[Credit, ...]

    @property
    def heading(self) -> str:
        """The title of the document: `Acute low back: Week 2 of 6, 30 Nov–6 Dec`."""
        return f"{self.title}: {self.scope}" if self.scope else self.title
