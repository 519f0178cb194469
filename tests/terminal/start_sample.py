"""Starts the sample as the planner is started.

`python -m tests.terminal.start_sample DIRECTORY [FAULT]` keeps its draft in DIRECTORY/draft and reports beside it.
"""

import os
import sys
from pathlib import Path

from planner.terminal.checks import settle, unusable


def main() -> int:
    """Run the sample."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if sentence := unusable(streams, os.environ, program="sample", instead="sample --help"):
        print(sentence, file=sys.stderr)
        return 1
    settle(os.environ)
    from planner.terminal.running import run
    from tests.terminal.sample import SampleApp

    directory = Path(sys.argv[1])
    app = SampleApp(directory, *sys.argv[2:3])
    if os.environ.get("SAMPLE_STOCK"):
        # For comparison: the same application through Textual's own driver.
        from textual.drivers.linux_driver import LinuxDriver

        app.driver_class = LinuxDriver
    return run(
        app,
        emergency=app.emergency,
        reports=directory / "reports",
        program="sample",
        version="1.0",
        mouse="SAMPLE_NO_MOUSE" not in os.environ,
    )


if __name__ == "__main__":
    sys.exit(main())
