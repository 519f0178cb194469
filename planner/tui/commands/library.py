"""Commands of the Library."""

from planner.tui.commands.command import Command

LIBRARY = (
    Command(
        "library.prescribe",
        "Prescribe this exercise",
        "Choose how it is done, its dose and when it is due.",
        ("a", "enter"),
        "Prescribe",
        0,
    ),
    Command("library.figure", "Watch it move", "The figure, large, at the pace of the dose.", ("m",), "Figure", 7),
    Command("library.search", "Search", "By name, other name, aim or equipment.", ("/",), "Search", 2),
    Command("library.filter", "Filter", "By position, action, sides, leaflet or equipment.", ("f",), "Filter", 6),
    Command("library.clear", "Show all exercises again", "Clear the search and the filters.", ("F", "escape")),
    Command(
        "library.details", "Read on", "Move between the list and the description.", ("tab", "right", "left"), "Read", 20
    ),
)
SEARCH = (
    Command(
        "search.to-list", "To what was found", "Go from the search to the list.", ("enter", "down"), "To the list", 0
    ),
)
"""Bound on the line in which a search is typed."""
