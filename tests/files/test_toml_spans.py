"""Where things stand in a TOML text, held against what the parser reads."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.files.toml_spans import LineKind, Path, Span, Spans, scan

PLAN = """\
# A plan
format = 1
"painful-side" = 'left'   # said at the first visit

[slots]
morning = 08:00

# The knee roll
[[prescription]]
id = "a"
dose.hold = 30
dose . "reps" = [5, { least = 3 }]

  [prescription.when]  # when it is due
  morning = "daily"

[[prescription]]
id = "b"
dose = { hold = 10, when.never = [
  1, # first
  2,
], }
"""


def texts(spans: Spans, *found: Span | None) -> list[str | None]:
    return [None if span is None else spans.text[span.start : span.end] for span in found]


def test_values_are_found_however_their_table_is_written() -> None:
    spans = scan(PLAN)
    assert texts(
        spans,
        spans.value(("painful-side",)),
        spans.value(("prescription", 0, "dose", "hold")),
        spans.value(("prescription", 0, "dose", "reps", 1, "least")),
        spans.value(("prescription", 0, "when", "morning")),
        spans.value(("prescription", 1, "dose", "when", "never", 1)),
        spans.value(("prescription", 1, "dose", "when", "never")),
        spans.value(("prescription", 1, "dose")),
        spans.value(("prescription", 0, "when")),
        spans.value(("prescription", 0)),
    ) == [
        "'left'",
        "30",
        "3",
        '"daily"',
        "2",
        "[\n  1, # first\n  2,\n]",
        "{ hold = 10, when.never = [\n  1, # first\n  2,\n], }",
        None,
        None,
    ]


def test_keys_are_found_part_by_part() -> None:
    spans = scan(PLAN)
    assert texts(
        spans,
        spans.key(("painful-side",)),
        spans.key(("prescription", 0, "dose")),
        spans.key(("prescription", 0, "dose", "reps")),
        spans.key(("prescription", 0, "when")),
        spans.key(("prescription", 1, "dose", "when", "never")),
        spans.key(("prescription", 1, "dose", "sets")),
    ) == ['"painful-side"', "dose", '"reps"', "when", "never", None]


def test_a_statement_is_whole_lines_with_the_trailing_comment() -> None:
    spans = scan(PLAN)
    assert texts(
        spans,
        spans.statement(("painful-side",)),
        spans.statement(("prescription", 0, "when", "morning")),
        spans.statement(("prescription", 1, "dose")),
        spans.statement(("prescription", 1, "dose", "hold")),
        spans.statement(("prescription", 0, "dose")),
    ) == [
        "\"painful-side\" = 'left'   # said at the first visit\n",
        '  morning = "daily"\n',
        "dose = { hold = 10, when.never = [\n  1, # first\n  2,\n], }\n",
        None,
        None,
    ]


def test_headers_and_items() -> None:
    spans = scan(PLAN)
    assert texts(spans, spans.table(("prescription", 0, "when")), spans.table(("prescription", 1))) == [
        "[prescription.when]",
        "[[prescription]]",
    ]
    first, second = spans.item(("prescription", 0)), spans.item(("prescription", 1))
    assert first is not None
    assert second is not None
    assert PLAN[first.start : first.end].startswith('[[prescription]]\nid = "a"\n')
    assert PLAN[first.start : first.end].endswith('  [prescription.when]  # when it is due\n  morning = "daily"\n')
    assert PLAN[second.start : second.end].startswith('[[prescription]]\nid = "b"\n')
    assert second.end == len(PLAN)
    assert spans.item(("prescription",)) is None


def test_a_missing_key_points_at_the_closest_parent() -> None:
    spans = scan(PLAN)
    assert texts(
        spans,
        spans.nearest(("prescription", 0, "when", "noon")),
        spans.nearest(("prescription", 0, "dose", "sets")),
        spans.nearest(("prescription", 0, "variant")),
        spans.nearest(("prescription", 1, "dose", "when", "never", 7)),
        spans.nearest(("prescription", 9)),
        spans.nearest(("title",)),
    ) == [
        "[prescription.when]",
        "dose",
        "[[prescription]]",
        "[\n  1, # first\n  2,\n]",
        "prescription",
        "",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_positions_count_lines_and_characters_from_one(newline: str) -> None:
    text = newline.join(["a = 1", "", '"é" = 2', "  b = 3"])
    spans = scan(text)
    places = {path: spans.value(path) for path in spans.paths()}
    assert {path: spans.position(span.start) for path, span in places.items() if span} == {
        ("a",): (1, 5),
        ("é",): (3, 7),
        ("b",): (4, 7),
    }
    assert spans.position(len(text)) == (4, 8)


def test_lines_joined_are_the_text() -> None:
    spans = scan(PLAN)
    assert "".join(PLAN[line.start : line.end] for line in spans.lines) == PLAN
    assert [line.kind for line in spans.lines[:7]] == [
        LineKind.COMMENT,
        LineKind.STATEMENT,
        LineKind.STATEMENT,
        LineKind.BLANK,
        LineKind.HEADER,
        LineKind.STATEMENT,
        LineKind.BLANK,
    ]


def test_an_item_ends_where_another_table_comes_between() -> None:
    text = "[[a]]\nx = 1\n[b]\ny = 2\n[a.c]\nz = 3\n"
    assert scan(text).item(("a", 0)) == Span(0, text.index("[b]"))
    assert scan(text).value(("a", 0, "c", "z")) == Span(len(text) - 2, len(text) - 1)


@pytest.mark.parametrize("depth", [1, 50, 390])
def test_depth_is_no_problem(depth: int) -> None:
    nested = "[{a=" * (depth // 2) + "[" * (depth % 2 + 1) + "]" * (depth % 2 + 1) + "}]" * (depth // 2)
    assert_agrees(f"k = {nested}\n")
    assert_agrees(f"k{'.k' * depth} = 1\n[t{'.t' * depth}]\n")


# Texts with everything that tomli reads, put together at random.

BARE = st.text("abcxyz019-_", min_size=1, max_size=4)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=8)
KEYS = st.one_of(
    BARE,
    ANY_TEXT.map(lambda text: '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'),
    st.sampled_from(['"a b"', "'a.b'", '"#"', '""', "''", '"]"', "'='", '"\\""', '"\\\\"', '"\\e\\x41"']),
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([".", " . ", ".\t"]).map(lambda d: d.join(parts))
)
SCALARS = st.one_of(
    st.sampled_from(
        [
            "1",
            "-17",
            "+0",
            "1_000",
            "0xdead_beef",
            "0o17",
            "0b1_0",
            "1.5",
            "-0.0",
            "6.02e+23",
            "1e-9",
            "inf",
            "-inf",
            "nan",
            "true",
            "false",
            "2026-11-23",
            "08:00",
            "08:00:00",
            "08:00:00.123",
            "2026-11-23T08:00:00Z",
            "2026-11-23T08:00",
            "2026-11-23t08:00:00.5+02:00",
        ]
    ),
    st.sampled_from(
        [
            "2026-11-23 08:00",
            "2026-11-23 08:00:00-01:30",
            '"#"',
            '"\\"#]"',
            "'\\'",
            '"\\e[0m\\x7f\\u00e9"',
            '"""a"b""c"""',
            '""""quoted" twice"""""',
            '"""\\"""" # not a comment\n[no]\nx = 1"""',
            '"""one \\\n   two \\\\"""',
            "'''it''s # '\n[[no]]\n'''",
            "'''''two'''''",
            '""""""',
            "''''''",
        ]
    ),
    ANY_TEXT.map(
        lambda text: '"' + "".join(f"\\u{ord(s):04x}" if ord(s) < 0x10000 else f"\\U{ord(s):08x}" for s in text) + '"'
    ),
)
SPACES = st.sampled_from(["", " ", "  ", "\t"])
FILLERS = st.sampled_from(["", "", " ", "\n", "  # a comment, ]}\n ", "\n\n\t", "#\n"])


