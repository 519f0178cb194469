"""Names that people type for files, and the directory that a restricted session may not leave.

A restricted session is what an SSH server starts for somebody who may edit plans and do nothing else. Links are
resolved before a name is judged, so that none leads out.
"""

import os
from pathlib import Path
from typing import NamedTuple

from planner.files.reasons import shown


class Restriction(NamedTuple):
    """Where plans may be. Without a directory, everywhere."""

    directory: Path | None = None

    def place(self, name: str | os.PathLike[str], suffix: str | None = ".toml") -> Path:
        """The path that a name stands for: from the home directory with `~`, else from the current directory.

        In a restricted session it is from the directory of that session, a `~` is a letter like any other, and only
        what lies within may be named: a plan, whose name ends in `.toml` (an export: any `suffix`) and does not
        begin with a dot.
        Raises ValueError, with a sentence.
        """
        text = os.fspath(name)
        if "\0" in text:
            message = "A file name holds no NUL character."
            raise ValueError(message)
        if self.directory is None:
            return _expanded(text)
        root = Path(os.path.realpath(self.directory))
        path = Path(os.path.realpath(root / text))
        if not path.is_relative_to(root) or path == root:
            message = f"{shown(text)} is not among the plans of this session: only those in {shown(root)} are."
            raise ValueError(message)
        if (suffix and path.suffix != suffix) or any(part.startswith(".") for part in path.relative_to(root).parts):
            ending = f"to end in {suffix} and " if suffix else ""
            message = f"{shown(text)} is not a name for this session: it has {ending}not to begin with a dot."
            raise ValueError(message)
        return path

    def allows(self, path: Path | None) -> bool:
        """Whether a plan that was opened earlier may be opened here."""
        if self.directory is None:
            return True
        if path is None:
            return False
        try:
            self.place(path)
        except ValueError:
            return False
        return True


ANYWHERE = Restriction()
"""No restriction."""


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:
        message = f"It is not known what ~ means in {shown(text)}: there is no home directory."
        raise ValueError(message) from None
