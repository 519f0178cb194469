"""Where the screens can be shown, and with what."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from planner.terminal import checks
from tests.terminal.harness import CLEAN_ENVIRONMENT, ROOT, Terminal
from tests.terminal.programs import SAMPLE, Program


def run_without_terminal(
    program: Program, directory: Path, script: str, environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", script, "sh", *program.command(directory)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**CLEAN_ENVIRONMENT, **program.environ(directory), **(environ or {})},
        timeout=20,
        start_new_session=True,
    )


@pytest.mark.parametrize(
    "script",
    [
        '"$@" </dev/null',
        'echo q | "$@"',
        'sleep 0 | "$@"',
        '"$@" <&-',
        '"$@" | cat; exit 1',
        '"$@" >/dev/null',
    ],
)
def test_without_a_terminal_one_line_says_so(program: Program, tmp_path: Path, script: str) -> None:
    ended = run_without_terminal(program, tmp_path, script)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "need a terminal" in ended.stderr
    assert "--help" in ended.stderr


@pytest.mark.parametrize(
    ("script", "missing"),
    [
        ('exec 0<>"$0" 1>&0 2>&0; exec "$@" </dev/null', "input"),
        ('exec 0<>"$0" 1>&0 2>&0; exec "$@" <&-', "input"),
        ('exec 0<>"$0" 1>&0 2>&0; exec "$@" >/dev/null', "output"),
        ('exec 0<>"$0" 1>&0 2>&0; exec "$@" >&-', "output"),
    ],
)
def test_each_of_the_streams_is_looked_at(program: Program, tmp_path: Path, script: str, missing: str) -> None:
    environ = program.environ(tmp_path)
    with Terminal(program.command(tmp_path), script=script, environ=environ, columns=200) as terminal:
        assert terminal.wait_for_end() == 1
        assert f"the standard {missing} is not one" in terminal.text
        assert b"\x1b" not in terminal.output


def test_errors_that_go_to_a_file_are_not_screens_in_a_file(program: Program, tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    script = f'exec 0<>"$0" 1>&0 2>&0; exec "$@" 2>{log}'
    with Terminal(program.command(tmp_path), script=script, environ=program.environ(tmp_path)) as terminal:
        assert terminal.wait_for_end() == 1
    assert "the standard error output is not one" in log.read_text(encoding="utf-8")
    assert "\x1b" not in log.read_text(encoding="utf-8")


def test_a_dumb_terminal_is_refused(program: Program, tmp_path: Path) -> None:
    environ = {**program.environ(tmp_path), "TERM": "dumb"}
    with Terminal(program.command(tmp_path), environ=environ, columns=200) as terminal:
        assert terminal.wait_for_end() == 1
        assert "TERM is 'dumb'" in terminal.text


@pytest.mark.parametrize("term", ["", "vt100", "no-such-terminal", "tmux-256color", "linux"])
def test_other_terminals_are_not(program: Program, tmp_path: Path, term: str) -> None:
    with program.start(tmp_path, environ={"TERM": term, "COLORTERM": ""}) as terminal:
        program.edit(terminal, "knee")


def test_without_a_home_it_works(program: Program, tmp_path: Path) -> None:
    with program.start(tmp_path, environ={"HOME": ""}) as terminal:
        program.edit(terminal, "knee")


def test_the_c_locale_shows_every_sign(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path, environ={"LANG": "", "LC_ALL": "C"}) as terminal:
        assert "●" in terminal.text


def test_a_locale_without_utf8_shows_plain_letters_and_reads_what_is_typed(tmp_path: Path) -> None:
    environ = {"LANG": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"}
    with SAMPLE.start(tmp_path, environ=environ) as terminal:
        assert terminal.output.isascii()
        assert "*" in terminal.text
        assert "cafe" in terminal.text
        terminal.type(b"\x07caf\xe9")
        terminal.wait_for("cafe")
        terminal.wait_for("draft 4")


def test_variables_that_show_the_inside_are_not_obeyed(tmp_path: Path) -> None:
    shot = tmp_path / "shot"
    environ = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_PRESS": "enter",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(shot),
        "TEXTUAL_SHOW_RETURN": "1",
    }
    with SAMPLE.start(tmp_path, environ=environ) as terminal:
        SAMPLE.edit(terminal, "knee")
        assert not shot.exists()
        assert not (tmp_path / "log").exists()
        assert not (ROOT / "keys.log").exists()
        SAMPLE.leave(terminal)
        assert terminal.wait_for_end() == SAMPLE.left
        assert "returned" not in terminal.text


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor"),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, "truecolor"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "tmux-256color"}, "256"),
        ({"TERM": "screen-256color", "COLORTERM": "yes"}, "256"),
        ({"TERM": "xterm-kitty"}, "256"),
        ({"TERM": "alacritty"}, "256"),
        ({"TERM": "xterm-direct"}, "truecolor"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "linux"}, "16"),
        ({}, "16"),
    ],
)
def test_colours_are_what_the_terminal_says(environ: dict[str, str], expected: str) -> None:
    assert checks.colour_depth(environ) == expected


@pytest.mark.parametrize(
    ("environ", "present", "absent"),
    [
        ({"COLORTERM": "truecolor"}, b"38;2;", b"38;5;"),
        ({"COLORTERM": ""}, b"38;5;", b"38;2;"),
        ({"COLORTERM": "", "TERM": "xterm"}, b"\x1b[", b"38;"),
    ],
)
def test_only_those_colours_are_sent(tmp_path: Path, environ: dict[str, str], present: bytes, absent: bytes) -> None:
    with SAMPLE.start(tmp_path, environ=environ) as terminal:
        assert present in terminal.output
        assert absent not in terminal.output


def test_an_empty_no_color_is_no_wish_and_over_ssh_nothing_moves() -> None:
    environ = {"NO_COLOR": "", "SSH_CONNECTION": "::1 5 ::1 22", "TERM": "xterm-256color", "TEXTUAL": "debug"}
    checks.settle(environ)
    assert environ == {
        "SSH_CONNECTION": "::1 5 ::1 22",
        "TERM": "xterm-256color",
        "TEXTUAL_COLOR_SYSTEM": "256",
        "TEXTUAL_FPS": "250",
        "TEXTUAL_ANIMATIONS": "none",
    }


def test_the_escape_key_waits_longer_only_where_keys_may_be_cut() -> None:
    near, far = {"TERM": "xterm"}, {"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}
    checks.settle(near)
    checks.settle(far)
    assert near["ESCDELAY"] == "25"
    assert "ESCDELAY" not in far


def test_what_a_user_has_set_is_kept() -> None:
    environ = {"NO_COLOR": "1", "TEXTUAL_COLOR_SYSTEM": "standard", "TEXTUAL_THEME": "nord", "SSH_TTY": "x"}
    environ["TEXTUAL_ANIMATIONS"] = "basic"
    checks.settle(environ)
    assert environ["NO_COLOR"] == "1"
    assert environ["TEXTUAL_COLOR_SYSTEM"] == "standard"
    assert environ["TEXTUAL_THEME"] == "nord"
    assert environ["TEXTUAL_ANIMATIONS"] == "basic"


def test_a_stream_that_is_closed_or_no_file_is_no_terminal() -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (None, closed, io.StringIO()):
        sentence = checks.unusable((stream, None, None), {"TERM": "xterm"}, program="planner", instead="planner show")
        assert sentence is not None
        assert "planner show" in sentence


def test_what_erases_with_the_background_colour_is_asked_of_terminfo() -> None:
    probe = "import sys; from planner.terminal.checks import abilities; print(abilities({'TERM': sys.argv[1]}, 'utf8'))"
    found = {
        term: subprocess.check_output([sys.executable, "-c", probe, term], text=True, cwd=ROOT)
        for term in ("xterm-256color", "tmux-256color", "no-such-terminal")
    }
    assert "background_erase=True" in found["xterm-256color"]
    assert "background_erase=False" in found["tmux-256color"]
    assert "background_erase=False" in found["no-such-terminal"]


def test_a_locale_that_is_not_utf8_is_told_in_one_sentence() -> None:
    assert checks.not_utf8("UTF-8") is None
    assert checks.not_utf8("utf8") is None
    for encoding in ("iso8859-1", "ANSI_X3.4-1968", None, "nonsense"):
        assert "UTF-8" in (checks.not_utf8(encoding) or "")


def test_the_package_and_its_checks_import_no_textual() -> None:
    probe = "import sys, planner.terminal.checks, planner.terminal.clean; print('textual' in sys.modules)"
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.check_output([sys.executable, "-c", probe], text=True, env=environ).strip() == "False"
