"""Makes a plan of any size, as it stands after months of use: notes, comments, four times of the day, always the same.

    python -m benchmarks.make_plan 60 > large.plan.toml

Exercises are those of the built-in library; of more prescriptions than it has ways of doing them, each comes again with
another dose on other days. Doses cannot change from week to week in a plan, so all weeks are alike but for their dates.
"""

import random
import sys
from collections.abc import Iterator

from planner.files.library_reading import builtin_library_path, load_library
from planner.model import Exercise, Sides, Variant

WEEKS = 26
HEAD = f"""# Written by the clinic, then changed by hand and by the program, in turns.
format = 1
id = "5b0d8a4e-6a8f-4d52-9a58-3c1f6a0f7a11"
title = "Half a year for the back"
start = 2026-11-23
weeks = {WEEKS}
painful-side = "left"
safety-checked = 2026-11-20
note = "Ring before week 12. Less on days at work."

[slots]
morning = 07:30:00
noon = 12:15:00   # in the break
afternoon = 17:00:00
evening = 20:30:00
"""
SLOTS = ("morning", "noon", "afternoon", "evening")
DAYS = ("daily", "daily", "mon wed fri", "tue thu", "weekdays", "sat sun", "mon-thu", "sun")
NOTES = ("Pillow under the head", "Slowly back", "On the mat, not in bed", "Stop before it pulls into the leg")
COMMENTS = ("# from the second leaflet", "# Anna: fewer if it hurts the day after", "# new since the visit in October")


def plan_text(prescriptions: int) -> str:
    """The TOML of a plan with so many prescriptions. The same number gives the same plan."""
    chance = random.Random(prescriptions)  # noqa: S311 - nothing here is secret
    ways = list(load_library([builtin_library_path()]).ways())
    rows = (_prescription(number, *ways[number % len(ways)], chance) for number in range(prescriptions))
    return "\n".join([HEAD, *("\n".join(row) + "\n" for row in rows)])


def _prescription(number: int, exercise: Exercise, variant: Variant, chance: random.Random) -> Iterator[str]:
    if chance.random() < 0.2:
        yield chance.choice(COMMENTS)
    yield "[[prescription]]"
    yield f'id = "{exercise.id}-{number + 1}"'
    yield f'exercise = "{exercise.id}"'
    yield f'variant = "{variant.id}"'
    if variant.guidance:
        yield f'guidance = "{variant.guidance[0].source}"'
    if variant.sides is Sides.ONE:
        yield f'side = "{chance.choice(("left", "right"))}"'
    if chance.random() < 0.3:
        yield f'note = "{chance.choice(NOTES)}"'
    yield "\n[prescription.dose]"
    yield f"sets = {chance.choice((1, 2, 3))}"
    yield f"reps = {chance.choice((5, 8, 10, 12))}   # was {chance.choice((3, 4, 6))}"
    yield "\n[prescription.when]"
    for slot in sorted(chance.sample(SLOTS, chance.choice((1, 1, 2, 3))), key=SLOTS.index):
        yield f'{slot} = "{chance.choice(DAYS)}"'


if __name__ == "__main__":
    sys.stdout.write(plan_text(int(sys.argv[1]) if len(sys.argv) > 1 else 60))
