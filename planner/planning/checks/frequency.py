"""Rules on how often: times a day, times a week, hours in between, as the leaflet says."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from planner.model import Amount, Side, Sides, Weekday
from planner.planning.checks.findings import Finding, Found, Severity
from planner.planning.checks.subject import Advised, Row, Subject, titles
from planner.planning.day_words import days_words
from planner.planning.words import amount_words, every_hours_words, listed, often_words

_TIMES = {0: "not at all", 1: "once", 2: "twice"}


class _Way(NamedTuple):
    """Rows that do one exercise in one way: a dose that differs on one day is two rows, and still one exercise."""

    rows: tuple[Row, ...]
    sides: tuple[Side | None, ...]
    """The sides whose times are counted, each by itself."""
    times: Mapping[str, dt.time]
    """The clock time of each slot."""

    @property
    def first(self) -> Row:
        """The row that the findings are about."""
        return self.rows[0]

    def moments(self, day: Weekday) -> list[list[str]]:
        """For each side, the slots of a day in which it is worked, once for each row."""
        return [
            [
                slot
                for row in self.rows
                if row.prescription.side in (None, side)
                for slot, days in row.due.items()
                if day in days
            ]
            for side in self.sides
        ]


def _ways(subject: Subject) -> Iterator[_Way]:
    """The ways on which some source says something, made of the rows that are due at all.

    Where each side has rows of its own, it is a way of its own; rows for both sides count for each of them.
    """
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in subject.rows:
        if row.due and row.advice:
            rows.setdefault((row.prescription.exercise, row.prescription.variant), []).append(row)
    times = {slot.name: slot.time for slot in subject.plan.slots}
    for each in rows.values():
        named = dict.fromkeys(row.prescription.side for row in each)
        if None not in named:
            for side in named:
                yield _Way(tuple(row for row in each if row.prescription.side is side), (side,), times)
            continue
        each.sort(key=lambda row: row.prescription.side is not None)
        sides: tuple[Side | None, ...] = tuple(Side) if _works_both(each[0]) else (None,)
        yield _Way(tuple(each), sides, times)


def _works_both(row: Row) -> bool:
    return row.variant is not None and row.variant.sides is Sides.BOTH


_Said = list[tuple[Advised, Amount]]


def times_a_day(subject: Subject) -> Found:
    """Fewer or more times on a day than the leaflet says. More is worth checking, fewer is good to know.

    "Twice a day" is taken to mean every day, unless the leaflet also says how often a week.
    """
    for way in _ways(subject):
        said = [(advised, amount) for advised in way.first.advice if (amount := _a_day(advised))]
        if not said:
            continue
        rest_allowed = any(advised.guidance.times_a_week for advised, _ in said)
        fewer: dict[int, list[Weekday]] = {}
        more: dict[int, list[Weekday]] = {}
        for day in Weekday:
            counts = [len(slots) for slots in way.moments(day)]
            if _is_fewer(min(counts), said) and not (rest_allowed and max(counts) == 0):
                fewer.setdefault(min(counts), []).append(day)
            if _is_more(max(counts), said):
                more.setdefault(max(counts), []).append(day)
        yield from _told_by_day("fewer-times-a-day", Severity.GOOD_TO_KNOW, way, fewer, said)
        yield from _told_by_day("more-times-a-day", Severity.WORTH_CHECKING, way, more, said)


def _a_day(advised: Advised) -> Amount | None:
    if advised.guidance.times_a_day is not None or advised.guidance.every_hours is not None:
        return advised.guidance.times_a_day
    return advised.source.times_a_day if advised.source else None


def _is_fewer(count: int, said: _Said) -> bool:
    return all(amount.minimum is not None and count < amount.minimum for _, amount in said)


def _is_more(count: int, said: _Said) -> bool:
    return all(amount.maximum is not None and count > amount.maximum for _, amount in said)


def _told_by_day(rule: str, severity: Severity, way: _Way, days: dict[int, list[Weekday]], said: _Said) -> Found:
    if days:
        mine = listed([f"{_times(count)} {days_words(days[count])}" for count in sorted(days, reverse=True)])
        yield _finding(rule, severity, way, mine, said, lambda amount: often_words(amount, "day"))


def _finding(
    rule: str, severity: Severity, way: _Way, mine: str, said: _Said, words: Callable[[Amount], str]
) -> Finding:
    theirs = "; ".join(f"{advised.name} says {words(amount)}" for advised, amount in said)
    sentence = f"{way.first.title}: {mine}. {theirs}."
    return Finding(rule, severity, sentence, titles(advised for advised, _ in said), way.first.id)


def _times(count: int) -> str:
    return _TIMES.get(count) or f"{count} times"


def times_a_week(subject: Subject) -> Found:
    """Fewer or more times a week than the leaflet says; days a week where it says how often a day, too."""
    for way in _ways(subject):
        said = [(advised, amount) for advised in way.first.advice if (amount := advised.guidance.times_a_week)]
        if not said:
            continue
        counts = [[len(slots) for slots in way.moments(day)] for day in Weekday]
        by_day = all(_a_day(advised) for advised, _ in said)
        sides = [sum(min(count, 1) if by_day else count for count in side) for side in zip(*counts, strict=True)]
        unit = "days a week" if by_day else "times a week"
        for rule, severity, count, is_so in (
            ("fewer-times-a-week", Severity.GOOD_TO_KNOW, min(sides), _is_fewer),
            ("more-times-a-week", Severity.WORTH_CHECKING, max(sides), _is_more),
        ):
            if is_so(count, said):
                mine = f"on {count} {unit}" if by_day else f"{_times(count)} a week"
                yield _finding(rule, severity, way, mine, said, lambda amount: often_words(amount, "week"))


def hours_between(subject: Subject) -> Found:
    """Closer together or further apart than "every 3 hours". Closer is worth checking, further is good to know.

    The night is left out: only the times of one day are compared with one another.
    """
    for way in _ways(subject):
        said = [(advised, hours) for advised in way.first.advice if (hours := advised.guidance.every_hours)]
        if not said:
            continue
        gaps = [gap for day in Weekday for gap in _gaps(way, day)]
        if not gaps:
            mine = "once a day at most"
            yield _finding("further-apart-than-advised", Severity.GOOD_TO_KNOW, way, mine, said, every_hours_words)
            continue
        if all(hours.minimum is not None and min(gaps) < hours.minimum * 60 for _, hours in said):
            mine = f"{_gap_words(min(gaps))} apart at the closest"
            yield _finding("closer-together-than-advised", Severity.WORTH_CHECKING, way, mine, said, every_hours_words)
        if all(hours.maximum is not None and max(gaps) > hours.maximum * 60 for _, hours in said):
            mine = f"{_gap_words(max(gaps))} apart at the furthest"
            yield _finding("further-apart-than-advised", Severity.GOOD_TO_KNOW, way, mine, said, every_hours_words)


def _gaps(way: _Way, day: Weekday) -> Iterator[int]:
    """The minutes between one time and the next, on one day."""
    for slots in way.moments(day):
        times = sorted({way.times[slot].hour * 60 + way.times[slot].minute for slot in slots})
        yield from (later - earlier for earlier, later in pairwise(times))


def _gap_words(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    words = amount_words(Amount.exactly(hours))
    if not hours:
        return f"{rest} min"
    return f"{words} h {rest} min" if rest else f"{words} {'hour' if hours == 1 else 'hours'}"
