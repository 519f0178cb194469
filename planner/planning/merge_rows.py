"""Merging one row of a plan: way, side, each number of the dose, each session, note and unknown keys by themselves."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from planner.model import Amount, Dose, Prescription, Schedule, Weekday
from planner.planning.dose_facts import NUMBER_WORDS
from planner.planning.merge_conflicts import Asking, Conflict, ConflictKey, Three, Value
from planner.planning.row_differences import RowTitles, row_changes, source_words
from planner.planning.value_words import ABSENT, NOT_SET, Absent, count_words, number_words, same, value_words

REMOVED = "removed"


@frozen
class RowMerge:
    """Merges one row that both sides have."""

    three: Three[Prescription]
    asking: Asking
    titles: RowTitles

    def merged(self) -> Prescription:
        """The row with the changes of both sides.

        What only makes sense together is one thing: the exercise with its variant, the repetitions with what one of
        them is, the hold with its unit. "12 in all" must not come of one side's 12 and the other side's "in all".
        """
        exercise, variant = self._choose("way", "way", lambda row: (row.exercise, row.variant), self.titles)
        return Prescription(
            id=self.three.mine.id,
            exercise=exercise,
            variant=variant,
            guidance=self._choose("guidance", "dose from", lambda row: row.guidance, self._source),
            side=self._choose("side", "side", lambda row: row.side, lambda row: row.side or NOT_SET),
            note=self._choose("note", "note", lambda row: row.note, lambda row: value_words(row.note or None)),
            dose=self._dose(),
            when=merged_schedule(self.three.part(lambda row: row.when)),
            extra=self._extra(("extra",), self.three.part(lambda row: row.extra)),
        )

    def _dose(self) -> Dose:
        reps, count = self._choose("reps", "reps", lambda row: (row.dose.reps, row.dose.count), _reps_words)
        hold, unit = self._choose("hold", "hold", lambda row: (row.dose.hold, row.dose.hold_unit), _hold_words)
        return Dose(
            sets=self._number("sets"),
            reps=reps,
            hold=hold,
            duration=self._number("duration"),
            rest=self._number("rest"),
            count=count,
            hold_unit=unit,
            extra=self._extra(("dose", "extra"), self.three.part(lambda row: row.dose.extra)),
        )

    def _number(self, name: str) -> Amount | None:
        def number(row: Prescription) -> Amount | None:
            amount: Amount | None = getattr(row.dose, name)
            return amount

        return self._choose(name, NUMBER_WORDS[name], number, lambda row: number_words(row.dose, name))

    def _choose(
        self,
        name: str,
        label: str,
        value: Callable[[Prescription], Value],
        words: Callable[[Prescription], str],
    ) -> Value:
        row = self.three.mine
        where = f"{self.titles(row)}: {label}"
        return self.asking.choose(("prescription", row.id, name), where, self.three, value, words, row.id)

    def _source(self, row: Prescription) -> str:
        return source_words(row, self.titles.library)

    def _extra(self, path: ConflictKey, three: Three[Mapping[str, object]]) -> dict[str, object]:
        row = self.three.mine
        key = ("prescription", row.id, *path)
        return merged_extra(three, self.asking, key, f"{self.titles(row)}: ", row.id)


def _reps_words(row: Prescription) -> str:
    return f"{number_words(row.dose, 'reps')}, {count_words(row.dose.count)}"


def _hold_words(row: Prescription) -> str:
    if row.dose.hold is None:
        return f"{NOT_SET}, in {row.dose.hold_unit}"
    return number_words(row.dose, "hold")


def merged_schedule(three: Three[Schedule]) -> Schedule:
    """The sessions of both sides: what either switched on is on, what either switched off is off."""
    was = three.base or Schedule()
    slots = dict.fromkeys((*was.slots, *three.mine.slots, *three.theirs.slots))
    return Schedule.of({slot: _days(was.days(slot), three.mine.days(slot), three.theirs.days(slot)) for slot in slots})


def _days(base: frozenset[Weekday], mine: frozenset[Weekday], theirs: frozenset[Weekday]) -> frozenset[Weekday]:
    return (base & mine & theirs) | ((mine | theirs) - base)


def merged_extra(
    three: Three[Mapping[str, object]],
    asking: Asking,
    key: ConflictKey,
    where: str = "",
    prescription: str | None = None,
) -> dict[str, object]:
    """Unknown keys of both sides, each key with its whole value as one thing; in the order of the side that changed."""
    first, second = three.mine, three.theirs
    if three.base is not None and same(first, three.base):
        first, second = second, first
    merged: dict[str, object] = {}
    for name in dict.fromkeys((*first, *second)):
        value = asking.choose(
            (*key, name),
            f'{where}unknown key "{name}"',
            three,
            _value_at(name),
            _words_at(name),
            prescription,
        )
        if not isinstance(value, Absent):
            merged[name] = value
    return merged


def _value_at(name: str) -> Callable[[Mapping[str, object]], object]:
    return lambda extra: extra.get(name, ABSENT)


def _words_at(name: str) -> Callable[[Mapping[str, object]], str]:
    return lambda extra: value_words(extra.get(name, ABSENT))


def kept_row(
    base: Prescription, side: Prescription, asking: Asking, titles: RowTitles, *, is_mine: bool
) -> Prescription | None:
    """A row that the other side removed: gone if this side left it alone; if not, the answer tells."""
    if _is_same_row(base, side):
        return None
    changes = "; ".join(told for _, told in row_changes(base, side, titles))
    mine, theirs = (changes, REMOVED) if is_mine else (REMOVED, changes)
    conflict = Conflict(("prescription", base.id), titles(base), mine, theirs, "as it was", base.id)
    answer = asking.decide(conflict)
    return side if (answer == "mine") is is_mine else None


def _is_same_row(one: Prescription, other: Prescription) -> bool:
    # Compared field by field, because 1 and true are equal in an unknown key, and are not the same there.
    parts: tuple[Callable[[Prescription], Any], ...] = (lambda row: row.extra, lambda row: row.dose.extra)
    return one == other and all(same(dict(part(one)), dict(part(other))) for part in parts)
