"""Running an application so that it ends well, however it ends."""

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from planner.terminal.app import TerminalApp
from planner.terminal.crash import EX_SOFTWARE, Fault, calm_words, report, write_report
from planner.terminal.guard import SignalGuard
from planner.terminal.tty_modes import say

_FAREWELL_SECONDS: Final = 2.0
"""How long an application with a fault may take to shut down."""


def run(
    app: TerminalApp[Any],
    *,
    emergency: Callable[[], str | None],
    reports: Path,
    program: str,
    version: str,
    mouse: bool = True,
) -> int:
    """Run `app` on the terminal until it ends, and return the exit status.

    `emergency` puts the work in safety before the process ends unexpectedly (see `SignalGuard`); what it returns is
    said last. `reports` is the directory for reports of faults.

    The status is that of `App.exit(return_code=…)`, or 70 after a fault. A signal or a terminal that vanished ends the
    process itself, by that signal; then this does not return.
    """
    ending = _Ending(app, emergency, reports, program, version)
    with ending.prepared():
        try:
            app.run(mouse=mouse)
        except BaseException as error:  # noqa: BLE001 - nobody shall see a traceback, whatever it is
            app.record(error, "the event loop")
    if app.fault is None and app.return_code is None:
        # It ended and nobody had asked it to.
        app.record(RuntimeError(), "the end of the event loop")
    return ending.status()


class _Ending:
    """What is done last."""

    def __init__(
        self, app: TerminalApp[Any], emergency: Callable[[], str | None], reports: Path, program: str, version: str
    ) -> None:
        self._app = app
        self._reports = reports
        self._program = program
        self._version = version
        self._told = threading.Lock()
        self._farewell: threading.Timer | None = None
        self._guard = SignalGuard(emergency, restore=self._restore, say=_say, lent=self._lent)

    @contextlib.contextmanager
    def prepared(self) -> Iterator[None]:
        """Watch for signals and for faults where Textual does not look."""
        before = threading.excepthook, sys.unraisablehook
        threading.excepthook = self._on_thread_exception
        # Exceptions in destructors change nothing for the user, and would be printed over the screen.
        sys.unraisablehook = lambda _unraisable: None
        self._app.guard = self._guard
        self._app.on_fault = self._begin_farewell
        self._guard.install()
        try:
            yield
        finally:
            if self._farewell is not None:
                self._farewell.cancel()
            self._guard.uninstall()
            self._app.guard = None
            threading.excepthook, sys.unraisablehook = before

    def status(self) -> int:
        """The exit status; after a fault, all has been said."""
        fault = self._app.fault
        if fault is None:
            return self._app.return_code or 0
        self._restore()
        self._tell(fault)
        return EX_SOFTWARE

    def _tell(self, fault: Fault) -> None:
        if not self._told.acquire(blocking=False):
            return
        draft = self._guard.save()
        text = report(fault, program=self._program, version=self._version, environ=os.environ)
        _say(calm_words(self._program, draft, write_report(text, self._reports)))

    def _restore(self) -> None:
        if self._app.terminal is not None:
            self._app.terminal.restore_now()

    def _lent(self) -> bool:
        return self._app.terminal is not None and self._app.terminal.suspended

    def _on_thread_exception(self, problem: threading.ExceptHookArgs) -> None:
        if problem.exc_value is not None and problem.exc_type is not SystemExit:
            self._app.record(problem.exc_value, "a thread")

    def _begin_farewell(self, fault: Fault) -> None:
        """Put the work in safety, and end the process even if the application cannot shut down any more."""
        self._guard.save()

        def end() -> None:
            self._restore()
            self._tell(fault)
            os._exit(EX_SOFTWARE)

        self._farewell = threading.Timer(_FAREWELL_SECONDS, end)
        self._farewell.daemon = True
        self._farewell.start()


def _say(words: str) -> None:
    say(sys.__stderr__.fileno() if sys.__stderr__ is not None else 2, words + "\n")
