"""What a dose calls for: its action, the numbers that the action needs, the sides that are worked."""

from planner.model import Action, Count, Dose, Guidance, Side, Sides, Variant

NUMBER_WORDS = {"sets": "sets", "reps": "reps", "hold": "hold", "duration": "time", "rest": "rest"}
"""What screens call the numbers of a dose."""

_NEEDED = {
    Action.HOLD: ("reps", "hold"),
    Action.REPEAT: ("reps",),
    Action.ROCK: ("duration",),
    Action.ACTIVITY: ("duration",),
}
_USUAL = {
    Action.HOLD: ("sets", "reps", "hold", "rest"),
    Action.REPEAT: ("sets", "reps", "rest"),
    Action.ROCK: ("sets", "duration", "rest"),
    Action.ACTIVITY: ("duration",),
}


def dose_from(guidance: Guidance | None) -> Dose:
    """The dose that a source gives: its numbers and ranges as they are, its blanks still blank."""
    if guidance is None:
        return Dose()
    return Dose(
        sets=guidance.sets,
        reps=guidance.reps,
        hold=guidance.hold,
        duration=guidance.duration,
        rest=guidance.rest,
        count=guidance.count,
        hold_unit=guidance.hold_unit,
    )


def action_of(dose: Dose, variant: Variant | None) -> Action | None:
    """What is done: the action of the variant, or what the numbers tell where the library does not have it.

    `None` where there is neither: nothing at all is known of the dose.
    """
    if variant is not None:
        return variant.action
    if dose.hold is not None:
        return Action.HOLD
    if dose.reps is not None:
        return Action.REPEAT
    return None if dose.duration is None else Action.ROCK


def numbers_of(variant: Variant) -> tuple[str, ...]:
    """The numbers that it makes sense to ask for in this variant, as names of the fields of `Dose`."""
    return _USUAL[variant.action]


def missing_numbers(dose: Dose, variant: Variant | None) -> tuple[str, ...]:
    """The numbers that the action needs and that are not set, as names of the fields of `Dose`: `("reps", "hold")`.

    Repetitions count as given where a time is given for them ("repeat for 60 s"). Sets and rest are never missing: a
    dose without sets is one set.
    """
    action = action_of(dose, variant)
    if action is None:
        return ()
    timed = dose.duration is not None
    return tuple(name for name in _NEEDED[action] if getattr(dose, name) is None and not (name == "reps" and timed))


def sides_worked(variant: Variant | None, side: Side | None, count: Count | None = None) -> int:
    """How many sides a prescription works: 2 for each side in turn, otherwise 1.

    Where the library does not have the variant, a count is what tells that there are two: it makes sense for no other.
    """
    if side is not None:
        return 1
    both = count is not None if variant is None else variant.sides is Sides.BOTH
    return 2 if both else 1
