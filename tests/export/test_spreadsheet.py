"""The spreadsheet: nothing in it computes, people can change it, and what they did comes in again."""

import csv
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from planner.export.formulas import defused, restored
from planner.export.imported import Imported
from planner.export.importing import preview, read_export
from planner.export.registry import render
from planner.export.scope import WHOLE_COURSE, Scope
from planner.files.problems import FileProblems
from planner.model import Amount, Library, Plan, Weekday
from tests.export.sample import SCOPES, library, plan

Row = dict[str, str]


def _rows(scope: Scope = WHOLE_COURSE, made: Plan | None = None) -> list[Row]:
    data = render("csv", made or plan(), library(), scope).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(data, newline="")))


def _read(rows: list[Row], delimiter: str = ",", encoding: str = "utf-8-sig") -> Imported:
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return read_export("csv", text.getvalue().encode(encoding), "plan.csv", library())


def _changed(change: Callable[[Row], Row], rows: list[Row] | None = None) -> Imported:
    return _read([change(dict(row)) for row in rows or _rows()])


texts = st.text(st.sampled_from("=+-@'\t\r\n| %5.1a\uff1d")) | st.text()


@given(texts)
def test_no_cell_computes_and_each_comes_back(text: str) -> None:
    cell = defused(text)
    assert restored(cell) == text
    begins = cell.lstrip(" ")[:1]
    assert begins not in ("=", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    assert begins not in ("+", "-") or cell.strip(" +-").replace(".", "").isdigit()


@given(texts)
def test_a_cell_that_was_never_defused_is_left_alone(text: str) -> None:
    assert restored(text) in (text, text[1:])
    assert restored(text) == text or defused(text[1:]) == text


def test_there_is_one_row_for_each_exercise_time_and_day() -> None:
    due = sum(len(days) for item in plan().prescriptions for _, days in item.when.entries)
    never = sum(not item.when.entries for item in plan().prescriptions)
    idle = 1  # bedtime: nothing is due then, but the plan has it
    assert len(_rows()) == due + never + idle
    friday = [row["exercise"] for row in _rows(SCOPES["session"])]
    assert friday == ["Knee roll, held, to the right", "Single knee hug"]
    assert {row["date"] for row in _rows(SCOPES["week"]) if row["day"] == "Wednesday"} == {"2026-11-25"}


def test_every_row_can_stand_alone() -> None:
    for row in _rows():
        assert (row["plan-title"], row["start"], row["weeks"]) == (plan().title, "2026-11-25", "6")


def test_a_range_cannot_be_taken_for_a_date() -> None:
    assert {row["hold"] for row in _rows() if row["prescription-id"] == "knee-roll-1"} == {"30 to 40"}


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8"), ("\t", "utf-8"), (",", "utf-8-sig")])
def test_what_other_spreadsheets_save_is_read_as_well(delimiter: str, encoding: str) -> None:
    assert _read(_rows(), delimiter, encoding).plan == plan()


def test_rows_and_columns_may_be_in_any_order() -> None:
    rows = [dict(reversed(row.items())) for row in sorted(_rows(), key=lambda row: row["day"], reverse=True)]
    assert _read(rows).plan == plan()


def test_names_of_columns_are_read_generously() -> None:
    assert (
        _read([{f" {name.upper().replace('-', ' ')} ": cell for name, cell in row.items()} for row in _rows()]).plan
        == plan()
    )


def test_a_changed_dose_comes_in() -> None:
    read = _changed(lambda row: {**row, "reps": "5-6"} if row["prescription-id"] == "knee-roll-1" else row)
    assert read.plan.prescriptions[0].dose.reps == Amount(5, 6)
    assert preview(read, plan(), library()) == (
        "Knee roll, held, to the right: reps 3 → 5–6",
        (
            'dropped: row 2: the words say "3 × 30–40 s hold, to the right only", '
            'the numbers "5–6 × 30–40 s hold, to the right only"; the numbers were taken'
        ),
        'warning: row 35: unknown exercise "neck-turn"; expected an exercise of the library',
    )


def test_a_row_that_was_deleted_is_no_longer_due() -> None:
    rows = [row for row in _rows() if (row["prescription-id"], row["day"]) != ("walking-1", "Sunday")]
    assert _read(rows).plan.prescriptions[3].when.days("evening") == {Weekday.SATURDAY}


def test_a_space_around_a_name_is_no_change_of_the_dose() -> None:
    known = library()
    walking = next(item for item in known.exercises if item.id == "walking")
    spaced = evolve(walking, variants=tuple(evolve(way, name=f"\xa0{way.name}") for way in walking.variants))
    known = Library(known.title, tuple(spaced if item is walking else item for item in known.exercises), known.sources)
    assert read_export("csv", render("csv", plan(), known), "plan.csv", known).dropped == ()


def test_a_dose_that_differs_on_one_day_becomes_a_prescription_of_its_own() -> None:
    def sunday(row: Row) -> Row:
        mine = (row["prescription-id"], row["day"]) == ("walking-1", "Sunday")
        return {**row, "duration": "1200"} if mine else row

    read = _changed(sunday)
    walks = [item for item in read.plan.prescriptions if item.exercise == "walking"]
    assert [item.id for item in walks] == ["walking-1", "walking-2"]
    assert [item.dose.duration for item in walks] == [Amount.exactly(600), Amount.exactly(1200)]
    assert [item.when.days("evening") for item in walks] == [{Weekday.SATURDAY}, {Weekday.SUNDAY}]
    assert len(read.dropped) == 2
    assert "the numbers were taken" in read.dropped[1]
    assert '"walking-1" differ' in read.dropped[0]
    assert '"walking-2"' in read.dropped[0]


def test_a_note_that_differs_is_taken_from_the_first_row_and_told() -> None:
    rows = _rows()
    rows[2]["note"] = "Something else"
    read = _read(rows)
    assert read.plan == plan()
    assert read.dropped == ('row 4: "note" differs from that of row 2, which was taken',)


def test_new_rows_need_no_ids() -> None:
    rows = [
        {
            "exercise-id": "knee-hug",
            "variant-id": "hold-both-sides",
            "slot": "noon",
            "time": "12:00",
            "day": "mon-fri",
            "reps": "8",
        },
        {
            "exercise-id": "walking",
            "variant-id": "walk",
            "slot": "noon",
            "time": "12:00",
            "day": "Saturday",
            "reps": "",
        },
    ]
    made = _read(rows).plan
    assert [item.id for item in made.prescriptions] == ["knee-hug-1", "walking-1"]
    assert [slot.name for slot in made.slots] == ["noon"]
    assert len(made.prescriptions[0].when.days("noon")) == 5


def test_what_is_dropped_is_told() -> None:
    rows = [{**row, "colour": "red", "durration": ""} for row in _rows()]
    rows[0]["day"] = ""
    assert _read(rows).dropped == (
        'the column "colour" is not known',
        'the column "durration" is not known (did you mean "duration"?)',
        "row 2 has no day, so it is due never",
    )


def _wrong(**cells: str) -> Iterator[Row]:
    for number, row in enumerate(_rows()):
        yield {**row, **cells} if number == 0 else row


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"reps": "lots"}, 'plan.csv: row 2: reps is "lots"; expected a number, or a range such as "5 to 10"'),
        ({"day": "Fryday"}, 'row 2: "fryday" is not a day'),
        ({"side": "middle"}, 'side is the text "middle"; expected "left" or "right"'),
        ({"weeks": "many"}, 'row 2: weeks is "many"; expected a whole number'),
        ({"start": "25/11/2026"}, 'start is the text "25/11/2026"; expected a date such as 2026-11-23'),
        ({"time": "late"}, 'morning is the text "late"; expected a time of day'),
        (
            {"plan-id": "another"},
            'row 3: the plan is "0b6e6f0e-5a0c-4f6e-9a51-0c5d8a3f7e21", and in row 2 it is "another"',
        ),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_its_row(cells: dict[str, str], sentence: str) -> None:
    with pytest.raises(FileProblems) as refused:
        _read(list(_wrong(**cells)))
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"name,age\nA,3\n", 'has no column "exercise-id" and no column "variant-id"'),
        (b"exercise-id,variant-id,exercise-id\n", 'has more than one column "exercise-id"'),
        (b'exercise-id,variant-id\n"a,b', "a CSV file"),
        ("exercise-id,variant-id\nköpfe,x".encode("latin-1"), "UTF-8"),
        ("exercise-id,variant-id\n".encode("utf-16"), "UTF-16"),
        (b"\x00\x01\x02", "no column"),
    ],
)
def test_what_is_no_spreadsheet_of_a_plan_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(FileProblems) as refused:
        read_export("csv", data, "plan.csv")
    assert sentence in str(refused.value)


@given(st.binary(max_size=200) | st.text(st.sampled_from('exercise-id,variant-id\n"\r;\t=5-')).map(str.encode))
def test_no_bytes_make_it_fail_without_words(data: bytes) -> None:
    with suppress(FileProblems):
        read_export("csv", data, "plan.csv")


def test_a_plan_without_a_title_or_rows_survives() -> None:
    bare = evolve(plan(), title="", prescriptions=(), slots=(), note="", extra={})
    assert _read(_rows(made=bare)).plan == bare
