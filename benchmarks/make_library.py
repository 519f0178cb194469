"""Makes an exercise library of any size, as a large clinic might have one: plausible, varied, always the same.

    python -m benchmarks.make_library 10000 > large.toml

Ten thousand exercises for four regions of the body are about 6 MB. The names are made up, and so are the doses.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from itertools import count, product
from math import gcd

from attrs import frozen

EXERCISES_A_LEAFLET = 40


@frozen
class Region:
    """A region of the body, and what is done there."""

    name: str
    movements: Sequence[tuple[str, str]]
    """What it is called, and what the person does."""
    positions: Sequence[str]
    limb: str


REGIONS = (
    Region(
        "neck",
        (
            ("Neck turn", "Turn your head slowly to look over your shoulder"),
            ("Neck side bend", "Let your ear sink towards your shoulder"),
            ("Chin tuck", "Draw your chin straight back, as if to make a double chin"),
            ("Nod", "Nod as if to say yes, with the back of your neck long"),
            ("Shoulder blade squeeze", "Draw your shoulder blades together and down"),
            ("Upper back extension", "Lift your breastbone and look up a little"),
            ("Head lift", "Lift your head just off the surface"),
        ),
        ("sitting", "standing", "supine", "prone", "four-point-kneeling"),
        "arm",
    ),
    Region(
        "shoulder",
        (
            ("Pendulum", "Lean forward and let the arm swing in small circles"),
            ("Wall slide", "Slide your hand up the wall as far as is comfortable"),
            ("External rotation", "Keep your elbow at your side and turn the forearm outwards"),
            ("Internal rotation", "Keep your elbow at your side and turn the forearm inwards"),
            ("Arm raise", "Raise your arm with the thumb pointing up"),
            ("Sleeper stretch", "Press the forearm gently towards the floor"),
            ("Row", "Draw your elbow back past your side"),
            ("Wall press", "Bend your elbows and let your chest come to the wall"),
        ),
        ("standing", "sitting", "supine", "side-lying", "prone"),
        "arm",
    ),
    Region(
        "lower back",
        (
            ("Pelvic tilt", "Flatten the small of your back, then let it arch"),
            ("Bridge", "Lift your hips until body and thighs are in line"),
            ("Leg slide", "Slide one heel away and back without moving the pelvis"),
            ("Cat and camel", "Round your back like a cat, then let it sag"),
            ("Trunk rotation", "Let both knees sink to the side"),
            ("Bird dog", "Stretch one arm forwards and the opposite leg back"),
            ("Child's pose", "Sit back on your heels and reach forwards"),
        ),
        ("crook-lying", "supine", "four-point-kneeling", "prone", "standing"),
        "leg",
    ),
    Region(
        "knee",
        (
            ("Straight leg raise", "Tighten the thigh and lift the straight leg"),
            ("Heel slide", "Slide your heel towards your buttocks"),
            ("Step up", "Step up with one foot, straighten the knee, step down"),
            ("Mini squat", "Bend your knees a little, as if to sit down"),
            ("Hamstring curl", "Bend your knee and bring the heel up behind you"),
            ("Calf raise", "Rise onto your toes and come down slowly"),
            ("Clamshell", "Keep your feet together and open your knees"),
            ("Quadriceps set", "Press the back of the knee down and tighten the thigh"),
        ),
        ("supine", "sitting", "standing", "side-lying", "prone", "crook-lying"),
        "leg",
    ),
)

MANNERS = ("", "Slow", "Gentle", "Assisted", "Resisted", "Supported", "Small", "Full", "Early", "Late", "Easy", "Deep")
AIDS = ("", "towel", "resistance band", "pillow", "chair", "wall", "stick", "light weight", "ball", "step")
STAGES = ("", "first weeks", "stage two", "stage three", "before sport", "at work", "in bed", "in the pool", "outdoors")
AIMS = (
    "Keeps the {region} moving.",
    "Makes the muscles around the {region} stronger.",
    "Eases stiffness of the {region} after sitting for long.",
    "Helps the {region} to bear load again, little by little.",
    "Gives back control over small movements of the {region}.",
)
STARTS = {
    "standing": "Stand upright with your feet a hip's width apart.",
    "sitting": "Sit upright towards the front of a firm chair.",
    "supine": "Lie on your back.",
    "crook-lying": "Lie on your back with your knees bent and your feet flat.",
    "prone": "Lie on your front with your forehead on your hands.",
    "side-lying": "Lie on your side with your knees bent a little.",
    "four-point-kneeling": "Kneel on hands and knees, hands below the shoulders.",
}
ENDS = (
    "Go only as far as is comfortable.",
    "Breathe on quietly.",
    "Come back slowly and rest for a moment.",
    "Stop at once if pain shoots into the {limb}.",
)
WAYS = (("hold", "held"), ("repeat", "repeated"), ("repeat", "repeated slowly"), ("rock", "in small swings"))
SIDES = {"none": "both together", "one": "one side", "both": "each side in turn"}
REPS = ('"8-10"', "10", "12", '"10-15"', '"at least 5"', '"as comfortable"')
BEGINNINGS = (
    "An",
    "Bel",
    "Cor",
    "Dal",
    "Er",
    "Fen",
    "Gar",
    "Hol",
    "Il",
    "Kar",
    "Lund",
    "Mor",
    "Nor",
    "Os",
    "Per",
    "Sten",
)
MIDDLES = ("", "a", "de", "e", "er", "i", "la", "ne", "o", "ri", "ta", "va")
LAST_PARTS = ("berg", "dahl", "ford", "gren", "holm", "kamp", "ling", "mann", "qvist", "sen", "stad", "wood")
HOLDS = ("5", '"5-10"', "10", '"at least 20"', "30")


def library_text(exercises: int, *, seed: int = 1) -> str:
    """A library of so many exercises, as TOML. The same number and seed always give the same text."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    leaflets = max(1, exercises // EXERCISES_A_LEAFLET)
    parts = ['format = 1\nid = "large"\ntitle = "Large library"\nlanguage = "en"\n', *map(_source, range(leaflets))]
    names = _names()
    parts += (
        _exercise(number, next(names), f"leaflet-{number * leaflets // exercises}", chance)
        for number in range(exercises)
    )
    return "\n".join(parts)


