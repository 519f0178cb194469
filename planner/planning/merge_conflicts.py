"""The question of a three-way merge: which of two changes to the same thing is meant, and where to ask."""

from collections.abc import Callable, Mapping
from typing import Generic, Literal, TypeVar

from attrs import field, frozen

from planner.planning.value_words import ABSENT, Absent, same

Answer = Literal["mine", "theirs"]
ConflictKey = tuple[str, ...]
"""What a conflict is known by: `("prescription", "knee-roll-1", "hold")`. The same from whichever side one merges."""

Whole = TypeVar("Whole")
Value = TypeVar("Value")


@frozen
class Conflict:
    """One thing that both sides have changed, each in its own way; everything about it in plain words."""

    key: ConflictKey
    where: str
    """What it is about: `Knee roll, held, to the right: hold`."""
    mine: str
    theirs: str
    base: str
    """What it was before either changed it."""
    prescription: str | None = None
    """The id of the row concerned; `None` for the plan as a whole."""


@frozen
class Three(Generic[Whole]):
    """One thing as it was, as it is here and as it is there. `base` is `None` where both sides brought it."""

    base: Whole | None
    mine: Whole
    theirs: Whole

    def part(self, of: Callable[[Whole], Value]) -> "Three[Value]":
        """A part of it that each of the three has."""
        return Three(None if self.base is None else of(self.base), of(self.mine), of(self.theirs))


@frozen
class Asking:
    """Decides where it can, takes the answer where there is one, and notes every conflict, answered or not.

    Made for one merge: the only thing here that grows while a merge is made is the list of its conflicts.
    """

    answers: Mapping[ConflictKey, Answer]
    conflicts: list[Conflict] = field(factory=list)

    def choose(
        self,
        key: ConflictKey,
        where: str,
        three: Three[Whole],
        value: Callable[[Whole], Value],
        words: Callable[[Whole], str],
        prescription: str | None = None,
    ) -> Value:
        """The value that is to stand: changed on one side, it is that side's; on both, the answer's or mine."""
        was: Value | Absent = ABSENT if three.base is None else value(three.base)
        mine, theirs = value(three.mine), value(three.theirs)
        if same(mine, theirs) or same(theirs, was):
            return mine
        if same(mine, was):
            return theirs
        base = "not there" if three.base is None else words(three.base)
        conflict = Conflict(key, where, words(three.mine), words(three.theirs), base, prescription)
        return theirs if self.decide(conflict) == "theirs" else mine

    def decide(self, conflict: Conflict) -> Answer:
        """Note a conflict, and how it is answered: with mine as long as nobody has said."""
        self.conflicts.append(conflict)
        return self.answers.get(conflict.key, "mine")
