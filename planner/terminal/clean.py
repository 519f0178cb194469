"""Text from files and people, made safe to show: it can neither command the terminal nor reorder the line."""

import re
import unicodedata
from typing import Final

_CONTROLS: Final = r"\x00-\x1f\x7f-\x9f"
# Bidirectional overrides and isolates, marks, line and paragraph separators, invisible tags, lone surrogates
# (Unicode Standard Annex 9; CVE-2021-42574 shows what they are misused for).
_INVISIBLE: Final = r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"

UNSAFE: Final = re.compile(f"[{_CONTROLS}{_INVISIBLE}]")
"""One character that must not reach a terminal from a text."""

_CONTROL_PICTURES: Final = 0x2400
_DELETE: Final = 0x7F
_SPACE: Final = 0x20


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < _SPACE:
        return chr(_CONTROL_PICTURES + code)
    return "\u2421" if code == _DELETE else "\ufffd"


def clean(text: str, keep: str = "") -> str:
    """`text` with every unsafe character replaced by one that can be seen: ESC becomes ␛.

    `keep` names the control characters that stay, for example `"\\n"` for several lines.
    """
    if not keep:
        return UNSAFE.sub(_visible, text)
    return UNSAFE.sub(lambda match: match[0] if match[0] in keep else _visible(match), text)


def removed(text: str) -> str:
    """`text` without unsafe characters, for where it must not become longer."""
    return UNSAFE.sub("", text)


_PLAIN: Final = {
    **dict.fromkeys("─━═╌╍┄┅┈┉▔▁▂▃", "-"),
    **dict.fromkeys("│┃║╎╏┆┇┊┋▏▎▍▕▌▐", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", "+"),
    **dict.fromkeys("█▉▊▋▇▆▅▄▀■▓", "#"),
    **dict.fromkeys("░▒", ":"),
    **dict.fromkeys("●•◆", "*"),
    **dict.fromkeys("○◦◇□", "o"),
    **dict.fromkeys("▸▶►→❯›", ">"),
    **dict.fromkeys("◂◀◄←❮‹", "<"),
    **dict.fromkeys("▲↑▴", "^"),
    **dict.fromkeys("▼↓▾", "v"),
    **dict.fromkeys("–—−‐‑", "-"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’‚", "'"),
    "×": "x",
    "÷": "/",
    "·": ".",
    "…": ".",
    "✓": "y",
    "✔": "y",
    "✗": "x",
    "⠀": " ",
    "\u00a0": " ",
}
_BRAILLE: Final = range(0x2801, 0x2900)


def ascii_character(character: str) -> str:
    """One ASCII character that stands for `character` on a terminal that has no UTF-8: `●` is `*`, `é` is `e`."""
    if character.isascii():
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    if ord(character) in _BRAILLE:
        return ":"
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base.isascii() else "?"