@st.composite
def brackets(draw: st.DrawFn, members: st.SearchStrategy[str]) -> str:
    is_array = draw(st.booleans())
    inside = draw(st.lists(members, max_size=4))
    if not is_array:
        inside = [f"{draw(DOTTED)}{draw(SPACES)}={draw(SPACES)}{member}" for member in inside]
    parts = [f"{draw(FILLERS)}{member}{draw(FILLERS)}" for member in inside]
    trailing = draw(st.booleans())
    comma = "," if inside and trailing else ""
    body = f"{','.join(parts)}{comma}{draw(FILLERS)}"
    return f"[{body}]" if is_array else f"{{{body}}}"


VALUES = st.recursive(SCALARS, brackets, max_leaves=8)


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines: list[str] = []
    for _ in range(draw(st.integers(0, 8))):
        comment = draw(st.sampled_from(["", "", " # said", "#"]))
        key, before, space = draw(DOTTED), draw(SPACES), draw(SPACES)
        shape = draw(st.sampled_from(["statement", "statement", "table", "item", "blank"]))
        if shape == "statement":
            lines.append(f"{before}{key}{space}={space}{draw(VALUES)}{comment}")
        elif shape == "blank":
            lines.append(f"{before}{comment}")
        else:
            opening, closing = ("[", "]") if shape == "table" else ("[[", "]]")
            lines.append(f"{before}{opening}{space}{key}{space}{closing}{comment}")
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    end = draw(st.sampled_from(["\n", ""]))
    return newline.join(line.replace("\n", newline) for line in lines) + end


