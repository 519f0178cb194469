"""Slips in the syntax of TOML, told in plain words: what the parser found, where it really began, what helps."""

import re
from collections.abc import Callable

import tomli
from attrs import evolve

from planner.files.text import character_name, clean, quoted, shorten
from planner.files.toml_hints import BACKSLASH, OTHER_LETTERS, VALUE, hint_after_value, hint_for_start, hint_for_value
from planner.files.toml_spans import scan
from planner.files.toml_spots import Slip, Spot

_LOOKS_LIKE_STATEMENT = re.compile(r"""[ \t]*(?:[A-Za-z0-9_\-"'. \t]+=|\[\[?[A-Za-z])""")


def explain(error: tomli.TOMLDecodeError) -> Slip:
    """What the parser stumbled over, in plain words."""
    spot = Spot(error.doc, error.pos, error.msg)
    for beginning, teller in _TELLERS:
        if error.msg.startswith(beginning):
            return teller(spot)
    return spot.slip(f"{quoted(spot.word)} cannot be read here" if spot.word else "cannot be read from here on")


def _statement(spot: Spot) -> Slip:
    if re.match(r"<{7}|={7}|>{7}", spot.rest):
        found = "a mark of a merge conflict that nobody has resolved"
        return evolve(spot.slip(found, "the lines of one side only", length=7), last=True)
    found = f"{_sign(spot)} at the beginning of a line"
    return spot.slip(found, "a key, a [table] or a # comment", hint_for_start(spot.rest))


def _shown(word: str) -> str:
    """A word of a file; one that has quotation marks already gets no more."""
    return clean(shorten(word)) if word.startswith(('"', "'")) else quoted(word)


def _sign(spot: Spot) -> str:
    character = spot.text[spot.at : spot.at + 1]
    if character in ("", "\n"):
        return "the end of the line" if character else "the end of the file"
    return quoted(character) if character.isprintable() and character != " " else character_name(character)


def _line_end(spot: Spot) -> Slip:
    if spot.line.lstrip().startswith("[") and "=" not in spot.before:
        return spot.slip(f"{quoted(spot.rest)} after a table header", "the end of the line", length=len(spot.rest))
    hint = hint_after_value(spot.before, spot.rest)
    begun = re.search(r"[\w+\-.:]+$", spot.before)
    if begun and "=" in spot.before[: begun.start()] and not spot.rest.startswith(","):
        # Such as 5-10: the parser took the 5 for the whole value.
        place = spot.moved(spot.start + begun.start())
        if place.word != begun[0]:
            return place.slip(f"{quoted(place.word)} is no value", VALUE, hint, len(place.word))
    return spot.slip(f"{quoted(spot.rest)} after a value", "the end of the line", hint, len(spot.rest))


def _equals(spot: Spot) -> Slip:
    key = re.split(r"[,{]", spot.before)[-1].strip(" \t\"'")
    hint = ""
    if spot.rest.startswith(":"):
        hint = 'write "=" instead of ":"'
    elif spot.rest[:1].isalpha() and not spot.rest[:1].isascii():
        hint = OTHER_LETTERS
    elif "=" in spot.rest:
        hint = "a key has no spaces"
    return spot.slip(f"{_sign(spot)} after {quoted(key)}", '"="', hint)


def _value(spot: Spot) -> Slip:
    if not spot.before.strip() and (spot.at >= len(spot.text) or _LOOKS_LIKE_STATEMENT.match(spot.line)):
        return _list_end(spot)
    if not spot.word:
        found = f"{_sign(spot)} where a value should be" if spot.rest else 'nothing after "="'
        return spot.slip(found, "a value")
    hint = hint_for_value(spot.rest, spot.word)
    return spot.slip(f"{quoted(spot.word)} is no value", VALUE, hint, len(spot.word))


def _date(spot: Spot) -> Slip:
    return spot.slip(f"{quoted(spot.word)} is no day of the calendar", "a date such as 2026-11-23", "", len(spot.word))


def _open_line(spot: Spot) -> Slip:
    before = spot.before
    at = max(before.rfind('"'), before.rfind("'"))
    while at > 0 and before[at - 1] == "\\":
        at = max(before.rfind('"', 0, at), before.rfind("'", 0, at))
    place = spot.moved(spot.start + at) if at >= 0 else spot
    return place.slip("text without its closing quotation mark", length=len(spot.line.rstrip()) - place.column + 1)


def _open_text(spot: Spot) -> Slip:
    """Text that runs to the end of the file: it began at the last delimiter."""
    if spot.message == 'Expected "\'"':
        return evolve(_open_line(spot.moved(spot.text.rfind("'") + 1)), last=True)
    opening = max(spot.text.rfind('"""'), spot.text.rfind("'''"))
    if opening >= 0 and _reads(spot.text[:opening] + '""'):
        quotes = spot.text[opening : opening + 3]
        return evolve(spot.moved(opening).slip(f"text without its closing {quotes}", length=3), last=True)
    return evolve(_open_line(spot), last=True)


def _reads(text: str) -> bool:
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _escape(spot: Spot) -> Slip:
    place = spot.moved(max(spot.start, spot.at - 2))
    written = place.text[place.at : spot.at]
    return place.slip(f"{quoted(written)} in text", 'an escape such as \\n or \\"', BACKSLASH, len(written))


