"""The palette: every command that does something here, found by typing a part of its name."""

from attrs import frozen
from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from planner.planning.folding import fold
from planner.tui.commands import Command, bindings
from planner.tui.screens.dialog import Dialog
from planner.tui.widgets.bars import active_keys
from planner.tui.widgets.ink import Line, fit
from planner.tui.widgets.line_input import LineInput
from planner.tui.widgets.row_list import RowList

MOVEMENTS = frozenset({"list", "reading", "field", "number", "days"})
"""Groups of commands that only make sense as keys."""


@frozen
class Offer:
    """A command and the keys that give it."""

    command: Command
    keys: str


class OfferList(RowList[Offer]):
    """Commands with their keys."""

    can_focus = False

    def line(self, row: Offer, index: int, width: int) -> Line:
        """The title, the help, the keys."""
        here = self.is_under_cursor(index)
        longest = max(len(item.command.title) for item in self.rows)
        keys = f"{row.keys} "
        room = max(0, width - longest - len(keys) - 6)
        return [
            (" ▸ " if here else "   ", "place"),
            (fit(row.command.title, longest), ""),
            (f"  {fit(row.command.help, room)} ", "muted"),
            (keys, "key"),
        ]


class Palette(Dialog[Command | None]):
    """Asks which command to give; the answer is the command."""

    BINDINGS = bindings("palette")
    AUTO_FOCUS = "LineInput"

    heading = "Commands"

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        keys = active_keys(screen)
        self._offers = [Offer(item, names[0]) for item, names in keys.items() if item.group not in MOVEMENTS and names]

    def body(self) -> ComposeResult:
        """Where to type, and what fits."""
        yield LineInput(placeholder="Type a part of a command's name")
        yield OfferList(self._offers)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = fold(event.value).split()
        fitting = [
            item
            for item in self._offers
            if all(word in fold(f"{item.command.title} {item.command.help}") for word in words)
        ]
        in_title = [item for item in fitting if all(word in fold(item.command.title) for word in words)]
        others = [item for item in fitting if item not in in_title]
        self.query_one(OfferList).set_rows([*in_title, *others])

    def action_down(self) -> None:
        """To the command below."""
        self.query_one(OfferList).action_down()

    def action_up(self) -> None:
        """To the command above."""
        self.query_one(OfferList).action_up()

    @on(RowList.Chosen)
    def action_accept(self) -> None:
        """Answer with the command under the cursor."""
        offer = self.query_one(OfferList).current
        self.dismiss(offer.command if offer else None)
