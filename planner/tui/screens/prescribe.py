"""The dialog in which an exercise is prescribed, or a prescription changed: way, side, dose, days."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from planner.model import Count, Exercise, Library, PainfulSide, Sides, Variant
from planner.planning import prescribing
from planner.planning.doses import NUMBER_WORDS, dose_from, dose_line, missing_numbers, numbers_of, short_dose
from planner.planning.guidance import schedule_words
from planner.planning.naming import source_name
from planner.planning.prescribing import Draft
from planner.tui import questions
from planner.tui.commands import bindings
from planner.tui.exercise_page import variant_heading
from planner.tui.figures import figure_of
from planner.tui.prescribe_words import count_words, leaflet_word, side_hint, side_reason, side_word, unit_of
from planner.tui.screens.dialog import Dialog, Words
from planner.tui.screens.prompt import Prompt
from planner.tui.widgets.fields import ChoiceField, DaysField, Field, NumberField
from planner.tui.widgets.figure_view import FigureView
from planner.tui.widgets.ink import Line, cut, fit, joined
from planner.tui.widgets.row_list import RowList

ORDER = ("reps", "hold", "duration", "sets", "rest")
"""The numbers as the dialog asks for them: what every dose needs first."""

COUNTS = (Count.EACH_SIDE, Count.ALTERNATING, Count.PAIR)


class VariantList(RowList[Variant]):
    """The ways of doing an exercise, each with the dose of the leaflet that speaks of it."""

    def __init__(self, exercise: Exercise, library: Library) -> None:
        super().__init__(exercise.variants, id="variants")
        self._library = library

    def line(self, row: Variant, index: int, width: int) -> Line:
        """The way in words, then a dose."""
        here = self.is_under_cursor(index)
        room = min(max(len(variant_heading(variant)) for variant in self.rows), max(12, width * 45 // 100))
        doses = " or ".join(short_dose(dose_from(item), row, None) for item in row.guidance)
        head: Line = [
            (" ▸ " if here else "   ", "place"),
            (fit(variant_heading(row), room), "strong" if here else ""),
        ]
        return cut([*head, (f"  {doses}", "muted")], width - 1)


class Prescribe(Dialog[Draft | None]):
    """Shows a draft and changes it step by step; the answer is the draft, or `None` where it was left."""

    BINDINGS = bindings("prescribe", "dialog")

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = self._first = draft
        self._asked = False
        verb = "Change" if draft.editing else "Prescribe"
        self.heading = f"{verb}: {draft.exercise.name}"
        self.aside = draft.exercise.position.plain

    def body(self) -> ComposeResult:
        """The ways, the fields, and what it all will read."""
        variants = VariantList(self.draft.exercise, self.draft.library)
        variants.add_class("first")
        variants.styles.height = len(self.draft.exercise.variants)
        variants.set_reactive(RowList.cursor, self.draft.exercise.variants.index(self.draft.variant))
        with VerticalScroll(id="middle", can_focus=False):
            yield variants
            with Horizontal(id="halves"):
                with Vertical(id="fields"):
                    yield from self._fields()
                yield FigureView(id="beside")
        yield Words(id="preview", role="strong")
        yield Words(id="effect", role="muted")

    def _fields(self) -> ComposeResult:
        yield ChoiceField("Whose dose", id="guidance")
        yield ChoiceField("Side", id="side")
        yield ChoiceField("Counted", id="count")
        for number in ORDER:
            yield NumberField(NUMBER_WORDS[number].capitalize(), id=number)
        for index, slot in enumerate(self.draft.plan.slots):
            yield DaysField(slot.name, id=f"slot-{index}")

    def on_mount(self) -> None:
        """Show the draft."""
        self.show(self.draft)

    def show(self, draft: Draft) -> None:
        """Show what the draft has become."""
        self.draft = draft
        self._show_choices(draft)
        self._show_numbers(draft)
        for index, slot in enumerate(draft.plan.slots):
            self.query_one(f"#slot-{index}", DaysField).show(draft.when.days(slot.name))
        figure = figure_of(self.planner.workspace.figures, draft.variant)
        self.query_one(FigureView).show(figure, draft.side)
        self._show_preview(draft)
        if draft != self._first:
            self.keep("prescription", self.query_one("#preview", Words).text)
        self.refresh_bindings()

    def _show_choices(self, draft: Draft) -> None:
        variant = draft.variant
        guidance = self.query_one("#guidance", ChoiceField)
        name = (
            source_name(draft.library.source(draft.guidance.source), draft.guidance.source)
            if draft.guidance
            else "nobody's: all blank"
        )
        more = len(variant.guidance) > 1
        guidance.show(name, "l: the other leaflet" if more else "")
        side = self.query_one("#side", ChoiceField)
        side.display = variant.sides is not Sides.NONE
        side.show(side_word(variant, draft.side), side_hint(draft), "side")
        count = self.query_one("#count", ChoiceField)
        count.display = variant.sides is Sides.BOTH and draft.side is None
        count.show(count_words(variant, draft.dose.count))

    def _show_numbers(self, draft: Draft) -> None:
        asked, missing = numbers_of(draft.variant), missing_numbers(draft.dose, draft.variant)
        for number in ORDER:
            field = self.query_one(f"#{number}", NumberField)
            amount = getattr(draft.dose, number)
            field.display = number in asked or amount is not None
            unit = unit_of(number, draft.dose.hold_unit)
            field.show(amount, leaflet_word(draft, number), unit, needed=number in missing)

    def _show_preview(self, draft: Draft) -> None:
        note = f"\nNote: {draft.note}" if draft.note else ""
        self.query_one("#preview", Words).show(f"{dose_line(draft.dose, draft.variant, draft.side)}{note}")
        minutes = f"{draft.minutes_a_day} min a day" if draft.minutes_a_day else "no time known yet"
        when = schedule_words(draft.when) or "not due on any day"
        self.query_one("#effect", Words).show(joined((side_reason(draft), when, minutes)))

    @on(RowList.Moved)
    def _variant_moved(self, event: RowList.Moved) -> None:
        self.show(prescribing.choose_variant(self.draft, self.draft.exercise.variants[event.index]))

    def _choose(self, draft: Draft) -> None:
        """Show a draft whose variant may be another one."""
        variants = self.query_one(VariantList)
        index = draft.exercise.variants.index(draft.variant)
        if variants.cursor != index:
            with variants.prevent(RowList.Moved):
                variants.cursor = index
        self.show(draft)

    @on(Field.Stepped)
    def _stepped(self, event: Field.Stepped) -> None:
        name = event.field.id or ""
        if name == "guidance":
            self.show(prescribing.next_guidance(self.draft, event.by))
        elif name == "side":
            self.show(prescribing.next_side(self.draft, event.by))
        elif name == "count":
            now = COUNTS.index(self.draft.dose.count or Count.EACH_SIDE)
            self.show(prescribing.set_count(self.draft, COUNTS[(now + event.by) % len(COUNTS)]))
        else:
            self.show(prescribing.step(self.draft, name, event.by))

    @on(NumberField.Typed)
    def _typed(self, event: NumberField.Typed) -> None:
        self.show(prescribing.set_number(self.draft, event.field.id or "", event.amount))

    @on(DaysField.Toggled)
    def _toggled(self, event: DaysField.Toggled) -> None:
        slot = event.field.label
        if event.day is None:
            self.show(prescribing.fill_days(self.draft, slot))
        else:
            self.show(prescribing.toggle_day(self.draft, slot, event.day))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what this exercise has: held and repeated, one side and both, another leaflet."""
        exercise, variant = self.draft.exercise, self.draft.variant
        if action == "action":
            return len({item.action for item in exercise.variants}) > 1
        if action == "sides":
            return variant.sides is Sides.BOTH or len({item.sides for item in exercise.variants}) > 1
        if action == "guidance":
            return len(variant.guidance) > 1
        return True

    def action_action(self) -> None:
        """Held or repeated."""
        self._choose(prescribing.next_action(self.draft))

    def action_sides(self) -> None:
        """One side or both."""
        self._choose(prescribing.next_sides(self.draft))

    def action_guidance(self) -> None:
        """The next leaflet's dose."""
        self.show(prescribing.next_guidance(self.draft))

    def action_figure(self) -> None:
        """Show how it is done, at the pace of the dose."""
        draft = self.draft
        self.planner.show_figure(draft.exercise, draft.variant, draft.side, draft.dose)

    def action_note(self) -> None:
        """Ask for a line that stands with the exercise."""
        self.app.push_screen(Prompt("Note", "A line that stands with the exercise.", self.draft.note), self._noted)

    def _noted(self, note: str | None) -> None:
        if note is not None:
            self.show(prescribing.set_note(self.draft, note.strip()))

    def action_accept(self) -> None:
        """Into the plan with it, unless something typed is no number."""
        for field in self.query(NumberField):
            if field.wrong:
                field.focus()
                return
        if self.draft.side_choice.asks and self.draft.side is None and not self._asked:
            self._asked = True
            self.app.push_screen(questions.painful_side(self.draft.plan.painful_side), self._answered)
            return
        self.dismiss(self.draft)

    def _answered(self, answer: str | None) -> None:
        """The side follows from the answer and is shown; a second enter accepts it."""
        if answer is not None:
            side = PainfulSide(answer) if answer != questions.NOT_SAID else None
            self.show(prescribing.set_painful_side(self.draft, side))
