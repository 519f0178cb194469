"""A script of edits to a text: stretches and what comes in their place."""

from typing import NamedTuple

from attrs import field, frozen


class Edit(NamedTuple):
    """One stretch of a text and its replacement. Edits sort in the order in which they are applied.

    Of two insertions at one place the one that belongs to the text before it (`leaning` 0) comes first.
    """

    start: int
    end: int
    leaning: int
    order: int
    replacement: str


@frozen
class Script:
    """Edits gathered for one text, with offsets into it as it stands."""

    edits: list[Edit] = field(factory=list)

    def replace(self, start: int, end: int, replacement: str) -> None:
        """Put other text in the place of a stretch."""
        self.edits.append(Edit(start, end, 0, len(self.edits), replacement))

    def delete(self, start: int, end: int) -> None:
        """Take a stretch out."""
        self.replace(start, end, "")

    def insert_after(self, at: int, text: str) -> None:
        """Insert text that belongs to what stands before the place."""
        self.edits.append(Edit(at, at, 0, len(self.edits), text))

    def insert_before(self, at: int, text: str) -> None:
        """Insert text that belongs to what stands after the place."""
        self.edits.append(Edit(at, at, 1, len(self.edits), text))

    def apply(self, text: str) -> str:
        """The text after all edits. Raises ValueError if two of them overlap: then a rule of this room is wrong."""
        pieces: list[str] = []
        done = 0
        for start, end, _, _, replacement in sorted(self.edits):
            if start < done:
                message = "two changes concern the same text"
                raise ValueError(message)
            pieces += (text[done:start], replacement)
            done = end
        pieces.append(text[done:])
        return "".join(pieces)
