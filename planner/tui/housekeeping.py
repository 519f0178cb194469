"""What the app sees to while nobody waits for it."""

from __future__ import annotations

import gc
import importlib
import time
from typing import TYPE_CHECKING, Any, Final, Generic, cast

from textual import events
from textual.app import App, ReturnType
from textual.timer import Timer

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

LOOK_EVERY = 3.0
"""Seconds after which a key is a reason to see whether the file has changed on disk."""

TIDY_AFTER: Final = 0.1
"""Seconds after the first screen when the garbage collector, which rests while the program starts, goes to work."""

NEEDED_TO_SAVE: Final = (
    "planner.files.plan_saving",
    "planner.files.preserving",
    "planner.planning.merge",
    "planner.tui.flows.saving",
)
"""Imported one after the other once something has changed: whoever changes a plan will save it."""

FETCH_EVERY: Final = 0.2
"""Seconds between two of these."""


class HousekeepingApp(App[ReturnType], Generic[ReturnType]):
    """Tidies the memory after the start, looks after the file, and gets ready to save."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._looked = time.monotonic()
        self._to_fetch = iter(NEEDED_TO_SAVE)
        self._fetching: Timer | None = None

    def on_ready(self) -> None:
        """The first screen stands: see to the memory as soon as nobody waits for anything."""
        self.set_timer(TIDY_AFTER, self._tidy_memory)

    def _tidy_memory(self) -> None:
        """Collect what the start has left behind, and never again look through all that it has made to stay."""
        if not gc.isenabled():
            gc.collect()
            gc.freeze()
            gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """See, now and then when a key is pressed, whether the file has changed: terminals need not tell of focus."""
        if isinstance(event, events.Key) and time.monotonic() - self._looked > LOOK_EVERY:
            self.look_at_file()
        await super().on_event(event)

    def look_at_file(self) -> None:
        """The person is back at this terminal: the file may have changed meanwhile."""
        self._looked = time.monotonic()
        if cast("PlannerApp", self).workspace.file is not None:
            # Once the key has been done, so that what is said of the file stays until the next.
            self.set_timer(0.1, self._look)

    def _look(self) -> None:
        from planner.tui.flows import conflicts

        self.run_worker(conflicts.look(cast("PlannerApp", self)))

    def get_ready_to_save(self) -> None:
        """Import, bit by bit, what the first save needs; it would take that longer."""
        if self._fetching is None:
            self._fetching = self.set_interval(FETCH_EVERY, self._fetch)

    def _fetch(self) -> None:
        name = next(self._to_fetch, None)
        if name is not None:
            importlib.import_module(name)
        elif self._fetching is not None:
            self._fetching.stop()
