"""What each format looks like, kept as files that people have looked at.

To renew them after a change that is meant, run the tests with PLANNER_GOLDEN=renew and look at what git shows.
"""

import os
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, data: bytes) -> None:
    """That these bytes are those of the golden file."""
    path = FOLDER / name
    if os.environ.get("PLANNER_GOLDEN") == "renew":
        path.write_bytes(data)
    expected = path.read_bytes()
    if data != expected:
        old, new = (text.decode("utf-8", "replace").splitlines() for text in (expected, data))
        raise AssertionError(
            "\n".join([f"{name} is not as it was:", *unified_diff(old, new, "golden", "now", "", "", 1)])
        )
