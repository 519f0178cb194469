import stat
import sys
from pathlib import Path

import pytest

from planner.terminal.crash import Fault, calm_words, chain, report, write_report
from tests.terminal.harness import Terminal
from tests.terminal.programs import SAMPLE
from tests.terminal.sample import SECRET

PLACES = [
    "handler",
    "timer",
    "worker",
    "thread_worker",
    "thread",
    "task",
    "callback",
    "render",
    "recursion",
    "memory",
    "exit",
    "cause",
    "shutdown",
    "cancel",
]


def check_the_end(terminal: Terminal, directory: Path) -> str:
    """What must hold after every fault; the text of the report."""
    assert terminal.wait_for_end() == 70
    assert terminal.is_restored
    assert SECRET.encode() not in terminal.output
    assert b"Traceback" not in terminal.output
    shown = terminal.text.replace("\n", "")
    assert "ran into a fault of its own" in shown
    assert f"Your draft is safe: {directory / 'draft'}" in shown
    (path,) = (directory / "reports").iterdir()
    assert str(path) in shown
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    text = path.read_text(encoding="utf-8")
    assert SECRET not in text
    assert "Mrs" not in text
    assert "textual: 8.2.8" in text
    assert "TERM: xterm-256color" in text
    return text


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_anywhere_ends_calmly_with_the_draft_safe(tmp_path: Path, place: str) -> None:
    with Terminal([*SAMPLE.command(tmp_path), place]) as terminal:
        terminal.wait_for(SAMPLE.ready)
        SAMPLE.edit(terminal, "knee roll")
        terminal.type("\r")
        text = check_the_end(terminal, tmp_path)
        assert SAMPLE.draft(tmp_path) == "knee roll"
        assert "sample.py" in text or place == "cancel"


@pytest.mark.parametrize("place", ["compose", "mount", "style"])
def test_a_fault_before_the_first_screen_ends_as_calmly(tmp_path: Path, place: str) -> None:
    with Terminal([*SAMPLE.command(tmp_path), place]) as terminal:
        check_the_end(terminal, tmp_path)


def test_a_report_that_cannot_be_written_is_not_another_fault(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("in the way", encoding="utf-8")
    with Terminal([*SAMPLE.command(tmp_path), "handler"]) as terminal:
        terminal.wait_for(SAMPLE.ready)
        SAMPLE.edit(terminal, "knee roll")
        terminal.type("\r")
        assert terminal.wait_for_end() == 70
        assert "No report could be written." in terminal.text
        assert terminal.is_restored


def test_draft_that_cannot_be_written_is_not_promised(tmp_path: Path) -> None:
    (tmp_path / "draft").mkdir()
    with Terminal([*SAMPLE.command(tmp_path), "handler"]) as terminal:
        terminal.wait_for(SAMPLE.ready)
        SAMPLE.edit(terminal, "knee roll")
        terminal.type("\r")
        assert terminal.wait_for_end() == 70
        assert "ran into a fault of its own" in terminal.text.replace("\n", "")
        assert "draft is safe" not in terminal.text


def test_output_of_our_own_prints_does_not_reach_the_screen(tmp_path: Path) -> None:
    with Terminal([*SAMPLE.command(tmp_path), "print"]) as terminal:
        terminal.wait_for(SAMPLE.ready)
        SAMPLE.edit(terminal, "knee roll")
        seen = terminal.cells()
        terminal.type("\r")
        terminal.wait_for_silence()
        assert terminal.cells() == seen


def raised() -> BaseException:
    secret = SECRET
    try:
        try:
            raise ValueError(secret)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        return error


def test_a_report_names_places_and_types_but_no_message_and_no_value() -> None:
    text = report(Fault(raised(), "a test"), program="planner", version="1", environ={"TERM": "xterm", "SECRET": "x"})
    assert "KeyError" in text
    assert "caused by ValueError" in text
    assert f"{__file__}:" in text
    assert "in raised" in text
    assert SECRET not in text
    assert "SECRET" not in text


def test_a_report_of_endless_recursion_is_not_endless() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    text = report(Fault(caught.value, "a test"), program="planner", version="1", environ={})
    assert len(text.splitlines()) < 100
    assert "more …" in text


def test_a_circle_of_causes_is_walked_once() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert [error for _link, error in chain(first)] == [first, second]


def test_a_second_report_does_not_overwrite_the_first(tmp_path: Path) -> None:
    first = write_report("one", tmp_path)
    second = write_report("two", tmp_path)
    assert first is not None
    assert first.read_text(encoding="utf-8") == "one"
    assert second is None or second != first


def test_the_words_say_what_there_is_to_say() -> None:
    words = calm_words("planner", "Your draft is safe.", Path("/r"))
    assert words.count("\n") == 2
    assert "Your draft is safe." in words
    assert "No report" in calm_words("planner", None, None)
    assert sys.exc_info() == (None, None, None)
