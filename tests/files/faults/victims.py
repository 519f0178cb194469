"""Programs that the fault tests run in processes of their own: `python -m tests.files.faults.victims <name> ...`.

Each prints one line for the test that started it.
"""

import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from planner.files.digests import digest_of
from planner.files.drafts import find_drafts, throw_away
from planner.files.journal import Journal
from planner.files.locations import locate, prepare
from planner.files.plan_file import open_plan_file
from planner.files.plan_saving import save_plan_file
from planner.files.save_errors import ChangedOnDisk, SaveError
from planner.files.saving import create_exclusive, save_bytes
from planner.files.temporary import sweep
from tests.files.sample_plans import sample_plan

KILLS = 200
TYPED_KILLS = 30
VERSIONS = [f'title = "version {number}"\n'.encode() + b"# filler\n" * (100 * number) for number in range(1, 9)]


def killed_in_a_save(directory: str) -> str:
    """Start a process that saves without end, kill it at a random moment, look at the file; many times."""
    target = Path(directory, "back.toml")
    target.write_bytes(VERSIONS[0])
    chance = random.Random(20_261_123)
    torn = interrupted = 0
    start = time.perf_counter()
    for version in VERSIONS:
        save_bytes(target, version)
    longest = (time.perf_counter() - start) / len(VERSIONS) * 4
    for _ in range(KILLS):
        pid = _start_saving(target)
        time.sleep(chance.uniform(0, longest))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        torn += target.read_bytes() not in VERSIONS
        interrupted += sweep(target)
    left = len(list(Path(directory).iterdir())) - 1
    return f"{KILLS} {torn} {interrupted} {left}"


def _start_saving(target: Path) -> int:
    """A child that saves one version after another; returns when its first save is under way."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(writer, b"!")
        while True:
            for version in VERSIONS:
                save_bytes(target, version)
    os.read(reader, 1)
    os.close(reader)
    os.close(writer)
    return pid


def edits(path: str, prescription: str, count: str) -> str:
    """Make small edits in one prescription, each saved; what others have saved is read again first."""
    conflicts = 0
    file = open_plan_file(path)
    for number in range(int(count)):
        while True:
            items = tuple(
                evolve(item, note=f"{item.note} {number}".strip()) if item.id == prescription else item
                for item in file.plan.prescriptions
            )
            try:
                file = save_plan_file(file, evolve(file.plan, prescriptions=items))
            except ChangedOnDisk:
                conflicts += 1
                file = open_plan_file(path)
            else:
                break
    return str(conflicts)


def killed_while_typing(directory: str, number: str) -> str:
    """Start a process that keeps a journal of what is typed, end it by a signal, look for the draft; many times.

    Every change is told through a pipe as soon as `record` has returned. With SIGTERM, the handler is given the plan as
    it is at that moment, recorded or not.
    """
    place = Path(directory)
    chance = random.Random(20_261_123)
    lost = waiting = 0
    for _ in range(TYPED_KILLS):
        pid, reader = _start_typing(place, int(number))
        os.read(reader, 4)
        time.sleep(chance.uniform(0, 0.01))
        os.kill(pid, int(number))
        os.waitpid(pid, 0)
        last = _last_number(reader)
        (draft,) = find_drafts([place / "journal"], place / "back.toml")
        found = int(draft.plan.title) if draft.plan else -1
        lost += found < last
        waiting += found > last
        throw_away(draft)
    return f"{TYPED_KILLS} {lost} {waiting} {len(list((place / 'journal').iterdir()))}"


def _last_number(reader: int) -> int:
    told = b""
    while part := os.read(reader, 1 << 16):
        told += part
    os.close(reader)
    return int.from_bytes(told[-4:], "big") if told else 0


def _start_typing(place: Path, number: int) -> tuple[int, int]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    os.close(reader)
    journal = Journal(place / "journal", place / "back.toml", None)
    plan = sample_plan()

    def end(signal_number: int, frame: object) -> None:
        journal.emergency(plan)
        os.write(writer, int(plan.title).to_bytes(4, "big"))
        signal.signal(signal_number, signal.SIG_DFL)
        os.kill(os.getpid(), signal_number)

    if number != signal.SIGKILL:
        signal.signal(number, end)
    count = 0
    while True:
        count += 1
        plan = evolve(plan, title=str(count))
        journal.record(plan)
        os.write(writer, count.to_bytes(4, "big"))


def limited(path: str, what: str) -> str:
    """Save with hardly any room for the file, or for open files, and say what comes of it."""
    if what == "size":
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        return outcome(path)
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    taken = []
    try:
        while True:
            taken.append(os.open(path, os.O_RDONLY))
    except OSError:
        pass
    said = outcome(path)
    for descriptor in taken:
        os.close(descriptor)
    return said


def without_rights(path: str, user: str) -> str:
    """Save as a user who may do nothing in particular."""
    _become(int(user))
    return outcome(path)


def places(home: str, user: str) -> str:
    """Keep a draft with a home directory that cannot be written, and say what the program says."""
    locate()  # loads what the other user may not be allowed to read
    _become(int(user))
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        del os.environ[name]
    os.environ["HOME"] = home
    found = prepare(locate())
    journal = Journal(found.journals, Path(home, "back.toml"), None)
    journal.record(sample_plan())
    journal.close(delete=True)
    for path in (found.journals, found.state):
        if path is not None:
            path.rmdir()
    return f"{' '.join(found.warnings)} {journal.trouble or 'and all is well'}"


def _become(user: int) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)


def outcome(path: str) -> str:
    """Save a long text, and say what came of it."""
    data = VERSIONS[-1] * 20
    try:
        saved = save_bytes(path, data)
    except SaveError as error:
        return str(error)
    return f"saved {digest_of(data) == saved.digest} {' '.join(saved.notes)}"


def save_once(path: str) -> str:
    """One save of an existing file."""
    save_bytes(path, VERSIONS[1], expected=digest_of(VERSIONS[0]))
    return "saved"


def create_once(path: str) -> str:
    """One new file."""
    create_exclusive(path, VERSIONS[1])
    return "saved"


VICTIMS: dict[str, Callable[..., str]] = {
    "killed": killed_in_a_save,
    "typing": killed_while_typing,
    "edits": edits,
    "limited": limited,
    "without-rights": without_rights,
    "outcome": outcome,
    "places": places,
    "save-once": save_once,
    "create-once": create_once,
}

if __name__ == "__main__":
    print(VICTIMS[sys.argv[1]](*sys.argv[2:]))
