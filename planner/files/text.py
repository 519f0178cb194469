"""Text from files, made safe to print: no terminal command, no line break, nothing invisible gets through."""

import re
import unicodedata

BIDI_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
"""Characters that reorder what is shown around them (Unicode Standard Annex 9), as a range of a pattern."""

FORBIDDEN = re.compile(f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f{BIDI_OVERRIDES}\\ud800-\\udfff]")
"""What no text of a file may hold: control characters other than tab and line feed, and reordering characters."""

_UNPRINTABLE = re.compile(
    f"[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028\\u2029{BIDI_OVERRIDES}\\ud800-\\udfff\\ufeff]"
)
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NAMES = {
    "\x00": "NUL",
    "\x07": "BEL",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\r": "carriage return",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\x85": "next line",
    "\x9b": "CSI",
    "\x9d": "OSC",
}


def clean(text: str, keep: str = "") -> str:
    r"""The text with everything that a terminal would act on, or not show, as an escape: `\u001b`, `\n`.

    Characters of `keep` (such as a line feed) are left as they are. Cleaning twice changes nothing more.
    """
    return _UNPRINTABLE.sub(lambda match: match[0] if match[0] in keep else _escape(match[0]), text)


def _escape(character: str) -> str:
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04x}"


def tidy(text: str) -> str:
    """What is left of typed or pasted text when all that a file may not hold is taken out; line ends become `\\n`."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def shorten(text: str, most: int = 40) -> str:
    """The beginning of a text of more than `most` characters, with an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def quoted(text: str, most: int = 40) -> str:
    """A text from a file as messages show it: shortened, cleaned, in quotation marks."""
    return f'"{clean(shorten(text, most))}"'


def character_name(character: str) -> str:
    """One character in words that need no looking up: `control character U+001B (ESC)`."""
    number = f"U+{ord(character):04X}"
    if re.match(f"[{BIDI_OVERRIDES}]", character):
        return f"text-reversing character {number}"
    kind = "control character" if FORBIDDEN.match(character) else "character"
    name = _NAMES.get(character) or ("" if kind == "control character" else unicodedata.name(character, "").lower())
    return f"{kind} {number} ({name})" if name else f"{kind} {number}"


def width(text: str) -> int:
    """How many columns of a terminal a cleaned text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
