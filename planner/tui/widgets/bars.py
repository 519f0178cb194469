"""The lines that frame every place: where you are, what has happened, and what to press."""

import string
from functools import cache
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.keys import _character_to_key
from textual.screen import Screen

from planner.tui.commands import Command, command
from planner.tui.widgets.ink import Line, Piece, cut, spread, width_of, wrap
from planner.tui.widgets.ink_widget import InkWidget

PLACES = (("library", "1", "Library"), ("week", "2", "Week"), ("day", "3", "Day"), ("plan", "4", "Plan"))
"""The four places: name, key and title."""


class Standing(NamedTuple):
    """What the title bar tells of the plan."""

    title: str = ""
    mark: str = ""
    """"unsaved", "read-only", or nothing."""


class TitleBar(InkWidget):
    """The first line: the plan's title and whether it is saved; the places, with the one you are in."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._standing = Standing()

    def show(self, standing: Standing) -> None:
        """Tell something else."""
        if standing != self._standing:
            self._standing = standing
            self.refresh()

    def lines(self, width: int, height: int) -> list[Line]:
        """The title at the left, the places at the right; the places shrink to their keys when it is narrow."""
        places = self._places(titles=True)
        if width_of(places) + 24 > width:
            places = self._places(titles=False)
        title: list[Piece] = [(" ", ""), (self._standing.title or "planner", "strong")]
        if self._standing.mark:
            mark = f" · {self._standing.mark}"
            room = max(0, width - width_of(places) - len(mark) - 2)
            return [spread([*cut(title, room), (mark, "warning")], places, width)]
        return [spread(title, places, width)]

    def _places(self, *, titles: bool) -> list[Piece]:
        pieces: list[Piece] = []
        for name, key, title in PLACES:
            here = name == self.place
            words = f" {key} {title} " if titles or here else f" {key} "
            pieces.append((words, "place" if here else "muted"))
        return pieces

    def on_click(self, event: events.Click) -> None:
        """A click on a place goes there."""
        width = self.size.width
        line = self.lines(width, 1)[0]
        at = 0
        for text, _ in line:
            if at <= event.x < at + len(text):
                name = next((name for name, key, title in PLACES if text.strip() in (key, f"{key} {title}")), None)
                if name:
                    self.call_later(self.app.run_action, f"app.{name}")
                return
            at += len(text)


class MessageLine(InkWidget):
    """The lines above the keys: what the thing under the cursor means, or what has just happened."""

    def __init__(self) -> None:
        super().__init__()
        self._explanation = ""
        self._message = ""
        self._warning = False

    def explain(self, text: str) -> None:
        """Tell about the thing under the cursor, once a message that is shown is over."""
        if text != self._explanation:
            self._explanation = text
            self.refresh()

    def move_on(self) -> None:
        """The message has been read: the person does something else."""
        if self._message:
            self._message = ""
            self.refresh()

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell what has just happened, until something else is done."""
        self._message, self._warning = text, warning
        self.refresh()

    def lines(self, width: int, height: int) -> list[Line]:
        """The text, wrapped; what does not fit is cut with an ellipsis."""
        role = ("warning" if self._warning else "strong") if self._message else "muted"
        lines = wrap(self._message or self._explanation, max(1, width - 2), role, indent=" ")
        if len(lines) > height > 0:
            rest = " ".join(text for line in lines[height - 1 :] for text, _ in line).strip()
            lines[height - 1 :] = [cut([(" ", ""), (" ".join(rest.split()), role)], width - 1)]
        return lines


def active_keys(screen: Screen[object]) -> dict[Command, list[str]]:
    """The commands that do something now, with the keys that give them as people read them, the main one first."""
    found: dict[Command, list[str]] = {}
    typing = screen.focused
    for key, active in screen.active_bindings.items():
        item = command(active.binding.id or "")
        typed = typing is not None and typing.check_consume_key(key, _character(key))
        if item and active.enabled and not typed:
            shown = screen.app.get_key_display(active.binding)
            keys = found.setdefault(item, [])
            main = key == _textual_key(item.keys[0])
            keys.insert(0, shown) if main else keys.append(shown)
    return {item: list(dict.fromkeys(keys)) for item, keys in found.items()}


def _character(key: str) -> str | None:
    """What a key types; `None` where it types nothing."""
    return key if len(key) == 1 else " " if key == "space" else _SIGNS.get(key)


_SIGNS = {_character_to_key(sign): sign for sign in string.punctuation}


@cache
def _textual_key(key: str) -> str:
    return next(iter(Binding.make_bindings([Binding(key, "key")]))).key


class KeyBar(InkWidget):
    """The last line: the keys that matter here, the most important ones when there is little room."""

    def on_mount(self) -> None:
        """Follow the focus: other widgets, other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_updated)

    def _bindings_updated(self, _screen: Screen[object]) -> None:
        self.refresh()

    def shown(self) -> list[tuple[str, str, int, str]]:
        """Key, word, rank and command id of what this line could show, in the order of the registry."""
        keys = active_keys(self.screen)
        return [(found[0], item.footer, item.rank, item.id) for item, found in keys.items() if item.footer]

    def lines(self, width: int, height: int) -> list[Line]:
        """As many keys as fit whole, by rank."""
        return [[piece for pieces, _ in self._fitting(width) for piece in pieces]]

    def _fitting(self, width: int) -> list[tuple[list[Piece], str]]:
        keys = sorted(self.shown(), key=lambda item: item[2])
        kept: list[tuple[list[Piece], str]] = []
        used = 0
        for key, word, _rank, identifier in keys:
            pieces: list[Piece] = [(" ", ""), (key, "key"), (f" {word} ", "muted")]
            if used + width_of(pieces) > width:
                break
            kept.append((pieces, identifier))
            used += width_of(pieces)
        return kept

    def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does."""
        at = 0
        for pieces, identifier in self._fitting(self.size.width):
            at += width_of(pieces)
            if event.x < at:
                active = next(
                    (item for item in self.screen.active_bindings.values() if item.binding.id == identifier), None
                )
                if active:
                    self.call_later(self.app.run_action, active.binding.action, active.node)
                return
