"""A restricted session may name plans in its directory, and nothing else, whatever is tried."""

import os
from pathlib import Path

import pytest

from planner.files.restriction import Restriction


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    directory = tmp_path / "plans"
    (directory / "anna").mkdir(parents=True)
    (tmp_path / "secret.toml").write_text("secret", encoding="utf-8")
    (directory / "out.toml").symlink_to(tmp_path / "secret.toml")
    (directory / "up").symlink_to(tmp_path)
    return directory


@pytest.mark.parametrize("name", ["back.toml", "anna/back.toml", "./back.toml", "anna/../back.toml", "~.toml"])
def test_plans_within_may_be_named(plans: Path, name: str) -> None:
    path = Restriction(plans).place(name)
    assert path.is_relative_to(plans)
    assert Restriction(plans).allows(path)


@pytest.mark.parametrize(
    "name",
    [
        "../secret.toml",
        "anna/../../secret.toml",
        "/etc/passwd",
        "/etc/passwd.toml",
        "~/secret.toml/../../../secret.toml",
        "out.toml",
        "up/secret.toml",
        "up/new.toml",
        ".",
        "",
        "anna",
        ".hidden.toml",
        ".ssh/authorized_keys",
        "authorized_keys",
        "a\0b.toml",
        "plans.toml/../../secret.toml",
    ],
)
def test_nothing_else_may_be_named(plans: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"(is not|holds no)"):
        Restriction(plans).place(name)
    if "\0" not in name:
        assert not Restriction(plans).allows(plans / name)
    assert not Restriction(plans).allows(None)


def test_without_a_restriction_names_mean_what_they_always_mean(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Restriction().place("back.toml") == Path("back.toml")
    assert Restriction().place("~/back.toml") == Path(os.environ["HOME"], "back.toml")
    assert Restriction().allows(None)
