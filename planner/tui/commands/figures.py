"""Commands that show how an exercise is done."""

from planner.tui.commands.command import Command

FIGURE = (
    Command("figure.move", "Move or rest", "Start or stop the movement.", ("space",), "Move or rest", 1),
    Command(
        "figure.next", "Next way", "The next way of doing the exercise.", ("right", "down", "l", "j"), "Next way", 2
    ),
    Command("figure.previous", "Way before", "The way of doing it before this one.", ("left", "up", "h", "k")),
    Command("figure.close", "Close", "Back to where you were.", ("escape", "q", "enter", "m"), "Close", 0),
)
"""Bound on the dialog that shows a figure."""
