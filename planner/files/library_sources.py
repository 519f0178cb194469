"""The parts of a library file beside the exercises: sources, red flags, advice."""

from planner.files.collecting import Part
from planner.files.fields import SLUG, Table
from planner.files.library_references import Kind, Reference
from planner.files.text import quoted
from planner.model import Advice, AdviceKind, Contact, RedFlag, Source

_SOURCE_KEYS = (
    "title",
    "publisher",
    "author",
    "year",
    "address",
    "credit",
    "notes",
    "weeks",
    "times-a-day",
    "contact",
)
_FIRST_YEAR, _LAST_YEAR = 1500, 2999


def read_sources(table: Table) -> tuple[Source, ...]:
    """The tables `[source.NAME]`."""
    sources = table.table("source", "[source.NAME]")
    return tuple(_source(name, sources.table(name, f"[source.{name}]")) for name in sources.data)


def _source(name: str, table: Table) -> Source:
    if not SLUG.fullmatch(name):
        expected = "small letters, digits and hyphens"
        table.collector.error(table.path, f"the name of the source is {quoted(name)}", expected, part=Part.KEY)
    table.ignore_others(_SOURCE_KEYS)
    return Source(
        id=name,
        title=table.required_name("title", "this source", "Exercises for the neck"),
        publisher=table.line("publisher"),
        author=table.line("author"),
        year=table.whole_number("year", _FIRST_YEAR, _LAST_YEAR),
        address=table.line("address"),
        credit=table.texts("credit"),
        contacts=tuple(_contact(item) for item in table.tables("contact", f"[[source.{name}.contact]]")),
        weeks=table.amount("weeks"),
        times_a_day=table.amount("times-a-day"),
        notes=table.texts("notes"),
    )


def _contact(table: Table) -> Contact:
    table.ignore_others(("text", "printed", "only-for"))
    return Contact(
        text=table.required_text("text", "this contact", "Call 020 7946 0000"),
        printed=table.whole_number("printed", _FIRST_YEAR, _LAST_YEAR),
        only_for=table.name("only-for"),
    )


def read_red_flags(table: Table, references: list[Reference]) -> tuple[RedFlag, ...]:
    """The items `[[red-flag]]`."""
    items = list(table.tables("red-flag", "[[red-flag]]"))
    flags = tuple(_red_flag(item, references) for item in items)
    given = ((flag.id, (*item.path, "id")) for item, flag in zip(items, flags, strict=True))
    table.collector.refuse_repeated("the red flag", "each red flag once", given)
    return flags


def _red_flag(table: Table, references: list[Reference]) -> RedFlag:
    table.ignore_others(("id", "question", "source"))
    return RedFlag(
        id=table.identifier("this red flag", "night-pain"),
        question=table.required_text("question", "this red flag", "Do you have pain at night?"),
        source=read_source_of(table, references, "this red flag"),
    )


def read_advice(table: Table, references: list[Reference]) -> tuple[Advice, ...]:
    """The items `[[advice]]`."""
    return tuple(_advice(item, references) for item in table.tables("advice", "[[advice]]"))


def _advice(table: Table, references: list[Reference]) -> Advice:
    table.ignore_others(("kind", "text", "source"))
    return Advice(
        kind=table.required_term("kind", AdviceKind, "this advice"),
        text=table.required_text("text", "this advice", "Go on for six to eight weeks."),
        source=read_source_of(table, references, "this advice"),
    )


def read_source_of(table: Table, references: list[Reference], owner: str) -> str:
    """The id of the source that something comes from; it must be there."""
    source = table.required_name("source", owner, "camden-msk")
    if source:
        references.append(Reference(Kind.SOURCE, source, (*table.path, "source")))
    return source
