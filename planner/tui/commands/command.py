"""What a command is: the one place from which its keys, footer, help and palette entry come."""

from typing import NamedTuple

from textual.binding import Binding


class Command(NamedTuple):
    """Something a user can do with a key, or from the palette.

    The part of `id` before the dot is the group: the screen or widget whose `action_…` method of the same name (dashes
    as underscores) does it. The whole `id` is what a user names to give it other keys.
    """

    id: str
    title: str
    """What the palette and the help list call it: starts with a verb."""
    help: str
    """One sentence for someone who wonders what it does."""
    keys: tuple[str, ...]
    """The keys as Textual names them; the first is shown, the others are silent aliases."""
    footer: str = ""
    """Its word in the footer; empty where it is not shown there."""
    rank: int = 50
    """The lower, the longer it stays in the footer of a narrow terminal."""

    @property
    def group(self) -> str:
        """The screen or widget that it belongs to."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """The name of the action method, without `action_`."""
        return self.id.partition(".")[2].replace("-", "_")

    def binding(self) -> Binding:
        """The binding for Textual."""
        return Binding(
            ",".join(self.keys),
            self.action,
            self.title,
            show=bool(self.footer),
            tooltip=self.help,
            id=self.id,
            priority=self.id == "app.quit-always",
        )
