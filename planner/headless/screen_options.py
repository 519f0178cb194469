"""The options of the command that opens the screens: known to the help and to completions without the screens."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from planner import __version__
from planner.headless.loading import library_argument
from planner.headless.parsing import KnownArguments
from planner.headless.registry import FIRST_WORDS, overview

DESCRIPTION = "A full-screen terminal planner for home exercise programmes."
EPILOGUE = """\
Without FILE, planner shows the plans you opened last, and starts new ones from a leaflet.
With FILE, it opens that plan, or starts a new one under that name.

{commands}

planner help COMMAND tells more of one. A file that is called like a command: planner ./check
"""


class _ScreenParser(KnownArguments):
    def error(self, message: str) -> NoReturn:
        """Point at the command that was probably meant: a misspelt one is taken for a file."""
        meant = _misspelt(self._words)
        super().error(f"{message}{f' (did you mean: planner {meant}?)' if meant else ''}")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Remember the words, for the message."""
        self._words = list(args or ())
        return super().parse_known_args(args, namespace)


def _misspelt(words: Sequence[str]) -> str | None:
    from planner.files.suggestions import nearest

    first = next((word for word in words if not word.startswith("-")), "")
    return nearest(first, FIRST_WORDS) if first.isalpha() else None


def screen_parser() -> KnownArguments:
    """The parser of a command line without a command."""
    options = _ScreenParser(
        prog="planner",
        usage="planner [OPTION]... [FILE]\n       planner COMMAND [ARGUMENT]...",
        description=DESCRIPTION,
        epilog=EPILOGUE.format(commands=overview()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a plan (TOML); a new one if not there yet")
    library_argument(options)
    options.add_argument(
        "--from",
        dest="new_from",
        metavar="LEAFLET",
        help="start a new plan from a leaflet of the library: camden-msk, lower-back-stretches",
    )
    options.add_argument("--read-only", action="store_true", help="look at the plan, and change nothing")
    options.add_argument(
        "--restricted",
        type=Path,
        metavar="DIR",
        help="plans of this directory only: for sessions that an SSH server starts for others",
    )
    options.add_argument("--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal")
    options.add_argument("--version", action="version", version=f"planner {__version__}")
    return options
