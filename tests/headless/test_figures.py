"""Figures without the screens: drawn in any terminal, said in words, and moving only where somebody looks."""

import sys

import pytest

from planner.cli import main
from tests.terminal.harness import Terminal


def test_every_way_of_an_exercise_is_drawn_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "show", "knee-roll", "--figure", "--side", "left"]) == 0
    out = capsys.readouterr().out
    assert out.count("Knee roll") == 4
    assert "to the left" in out
    assert any("\u2800" < character <= "\u28ff" for character in out)
    assert max(map(len, out.splitlines())) <= 80


def test_a_font_without_braille_gets_plain_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "show", "knee-roll", "--figure", "--script", "ascii"]) == 0
    assert capsys.readouterr().out.isascii()


def test_nothing_moves_into_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "show", "knee-roll", "--animate"]) == 2
    assert "--figure prints it at rest" in capsys.readouterr().err


def test_a_figure_moves_in_a_terminal_until_ctrl_c() -> None:
    with Terminal([sys.executable, "-m", "planner", "library", "show", "knee-roll", "--animate"]) as terminal:
        terminal.wait_until(lambda: bool(terminal.text.strip()))
        before = terminal.text
        terminal.wait_until(lambda: terminal.text != before)
        terminal.type("\x03")
        assert terminal.wait_for_end() == 130
