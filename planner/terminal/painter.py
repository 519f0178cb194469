"""Sends the difference: from what the terminal shows to what it should show, in few bytes.

Cursor moves and style changes are chosen by counting their bytes, as curses does. Only sequences that every terminal
of the last thirty years knows are used (cursor positions, SGR, erase), and after a character whose width terminals
disagree about the next position is given in full.
"""

import re
from itertools import groupby
from operator import ne, or_
from typing import Final

from planner.terminal.screen_model import NARROW, NARROW_RANGES, TAIL, ScreenModel
from planner.terminal.styles import PLAIN

_RUNS: Final = re.compile(rb"\x01+")
_SPACES: Final = re.compile(" +")
_SHORTEST_ERASED: Final = 10
"""Cells. Erasing takes about five bytes, and mostly another move after it."""
_WORTH_ERASING: Final = re.compile(f" {{{_SHORTEST_ERASED},}}")
_NOT_NARROW: Final = re.compile(f"[^{NARROW_RANGES}]")
_LONGEST_GAP: Final = 12
"""Cells; rewriting more unchanged cells than this is never shorter than moving over them."""
_ERASE_LINE: Final = "\x1b[K"
_SYNCHRONISE_FROM: Final = 1000
"""Characters. Less fits into one packet, so that no half of it is ever seen."""


