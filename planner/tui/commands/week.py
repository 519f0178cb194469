"""Commands of the Week."""

from planner.tui.commands.command import Command

WEEK = (
    Command(
        "week.due",
        "Take or give this time",
        "Whether it is due on this day at this time.",
        ("space",),
        "Due or not",
        0,
    ),
    Command(
        "week.edit", "Change this prescription", "How, dose, side and days in one dialog.", ("enter",), "Change", 2
    ),
    Command("week.figure", "Watch it move", "The figure, large, at the pace of the dose.", ("m",), "Figure", 28),
    Command("week.add", "Add an exercise", "Go to the library to choose one.", ("a",), "Add", 3),
    Command("week.more", "More", "One step more of the number that is marked.", ("+", "="), "", 4),
    Command("week.less", "Less", "One step less of the number that is marked.", ("-",), "", 4),
    Command("week.next-number", "Mark the next number", "Which number + and - change: reps, hold, sets…", ("n",)),
    Command("week.clear-number", "Clear the number", "The number that is marked becomes not set.", ("0",)),
    Command(
        "week.fill-row", "Fill the row", "Every day at every time, or none if all are set.", ("f",), "Fill row", 20
    ),
    Command("week.fill-column", "Fill the column", "Every exercise at every time of this day, or none.", ("F",)),
    Command(
        "week.copy-day",
        "Copy this day to other days",
        "All times of this day, to the days you choose.",
        ("c",),
        "Copy day",
        24,
    ),
    Command("week.mark", "Mark the row", "Marked rows are changed, moved and copied together.", ("v",)),
    Command("week.unmark", "Unmark all rows", "Back to one row at a time.", ("escape",)),
    Command("week.move-up", "Move up", "Earlier in the session.", ("shift+up", "K")),
    Command("week.move-down", "Move down", "Later in the session.", ("shift+down", "J")),
    Command("week.duplicate", "Duplicate", "The same once more, below.", ("D",)),
    Command("week.cut", "Cut", "Take out, to be put elsewhere.", ("x",)),
    Command("week.copy", "Copy", "To be put elsewhere.", ("y",)),
    Command("week.paste", "Paste", "Put below what was cut or copied.", ("p",)),
    Command("week.delete", "Delete", "Take out; u brings it back.", ("d", "delete"), "Delete", 26),
    Command("week.next-week", "Next week", "The dates of the week after.", ("]",)),
    Command("week.previous-week", "Previous week", "The dates of the week before.", ("[",)),
    Command("week.left", "Left", "To the time before.", ("left", "h")),
    Command("week.right", "Right", "To the time after.", ("right", "l")),
    Command("week.next-day", "Next day", "To the day after.", ("tab", "w")),
    Command("week.previous-day", "Previous day", "To the day before.", ("shift+tab", "b")),
)
