"""How a dose becomes words, part by part."""

from typing import NamedTuple

from planner.model import AS_COMFORTABLE, Action, Amount, Count, Dose, HoldUnit, Side, SideNames, Sides, Variant
from planner.planning.dose_facts import NUMBER_WORDS, action_of, missing_numbers, sides_worked
from planner.planning.words import BLANK, amount_words, hold_words, listed, seconds_words, sets_words, times_words

SHORT_WIDTH = 26
"""Cells that a short dose keeps to where it can, so that the week fits a terminal of 80 columns."""


class DoseLine(NamedTuple):
    """A dose about to be put into words."""

    dose: Dose
    variant: Variant | None
    side: Side | None

    @property
    def action(self) -> Action | None:
        """What is done, as far as it is known."""
        return action_of(self.dose, self.variant)

    @property
    def names(self) -> SideNames:
        """How this variant speaks of its sides."""
        return self.variant.side_names if self.variant else SideNames()

    @property
    def both(self) -> bool:
        """Whether each side is worked."""
        return sides_worked(self.variant, self.side, self.dose.count) == 2

    def full(self) -> str:
        """Everything there is to say."""
        return ", ".join(self.parts()) + blank_note(self.blanks(), "not set")

    def blanks(self) -> list[str]:
        """What the note at the end names, in words."""
        blanks = [NUMBER_WORDS[name] for name in missing_numbers(self.dose, self.variant)]
        if self.variant is not None and self.variant.sides is Sides.ONE and self.side is None:
            blanks.append("side")
        return blanks

    def parts(self) -> list[str]:
        """The dose in words, part by part, without the note."""
        dose = self.dose
        parts = [self._core(), self._sides(), *self._beside_the_action()]
        if dose.sets is not None:
            if self.action in (Action.HOLD, Action.REPEAT):
                parts[0] = _in_sets(dose.sets, parts[0])
            else:
                parts.append(sets_words(dose.sets))
        if dose.rest is not None:
            parts.append(f"{seconds_words(dose.rest)} rest between sets")
        return [part for part in parts if part]

    def _core(self) -> str:
        match self.action:
            case Action.HOLD:
                return self._hold()
            case Action.REPEAT:
                return self._repeat()
            case None:
                return "dose not set"
            case _:
                return self._timed()

    def _hold(self) -> str:
        dose = self.dose
        if dose.hold is None:
            hold = f"{BLANK} s hold" if dose.hold_unit is HoldUnit.SECONDS else f"hold for {_blank_hold(dose)}"
        elif dose.hold == AS_COMFORTABLE:
            hold = "hold as long as comfortable"
        elif dose.hold_unit is HoldUnit.SECONDS and None not in (dose.hold.minimum, dose.hold.maximum):
            hold = f"{seconds_words(dose.hold)} hold"
        else:
            hold = f"hold for {hold_words(dose.hold, dose.hold_unit)}"
        if dose.reps == AS_COMFORTABLE:
            return f"{hold}, {times_words(dose.reps)}"
        if dose.reps is None and dose.duration is not None:
            return f"{hold}, again and again for {seconds_words(dose.duration)}"
        return f"{_number(dose.reps)} × {hold}"

    def _repeat(self) -> str:
        dose = self.dose
        if dose.reps is None and dose.duration is not None:
            return f"repeat for {seconds_words(dose.duration)}"
        return f"{BLANK} times" if dose.reps is None else times_words(dose.reps)

    def _timed(self, *, named: bool = True) -> str:
        """Rocking and activities: `rock 30 s`, `walking, 10 min`; without a variant just the time."""
        dose = self.dose
        time = BLANK if dose.duration is None else seconds_words(dose.duration, brief=not named)
        if dose.reps is not None:
            comfortable = dose.reps == AS_COMFORTABLE
            time = f"{time}, {times_words(dose.reps)}" if comfortable else f"{_number(dose.reps)} × {time}"
        if self.variant is None or not named:
            return time
        if self.variant.action is Action.ROCK:
            return f"rock {time}"
        return f"{self.variant.name}, {time}" if self.variant.name else time

    def _sides(self) -> str:
        if self.side is not None:
            return f"{self.names.of(self.side)} only"
        if not self.both:
            return ""
        reps = self.dose.reps
        known = reps is not None and reps != AS_COMFORTABLE
        if self.dose.count is Count.ALTERNATING:
            return "turn by turn" + (f" ({_number(reps)} in all)" if known else "")
        if self.dose.count is Count.PAIR:
            pair = f"{self.names.left} then {self.names.right} counts as one"
            return pair + (f" ({_number(reps)} {self.names.each})" if known else "")
        return self.names.each

    def _beside_the_action(self) -> list[str]:
        """Numbers that someone gave although the action does not call for them: shown, never dropped in silence."""
        dose, action = self.dose, self.action
        parts: list[str] = []
        if dose.hold is not None and action is not Action.HOLD:
            parts.append(f"hold {hold_words(dose.hold, dose.hold_unit)}")
        if dose.duration is not None and dose.reps is not None and action in (Action.HOLD, Action.REPEAT):
            parts.append(f"{seconds_words(dose.duration)} in all")
        return parts

    def short(self) -> str:
        """What a narrow column says."""
        dose, blanks = self.dose, self.blanks()
        parts = [self._short_core(), self._short_sides()]
        if dose.sets is not None:
            parts[0] = _in_sets(dose.sets, parts[0])
        line = ", ".join(part for part in (*parts, *self._beside_the_action()) if part)
        whole = line + blank_note(blanks, "not set")
        return whole if len(whole) <= SHORT_WIDTH or not blanks else f"{line} ({', '.join(blanks)}?)"

    def _short_core(self) -> str:
        dose = self.dose
        if self.action is Action.HOLD:
            hold = _blank_hold(dose) if dose.hold is None else hold_words(dose.hold, dose.hold_unit, brief=True)
            if dose.reps is None and dose.duration is not None:
                return f"{hold}, for {seconds_words(dose.duration)}"
            return f"{self._short_reps()} × {hold}"
        if self.action is Action.REPEAT:
            pairs = self.both and dose.count in (Count.ALTERNATING, Count.PAIR)
            return self._short_reps() if pairs and dose.reps not in (None, AS_COMFORTABLE) else self._repeat()
        if self.action is None:
            return "dose not set"
        return self._timed(named=False)

    def _short_reps(self) -> str:
        """The repetitions, with what one of them is where that is not each side."""
        reps = _number(self.dose.reps)
        if self.both and self.dose.count is Count.ALTERNATING:
            return f"{reps} in all"
        if self.both and self.dose.count is Count.PAIR:
            return f"{reps} pair" if reps == "1" else f"{reps} pairs"
        return reps

    def _short_sides(self) -> str:
        if self.side is not None:
            return self.names.of(self.side)
        return self.names.each if self.both and self.dose.count in (None, Count.EACH_SIDE) else ""


def _number(amount: Amount | None) -> str:
    return BLANK if amount is None else amount_words(amount)


def _in_sets(sets: Amount, core: str) -> str:
    """`2 sets of 10 × 10 s hold`, `2 sets: repeat for 60 s`."""
    if core.startswith("repeat for"):
        return f"{sets_words(sets)}: {core}"
    return f"{sets_words(sets)} of {'1 repetition' if core == 'once' else core}"


def _blank_hold(dose: Dose) -> str:
    units = {HoldUnit.COUNTS: f"a count of {BLANK}", HoldUnit.BREATHS: f"{BLANK} breaths"}
    return units.get(dose.hold_unit, f"{BLANK} s")


def blank_note(blanks: list[str], word: str) -> str:
    """The note after a line that names what is blank: ` (reps and hold not set)`."""
    return f" ({listed(blanks)} {word})" if blanks else ""
