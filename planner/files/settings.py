"""A person's own settings: keys, colours, mouse. Nothing in them can keep the program from starting."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from planner.files.problems import FileProblems
from planner.files.reading import PLAN_LIMIT, read_bytes
from planner.files.text import quoted

MOST_VALUES = 10_000
"""Keys and list items that settings may have."""

KNOWN = ("theme", "mouse", "animation", "keys")


class Settings(NamedTuple):
    """What a person has chosen. `None` and empty where nothing is said."""

    theme: str | None = None
    mouse: bool = True
    animation: bool = True
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys by the ids of commands, as Textual names them, with commas between several."""
    warnings: tuple[str, ...] = ()
    """What could not be followed, as sentences."""


def read_settings(path: Path | None) -> Settings:
    """The settings in a file; the usual ones where there is none. Never raises."""
    if path is None or not path.exists():
        return Settings()
    from planner.files.toml_document import read_toml

    try:
        data = read_toml(read_bytes(path), path.name, PLAN_LIMIT, MOST_VALUES).data
    except FileProblems as problems:
        first = problems.problems[0]
        return Settings(warnings=(f"The settings are left aside: {first.place} {first.sentence}.",))
    warnings: list[str] = []
    return Settings(
        theme=_text(data, "theme", warnings),
        mouse=_flag(data, "mouse", warnings),
        animation=_flag(data, "animation", warnings),
        keys=_keys(data, warnings),
        warnings=(*warnings, *_unknown(data)),
    )


def _text(data: Mapping[str, object], name: str, warnings: list[str]) -> str | None:
    value = data.get(name)
    if value is None or isinstance(value, str):
        return value
    warnings.append(f"In the settings, {name} is to be a text in quotation marks.")
    return None


def _flag(data: Mapping[str, object], name: str, warnings: list[str]) -> bool:
    value = data.get(name, True)
    if isinstance(value, bool):
        return value
    warnings.append(f"In the settings, {name} is to be true or false.")
    return True


def _keys(data: Mapping[str, object], warnings: list[str]) -> dict[str, str]:
    table = data.get("keys", {})
    if not isinstance(table, dict):
        warnings.append('In the settings, [keys] is a table with lines such as "week.due" = "space".')
        return {}
    wrong = [name for name, value in table.items() if not isinstance(value, str)]
    warnings += [f"In the settings, the keys of {quoted(name)} are to be a text in quotation marks." for name in wrong]
    return {name: value for name, value in table.items() if isinstance(value, str)}


def _unknown(data: Mapping[str, object]) -> list[str]:
    from planner.files.suggestions import nearest

    sentences = []
    for name in data:
        if name not in KNOWN:
            meant = nearest(name, KNOWN)
            hint = f' (did you mean "{meant}"?)' if meant else ""
            sentences.append(f"The settings have no {quoted(name)}{hint}.")
    return sentences


def remembered_theme(state: Path | None) -> str | None:
    """The theme that was chosen on the screen last."""
    try:
        return (state / "theme").read_text(encoding="utf-8").strip() or None if state else None
    except (OSError, ValueError):
        return None


def remember_theme(state: Path | None, theme: str) -> None:
    """Keep the theme for the next start, where that can be done."""
    if state is not None:
        from planner.files.save_errors import SaveError
        from planner.files.saving import ANY, save_bytes

        try:
            save_bytes(state / "theme", theme.encode(), expected=ANY, durable=False)
        except SaveError:
            return
