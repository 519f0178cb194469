import asyncio
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from planner.terminal.app import TerminalApp
from planner.terminal.driver import PlannerDriver
from tests.terminal.programs import SAMPLE


class Small(TerminalApp[None]):
    def compose(self) -> ComposeResult:
        yield Input()
        yield TextArea()
        yield Static(Content("knee"))


def test_nothing_blinks_once_it_has_the_focus() -> None:
    async def session() -> None:
        app = Small()
        async with app.run_test() as pilot:
            for widget in (app.query_one(Input), app.query_one(TextArea)):
                widget.focus()
                await pilot.pause()
                assert widget.cursor_blink is False

    asyncio.run(session())


def test_the_screenshot_is_not_offered() -> None:
    async def session() -> list[str]:
        app = Small()
        async with app.run_test():
            return [command.title for command in app.get_system_commands(app.screen)]

    assert "Screenshot" not in asyncio.run(session())


def test_the_driver_cannot_be_chosen_from_outside(monkeypatch: Any) -> None:
    monkeypatch.setenv("TEXTUAL", "debug,devtools")
    monkeypatch.setenv("SSH_CONNECTION", "::1 5 ::1 22")
    app = Small()
    assert app.driver_class is PlannerDriver
    assert not app.debug
    assert app.devtools is None
    assert app.animation_level == "none"


def test_a_fault_in_a_test_is_raised_there() -> None:
    class Faulty(Small):
        def on_mount(self) -> None:
            raise ZeroDivisionError

    async def session() -> TerminalApp[None]:
        app = Faulty()
        try:
            async with app.run_test():
                pass
        except ZeroDivisionError:
            return app
        raise AssertionError

    app = asyncio.run(session())
    assert app.return_code == 70
    assert app.fault is not None
    assert isinstance(app.fault.error, ZeroDivisionError)


def test_the_screen_is_drawn_again_when_asked(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path) as terminal:
        seen = terminal.cells()
        terminal.screen.cursor_position(3, 10)
        terminal.screen.draw("Broadcast message from root: the system is going down")
        assert terminal.cells() != seen
        terminal.type("\x0c")
        terminal.wait_for_silence()
        assert terminal.cells() == seen
        assert terminal.threads() == 2


def test_leaving_gives_the_status_and_the_terminal_back(tmp_path: Path) -> None:
    with SAMPLE.start(tmp_path) as terminal:
        SAMPLE.leave(terminal)
        assert terminal.wait_for_end() == SAMPLE.left
        assert terminal.is_restored
        assert terminal.text.strip() == ""
