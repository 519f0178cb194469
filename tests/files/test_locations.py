"""The program finds its places, or says why not and goes on."""

import os
import stat
from pathlib import Path

import pytest

from planner.files import locations
from planner.files.locations import Locations, draft_directories, library_files, locate, prepare, private_directory

VARIABLES = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    # A place of our own for what would be in /tmp.
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_variables_decide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in VARIABLES[:3]:
        monkeypatch.setenv(name, str(tmp_path / name))
    places = locate()
    assert places.config == tmp_path / "XDG_CONFIG_HOME" / "planner"
    assert places.state == tmp_path / "XDG_STATE_HOME" / "planner"
    assert places.cache == tmp_path / "XDG_CACHE_HOME" / "planner"
    assert places.libraries == tmp_path / "XDG_CONFIG_HOME" / "planner" / "libraries"
    assert places.warnings == ()
    assert [path.name for path in tmp_path.iterdir()] == ["tmp"], "looking makes nothing"


def test_relative_variables_are_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = locate()
    for name in VARIABLES:
        monkeypatch.setenv(name, "here/and/there")
    assert locate() == before
    assert before.state is not None
    assert before.state.is_relative_to(tmp_path)


@pytest.mark.parametrize("home", [None, "", "relative"])
def test_without_a_home_that_of_the_user_is_taken(monkeypatch: pytest.MonkeyPatch, home: str | None) -> None:
    if home is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home)
    pwd = pytest.importorskip("pwd")
    state = locate().state
    assert state is not None
    assert state.is_relative_to(pwd.getpwuid(os.getuid()).pw_dir)


def test_a_user_without_any_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def unknown(*arguments: object) -> None:
        raise KeyError

    monkeypatch.setenv("HOME", "")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    places = locate()
    assert places == Locations(None, None, None)
    assert (places.settings, places.libraries, places.journals, places.recent) == (None, None, None, None)
    assert library_files(places) == ()
    prepared = prepare(places)
    assert prepared.state == tmp_path / "tmp" / f"planner-{os.geteuid()}"
    assert "no home directory is known" in prepared.warnings[0]


def test_the_state_directory_is_private() -> None:
    before = os.umask(0)
    try:
        places = prepare(locate())
    finally:
        os.umask(before)
    assert places.warnings == ()
    assert places.state is not None
    assert mode(places.state) == 0o700
    assert mode(places.state.parent) == 0o700


def test_a_directory_that_others_can_read_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "planner"
    path.mkdir()
    path.chmod(0o755)
    assert private_directory(path) is None
    assert mode(path) == 0o700


@pytest.mark.parametrize("runtime", [True, False])
def test_where_state_cannot_be_kept_it_is_kept_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, runtime: bool
) -> None:
    (tmp_path / ".local").write_bytes(b"a file where a directory should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".local" / "state"))
    if runtime:
        (tmp_path / "run").mkdir()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    places = prepare(locate())
    expected = tmp_path / "run" / "planner" if runtime else tmp_path / "tmp" / f"planner-{os.geteuid()}"
    assert places.state == expected
    assert mode(expected) == 0o700
    (warning,) = places.warnings
    assert warning == (
        f"{tmp_path}/.local/state/planner cannot be used: a file is where a directory should be. "
        f"Drafts are kept in {expected} instead."
    )
    # The next session finds the same place, and a later one, when all is well again, looks there for drafts.
    assert prepare(locate()).state == expected
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert draft_directories(prepare(locate())) == (tmp_path / "state" / "planner" / "journal", expected / "journal")


def test_a_directory_that_somebody_else_has_prepared_is_not_used(tmp_path: Path) -> None:
    own = tmp_path / "tmp" / f"planner-{os.geteuid()}"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    own.symlink_to(elsewhere)
    places = prepare(Locations(None, None, None))
    assert places.state is not None
    assert places.state.parent == tmp_path / "tmp"
    assert places.state != own
    assert not places.state.is_symlink()
    assert draft_directories(places) == (places.state / "journal",)
    assert list(elsewhere.iterdir()) == []


def test_without_any_place_the_program_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "mkdir", fail)
    places = prepare(locate())
    assert places.state is None
    assert places.journals is None
    assert places.warnings[0].endswith("cannot be used: the disk is read-only. Drafts are not kept: save often.")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_an_unwritable_home(tmp_path: Path) -> None:
    (tmp_path / ".local").mkdir(mode=0o500)
    places = prepare(locate())
    assert places.state == tmp_path / "tmp" / f"planner-{os.geteuid()}"
    assert "permission is denied" in places.warnings[0]


def test_the_users_libraries_come_by_name(tmp_path: Path) -> None:
    places = locate()
    assert library_files(places) == ()
    assert places.libraries is not None
    places.libraries.mkdir(parents=True)
    for name in ("shoulder.toml", "knee.toml", ".hidden.toml", "notes.txt"):
        (places.libraries / name).write_bytes(b"")
    assert [path.name for path in library_files(places)] == ["knee.toml", "shoulder.toml"]


def test_the_application_has_one_name() -> None:
    assert locations.APPLICATION == "planner"
