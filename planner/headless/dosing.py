"""The options that say how an exercise is done: side, dose, days and note. `add` and `set` have them in common."""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from planner.headless import values
from planner.headless.choosing import find_slot, find_source
from planner.headless.exits import Stop
from planner.headless.parsing import Parser

if TYPE_CHECKING:
    from planner.model import Library, Plan, Prescription, Side, Variant

FOLLOW = "follow"
BOTH = "both"
NUMBERS = {
    "sets": "how many sets",
    "reps": "how many repetitions in a set",
    "hold": "how long each repetition is held, in seconds unless --hold-unit says otherwise",
    "duration": "how long it is done, in seconds: of rocking, walking and the like",
    "rest": "how long to rest between sets, in seconds",
}
"""The numbers of a dose, and what they say."""

Rows = tuple[str, ...]


def dose_arguments(parser: Parser) -> None:
    """Declare the options."""
    group = parser.add_argument_group(
        "how it is done", f"Numbers are 10, 5-10, 30+, as comfortable, or {values.NOT_SET}."
    )
    for name, told in NUMBERS.items():
        kind = values.rest if name == "rest" else values.amount
        group.add_argument(f"--{name}", type=kind, metavar="NUMBER", help=told)
    group.add_argument(
        "--side",
        choices=("left", "right", BOTH, FOLLOW, values.NOT_SET),
        help="the side to work; follow: the one that follows from the painful side",
    )
    group.add_argument(
        "--count",
        choices=("each-side", "alternating", "pair"),
        help="what 10 repetitions are: 10 to each side, 10 in all turn by turn, or 10 times left and right",
    )
    group.add_argument("--hold-unit", choices=("seconds", "counts", "breaths"), help="what a hold is counted in")
    group.add_argument(
        "--when",
        action="append",
        default=[],
        type=values.slot_days,
        metavar="SLOT=DAYS",
        help='a time of the day and its days: "evening=mon wed fri", morning=daily, noon=never; may be repeated',
    )
    group.add_argument("--note", type=values.text_lines, metavar="TEXT", help='a note on it; "" for none')
    group.add_argument("--dose-from", metavar="LEAFLET", help="start from the dose that this leaflet gives")


def says_anything(options: argparse.Namespace) -> bool:
    """Whether any of these options was given; the note aside, which a plan has as well."""
    names = (*NUMBERS, "side", "count", "hold_unit", "when", "dose_from")
    return any(getattr(options, name) for name in names)


def with_dose(plan: "Plan", library: "Library", rows: Rows, options: argparse.Namespace) -> "Plan":
    """The plan with these options followed for some rows. Raises Stop for what does not fit them."""
    from planner.planning import edits

    steps: Mapping[str, Callable[[Plan], Plan]] = {
        "dose_from": lambda now: _take(now, library, rows, options.dose_from),
        "side": lambda now: _with_side(now, library, rows, options.side),
        "count": lambda now: _with_count(now, rows, options.count),
        "hold_unit": lambda now: _with_unit(now, rows, options.hold_unit),
    }
    for name, step in steps.items():
        plan = step(plan) if getattr(options, name) else plan
    for name in NUMBERS:
        given = getattr(options, name)
        plan = plan if given is None else edits.set_number(plan, rows, name, given.value)
    for slot, days in options.when:
        plan = edits.set_days(plan, rows, find_slot(plan, slot), days)
    return plan if options.note is None else edits.set_prescription_note(plan, rows, options.note)


def _take(plan: "Plan", library: "Library", rows: Rows, word: str) -> "Plan":
    from planner.planning import edits
    from planner.planning.naming import prescription_title, source_name

    source = find_source(library, word)
    for item in _items(plan, rows):
        variant = _variant(library, item)
        if variant is None or variant.guidance_from(source.id) is None:
            given = [found.source for found in variant.guidance] if variant else []
            others = f"; there is one from: {', '.join(given)}" if given else ""
            title = prescription_title(library, item)
            raise Stop(f"{source_name(source)} gives no dose for: {title} ({item.id}){others}.")
    return edits.take_guidance(plan, library, rows, source.id)


def _with_side(plan: "Plan", library: "Library", rows: Rows, word: str) -> "Plan":
    from planner.planning import edits

    for item in _items(plan, rows):
        side = side_from(word, plan, library, item)
        plan = edits.set_side(plan, item.id, side)
    return plan


def side_from(word: str, plan: "Plan", library: "Library", item: "Prescription") -> "Side | None":
    """The side that a word means for a prescription. Raises Stop for one that the variant does not have."""
    from planner.model import Side, Sides
    from planner.planning.naming import prescription_title
    from planner.planning.sides import choose_side

    variant = _variant(library, item)
    title = f"{prescription_title(library, item)} ({item.id})"
    if variant is None:
        if word == FOLLOW:
            raise Stop(f"Nothing says which side follows for: {title}.")
        return Side(word) if word in list(Side) else None
    if word == FOLLOW:
        choice = choose_side(variant, plan.painful_side)
        if choice.asks:
            raise Stop(f"{title}: {choice.reason}")
        return choice.side
    if word == BOTH and variant.sides is not Sides.BOTH:
        raise Stop(f"This is not done on both sides: {title}.")
    if word in list(Side) and variant.sides is Sides.NONE:
        raise Stop(f"This has no left or right: {title}.")
    return Side(word) if word in list(Side) else None


def _with_count(plan: "Plan", rows: Rows, word: str) -> "Plan":
    from planner.model import Count
    from planner.planning import edits

    count = Count(word)
    # "Each side" is what a dose means without a word, and need not be written.
    differs = tuple(item.id for item in _items(plan, rows) if (item.dose.count or Count.EACH_SIDE) is not count)
    return edits.set_count(plan, differs, None if count is Count.EACH_SIDE else count)


def _with_unit(plan: "Plan", rows: Rows, word: str) -> "Plan":
    from planner.model import HoldUnit
    from planner.planning import edits

    return edits.set_hold_unit(plan, rows, HoldUnit(word))


def _items(plan: "Plan", rows: Rows) -> list["Prescription"]:
    return [item for item in plan.prescriptions if item.id in rows]


def _variant(library: "Library", item: "Prescription") -> "Variant | None":
    found = library.variant(item.exercise, item.variant)
    return found[1] if found else None
