"""From bytes to text: UTF-8 and nothing else, with the place and a guess where it is something else."""

import codecs
from typing import NamedTuple

from planner.files.problems import FileProblems, Problem, Severity, excerpt, file_problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AGAIN = "save it again as UTF-8"


class Decoded(NamedTuple):
    """The text of a file, and how it was wrapped."""

    text: str
    """As it stands in the file, line ends included, without a byte order mark."""
    bom: bool
    """Whether the file begins with a byte order mark, to be kept when it is saved."""
    newline: str
    r"""`\\n` or `\\r\\n`: the end of its first line."""


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file. Raises FileProblems where it is not UTF-8, naming UTF-16 and Latin-1 as such."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise file_problem(name, f"is written in {encoding}", "UTF-8", _SAVE_AGAIN)
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8(body, error.start, name) from None
    if "\0" in text and (_is_utf16(body) or text.count("\0", 0, 1024) > max(2, len(text[:1024]) // 10)):
        raise _binary(body, name)
    end = text.find("\n")
    return Decoded(text, bom, "\r\n" if end > 0 and text[end - 1] == "\r" else "\n")


def _is_utf16(body: bytes) -> bool:
    """Whether every second byte of the beginning is zero, as in UTF-16 without a mark."""
    head = body[:64]
    return len(head) > 3 and (not any(head[1::2]) or not any(head[::2]))


def _binary(body: bytes, name: str) -> FileProblems:
    if _is_utf16(body):
        return file_problem(name, "is written in UTF-16", "UTF-8", _SAVE_AGAIN)
    return file_problem(name, "is not a text file", "text in UTF-8")


def _not_utf8(body: bytes, at: int, name: str) -> FileProblems:
    if b"\0" in body[:1024]:
        return _binary(body, name)
    line_start = body.rfind(b"\n", 0, at) + 1
    line_end = body.find(b"\n", at)
    before = body[line_start:at].decode(errors="replace")
    line = before + body[at : line_end if line_end >= 0 else len(body)].decode("cp1252", errors="replace")
    found, hint = _guess(body, at)
    source, caret = excerpt(line.rstrip("\r"), len(before) + 1, 1)
    row = body.count(b"\n", 0, at) + 1
    problem = Problem(
        name, row, len(before) + 1, Severity.ERROR, found, "text in UTF-8", hint, source_line=source, caret=caret
    )
    return FileProblems([problem])


def _guess(body: bytes, at: int) -> tuple[str, str]:
    """What a byte that is not UTF-8 probably is: a letter of Latin-1 (Windows-1252), or nothing that can be told."""
    byte = body[at]
    letter = bytes([byte]).decode("cp1252", errors="replace")
    found = f"byte 0x{byte:02X}"
    alone = at + 1 >= len(body) or body[at + 1] < 0x80
    if alone and letter.isprintable() and letter != "\ufffd":
        return f'{found}, which is "{letter}" in Latin-1', f"the file is probably written in Latin-1; {_SAVE_AGAIN}"
    return found, f"the file is damaged or in another encoding; {_SAVE_AGAIN}"
