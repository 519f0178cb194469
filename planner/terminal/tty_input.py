"""What a terminal sends, which may be anything, turned into Textual's events."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

_OLD_MOUSE: Final = re.compile(rb"\x1b\[M([\x20-\xff])([\x20-\xff])([\x20-\xff])", re.DOTALL)
_OLD_MOUSE_PART: Final = re.compile(rb"\x1b\[M[\x20-\xff]{0,2}\Z", re.DOTALL)
_OLD_MOUSE_OFFSET: Final = 32
_NO_BUTTON: Final = 3


def _modern_mouse(report: re.Match[bytes]) -> bytes:
    """A mouse report of 1984 (one byte a number, beyond column 95 not even text) in the form of today."""
    button, column, row = (group[0] - _OLD_MOUSE_OFFSET for group in report.groups())
    released = button & _NO_BUTTON == _NO_BUTTON and button < 2 * _OLD_MOUSE_OFFSET
    return b"\x1b[<%d;%d;%d%c" % (button & ~_NO_BUTTON if released else button, column, row, b"m" if released else b"M")


class _Parser(XTermParser):
    """Textual's parser, for terminals that send what no terminal should."""

    @property
    def mouse_pixels(self) -> bool:
        """Never: a report of the window's size, which anybody can type, would turn it on."""
        return False

    @mouse_pixels.setter
    def mouse_pixels(self, wanted: bool) -> None:
        del wanted

    def _parse_extended_key(self, sequence: str) -> list[events.Key] | None:  # type: ignore[override]
        """A key sent as a number: one that no character has is no key."""
        ignored = [events.Key(Keys.Ignore, sequence)]
        try:
            keys = super()._parse_extended_key(sequence)
        except (ValueError, OverflowError):
            return ignored
        if keys is not None and not all(_is_text(key.character) for key in keys):
            return ignored
        return keys


def _is_text(character: str | None) -> bool:
    """Whether `character` can be written to a file: half of a surrogate pair cannot."""
    return character is None or not any("\ud800" <= code <= "\udfff" for code in character)


class Decoder:
    """Turns bytes into events; no bytes can make it raise.

    Bytes that are not text in `encoding` become U+FFFD, key codes that are no character are dropped, and reports of
    the window's size, which are never asked for, are ignored.
    """

    def __init__(self, encoding: str = "utf-8") -> None:
        self._decode = codecs.getincrementaldecoder(encoding)(errors="replace").decode
        self._parser = _Parser()
        self._held = b""

    def feed(self, data: bytes) -> Iterator[Message]:
        """The events that these bytes complete."""
        data = _OLD_MOUSE.sub(_modern_mouse, self._held + data)
        part = _OLD_MOUSE_PART.search(data)
        self._held = part[0] if part else b""
        if part:
            data = data[: part.start()]
        if text := self._decode(data):
            yield from self._events(text)

    def tick(self) -> Iterator[Message]:
        """The events that silence completes: a lone escape is the escape key."""
        if self._held:
            text, self._held = self._decode(self._held), b""
            yield from self._events(text)
        yield from self._events("")

    def _events(self, text: str) -> Iterator[Message]:
        try:
            # An empty feed would tell the parser that the input has ended.
            for event in self._parser.feed(text) if text else self._parser.tick():
                if not isinstance(event, events.Resize):
                    yield event
        except (ParseError, ValueError, TypeError, LookupError, ArithmeticError, RuntimeError, StopIteration):
            # The parser is a generator and has ended with the exception: what it had begun to read is dropped.
            self._parser = _Parser()
