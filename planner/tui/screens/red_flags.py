"""The red-flag questions: asked once, answered with yes or no, never in the way."""

from textual.app import ComposeResult

from planner.model import AdviceKind, Library, RedFlag
from planner.tui.commands import bindings
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.widgets.ink import Line, wrap
from planner.tui.widgets.row_list import RowList

DOCTOR = (
    "You said yes: please see a doctor before you do any of these exercises. "
    "You can still look at the plan and write it; it stays your decision."
)
WELL = "None of these signs. The day you answered goes into the plan."


class QuestionList(RowList[tuple[RedFlag, int, str]]):
    """The questions, wrapped over as many lines as they need; the answer stands before the first."""

    def __init__(self, flags: tuple[RedFlag, ...]) -> None:
        super().__init__(id="questions")
        self.flags = flags
        self.answers: dict[str, bool] = {}

    def on_resize(self) -> None:
        """Wrap for the width."""
        room = max(10, self.size.width - 9)
        rows: list[tuple[RedFlag, int, str]] = []
        for flag in self.flags:
            texts = ["".join(text for text, _ in line) for line in wrap(flag.question, room)]
            rows += [(flag, number, text) for number, text in enumerate(texts)]
        self.styles.height = len(rows)
        self.set_rows(rows, self.cursor)

    def stands(self, row: tuple[RedFlag, int, str]) -> bool:
        """On the first line of a question."""
        return row[1] == 0

    def line(self, row: tuple[RedFlag, int, str], index: int, width: int) -> Line:
        """The answer, then the question."""
        flag, number, text = row
        if number:
            return [(f"         {text}", "")]
        answer = self.answers.get(flag.id)
        word, role = {None: ("  –  ", "muted"), True: (" yes ", "warning"), False: (" no  ", "strong")}[answer]
        return [(" ▸" if self.is_under_cursor(index) else "  ", "place"), (f"{word}  ", role), (text, "")]

    def answer(self, value: bool) -> None:
        """Answer the question under the cursor and go to the next."""
        if self.current:
            self.answers[self.current[0].id] = value
            self.refresh()
            self.action_down()


class RedFlags(Dialog[bool | None]):
    """Asks the red-flag questions. The answer is whether all were answered; `None` where it was left."""

    BINDINGS = bindings("red-flags")

    heading = "Before you begin"
    aside = "red flags"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def body(self) -> ComposeResult:
        """The questions, and what follows from the answers."""
        yield Words("Is any of this true for you? Answer each with y or n.")
        questions = QuestionList(self._library.red_flags)
        questions.add_class("first")
        yield questions
        yield Words(self._advice(), "muted", id="verdict")

    def _advice(self) -> str:
        told = [item for item in self._library.advice if item.kind is AdviceKind.SEE_A_DOCTOR]
        return "\n".join(item.text for item in told)

    def action_yes(self) -> None:
        """This is true for me."""
        self._answer(value=True)

    def action_no(self) -> None:
        """This is not so."""
        self._answer(value=False)

    def _answer(self, *, value: bool) -> None:
        questions = self.query_one(QuestionList)
        questions.answer(value)
        verdict = self.query_one("#verdict", Words)
        if any(questions.answers.values()):
            verdict.show(DOCTOR, "warning")
        elif len(questions.answers) == len(questions.flags):
            verdict.show(f"{WELL}\nenter goes on.", "strong")
        else:
            verdict.show(self._advice(), "muted")

    def action_accept(self) -> None:
        """Note the day, if every question has an answer."""
        questions = self.query_one(QuestionList)
        if len(questions.answers) < len(questions.flags):
            self.query_one("#verdict", Words).show(
                "Some questions have no answer yet; esc leaves them for later.", "warning"
            )
            return
        self.dismiss(True)
