"""The door: reads the command line and imports only what the command needs."""

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner import __version__
from planner.headless.exits import Exit
from planner.headless.registry import split

if TYPE_CHECKING:
    from planner.files.locations import Locations
    from planner.model import Library

INSTEAD = "planner --help"
"""The commands that need no terminal."""


def parser() -> argparse.ArgumentParser:
    """The options of the command that opens the planner on the screen."""
    from planner.headless.screen_options import screen_parser

    return screen_parser()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status. Nobody ever sees a traceback."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    with _uncollected(for_good=arguments is None):
        found = split(words)
        if found is None:
            return _guarded(lambda: _open(parser().parse_args(words)), "opening the screens")
        from planner.headless.running import run

        _encode()
        return _guarded(lambda: run(*found), f"planner {found[0]}")


@contextlib.contextmanager
def _uncollected(*, for_good: bool) -> Iterator[None]:
    """Let the garbage collector rest: what a start makes stays, and looking through it takes an eighth of the time.

    A command without a screen ends before it is missed; the screens wake it when the first of them stands. Where the
    process ends with the command, `for_good`, it does not look through everything once more for a farewell, either.
    """
    was_awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good:
            gc.freeze()
        elif was_awake:
            gc.enable()


def _guarded(command: Callable[[], int], place: str) -> int:
    """Run a command to its end, whatever happens: ctrl+c, a reader of the output that has gone, a fault of ours."""
    try:
        try:
            return command()
        finally:
            _flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _leave_output()
        return Exit.BROKEN_PIPE
    except _OutputError as error:
        _leave_output()
        _say(f"The output could not be written: {error}.")
        return Exit.NOT_WRITTEN
    except Exception as error:  # noqa: BLE001 - nobody shall see a traceback, whatever it is
        _say(_fault_words(error, place))
        return Exit.FAULT


class _OutputError(Exception):
    """The system refuses to take the output."""


def _flush() -> None:
    """Write what is still to be written, while an error can still be told."""
    if sys.stdout is None or sys.stdout.closed:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from planner.files.reasons import reason

        raise _OutputError(reason(error)) from None


def _leave_output() -> None:
    """Let Python's own last flush go nowhere, as its documentation advises (library/signal, "Note on SIGPIPE")."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _encode() -> None:
    """Where the locale is not UTF-8, show plain letters for signs that it lacks."""
    import codecs

    for stream in (sys.stdout, sys.stderr):
        encoding = getattr(stream, "encoding", None) or "utf-8"
        if encoding.casefold().replace("_", "-") in ("utf-8", "utf8") or not hasattr(stream, "reconfigure"):
            continue
        codecs.register_error("planner-plain", _plain)
        stream.reconfigure(errors="planner-plain")


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from planner.terminal.clean import ascii_character

    return "".join(map(ascii_character, error.object[error.start : error.end])), error.end


def _say(words: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()


def _fault_words(error: Exception, place: str) -> str:
    """What is said after a fault of ours; a report without anything of the plan is written."""
    from planner.terminal.crash import Fault, calm_words, report, write_report

    written: Path | None = None
    with contextlib.suppress(Exception):
        from planner.files.locations import locate, prepare

        directory = prepare(locate()).crashes
        if directory is not None:
            text = report(Fault(error, place), program="planner", version=__version__, environ=os.environ)
            written = write_report(text, directory)
    return calm_words("planner", None, written)


def _open(options: argparse.Namespace) -> int:
    """Open the planner on the screen."""
    from planner.terminal import checks

    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if sentence := checks.unusable(streams, os.environ, program="planner", instead=INSTEAD):
        print(sentence, file=sys.stderr)
        return 1
    checks.settle(os.environ)
    from planner.files.locations import locate, prepare
    from planner.files.problems import FileProblems
    from planner.files.reasons import shown

    places = prepare(locate())
    try:
        library, left_out = _libraries(options.library, places)
    except FileProblems as problems:
        print(problems, file=sys.stderr)
        return Exit.BAD_FILE
    if options.restricted is not None and not options.restricted.is_dir():
        print(f"planner: --restricted {shown(options.restricted)}: there is no such directory", file=sys.stderr)
        return 2
    source = options.new_from
    if source is not None and library.source(source) is None:
        known = ", ".join(item.id for item in library.sources)
        print(f"planner: no leaflet is called {source!r}; there are: {known}", file=sys.stderr)
        return 2
    return _run(library, places.warned(left_out), options)


def _libraries(named: Sequence[Path], places: "Locations") -> "tuple[Library, Sequence[str]]":
    """All libraries as one, and sentences on those of the user that cannot be used. Raises FileProblems."""
    from planner.files.first_time import FirstTime
    from planner.files.libraries import left_out, open_libraries
    from planner.files.locations import library_files
    from planner.headless.progress import reading_line

    with reading_line(sys.stderr) as progress:
        loaded = open_libraries(library_files(places), named, places, FirstTime(progress, meanwhile=_import_screens))
    return loaded.library, left_out(loaded.problems)


def _import_screens() -> None:
    """Import what the screens need: there is time for it while copies of this process read a large library."""
    import planner.terminal.running
    import planner.tui.app  # noqa: F401


def _run(library: "Library", places: "Locations", options: argparse.Namespace) -> int:
    from planner.files.restriction import Restriction
    from planner.files.settings import read_settings
    from planner.terminal.running import run
    from planner.tui.app import PlannerApp

    settings = read_settings(places.settings)
    app = PlannerApp(
        library,
        places,
        path=options.file,
        source=options.new_from,
        read_only=options.read_only,
        restriction=Restriction(options.restricted),
        settings=settings,
    )
    reports = places.crashes or Path.cwd()
    return run(
        app,
        emergency=app.workspace.emergency,
        reports=reports,
        program="planner",
        version=__version__,
        mouse=options.mouse and settings.mouse,
    )
