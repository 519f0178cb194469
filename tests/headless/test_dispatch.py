"""The door: which words are commands, what they import, and how they end whatever happens."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner.headless import registry
from planner.headless.exits import MEANINGS, Exit, Stop
from planner.headless.registry import COMMANDS, FIRST_WORDS, NAMES, split
from tests.headless.conftest import Run, read

PLANNER = (sys.executable, "-m", "planner")
TOP = Path(__file__).resolve().parents[2]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TOP), **more}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], None),
        (["back.toml"], None),
        (["./check"], None),
        (["--no-mouse", "check"], None),
        (["--library", "check"], None),
        (["--library"], None),
        (["check", "back.toml"], ("check", ["back.toml"])),
        (["library", "list", "hug"], ("library list", ["hug"])),
        (["library", "hug"], ("library", ["hug"])),
        (
            ["--library", "a.toml", "--library=b.toml", "show", "x"],
            ("show", ["--library", "a.toml", "--library=b.toml", "x"]),
        ),
    ],
)
def test_a_command_is_known_by_its_first_word(words: list[str], found: tuple[str, list[str]] | None) -> None:
    assert split(words) == found


def test_a_library_may_stand_before_the_command(plan_path: Path, run: Run) -> None:
    ended = run("--library", "none.toml", "show", "back.toml")
    assert (ended.status, ended.out) == (65, "")
    assert ended.err.startswith("none.toml: cannot be read: there is no such file")


def test_the_help_lists_every_command_and_fits(capsys: pytest.CaptureFixture[str]) -> None:
    from planner.headless.screen_options import screen_parser

    told = screen_parser().format_help()
    for command in COMMANDS:
        assert re.search(rf"^  {command.name} +{re.escape(command.help)}$", told, re.MULTILINE)
    assert max(map(len, registry.overview().splitlines())) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_that_fits_and_ends_well(name: str, run: Run) -> None:
    ended = run(*name.split(), "--help")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(f"usage: planner {name}")
    assert run("help", *name.split()).out == ended.out
    declared = ended.out.partition("\nexamples:")[0]
    assert max(len(line) for line in declared.splitlines()) <= 120


def test_help_without_a_command_lists_all_and_knows_the_nearest(run: Run) -> None:
    assert registry.overview() in run("help").out
    assert "planner library show" in run("help", "library").out
    assert run("help", "chekc") == (2, "", 'There is no command "chekc"; did you mean check?\n')


def test_a_misspelt_command_is_pointed_at(capsys: pytest.CaptureFixture[str]) -> None:
    from planner.cli import main

    with pytest.raises(SystemExit) as ended:
        main(["exprot", "back.toml"])
    assert ended.value.code == 2
    assert "did you mean: planner export?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["library"], "planner library: say what: list, show, sources, red-flags, check."),
        (["library", "shwo"], 'planner library: there is no "shwo"; there are: list, show, sources, red-flags, check.'),
        (["show"], "planner show: the following arguments are required: PLAN. Its help: planner show --help"),
        (
            ["show", "back.toml", "--wek", "2"],
            "planner show: unrecognized arguments: --wek 2. Its help: planner show --help",
        ),
        (
            ["check", "--form", "json", "back.toml"],
            "planner check: unrecognized arguments: --form. Its help: planner check --help",
        ),
    ],
)
def test_a_command_line_that_is_not_understood_gives_one_sentence(
    words: list[str], sentence: str, plan_path: Path, run: Run
) -> None:
    ended = run(*words)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(sentence)
    assert ended.err.count("\n") == 1


def test_what_a_terminal_would_act_on_is_never_repeated(plan_path: Path, run: Run) -> None:
    for words in (
        ["show", "\x1b]0;x\x07.toml"],
        ["set", "back.toml", "\x1b[31m", "--reps", "3"],
        ["show", "back.toml", "\x9b"],
    ):
        ended = run(*words)
        assert ended.status in (2, 65)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ended.err)


def test_every_status_is_told(run: Run) -> None:
    assert set(MEANINGS) == set(Exit)
    assert FIRST_WORDS.isdisjoint({"planner", ""})


@pytest.mark.parametrize("name", [name for name in NAMES if name != "keys"])
def test_no_command_but_keys_imports_the_screens(name: str) -> None:
    code = (
        "import sys\nfrom planner.headless.registry import find_command\n"
        "from planner.headless.parsing import parser_of\n"
        f"command = find_command({name!r}); parser_of(command); command._load('run')\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich') or '.tui' in name])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_running_the_commands_imports_no_screens(plan_path: Path) -> None:
    lines = (
        ["show", "back.toml", "today"],
        ["check", "back.toml"],
        ["diff", "back.toml", "back.toml"],
        ["set", "back.toml", "hug", "--reps", "12"],
        ["export", "back.toml", "--to", "text"],
        ["library", "show", "knee-roll"],
        ["completions", "fish"],
        ["schema", "plan"],
    )
    code = (
        f"import sys; from planner.cli import main\nfor line in {lines!r}: assert main(line) == 0\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert result.stderr == "[]\n"


def test_a_reader_that_goes_away_ends_it_quietly(plan_path: Path) -> None:
    script = '"$@" show back.toml | true; echo "${PIPESTATUS[0]}"'
    for words in (script, '"$@" library list --format json | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}"'):
        result = subprocess.run(
            ["bash", "-c", words, "bash", *PLANNER], capture_output=True, text=True, check=True, env=environment()
        )
        assert result.stdout in ("141\n", "0\n")
        assert result.stderr == ""


def test_an_output_that_is_closed_from_the_start_ends_with_141(plan_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [*PLANNER, "show", "back.toml"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env=environment(),
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_the_output_is_told(plan_path: Path) -> None:
    for words in (["show", "back.toml"], ["export", "back.toml", "--to", "json"]):
        with Path("/dev/full").open("wb") as full:
            result = subprocess.run(
                [*PLANNER, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment()
            )
        assert result.returncode == 73
        assert result.stderr == "The output could not be written: the disk is full.\n"


@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_streams_are_no_fault(plan_path: Path, redirection: str) -> None:
    script = f'"$@" set back.toml hug --reps 12 {redirection}'
    result = subprocess.run(
        ["bash", "-c", script, "bash", *PLANNER], check=False, env=environment(), capture_output=True
    )
    assert result.returncode == 0
    assert "reps = 12" in plan_path.read_text(encoding="utf-8")


def test_a_terminal_without_the_signs_gets_plain_ones(plan_path: Path) -> None:
    result = subprocess.run(
        [*PLANNER, "show", "back.toml"], capture_output=True, check=True, env=environment(PYTHONIOENCODING="ascii")
    )
    assert b"10 x 10 s hold, each leg" in result.stdout
    assert b"23-29 Nov" in result.stdout


def test_ctrl_c_ends_it_with_130_and_no_words(plan_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.headless.where.run", interrupted)
    assert run("where") == (130, "", "")


def test_a_fault_says_so_and_leaves_a_private_report(
    run: Run, monkeypatch: pytest.MonkeyPatch, own_places: Path
) -> None:
    def fault(_options: object) -> int:
        secret = "Anna's plan"
        raise RuntimeError(secret)

    monkeypatch.setattr("planner.headless.where.run", fault)
    ended = run("where")
    assert (ended.status, ended.out) == (70, "")
    assert "fault of its own" in ended.err
    assert "Traceback" not in ended.err
    reports = list(own_places.rglob("crash-*.txt"))
    assert len(reports) == 1
    assert str(reports[0]) in ended.err
    text = reports[0].read_text(encoding="utf-8")
    assert "came up in: planner where" in text
    assert "Anna" not in text + ended.err
    assert stat.S_IMODE(reports[0].stat().st_mode) == 0o600


def test_a_stop_says_its_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_options: object) -> int:
        raise Stop("No.", 75)

    monkeypatch.setattr("planner.headless.where.run", stop)
    assert run("where") == (75, "", "No.\n")


def test_a_file_that_is_called_like_a_command_is_opened_by_its_path(tmp_path: Path, run: Run, plan_path: Path) -> None:
    plan_path.rename(tmp_path / "check")
    assert run("set", "check", "hug", "--reps", "9").status == 0
    assert read(tmp_path / "check").prescriptions[1].dose.reps is not None
    result = subprocess.run(
        [*PLANNER, "./check"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, env=environment()
    )
    assert result.returncode == 1
    assert "the screens need a terminal" in result.stderr
