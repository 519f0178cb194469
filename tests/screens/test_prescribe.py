"""The Prescribe dialog: nothing is guessed, nothing is filled in, and leaving it leaves nothing behind."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from planner.model import Amount, Count, PainfulSide, Prescription, Side, Weekday
from planner.tui.app import PlannerApp
from planner.tui.screens.choose import Choose
from planner.tui.screens.prescribe import Prescribe
from tests.screens.helpers import app_on, back_plan, drive, seen

TO_KNEE_ROLL = ("1", "end", "up", "a")
TO_KNEE_HUG = ("1", "home", "down", "down", "down", "down", "a")


def prescriptions(app: PlannerApp) -> tuple[Prescription, ...]:
    assert app.workspace.plan is not None
    return app.workspace.plan.prescriptions


def dialog(app: PlannerApp) -> Prescribe:
    assert isinstance(app.screen, Prescribe)
    return app.screen


def test_escape_leaves_nothing_behind(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        before = app.workspace.history
        await pilot.press(*TO_KNEE_ROLL, "down", "tab", "right", "escape")
        assert app.workspace.history is before

    drive(app, steps)


def test_a_one_sided_hold_goes_away_from_the_painful_side_and_says_so(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_ROLL, "down")
        assert "left side painful → to the right" in seen(app)
        assert "— × hold for 30 s or more, to the right only (reps not set)" in seen(app)
        await pilot.press("enter")
        (added,) = prescriptions(app)
        assert (added.variant, added.side, added.guidance) == ("hold-one-side", Side.RIGHT, "camden-msk")
        assert added.dose.hold == Amount.at_least(30)
        assert added.dose.reps is None

    drive(app, steps)


def test_the_side_that_hurts_is_asked_once_and_kept(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None, None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_ROLL, "down", "enter")
        assert isinstance(app.screen, Choose)
        await pilot.press("down", "enter")
        assert "right side painful → to the left" in seen(app)
        await pilot.press("enter")
        assert app.workspace.plan is not None
        assert app.workspace.plan.painful_side is PainfulSide.RIGHT
        assert prescriptions(app)[0].side is Side.LEFT
        await pilot.press("u")
        assert app.workspace.plan.painful_side is None

    drive(app, steps)


def test_held_or_repeated_and_one_side_or_both_are_one_key_each(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_ROLL)
        assert dialog(app).draft.variant.id == "repeat-both-sides"
        await pilot.press("h")
        assert dialog(app).draft.variant.action == "hold"
        assert dialog(app).draft.variant.sides == "both"
        await pilot.press("b")
        assert dialog(app).draft.variant.id == "hold-one-side"
        await pilot.press("b", "h")
        assert dialog(app).draft.variant.id == "repeat-both-sides"

    drive(app, steps)


def test_both_leaflets_doses_can_be_started_from(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_HUG)
        assert dialog(app).draft.dose.count is Count.PAIR
        assert "10–15" in seen(app)
        await pilot.press("l")
        assert "10 × 10 s hold, each leg" in seen(app)
        assert dialog(app).draft.when.slots == ("evening", "morning")

    drive(app, steps)


def test_numbers_are_typed_stepped_and_cleared(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_ROLL, "down")
        dialog(app).query_one("#reps").focus()
        await pilot.press("3")
        assert dialog(app).draft.dose.reps == Amount.exactly(3)
        await pilot.press("+")
        assert dialog(app).draft.dose.reps == Amount.exactly(4)
        await pilot.press("backspace")
        assert dialog(app).draft.dose.reps is None
        await pilot.press("8", "space", "1", "0")
        assert dialog(app).draft.dose.reps == Amount(8, 10)
        await pilot.press("delete", ">", "5", "enter")
        assert prescriptions(app)[0].dose.reps == Amount.at_least(5)

    drive(app, steps)


def test_a_number_that_is_none_is_not_accepted(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_ROLL)
        dialog(app).query_one("#reps").focus()
        await pilot.press("9", "space", "3", "enter")
        assert isinstance(app.screen, Prescribe)
        assert "a number, or 5 10" in seen(app)

    drive(app, steps)


def test_days_and_slots_are_prefilled_from_twice_a_day_and_can_be_taken_off(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_ROLL, "down", "down")
        assert "min a day" in seen(app)
        dialog(app).query_one("#slot-1").focus()
        await pilot.press("right", "right", "space", "enter")
        (added,) = prescriptions(app)
        assert added.when.days("evening") == frozenset(Weekday) - {Weekday.WEDNESDAY}
        assert added.when.days("morning") == frozenset(Weekday)

    drive(app, steps)


def test_a_two_sided_exercise_may_be_restricted_to_one_side(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_HUG, "b", "enter")
        (added,) = prescriptions(app)
        assert added.side is Side.LEFT
        await pilot.press("2")
        assert "left leg" in seen(app)

    drive(app, steps)


def test_a_note_stands_with_the_prescription(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan(None))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*TO_KNEE_ROLL, "n", *"a pillow", "enter", "enter")
        assert prescriptions(app)[0].note == "a pillow"

    drive(app, steps)
