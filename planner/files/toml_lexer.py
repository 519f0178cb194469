"""The words of TOML as patterns, for text that a parser has already accepted.

Nothing here checks anything: a pattern may match more than TOML allows. The quantifiers are possessive, so no text,
however hostile, makes them slow.
"""

import re
from typing import cast

import tomli

_BASIC = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_LITERAL = r"'[^']*+'"
# A closing delimiter may be preceded by one or two quotes that belong to the text: five in a row at most.
_LONG_BASIC = r'"""[^"\\]*+(?:(?:\\[\s\S]|"{1,2}(?!"))[^"\\]*+)*+"{3,5}'
_LONG_LITERAL = r"'''[^']*+(?:'{1,2}(?!')[^']*+)*+'{3,5}"
# A date and a time may be parted by a space (RFC 3339 §5.6), the only space within an unquoted value.
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}[0-9:.]*+(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
_WORD = r"[A-Za-z0-9+\-._:]++"

SCALAR = re.compile(f"{_LONG_BASIC}|{_BASIC}|{_LONG_LITERAL}|{_LITERAL}|{_DATE}|{_WORD}")
"""A string, number, boolean, date or time."""

KEY_PART = re.compile(rf"[A-Za-z0-9_\-]++|{_BASIC}|{_LITERAL}")
"""One part of a key: bare, or quoted in either way."""

SPACE = re.compile(r"[ \t]*+")
"""Space within a line."""

DOT = re.compile(r"[ \t]*+\.[ \t]*+")
"""The dot between two parts of a key, with the space around it."""

EQUALS = re.compile(r"[ \t]*+=[ \t]*+")
"""The sign between a key and its value, with the space around it."""

FILLER = re.compile(r"(?:[ \t\r\n,]++|#[^\n]*+)*+")
"""What may stand between two values of an array or an inline table: space, line ends, commas, comments."""

LINE_REST = re.compile(r"[^\n]*+\n?")
"""The rest of a line with its end."""


def key_text(part: str) -> str:
    """The name that one part of a key stands for: without quotes, escapes resolved."""
    if part[0] not in "\"'":
        return part
    if part[0] == "'" or "\\" not in part:
        return part[1:-1]
    return cast("str", tomli.loads(f"key = {part}")["key"])


def ends_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where the match of a pattern that is known to match at this place ends."""
    match = pattern.match(text, at)
    if match is None:
        message = f"not valid TOML at offset {at}"
        raise ValueError(message)
    return match.end()
