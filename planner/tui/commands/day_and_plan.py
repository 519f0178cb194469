"""Commands of the Day and of the Plan."""

from planner.tui.commands.command import Command

DAY = (
    Command("day.next", "Next day", "The day after.", ("right", "l"), "Next day", 2),
    Command("day.previous", "Previous day", "The day before.", ("left", "h"), "Day before", 3),
    Command("day.next-week", "Next week", "The same day a week later.", ("]",)),
    Command("day.previous-week", "Previous week", "The same day a week before.", ("[",)),
    Command("day.today", "Today", "The day of today, where the course has it.", ("t",), "Today", 6),
    Command("day.steps", "Show or hide the steps", "How each exercise is done, below its dose.", ("i",), "Steps", 4),
)
PLAN = (
    Command("plan.change", "Change", "What the cursor is on; a finding leads to its row.", ("enter",), "Change", 0),
    Command("plan.add-slot", "Add a time of the day", "A name and a clock time.", ("a",), "Add a time", 4),
    Command(
        "plan.remove-slot",
        "Remove the time of the day",
        "And what is due then; u brings it back.",
        ("d", "delete"),
        "Remove",
        6,
    ),
    Command("plan.answer", "Answer the red-flag questions", "Signs that need a doctor first.", ("r",), "Red flags", 5),
)
