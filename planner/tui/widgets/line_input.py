"""A line of text to type."""

from textual.binding import Binding
from textual.widgets import Input

LONGEST = 10_000
"""Characters that a line of text may have: more would make every key slow (a note is not a book)."""


class LineInput(Input, inherit_bindings=False):
    """Textual's input, but enter belongs to whatever it stands in."""

    BINDINGS = [item for item in Input.BINDINGS if isinstance(item, Binding) and item.key != "enter"]  # noqa: RUF012

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder=placeholder, id=id, compact=True, max_length=LONGEST, select_on_focus=False)
        self.cursor_blink = False
