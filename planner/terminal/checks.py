"""What can be known about a terminal before anything is drawn. Imports no Textual."""

import codecs
import os
from collections.abc import Mapping, MutableMapping
from typing import Final, Literal, NamedTuple, TextIO

ColourDepth = Literal["truecolor", "256", "16"]

_TEXTUAL_NAMES: Final = {"truecolor": "truecolor", "256": "256", "16": "standard"}
# Terminals that name themselves without saying "256color", and have at least so many.
_MANY_COLOURS: Final = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio", "st-")
_DUMB: Final = ("dumb", "unknown")
# Of Textual: what debugs, records, presses keys, photographs the screen or replaces the driver.
_NOT_FOR_USERS: Final = (
    "TEXTUAL",
    "TEXTUAL_DEBUG",
    "TEXTUAL_DRIVER",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SHOW_RETURN",
)


class Abilities(NamedTuple):
    """What a terminal can be sent."""

    encoding: str
    """Of what is typed."""
    ascii_only: bool
    """Whether it can show no more than ASCII."""
    background_erase: bool
    """Whether it erases with the background colour."""


def unusable(
    streams: tuple[TextIO | None, TextIO | None, TextIO | None],
    environ: Mapping[str, str],
    *,
    program: str,
    instead: str,
) -> str | None:
    """One sentence that says why the screens cannot be shown here, or None if they can.

    `streams` are standard input, output and error as the process was given them (`sys.__stdin__` and so on; None for
    a closed one). `instead` names the commands that need no terminal.
    """
    reason = _reason(streams, environ)
    return f"{program}: {reason}. Without one, use {instead}." if reason else None


def _reason(streams: tuple[TextIO | None, TextIO | None, TextIO | None], environ: Mapping[str, str]) -> str | None:
    names = ("input", "output", "error output")
    for stream, name in zip(streams, names, strict=True):
        if not _is_terminal(stream):
            return f"the screens need a terminal, and the standard {name} is not one"
    if environ.get("TERM", "") in _DUMB:
        return f"the screens need a terminal with cursor movement, and TERM is {environ['TERM']!r}"
    if os.name != "posix":
        return "the screens need a Unix terminal (on Windows: WSL)"
    return None


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and os.isatty(stream.fileno())
    except (OSError, ValueError):
        return False


def remote(environ: Mapping[str, str]) -> bool:
    """Whether this session came over SSH or Mosh, so that each byte may take its time."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def colour_depth(environ: Mapping[str, str]) -> ColourDepth:
    """How many colours the terminal says it has.

    SSH does not pass COLORTERM on, so a terminal far away is known by TERM alone: 256 colours as a rule.
    """
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    term = environ.get("TERM", "").strip().lower()
    if term.endswith("-direct"):
        return "truecolor"
    if "256color" in term or term.startswith(_MANY_COLOURS):
        return "256"
    return "16"


def says_no_colour(environ: Mapping[str, str]) -> bool:
    """Whether colours are not wanted: NO_COLOR is set and not empty (https://no-color.org)."""
    return bool(environ.get("NO_COLOR"))


def settle(environ: MutableMapping[str, str]) -> None:
    """Put into `environ` what Textual reads from it when it is imported; to be called before that.

    A colour depth or animation level that the user has set for Textual is kept.
    """
    for name in _NOT_FOR_USERS:
        environ.pop(name, None)
    if not says_no_colour(environ):
        # Textual takes an empty value for a yes.
        environ.pop("NO_COLOR", None)
    environ.setdefault("TEXTUAL_COLOR_SYSTEM", _TEXTUAL_NAMES[colour_depth(environ)])
    # Textual draws at most so often in a second. A key is answered with the next drawing, so waiting for it is what a
    # person feels; nothing is drawn more often than there are keys.
    environ.setdefault("TEXTUAL_FPS", "250")
    if remote(environ):
        environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    else:
        # Milliseconds of silence after which an ESC is the escape key (curses reads the same variable). Here a key
        # arrives in one piece; over a line it may be cut, and Textual's own 100 stay.
        environ.setdefault("ESCDELAY", "25")


def not_utf8(encoding: str | None) -> str | None:
    """One sentence for a terminal whose locale is not UTF-8, or None. `encoding` is that of the standard streams."""
    if _is_utf8(encoding):
        return None
    return (
        f"This terminal's locale says {encoding or 'nothing about its encoding'}, not UTF-8: signs and lines are "
        "shown with plain letters. Setting LANG to a UTF-8 locale (such as C.UTF-8) shows all of them."
    )


def _is_utf8(encoding: str | None) -> bool:
    return _known(encoding) == "utf-8"


def _known(encoding: str | None) -> str:
    try:
        return codecs.lookup(encoding or "ascii").name
    except LookupError:
        return "ascii"


def abilities(environ: Mapping[str, str], encoding: str | None) -> Abilities:
    """What the terminal can be sent, from what TERM and the locale say."""
    return Abilities(
        encoding=_known(encoding),
        ascii_only=not _is_utf8(encoding),
        background_erase=_erases_with_background(environ.get("TERM", "")),
    )


def _erases_with_background(term: str) -> bool:
    """Whether the terminfo database says so of this terminal; False if it says nothing."""
    try:
        import curses
    except ImportError:
        return False
    try:
        curses.setupterm(term or "dumb", 1)
    except curses.error:
        return False
    return curses.tigetflag("bce") == 1 and curses.tigetstr("ech") is not None