def paths_of(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    members = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, member in members:
        yield (*path, name), member
        yield from paths_of(member, (*path, name))


def assert_agrees(text: str) -> int:
    """Hold the spans of a valid text against what the parser reads; count the values compared."""
    expected = dict(paths_of(tomli.loads(text)))
    spans = scan(text)
    assert set(spans.paths()) == set(expected)
    assert "".join(text[line.start : line.end] for line in spans.lines) == text
    compared = 0
    for path, value in expected.items():
        key = spans.key(path)
        if isinstance(path[-1], str):
            assert key is not None
            assert tomli.loads(f"{text[key.start : key.end]} = 1") == {path[-1]: 1}
        span = spans.value(path)
        if span is None:
            assert isinstance(value, dict | list)
            continue
        compared += 1
        # As text, because nan is no equal of itself.
        assert repr(tomli.loads(f"k = {text[span.start : span.end]}")["k"]) == repr(value)
    return compared


def accepted(text: str) -> bool:
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


@settings(max_examples=600, deadline=None)
@given(documents().filter(accepted))
def test_spans_agree_with_the_parser(text: str) -> None:
    assert_agrees(text)


def test_spans_agree_with_the_parser_on_mutants() -> None:
    chance = random.Random(20261123)
    seeds = [
        PLAN,
        PLAN.replace("\n", "\r\n"),
        'a = [[1], {b = """x"""}]\n[c.d]\ne.f = 2026-11-23 08:00\n[[c.g]]\n[[c.g]]\n',
    ]
    agreed = values = 0
    for turn in range(12_000):
        text = seeds[turn % len(seeds)]
        for _ in range(chance.randint(1, 3)):
            text = mutant(text, chance)
        if accepted(text):
            values += assert_agrees(text)
            agreed += 1
    print(f"\n{agreed} mutated documents, {values} values: every path and every span as the parser reads them")
    assert agreed > 2_000


def mutant(text: str, chance: random.Random) -> str:
    at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    match chance.randrange(4):
        case 0:
            return text[:at] + chance.choice(list("\"'[]{}=.,# \t\n\\a1-")) + text[at:]
        case 1:
            return text[:at] + text[at + 1 :]
        case 2:
            lines = text.splitlines(keepends=True)
            first, second = chance.randrange(len(lines) or 1), chance.randrange(len(lines) or 1)
            if lines:
                lines[first], lines[second] = lines[second], lines[first]
            return "".join(lines)
        case _:
            return text[:at] + text[at:to][:12] + text[at:]
