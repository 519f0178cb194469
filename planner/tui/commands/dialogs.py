"""Commands of the dialogs."""

from planner.tui.commands.command import Command

DIALOG = (
    Command("dialog.next", "Next field", "To the field below.", ("down", "tab")),
    Command("dialog.previous", "Previous field", "To the field above.", ("up", "shift+tab")),
    Command("dialog.accept", "Done", "Keep what the dialog says.", ("enter",), "Done", 0),
    Command("dialog.cancel", "Leave", "Leave everything as it was.", ("escape",), "Cancel", 1),
    Command("dialog.help", "Help", "The keys of this dialog.", ("f1",), "Help", 9),
)
"""Bound on every dialog that has fields."""

PRESCRIBE = (
    Command(
        "prescribe.action", "Held or repeated", "Change between the ways it can be done.", ("h",), "Held/repeated", 2
    ),
    Command("prescribe.sides", "One side or both", "Change between one side and both.", ("b",), "One side/both", 3),
    Command("prescribe.guidance", "Whose dose", "Start from the next leaflet's dose.", ("l",), "Whose dose", 5),
    Command("prescribe.figure", "Watch it move", "The figure, large, at the pace of the dose.", ("m",), "Figure", 7),
    Command("prescribe.note", "Write a note", "A line that stands with the exercise.", ("n",), "Note", 6),
)
"""Bound on the Prescribe dialog, beside those of every dialog."""

FIELD = (
    Command("field.more", "More, or the next choice", "One step up.", ("+", "=", "right"), "", 4),
    Command("field.less", "Less, or the choice before", "One step down.", ("-", "left"), "", 4),
)
"""Bound on fields that are stepped: numbers and choices."""

NUMBER = (
    Command("number.erase", "Erase the last digit", "And at last the number itself: not set.", ("backspace",)),
    Command("number.clear", "Clear", "The number becomes not set.", ("delete",)),
)
"""Bound on fields that hold a number."""

DAYS = (
    Command(
        "days.due",
        "Take or give this day",
        "Whether it is due at this time of this day.",
        ("space",),
        "Due or not",
        4,
    ),
    Command("days.left", "Day before", "One day to the left.", ("left",)),
    Command("days.right", "Day after", "One day to the right.", ("right",)),
    Command("days.fill", "Every day", "Every day, or none if all are set.", ("f",), "Every day", 5),
)
"""Bound on a row of days."""

CHOICES = (
    Command("choices.accept", "Choose", "What the cursor is on.", ("enter",), "Choose", 0),
    Command("choices.cancel", "Back", "Choose nothing.", ("escape",), "Back", 1),
)
"""Bound on every dialog that asks to choose one of a few answers."""

MARKING = (
    Command("marking.mark", "Mark", "Mark or unmark what the cursor is on.", ("space",), "Mark", 0),
    Command("marking.accept", "Done", "With what is marked.", ("enter",), "Done", 1),
    Command("marking.cancel", "Back", "Change nothing.", ("escape",), "Back", 2),
)
"""Bound on every dialog that asks to mark several of a list."""

RED_FLAGS = (
    Command("red-flags.yes", "Yes", "This is true for me.", ("y",), "Yes", 0),
    Command("red-flags.no", "No", "This is not so.", ("n",), "No", 1),
    Command("red-flags.accept", "Done", "Note that the questions were answered.", ("enter",), "Done", 2),
    Command("red-flags.cancel", "Not now", "The plan will say that they are not answered.", ("escape",), "Not now", 3),
)

OPEN = (
    Command("open.choose", "Open", "Open or start what the cursor is on.", ("enter",), "Open", 0),
    Command(
        "open.type-path", "Type a file name", "Open a plan that is not in the list.", ("/",), "Type a file name", 2
    ),
    Command("open.forget", "Forget", "Take it off this list; the file stays.", ("d", "delete"), "Forget", 4),
    Command("open.cancel", "Back", "Back to the plan, where one is open.", ("escape",), "Back", 3),
    Command("open.help", "Help", "The keys of this place.", ("?", "f1"), "Help", 5),
    Command("open.quit", "Quit", "Leave the planner.", ("q", "ctrl+q"), "Quit", 6),
)

READER = (Command("reader.close", "Close", "Back to where you were.", ("escape", "q", "enter", "?", "f1"), "Close", 0),)
"""Bound on dialogs that only show something."""
SMALL = (Command("small.quit", "Quit", "Leave; what is unsaved is kept as a draft.", ("q", "ctrl+q"), "Quit", 0),)
"""Bound while the terminal is too small for anything else."""

PALETTE = (
    Command("palette.accept", "Do it", "The command under the cursor.", ("enter",), "Do it", 0),
    Command("palette.cancel", "Back", "Do nothing.", ("escape",), "Back", 1),
    Command("palette.down", "Down", "To the command below.", ("down",)),
    Command("palette.up", "Up", "To the command above.", ("up",)),
)
