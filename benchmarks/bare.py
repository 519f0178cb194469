"""The least that a Textual program can be: what everything else is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class Bare(App[None]):
    """One text and the keys."""

    def compose(self) -> ComposeResult:
        """Both."""
        yield Static("ready")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
