"""No text can command the terminal, whichever way it is shown."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from planner.terminal.clean import UNSAFE, ascii_character, clean, removed
from planner.terminal.control_filter import ControlFilter
from tests.terminal.gallery import WAYS
from tests.terminal.harness import Terminal
from tests.terminal.programs import SAMPLE

# All that we ever send: cursor moves, styles, erasing, the modes of entering and leaving, one question.
OURS = re.compile(
    r"\x1b\[(?:[0-9;]*m|[0-9;]*H|[0-9]*[ABCDGXK]|2J|\?(?:1049|1047|25|2004|7|1000|1006|2026)[hl]|\?2026\$p)|\r|\n|\x08"
)


def left_over(output: bytes) -> str:
    """What reached the terminal that may not."""
    return "".join(UNSAFE.findall(OURS.sub("", output.decode())))


@pytest.mark.parametrize("way", WAYS)
def test_no_widget_lets_a_control_character_out(tmp_path: Path, way: str) -> None:
    command = [sys.executable, "-m", "tests.terminal.gallery", way]
    with Terminal(command, columns=160, lines=50, environ={"GALLERY_REPORTS": str(tmp_path)}) as terminal:
        terminal.wait_for("shown")
        terminal.wait_for_silence()
        assert left_over(bytes(terminal.output)) == ""
        assert terminal.process.poll() is None


def test_markup_in_a_text_is_shown_as_it_is_written(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path) as terminal:
        assert "Row [left] arm" in terminal.text
        assert "[/] [@click=app.quit]x" in terminal.text


def test_what_is_copied_reaches_the_clipboard_and_nothing_else_does(tmp_path: Path) -> None:
    with Terminal([*SAMPLE.command(tmp_path), "copy"]) as terminal:
        terminal.wait_for(SAMPLE.ready)
        terminal.wait_for_silence()
        terminal.type("\r")
        terminal.wait_until(lambda: b"\x1b]52;c;a25lZSByb2xs\x07" in terminal.output)


text = st.text(st.characters(), max_size=60)


@given(text)
def test_clean_text_has_no_control_characters_and_the_same_length(value: str) -> None:
    assert UNSAFE.search(clean(value)) is None
    assert len(clean(value)) == len(value)
    assert clean(clean(value)) == clean(value)


@given(text)
def test_text_without_controls_stays_as_it_is(value: str) -> None:
    plain = removed(value)
    assert clean(plain) == plain
    assert removed(plain) == plain


def test_what_was_there_can_be_seen() -> None:
    assert clean("a\x1b[2Jb") == "a␛[2Jb"
    assert clean("\x00\x7f\x9b\u202e") == "␀␡\ufffd\ufffd"
    assert clean("one\ntwo\x07", keep="\n") == "one\ntwo␇"


@given(st.characters())
def test_every_character_has_a_plain_stand_in(character: str) -> None:
    found = ascii_character(character)
    assert found.isascii()
    assert len(found) == 1


@pytest.mark.parametrize(("sign", "plain"), [("●", "*"), ("○", "o"), ("─", "-"), ("é", "e"), ("膝", "?"), ("×", "x")])
def test_plain_stand_ins_look_alike(sign: str, plain: str) -> None:
    assert ascii_character(sign) == plain


@given(st.lists(text, max_size=6))
def test_the_filter_keeps_the_width_of_every_line(texts: list[str]) -> None:
    segments = [Segment(value) for value in texts]
    found = ControlFilter().apply(segments, Color(0, 0, 0))
    assert len(found) == len(segments)
    for before, after in zip(segments, found, strict=True):
        assert UNSAFE.search(after.text) is None
        assert cell_len(after.text) == sum(cell_len(character) for character in before.text) or "\u200d" in before.text


def test_the_filter_leaves_clean_lines_alone() -> None:
    segments = [Segment("knee"), Segment(" — 10 × 10 s")]
    assert ControlFilter().apply(segments, Color(0, 0, 0)) is segments
