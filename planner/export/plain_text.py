"""The plan as plain text: for a terminal, a screen reader, an email. No tables, no signs that stand for words."""

from collections.abc import Iterable, Iterator

from planner.export.handout import Block, Handout, SessionPart
from planner.export.handout_making import make_handout
from planner.export.options import Options
from planner.export.scope import Scope
from planner.export.wrapping import wrapped
from planner.model import Library, Plan
from planner.planning.words import listed


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The sheet as lines of at most `options.width` columns, in UTF-8."""
    handout = make_handout(plan, library, scope)
    return _Sheet(options.width).text(handout).encode("utf-8")


class _Sheet:
    """Puts a handout into lines of some width."""

    def __init__(self, width: int) -> None:
        self.width = width

    def text(self, handout: Handout) -> str:
        """All of it; paragraphs are parted by one empty line."""
        parts = [
            self.head(handout),
            *self.safety(handout),
            *self.sessions(handout),
            *self.blocks(handout),
            *self.advice(handout),
            *self.credits(handout),
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def paragraph(self, text: str, first: str = "") -> list[str]:
        """One text, with something before its first line."""
        return wrapped(text, self.width, first)

    def paragraphs(self, texts: Iterable[str], first: str) -> list[str]:
        """Several texts, one below the other."""
        return [line for text in texts for line in self.paragraph(text, first)]

    def heading(self, text: str, sign: str = "-") -> list[str]:
        """A heading with a line below it."""
        lines = self.paragraph(text)
        return [*lines, sign * min(max(map(len, lines)), self.width)]

    def head(self, handout: Handout) -> list[str]:
        """Title, part of the plan, course, painful side, note."""
        facts = [handout.scope, *handout.facts]
        lines = [*self.heading(handout.title, "="), *self.paragraphs([f"{fact}." for fact in facts if fact], "")]
        return [*lines, *([""] if handout.note else []), *self.paragraphs(handout.note, "")]

    def safety(self, handout: Handout) -> Iterator[list[str]]:
        """The red-flag questions, and what to mind in every exercise."""
        safety = handout.safety
        if safety.questions:
            lines = self.heading("Before you start")
            lines += self.paragraph("See a doctor before you exercise if you answer yes to any of these:")
            yield [*lines, *self.paragraphs(safety.questions, "  - "), *self.paragraph(safety.answered)]
        if safety.precautions:
            yield [*self.heading("In every exercise"), *self.paragraphs(safety.precautions, "  - ")]

    def sessions(self, handout: Handout) -> Iterator[list[str]]:
        """What is due when."""
        if not handout.sessions:
            yield ["Nothing is due."]
            return
        yield self.heading("The week" if handout.week else "The day")
        for part in handout.sessions:
            yield self.session(part)

    def session(self, part: SessionPart) -> list[str]:
        """One session as a list to tick off; where it is due on several days, each of them has a box."""
        when = f" {part.days}" if part.days else ""
        lines = self.paragraph(f"{part.title},{when} ({part.minutes})" if when else f"{part.title} ({part.minutes})")
        box = "" if part.days else "[ ] "
        for item in part.items:
            lines += self.paragraph(f"{item.title}: {item.dose}", f"  {box}{item.number}. ")
        if part.day_names:
            lines += self.paragraph("  ".join(f"{day}\u00a0[\u00a0]" for day in part.day_names), "  Done: ")
        return [line.replace("\u00a0", " ") for line in lines]

    def blocks(self, handout: Handout) -> Iterator[list[str]]:
        """How every exercise is done."""
        if handout.blocks:
            yield self.heading("How to do it")
        for block in handout.blocks:
            yield self.block(block)

    def block(self, block: Block) -> list[str]:
        """One exercise."""
        lines = self.paragraph(block.title, f"{block.number}. ")
        told = [("Dose", block.dose), ("When", block.when), ("Start", block.position), ("Why", block.aim)]
        told += [("You need", ", ".join(block.equipment)), ("Dose from", block.source)]
        for label, words in told:
            lines += self.paragraph(words, f"   {label}: ") if words else []
        if not block.known:
            lines += self.paragraph("The library does not have this exercise: ask who gave it to you.", "   ")
        if block.blanks:
            lines += self.paragraph(f"To be filled in: {listed(block.blanks)} __________", "   ")
        lines += self.paragraphs(block.note, "   Note: ")
        for number, step in enumerate(block.steps, 1):
            lines += self.paragraph(step, f"   {number}) ")
        lines += self.paragraphs(block.source_notes, "   Leaflet: ")
        return lines + self.paragraphs(block.precautions, "   Mind: ")

    def advice(self, handout: Handout) -> Iterator[list[str]]:
        """When to see a doctor, how long to go on, and what to expect."""
        if handout.safety.see_a_doctor:
            texts = self.paragraphs(handout.safety.see_a_doctor, "  - ")
            yield [*self.heading("When to see a doctor"), *texts]
        if handout.advice:
            yield [*self.heading("Good to know"), *self.paragraphs(handout.advice, "  - ")]

    def credits(self, handout: Handout) -> Iterator[list[str]]:
        """Where the exercises come from."""
        if handout.credits:
            yield self.heading("Where this comes from")
        for credit in handout.credits:
            yield [*self.paragraph(credit.title), *self.paragraphs(credit.lines, "  ")]