class Painter:
    """Knows what the terminal shows and turns it into what a model says.

    `background_erase` says that this terminal erases with the background colour ("bce" of terminfo).
    """

    def __init__(self, *, background_erase: bool = False) -> None:
        self._background_erase = background_erase
        self._rows: list[str] | None = None
        self._looks: list[str] = []
        self._column = -1
        """-1 if the position is not known."""
        self._row = -1
        self._style = PLAIN
        self._out: list[str] = []
        self._model = ScreenModel(1, 1)

    def forget(self) -> None:
        """Trust nothing about the screen: the next frame clears it and draws all of it."""
        self._rows = None

    def frame(self, model: ScreenModel) -> str:
        """What to send so that the terminal shows `model`; empty if it does already.

        The model's `touched` rows are compared and the set is emptied.
        """
        self._model = model
        self._out = []
        if self._rows is None or len(self._rows) != model.height or len(self._rows[0]) != model.width:
            self._clear()
        for row in sorted(model.touched):
            self._paint_row(row)
        model.touched.clear()
        self._move(min(model.row, model.height - 1), min(model.column, model.width - 1))
        data = "".join(self._out)
        if model.can_synchronise and len(data) >= _SYNCHRONISE_FROM:
            return f"\x1b[?2026h{data}\x1b[?2026l"
        return data

    def _clear(self) -> None:
        model = self._model
        self._style = PLAIN
        self._out.append("\x1b[m\x1b[H\x1b[2J")
        self._rows = [" " * model.width] * model.height
        self._looks = [chr(PLAIN) * model.width] * model.height
        self._column = self._row = 0
        model.touched = set(range(model.height))

    def _paint_row(self, number: int) -> None:
        rows = self._rows or []
        row, look = self._model.rows[number], self._shown(number)
        before, look_before = rows[number], self._looks[number]
        if row == before and look == look_before:
            return
        changed = bytearray(map(or_, map(ne, row, before), map(ne, look, look_before)))
        rows[number], self._looks[number] = row, look
        self._join_blanks(row, look, changed)
        erase_from = self._erasable_end(row, look, changed)
        for found in _RUNS.finditer(changed, 0, erase_from):
            self._paint_run(number, found.start(), found.end())
        if erase_from < len(row):
            blank = ord(look[-1])
            self._move(number, erase_from)
            self._change_style(self._model.styles.pen_for_blanks(self._style, blank, blank))
            self._out.append(_ERASE_LINE)

    def _join_blanks(self, row: str, look: str, changed: bytearray) -> None:
        """Take stretches of spaces that are best erased as a whole for changed as a whole."""
        for found in _WORTH_ERASING.finditer(row):
            start, end = found.span()
            first, last = changed.find(1, start, end), changed.rfind(1, start, end) + 1
            is_one = look.count(look[start], start, end) == end - start
            if last - first >= _SHORTEST_ERASED and first >= 0 and is_one and self._erasable(ord(look[start])):
                changed[first:last] = b"\x01" * (last - first)

    def _shown(self, number: int) -> str:
        """How the cells of a row look, where one style stands for all in which a space looks the same."""
        row, look = self._model.rows[number], self._model.looks[number]
        blanks = self._model.styles.blanks
        parts = []
        position = 0
        for found in _SPACES.finditer(row):
            start, end = found.span()
            parts.append(look[position:start])
            parts.append(look[start:end].translate(blanks))
            position = end
        parts.append(look[position:])
        return "".join(parts)

    def _erasable_end(self, row: str, look: str, changed: bytearray) -> int:
        """The column from which on the row is best erased; the width if it is not."""
        width = len(row)
        if row[-1] != " " or not self._erasable(ord(look[-1])):
            return width
        start = max(len(row.rstrip(" ")), len(look.rstrip(look[-1])))
        first = changed.find(1, start)
        if first < 0 or changed.count(1, first) <= len(_ERASE_LINE):
            return width
        return first

    def _erasable(self, style: int) -> bool:
        return self._model.styles.erasable(style, background_erase=self._background_erase)

    def _paint_run(self, number: int, start: int, end: int) -> None:
        row, look = self._model.rows[number], self._model.looks[number]
        if row[start] == TAIL and start:
            start -= 1
        gap_from = self._column
        is_near = self._row == number and 0 <= gap_from < start <= gap_from + _LONGEST_GAP
        if is_near and self._is_shorter_to_rewrite(number, gap_from, start):
            start = gap_from
        self._move(number, start)
        position = start
        pieces = [(ord(style), len(list(cells))) for style, cells in groupby(look[start:end])]
        following = [style for style, _length in pieces[1:]] + [PLAIN]
        for (style, length), next_style in zip(pieces, following, strict=True):
            text = row[position : position + length]
            if not text.strip(" "):
                style = self._model.styles.pen_for_blanks(self._style, style, next_style)  # noqa: PLW2901
            self._write(number, position, text, style)
            position += length

    def _is_shorter_to_rewrite(self, number: int, start: int, end: int) -> bool:
        """Whether writing the unchanged cells of a gap again takes fewer bytes than moving over them."""
        gap = self._model.rows[number][start:end]
        if not gap.isascii() or TAIL in gap:
            return False
        look = self._model.looks[number]
        change = self._model.styles.change
        moved = len(_shift(end - start, "C")) + len(change(self._style, ord(look[end])))
        pen_for_blanks = self._model.styles.pen_for_blanks
        style, rewritten = self._style, len(gap)
        for character, cell_look in zip(gap + "x", map(ord, look[start : end + 1]), strict=True):
            pen = pen_for_blanks(style, cell_look, cell_look) if character == " " else cell_look
            rewritten += len(change(style, pen))
            style = pen
        return rewritten <= moved

    def _write(self, number: int, column: int, text: str, style: int) -> None:
        """Show `text` from `column` of row `number` on, long stretches of spaces by erasing."""
        position = 0
        if self._erasable(style):
            for found in _WORTH_ERASING.finditer(text):
                self._write_cells(number, column + position, text[position : found.start()], style)
                self._move(number, column + found.start())
                self._change_style(style)
                self._out.append(f"\x1b[{len(found[0])}X")
                position = found.end()
        self._write_cells(number, column + position, text[position:], style)

    def _write_cells(self, number: int, column: int, text: str, style: int) -> None:
        if not text:
            return
        self._move(number, column)
        self._change_style(style)
        if text.isascii() or NARROW.fullmatch(text):
            self._out.append(text)
            self._advance(column + len(text))
            return
        position = 0
        for found in _NOT_NARROW.finditer(text):
            self._write_cells(number, column + position, text[position : found.start()], style)
            position = found.end()
            if found[0] != TAIL:
                self._move(number, column + found.start())
                self._change_style(style)
                self._out.append(self._model.clusters.text(found[0]))
                # Terminals disagree about how wide this is.
                self._column = -1
        self._write_cells(number, column + position, text[position:], style)

    def _advance(self, column: int) -> None:
        # In the last column terminals differ: some stay, some wait to wrap.
        self._column = column if column < self._model.width else -1

    def _change_style(self, style: int) -> None:
        if style != self._style:
            self._out.append(self._model.styles.change(self._style, style))
            self._style = style

    def _move(self, row: int, column: int) -> None:
        if self._row == row and self._column == column:
            return
        shortest = f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H" if row else "\x1b[H"
        if self._row == row:
            shortest = min((shortest, *self._moves_in_row(column)), key=len)
        elif self._row >= 0 and self._row + 1 == row and column == 0:
            shortest = "\r\n"
        elif self._column == column:
            down = row - self._row
            shortest = min(shortest, _shift(abs(down), "B" if down > 0 else "A"), key=len)
        self._out.append(shortest)
        self._row, self._column = row, column

    def _moves_in_row(self, column: int) -> list[str]:
        moves = ["\r"] if column == 0 else [f"\x1b[{column + 1}G"]
        if self._column >= 0:
            right = column - self._column
            moves.append(_shift(right, "C") if right > 0 else min("\b" * -right, _shift(-right, "D"), key=len))
        return moves


def _shift(cells: int, direction: str) -> str:
    return f"\x1b[{cells}{direction}" if cells > 1 else f"\x1b[{direction}"
