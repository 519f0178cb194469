"""The Week: every change in place, one step of undo each, and the cursor where a person expects it."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from planner.model import Amount, Plan, Side, Weekday
from planner.tui.app import PlannerApp
from planner.tui.widgets.week_grid import Cell
from tests.screens.helpers import app_on, back_plan, drive, seen, week_of


def plan_of(app: PlannerApp) -> Plan:
    assert app.workspace.plan is not None
    return app.workspace.plan


def ids(app: PlannerApp) -> list[str]:
    return [item.id for item in plan_of(app).prescriptions]


def test_space_takes_one_time_of_one_day_and_undo_gives_it_back(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan("lower-back-stretches"))

    async def steps(pilot: Pilot[Any]) -> None:
        before = plan_of(app)
        await pilot.press("w", "w", "right", "space")
        first = plan_of(app).prescriptions[0]
        assert week_of(app).grid.cell == Cell(Weekday.WEDNESDAY, 1)
        changed = first.when.is_due("evening", Weekday.WEDNESDAY)
        assert changed is not before.prescriptions[0].when.is_due("evening", Weekday.WEDNESDAY)
        assert "unsaved" in seen(app).splitlines()[0]
        await pilot.press("u")
        assert plan_of(app) == before
        assert "unsaved" not in seen(app).splitlines()[0]
        await pilot.press("ctrl+r")
        assert plan_of(app).prescriptions[0] == first

    drive(app, steps)


def test_marked_rows_change_together_in_one_step(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        before = plan_of(app)
        await pilot.press("v", "v", "v", "f")
        full = [all(item.when.times_on(day) == 2 for day in Weekday) for item in plan_of(app).prescriptions]
        assert full[:4] == [True, True, True, False]
        await pilot.press("u")
        assert plan_of(app) == before

    drive(app, steps)


def test_plus_and_minus_change_the_marked_number_in_place(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        assert "+ − reps" in seen(app)
        await pilot.press("+", "+", "-")
        assert plan_of(app).prescriptions[0].dose.reps == Amount.exactly(11)
        await pilot.press("n", "+")
        assert "+ − hold" in seen(app)
        assert plan_of(app).prescriptions[0].dose.hold == Amount.exactly(2)
        await pilot.press("0")
        assert plan_of(app).prescriptions[0].dose.hold is None
        assert "hold not set" in seen(app) or "hold?" in seen(app)

    drive(app, steps)


def test_rows_move_and_the_cursor_goes_with_them(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        first, second, *_ = ids(app)
        await pilot.press("J")
        assert ids(app)[:2] == [second, first]
        grid = week_of(app).grid
        assert grid.prescription is not None
        assert grid.prescription.id == first
        await pilot.press("K")
        assert ids(app)[:2] == [first, second]

    drive(app, steps)


def test_delete_cut_copy_paste_and_duplicate(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        _, second, third, *rest = ids(app)
        await pilot.press("d")
        assert ids(app) == [second, third, *rest]
        await pilot.press("u", "x", "down", "p")
        assert len(ids(app)) == len(rest) + 3
        assert plan_of(app).prescriptions[2].exercise == "back-extension-standing"
        await pilot.press("y", "p", "D")
        assert len(set(ids(app))) == len(rest) + 5

    drive(app, steps)


def test_a_day_is_copied_to_the_days_that_are_marked(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("right", "space", "c", "space", "down", "down", "space", "enter")
        when = plan_of(app).prescriptions[0].when
        assert when.days("evening") == {Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY}

    drive(app, steps)


def test_the_line_below_says_what_the_leaflet_says(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*["down"] * 5)
        text = " ".join(seen(app).split())
        assert "Knee roll, held, to the right" in text or "Knee roll, to the right" in text
        assert "hold 30 s or more" in text
        assert "leaves the reps" in text

    drive(app, steps)


def test_enter_changes_a_prescription_in_the_dialog_that_made_it(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press(*["down"] * 5, "enter", "tab", "tab", "right", "enter")
        item = plan_of(app).prescriptions[5]
        assert item.side is Side.LEFT
        assert len(plan_of(app).prescriptions) == len(back_plan().prescriptions)
        await pilot.press("u")
        assert plan_of(app).prescriptions[5].side is Side.RIGHT

    drive(app, steps)


def test_a_row_that_the_library_does_not_have_is_shown_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "back.toml"
    plan = back_plan()
    text = 'format = 1\nid = "a"\ntitle = "T"\n\n[slots]\nmorning = 08:00:00\n\n[[prescription]]\nid = "x"\n'
    path.write_text(f'{text}exercise = "kettlebell [left]"\nvariant = "swing"\n', encoding="utf-8")
    app = app_on(path)

    async def steps(pilot: Pilot[Any]) -> None:
        assert "Not in this library" in seen(app)
        assert "kettlebell [left]" in seen(app)
        await pilot.press("enter")
        assert "kept as it is" in seen(app)
        await pilot.press("space", "s")
        assert 'exercise = "kettlebell [left]"' in path.read_text(encoding="utf-8")

    drive(app, steps, (120, 30))
    assert plan.prescriptions


def test_weeks_turn_within_the_course(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("[")
        assert "week 1 of 6, 23–29 Nov" in seen(app)
        await pilot.press("]")
        assert "week 2 of 6, 30 Nov–6 Dec" in seen(app)
        await pilot.press(*["]"] * 9)
        assert "week 6 of 6" in seen(app)

    drive(app, steps)


def test_what_changes_is_drawn_and_nothing_of_what_was_there_before_stays(tmp_path: Path) -> None:
    app = app_on(tmp_path / "back.toml", back_plan())
    keys = [" ", "u", "ctrl+r", "f", "F", "u", "+", "v", "v", "f", "escape", "-", "J", "K", "D", "d", "u"]
    keys += ["]", "]", "[", "w", " ", "x", "p", "3", "2", "G", "f", "D", "u", "u"]

    async def steps(pilot: Pilot[Any]) -> None:
        shown = set()
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause()
            drawn = styled(app)
            for widget in app.screen.query("*"):
                widget.refresh(layout=True)
            await pilot.pause()
            assert styled(app) == drawn, key
            shown.add(str(drawn))
        assert len(shown) > len(keys) // 2

    drive(app, steps)


def styled(app: PlannerApp) -> list[list[tuple[str, str]]]:
    """What the terminal shows, with how it looks."""
    return [[(piece.text, str(piece.style)) for piece in strip] for strip in app.screen._compositor.render_strips()]
