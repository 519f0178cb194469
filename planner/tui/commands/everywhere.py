"""Commands that hold in every place."""

from planner.tui.commands.command import Command

EVERYWHERE = (
    Command("app.library", "Go to the library", "Browse the exercises and prescribe one.", ("1",)),
    Command("app.week", "Go to the week", "See and change what is due when.", ("2",)),
    Command("app.day", "Go to the day", "See one day as it is done, session by session.", ("3",)),
    Command("app.plan", "Go to the plan", "Title, course, painful side, times of the day and the plan check.", ("4",)),
    Command("app.save", "Save the plan", "Write the plan to its file.", ("s", "ctrl+s"), "Save", 6),
    Command("app.save-elsewhere", "Save somewhere else", "Under another name; you go on with that file.", ("S",)),
    Command("app.undo", "Undo", "Take back the last step, however many cells it touched.", ("u",), "Undo", 12),
    Command("app.redo", "Redo", "Do again what was taken back.", ("ctrl+r",)),
    Command("app.open", "Open or start a plan", "Recent plans, and new ones made from a leaflet.", ("o",), "Open", 70),
    Command(
        "app.export", "Send the plan on", "To print, for a calendar, a spreadsheet, a colleague.", ("e",), "Export", 50
    ),
    Command("app.palette", "Search all commands", "Type a part of a command's name.", (":", "ctrl+p")),
    Command("app.help", "Help", "The keys of the place you are in.", ("?", "f1"), "Help", 5),
    Command("app.repaint", "Draw the screen again", "When the terminal shows something it should not.", ("ctrl+l",)),
    Command("app.theme", "Change between dark and light", "The dark and the light theme in turn.", ("T",)),
    Command("app.quit-plan", "Quit", "Leave the planner; asks if something is unsaved.", ("q",), "Quit", 10),
    Command("app.quit-always", "Quit from anywhere", "The same, also while you type.", ("ctrl+q",)),
)
"""Bound on the app: they work wherever no dialog is open."""

LIST = (
    Command("list.up", "Up", "To the line above.", ("up", "k")),
    Command("list.down", "Down", "To the line below.", ("down", "j")),
    Command("list.page-up", "Page up", "A page towards the top.", ("pageup", "ctrl+b")),
    Command("list.page-down", "Page down", "A page towards the end.", ("pagedown", "ctrl+f")),
    Command("list.first", "First line", "To the top.", ("home", "g")),
    Command("list.last", "Last line", "To the end.", ("end", "G")),
)
"""Bound on every list of lines."""

READING = (
    Command("reading.up", "Scroll up", "A line towards the top.", ("up", "k")),
    Command("reading.down", "Scroll down", "A line towards the end.", ("down", "j")),
    Command("reading.page-up", "Page up", "A page towards the top.", ("pageup",)),
    Command("reading.page-down", "Page down", "A page towards the end.", ("pagedown", "space")),
    Command("reading.first", "Top", "To the top.", ("home", "g")),
    Command("reading.last", "End", "To the end.", ("end", "G")),
)
"""Bound on every page of text that scrolls."""
