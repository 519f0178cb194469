"""A planner for home exercise programmes: library, doses, sides, weeks and plan files."""

__version__ = "0.1.0"
