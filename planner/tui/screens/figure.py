"""A dialog that shows how an exercise is done: its figure, large, moving at the pace of the dose."""

from attrs import frozen
from textual.app import ComposeResult

from planner.model import Amount, Exercise, HoldUnit, Side, Sides, Variant
from planner.model.figure import Figure
from planner.planning.naming import variant_title
from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.widgets.figure_view import FigureView


@frozen
class Shown:
    """A variant with its figure, the side that is worked, and the hold of a dose."""

    exercise: Exercise
    variant: Variant
    figure: Figure
    side: Side | None = None
    hold: Amount | None = None
    hold_unit: HoldUnit = HoldUnit.SECONDS


class FigureDialog(Dialog[None]):
    """Shows one or several ways of an exercise; it moves unless animations are off."""

    BINDINGS = bindings("figure")
    AUTO_FOCUS = ""

    def __init__(self, shown: tuple[Shown, ...], *, moving: bool) -> None:
        super().__init__()
        self._shown = shown
        self._number = 0
        self._moving = moving
        self.heading = "How it is done"
        self.add_class("-figure")

    def body(self) -> ComposeResult:
        """What it is, the figure, and the same in words."""
        yield Words(id="what", role="strong")
        yield FigureView(id="figure")
        yield Words(id="told", role="muted")

    def on_mount(self) -> None:
        """Show the first."""
        self._show()
        self.query_one(FigureView).move(on=self._moving)

    def _show(self) -> None:
        item = self._shown[self._number]
        title = variant_title(item.exercise, item.variant, item.side)
        count = f" · {self._number + 1} of {len(self._shown)}" if len(self._shown) > 1 else ""
        self.query_one("#what", Words).show(f"{title}{count}")
        seconds = item.hold if item.hold_unit is HoldUnit.SECONDS else None
        both = item.variant.sides is Sides.BOTH and item.side is None
        self.query_one(FigureView).show(item.figure, item.side, seconds, in_turn=both)
        self.query_one("#told", Words).show(item.figure.words(item.side))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where there are several ways."""
        return len(self._shown) > 1 or action not in ("next", "previous")

    def action_next(self) -> None:
        """The next way of doing it."""
        self._number = (self._number + 1) % len(self._shown)
        self._show()

    def action_previous(self) -> None:
        """The way before."""
        self._number = (self._number - 1) % len(self._shown)
        self._show()

    def action_move(self) -> None:
        """Move or rest."""
        view = self.query_one(FigureView)
        view.move(on=not view.moves)

    def action_close(self) -> None:
        """Back to where you were."""
        self.dismiss(None)
