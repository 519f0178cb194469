"""What usually helps where a line of TOML cannot be read: people write dates, ranges and units as on paper."""

import re

BACKSLASH = "a backslash is written \\\\; in 'single quotes' it stands for itself"
OTHER_LETTERS = "a name with other letters than a-z stands in quotation marks"
VALUE = "text in quotation marks, a number, a date or a list"

_QUOTES_NEEDED = "are the quotation marks missing?"
_RANGE = 'a range stands in quotation marks: "5-10"'
_UNIT = "a number stands without its unit"
_DATE = "a date is written year-month-day: 2026-11-23"
_TIME = "a time of day runs from 00:00 to 23:59, with two digits each"
_OWN_LINE = "each key stands on a line of its own"

# What stands before the slip, what follows it, and what to say then. The first that fits is taken.
_AFTER_VALUE: tuple[tuple[str, str, str], ...] = (
    (r"", r"""["']?[\w-]+["']?\s*=""", _OWN_LINE),
    (r"\d$", r",\d", "a number stands without a comma"),
    (r"", r",", f"{_OWN_LINE}, without a comma"),
    (r"", r";", "a line ends without a semicolon"),
    (r"=\s*\d{4}$", r"-\d\d-\d\d$", "there is no such day"),
    (r"=\s*\d{4}$", r"[-./]\d", _DATE),
    (r"=\s*\d{1,2}$", r"[-./]\d{1,2}[-./]\d", _DATE),
    (r"=\s*\d{1,2}\.\d{1,2}$", r"\.\d", _DATE),
    (r"=\s*\d{4}-\d\d-\d\d$", r"\S", _DATE),
    (r"=\s*\d{1,2}$", r":\d|[aApP]\.?[mM]\b|h\d*$", _TIME),
    (r"=\s*\d{2}:\d{2}\s*$", r"\S", _TIME),
    (r"=\s*0$", r"\d[:.h]\d", _TIME),
    (r"=\s*\d+\s*$", r"(?:[-–—]|to\b)\s*\d|\+", _RANGE),
    (r"=\s*[+-]?0$", r"\d", "a number does not begin with 0"),
    (r"=\s*\d+$", r"\.$", "a digit stands on both sides of the point"),
    (r"=\s*\d[\d.]*\s*$", r"[^\W\d_]|[×%°]", _UNIT),
    (r'"\s*$', r"[^#\s]", 'a quotation mark within text is written \\"'),
    (r"'\s*$", r"[^#\s]", 'text with an apostrophe stands in "double quotes"'),
)


def hint_after_value(before: str, rest: str) -> str:
    """What helps where something follows a complete value."""
    for ending, beginning, hint in _AFTER_VALUE:
        if re.search(ending, before) and re.match(beginning, rest):
            return hint
    return ""


def hint_for_start(rest: str) -> str:
    """What helps where a line begins with a sign that begins nothing."""
    if rest.startswith(("//", ";", "/*", "%")):
        return "a comment begins with #"
    if rest[:1] in "]})":
        return "this bracket was not opened"
    if rest[:1].isalpha():
        return OTHER_LETTERS
    return next((hint for beginning, hint in _AT_START if rest.startswith(beginning)), "")


_AT_START = (
    ("=", "a key stands before it"),
    ('{"', "this looks like JSON; plans and libraries are TOML"),
    ("<", "this looks like a web page; plans and libraries are TOML"),
    ("\ufeff", "delete this invisible character"),
)
_WORDS = {"True": "true", "False": "false", "TRUE": "true", "FALSE": "false"}
_NOTHING = ("none", "null", "nil", "-", "?", "n/a", "~")


def hint_for_value(rest: str, word: str) -> str:
    """What helps where a word is no value."""
    if word in _WORDS:
        return f"did you mean {_WORDS[word]}?"
    if word.casefold() in _NOTHING:
        return "leave the line out where nothing is set"
    if word[0] in "“”„«‘’‚":
        return "quotation marks are straight: \" or '"
    if re.match(r"\d+\s?[-–—]\s?\d+$", rest):
        return _RANGE
    if re.match(r"[+-]?\.\d", word):
        return "a digit stands before the point"
    return _QUOTES_NEEDED if word[0].isalpha() else ""
