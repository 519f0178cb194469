"""What the screen should show: Textual's output, read as a terminal would read it.

Two strings stand for each row: one character for each cell, and one style number (as a character) for each cell.
Strings are copied and compared at the speed of memory, and rows that did not change are the same object.
"""

import re
from typing import Final

from rich.cells import split_graphemes

from planner.terminal.clean import ascii_character, removed
from planner.terminal.styles import PLAIN, StyleTable

TAIL: Final = "\x00"
"""Stands in the second cell of a wide character."""
_FIRST_CLUSTER: Final = 0x100000
_LAST_CLUSTER: Final = 0x10FFFD
_HIGHEST_REAL: Final = chr(_FIRST_CLUSTER - 1)

# ESC, then one control sequence that matters (or nothing), then the text up to the next ESC.
_PIECES: Final = re.compile(r"\x1b(?:\[([0-9;]*)([mH]))?([^\x1b]*)")
_SYNCHRONISED: Final = re.compile(r"\[\?2026([hl])")
# What follows the ESC of every other sequence, as far as it is not text.
_OTHER: Final = re.compile(r"\[[0-?]*[ -/]*[@-~]?|[\]PX^_][^\x07\x9c]*[\x07\x9c]?|\\|[ -/]*[0-~]?")
# Characters that every terminal shows one cell wide: Latin, Greek, Cyrillic, punctuation, arrows, lines, dots.
NARROW_RANGES: Final = (
    r" -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0376\u0377\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482"
    r"\u2010-\u2027\u2190-\u21ff\u2500-\u25fc\u2800-\u28ff"
)
NARROW: Final = re.compile(f"[{NARROW_RANGES}]*")


