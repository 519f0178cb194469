"""Running a command: what goes wrong on the way becomes a sentence on the error output and an exit status."""

from collections.abc import Sequence

from planner.headless.exits import Exit, Stop
from planner.headless.output import note
from planner.headless.registry import NAMES, find_command


def run(name: str, words: Sequence[str]) -> int:
    """Run the command of this name with the rest of its command line; returns the exit status.

    Raises what nobody has foreseen, and KeyboardInterrupt and BrokenPipeError.
    """
    command = find_command(name)
    if command is None:
        note(_needs_another_word(name, words))
        return Exit.USAGE
    from planner.headless.parsing import parser_of

    try:
        return command.run(parser_of(command).parse_intermixed_args(list(words)))
    except SystemExit as ended:  # --help has been printed
        return ended.code if isinstance(ended.code, int) else Exit.OK
    except Exception as error:
        status, sentence = _foreseen(error)
        if status is None:
            raise
        note(sentence)
        return status


def _needs_another_word(name: str, words: Sequence[str]) -> str:
    parts = [known.partition(" ")[2] for known in NAMES if known.startswith(f"{name} ")]
    listed = ", ".join(parts)
    found = next((word for word in words if not word.startswith("-")), None)
    if found is None:
        return f"planner {name}: say what: {listed}."
    return f'planner {name}: there is no "{found}"; there are: {listed}.'


def _foreseen(error: Exception) -> tuple[int | None, str]:
    """The exit status and the sentence for an exception; no status for one that is a fault of ours."""
    if isinstance(error, Stop):
        return error.status, error.sentence
    if isinstance(error, BrokenPipeError):
        return None, ""
    from planner.export.errors import ExportError, MissingPackage
    from planner.files.problems import FileProblems
    from planner.files.save_errors import AlreadyThereError, ChangedOnDisk, SaveError

    if isinstance(error, FileProblems):
        return Exit.BAD_FILE, str(error)
    if isinstance(error, ChangedOnDisk):
        return Exit.BUSY, str(error)
    if isinstance(error, AlreadyThereError):
        return Exit.NOT_WRITTEN, f"{error.path} is there already, and was left alone. --force replaces a file."
    if isinstance(error, SaveError):
        return Exit.NOT_WRITTEN, str(error)
    if isinstance(error, MissingPackage):
        return Exit.UNAVAILABLE, _sentence(str(error))
    if isinstance(error, ExportError):
        return Exit.USAGE, _sentence(str(error))
    return None, ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
