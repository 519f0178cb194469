"""`planner schema`: JSON Schemas, with which editors complete and check plan and library files."""

import argparse

from planner.headless.exits import Exit
from planner.headless.loading import library_argument, load
from planner.headless.output import print_text
from planner.headless.parsing import Parser

EPILOG = """\
An editor with taplo, such as Even Better TOML, takes the schema from the first line of a plan file:
  #:schema ./plan.schema.json

example:
  planner schema plan > plan.schema.json
"""


def arguments(parser: Parser) -> None:
    """Declare which one."""
    parser.add_argument(
        "kind", choices=("plan", "library", "export"), metavar="KIND", help="plan, library, or export (of --to json)"
    )
    parser.add_argument(
        "--no-ids", action="store_true", help="plan: without the ids of the libraries, which an editor can offer"
    )
    library_argument(parser)
    parser.epilog = EPILOG


def run(options: argparse.Namespace) -> int:
    """Print it."""
    from planner.export import schemas

    if options.kind == "plan":
        schema = schemas.plan_schema(None if options.no_ids else load(options.library))
    else:
        schema = schemas.library_schema() if options.kind == "library" else schemas.export_schema()
    print_text(schemas.schema_text(schema))
    return Exit.OK
