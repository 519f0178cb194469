"""What Textual writes and what we send must show the same screen, cell by cell and style by style."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyte
import pytest
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.driver import Driver
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import DataTable, Footer, Input, OptionList, Static, TextArea, Tree
from textual.widgets.option_list import Option

from planner.terminal.app import TerminalApp
from planner.terminal.painter import Painter
from planner.terminal.screen_model import ScreenModel
from tests.terminal.harness import Terminal, cells, stopped
from tests.terminal.programs import SAMPLE

_UNKNOWN_TO_EMULATOR = re.compile(r"\x1b\[\?2026[hl]|\x1b\][^\x07]*\x07")
# The emulator puts an accent at the beginning of a row on the end of the row above.
_ACCENT_ON_NOTHING = re.compile("(\x1b\\[[0-9]+;1H(?:\x1b\\[[0-9;]*m)*)\u0301+")
WORDS = [
    "knee",
    "roll",
    "膝を抱える",
    "10 × 10 s",
    "●●○○",
    "café",
    "e\u0301tirement",
    "👍",
    "— × 30 s",
    "straße",
    "漢",
    "ｱ",
]


class Twins:
    """Two emulators: one reads what Textual wrote, the other what we send."""

    def __init__(self, width: int, height: int, *, background_erase: bool) -> None:
        self.textual = pyte.Screen(width, height)
        self.ours = pyte.Screen(width, height)
        for screen in (self.textual, self.ours):
            screen.reset_mode(7, private=True)
        self.model = ScreenModel(width, height)
        self.painter = Painter(background_erase=background_erase)
        self.frames = 0
        self.sent = 0
        self.written = 0
        self.quiet = False
        """While the size changes, what Textual's own output shows is not defined."""
        self._read_textual = pyte.Stream(self.textual).feed
        self._read_ours = pyte.Stream(self.ours).feed

    def write(self, data: str) -> None:
        self.written += len(data)
        self._read_textual(_ACCENT_ON_NOTHING.sub(r"\1", _UNKNOWN_TO_EMULATOR.sub("", data)))
        self.model.feed(data)

    def send(self) -> None:
        data = self.painter.frame(self.model)
        self.sent += len(data)
        self.frames += bool(data)
        self._read_ours(_UNKNOWN_TO_EMULATOR.sub("", data))

    def resize(self, width: int, height: int) -> None:
        for screen in (self.textual, self.ours):
            screen.resize(height, width)
        self.model.resize(width, height)
        self.painter.forget()

    def compare(self, when: str) -> None:
        theirs, ours = cells(self.textual), cells(self.ours)
        for row, (left, right) in enumerate(zip(theirs, ours, strict=True)):
            for column, (expected, found) in enumerate(zip(left, right, strict=True)):
                assert found == expected, f"{when}: row {row}, column {column}"
        width = self.ours.columns
        at = (self.textual.cursor.y, min(self.textual.cursor.x, width - 1))
        assert (self.ours.cursor.y, self.ours.cursor.x) == at, when


class TwinDriver(Driver):
    """A driver without a terminal that shows everything to the twins."""

    @property
    def twins(self) -> Twins:
        app = self._app
        assert isinstance(app, TwinApp)
        return app.twins

    def write(self, data: str) -> None:
        self.twins.write(data)

    def flush(self) -> None:
        self.twins.send()
        if not self.twins.quiet:
            self.twins.compare(f"frame {self.twins.frames}")

    def start_application_mode(self) -> None:
        """There is nothing to take."""

    def disable_input(self) -> None:
        """There is no input."""

    def stop_application_mode(self) -> None:
        """There is nothing to give back."""


class Dialog(ModalScreen[None]):
    """Half transparent, with wide characters around it and in it."""

    CSS = "Dialog { align: center middle; } #box { width: 31; height: 7; border: round red; background: $panel 60%; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        yield VerticalScroll(Static(Content(self.text)), Input(self.text), id="box")


class TwinApp(TerminalApp[None]):
    CSS = """
    DataTable { width: 50%; }
    Horizontal { height: 1fr; }
    #right { width: 50%; }
    TextArea, Tree, OptionList { height: 8; }
    """

    def __init__(self, twins: Twins, chance: random.Random) -> None:
        super().__init__()
        self.driver_class = TwinDriver
        self.twins = twins
        self.chance = chance

    def words(self, number: int) -> str:
        return " ".join(self.chance.choices(WORDS, k=number))

    def compose(self) -> ComposeResult:
        yield Input(self.words(4))
        with Horizontal():
            yield DataTable(cursor_type=self.chance.choice(["row", "cell", "column"]), zebra_stripes=True)
            with VerticalScroll(id="right"):
                yield OptionList(*(Option(Content(self.words(5))) for _ in range(12)))
                yield TextArea("\n".join(self.words(6) for _ in range(12)), soft_wrap=False)
                yield Tree("root")
                yield Static(Content(self.words(40)))
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("dose", "膝", "Mon", "Tue")
        for _ in range(40):
            table.add_row(*(Content(self.words(2)) for _ in range(4)))
        tree = self.query_one(Tree)
        tree.root.expand()
        for _ in range(5):
            tree.root.add(self.words(2), expand=True).add_leaf(self.words(3))
        for area in self.query(TextArea):
            area.cursor_blink = False
        for field in self.query(Input):
            field.cursor_blink = False


