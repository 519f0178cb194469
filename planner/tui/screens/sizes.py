"""How much room there is on a terminal, in the classes that screens and style sheet know."""

from typing import Final

BREADTHS = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]
"""Three classes of width, in columns."""

HEIGHTS = [(0, "-short"), (16, "-low"), (23, "-middle"), (30, "-tall")]
"""Four classes of height, in lines."""

LEAST_WIDTH: Final = 40
"""Columns that the places need."""

LEAST_HEIGHT: Final = 12
"""Lines that the places need."""
