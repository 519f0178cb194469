"""What differs between two tables of a plan, as changes to single values: nothing here knows any text."""

from collections.abc import Iterator

from attrs import frozen

from planner.files.preserving_canonical import Table
from planner.files.toml_spans import Path


@frozen
class Assign:
    """Give a key a value, whether it has one already or not. `source` leads to the value in the new plan."""

    path: Path
    source: Path


@frozen
class Remove:
    """Take a key away with its value."""

    path: Path


@frozen
class Rename:
    """Give a key another name, and leave its value. `source` leads to the new name in the new plan."""

    path: Path
    source: Path


Change = Assign | Remove | Rename

EMPTIED = ("slots", "dose", "when")
"""Tables that are emptied where all of their keys go, not removed: the header may carry comments."""


@frozen
class Renames:
    """Slots that have another name in the new plan: old name to new."""

    names: dict[str, str]

    @classmethod
    def between(cls, before: Table, after: Table) -> "Renames":
        """Guess which slots were renamed: one that went and one that came, at the same time or in the same place."""
        gone = [name for name in before if name not in after]
        come = [name for name in after if name not in before]
        names: dict[str, str] = {}
        for old in gone:
            same_time = [new for new in come if after[new] == before[old]]
            same_place = [new for new in come if list(after).index(new) == list(before).index(old)]
            chosen = next(iter(same_time or same_place), None)
            if chosen is not None:
                names[old] = chosen
                come.remove(chosen)
        return cls(names)

    def new_name(self, old: str) -> str:
        """What a slot is called in the new plan."""
        return self.names.get(old, old)


def table_changes(before: Table, after: Table, path: Path, source: Path, renames: Renames) -> Iterator[Change]:
    """The changes that turn one table into another, key by key.

    `path` leads to the table in the text, `source` in the new plan.
    """
    renamed = {
        old: new
        for old, new in renames.names.items()
        if old in before and new in after and old not in after and new not in before
    }
    for old, new in renamed.items():
        yield Rename((*path, old), (*source, new))
    for name, value in before.items():
        here, there = (*path, name), (*source, renamed.get(name, name))
        if there[-1] in after:
            yield from _value_changes(value, after[there[-1]], here, there, renames)
        elif isinstance(value, dict) and name in EMPTIED:
            yield from table_changes(value, {}, here, there, renames)
        else:
            yield Remove(here)
    known = {renamed.get(name, name) for name in before}
    for name in after:
        if name not in known:
            yield Assign((*path, name), (*source, name))


def _value_changes(before: object, after: object, path: Path, source: Path, renames: Renames) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from table_changes(before, after, path, source, renames)
    else:
        yield Assign(path, source)
