"""A command line without a command opens the screens, with what it says."""

from pathlib import Path
from typing import Any

import pytest

from planner.cli import main
from planner.tui.app import PlannerApp


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[PlannerApp, bool]]:
    """What would have been run on the terminal, and whether with the mouse."""
    apps: list[tuple[PlannerApp, bool]] = []

    def run(app: PlannerApp, *, mouse: bool, **_more: Any) -> int:
        apps.append((app, mouse))
        return 0

    monkeypatch.setattr("planner.terminal.checks.unusable", lambda *_streams, **_words: None)
    monkeypatch.setattr("planner.terminal.checks.settle", lambda _environ: None)
    monkeypatch.setattr("planner.terminal.running.run", run)
    return apps


def test_the_options_reach_the_screens(plan_path: Path, started: list[tuple[PlannerApp, bool]]) -> None:
    words = ["--read-only", "--restricted", ".", "--no-mouse", "--from", "camden-msk", "back.toml"]
    assert main(words) == 0
    ((app, mouse),) = started
    assert (app._begin_with, app._read_only, mouse) == ((Path("back.toml"), "camden-msk"), True, False)
    assert app.workspace.restriction.directory == Path()


def test_without_options_nothing_is_restricted(started: list[tuple[PlannerApp, bool]]) -> None:
    assert main([]) == 0
    ((app, mouse),) = started
    assert (app._begin_with, app._read_only, mouse) == ((None, None), False, True)
    assert app.workspace.restriction.directory is None


def test_a_persons_settings_are_followed(own_places: Path, started: list[tuple[PlannerApp, bool]]) -> None:
    folder = own_places / "config" / "planner"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("mouse = false\nanimation = false\n", encoding="utf-8")
    assert main([]) == 0
    ((app, mouse),) = started
    assert (mouse, app.animation_level) == (False, "none")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--restricted", "none"], "planner: --restricted none: there is no such directory"),
        (["--from", "nhs"], "planner: no leaflet is called 'nhs'; there are: camden-msk, lower-back-stretches"),
    ],
)
def test_what_there_is_not_is_told(
    words: list[str], sentence: str, started: list[tuple[PlannerApp, bool]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == f"{sentence}\n"
    assert not started


@pytest.mark.parametrize("words", [["--restricted", ".", "show", "back.toml"], ["--restricted", ".", "where", "x"]])
def test_a_restricted_session_runs_no_commands(words: list[str], plan_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
