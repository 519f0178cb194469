"""What the four places have in common: the title bar, the message line, the keys, and how they change the plan."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.widget import Widget

from planner.model import Plan
from planner.tui.screens.screen import PlannerScreen
from planner.tui.widgets.bars import KeyBar, MessageLine, Standing, TitleBar

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp
    from planner.tui.workspace import Workspace


class Place(PlannerScreen[None]):
    """A place of the program. Subclasses yield their middle in `body` and show the plan in `show_plan`."""

    place = ""
    """Its name: `library`, `week`, `day` or `plan`."""

    def __init__(self) -> None:
        super().__init__()
        self._to_say: tuple[str, bool] | None = None

    @property
    def planner(self) -> "PlannerApp":
        """The app, as what it is."""
        return cast("PlannerApp", self.app)

    @property
    def workspace(self) -> "Workspace":
        """The library, the plan and its history."""
        return self.planner.workspace

    def compose(self) -> ComposeResult:
        """Title bar, middle, message line, keys."""
        yield TitleBar(self.place)
        yield from self.body()
        yield MessageLine()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """The middle of the place."""
        yield Widget()

    def show_plan(self) -> None:
        """Show the plan as it is now. Subclasses must define it."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """The plan may have changed while another place was shown."""
        self.refresh_plan()

    def refresh_plan(self) -> None:
        """Show the plan and whether it is saved."""
        if not self.is_mounted:
            # It is shown when it resumes, once it is there.
            return
        workspace = self.workspace
        mark = "read-only" if workspace.read_only else "unsaved" if workspace.unsaved else ""
        title = workspace.plan.title if workspace.plan else ""
        self.query_one(TitleBar).show(Standing(title, mark))
        self.show_plan()
        self.refresh_bindings()
        if self._to_say:
            text, warning = self._to_say
            self._to_say = None
            self.say(text, warning=warning)

    def do(self, label: str, plan: Plan) -> bool:
        """One undoable step; returns whether anything changed."""
        return self.planner.do(label, plan)

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell what has just happened; where the place is only being made, as soon as it is there."""
        if self.is_mounted:
            self.query_one(MessageLine).say(text, warning=warning)
        else:
            self._to_say = text, warning

    def move_on(self) -> None:
        """What was said has been read."""
        self.query_one(MessageLine).move_on()

    def explain(self, text: str) -> None:
        """Tell about the thing under the cursor."""
        self.query_one(MessageLine).explain(text)