def _source(number: int) -> str:
    region = REGIONS[number % len(REGIONS)].name
    return (
        f'[source.leaflet-{number}]\ntitle = "Exercises for the {region}, leaflet {number}"\n'
        f'publisher = "Clinic {chr(65 + number % 26)}{number // 26}"\nyear = {2001 + number % 24}\n'
        f'weeks = "6-{8 + number % 6}"\n'
    )


def _names() -> Iterator[tuple[Region, str, str, str, str]]:
    """Region, name, what is done, aid and starting position; no two names are alike."""
    kinds = [(region, movement) for region in REGIONS for movement in region.movements]
    for turn in count():
        for stage, (aid, manner) in product(STAGES, _mixed(list(product(AIDS, MANNERS)))):
            for place, (region, (movement, done)) in enumerate(kinds):
                position = region.positions[(place + len(stage) + len(aid)) % len(region.positions)]
                name = f"{manner} {movement[0].lower()}{movement[1:]}" if manner else movement
                name += f" with {aid}" if aid else ""
                name += f", {stage}" if stage else ""
                yield region, name + (f" {turn + 1}" if turn else ""), done, aid, position


def _mixed(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same, each once, so that both change from one to the next; the first stays first."""
    step = next(step for step in range(len(pairs) // 3, len(pairs)) if gcd(step, len(pairs)) == 1)
    return [pairs[place * step % len(pairs)] for place in range(len(pairs))]


def _exercise(number: int, kind: tuple[Region, str, str, str, str], leaflet: str, chance: random.Random) -> str:
    region, name, done, aid, position = kind
    lines = [
        "[[exercise]]",
        f'id = "{_slug(name)}-{number}"',
        f'name = "{name}"',
        f'position = "{position}"',
        f'region = "{region.name}"',
        f'aim = "{chance.choice(AIMS).format(region=region.name)}"',
    ]
    if chance.random() < 0.3:
        lines.append(f'other-names = ["{_surname(chance)} {chance.choice(region.movements)[0].lower()}"]')
    steps = [STARTS[position], f"{done}.", chance.choice(ENDS).format(limb=region.limb)]
    lines += ["steps = [", *(f'  "{step}",' for step in steps), "]"]
    if aid:
        lines.append(f'equipment = ["{aid}"]')
    if chance.random() < 0.2:
        lines.append(f'precautions = ["{chance.choice(ENDS).format(limb=region.limb)}"]')
    for way in range(chance.choice((1, 1, 1, 2))):
        lines += _variant(way, leaflet, chance)
    return "\n".join(lines) + "\n"


def _variant(number: int, leaflet: str, chance: random.Random) -> list[str]:
    action, name = chance.choice(WAYS)
    sides = chance.choice(tuple(SIDES))
    lines = [
        "",
        "[[exercise.variant]]",
        f'id = "{action}-{number + 1}"',
        f'name = "{name}, {SIDES[sides]}"',
        f'action = "{action}"',
        f'sides = "{sides}"',
    ]
    if number:
        lines.append('steps = ["As before, but twice as slowly, and with your eyes closed."]')
    lines += ["", "[[exercise.variant.guidance]]", f'source = "{leaflet}"']
    if action == "rock":
        return [*lines, f"duration = {chance.choice((30, 60, 90))}"]
    lines.append(f"reps = {chance.choice(REPS)}")
    if action == "hold":
        lines.append(f"hold = {chance.choice(HOLDS)}")
    if sides == "both" and chance.random() < 0.7:
        lines.append('count = "each-side"')
    return [*lines, f"times-a-day = {chance.choice((1, 2, 3))}"]


def _surname(chance: random.Random) -> str:
    """Thousands of exercises bear somebody's name; these names are made up."""
    return f"{chance.choice(BEGINNINGS)}{chance.choice(MIDDLES)}{chance.choice(LAST_PARTS)}"


def _slug(name: str) -> str:
    return "-".join("".join(letter for letter in name.lower() if letter.isalnum() or letter == " ").split())


if __name__ == "__main__":
    sys.stdout.write(library_text(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
