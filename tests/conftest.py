"""What every test has: places on disk of its own, and the pictures of the README as baselines."""

import asyncio
import datetime as dt
import os
import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from syrupy.assertion import SnapshotAssertion
from syrupy.data import SnapshotCollections
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from textual.pilot import Pilot

TOP = Path(__file__).resolve().parents[1]
SCREENSHOTS = TOP / "screenshots"
TODAY = dt.date(2026, 11, 20)
"""The day on which every test of a screen takes place: a Friday."""

# The same examples each time, so that a change is judged by what it changes; `--hypothesis-profile=search` looks for
# new ones. A busy machine makes up examples slowly, which says nothing about the planner.
_CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", _CALM, derandomize=True)
settings.register_profile("search", _CALM, max_examples=1000, print_blob=True)
settings.load_profile("steady")

_taken: set[str] = set()


@pytest.fixture(autouse=True)
def own_places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """State, cache and configuration of the tests never touch those of the person who runs them."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setattr("planner.tui.screens.library.LibraryScreen.PATIENCE", 0)
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    return home


class ScreenshotExtension(SingleFileSnapshotExtension):
    """One SVG per named picture, in the folder that the README shows."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: Any, **_options: Any) -> Any:
        """The picture without the checksum in its class names, which changes every line with one changed row.

        Spaces at the start of a text are kept by every reader, not only by browsers.
        """
        return re.sub(r"\bterminal-\d+-", "terminal-", data).replace("<svg ", '<svg xml:space="preserve" ', 1)

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """The README's folder."""
        return str(SCREENSHOTS)

    @classmethod
    def get_snapshot_name(cls, *, test_location: PyTestLocation, index: Any = 0) -> str:
        """The picture's own name."""
        assert isinstance(index, str), "give the picture a name"
        return index

    @classmethod
    def matches_test_location(cls, *, test_location: PyTestLocation, snapshot_location: str) -> bool:
        """Every picture of the folder may belong to a test."""
        return Path(snapshot_location).parent == SCREENSHOTS

    def discover_snapshots(
        self, *, test_location: PyTestLocation, ignore_extensions: Sequence[str] | None = None
    ) -> SnapshotCollections:
        """Only the pictures: other files of the folder are none of syrupy's business."""
        found = SnapshotCollections()
        for path in SCREENSHOTS.glob("*.svg"):
            found.add(self.read_snapshot_collection(snapshot_location=str(path)))
        return found


Steps = Callable[[Pilot[Any]], Awaitable[None]]
Screenshot = Callable[..., None]


@pytest.fixture
def screenshot(snapshot: SnapshotAssertion) -> Screenshot:
    """Compares a picture of an app with its baseline: `screenshot(app, "week", press=["2"], size=(80, 24))`."""
    pictures = snapshot.use_extension(ScreenshotExtension)

    def check(
        app: Any, name: str, *, press: Sequence[str] = (), size: tuple[int, int] = (80, 24), steps: Steps | None = None
    ) -> None:
        assert name not in _taken, f"two tests take the picture {name}"
        _taken.add(name)

        async def run() -> str:
            app.animation_level = "none"
            async with app.run_test(size=size, notifications=True) as pilot:
                await pilot.pause()
                await pilot.press(*press)
                if steps:
                    await steps(pilot)
                await pilot.wait_for_scheduled_animations()
                await pilot.pause()
                picture: str = app.export_screenshot(title="planner", simplify=True)
                return picture

        picture = asyncio.run(run())
        if picture_folder := os.environ.get("PLANNER_PICTURES"):
            Path(picture_folder, f"{name}.svg").write_text(picture, encoding="utf-8")
        assert picture == pictures(name=name)

    return check
