"""The sections of a document: a header with its statements, and which comments go with them.

Comment lines directly above a header belong to it. Comment lines directly below a statement belong to the section of
that statement, unless they run on into the next header. Blank lines, and comments with blank lines on both sides,
belong to no section: they stay where they are.
"""

from itertools import pairwise

from planner.files.toml_spans import Line, LineKind, Node, Spans, is_within


def statements(spans: Spans, table: Node) -> list[Line]:
    """The statements that stand below the header of a table, or above all headers for the document itself."""
    found: list[Line] = []
    for index in range(table.line + 1, len(spans.lines)):
        line = spans.lines[index]
        if line.kind is LineKind.HEADER:
            break
        if line.kind is LineKind.STATEMENT:
            found.append(line)
    return found


def parts_tables(spans: Spans) -> bool:
    """Whether blank lines part the tables of a document: they do, unless most headers follow on a statement."""
    before = [one.kind for one, other in pairwise(spans.lines) if other.kind is LineKind.HEADER]
    return before.count(LineKind.STATEMENT) <= before.count(LineKind.BLANK)


def section_end(spans: Spans, first: int) -> int:
    """The index of the line behind a section that begins with this line, blank lines behind it not counted."""
    lines = spans.lines
    end = at = first + 1
    while at < len(lines) and lines[at].kind is not LineKind.HEADER:
        at += 1
        if lines[at - 1].kind is LineKind.STATEMENT:
            end = at
    after = end
    while after < len(lines) and lines[after].kind is LineKind.COMMENT:
        after += 1
    return end if after < len(lines) and lines[after].kind is LineKind.HEADER else after


def section_start(spans: Spans, header: int) -> int:
    """The index of the first comment line directly above a header, or of the header."""
    start = header
    while start > 0 and spans.lines[start - 1].kind is LineKind.COMMENT:
        start -= 1
    return start


def family_end(spans: Spans, table: Node) -> int:
    """The index of the line behind a table with a header and the tables in it that follow in one go."""
    first = table.line
    while True:
        end = section_end(spans, first)
        following = next((at for at in range(end, len(spans.lines)) if spans.lines[at].kind is LineKind.HEADER), None)
        if following is None or not is_within(spans.lines[following].node, table):
            return end
        first = following


def leaves_comment(spans: Spans, index: int, removed: set[int]) -> bool:
    """Whether a line that goes has to leave a blank one: a comment above would else seem to belong to the next header.

    `removed` are the indices of all lines that go.
    """
    after = index + 1
    while after < len(spans.lines) and spans.lines[after].kind is LineKind.COMMENT:
        after += 1
    if after == len(spans.lines) or spans.lines[after].kind is not LineKind.HEADER or after in removed:
        return False
    above = index - 1
    while above in removed:
        above -= 1
    return above >= 0 and spans.lines[above].kind is LineKind.COMMENT


def first_header(spans: Spans) -> int | None:
    """The index of the first header of a document."""
    return next((at for at, line in enumerate(spans.lines) if line.kind is LineKind.HEADER), None)
