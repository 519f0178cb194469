"""How cells look, and the shortest command that turns one look into another.

The commands are "Select Graphic Rendition" of ECMA-48 (5th edition, 8.3.117), with the colours of ISO 8613-6.
"""

from typing import Final, NamedTuple


class Style(NamedTuple):
    """The look of a cell, in the parameters of SGR."""

    attributes: frozenset[str] = frozenset()
    """Of bold, underline and the like: the parameter that turns it on."""
    foreground: str = ""
    """Such as `38;2;255;0;0`; empty is the terminal's own colour."""
    background: str = ""


PLAIN: Final = 0
"""The number of the style that a terminal has after a reset."""

# Attributes that one parameter turns off together.
_GROUPS: Final = (
    (frozenset({"1", "2"}), "22"),
    (frozenset({"3"}), "23"),
    (frozenset({"4", "21"}), "24"),
    (frozenset({"5", "6"}), "25"),
    (frozenset({"7"}), "27"),
    (frozenset({"8"}), "28"),
    (frozenset({"9"}), "29"),
    (frozenset({"51", "52"}), "54"),
    (frozenset({"53"}), "55"),
)
_ON: Final = frozenset().union(*(group for group, _off in _GROUPS))
_OFF: Final = {off: group for group, off in _GROUPS}
# With these a space looks different from a cell that was erased.
_SHOWN_ON_SPACES: Final = frozenset({"4", "21", "5", "6", "7", "9", "51", "52", "53"})
_FOREGROUNDS: Final = frozenset(str(code) for code in (*range(30, 38), *range(90, 98)))
_BACKGROUNDS: Final = frozenset(str(code) for code in (*range(40, 48), *range(100, 108)))
_COLOUR_PARAMETERS: Final = {"5": 3, "2": 5}
# Terminals keep at least sixteen parameters of one command; a reset, two colours and four attributes are fifteen.
_MOST_PARAMETERS: Final = 16


def _applied(style: Style, parameters: str) -> Style:
    attributes, foreground, background = set(style.attributes), style.foreground, style.background
    codes = [code.lstrip("0") or "0" for code in parameters.split(";")]
    position = 0
    while position < len(codes):
        code = codes[position]
        taken = 1
        if code in ("38", "48"):
            taken = _COLOUR_PARAMETERS.get(codes[position + 1] if position + 1 < len(codes) else "", 1)
            colour = ";".join(codes[position : position + taken])
            foreground, background = (colour, background) if code == "38" else (foreground, colour)
        elif code == "0":
            attributes, foreground, background = set(), "", ""
        elif code in _ON:
            attributes.add(code)
        elif code in _OFF:
            attributes -= _OFF[code]
        else:
            foreground = _colour(code, "39", _FOREGROUNDS, foreground)
            background = _colour(code, "49", _BACKGROUNDS, background)
        position += taken
    return Style(frozenset(attributes), foreground, background)


def _colour(code: str, none: str, known: frozenset[str], before: str) -> str:
    return "" if code == none else code if code in known else before


def _attribute_codes(before: frozenset[str], after: frozenset[str]) -> list[str]:
    codes = []
    for group, off in _GROUPS:
        if before & group == after & group:
            continue
        if (before - after) & group:
            codes.append(off)
            codes += sorted(after & group)
        else:
            codes += sorted((after - before) & group)
    return codes


def _change(before: Style, after: Style) -> str:
    codes = _attribute_codes(before.attributes, after.attributes)
    if before.foreground != after.foreground:
        codes.append(after.foreground or "39")
    if before.background != after.background:
        codes.append(after.background or "49")
    delta = ";".join(codes)
    fresh = ["", *sorted(after.attributes), after.foreground, after.background]
    from_reset = ";".join([fresh[0], *(code for code in fresh[1:] if code)])
    shorter = min(delta, from_reset, key=len)
    return f"\x1b[{shorter if shorter.count(';') < _MOST_PARAMETERS else delta}m"


class _Blanks(dict[int, int]):
    """For `str.translate`: from a style to the one that stands for all in which a space looks the same."""

    def __init__(self, table: "StyleTable") -> None:
        super().__init__()
        self._table = table

    def __missing__(self, number: int) -> int:
        style = self._table[number]
        shown = style.attributes & _SHOWN_ON_SPACES
        self[number] = found = number if shown else self._table.number(Style(background=style.background))
        return found


class StyleTable:
    """Numbers for styles, so that a row of looks is a string with one character for each cell."""

    def __init__(self) -> None:
        self.blanks = _Blanks(self)
        """Nothing is seen of a space but its background, unless it is underlined, reversed and the like."""
        self._styles = [Style()]
        self._numbers = {Style(): PLAIN}
        self._applied: dict[tuple[int, str], int] = {}
        self._changes: dict[tuple[int, int], str] = {}
        self._pens: dict[tuple[int, int, int], int] = {}

    def __len__(self) -> int:
        return len(self._styles)

    def __getitem__(self, number: int) -> Style:
        return self._styles[number]

    def number(self, style: Style) -> int:
        """The number of `style`, which gets one if it has none yet."""
        number = self._numbers.setdefault(style, len(self._styles))
        if number == len(self._styles):
            self._styles.append(style)
        return number

    def applied(self, number: int, parameters: str) -> int:
        """The style that `parameters` of SGR make out of the style with this number."""
        key = (number, parameters)
        found = self._applied.get(key)
        if found is None:
            found = self._applied[key] = self.number(_applied(self._styles[number], parameters))
        return found

    def change(self, before: int, after: int) -> str:
        """The shortest command that turns one style into the other; empty if they are the same."""
        if before == after:
            return ""
        key = (before, after)
        found = self._changes.get(key)
        if found is None:
            found = self._changes[key] = _change(self._styles[before], self._styles[after])
        return found

    def pen_for_blanks(self, pen: int, blank: int, following: int) -> int:
        """The style to write spaces of the style `blank` in: `pen`, which is set, or `following`, if that will do."""
        key = (pen, blank, following)
        found = self._pens.get(key)
        if found is None:
            found = self._pens[key] = self._pen_for_blanks(pen, blank, following)
        return found

    def _pen_for_blanks(self, pen: int, blank: int, following: int) -> int:
        for candidate in (pen, following):
            if self.blanks[candidate] == self.blanks[blank]:
                return candidate
        attributes, foreground, _background = self._styles[pen]
        background = self._styles[blank].background
        nearest = self.number(Style(attributes - _SHOWN_ON_SPACES, foreground, background))
        return nearest if self.blanks[nearest] == self.blanks[blank] else blank

    def erasable(self, number: int, *, background_erase: bool) -> bool:
        """Whether erased cells look like spaces of this style.

        `background_erase` says that this terminal erases with the background colour ("bce" of terminfo).
        """
        style = self._styles[number]
        return (background_erase or not style.background) and not style.attributes & _SHOWN_ON_SPACES
