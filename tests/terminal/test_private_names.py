"""What we rely on inside Textual is there, and is what we take it for."""

import asyncio
import importlib
import inspect
from importlib import metadata
from pathlib import Path

import pytest
from textual import events, messages
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from planner.terminal.app import TerminalApp
from planner.terminal.driver import PlannerDriver
from planner.terminal.private_names import PRIVATE_ATTRIBUTES, PRIVATE_NAMES
from planner.terminal.screen_model import ScreenModel
from planner.terminal.tty_input import Decoder

ROOM = Path(inspect.getfile(PlannerDriver)).parent


def test_this_is_the_release_that_was_read() -> None:
    assert metadata.version("textual") == "8.2.8"


@pytest.mark.parametrize(("module", "name", "_purpose"), PRIVATE_NAMES)
def test_a_name_that_is_relied_on_exists(module: str, name: str, _purpose: str) -> None:
    found: object = importlib.import_module(module)
    for part in name.split("."):
        found = getattr(found, part)


def test_an_attribute_that_is_relied_on_exists() -> None:
    async def look() -> None:
        async with App[None]().run_test() as pilot:
            whose = {"app": pilot.app, "driver": pilot.app._driver, "parser": Decoder()._parser}
            for owner, name, _purpose in PRIVATE_ATTRIBUTES:
                assert hasattr(whose[owner], name), name

    asyncio.run(look())


def test_what_we_override_is_called_as_we_expect() -> None:
    for ours, theirs in ((TerminalApp, App), (PlannerDriver, LinuxDriver), (PlannerDriver, Driver)):
        for name, method in inspect.getmembers(ours, inspect.isfunction):
            overridden = getattr(theirs, name, None)
            if name in vars(ours) and inspect.isfunction(overridden) and name not in ("__init__", "run_async"):
                expected = [p.name for p in inspect.signature(overridden).parameters.values()]
                assert [p.name for p in inspect.signature(method).parameters.values()] == expected, name


def test_every_driver_method_that_applications_use_is_there() -> None:
    for name, member in inspect.getmembers(LinuxDriver):
        if not name.startswith("_") and callable(member) and name != "run_input_thread":
            assert callable(getattr(PlannerDriver, name)), name


def test_textual_draws_with_the_sequences_that_the_model_understands() -> None:
    from rich.console import Console
    from rich.control import Control
    from rich.segment import Segment
    from rich.style import Style
    from textual._compositor import LayoutUpdate
    from textual.geometry import Region
    from textual.strip import Strip

    strip = Strip([Segment("knee", Style.parse("bold red on #010203")), Segment(" roll")])
    update = LayoutUpdate([[strip], [strip]], Region(2, 1, 9, 2)).render_segments(Console(color_system="truecolor"))
    model = ScreenModel(20, 4)
    model.feed(update + Control.move_to(3, 2).segment.text)
    assert [row.rstrip() for row in model.rows] == ["", "  knee roll", "  knee roll", ""]
    style = model.styles[ord(model.looks[1][2])]
    assert (style.attributes, style.foreground, style.background) == (frozenset("1"), "31", "48;2;1;2;3")
    assert (model.column, model.row) == (3, 2)


def test_the_parser_still_makes_the_events_that_are_passed_on_or_dropped() -> None:
    found = list(Decoder().feed(b"a\x1b[A\x1b[?2026;2$y\x1b[<0;1;1M\x1b[200~words\x1b[201~"))
    kinds = [type(event) for event in found]
    assert kinds == [
        events.Key,
        events.Key,
        messages.TerminalSupportsSynchronizedOutput,
        events.MouseDown,
        events.Paste,
    ]


def test_no_other_private_name_of_textual_is_imported() -> None:
    allowed = {module for module, _name, _purpose in PRIVATE_NAMES}
    for path in ROOM.glob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("from textual._", "import textual._", "from rich._")):
                assert line.split()[1] in allowed, f"{path.name}: {line}"
