"""Bytes that a terminal may send, and some that none should."""

import signal
from pathlib import Path

import pytest
from textual import events

from planner.terminal.tty_input import Decoder
from tests.terminal.programs import SAMPLE, Program

HOSTILE = {
    "latin-1": b"caf\xe9",
    "no text at all": b"\xff\x80\xfe\xc0",
    "overlong slash": b"\xc0\xaf",
    "encoded surrogate": b"\xed\xa0\x80",
    "cut short": b"\xe2\x82",
    "eight-bit alt": b"\xe1",
    "old mouse report beyond column 95": b"\x1b[M \xc8\x90\x1b[M#\xc8\x90",
    "key beyond Unicode": b"\x1b[99999999;1u",
    "key that is half a pair": b"\x1b[55296;1u\x1b[0;0;55296u",
    "negative key": b"\x1b[-1u",
    "huge numbers": b"\x1b[" + b"9" * 30 + b"u",
    "window size beyond reason": b"\x1b[48;99999;99999;1;1t",
    "window size of nothing": b"\x1b[48;0;0;0;0t",
    "unfinished control sequence": b"\x1b[1;2;3",
    "unfinished device control string": b"\x1bP1$r0m",
    "unfinished answer": b"\x1b]11;rgb:0000/0000/0000",
    "nulls": b"\x00" * 50,
    "cursor reports": b"\x1b[24;80R" * 5,
    "mouse out of the window": b"\x1b[<0;9999;9999M\x1b[<0;9999;9999m\x1b[<64;1;1M\x1b[<999;1;1M\x1b[<0;-5;-5M",
    "mouse without numbers": b"\x1b[<;;M",
    "modes never asked for": b"\x1b[?2048;1$y\x1b[?2026;9$y",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_bytes_end_the_program_or_stop_the_keys(program: Program, tmp_path: Path, data: bytes) -> None:
    with program.start(tmp_path) as terminal:
        terminal.type(data)
        terminal.wait_for_silence()
        program.edit(terminal, "still here")
        assert terminal.process.poll() is None
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert "still here" in program.draft(tmp_path)


def test_every_control_byte_is_survived(tmp_path: Path) -> None:
    # Without return, which ends the sample.
    codes = bytes(code for code in range(32) if code not in b"\r\n\x11")
    with SAMPLE.start(tmp_path) as terminal:
        for _ in range(3):
            terminal.type(codes)
        terminal.wait_for_silence()
        assert terminal.process.poll() is None
        assert terminal.busy_share(0.5) < 0.05


def test_a_megabyte_is_pasted_in_one_piece(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path) as terminal:
        words = "knee roll " * 100_000
        terminal.type(f"\x1b[200~{words}\x1b[201~")
        terminal.wait_for(f"draft {len(words)} ")
        terminal.signal(signal.SIGHUP)
        terminal.wait_for_end()
        assert SAMPLE.draft(tmp_path) == words


def test_thousands_of_keys_at_once_all_arrive(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path) as terminal:
        words = "lift " * 400
        SAMPLE.edit(terminal, words)
        terminal.signal(signal.SIGHUP)
        terminal.wait_for_end()
        assert SAMPLE.draft(tmp_path) == words


def test_an_escape_is_a_key_when_nothing_follows(tmp_path: Path) -> None:
    decoder = Decoder()
    assert list(decoder.feed(b"\x1b")) == []
    deadline = 1000
    found: list[object] = []
    while not found and deadline:
        # The parser looks at the clock.
        found = list(decoder.tick())
        deadline -= 1
        _spend_a_moment()
    assert [event.key for event in found if isinstance(event, events.Key)] == ["escape"]


def _spend_a_moment() -> None:
    sum(range(20_000))


def keys(data: bytes, encoding: str = "utf-8") -> list[str]:
    return [event.key for event in Decoder(encoding).feed(data) if isinstance(event, events.Key)]


def characters(data: bytes, encoding: str = "utf-8") -> list[str | None]:
    return [event.character for event in Decoder(encoding).feed(data) if isinstance(event, events.Key)]


def test_bytes_that_are_no_text_become_replacement_characters() -> None:
    assert characters(b"caf\xe9!") == ["c", "a", "f", "\ufffd", "!"]


def test_another_encoding_is_read_as_such() -> None:
    assert characters(b"caf\xe9", "iso8859-1") == ["c", "a", "f", "é"]


def test_a_character_that_arrives_in_pieces_is_one() -> None:
    decoder = Decoder()
    assert list(decoder.feed("é".encode()[:1])) == []
    assert [event.character for event in decoder.feed("é".encode()[1:]) if isinstance(event, events.Key)] == ["é"]


def test_a_key_that_is_no_character_is_dropped_and_the_next_one_is_read() -> None:
    assert keys(b"a\x1b[99999999;1ub") == ["a", "b"]
    assert keys(b"a\x1b[55296;1ub") == ["a", "b"]


@pytest.mark.parametrize(
    ("report", "kind", "x", "y"),
    [
        (b"\x1b[M !!", events.MouseDown, 0, 0),
        (b"\x1b[M#!!", events.MouseUp, 0, 0),
        (b"\x1b[M \xc8\x90", events.MouseDown, 167, 111),
        (b"\x1b[M`0!", events.MouseScrollUp, 15, 0),
        (b"\x1b[<0;200;50M", events.MouseDown, 199, 49),
    ],
)
def test_mouse_reports_old_and_new_are_understood(report: bytes, kind: type[events.MouseEvent], x: int, y: int) -> None:
    # Terminals send a report in one piece; a line may cut it.
    for cut in (0, *range(3, len(report))):
        decoder = Decoder()
        found = [*decoder.feed(report[:cut]), *decoder.feed(report[cut:])]
        assert [type(event) for event in found] == [kind]
        event = found[0]
        assert isinstance(event, events.MouseEvent)
        assert (event.x, event.y) == (x, y)


def test_sizes_that_were_not_asked_for_neither_resize_nor_turn_on_pixels() -> None:
    decoder = Decoder()
    found = list(decoder.feed(b"\x1b[48;50;100;1000;2000t\x1b[<0;200;50M"))
    assert [type(event) for event in found] == [events.MouseDown]
    assert isinstance(found[0], events.MouseDown)
    assert (found[0].x, found[0].y) == (199, 49)


def test_a_click_is_a_click_and_the_wheel_turns(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path) as terminal:
        terminal.type("\x1b[<65;5;12M" * 3)
        terminal.wait_for("Exercise 7")
        terminal.type("\x1b[<0;5;12M\x1b[<0;5;12m")
        terminal.wait_for_silence()
        assert not terminal.modes & {"1002", "1003"}


def test_without_a_mouse_nothing_is_asked_of_it(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path, environ={"SAMPLE_NO_MOUSE": "1"}) as terminal:
        assert not terminal.modes & {"1000", "1002", "1003", "1006"}
