"""Texts of a plan or a library as Markdown that shows them as they are: no link, no HTML, no heading comes of them."""

import re

_ALWAYS = re.compile(r"[\\`*_\[\]<>#|~$]|&(?=#?[0-9A-Za-z]+;)")
# What makes a list or an underlined heading of a line that begins with it (CommonMark 0.31, sections 4 and 5).
_AT_START = re.compile(r"([-+=])|([0-9]{1,9})([.)])")

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~%/?&=#+-]*)?")


def linked(text: str) -> str:
    """One line of text that may be the address of a page, which then becomes a link to what it reads."""
    return f"<{text}>" if _ADDRESS.fullmatch(text) else escaped(text)


def escaped(text: str) -> str:
    """One line of text, with a backslash before every sign that Markdown (CommonMark and GitHub's) would act on."""
    safe = _ALWAYS.sub(lambda match: f"\\{match[0]}", text.strip())
    match = _AT_START.match(safe)
    if match is None:
        return safe
    return f"\\{safe}" if match[1] else f"{match[2]}\\{safe[len(match[2]) :]}"
