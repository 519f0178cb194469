"""The completions, tried in the shells themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planner.headless.shells.arguments import command_lines, valued
from tests.headless.conftest import Run
from tests.headless.test_dispatch import TOP, environment
from tests.terminal.harness import Terminal

SHELLS = ("bash", "zsh", "fish")
CASES = (
    ("planner sh", {"show"}),
    ("planner library ", {"list", "show", "sources", "red-flags", "check"}),
    ("planner library show sin", {"single-knee-hug"}),
    ("planner library list --position p", {"prone"}),
    ("planner show back.toml ", {"week", "today", "day", "plan", "check"}),
    ("planner show back.toml --da", {"--date", "--day"}),
    ("planner show back.toml day --day w", {"wed"}),
    ("planner export back.toml --to t", {"text", "toml"}),
    ("planner set back.toml h", {"hug"}),
    ("planner set --reps 3 back.toml h", {"hug"}),
    ("planner set back.toml hug --side ", {"left", "right", "both", "follow", "not-set"}),
    ("planner new x.toml --from c", {"camden-msk"}),
    ("planner --no", {"--no-mouse"}),
    ("planner completions ", set(SHELLS)),
    ("planner check ba", {"back.toml"}),
)


@pytest.fixture
def shell_environment(plan_path: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a command `planner`."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "planner"
    command.write_text(f'#!/bin/sh\nPYTHONPATH={TOP} exec {sys.executable} -m planner "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return environment(PATH=f"{folder}:{os.environ['PATH']}", TERM="xterm", COLUMNS="200")


def script_of(shell: str, run: Run) -> str:
    ended = run("completions", shell)
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def needs(shell: str) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed here")
    return found


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_valid_and_mentions_every_option(shell: str, run: Run, tmp_path: Path) -> None:
    script = script_of(shell, run)
    for line in command_lines():
        for item in line.options:
            for option in item.options:
                assert (option if shell != "fish" else option.lstrip("-")) in script
    path = tmp_path / "script"
    path.write_text(script, encoding="utf-8")
    subprocess.run([needs(shell), "-n", str(path)], check=True, capture_output=True)


def test_an_option_takes_a_value_in_every_command_or_in_none() -> None:
    lines = command_lines()
    flags = {option for line in lines for item in line.options if not item.takes_value for option in item.options}
    assert flags.isdisjoint(valued(lines))


def test_bash_completes(shell_environment: dict[str, str], run: Run) -> None:
    bash = needs("bash")
    empty = ' ""'
    calls = "\n".join(f"try {line}{empty if line.endswith(' ') else ''}" for line, _ in CASES)
    code = (
        f"{script_of('bash', run)}\n"
        'try() { COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _planner; echo "${COMPREPLY[*]}"; }\n'
        f"{calls}\n"
    )
    ended = subprocess.run([bash], input=code, capture_output=True, text=True, check=True, env=shell_environment)
    for (line, wanted), found in zip(CASES, ended.stdout.splitlines(), strict=True):
        # Names of files are left to bash itself.
        assert set(found.split()) == (set() if line.startswith("planner check") else wanted), line
    assert ended.stderr == ""


def test_bash_offers_nothing_that_it_would_run(run: Run, tmp_path: Path) -> None:
    bash = needs("bash")
    code = (
        f"{script_of('bash', run)}\n"
        "planner() { echo 'hug-1'; echo '$(touch ran)'; echo 'a;touch ran'; echo '`touch ran`'; }\n"
        'COMP_WORDS=(planner set back.toml ""); COMP_CWORD=3; _planner; echo "${COMPREPLY[*]}"\n'
    )
    ended = subprocess.run([bash], input=code, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ended.stdout == "hug-1\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("line", "wanted"), CASES)
def test_fish_completes(shell_environment: dict[str, str], run: Run, line: str, wanted: set[str]) -> None:
    fish = needs("fish")
    code = f"{script_of('fish', run)}\ncomplete -C '{line}'\n"
    ended = subprocess.run([fish, "-N"], input=code, capture_output=True, text=True, check=True, env=shell_environment)
    assert {found.partition("\t")[0] for found in ended.stdout.splitlines()} == wanted


def test_zsh_completes(shell_environment: dict[str, str], run: Run, tmp_path: Path) -> None:
    script = tmp_path / "_planner"
    script.write_text(script_of("zsh", run), encoding="utf-8")
    started = f"autoload -Uz compinit; compinit -D -u; source {script}; LISTMAX=9999"
    zsh = Terminal([needs("zsh"), "-f", "-i"], columns=200, lines=60, environ=shell_environment, cwd=tmp_path)
    with zsh as terminal:
        terminal.type(f"PS1=''; stty -echo; {started}; echo READY$((1+1))\n")
        shows(terminal, {"READY2"})
        for number, (line, wanted) in enumerate(CASES):
            # What is offered is listed, or is on the line itself where it is the only one.
            terminal.type(f"{line}\t")
            shows(terminal, wanted)
            terminal.type(f"\x05\x15clear; echo DONE{number}$((1+1))\n")
            shows(terminal, {f"DONE{number}2"})


def shows(terminal: Terminal, words: set[str]) -> None:
    """Wait until all these words are on the screen."""
    terminal.wait_until(lambda: words <= {word for line in terminal.screen.display for word in line.split()})
