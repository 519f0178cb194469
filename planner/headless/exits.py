"""How a command ends: the exit status, and the exception that ends one early with a sentence."""

from collections.abc import Mapping
from enum import IntEnum


class Exit(IntEnum):
    """The exit statuses; those from 65 on are of sysexits.h."""

    OK = 0
    DIFFERENT = 1
    """The same number as for screens without a terminal, which no command of this room is."""
    USAGE = 2
    BAD_FILE = 65
    UNAVAILABLE = 69
    FAULT = 70
    NOT_WRITTEN = 73
    BUSY = 75
    INTERRUPTED = 130
    BROKEN_PIPE = 141


MEANINGS: Mapping[Exit, str] = {
    Exit.OK: "done",
    Exit.DIFFERENT: "the screens need a terminal; with diff --exit-code: the plans differ",
    Exit.USAGE: "the command line names an option, a row, an exercise or a time of the day that there is not",
    Exit.BAD_FILE: "a file cannot be read or has errors; with check --strict: or there is something to look at",
    Exit.UNAVAILABLE: "a package that this format needs is not installed",
    Exit.FAULT: "a fault of the program itself; a report was written",
    Exit.NOT_WRITTEN: "a file, or the output, could not be written; what was there before is unchanged",
    Exit.BUSY: "the plan is open in another session, or was changed in this moment; nothing was written",
    Exit.INTERRUPTED: "ended by ctrl+c; by another signal: 128 and its number",
    Exit.BROKEN_PIPE: "the program that read the output has ended",
}
"""What each status says, for the help and for the table of the README."""


class Stop(Exception):  # noqa: N818 - mostly it is nobody's error, but an answer
    """Ends a command with a sentence for the person and an exit status."""

    def __init__(self, sentence: str, status: int = Exit.USAGE) -> None:
        self.sentence = sentence
        self.status = status
        super().__init__(sentence, status)
