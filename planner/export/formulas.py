"""Cells that a spreadsheet would take for a formula, made plain text, and the way back.

A cell that begins with one of these signs, after spaces or apostrophes, gets an apostrophe in front, which spreadsheets
read as "this is text" (OWASP, "CSV Injection"). A plain number such as -5 is left alone.
"""

import re

# The last four are the wide forms, which spreadsheets of East Asia read as the plain ones.
_DANGEROUS = re.compile(r"[\s']*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")


def defused(text: str) -> str:
    """A text as a cell that no spreadsheet computes."""
    return f"'{text}" if _is_dangerous(text) else text


def restored(cell: str) -> str:
    """The text of a cell that `defused` has made; any other cell as it is."""
    return cell[1:] if cell.startswith("'") and _is_dangerous(cell[1:]) else cell


def _is_dangerous(text: str) -> bool:
    return bool(text[:1] in ("\t", "\r", "\n") or _DANGEROUS.match(text)) and not _NUMBER.fullmatch(text)