def _hexadecimal(spot: Spot) -> Slip:
    start = spot.text.rfind("\\", 0, spot.at)
    place = spot.moved(start)
    written = place.text[start : spot.at + 8].split('"')[0].split("\n")[0]
    return place.slip(
        f"{quoted(written)} stands for no character", "an escape such as \\u00e9", BACKSLASH, len(written)
    )


def _name(spot: Spot) -> Slip:
    if spot.at >= len(spot.text) and "=" in spot.text and not spot.before.strip().startswith("["):
        return _table_end(spot)
    found = f"{_sign(spot)} where a name should be"
    return spot.slip(found, "a name", OTHER_LETTERS if spot.rest[:1].isalpha() else "")


def _header_end(spot: Spot) -> Slip:
    brackets = "]]" if spot.line.lstrip().startswith("[[") else "]"
    return spot.slip(f"{_sign(spot)} in a table header", f'"{brackets}"')


def _header_again(spot: Spot) -> Slip:
    place = spot.moved(spot.start + len(spot.line) - len(spot.line.lstrip()))
    name = _name_in(place.rest)
    above = spot.text[: spot.start]
    listed = re.search(rf"^[ \t]*\[\[[ \t]*{name}[ \t]*\]\]", above, re.MULTILINE)
    hint = f"write [{place.rest}], in double brackets, for one more" if listed else ""
    earlier = listed or re.search(rf"^[ \t]*\[[ \t]*{name}[ \t]*\]", above, re.MULTILINE)
    found = f"{quoted(place.rest)} once more"
    if earlier:
        found += f" (first on line {spot.moved(earlier.end()).number})"
    return place.slip(found, "each table once", hint, len(place.rest))


def _name_in(header: str) -> str:
    """The name in a header, as a pattern."""
    return re.escape(re.sub(r"[\[\]\s]", "", header))


def _key_again(spot: Spot) -> Slip:
    """The parser notices this after the value; what is to be pointed at is the key."""
    if spot.line.lstrip().startswith("["):
        place = spot.moved(spot.start + len(spot.line) - len(spot.line.lstrip()))
        single = re.search(rf"^[ \t]*\[[ \t]*{_name_in(place.rest)}[ \t]*\]", spot.text[: spot.start], re.MULTILINE)
        if single and place.rest.startswith("[["):
            found = f"{quoted(place.rest)} after the single table on line {spot.moved(single.end()).number}"
            return place.slip(found, "double brackets each time", "", len(place.rest))
        return place.slip(f"{quoted(place.rest)} is the name of a value already", "another name", "", len(place.rest))
    spans = scan(spot.text[: spot.at])
    statement = spans.lines[-1]
    key = re.match(r"[ \t]*([^=]*?)[ \t]*=", spot.text[statement.start : spot.at])
    first = statement.node.key
    if key is None or first is None:
        return spot.slip("a key once more", "each key once")
    place = spot.moved(statement.start + key.start(1))
    until = spot.number
    slip = place.slip(f"{quoted(key[1])} is a value or a complete table already", "another key", "", len(key[1]))
    if first.start < statement.start:
        line = spans.position(first.start)[0]
        slip = evolve(slip, found=f"{quoted(key[1])} once more (first on line {line})", expected="each key once")
    return evolve(slip, until=until)


def _member_again(spot: Spot) -> Slip:
    key = spot.message.partition("key ")[2][1:-1]
    return spot.slip(f"{quoted(key)} once more between the same {{ and }}", "each key once")


def _list_end(spot: Spot) -> Slip:
    return _bracket_end(spot, "[", "]", "a list")


def _table_end(spot: Spot) -> Slip:
    return _bracket_end(spot, "{", "}", "a table")


def _bracket_end(spot: Spot, opening: str, closing: str, what: str) -> Slip:
    """Either a comma is missing here, or the closing bracket further up, where the statement began."""
    at_start = not spot.before.strip() and _LOOKS_LIKE_STATEMENT.match(spot.line)
    if spot.at < len(spot.text) and spot.rest and not at_start:
        return spot.slip(f"{_shown(spot.word or spot.rest[0])} in {what}", f'"," or "{closing}"', "", len(spot.word))
    lines = spot.text[: spot.start if at_start else spot.at].split("\n")
    for number in range(len(lines), 0, -1):
        match = re.match(r"[^=#]*=[^#]*?(?=\Q)".replace(r"\Q", re.escape(opening)), lines[number - 1])
        if match:
            found = f'{what} without its closing "{closing}"'
            slip = Slip(number, match.end() + 1, 1, found)
            return evolve(slip, until=spot.number - 1 if at_start else spot.number)
    return evolve(spot.slip(f'{what} without its closing "{closing}"'), last=True)


_TELLERS: tuple[tuple[str, Callable[[Spot], Slip]], ...] = (
    ("Invalid statement", _statement),
    ("Expected newline", _line_end),
    ("Expected '='", _equals),
    ("Invalid value", _value),
    ("Invalid date", _date),
    ("Illegal character", _open_line),
    ("Found invalid character", _open_line),
    ("Unterminated string", _open_text),
    ("Expected \"'", _open_text),
    ("Unescaped", _escape),
    ("Invalid hex value", _hexadecimal),
    ("Escaped character", _hexadecimal),
    ("Invalid initial character", _name),
    ("Expected ']", _header_end),
    ("Cannot declare", _header_again),
    ("Cannot overwrite", _key_again),
    ("Cannot mutate", _key_again),
    ("Cannot redefine", _key_again),
    ("Duplicate inline", _member_again),
    ("Unclosed array", _list_end),
    ("Unclosed inline", _table_end),
)
