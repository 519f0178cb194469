"""A plan file to work on, a fixed day, and a way to run commands as a shell would."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.cli import main
from planner.files.plan_reading import parse_plan
from planner.model import Plan

WEDNESDAY = dt.date(2026, 11, 25)

PLAN = """\
# For Anna, from the leaflet of 2021.
format = 1
id = "plan-1"
title = "Acute low back"
start = 2026-11-23
weeks = 6
painful-side = "left"
safety-checked = 2026-11-20

[slots]
morning = 08:00:00
evening = 20:00:00

[[prescription]]
id = "roll"
exercise = "knee-roll"
variant = "hold-one-side"
guidance = "camden-msk"
side = "right"          # away from the pain

[prescription.dose]
hold = "at least 30"
reps = 3

[prescription.when]
morning = "daily"
evening = "mon wed fri"

[[prescription]]
id = "hug"
exercise = "single-knee-hug"
variant = "hold-both-sides"
guidance = "lower-back-stretches"

[prescription.dose]
hold = 10
reps = 10

[prescription.when]
morning = "daily"

[[prescription]]
id = "walk"
exercise = "general-activity"
variant = "walking"

[prescription.dose]
duration = 600

[prescription.when]
evening = "weekdays"
"""


class Ended(NamedTuple):
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


def read(path: Path) -> Plan:
    """The plan in a file."""
    return parse_plan(path.read_bytes(), path.name).plan


@pytest.fixture(autouse=True)
def wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test takes place on Wednesday of the first week of the course, at 80 columns."""
    monkeypatch.setattr("planner.headless.values.today", lambda: WEDNESDAY)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def plan_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`back.toml` in the current directory."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "back.toml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def start(*words: str) -> Ended:
        capsys.readouterr()
        status = main(list(words))
        out, err = capsys.readouterr()
        return Ended(status, out, err)

    return start
