"""Shows one unclean text in every way that Textual has.

`python -m tests.terminal.gallery NAME` shows it in that way; the text is literal wherever there is a choice.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import (
    Button,
    Checkbox,
    Collapsible,
    DataTable,
    Digits,
    Footer,
    Header,
    Input,
    Label,
    Link,
    ListItem,
    ListView,
    Log,
    Markdown,
    MaskedInput,
    OptionList,
    Pretty,
    RadioButton,
    RadioSet,
    RichLog,
    Rule,
    Select,
    SelectionList,
    Sparkline,
    Static,
    Switch,
    TabPane,
    Tabs,
    TextArea,
    Tree,
)
from textual.widgets.option_list import Option

from planner.terminal.app import TerminalApp
from planner.terminal.running import run

NASTY: Final = (
    "[/] \x1b]52;c;aGk=\x07 \x1b[2Jq \x1b]0;t\x07 \x1b[6n \x9b31m \x90q\x9c \u202eabc\u2066 \x7f\x00\x05\u2028z"
)
"""Clipboard, clear, title, a question to the terminal, C1, bidirectional, delete, null, enquiry, line separator."""


def table() -> Widget:
    """Cells, columns and rows."""
    found: DataTable[Text] = DataTable()
    found.add_column(Text(NASTY))
    found.add_row(Text(NASTY), label=Text(NASTY))
    return found


def tree() -> Widget:
    """The root and a leaf."""
    found: Tree[None] = Tree(Text(NASTY))
    found.root.expand()
    found.root.add_leaf(Text(NASTY))
    return found


def titled() -> Widget:
    """A border."""
    found = Static("box", id="box")
    found.border_title = Content(NASTY).markup
    found.border_subtitle = Content(NASTY).markup
    return found


def log() -> Widget:
    """Lines."""
    found = Log()
    found.write(NASTY)
    return found


def rich_log() -> Widget:
    """Lines."""
    found = RichLog()
    found.write(Text(NASTY))
    return found


WAYS: Final[dict[str, Callable[[], Widget]]] = {
    "static": lambda: Static(Content(NASTY)),
    "static-rich": lambda: Static(Text(NASTY)),
    "label": lambda: Label(Content(NASTY)),
    "button": lambda: Button(Content(NASTY)),
    "option-list": lambda: OptionList(Option(Content(NASTY))),
    "selection-list": lambda: SelectionList((Content(NASTY), 1)),
    "select": lambda: Select([(Content(NASTY), 1)], value=1),
    "select-prompt": lambda: Select([("one", 1)], prompt=NASTY.replace("[/]", "")),
    "checkbox": lambda: Checkbox(Content(NASTY)),
    "radio-set": lambda: RadioSet(RadioButton(Content(NASTY))),
    "table": table,
    "tree": tree,
    "list-view": lambda: ListView(ListItem(Label(Content(NASTY)))),
    "tabs": lambda: Tabs(Content(NASTY)),
    "tab-pane": lambda: TabPane(Content(NASTY)),
    "collapsible": lambda: Collapsible(title=NASTY.replace("[/]", "")),
    "border": titled,
    "input": lambda: Input(NASTY),
    "placeholder": lambda: Input(placeholder=NASTY.replace("[/]", "")),
    "masked": lambda: MaskedInput("9999", placeholder=NASTY),
    "text-area": lambda: TextArea(NASTY),
    "markdown": lambda: Markdown(NASTY),
    "log": log,
    "rich-log": rich_log,
    "header": Header,
    "link": lambda: Link(NASTY.replace("[/]", ""), url=NASTY),
    "pretty": lambda: Pretty(NASTY),
    "digits": lambda: Digits(NASTY),
    "notify": lambda: Static("toast"),
    "notify-title": lambda: Static("toast"),
    "footer": Footer,
    "tooltip": lambda: Static("tip"),
    "rule": Rule,
    "sparkline": lambda: Sparkline([1, 2, 3]),
    "switch": Switch,
}


class Gallery(TerminalApp[None]):
    """One widget."""

    CSS = "#box { border: solid red; width: 150; } Toast { width: 150; max-width: 150; }"

    def __init__(self, way: str) -> None:
        super().__init__()
        self.way = way
        self.title = NASTY
        self.sub_title = NASTY

    def compose(self) -> ComposeResult:
        """The widget."""
        yield WAYS[self.way]()
        yield Static("shown", id="shown")

    def on_mount(self) -> None:
        """What is not a widget."""
        if self.way == "footer":
            self.bind("f5", "repaint", description=NASTY)
        if self.way.startswith("notify"):
            self.notify(NASTY, title=NASTY, markup=False, timeout=60)


def main() -> int:
    """Run it."""
    return run(
        Gallery(sys.argv[1]),
        emergency=lambda: None,
        reports=Path(os.environ["GALLERY_REPORTS"]),
        program="gallery",
        version="1",
    )


if __name__ == "__main__":
    sys.exit(main())
