"""What a power cut can leave on a disk, from the calls that a program made.

The model promises no more than POSIX does: bytes that are not followed by fsync of their file, and names that are not
followed by fsync of the directory, may be on the disk or not, each for itself.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple


class Call(NamedTuple):
    """One call: create, truncate, write, sync, rename, link, unlink or sync-directory, of a name in the directory."""

    what: str
    name: str = ""
    other: str = ""


class Change(NamedTuple):
    """Something that may be on the disk or not: a name that leads to a file (or to none), or bytes of a file."""

    name: str | None
    file: str
    content: str = ""


class Disk(NamedTuple):
    """What is on the disk: which name leads to which file, and what is in the files."""

    names: dict[str, str]
    contents: dict[str, str]

    def after(self, changes: Iterable[Change]) -> "Disk":
        names, contents = dict(self.names), dict(self.contents)
        for name, file, content in changes:
            if name is None:
                contents[file] = contents.get(file, "") + content if content else ""
            elif file:
                names[name] = file
            else:
                names.pop(name, None)
        return Disk(names, contents)

    def read(self, name: str) -> str | None:
        file = self.names.get(name)
        return None if file is None else self.contents.get(file, "")


def states(calls: Iterable[Call], disk: Disk) -> Iterator[tuple[int, Disk]]:
    """Each state that a power cut can leave, with the number of calls that were made before it."""
    names = dict(disk.names)
    pending: list[Change] = []
    number = 0
    yield number, disk
    for number, call in enumerate(calls, 1):
        if call.what in ("sync", "sync-directory"):
            file = names.get(call.name, "")
            done = [change for change in pending if _is_synced(change, call, file)]
            disk, pending = disk.after(done), [change for change in pending if change not in done]
        else:
            pending += _changes(call, names, number)
        for count in range(len(pending) + 1):
            for chosen in combinations(pending, count):
                yield number, disk.after(chosen)


def _is_synced(change: Change, call: Call, file: str) -> bool:
    return change.name is not None if call.what == "sync-directory" else change.name is None and change.file == file


def _changes(call: Call, names: dict[str, str], number: int) -> list[Change]:
    """What a call changes, in the order in which it does; `names` are those that the programs see."""
    if call.what == "create":
        names[call.name] = f"file-{number}"
        return [Change(call.name, names[call.name])]
    if call.what in ("write", "truncate"):
        return [Change(None, names[call.name], "" if call.what == "truncate" else f"<{number}>")]
    if call.what == "unlink":
        del names[call.name]
        return [Change(call.name, "")]
    file = names[call.name] if call.what == "link" else names.pop(call.name)
    names[call.other] = file
    # The two halves of a rename are one: the old name may only be gone where the new one is there.
    return [Change(call.other, file)]


_LINE = re.compile(r"^(?:[0-9]+ +)?([a-z0-9_]+)\((.*)\) += +(-?[0-9]+)")


def calls_from(trace: str, directory: str) -> list[Call]:
    """The calls that strace (with `-y`) has seen and that concern files in a directory."""
    found: list[Call] = []
    for line in trace.splitlines():
        match = _LINE.match(line)
        if match and directory in match[2] and int(match[3]) >= 0:
            paths = re.findall(rf'[<"]{re.escape(directory)}/?([^>"]*)[>"]', match[2])
            found.extend(_call(match[1], match[2], paths))
    return found


def _call(name: str, arguments: str, paths: list[str]) -> list[Call]:
    plain = {"write": "write", "pwrite64": "write", "ftruncate": "truncate", "unlink": "unlink", "unlinkat": "unlink"}
    if name in ("open", "openat"):
        if "O_CREAT" in arguments and "O_EXCL" in arguments:
            return [Call("create", paths[0])]
        return [Call("truncate", paths[0])] if "O_TRUNC" in arguments else []
    if name in ("fsync", "fdatasync"):
        return [Call("sync", paths[0]) if paths[0] else Call("sync-directory")]
    if name.startswith(("rename", "link")):
        return [Call("rename" if name.startswith("rename") else "link", paths[0], paths[1])]
    return [Call(plain[name], paths[0])] if name in plain else []
