"""Whatever a screen can do to a plan can be done without one."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.headless.registry import COMMANDS as HEADLESS
from planner.model import Amount, Count, PainfulSide, Plan, Weekday
from planner.planning import edits
from planner.tui.commands import COMMANDS
from tests.built_in_library import LIBRARY
from tests.headless.conftest import WEDNESDAY, Run, read


class Same(NamedTuple):
    """A command line, and what the screen's command does to the plan."""

    line: str
    change: Callable[[Plan], Plan]


def set_number(number: str, value: int | None) -> Callable[[Plan], Plan]:
    amount = None if value is None else Amount.exactly(value)
    return lambda plan: edits.set_number(plan, "hug", number, amount)


def pasted(plan: Plan) -> Plan:
    return edits.paste(plan, [item for item in plan.prescriptions if item.id == "roll"], "hug")


def cut_and_pasted(plan: Plan) -> Plan:
    return edits.move(plan, "roll", 1)


EQUIVALENTS: Mapping[str, tuple[Same, ...]] = {
    "week.due": (
        Same(
            "toggle back.toml hug --slot evening --day wed",
            lambda plan: edits.toggle(plan, "hug", "evening", Weekday.WEDNESDAY),
        ),
    ),
    "week.edit": (
        Same(
            "set back.toml hug --reps 5-10 --note Pillow",
            lambda plan: edits.set_prescription_note(
                edits.set_number(plan, "hug", "reps", Amount(5, 10)), "hug", "Pillow"
            ),
        ),
        Same("set back.toml hug --count alternating", lambda plan: edits.set_count(plan, "hug", Count.ALTERNATING)),
    ),
    "week.more": (
        Same("set back.toml hug --more hold", lambda plan: edits.step_number(plan, "hug", "hold", 1)),
        Same(
            "set back.toml roll hug --more reps --more reps",
            lambda plan: edits.step_number(plan, ("roll", "hug"), "reps", 2),
        ),
    ),
    "week.less": (Same("set back.toml hug --less hold", lambda plan: edits.step_number(plan, "hug", "hold", -1)),),
    "week.clear-number": (Same("set back.toml hug --reps not-set", set_number("reps", None)),),
    "week.fill-row": (Same("fill back.toml hug", lambda plan: edits.fill_row(plan, "hug")),),
    "week.fill-column": (Same("fill back.toml --day sun", lambda plan: edits.fill_column(plan, Weekday.SUNDAY)),),
    "week.copy-day": (
        Same(
            "copy-day back.toml mon tue thu",
            lambda plan: edits.copy_day(plan, Weekday.MONDAY, (Weekday.TUESDAY, Weekday.THURSDAY)),
        ),
    ),
    "week.move-up": (Same("move back.toml hug --up", lambda plan: edits.move(plan, "hug", -1)),),
    "week.move-down": (Same("move back.toml roll hug --down", lambda plan: edits.move(plan, ("roll", "hug"), 1)),),
    "week.duplicate": (Same("duplicate back.toml hug", lambda plan: edits.duplicate(plan, "hug")),),
    "week.delete": (Same("remove back.toml hug walk", lambda plan: edits.remove(plan, ("hug", "walk"))),),
    "week.cut": (Same("move back.toml roll --after hug", cut_and_pasted),),
    "week.paste": (Same("copy back.toml roll --to back.toml --after hug", pasted),),
    "prescribe.action": (
        Same(
            "set back.toml roll --variant repeat-both-sides",
            lambda plan: edits.change_variant(plan, LIBRARY, "roll", "repeat-both-sides"),
        ),
    ),
    "prescribe.sides": (
        Same(
            "set back.toml roll --variant hold-both-sides",
            lambda plan: edits.change_variant(plan, LIBRARY, "roll", "hold-both-sides"),
        ),
    ),
    "prescribe.guidance": (
        Same(
            "set back.toml hug --dose-from camden-msk",
            lambda plan: edits.take_guidance(plan, LIBRARY, "hug", "camden-msk"),
        ),
    ),
    "prescribe.note": (
        Same("set back.toml hug --note Pillow", lambda plan: edits.set_prescription_note(plan, "hug", "Pillow")),
    ),
    "field.more": (Same("set back.toml hug --more rest", lambda plan: edits.step_number(plan, "hug", "rest", 1)),),
    "field.less": (Same("set back.toml hug --less reps", lambda plan: edits.step_number(plan, "hug", "reps", -1)),),
    "number.erase": (Same("set back.toml hug --hold 1", set_number("hold", 1)),),
    "number.clear": (Same("set back.toml hug --hold not-set", set_number("hold", None)),),
    "days.due": (
        Same(
            "toggle back.toml walk --slot evening --day sat",
            lambda plan: edits.toggle(plan, "walk", "evening", Weekday.SATURDAY),
        ),
    ),
    "days.fill": (
        Same("set back.toml hug --when evening=daily", lambda plan: edits.set_days(plan, "hug", "evening", Weekday)),
    ),
    "plan.change": (
        Same("set back.toml --title Back", lambda plan: edits.set_title(plan, "Back")),
        Same(
            "set back.toml --start 2026-11-30 --weeks 8", lambda plan: edits.set_course(plan, dt.date(2026, 11, 30), 8)
        ),
        Same("set back.toml --start not-set", lambda plan: edits.set_course(plan, None, 6)),
        Same("set back.toml --painful-side none", lambda plan: edits.set_painful_side(plan, PainfulSide.NONE)),
        Same("set back.toml --note Slowly", lambda plan: edits.set_note(plan, "Slowly")),
        Same("set back.toml --rename-slot evening=night", lambda plan: edits.rename_slot(plan, "evening", "night")),
        Same("set back.toml --slot evening=21:30", lambda plan: edits.set_slot_time(plan, "evening", dt.time(21, 30))),
    ),
    "plan.add-slot": (
        Same("set back.toml --slot noon=12:30", lambda plan: edits.add_slot(plan, "noon", dt.time(12, 30))),
    ),
    "plan.remove-slot": (Same("set back.toml --remove-slot evening", lambda plan: edits.remove_slot(plan, "evening")),),
    "plan.answer": (
        Same("set back.toml --safety-checked today", lambda plan: edits.set_safety_checked(plan, WEDNESDAY)),
    ),
}
"""Commands that change a plan, with a command line that does the same."""

