"""`planner export` and `planner import`: where things go, and that nothing is replaced unasked."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.headless.conftest import PLAN, WEDNESDAY, Run, read
from tests.headless.test_dispatch import PLANNER, environment


def test_text_goes_to_the_output_or_into_a_private_file(plan_path: Path, run: Run) -> None:
    ended = run("export", "back.toml", "--to", "text")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Acute low back\n==============\n")
    assert run("export", "back.toml", "--to", "text", "-o", "-").out == ended.out
    assert run("export", "back.toml", "--to", "text", "-o", "sheet.txt") == (0, "", "Written: sheet.txt.\n")
    path = plan_path.with_name("sheet.txt")
    assert path.read_text(encoding="utf-8").startswith("Acute low back\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_directory_gets_a_file_named_after_the_plan(plan_path: Path, run: Run) -> None:
    assert run("export", "back.toml", "--to", "ics", "-o", ".").err == "Written: acute-low-back.ics.\n"
    assert plan_path.with_name("acute-low-back.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_file_that_is_there_is_replaced_only_by_force(plan_path: Path, run: Run) -> None:
    ended = run("export", "back.toml", "--to", "toml", "-o", "back.toml")
    assert ended == (73, "", "back.toml is there already, and was left alone. --force replaces a file.\n")
    assert plan_path.read_text(encoding="utf-8") == PLAN
    Path("sheet.md").write_text("mine", encoding="utf-8")
    assert run("export", "back.toml", "--to", "markdown", "-o", "sheet.md", "--force").status == 0
    assert Path("sheet.md").read_text(encoding="utf-8") != "mine"


def test_a_part_of_the_plan_is_exported(plan_path: Path, run: Run) -> None:
    told = run("export", "back.toml", "--to", "text", "--day", "sat", "--week", "2", "--slot", "Morning").out
    assert "Saturday, 5 Dec 2026" in told
    assert "General activity" not in told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--to", "docx"], "invalid choice: 'docx'"),
        ([], "the following arguments are required: --to"),
        (["--to", "text", "--slot", "morning"], "--slot goes with --day: which day?"),
        (["--to", "text", "--day", "mon", "--slot", "noon"], 'There is no time of the day called "noon"'),
        (["--to", "text", "--week", "9"], "There is no week 9; the course has 6 weeks."),
        (["--to", "json", "--week", "1"], "JSON holds the whole course, never a part of it."),
        (["--to", "ics", "--reminder", "soon"], '"soon" is not a number of minutes'),
    ],
)
def test_what_cannot_be_exported_is_told(plan_path: Path, run: Run, words: list[str], sentence: str) -> None:
    ended = run("export", "back.toml", *words)
    assert (ended.status, ended.out) == (2, "")
    assert sentence in ended.err


def test_a_terminal_is_not_filled_with_a_pdf(plan_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.headless.exporting.is_terminal", lambda: True)
    assert run("export", "back.toml", "--to", "pdf") == (
        2,
        "",
        "A terminal cannot show PDF; say where to with -o FILE.\n",
    )


def test_a_missing_package_has_a_status_of_its_own(plan_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    for name in [name for name in sys.modules if name.startswith("planner.export.calendar")]:
        monkeypatch.delitem(sys.modules, name)
    ended = run("export", "back.toml", "--to", "ics")
    assert (ended.status, ended.out) == (69, "")
    assert 'needs the package "icalendar", which is not installed' in ended.err


def test_binary_formats_go_through_a_pipe_whole(plan_path: Path) -> None:
    written = subprocess.run(
        [*PLANNER, "export", "back.toml", "--to", "csv"], capture_output=True, check=True, env=environment()
    ).stdout
    subprocess.run([*PLANNER, "export", "back.toml", "--to", "csv", "-o", "b.csv"], check=True, env=environment())
    assert Path("b.csv").read_bytes() == written


@pytest.mark.parametrize("form", ["csv", "json", "toml"])
def test_what_is_exported_comes_back_the_same(plan_path: Path, run: Run, form: str) -> None:
    assert run("export", "back.toml", "--to", form, "-o", f"sent.{form}").status == 0
    assert run("import", f"sent.{form}", "--into", "back.toml").out == "Nothing changes\n"
    assert run("import", f"sent.{form}", "-o", "again.toml").status == 0
    assert read(Path("again.toml")) == read(plan_path)


def test_an_import_is_shown_before_it_is_done(plan_path: Path, run: Run) -> None:
    run("export", "back.toml", "--to", "json", "-o", "sent.json")
    changed = json.loads(Path("sent.json").read_text(encoding="utf-8"))
    changed["plan"]["id"] = "another"
    changed["plan"]["prescription"][1]["dose"]["reps"] = 12
    changed["therapist"] = "Ann"
    Path("sent.json").write_text(json.dumps(changed), encoding="utf-8")
    told = 'Single knee hug: reps 10 → 12\nDropped: the key "therapist" is not known\n'
    shown = run("import", "sent.json", "--into", "back.toml")
    assert shown == (0, told, "Nothing was written. --yes changes back.toml.\n")
    assert plan_path.read_text(encoding="utf-8") == PLAN
    assert run("import", "sent.json", "--into", "back.toml", "--yes") == (0, told, "")
    assert plan_path.read_text(encoding="utf-8") == PLAN.replace("reps = 10", "reps = 12")


def test_an_import_comes_from_the_standard_input_as_well(plan_path: Path) -> None:
    sent = subprocess.run(
        [*PLANNER, "export", "back.toml", "--to", "json"], capture_output=True, check=True, env=environment()
    ).stdout
    words = ["import", "-", "--format", "json", "-o", "again.toml"]
    subprocess.run([*PLANNER, *words], input=sent, check=True, env=environment(), capture_output=True)
    assert read(Path("again.toml")) == read(plan_path)


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["notes.txt"], 2, "Say what notes.txt is: --format csv, json, toml."),
        (["notes.txt", "--format", "json"], 65, "this is no JSON"),
        (["none.csv"], 65, "none.csv: cannot be read: there is no such file"),
        (["back.toml", "--yes"], 2, "--yes goes with --into PLAN"),
        (["back.toml", "--into", "a.toml", "-o", "b.toml"], 2, "not allowed with argument"),
        (["back.toml", "-o", "back.toml"], 73, "back.toml is there already."),
        (["back.toml", "--into", "none.toml"], 65, "none.toml: cannot be read"),
    ],
)
def test_what_cannot_be_imported_is_told(
    plan_path: Path, run: Run, words: list[str], status: int, sentence: str
) -> None:
    Path("notes.txt").write_text("Remember the pillow.\n", encoding="utf-8")
    ended = run("import", *words)
    assert ended.status == status
    assert sentence in ended.err
    assert plan_path.read_text(encoding="utf-8") == PLAN


def test_calendars_get_the_day_of_today_where_the_course_has_no_start(plan_path: Path, run: Run) -> None:
    plan_path.write_text(PLAN.replace("start = 2026-11-23\n", ""), encoding="utf-8")
    told = run("export", "back.toml", "--to", "ics").out
    assert WEDNESDAY.isoformat() < "2026-11-30"
    assert "DTSTART:20261130T080000" in told
