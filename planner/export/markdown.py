"""The plan as Markdown (CommonMark with GitHub's tables and task lists): for notes, wikis and repositories."""

from collections.abc import Iterable, Iterator

from planner.export.handout import Block, Handout, Line, Mark, SessionPart, TickWeek, Week
from planner.export.handout_making import make_handout
from planner.export.markdown_escaping import escaped, linked
from planner.export.options import Options
from planner.export.scope import Scope
from planner.model import Library, Plan, Weekday
from planner.planning.words import listed

BOX = "☐"
DUE = "●"
NOT_DUE = "–"


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The sheet as Markdown in UTF-8. A paragraph is one line, however long."""
    del options
    handout = make_handout(plan, library, scope)
    parts = [
        *_head(handout),
        *_safety(handout),
        *_when(handout),
        *_course(handout.course),
        *_blocks(handout.blocks),
        *_advice(handout),
        *_credits(handout),
    ]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _head(handout: Handout) -> Iterator[str]:
    yield f"# {escaped(handout.title)}"
    facts = [f"{fact}." for fact in (handout.scope, *handout.facts) if fact]
    if facts:
        yield escaped(" ".join(facts))
    if handout.note:
        yield _lines(handout.note)


def _safety(handout: Handout) -> Iterator[str]:
    safety = handout.safety
    if safety.questions:
        yield "## Before you start"
        yield "See a doctor before you exercise if you answer yes to any of these:"
        yield _list(safety.questions)
        yield safety.answered
    if safety.precautions:
        yield "## In every exercise"
        yield _list(safety.precautions)


def _when(handout: Handout) -> Iterator[str]:
    if handout.week:
        yield f"## {handout.week.label}"
        yield _table(handout.week)
        yield _legend(handout.week)
    else:
        yield "## What to do"
        if not handout.sessions:
            yield "Nothing is due."
        for part in handout.sessions:
            yield f"### {escaped(part.title)} ({part.minutes})"
            yield _session(part)


def _table(week: Week) -> str:
    days = [f"{day.short} {day.date}".strip() for day in week.days]
    rows = [["", "Exercise", "Dose", "When", *days], ["--:", ":--", ":--", ":--", *[":-:"] * len(days)]]
    for row in week.rows:
        head = [str(row.number), escaped(row.title), escaped(row.dose)]
        for line in row.lines:
            rows.append([*head, _slot(line.slot, line.time), *_marks(line, week.to_tick)])
            head = ["", "", ""]
        if not row.lines:
            rows.append([*head, "not due on any day", *[""] * len(days)])
    rows += [["", "Minutes", "", _slot(total.slot, total.time), *total.minutes] for total in week.totals]
    return _grid(rows)


def _grid(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join("|" + "|".join(f" {cell} " if cell else " " for cell in row) + "|" for row in rows)


def _marks(line: Line, to_tick: bool) -> list[str]:
    signs = {Mark.DUE: BOX if to_tick else DUE, Mark.NOT_DUE: NOT_DUE, Mark.OUTSIDE: ""}
    return [signs[mark] for mark in line.marks]


def _legend(week: Week) -> str:
    """What the signs in the table mean."""
    signs = f"{BOX} is to be ticked off" if week.to_tick else f"{DUE} is due"
    return f"{signs}, {NOT_DUE} is not due."


def _slot(name: str, time: str) -> str:
    return escaped(f"{name} {time}")


def _session(part: SessionPart) -> str:
    """A task list, whose boxes some readers let one tick."""
    return "\n".join(f"- [ ] {item.number}. {escaped(item.title)}: {escaped(item.dose)}" for item in part.items)


def _course(weeks: tuple[TickWeek, ...]) -> Iterator[str]:
    if not weeks:
        return
    yield "## All weeks"
    yield "One box for each session, to be ticked off."
    rows = [["Week", "When", *(day.short for day in Weekday)], [":--", ":--", *[":-:"] * 7]]
    for week in weeks:
        label = f"{week.label}, {week.dates}" if week.dates else week.label
        for line in week.lines:
            rows.append([label, _slot(line.slot, line.time), *_marks(line, to_tick=True)])
            label = ""
    yield _grid(rows)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number == 0:
            yield "## How to do it"
        yield f"### {block.number}. {escaped(block.title)}"
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    told = [("Dose", block.dose), ("When", block.when), ("Starting position", block.position), ("Why", block.aim)]
    told += [("You need", ", ".join(block.equipment)), ("Dose from", block.source)]
    told += [("To be filled in", f"{listed(block.blanks)} …………" if block.blanks else "")]
    yield "\n".join(f"- {label}: {escaped(words)}" for label, words in told if words)
    if not block.known:
        yield "The library does not have this exercise: ask who gave it to you."
    if block.note:
        yield f"Note: {_lines(block.note)}"
    if block.steps:
        yield "\n".join(f"{number}. {escaped(step)}" for number, step in enumerate(block.steps, 1))
    if block.precautions:
        yield "Mind:"
        yield _list(block.precautions)
    if block.source_notes:
        yield "From the leaflet:"
        yield _list(block.source_notes)


def _advice(handout: Handout) -> Iterator[str]:
    if handout.safety.see_a_doctor:
        yield "## When to see a doctor"
        yield _list(handout.safety.see_a_doctor)
    if handout.advice:
        yield "## Good to know"
        yield _list(handout.advice)


def _credits(handout: Handout) -> Iterator[str]:
    if handout.credits:
        yield "## Where this comes from"
    for credit in handout.credits:
        yield escaped(credit.title)
        if credit.lines:
            yield "\n".join(f"- {linked(line)}" for line in credit.lines)


def _list(texts: Iterable[str]) -> str:
    return "\n".join(f"- {escaped(text)}" for text in texts)


def _lines(lines: Iterable[str]) -> str:
    """Lines each kept on its own (a backslash at the end of a line is a hard break); empty ones part paragraphs."""
    paragraphs = "\n".join(line.strip() for line in lines).split("\n\n")
    texts = (text.strip() for text in paragraphs)
    return "\n\n".join("\\\n".join(escaped(line) for line in text.split("\n")) for text in texts if text)
