"""What the parts of a library say of one another, checked over all libraries that are used together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from planner.files.collecting import Collector
from planner.files.describing import did_you_mean
from planner.files.text import quoted
from planner.model import Library, VariantReference

if TYPE_CHECKING:
    from planner.files.toml_spans import Path


class Kind(Enum):
    """What a reference is to."""

    SOURCE = "source"
    VARIANT = "variant"
    FIGURE = "figure"


class Reference(NamedTuple):
    """An id that a library file gives of something else, and where."""

    kind: Kind
    wanted: str
    """The id; of a variant `exercise/variant`."""
    path: Path
    owner: str = ""
    """Of a progression, the variant that it is of."""


def check_references(library: Library, references: Sequence[Reference], collector: Collector) -> None:
    """Collect every reference of a file that leads nowhere in the library, and progressions that go in a circle.

    A figure that is not there is a warning: the exercise is shown without it.
    """
    known = {
        Kind.SOURCE: {source.id for source in library.sources},
        Kind.VARIANT: {str(VariantReference(exercise.id, variant.id)) for exercise, variant in library.ways()},
        Kind.FIGURE: set(library.figures),
    }
    for reference in references:
        if reference.wanted in known[reference.kind]:
            continue
        found = f"unknown {reference.kind.value} {quoted(reference.wanted, 80)}"
        add = collector.warning if reference.kind is Kind.FIGURE else collector.error
        hint = did_you_mean(reference.wanted, sorted(known[reference.kind]))
        add(reference.path, found, f"a {reference.kind.value} of the library", hint)
    easier = {
        str(VariantReference(exercise.id, variant.id)): str(variant.progression_of)
        for exercise, variant in library.ways()
        if variant.progression_of
    }
    for reference in references:
        if reference.owner and reference.owner in chain(easier, reference.owner):
            found = f"{quoted(reference.owner, 80)} is a progression of itself"
            if reference.wanted != reference.owner:
                found += f", by way of {quoted(reference.wanted, 80)}"
            collector.error(reference.path, found, "an easier variant")


def chain(easier: Mapping[str, str], start: str) -> Iterator[str]:
    """All that a variant is a progression of, the next easier first; each once."""
    seen: set[str] = set()
    while (start := easier.get(start, "")) and start not in seen:
        seen.add(start)
        yield start
