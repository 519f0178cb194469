"""The fields of dialogs: one line each, a label, a value that is stepped or typed, and a word of explanation."""

from textual import events
from textual.message import Message

from planner.model import Amount, Weekday, parse_amount
from planner.planning.doses import amount_words
from planner.tui.commands import bindings
from planner.tui.widgets.ink import Line, Piece, fit
from planner.tui.widgets.ink_widget import InkWidget

LABEL = 13
"""Cells for the label of a field."""

VALUE = 16
"""Cells for the value of a number."""


class Field(InkWidget, can_focus=True):
    """A line of a dialog. It shows what it is told and reports what is asked of it; it decides nothing."""

    class Stepped(Message):
        """One step more or less, or the next or previous choice, is asked for."""

        def __init__(self, field: "Field", by: int) -> None:
            super().__init__()
            self.field = field
            """The field."""
            self.by = by
            """1 or -1."""

        @property
        def control(self) -> "Field":
            """The field, for `@on(Field.Stepped, "#some-field")`."""
            return self.field

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.label = label

    def on_focus(self) -> None:
        """Look like the place where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Look like the other fields."""
        self.refresh()

    def head(self) -> list[Piece]:
        """The pointer and the label."""
        return [("▸ " if self.has_focus else "  ", "place"), (fit(self.label, LABEL), "muted")]


class ChoiceField(Field):
    """One of a few choices; left and right go through them."""

    BINDINGS = bindings("field")

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(label, id=id)
        self.value = ""
        self._explanation = ""
        self._role = ""

    def show(self, value: str, explanation: str = "", role: str = "strong") -> None:
        """Show a choice and why it is so."""
        self.value, self._explanation, self._role = value, explanation, role
        self.refresh()

    def lines(self, width: int, height: int) -> list[Line]:
        """The label, the value between arrows, the explanation."""
        marks = ("◂ ", " ▸") if self.has_focus else ("  ", "  ")
        return [
            [
                *self.head(),
                (marks[0], "place"),
                (self.value, self._role),
                (marks[1], "place"),
                ("  ", ""),
                (self._explanation, "muted"),
            ]
        ]

    def action_more(self) -> None:
        """The next choice."""
        self.post_message(self.Stepped(self, 1))

    def action_less(self) -> None:
        """The choice before."""
        self.post_message(self.Stepped(self, -1))


