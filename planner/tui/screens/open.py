"""Where the program begins without a file: recent plans, and new ones made from a leaflet."""

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult

from planner.files.drafts import Draft
from planner.files.recent import Recent
from planner.model import Library
from planner.planning.naming import source_name
from planner.planning.starters import starter_size
from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.screens.prompt import Prompt
from planner.tui.widgets.ink import Line, fit, shorten
from planner.tui.widgets.row_list import RowList


@frozen
class StartFrom:
    """A new plan, made from a source of the library; `None` for an empty one."""

    source: str | None


@frozen
class OpenRow:
    """A heading (no answer), a recent plan or a way to start."""

    title: str
    explanation: str = ""
    answer: "StartFrom | Path | Draft | None" = None


class OpenList(RowList[OpenRow]):
    """Recent plans and ways to start."""

    def stands(self, row: OpenRow) -> bool:
        """On everything but headings."""
        return row.answer is not None

    def line(self, row: OpenRow, index: int, width: int) -> Line:
        """The title, and where it is or what it holds."""
        if row.answer is None:
            return [(f" {row.title}", "heading")]
        longest = max(cell_len(item.title) for item in self.rows)
        room = min(longest, max(10, width // 2 - 4))
        here = self.is_under_cursor(index)
        explanation = shorten(row.explanation, max(0, width - room - 6))
        return [(" ▸ " if here else "   ", "place"), (fit(row.title, room), ""), (f"   {explanation}", "muted")]


class OpenScreen(Dialog[StartFrom | str | Path | Draft | None]):
    """Asks which plan to open or how to start one."""

    BINDINGS = bindings("open")

    def __init__(
        self,
        library: Library,
        recents: Sequence[Recent],
        drafts: Sequence[Draft],
        forget: Callable[[Path], object],
        *,
        first: bool,
    ) -> None:
        super().__init__()
        self._forget = forget
        self._rows = [*_draft_rows(drafts), *_recent_rows(recents), *_start_rows(library)]
        self.heading = "planner" if first else "Open or start a plan"
        self.aside = "home exercise programmes"
        self._recents = recents

    def body(self) -> ComposeResult:
        """A word of welcome where there is nothing to open yet, then the list."""
        if not self._recents:
            yield Words(
                "Turn an exercise leaflet into a week that you can follow: which exercises, which side, how many, "
                "when. The plan is kept in a text file of yours."
            )
        rows = OpenList(self._rows)
        rows.add_class("first")
        yield rows

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only recent plans can be forgotten."""
        if action != "forget":
            return True
        row = next((rows.current for rows in self.query(OpenList)), None)
        return row is not None and isinstance(row.answer, Path)

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    def action_choose(self) -> None:
        """Open or start what the cursor is on."""
        row = self.query_one(OpenList).current
        if row and row.answer is not None:
            self.dismiss(row.answer)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_choose()

    def action_type_path(self) -> None:
        """Ask for a file name."""
        text = "The file of a plan. If it is not there yet, a new plan is started under that name."
        self.app.push_screen(Prompt("Open a file", text, placeholder="back.toml"), self._typed)

    def _typed(self, text: str | None) -> None:
        if text and text.strip():
            self.dismiss(text.strip())

    def action_forget(self) -> None:
        """Take a recent plan off the list."""
        rows = self.query_one(OpenList)
        if rows.current and isinstance(rows.current.answer, Path):
            self._forget(rows.current.answer)
            rows.set_rows([row for row in rows.rows if row is not rows.current], rows.cursor)

    async def action_quit(self) -> None:
        """Leave the planner."""
        await self.app.run_action("app.quit_plan")


def _draft_rows(drafts: Sequence[Draft]) -> list[OpenRow]:
    """What sessions that have ended had not saved."""
    if not drafts:
        return []
    rows = []
    for draft in drafts[:5]:
        title = draft.plan.title if draft.plan else "a draft that cannot be read"
        where = _short(draft.path) if draft.path else "never saved"
        rows.append(OpenRow(title, f"{draft.when.day} {draft.when:%b %H:%M}, {where}", draft))
    return [OpenRow("Unsaved changes"), *rows, OpenRow("")]


def _recent_rows(recents: Sequence[Recent]) -> list[OpenRow]:
    if not recents:
        return []
    rows = [OpenRow(item.title or item.path.stem, _short(item.path), item.path) for item in recents[:8]]
    return [OpenRow("Go on with"), *rows, OpenRow("")]


def _short(path: Path) -> str:
    """The path as people say it: from the home directory."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)


def _start_rows(library: Library) -> list[OpenRow]:
    rows = [OpenRow("Start a new plan")]
    for source in library.sources:
        told = f"{starter_size(library, source.id)} exercises, with the leaflet's doses"
        rows.append(OpenRow(f"from {source_name(source)}", told, StartFrom(source.id)))
    rows.append(OpenRow("from nothing", "an empty week, to fill from the library", StartFrom(None)))
    return rows
