"""Keys that come faster than they are done: on a slow line a whole word arrives at once.

Textual hands every key at once to what has the focus at that moment. The `/` of a search that arrives together with its
first letters is not done yet when they are handed out, so they would be taken for commands, and a `q` among them would
quit. Here a key is handed out when the one before it has been done: its focus set, its dialog open.

Everything that a key changes is drawn together, once: a cursor that moves and the words about what is under it.
"""

import contextlib
from collections import deque
from typing import Any, Final, Generic

from textual import events
from textual.app import App, ReturnType
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

LONGEST: Final = 0.5
"""Seconds after which the next key is handed out even if nobody has said what became of the one before."""


class Done(Message):
    """Follows a key on its way, so that it comes to the app when the key has been dealt with.

    Sent a second time, it follows the messages that the key has led to: all take the same way, through every widget
    that holds the one before it.
    """

    def __init__(self, *, again: bool) -> None:
        super().__init__()
        self.again = again
        """Whether it is sent a second time."""


class TypeAheadApp(App[ReturnType], Generic[ReturnType]):
    """An app that does one key after the other."""

    def __init__(self, *arguments: object, **options: object) -> None:
        self._typed: deque[events.Key | events.Paste] = deque()
        self._target: MessagePump | None = None
        """What has the key that is being done."""
        self._place: Screen[Any] | None = None
        """The screen that it was pressed on."""
        self._drawing = contextlib.ExitStack()
        self._given_up: Timer | None = None
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait for their turn; everything else goes on as ever."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            if self._target is None:
                await self._hand_out()
            return
        await super().on_event(event)

    async def _hand_out(self) -> None:
        """Give the next key to what has the focus now, with a message that follows it on its way."""
        if not self._typed:
            self._target = None
            return
        event = self._typed.popleft()
        self._target = target = self.focused or self.screen
        self._place = self.screen
        self._drawing.enter_context(self.batch_update())
        self._given_up = self.set_timer(LONGEST, self._after)
        await super().on_event(event)
        if not target.post_message(Done(again=True)):
            self.post_message(Done(again=False))

    def on_done(self, message: Done) -> None:
        """The key has been dealt with, or what it has led to."""
        message.stop()
        following = message.again and self._target is not None and self._target.post_message(Done(again=False))
        if not following and not self.screen.call_later(self._on_widgets):
            self._after()

    def _on_widgets(self) -> None:
        """The screen has changed its widgets; they tell it so while the app is asked to go on."""
        self.call_later(self._on_changes)

    def _on_changes(self) -> None:
        if not self.screen.call_later(self._after):
            self._after()

    def _after(self) -> None:
        """Draw what has changed, and go on with the next key.

        That is done at once, unless more keys are waiting, or the key has opened a screen that is not whole yet.
        """
        if self._given_up is None:
            return
        self._given_up.stop()
        self._given_up = None
        self._drawing.close()
        if not self._typed and self.screen is self._place:
            self.screen._on_timer_update()  # noqa: SLF001 - see private_names
        self.call_later(self._hand_out)
