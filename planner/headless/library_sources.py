"""`planner library sources`: the leaflets that exercises and doses come from."""

import argparse

from planner.headless.exits import Exit
from planner.headless.loading import library_argument, load
from planner.headless.output import print_json, print_lines, say, say_all
from planner.headless.parsing import Parser


def arguments(parser: Parser) -> None:
    """Declare the form."""
    parser.add_argument("--ids", action="store_true", help="the ids alone, one in a line")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text where nothing is said")
    library_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print them."""
    from planner.planning.words import amount_words, often_words

    sources = load(options.library).sources
    if options.ids:
        print_lines(source.id for source in sources)
        return Exit.OK
    if options.format == "json":
        names = ("id", "title", "publisher", "author", "year", "address")
        print_json({"format": 1, "sources": [{name: getattr(item, name) for name in names} for item in sources]})
        return Exit.OK
    for source in sources:
        made = ", ".join(part for part in (source.author, source.publisher, str(source.year or "")) if part)
        say(f"{source.id}: {source.title}{f' ({made})' if made else ''}", later="    ")
        if source.times_a_day is not None:
            say(f"Exercise {often_words(source.times_a_day, 'day')}.", "    ")
        if source.weeks is not None:
            say(f"Go on for {amount_words(source.weeks)} weeks.", "    ")
        say_all(source.notes, "    ")
    return Exit.OK
