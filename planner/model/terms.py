"""The words of the field. Each value is the word that stands in files; `plain` is what a screen shows."""

from enum import StrEnum


class Term(StrEnum):
    """A fixed word of the field: its value is written to files."""

    @property
    def plain(self) -> str:
        """The word as people say it, in lower case."""
        return _PLAIN.get((type(self), self.value), self.value)


class Action(Term):
    """What is done in one repetition of a variant."""

    HOLD = "hold"
    """Stay in the position."""
    REPEAT = "repeat"
    """Move and return, no hold."""
    ROCK = "rock"
    """Continuous movement for a time."""
    ACTIVITY = "activity"
    """Walking, swimming and the like."""


class Sides(Term):
    """Which sides a variant is done on."""

    NONE = "none"
    """It has no side: both legs together, bending back."""
    ONE = "one"
    """One side only."""
    BOTH = "both"
    """Each side in turn."""


class Side(Term):
    """The side that a prescription works on."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class PainfulSide(Term):
    """Which side hurts, as the person said it. Not said is `None` where this is used."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"


class SideRule(Term):
    """Which side a variant works on, seen from the side that hurts."""

    AWAY_FROM_PAINFUL = "away-from-painful"
    TOWARDS_PAINFUL = "towards-painful"
    EITHER = "either"


class Count(Term):
    """What one repetition is when there are two sides."""

    EACH_SIDE = "each-side"
    """10 means 10 to each side."""
    ALTERNATING = "alternating"
    """10 means 10 in all, turn by turn."""
    PAIR = "pair"
    """10 means 10 times left and right; both together are one."""


class HoldUnit(Term):
    """What a hold is counted in. Seconds unless a leaflet counts otherwise ("for a count of 5")."""

    SECONDS = "seconds"
    COUNTS = "counts"
    BREATHS = "breaths"


class StartingPosition(Term):
    """The position an exercise starts from, in the order in which the screens group them: down to the floor once."""

    STANDING = "standing"
    SITTING = "sitting"
    SUPINE = "supine"
    CROOK_LYING = "crook-lying"
    SIDE_LYING = "side-lying"
    PRONE = "prone"
    FOUR_POINT_KNEELING = "four-point-kneeling"


# Terms of different kinds may be written with the same word ("both" sides, "both" sides painful) and are then equal as
# texts, so the kind belongs to the key.
_PLAIN: dict[tuple[type[Term], str], str] = {
    (type(term), term.value): words
    for term, words in (
        (Action.HOLD, "held"),
        (Action.REPEAT, "repeated"),
        (Action.ROCK, "rocking"),
        (Action.ACTIVITY, "activity"),
        (Sides.NONE, "no side"),
        (Sides.ONE, "one side"),
        (Sides.BOTH, "both sides"),
        (PainfulSide.LEFT, "left side painful"),
        (PainfulSide.RIGHT, "right side painful"),
        (PainfulSide.BOTH, "both sides painful"),
        (PainfulSide.NONE, "neither side painful"),
        (SideRule.AWAY_FROM_PAINFUL, "away from the painful side"),
        (SideRule.TOWARDS_PAINFUL, "towards the painful side"),
        (SideRule.EITHER, "either side"),
        (Count.EACH_SIDE, "each side"),
        (Count.ALTERNATING, "in all, turn by turn"),
        (Count.PAIR, "left and right together are one"),
        (StartingPosition.STANDING, "standing"),
        (StartingPosition.SITTING, "sitting"),
        (StartingPosition.SUPINE, "on your back"),
        (StartingPosition.CROOK_LYING, "on your back, knees bent"),
        (StartingPosition.PRONE, "on your front"),
        (StartingPosition.SIDE_LYING, "on your side"),
        (StartingPosition.FOUR_POINT_KNEELING, "on hands and knees"),
    )
}