KEYS = ["down", "up", "right", "left", "pagedown", "pageup", "tab", "tab", "shift+tab", "home", "end", "enter", "space"]
TYPED = ["a", "é", "膝", "👍", "backspace", "delete"]


async def act(pilot: Pilot[None], twins: Twins, chance: random.Random) -> None:
    """Do one thing that a person might do."""
    app = pilot.app
    assert isinstance(app, TwinApp)
    deed = chance.random()
    if deed < 0.80:
        key = chance.choice(KEYS if chance.random() < 0.7 else TYPED)
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    elif deed < 0.86:
        if isinstance(app.screen, Dialog):
            app.pop_screen()
        else:
            app.push_screen(Dialog(app.words(8)))
    elif deed < 0.90:
        app.notify(app.words(4), markup=False, timeout=chance.choice([0.05, 30]))
    elif deed < 0.94:
        await resize(pilot, twins, Size(chance.randint(30, 130), chance.randint(12, 40)))
    elif deed < 0.97:
        # What ctrl+l, a suspension and a continuation do to the painter.
        twins.ours.reset()
        twins.ours.reset_mode(7, private=True)
        twins.painter.forget()
        twins.model.touched.clear()
        twins.send()
    else:
        app.theme = chance.choice(["textual-dark", "textual-light", "nord", "ansi-dark"])
    await settle(pilot)
    twins.compare("after an action")


async def resize(pilot: Pilot[None], twins: Twins, size: Size) -> None:
    if size == pilot.app.size:
        return
    twins.quiet = True
    twins.resize(*size)
    pilot.app.post_message(events.Resize(size, size))
    while pilot.app.screen.outer_size != size and pilot.app._exception is None:
        await pilot.pause(0.01)
    await settle(pilot)
    twins.quiet = False


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all that was asked for is drawn."""
    await pilot.pause()
    await pilot.pause(0.03)


@pytest.mark.parametrize("background_erase", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_random_sessions_show_the_same_screen_frame_by_frame(seed: int, background_erase: bool) -> None:
    chance = random.Random(seed)
    twins = Twins(chance.choice([80, 61, 132]), chance.choice([24, 40]), background_erase=background_erase)
    app = TwinApp(twins, chance)

    async def session(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        for _ in range(60):
            await act(pilot, twins, chance)
        app.exit()

    app.run(auto_pilot=session, size=(twins.ours.columns, twins.ours.lines))
    if app.fault is not None:
        raise app.fault.error
    assert twins.frames > 20
    assert twins.sent < twins.written


STEPS: list[tuple[str, Callable[[Terminal], None]]] = [
    ("words", lambda terminal: terminal.type("knee roll é 膝 👍")),
    ("left", lambda terminal: terminal.type("\x1b[D" * 4)),
    ("backspace", lambda terminal: terminal.type("\x7f\x7f")),
    ("tab", lambda terminal: terminal.type("\t")),
    ("down", lambda terminal: terminal.type("\x1b[B")),
    ("page", lambda terminal: terminal.type("\x1b[6~")),
    ("narrow", lambda terminal: terminal.resize(47, 17)),
    ("end", lambda terminal: terminal.type("\x1b[F")),
    ("wide", lambda terminal: terminal.resize(133, 41)),
    ("home", lambda terminal: terminal.type("\x1b[H")),
    ("usual", lambda terminal: terminal.resize(80, 24)),
    ("wheel", lambda terminal: terminal.type("\x1b[<65;5;12M" * 5)),
    ("click", lambda terminal: terminal.type("\x1b[<0;5;12M\x1b[<0;5;12m")),
]


@pytest.mark.parametrize("seed", range(3))
def test_the_same_session_through_both_drivers_ends_on_the_same_screens(tmp_path: Path, seed: int) -> None:
    """Whole programs on real pseudo-terminals; ours is also stopped, scribbled over and lent out on the way."""
    steps = STEPS * 2
    random.Random(seed).shuffle(steps)
    with (
        SAMPLE.start(tmp_path, environ={"SAMPLE_STOCK": "1"}) as stock,
        SAMPLE.start(tmp_path) as ours,
    ):
        assert cells(ours.screen) == cells(stock.screen)
        for number, (name, step) in enumerate(steps):
            for terminal in (stock, ours):
                step(terminal)
            if number % 7 == 3:
                with stopped(ours):
                    ours.screen.reset()
            if number % 7 == 5:
                ours.screen.reset()
                ours.type("\x0c")
            for terminal in (stock, ours):
                terminal.wait_for_silence()
            assert cells(ours.screen) == cells(stock.screen), f"after {name}, step {number}"
        assert len(ours.output) < len(stock.output) / 2


def test_a_program_that_had_the_terminal_leaves_no_trace(tmp_path: Path) -> None:
    found = []
    for environ in ({"SAMPLE_STOCK": "1"}, {}):
        command = [*SAMPLE.command(tmp_path), "suspend"]
        with Terminal(command, environ=environ) as terminal:
            terminal.wait_for(SAMPLE.ready)
            SAMPLE.edit(terminal, "膝 knee")
            terminal.type("\r")
            terminal.wait_for("lent")
            terminal.type("words\n")
            terminal.wait_for("knee»")
            terminal.wait_for_silence()
            found.append(cells(terminal.screen))
    assert found[0] == found[1]