ELSEWHERE: Mapping[str, str] = {
    "library.prescribe": "planner add: tests.headless.test_adding",
    "week.add": "planner add: tests.headless.test_adding",
    "app.open": "planner new, and every command names its file: tests.headless.test_new",
    "open.choose": "planner new: tests.headless.test_new",
    "open.type-path": "every command names its file",
    "app.save": "every command that changes a plan saves it",
    "app.save-elsewhere": "cp copies a file; planner new --like makes another plan of one: tests.headless.test_new",
    "app.export": "planner export: tests.headless.test_exporting",
    "red-flags.accept": "planner library red-flags, and planner set --safety-checked",
}
"""Commands with an equivalent that is tested elsewhere."""

CHANGES_NOTHING: Mapping[str, str] = {
    "app": "goes to a place, or is about the screen or the session",
    "app.undo": "a command keeps no history; -n says what would change, and git keeps what did",
    "app.redo": "as undo",
    "week": "moves the cursor, marks rows, or remembers them",
    "prescribe": "looks at a figure",
    "library": "finds and reads: planner library list and library show do that",
    "search": "moves the cursor",
    "day": "reads: planner show day does that",
    "figure": "reads",
    "dialog": "moves between fields, or takes or leaves what others changed",
    "days": "moves the cursor",
    "choices": "answers a question of another command",
    "marking": "answers a question of another command",
    "red-flags": "answers one of the questions; the plan has only the day on which all were answered",
    "open": "reads, forgets or leaves",
    "reader": "reads",
    "palette": "finds another command",
    "small": "leaves",
    "list": "moves the cursor",
    "reading": "scrolls",
}
"""Why the other commands need none: by id, or by group."""

CASES = [(command, same) for command, listed in EQUIVALENTS.items() for same in listed]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_screens_has_an_equivalent_or_needs_none(command: str) -> None:
    known = command in EQUIVALENTS or command in ELSEWHERE
    reason = CHANGES_NOTHING.get(command) or CHANGES_NOTHING.get(command.partition(".")[0])
    assert known or reason, f"{command} has no equivalent without a screen, and nobody says that it needs none"


def test_the_tables_name_only_commands_that_there_are() -> None:
    groups = {item.group for item in COMMANDS.values()}
    for known in (*EQUIVALENTS, *ELSEWHERE, *CHANGES_NOTHING):
        assert known in COMMANDS or known in groups, known
    tested = {same.line.split()[0] for _, same in CASES}
    changing = {item.name for item in HEADLESS if item.changes}
    assert changing - tested == {"new", "add", "import"}


@pytest.mark.parametrize(("command", "same"), CASES, ids=[f"{command}: {same.line}" for command, same in CASES])
def test_the_command_line_does_what_the_screen_does(command: str, same: Same, plan_path: Path, run: Run) -> None:
    before = read(plan_path)
    wanted = same.change(before)
    assert wanted != before, "the example changes nothing"
    ended = run(*same.line.split())
    assert (ended.status, ended.err) == (0, "")
    assert read(plan_path) == wanted
    text = plan_path.read_text(encoding="utf-8")
    assert text.startswith("# For Anna, from the leaflet of 2021.\n")


def test_a_dry_run_says_the_same_and_writes_nothing(plan_path: Path, run: Run) -> None:
    before = plan_path.read_bytes()
    told = run("set", "back.toml", "hug", "--reps", "12", "-n")
    assert told == (0, "Single knee hug: reps 10 → 12\n", "")
    assert plan_path.read_bytes() == before
    assert run("set", "back.toml", "hug", "--reps", "12") == told
    assert plan_path.read_bytes() == before.replace(b"reps = 10", b"reps = 12")
