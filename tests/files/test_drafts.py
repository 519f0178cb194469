"""What a session that has ended had not saved is offered, and nothing else; and it goes only when told."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from planner.files.drafts import Draft, find_drafts, restore, throw_away
from planner.files.journal import Journal
from planner.files.journal_header import header_for, key_of, write_header
from planner.files.journal_records import Kind, Record, pack
from planner.files.writing import write_plan
from planner.model import Plan
from tests.files.sample_plans import sample_plan, with_note

SAVED = sample_plan(3)
CHANGED = with_note(SAVED, "not saved")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "back.toml"
    path.write_text(write_plan(SAVED), "utf-8")
    return path


def left_behind(place: Path, path: Path | None, *plans: Plan) -> None:
    """A journal that a session has let go of."""
    journal = Journal(place, path, None if path is None else write_plan(SAVED).encode())
    for plan in plans:
        journal.record(plan)
    assert journal.trouble is None
    journal.close(delete=False)


def found(place: Path, path: Path | None = None) -> list[Draft]:
    return list(find_drafts([place], path))


def test_nothing_to_find(place: Path, target: Path) -> None:
    assert found(place) == []
    place.mkdir()
    (place / "notes.txt").write_bytes(b"?")
    (place / f"{'0' * 16}.1.{'0' * 16}-1.journal").mkdir()
    (place / f"{'0' * 16}.1.{'1' * 16}-1.journal").write_bytes(b"\0" * 5000)
    assert found(place, target) == []
    assert len(list(place.iterdir())) == 3


def test_a_draft_has_all_that_was_not_saved(place: Path, target: Path) -> None:
    left_behind(place, target, sample_plan(1), CHANGED)
    (draft,) = found(place, target)
    assert draft.plan == CHANGED
    assert draft.path == target
    assert draft.base == write_plan(SAVED).encode()
    assert draft.header.pid == os.getpid()
    assert draft.header.user
    assert draft.problem == ""
    assert abs(draft.when - dt.datetime.now().astimezone()) < dt.timedelta(hours=1)


def test_a_journal_in_use_is_no_draft(place: Path, target: Path) -> None:
    journal = Journal(place, target, b"")
    journal.record(CHANGED)
    assert found(place, target) == []
    journal.close(delete=False)
    assert len(found(place, target)) == 1


def test_a_journal_of_a_living_process_is_no_draft_even_without_locks(
    place: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*arguments: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    journal = Journal(place, target, b"")
    journal.record(CHANGED)
    assert found(place, target) == []
    journal.close(delete=False)
    assert len(found(place, target)) == 1


@pytest.mark.parametrize("change", ["pid", "started", "host"])
def test_a_number_that_was_given_out_again_is_another_process(place: Path, target: Path, change: str) -> None:
    """A journal without its last record, as a killed process leaves it."""
    header = header_for(target, None)
    if header.started is None and change == "started":
        pytest.skip("no /proc here")
    header = {
        "pid": header._replace(pid=4_194_303),
        "started": header._replace(started="another boot:1"),
        "host": header._replace(host="another-computer"),
    }[change]
    place.mkdir()
    records = [Record(Kind.HEADER, 1, write_header(header)), Record(Kind.PLAN, 2, write_plan(CHANGED).encode())]
    path = place / f"{key_of(target)}.{header.pid}.{'0' * 16}-1.journal"
    path.write_bytes(b"".join(map(pack, records)))
    assert [draft.plan for draft in found(place)] == [CHANGED]


def test_a_process_that_died_leaves_a_draft(place: Path, target: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from planner.files.journal import Journal;"
        "from tests.files.sample_plans import sample_plan;"
        "Journal(Path(sys.argv[1]), Path(sys.argv[2]), None).record(sample_plan(7)); os.kill(os.getpid(), 9)"
    )
    arguments = [sys.executable, "-c", program, str(place), str(target)]
    done = subprocess.run(arguments, cwd=Path(__file__).resolve().parents[2], timeout=30, check=False)
    assert done.returncode == -9
    assert [draft.plan for draft in found(place, target)] == [sample_plan(7)]


def test_what_is_in_the_file_is_not_offered(place: Path, target: Path) -> None:
    left_behind(place, target, CHANGED, evolve(SAVED))
    assert found(place, target) == []
    assert len(list(place.iterdir())) == 1
    target.write_text(write_plan(CHANGED), "utf-8")
    assert len(found(place, target)) == 1


@pytest.mark.parametrize("state", ["deleted", "damaged"])
def test_a_draft_outlives_its_file(place: Path, target: Path, state: str) -> None:
    left_behind(place, target, evolve(SAVED))
    target.unlink() if state == "deleted" else target.write_bytes(b"not = [toml")
    assert [draft.plan for draft in found(place, target)] == [SAVED]


def test_only_what_says_the_same_as_its_file_expires(place: Path, target: Path, tmp_path: Path) -> None:
    left_behind(place, target, evolve(SAVED))
    left_behind(place, target, CHANGED)
    left_behind(place, None, SAVED)
    now = dt.datetime.now().astimezone()
    for days, files in ((29, 3), (31, 2), (4000, 2)):
        assert len(find_drafts([place], now=now + dt.timedelta(days=days))) == 2
        assert len(list(place.iterdir())) == files


def test_several_drafts_come_latest_first(place: Path, target: Path, tmp_path: Path) -> None:
    for number in range(3):
        left_behind(place, target, with_note(SAVED, f"{number}"))
    left_behind(place, tmp_path / "knee.toml", sample_plan(2))
    left_behind(place, None, sample_plan(4))
    drafts = found(place)
    assert len(drafts) == 5
    assert [draft.when for draft in drafts] == sorted((draft.when for draft in drafts), reverse=True)
    assert len(found(place, target)) == 3
    assert [draft.plan for draft in drafts if draft.path is None] == [sample_plan(4)]


def test_drafts_in_several_places(tmp_path: Path, target: Path) -> None:
    for name in ("first", "second"):
        left_behind(tmp_path / name, target, CHANGED)
    assert len(find_drafts([tmp_path / "first", tmp_path / "second", tmp_path / "none"])) == 2


def test_the_same_file_through_a_link(place: Path, target: Path) -> None:
    link = target.with_name("link.toml")
    link.symlink_to(target)
    left_behind(place, link, CHANGED)
    (draft,) = found(place, target)
    assert draft.path == link


def test_names_that_are_no_text(place: Path, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"r\xfccken.toml")
    left_behind(place, path, CHANGED)
    (draft,) = found(place, path)
    assert draft.path == path


def test_a_torn_end_costs_one_change(place: Path, target: Path) -> None:
    records = [
        Record(Kind.HEADER, 1, write_header(header_for(target, None)._replace(pid=4_194_303))),
        Record(Kind.PLAN, 2, write_plan(CHANGED).encode()),
        Record(Kind.PLAN, 3, write_plan(with_note(SAVED, "the last word")).encode()),
    ]
    place.mkdir()
    data = b"".join(map(pack, records))
    (place / f"{key_of(target)}.4194303.{'0' * 16}-1.journal").write_bytes(data[: data.rindex(b"last word")])
    assert [draft.plan for draft in found(place)] == [CHANGED]


def test_a_draft_that_cannot_be_read_is_offered_as_text(place: Path, target: Path) -> None:
    records = [
        Record(Kind.HEADER, 1, write_header(header_for(target, None)._replace(pid=4_194_303))),
        Record(Kind.PLAN, 2, b'format = 99\ntitle = "From the future"\n'),
    ]
    place.mkdir()
    (place / f"{key_of(target)}.4194303.{'0' * 16}-1.journal").write_bytes(b"".join(map(pack, records)))
    (draft,) = found(place)
    assert draft.plan is None
    assert "From the future" in draft.text
    assert "99" in draft.problem
    assert not restore(draft, Journal(place, target, None))
    assert len(found(place)) == 1


def test_only_the_text_of_a_field_was_typed(place: Path, target: Path) -> None:
    journal = Journal(place, target, target.read_bytes(), SAVED)
    journal.record_field("prescribe", "note", "half a wo")
    journal.close(delete=False)
    (draft,) = found(place, target)
    assert draft.plan == SAVED
    assert [(text.dialog, text.field, text.text) for text in draft.fields] == [("prescribe", "note", "half a wo")]


def test_a_restored_draft_is_in_the_new_journal(place: Path, target: Path) -> None:
    journal = Journal(place, target, target.read_bytes(), SAVED)
    journal.record(CHANGED)
    journal.record_field("prescribe", "note", "half a wo")
    journal.close(delete=False)
    (draft,) = found(place, target)
    new = Journal(place, target, target.read_bytes(), SAVED)
    assert restore(draft, new)
    assert found(place, target) == []
    new.close(delete=False)
    (again,) = found(place, target)
    assert again.plan == CHANGED
    assert again.fields == draft.fields
    assert again.files != draft.files


def test_a_draft_stays_where_it_cannot_be_restored(place: Path, target: Path) -> None:
    left_behind(place, target, CHANGED)
    (draft,) = found(place, target)
    journal = Journal(None, target, target.read_bytes())
    assert not restore(draft, journal)
    assert journal.trouble is not None
    assert len(found(place, target)) == 1


def test_thrown_away_is_gone(place: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left_behind(place, target, CHANGED)
    (draft,) = found(place, target)

    def fail(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "no")

    with monkeypatch.context() as forbidden:
        forbidden.setattr(os, "unlink", fail)
        sentence = throw_away(draft)
    assert sentence is not None
    assert sentence.startswith("The draft cannot be deleted: permission is denied")
    assert throw_away(draft) is None
    assert list(place.iterdir()) == []
    assert throw_away(draft) is None