class NumberField(Field):
    """A number of a dose: typed, or stepped with + and -. Blank stays blank."""

    BINDINGS = bindings("field", "number")

    class Typed(Message):
        """Another number was typed; `None` is not set."""

        def __init__(self, field: "NumberField", amount: Amount | None) -> None:
            super().__init__()
            self.field = field
            """The field."""
            self.amount = amount
            """What was typed."""

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(label, id=id)
        self.unit = ""
        self.typing: str | None = None
        """What is being typed, while it is."""
        self._amount: Amount | None = None
        self._needed = False
        self._explanation = ""

    def show(self, amount: Amount | None, explanation: str, unit: str, *, needed: bool = False) -> None:
        """Show a number and what the leaflet says of it; `needed` where the dose says nothing without it."""
        if self.typing is not None and typed_amount(self.typing) != amount:
            self.typing = None
        self.unit, self._amount, self._explanation, self._needed = unit, amount, explanation, needed
        self.refresh()

    @property
    def wrong(self) -> bool:
        """Whether what has been typed is no number."""
        return bool(self.typing) and typed_amount(self.typing or "") is None

    def lines(self, width: int, height: int) -> list[Line]:
        """The label, the number with its unit, the explanation."""
        if self.typing is not None:
            value, role = f"{self.typing}▏", "warning" if self.wrong else "strong"
        elif self._amount is None:
            value, role = "—", "warning" if self._needed else "muted"
        else:
            value, role = amount_words(self._amount), "strong"
        unit = self.unit if self._amount is not None or self.typing else ""
        told = "a number, or 5 10" if self.wrong else self._explanation
        room = max(0, VALUE - len(value) - len(unit) - 1)
        return [[*self.head(), ("  ", ""), (value, role), (f" {unit}", "muted"), (" " * room, ""), (told, "muted")]]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Digits and the signs of ranges are typed here; everything else is a command."""
        return character is not None and (character.isdigit() or (character in "<>" or (character == " ")))

    def on_key(self, event: events.Key) -> None:
        """Take what is typed."""
        if event.character and self.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            self._type((self.typing or "") + event.character)

    def _type(self, text: str) -> None:
        self.typing = text[:12]
        amount = typed_amount(self.typing)
        if amount is not None or not self.typing.strip():
            self.post_message(self.Typed(self, amount))
        self.refresh()

    def on_blur(self) -> None:
        """Typing is over."""
        self.typing = None
        super().on_blur()

    def action_erase(self) -> None:
        """Take the last digit away."""
        text = self.typing if self.typing is not None else _typed_text(self._amount)
        self._type(text[:-1])

    def action_clear(self) -> None:
        """Make it not set."""
        self._type("")

    def action_more(self) -> None:
        """A step more."""
        self.typing = None
        self.post_message(self.Stepped(self, 1))

    def action_less(self) -> None:
        """A step less."""
        self.typing = None
        self.post_message(self.Stepped(self, -1))


def typed_amount(text: str) -> Amount | None:
    """What has been typed as a number: `10`, `5 10` for a range, `>30` for at least, `<20` for at most."""
    words = text.replace("<", "at most ").replace(">", "at least ").split()
    joined = "-".join(words) if words and words[0].isdigit() else " ".join(words)
    try:
        amount = parse_amount(joined)
    except ValueError:
        return None
    return amount if amount.least else None


def _typed_text(amount: Amount | None) -> str:
    if amount is None:
        return ""
    if amount.exact is not None:
        return str(amount.exact)
    low, high = amount.minimum, amount.maximum
    return f"{low} {high}" if low and high else f">{low}" if low else f"<{high}" if high else ""


class DaysField(Field):
    """The seven days of one slot; space takes or gives the one under the cursor."""

    BINDINGS = bindings("days")

    class Toggled(Message):
        """A day is to be given or taken; `None` is the whole row."""

        def __init__(self, field: "DaysField", day: Weekday | None) -> None:
            super().__init__()
            self.field = field
            """The field; its label is the slot."""
            self.day = day
            """The day."""

    def __init__(self, slot: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(slot, id=id)
        self._days: frozenset[Weekday] = frozenset()
        self._day = Weekday.MONDAY

    def show(self, days: frozenset[Weekday]) -> None:
        """Show the days on which it is due."""
        self._days = days
        self.refresh()

    def lines(self, width: int, height: int) -> list[Line]:
        """The slot, and each day with its mark."""
        pieces = self.head()
        letters = self._letters(width)
        for day in Weekday:
            due = day in self._days
            words = f"{day.short[:letters]} {'●' if due else '○'}"
            under = self.has_focus and day is self._day
            gap = "  " if letters == len(day.short) else " "
            pieces += [(gap, ""), (words, "cell" if under else "strong" if due else "muted")]
        return [pieces]

    def _letters(self, width: int) -> int:
        """How many letters of a day's name there is room for."""
        return 3 if width >= LABEL + 2 + 7 * 7 else 2

    def action_due(self) -> None:
        """Give or take the day under the cursor."""
        self.post_message(self.Toggled(self, self._day))

    def action_fill(self) -> None:
        """Give or take every day."""
        self.post_message(self.Toggled(self, None))

    def action_left(self) -> None:
        """To the day before."""
        self._day = Weekday(max(0, self._day - 1))
        self.refresh()

    def action_right(self) -> None:
        """To the day after."""
        self._day = Weekday(min(6, self._day + 1))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on a day gives or takes it."""
        day = (event.x - LABEL - 2) // (7 if self._letters(self.size.width) == 3 else 5)
        if 0 <= day < 7:
            self._day = Weekday(day)
            self.action_due()
