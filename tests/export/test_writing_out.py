"""Files of exports: in the folder that was chosen, never in place of another, for nobody else to read."""

import stat
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from planner.export.registry import FORMATS, Format, find_format
from planner.export.scope import WHOLE_COURSE, Scope
from planner.export.writing_out import default_path, file_name, write_out
from planner.files.save_errors import AlreadyThereError, SaveError
from planner.model import Weekday
from tests.export.sample import SCOPES, plan

texts = st.text(max_size=300) | st.sampled_from(
    [
        "/etc/x",
        "../..",
        "..",
        ".",
        "~",
        "-rf",
        "a\0b",
        "CON",
        "nul",
        "com1",
        "膝",
        "x" * 400,
        "a/b",
        "a\\b",
        " . ",
        "aux.",
    ]
)
scopes = st.sampled_from(list(SCOPES.values())) | texts.map(lambda slot: Scope.of_session(Weekday.MONDAY, slot, 520))


@given(texts, st.sampled_from(FORMATS), scopes)
@example("CON", FORMATS[0], WHOLE_COURSE)
@example("../..", FORMATS[0], WHOLE_COURSE)
@example("", FORMATS[0], WHOLE_COURSE)
def test_the_name_is_always_one_of_the_folder_itself(title: str, wanted: Format, scope: Scope) -> None:
    path = default_path(Path("/exports"), evolve(plan(), title=title), wanted, scope)
    assert path.parent == Path("/exports")
    assert path.resolve().parent == Path("/exports").resolve()
    assert path.name == path.name.strip(" .-")
    assert path.name.endswith(wanted.suffix)
    assert set(path.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(path.stem) <= 85
    assert path.stem not in ("con", "nul", "com1", "aux")


def test_names_tell_what_is_in_the_file() -> None:
    names = {part: file_name(plan(), find_format("pdf"), scope) for part, scope in SCOPES.items()}
    assert names == {
        "course": "acute-low-back-first-fortnight.pdf",
        "week": "acute-low-back-first-fortnight-week-1.pdf",
        "day": "acute-low-back-first-fortnight-week-2-saturday.pdf",
        "session": "acute-low-back-first-fortnight-week-2-friday-evening.pdf",
    }
    assert file_name(plan(), find_format("qr"), WHOLE_COURSE) != file_name(plan(), find_format("text"), WHOLE_COURSE)


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    write_out(path, b"one")
    assert path.read_bytes() == b"one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_is_replaced_only_when_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"somebody else's")
    with pytest.raises(AlreadyThereError):
        write_out(path, b"mine")
    assert path.read_bytes() == b"somebody else's"
    write_out(path, b"mine", force=True)
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("force", [False, True])
def test_a_symbolic_link_is_never_written_through(tmp_path: Path, force: bool) -> None:
    target, link = tmp_path / "target", tmp_path / "plan.txt"
    target.write_bytes(b"precious")
    link.symlink_to(target)
    with pytest.raises(SaveError):
        write_out(link, b"mine", force=force)
    assert target.read_bytes() == b"precious"
