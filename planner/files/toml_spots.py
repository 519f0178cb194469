"""Places in a text that is not TOML yet, and what can be said of them."""

import re

from attrs import field, frozen


@frozen
class Slip:
    """A slip of syntax. Lines and columns count from one."""

    line: int
    column: int
    length: int
    found: str
    expected: str = ""
    hint: str = ""
    last: bool = False
    """Whether nothing after it can be read with any sense."""
    until: int = 0
    """The line with which what it spoils ends; that of the slip itself if 0."""


@frozen
class Spot:
    """A place in a text."""

    text: str
    at: int
    message: str = ""
    """What the parser said."""
    start: int = field(init=False)
    """Where its line begins."""
    line: str = field(init=False)
    """The whole line."""

    @start.default
    def _find_start(self) -> int:
        return self.text.rfind("\n", 0, self.at) + 1

    @line.default
    def _find_line(self) -> str:
        end = self.text.find("\n", self.at)
        return self.text[self.start : end if end >= 0 else len(self.text)]

    @property
    def number(self) -> int:
        """The number of its line, from one."""
        return self.text.count("\n", 0, self.at) + 1

    @property
    def column(self) -> int:
        """From one."""
        return self.at - self.start + 1

    @property
    def rest(self) -> str:
        """What follows on its line, without space or comment."""
        return re.split(r"\s#", self.line[self.at - self.start :], maxsplit=1)[0].strip()

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.line[: self.at - self.start]

    @property
    def word(self) -> str:
        """The text up to the next space, comma or bracket."""
        match = re.match(r"[^\s,\]}#]*", self.line[self.at - self.start :])
        return match[0] if match else ""

    def slip(self, found: str, expected: str = "", hint: str = "", length: int = 1) -> Slip:
        """A slip at this place."""
        return Slip(self.number, self.column, max(1, length), found, expected, hint)

    def moved(self, at: int) -> "Spot":
        """Another place of the same text."""
        return Spot(self.text, at)
