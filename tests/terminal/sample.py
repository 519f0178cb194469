"""A small application for the tests: a list, a field for text, and faults on demand."""

import asyncio
import logging
import os
import sys
import threading
import warnings
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from planner.terminal.app import TerminalApp

SECRET = "knee of Mrs Example"
NAMES = [f"Exercise {number}: bend, hold ● and let go" for number in range(60)]
WIDE = ["膝を抱える", "e\u0301tirement", "café — 10 × 10 s", "🦵 leg", "Row [left] arm", "[/] [@click=app.quit]x"]
NASTY = "esc\x1b]52;c;aGk=\x07 \x1b[2J c1\x9b31m bidi\u202eabc\u2066 del\x7f nul\x00 end"


class Nasty(Static):
    """Shows control characters without cleaning them."""

    def render(self) -> RenderResult:
        """Unclean text."""
        return Content(NASTY)


class Broken(Static):
    """Cannot be drawn when told so."""

    broken = False

    def render(self) -> RenderResult:
        """Nothing, or a fault."""
        if self.broken:
            raise ValueError(SECRET)
        return Content("whole")


class SampleApp(TerminalApp[None]):
    """See the module."""

    CSS = """
    OptionList { height: 1fr; width: 60%; }
    Input { width: 60%; }
    #side { dock: right; width: 40%; background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+g", "write", priority=True)]

    def __init__(self, directory: Path, fault: str = "") -> None:
        super().__init__()
        self.directory = directory
        self.wanted_fault = fault
        self.hangs = False
        if fault == "style":
            type(self).CSS = "nonsense {{{ " + SECRET
        self.draft = ""

    def compose(self) -> ComposeResult:
        """A field, a list and something at the side."""
        if self.wanted_fault == "compose":
            raise ValueError(SECRET)
        yield Input(id="field")
        yield OptionList(*(Option(Content(name)) for name in [*WIDE, *NAMES]))
        yield Static(Content("ready"), id="side")
        yield Nasty(id="nasty")
        yield Broken(id="broken")

    def on_mount(self) -> None:
        """Perhaps fail."""
        if self.wanted_fault == "mount":
            raise ValueError(SECRET)

    def action_write(self) -> None:
        """Go to the end of the field."""
        field = self.query_one(Input)
        self.screen.set_focus(field)
        field.action_end()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the draft, and show that a key has arrived."""
        self.draft = event.value
        self.query_one("#side", Static).update(Content(f"draft {len(self.draft)} «{self.draft[-8:]}»"))

    def on_input_submitted(self) -> None:
        """Return is where things go wrong on demand."""
        getattr(self, f"fail_in_{self.wanted_fault or 'nothing'}")()

    def emergency(self) -> str:
        """Write the draft."""
        path = self.directory / "draft"
        path.write_text(self.draft, encoding="utf-8", errors="surrogateescape")
        return f"Your draft is safe: {path}"

    def fail_in_nothing(self) -> None:
        """All is well."""
        self.exit(return_code=3)

    def fail_in_handler(self) -> None:
        """The plainest fault."""
        secret = SECRET
        raise ValueError(secret)

    def fail_in_timer(self) -> None:
        """In a timer."""
        self.set_timer(0.01, self.fail_in_handler)

    def fail_in_worker(self) -> None:
        """In a worker."""

        async def work() -> None:
            raise ValueError(SECRET)

        self.run_worker(work())

    def fail_in_thread_worker(self) -> None:
        """In a worker that is a thread."""

        def work() -> None:
            get_current_worker()
            raise ValueError(SECRET)

        self.run_worker(work, thread=True)

    def fail_in_thread(self) -> None:
        """In a thread that Textual does not know."""
        threading.Thread(target=self.fail_in_handler).start()

    def fail_in_task(self) -> None:
        """In a task that nobody waits for."""

        async def work() -> None:
            raise ValueError(SECRET)

        self._forgotten = asyncio.get_running_loop().create_task(work())
        self._forgotten.add_done_callback(lambda _task: delattr(self, "_forgotten"))

    def fail_in_callback(self) -> None:
        """In a callback of the event loop."""
        asyncio.get_running_loop().call_soon(self.fail_in_handler)

    def fail_in_render(self) -> None:
        """While drawing."""
        broken = self.query_one(Broken)
        broken.broken = True
        broken.refresh()

    def fail_in_recursion(self) -> None:
        """Without end."""
        self.fail_in_recursion()

    def fail_in_memory(self) -> None:
        """More than there is."""
        raise MemoryError

    def fail_in_exit(self) -> None:
        """By leaving from within."""
        sys.exit(0)

    def fail_in_cause(self) -> None:
        """With a history."""
        try:
            self.fail_in_handler()
        except ValueError as error:
            raise KeyError(SECRET) from error

    def fail_in_shutdown(self) -> None:
        """And then hang while shutting down."""
        self.hangs = True
        raise ValueError(SECRET)

    async def on_unmount(self) -> None:
        """Perhaps never come to an end."""
        if self.hangs:
            await asyncio.Event().wait()

    def fail_in_cancel(self) -> None:
        """By cancelling what runs everything."""
        assert self._task is None
        raise asyncio.CancelledError

    def fail_in_print(self) -> None:
        """No fault, but words where they do not belong."""
        print(SECRET)
        print(SECRET, file=sys.stderr)
        warnings.warn(SECRET, stacklevel=1)
        logging.getLogger("sample").error(SECRET)

    def fail_in_copy(self) -> None:
        """No fault: copy something."""
        self.copy_to_clipboard("knee roll")

    def fail_in_suspend(self) -> None:
        """Lend the terminal to another program."""
        with self.suspend():
            os.system('echo lent; read line; echo "got $line"')  # noqa: S605
