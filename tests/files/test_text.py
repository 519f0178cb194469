"""Text from files is safe to print, and what may not be in a file can be taken out of what people paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.files.text import FORBIDDEN, character_name, clean, quoted, shorten, tidy, width

any_text = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Row [left] arm", "Row [left] arm"),
        ("\x1b[31mred\x1b[0m", "\\u001b[31mred\\u001b[0m"),
        ("\x1b]52;c;aGk=\x07", "\\u001b]52;c;aGk=\\u0007"),
        ("\x9b31m \x7f \x00", "\\u009b31m \\u007f \\u0000"),
        ("one\ntwo\tthree\r", "one\\ntwo\\tthree\\r"),
        ("\u202egnitlas\u2066\u200f", "\\u202egnitlas\\u2066\\u200f"),
        ("a\u2028b\u2029c\ufeff", "a\\u2028b\\u2029c\\ufeff"),
        ("\udc80", "\\udc80"),
        ("é ≥ 膝 🙂", "é ≥ 膝 🙂"),
    ],
)
def test_what_a_terminal_would_act_on_is_made_visible(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(any_text)
def test_cleaned_text_has_no_controls_and_can_be_encoded(text: str) -> None:
    cleaned = clean(text)
    assert FORBIDDEN.search(cleaned) is None
    assert not set("\n\t\r\u2028\u2029\u200e\u200f\u061c") & set(cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@given(any_text)
def test_line_feeds_can_be_kept(text: str) -> None:
    assert clean(text, keep="\n").count("\n") == text.count("\n")


@given(any_text)
def test_tidied_text_may_stand_in_a_file(text: str) -> None:
    assert FORBIDDEN.search(tidy(text)) is None
    assert tidy(tidy(text)) == tidy(text)


def test_tidying_takes_nothing_else() -> None:
    assert tidy("one\r\ntwo\rthree\tfour\x1b[31m\u202e é\u200f膝") == "one\ntwo\nthree\tfour[31m é\u200f膝"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x1b", "control character U+001B (ESC)"),
        ("\x01", "control character U+0001"),
        ("\x85", "control character U+0085 (next line)"),
        ("\u202e", "text-reversing character U+202E"),
        ("\xa0", "character U+00A0 (no-break space)"),
        ("\ue000", "character U+E000"),
    ],
)
def test_characters_have_names(character: str, name: str) -> None:
    assert character_name(character) == name


def test_shortening() -> None:
    assert shorten("x" * 40) == "x" * 40
    assert shorten("x" * 41) == "x" * 39 + "…"
    assert quoted("\x1b" * 50, 3) == '"\\u001b\\u001b…"'


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("膝を", 4), ("🙂", 2), ("", 0)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns
