"""Large libraries: what an index gives is what reading the files gives, whatever happens to the index."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.make_library import library_text
from planner.export.library_tables import library_table
from planner.files import library_cache, library_making
from planner.files.first_time import FirstTime
from planner.files.large_libraries import open_large
from planner.files.libraries import LARGE, left_out, open_libraries
from planner.files.library_blocks import CHANGED
from planner.files.library_reading import LoadedLibraries, builtin_library_path, load_libraries
from planner.files.locations import Locations, locate
from planner.files.problems import FileProblems
from planner.files.text import clean
from planner.model import Action, Exercise, Library, Sides, StartingPosition
from planner.planning.filters import NOTHING_NEEDED, Filters
from planner.planning.large_library import MOST_KEPT, LargeLibrary
from planner.planning.search import index_of, search
from planner.planning.starters import starter_size, starter_ways
from tests.files.test_library_reading import EVERYTHING
from tests.strategies import libraries

HERE = FirstTime(processors=1)
TOP = Path(__file__).parents[2]


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def opened(*paths: Path, places: Locations | None = None) -> LoadedLibraries:
    """The libraries, by way of an index."""
    return open_large(paths, set(), places or locate(), HERE)


def large(*paths: Path) -> LargeLibrary:
    library = opened(*paths).library
    assert isinstance(library, LargeLibrary)
    return library


def the_index() -> Path:
    """The one index that is in the cache."""
    cache = locate().cache
    assert cache is not None
    (path,) = (cache / "libraries").iterdir()
    return path


def assert_same(found: Library, wanted: Library) -> None:
    """Everything that any part of the program asks of a library."""
    for part in ("title", "sources", "red_flags", "advice", "precautions"):
        assert getattr(found, part) == getattr(wanted, part), part
    assert tuple(found.exercises) == tuple(wanted.exercises)
    assert len(found.exercises) == len(wanted.exercises)
    assert list(found.exercises[1:3]) == list(wanted.exercises[1:3])
    assert dict(found.figures) == dict(wanted.figures)
    assert sorted(found.identifiers) == sorted(wanted.identifiers)
    assert list(found.ways()) == list(wanted.ways())
    for exercise in wanted.exercises:
        assert found.exercise(exercise.id) == exercise
        for variant in exercise.variants:
            assert found.variant(exercise.id, variant.id) == (exercise, variant)
    for unknown in ("", " ", "unknown-exercise", " ".join(index_of(found).numbers) + " "):
        assert found.exercise(unknown) is None
    for source in wanted.sources:
        assert found.source(source.id) == source
        assert list(found.exercises_from(source.id)) == list(wanted.exercises_from(source.id))
        assert starter_ways(found, source.id) == starter_ways(wanted, source.id)
        assert starter_size(found, source.id) == starter_size(wanted, source.id)


def assert_same_index(found: Library, wanted: Library) -> None:
    """Everything that a search and its filters are made of."""
    stored, fresh = index_of(found), index_of(wanted)
    assert tuple(stored.grouped) == tuple(fresh.grouped)
    assert tuple(stored.texts) == tuple(fresh.texts)
    for part in ("words", "vocabulary", "written"):
        assert list(getattr(stored.words, part)) == list(getattr(fresh.words, part)), part
    assert dict(stored.numbers) == dict(fresh.numbers)
    assert stored.sources == fresh.sources
    assert stored.choices() == fresh.choices()


def test_every_exercise_is_what_the_file_says(tmp_path: Path) -> None:
    paths = [builtin_library_path(), write(tmp_path / "large.toml", library_text(1200))]
    direct, found = load_libraries(paths), opened(*paths)
    assert found.problems == direct.problems == ()
    assert isinstance(found.library, LargeLibrary)
    assert_same(found.library, direct.library)
    assert_same_index(found.library, direct.library)


@pytest.mark.parametrize(
    "query", ["", "k", "wall", "slow row", "klee", "wlal pres", "wlpr", "first weeks towel", "zzz"]
)
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(position=StartingPosition.SITTING),
        Filters(action=Action.HOLD, sides=Sides.BOTH),
        Filters(source="leaflet-3", equipment=NOTHING_NEEDED),
        Filters(StartingPosition.PRONE, Action.ROCK, Sides.ONE, "leaflet-1", "towel"),
    ],
)
def test_a_search_finds_the_same(tmp_path: Path, query: str, filters: Filters) -> None:
    path = write(tmp_path / "large.toml", library_text(400))
    found, wanted = index_of(opened(path).library), index_of(load_libraries([path]).library)
    assert list(search(found, query, filters)) == list(search(wanted, query, filters))
    assert found.choices(filters) == wanted.choices(filters)


@settings(max_examples=40)
@given(first=libraries(), second=libraries())
def test_hostile_texts_and_libraries_that_override_one_another(first: Library, second: Library) -> None:
    with TemporaryDirectory() as name:
        paths = [
            write(Path(name, f"{number}.toml"), tomli_w.dumps({"id": f"library-{number}", **library_table(library)}))
            for number, library in enumerate((first, second))
        ]
        direct = load_libraries(paths)
        places = Locations(None, None, Path(name, "cache"))
        for _ in range(2):
            found = opened(*paths, places=places)
            assert isinstance(found.library, LargeLibrary)
            assert found.problems == direct.problems
            assert_same(found.library, direct.library)
            assert_same_index(found.library, direct.library)


def test_everything_that_a_library_can_say(tmp_path: Path) -> None:
    for number, text in enumerate(
        (
            EVERYTHING,
            EVERYTHING.replace("\n", "\r\n"),
            "\ufeff" + EVERYTHING,
            EVERYTHING.rstrip(),
            EVERYTHING.replace("[[exercise]]", "  [[ exercise ]]  # a comment"),
            EVERYTHING.replace('aim = "Turning"', 'aim = """Turning\n[the head]\nto the side\\u002E"""'),
        )
    ):
        path = write(tmp_path / f"{number}.toml", text)
        assert_same(large(path), load_libraries([path]).library)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('aim = "Turning"', 'aim = """\n[[exercise]]\nid = "no"\n"""'),
        lambda text: text.replace("[[exercise", '[["exercise"').replace("[figure.turn]", '["figure".turn]'),
        lambda text: text.replace("[figure.turn]\n", "[figure]\nturn.x = 1\n[figure.turn.y]\n"),
        lambda text: text + '[source.other]\ntitle = "Other"\n[figure.turn.more]\nx = 1\n',
        lambda text: text.replace(
            '[[red-flag]]\nid = "night"', '[[red-flag]]\nid = "night"\nx = """\n[[exercise]]\nid = "x"\n[z]\n"""'
        ),
    ],
)
def test_a_file_that_cannot_be_read_in_pieces_is_read_whole(tmp_path: Path, change: Callable[[str], str]) -> None:
    path = write(tmp_path / "odd.toml", change(EVERYTHING))
    direct, found = load_libraries([path]), opened(path)
    assert [item.found for item in found.problems] == [item.found for item in direct.problems]
    assert_same(found.library, direct.library)


def test_the_second_start_reads_no_library_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "large.toml", library_text(300))
    first = large(path)
    monkeypatch.setattr(library_making, "make_index", None)
    again = large(path)
    assert tuple(again.exercises) == tuple(first.exercises)


def test_an_exercise_is_read_when_it_is_asked_for_and_then_kept(tmp_path: Path) -> None:
    library = large(write(tmp_path / "large.toml", library_text(MOST_KEPT + 20)))
    read: list[int] = []

    def noting(number: int) -> Exercise:
        read.append(number)
        return library.read(number)

    counting = LargeLibrary(
        title="",
        index=library.index,
        order=library.order,
        read=noting,
    )
    assert len(counting.exercises) == MOST_KEPT + 20
    assert len(search(counting.index, "slow")) > 10
    assert read == []
    identifier = search(counting.index, "slow")[3].exercise
    assert counting.exercise(identifier) is counting.exercise(identifier)
    assert len(read) == 1
    list(counting.exercises)
    assert len(counting._kept) == MOST_KEPT


Damage = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data + b"{}\n",
        lambda data: data[:-3] + b"x" + data[-2:],
        lambda data: data.replace(b"Pendulum", b"Pandulum", 1),
        lambda data: data.replace(b'"planner-library-index":2', b'"planner-library-index":0'),
        lambda data: data.replace(b'"planner-library-index":2', b'"planner-library-index":3'),
        lambda data: data.replace(b'"key":"', b'"key":"0', 1),
        lambda data: b'{"name": "another program\'s"}',
        lambda data: b"[" * 100_000,
        lambda data: b"\x80\x04\x95" + data,
        lambda data: b"null\n" + data,
        lambda data: bytes(range(256)) * 100,
    ],
)
def test_a_damaged_or_foreign_index_is_made_again(tmp_path: Path, damage: Damage) -> None:
    path = write(tmp_path / "large.toml", library_text(200))
    wanted = tuple(large(path).exercises)
    good = the_index().read_bytes()
    write(the_index(), damage(good))
    assert tuple(large(path).exercises) == wanted
    assert the_index().read_bytes() == good


def test_every_single_wrong_byte_is_noticed(tmp_path: Path) -> None:
    path = write(tmp_path / "small.toml", EVERYTHING)
    large(path)
    good = the_index().read_bytes()
    key = the_index().stem
    for place in range(0, len(good), 7):
        write(the_index(), good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        assert library_cache.cached(locate(), key) is None, place
    write(the_index(), good)
    assert library_cache.cached(locate(), key) is not None


def test_an_index_of_another_library_under_this_name_is_not_used(tmp_path: Path) -> None:
    path, other = tmp_path / "large.toml", write(tmp_path / "other.toml", library_text(50, seed=2))
    large(other)
    foreign = the_index().read_bytes()
    the_index().unlink()
    large(write(path, library_text(50)))
    write(the_index(), foreign)
    assert_same(large(path), load_libraries([path]).library)


def test_a_changed_library_gets_a_new_index(tmp_path: Path) -> None:
    path = write(tmp_path / "large.toml", library_text(50))
    before = large(path)
    status = path.stat()
    write(path, path.read_bytes().replace(b"Pendulum", b"Pondulum"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = large(path)
    assert [item.name for item in before.exercises if "Pondulum" in item.name] == []
    assert [item.name for item in after.exercises if "Pondulum" in item.name] != []
    assert_same(after, load_libraries([path]).library)


def test_libraries_together_are_another_index_than_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "large.toml", library_text(50))
    alone, together = large(path), large(builtin_library_path(), path)
    assert len(together.exercises) == len(alone.exercises) + len(
        load_libraries([builtin_library_path()]).library.exercises
    )


def test_the_cache_is_for_its_owner_only_and_holds_lines_of_json(tmp_path: Path) -> None:
    large(write(tmp_path / "large.toml", library_text(700)))
    path = the_index()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    header, *lines = path.read_bytes().splitlines()
    assert json.loads(header)["planner-library-index"] == 2
    assert len([json.loads(line) for line in lines]) > 700


def test_without_a_place_to_keep_it_the_index_is_used_all_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "large.toml", library_text(50))
    wanted = load_libraries([path]).library
    in_the_way = write(tmp_path / "file", "")
    for cache in (None, in_the_way, in_the_way / "below"):
        library = opened(path, places=Locations(None, None, cache)).library
        assert isinstance(library, LargeLibrary)
        assert_same(library, wanted)


def test_only_the_indexes_used_last_are_kept(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / f"{seed}.toml", library_text(10, seed=seed)) for seed in range(library_cache.MOST_KEPT + 2)
    ]
    for number, path in enumerate(paths):
        large(path)
        for index in (locate().cache or tmp_path).glob("libraries/*"):
            os.utime(index, (number, number) if index.stat().st_mtime > 1000 else None)
        large(paths[0])
    cache = locate().cache
    assert cache is not None
    assert len(list((cache / "libraries").iterdir())) == library_cache.MOST_KEPT


def test_a_library_that_is_replaced_while_it_is_open_stays_what_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "large.toml", library_text(300))
    wanted = load_libraries([path]).library
    library = large(path)
    write(tmp_path / "new.toml", library_text(20, seed=9)).replace(path)
    assert tuple(library.exercises) == tuple(wanted.exercises)


@pytest.mark.parametrize("now", [b"", b"x" * 2_000_000, None])
def test_a_library_that_is_written_over_while_it_is_open_leaves_what_the_index_knows(
    tmp_path: Path, now: bytes | None
) -> None:
    path = write(tmp_path / "large.toml", library_text(60) + "[figure.f]\nview = 'side'\n")
    wanted = load_libraries([path]).library
    library = large(path)
    data = path.read_bytes()
    with path.open("r+b") as file:  # as `cp` does, and some editors
        file.write(data.replace(b"Pendulum", b"Pondulum") if now is None else now)
        file.truncate()
    changed = [item for item in library.exercises if CHANGED in item.notes]
    assert len(changed) == (len([item for item in wanted.exercises if "Pendulum" in item.name]) if now is None else 60)
    for item in changed:
        before = wanted.exercise(item.id)
        assert before is not None
        assert (item.name, item.position, item.aim, item.region) == (
            before.name,
            before.position,
            before.aim,
            before.region,
        )
        assert [(way.id, way.name, way.sides) for way in item.variants] == [
            (way.id, way.name, way.sides) for way in before.variants
        ]
        assert item.sources == before.sources
    assert ("f" in library.figures) is (now is None)


BROKEN = 'format = 1\nid = "b"\ntitle = "B"\n[[exercise]]\nid = "x"\n'


@pytest.fixture(params=[0, LARGE], ids=["by an index", "directly"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of opening."""
    monkeypatch.setattr("planner.files.libraries.LARGE", request.param)


def open_both(own: Sequence[Path], named: Sequence[Path]) -> LoadedLibraries:
    return open_libraries(own, named, locate(), HERE)


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("broken", [BROKEN, "x =", "\xff", None])
def test_of_ones_own_libraries_a_broken_one_is_left_out_and_told(tmp_path: Path, broken: str | None) -> None:
    bad, good = tmp_path / "bad\x1b.toml", write(tmp_path / "good.toml", EVERYTHING)
    if broken is not None:
        write(bad, broken.encode("latin-1"))
    for _ in range(2):
        found = open_both([bad, good], [])
        assert found.library.exercise("turn")
        assert found.library.exercise("x") is None
        (told,) = left_out(found.problems)
        assert "bad" in told
        assert "\x1b" not in told


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("broken", [BROKEN, "x =", None])
def test_a_broken_library_that_was_named_stops_the_start(tmp_path: Path, broken: str | None) -> None:
    bad, good = tmp_path / "bad\x1b.toml", write(tmp_path / "good.toml", EVERYTHING)
    if broken is not None:
        write(bad, broken)
    for _ in range(2):
        with pytest.raises(FileProblems) as raised:
            open_both([], [good, bad])
        assert {problem.path for problem in raised.value.problems} == {clean(str(bad))}


@pytest.mark.usefixtures("size")
def test_what_leads_nowhere_is_an_error_of_the_file_that_says_it(tmp_path: Path) -> None:
    lost = write(tmp_path / "lost.toml", EVERYTHING.replace('progression-of = "repeat"', 'progression-of = "gone/far"'))
    for _ in range(2):
        assert [problem.found for problem in open_both([lost], []).problems] == ['unknown variant "gone/far"']
        with pytest.raises(FileProblems, match='unknown variant "gone/far"'):
            open_both([], [lost])