class Clusters:
    """Stand-ins for what fills one cell with several code points (a letter with accents, joined emoji)."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def character(self, text: str) -> str:
        """One character that stands for `text`."""
        number = self._numbers.setdefault(text, len(self._texts))
        if number > _LAST_CLUSTER - _FIRST_CLUSTER:
            return "\ufffd"
        if number == len(self._texts):
            self._texts.append(text)
        return chr(_FIRST_CLUSTER + number)

    def text(self, character: str) -> str:
        """What `character` stands for: itself, unless it is a stand-in."""
        return character if character <= _HIGHEST_REAL else self._texts[ord(character) - _FIRST_CLUSTER]


class ScreenModel:
    """The screen that Textual means to show.

    Only what Textual writes to draw is understood: cursor positions, styles, text, line feeds and the marks of a
    synchronised update. Everything else is dropped, so that no text can carry a command past this point.
    """

    def __init__(self, width: int, height: int, *, ascii_only: bool = False) -> None:
        self.styles = StyleTable()
        self.clusters = Clusters()
        self.width = width
        self.height = height
        self.rows = [" " * width] * height
        self.looks = [chr(PLAIN) * width] * height
        self.touched = set(range(height))
        """Rows that were written to since somebody emptied this set."""
        self.column = 0
        self.row = 0
        self.synchronised = False
        """Whether an update has begun that is not complete yet."""
        self.can_synchronise = False
        """Whether Textual has found that the terminal knows synchronised updates (mode 2026)."""
        self._style = PLAIN
        self._ascii_only = ascii_only

    def resize(self, width: int, height: int) -> None:
        """Cut or fill up to a new size; Textual draws everything again after a change of size."""
        blank, plain = " " * width, chr(PLAIN) * width
        self.rows = [(row + blank)[:width] for row in self.rows[:height]] + [blank] * (height - self.height)
        self.looks = [(look + plain)[:width] for look in self.looks[:height]] + [plain] * (height - self.height)
        if width < self.width:
            self.rows = [_without_cut_character(row) for row in self.rows]
        self.width, self.height = width, height
        self.touched = set(range(height))

    def forget_styles(self) -> None:
        """Number the styles afresh, keeping only those that are on the screen."""
        old, self.styles = self.styles, StyleTable()
        used = set().union(*map(set, self.looks), {chr(self._style)})
        numbers = {ord(look): self.styles.number(old[ord(look)]) for look in sorted(used)}
        self.looks = [look.translate(numbers) for look in self.looks]
        self._style = numbers[self._style]
        self.touched = set(range(self.height))

    def feed(self, data: str) -> None:
        """Draw what Textual has written."""
        start = data.find("\x1b")
        if start:
            self._draw(data if start < 0 else data[:start], [])
            if start < 0:
                return
        applied = self.styles.applied
        texts: list[str] = []
        looks: list[str] = []
        style = self._style
        for parameters, final, text in _PIECES.findall(data):
            if final == "m":
                style = applied(style, parameters) if parameters != "0" else PLAIN
            else:
                self._draw("".join(texts), looks)
                texts, looks = [], []
                if final:
                    self._move(parameters)
                else:
                    text = self._other(text)  # noqa: PLW2901
            if text:
                texts.append(text)
                looks.append(chr(style) * len(text))
        self._style = style
        self._draw("".join(texts), looks)

    def _move(self, parameters: str) -> None:
        row, _, column = parameters.partition(";")
        column = column.partition(";")[0]
        self.row = max(int(row or 1), 1) - 1
        self.column = max(int(column or 1), 1) - 1

    def _other(self, text: str) -> str:
        if found := _SYNCHRONISED.match(text):
            self.synchronised = found[1] == "h"
            self.can_synchronise = True
            return text[found.end() :]
        found = _OTHER.match(text)
        return text[found.end() :] if found else text

    def _draw(self, text: str, looks: list[str]) -> None:
        """Draw `text`, whose code points look as `looks` says, or in the present style if that is empty."""
        if not text:
            return
        look = "".join(looks) or chr(self._style) * len(text)
        if "\n" not in text:
            self._draw_line(text, look)
            return
        position = 0
        for number, line in enumerate(text.split("\n")):
            if number:
                # The terminal's line discipline sends a carriage return with each line feed (ONLCR).
                self.row = min(self.row + 1, self.height)
                self.column = 0
            self._draw_line(line, look[position : position + len(line)])
            position += len(line) + 1

    def _draw_line(self, text: str, look: str) -> None:
        if not (text.isprintable() if text.isascii() else self._narrow(text)):
            text, look = self._in_cells(text, look)
        start = self.column
        self.column = end = start + len(text)
        if not text or self.row >= self.height or start >= self.width:
            return
        if end > self.width:
            # Line wrap is off.
            end = self.width
            text, look = _without_cut_character(text[: end - start]), look[: end - start]
        before, look_before = self.rows[self.row], self.looks[self.row]
        left, right = before[:start], before[end:]
        # Half of a wide character cannot stay: what is left of it becomes a space.
        if before[start] == TAIL:
            left = left[:-1] + " "
        if right[:1] == TAIL:
            right = " " + right[1:]
        self.rows[self.row] = left + text + right
        self.looks[self.row] = look_before[:start] + look + look_before[end:]
        self.touched.add(self.row)

    def _narrow(self, text: str) -> bool:
        return not self._ascii_only and NARROW.fullmatch(text) is not None

    def _in_cells(self, text: str, look: str) -> tuple[str, str]:
        """Text with one character for each cell, and how the cells look, where code points are not cells."""
        cells: list[str] = []
        looks: list[str] = []
        spans, _width = split_graphemes(text)
        for start, end, width in spans:
            cluster = removed(text[start:end])
            if not cluster or not width:
                if cluster and not start:
                    self._add_to_cell_before(cluster)
                continue
            cells.append(self._cell(cluster, width))
            looks.append(look[start] * width)
        return "".join(cells), "".join(looks)

    def _add_to_cell_before(self, marks: str) -> None:
        """Accents at the beginning of a text belong to what stands before it, as terminals see it."""
        if self._ascii_only or self.row >= self.height or not 0 < self.column <= self.width:
            return
        before = self.rows[self.row]
        column = self.column - 1
        if before[column] == TAIL:
            column -= 1
        cell = self.clusters.character(self.clusters.text(before[column]) + marks)
        self.rows[self.row] = before[:column] + cell + before[column + 1 :]
        self.touched.add(self.row)

    def _cell(self, cluster: str, width: int) -> str:
        if self._ascii_only:
            return ascii_character(cluster[0]) + " " * (width - 1)
        simple = len(cluster) == 1 and cluster <= _HIGHEST_REAL
        return (cluster if simple else self.clusters.character(cluster)) + TAIL * (width - 1)


def _without_cut_character(row: str) -> str:
    """A row whose last cell is a space if it held the first half of a wide character."""
    if row and NARROW.fullmatch(row[-1]) is None and row[-1] != TAIL and _is_wide(row[-1]):
        return row[:-1] + " "
    return row


def _is_wide(character: str) -> bool:
    # A stand-in may be narrow or wide; a space in its place is always right in the last column of a cut row.
    return character > _HIGHEST_REAL or split_graphemes(character)[1] > 1
