"""The app: places, the plan that they share, and the commands that hold everywhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme

from planner.files.locations import Locations
from planner.files.restriction import ANYWHERE, Restriction
from planner.files.settings import Settings, remember_theme, remembered_theme
from planner.model import Dose, Exercise, HoldUnit, Library, Plan, Side, Variant
from planner.terminal.app import TerminalApp
from planner.terminal.type_ahead import TypeAheadApp
from planner.tui.commands import Command, bindings
from planner.tui.flows import opening
from planner.tui.housekeeping import HousekeepingApp
from planner.tui.screens.place import Place
from planner.tui.screens.sizes import LEAST_HEIGHT, LEAST_WIDTH
from planner.tui.themes import FALLBACK, THEMES
from planner.tui.workspace import Workspace

KEY_NAMES = {
    "enter": "enter",
    "escape": "esc",
    "space": "space",
    "tab": "tab",
    "shift+tab": "shift+tab",
    "backspace": "backspace",
    "delete": "del",
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "shift+up": "shift+up",
    "shift+down": "shift+down",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


def _library_screen() -> Screen[None]:
    from planner.tui.screens.library import LibraryScreen

    return LibraryScreen()


def _week_screen() -> Screen[None]:
    from planner.tui.screens.week import WeekScreen

    return WeekScreen()


def _day_screen() -> Screen[None]:
    from planner.tui.screens.day import DayScreen

    return DayScreen()


def _plan_screen() -> Screen[None]:
    from planner.tui.screens.plan import PlanScreen

    return PlanScreen()


class PlannerApp(HousekeepingApp[None], TypeAheadApp[None], TerminalApp[None]):
    """Holds the workspace and leads from place to place; everything else is done by the screens."""

    TITLE = "planner"
    CSS_PATH = "styles.tcss"
    BINDINGS = bindings("app")
    MODES: ClassVar = {"library": _library_screen, "week": _week_screen, "day": _day_screen, "plan": _plan_screen}
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        library: Library,
        places: Locations,
        *,
        path: Path | None = None,
        source: str | None = None,
        read_only: bool = False,
        restriction: Restriction = ANYWHERE,
        settings: Settings | None = None,
        today: dt.date | None = None,
    ) -> None:
        """Begin with the plan at `path`, with a new one from the leaflet `source`, or with the choice of plans."""
        if path is not None and source is None and path.is_file():
            self._begin_in_week()
        settings = settings or Settings()
        self._wanted_theme = settings.theme or remembered_theme(places.state) or THEMES[0].name
        super().__init__()
        self.workspace = Workspace(library, places, today or dt.date.today(), restriction)
        self._begin_with = path, source
        self._read_only = read_only
        self._settle(settings)

    def _begin_in_week(self) -> None:
        """Make the place where the plan will most likely be shown at once, instead of an empty screen before it.

        As the default screen it has its styles read once; for the first screen of a mode, Textual reads all anew.
        """
        self.DEFAULT_MODE = "week"  # type: ignore[misc]  # Textual reads these two from the instance
        self.MODES = {name: screen for name, screen in self.MODES.items() if name != "week"}  # type: ignore[misc]

    def get_default_screen(self) -> Screen[None]:
        """What is shown before there is anything to show: the Week of the plan, where one is being opened."""
        return _week_screen() if self.DEFAULT_MODE == "week" else super().get_default_screen()

    def _first_theme(self) -> str:
        """The theme to begin with: the one that is wanted, where there is such a one."""
        return self._wanted_theme if self._wanted_theme in self.available_themes else THEMES[0].name

    theme: Reactive[str] = Reactive(Initialize(_first_theme))
    """The theme that is shown. It is there from the beginning: a theme set later has all styles read again."""

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours."""
        return {**super().available_themes, **{theme.name: theme for theme in THEMES}}

    def _settle(self, settings: Settings) -> None:
        """Follow a person's settings as far as they can be followed; the rest is said when the first place is shown."""
        refused = [] if self.theme == self._wanted_theme else [f"There is no theme called {self._wanted_theme}."]
        if not settings.animation:
            self.animation_level = "none"
        unbound: tuple[str, ...] = ()
        if settings.keys:
            from planner.tui.rebinding import keymap

            keys, unbound = keymap(settings.keys)
            self.set_keymap(keys)
        self.told = (*settings.warnings, *refused, *unbound)
        """What is to be said once there is a place to say it."""

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables, and our own, which follow from them under a theme that is not ours."""
        variables = super().get_css_variables()
        ours = {name: variables.get(theirs, variables["surface"]) for name, theirs in FALLBACK.items()}
        return {**ours, **variables}

    def get_key_display(self, binding: Binding) -> str:
        """A key as people read it: words and plain signs, nothing that a font may lack."""
        if binding.key.startswith("ctrl+"):
            return binding.key
        return KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def on_mount(self) -> None:
        """Open what was asked for."""
        if self.DEFAULT_MODE == "week":
            # The default screen is there; from now on, it is a place that one can come back to.
            self.add_mode("week", _week_screen)
        self.run_worker(opening.begin(self, *self._begin_with, read_only=self._read_only))

    def on_unmount(self) -> None:
        """However it ends: let go of the plan, and keep what is unsaved as a draft."""
        self.workspace.leave(keep_draft=True)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is no room for anything, and take no key blindly."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if not small and len(self.screen_stack) == 1:
            # There is room, and nothing lies over the place.
            return
        from planner.tui.screens.too_small import TooSmall

        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    # What screens ask for

    def do(self, label: str, plan: Plan) -> bool:
        """One step that undo takes back; shows it."""
        if self.workspace.read_only:
            self.say("This plan is read-only: nothing can be changed. s saves it somewhere else.", warning=True)
            return False
        changed = self.workspace.do(label, plan)
        if changed:
            if self.place:
                self.place.move_on()
            self.show_plan()
            self.get_ready_to_save()
        return changed

    def show_plan(self) -> None:
        """Show the plan in the place that is seen; the others follow when they are."""
        place = self.place
        if place:
            place.refresh_plan()

    @property
    def place(self) -> Place | None:
        """The place that is shown, under whatever dialogs are open."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Place)), None)

    def forget_typed(self) -> None:
        """The dialogs are closed: what was typed in them is in the plan, or was given up."""
        from planner.tui.screens.dialog import Dialog

        if not any(isinstance(screen, Dialog) for screen in self.screen_stack):
            self.workspace.submit_fields()

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell what has just happened, above the keys."""
        if self.place:
            self.place.say(text, warning=warning)

    # Commands that hold everywhere

    def action_library(self) -> None:
        """To the library."""
        self.switch_mode("library")

    def action_week(self) -> None:
        """To the week."""
        self.switch_mode("week")

    def action_day(self) -> None:
        """To the day."""
        self.switch_mode("day")

    def action_plan(self) -> None:
        """To the plan."""
        self.switch_mode("plan")

    def show_figure(
        self, exercise: Exercise, variant: Variant | None = None, side: Side | None = None, dose: Dose | None = None
    ) -> None:
        """Show how an exercise is done: one variant at the pace of a dose, or all of them."""
        from planner.tui.figures import figure_of
        from planner.tui.screens.figure import FigureDialog, Shown

        figures = self.workspace.figures
        shown = tuple(
            Shown(
                exercise, item, figure, side, dose.hold if dose else None, dose.hold_unit if dose else HoldUnit.SECONDS
            )
            for item in ((variant,) if variant else exercise.variants)
            if (figure := figure_of(figures, item))
        )
        if shown:
            self.push_screen(FigureDialog(shown, moving=self.animation_level != "none"))
        else:
            self.say("This exercise has no figure.")

    def show_prescription(self, identifier: str) -> None:
        """To the row of a prescription in the week."""
        self.workspace.wanted = identifier
        self.switch_mode("week")

    def action_undo(self) -> None:
        """Take back the last step."""
        label = self.workspace.undo()
        self.show_plan()
        self.say(f"Undone: {label}." if label else "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        label = self.workspace.redo()
        self.show_plan()
        self.say(f"Done again: {label}." if label else "Nothing to do again.")

    def action_save(self) -> None:
        """Write the plan to its file."""
        from planner.tui.flows import saving

        self.run_worker(saving.save(self))

    def action_save_elsewhere(self) -> None:
        """Write the plan to another file."""
        from planner.tui.flows import saving

        self.run_worker(saving.save_elsewhere(self))

    def action_export(self) -> None:
        """Send the plan on in another format."""
        from planner.tui.flows.exporting import export

        self.run_worker(export(self))

    def action_open(self) -> None:
        """Recent plans and new ones."""
        from planner.tui.flows import starting

        self.run_worker(starting.choose(self))

    def action_quit_plan(self) -> None:
        """Leave; asks where something is unsaved."""
        from planner.tui.flows import leaving

        self.run_worker(leaving.leave(self))

    def action_quit_always(self) -> None:
        """The same, from anywhere; where that question is open already, it stays the one to answer."""
        from planner.tui.screens.choose import Choose

        if not isinstance(self.screen, Choose):
            self.action_quit_plan()

    def action_quit_blindly(self) -> None:
        """Leave without a question; what is unsaved is kept as a draft."""
        self.workspace.leave(keep_draft=True)
        self.exit()

    def action_help(self) -> None:
        """The keys of the place or dialog that is shown."""
        from planner.tui.screens.help import Help

        self.push_screen(Help(self.screen))

    def action_palette(self) -> None:
        """Search all commands."""
        from planner.tui.screens.palette import Palette

        self.push_screen(Palette(self.screen), self._give)

    async def _give(self, item: Command | None) -> None:
        """Do what a command of the palette does."""
        for active in self.screen.active_bindings.values():
            if item and active.binding.id == item.id:
                await self.run_action(active.binding.action, active.node)
                return

    def action_theme(self) -> None:
        """Dark or light."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]
        remember_theme(self.workspace.places.state, self.theme)