@pytest.mark.usefixtures("size")
def test_warnings_are_the_same_at_every_start(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.toml", EVERYTHING.replace('title = "Neck leaflet"', 'title = "Neck leaflet"\nx = 1'))
    wanted = load_libraries([builtin_library_path(), mine]).problems
    assert len(wanted) == 1
    for _ in range(3):
        found = open_both([], [mine])
        assert found.problems == wanted
        assert left_out(found.problems) == ()


def test_small_libraries_need_no_index(tmp_path: Path) -> None:
    code = (
        "import sys; from planner.files.libraries import open_libraries; from planner.files.locations import locate;"
        f"open_libraries([], [{str(write(tmp_path / 'neck.toml', EVERYTHING))!r} and __import__('pathlib').Path("
        f"{str(tmp_path / 'neck.toml')!r})], locate()); print('planner.files.large_libraries' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=TOP, text=True)
    assert done.stdout == "False\n"
    assert not (locate().cache or tmp_path / "none").exists()


OPEN = """
import sys
from pathlib import Path
from planner.files.large_libraries import open_large
from planner.files.first_time import FirstTime
from planner.files.locations import locate
seen, done = [], []
first = FirstTime(lambda done, total: seen.append((done, total)), lambda: done.append(1), int(sys.argv[2]))
library = open_large([Path(sys.argv[1])], set(), locate(), first).library
assert seen == sorted(seen) and (not seen or seen[-1] == (600, 600)), seen
print(type(library).__name__, len(library.exercises), library.exercises[599].id, len(done), len(seen) > 1)
"""


def test_several_processes_that_open_it_for_the_first_time_do_not_disturb_one_another(tmp_path: Path) -> None:
    path = write(tmp_path / "large.toml", library_text(600))
    command = [sys.executable, "-c", OPEN, str(path)]
    running = [
        subprocess.Popen([*command, processors], stdout=subprocess.PIPE, text=True, cwd=TOP) for processors in "1223"
    ]
    outputs = {process.communicate()[0].rsplit(maxsplit=2)[0] for process in running}
    assert [process.returncode for process in running] == [0, 0, 0, 0]
    last = load_libraries([path]).library.exercises[599]
    assert outputs == {f"LargeLibrary 600 {last.id}"}
    assert_same(large(path), load_libraries([path]).library)
    assert the_index().is_file()


def test_progress_is_told_and_the_time_is_used(tmp_path: Path) -> None:
    path = write(tmp_path / "large.toml", library_text(600))
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(path), "2"], capture_output=True, check=True, cwd=TOP, text=True
    )
    assert done.stdout.split()[-2:] == ["1", "True"]
    again = subprocess.run(
        [sys.executable, "-c", OPEN, str(path), "2"], capture_output=True, check=True, cwd=TOP, text=True
    )
    assert again.stdout.split()[-2:] == ["0", "False"]


@given(st.text(alphabet="ab \n[]exrciso.\"'#=", max_size=200))
def test_any_text_among_exercises_is_read_as_the_whole_is(text: str) -> None:
    with TemporaryDirectory() as name:
        path = write(Path(name, "any.toml"), EVERYTHING.replace("[[red-flag]]", f"{text}\n[[red-flag]]"))
        found, direct = opened(path, places=Locations(None, None, None)), load_libraries([path])
        assert found.problems == direct.problems
        assert tuple(found.library.exercises) == tuple(direct.library.exercises)
