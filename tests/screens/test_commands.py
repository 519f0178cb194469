"""The registry of commands: every command has all that a user may look for, and no key is handled anywhere else."""

import ast
import importlib
import inspect
import pkgutil
from collections import Counter
from pathlib import Path

from textual.dom import DOMNode

import planner.tui
from planner.tui.app import PlannerApp
from planner.tui.commands import COMMANDS, Command, group

TYPED = {"fields.py"}
"""The only files that take keys as text: what is typed into a number is no command."""


def _classes() -> list[type[DOMNode]]:
    found: list[type[DOMNode]] = []
    for module in pkgutil.walk_packages(planner.tui.__path__, "planner.tui."):
        imported = importlib.import_module(module.name)
        found += [
            item
            for _, item in inspect.getmembers(imported, inspect.isclass)
            if issubclass(item, DOMNode) and item.__module__ == module.name
        ]
    return found


def _bound(item: Command) -> list[type[DOMNode]]:
    """The classes whose own bindings have this command."""
    return [
        owner
        for owner in _classes()
        if any(getattr(binding, "id", None) == item.id for binding in vars(owner).get("BINDINGS", []))
    ]


def test_every_command_has_a_key_a_title_a_sentence_and_an_id() -> None:
    for item in COMMANDS.values():
        assert item.keys, item
        assert item.title, item
        assert item.help.endswith((".", "…")), item
        assert item.title[0].isupper(), item
        assert item.id == item.id.lower(), item


def test_every_command_is_bound_and_done_by_somebody() -> None:
    for item in COMMANDS.values():
        owners = _bound(item)
        assert owners, f"{item.id} is bound nowhere"
        for owner in owners:
            assert hasattr(owner, f"action_{item.action}"), f"{owner.__name__} has no action_{item.action}"


def test_no_key_means_two_things_in_one_group() -> None:
    for name in {item.group for item in COMMANDS.values()}:
        keys = Counter(key for item in group(name) for key in item.keys)
        assert [key for key, count in keys.items() if count > 1] == [], name


def test_no_key_is_handled_outside_the_registry() -> None:
    for path in Path(next(iter(planner.tui.__path__))).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                handles = node.name in ("on_key", "_on_key") or node.name.startswith("key_")
                assert not handles or path.name in TYPED, f"{path.name}: {node.name}"


def test_the_keys_that_users_know_do_what_they_expect() -> None:
    """DESIGN, keys: the ones that stand in every introduction to the program."""
    expected = {
        "app.library": "1",
        "app.week": "2",
        "app.day": "3",
        "app.plan": "4",
        "app.save": "ctrl+s",
        "app.undo": "u",
        "app.redo": "ctrl+r",
        "app.open": "o",
        "app.help": "f1",
        "app.palette": "ctrl+p",
        "app.quit-always": "ctrl+q",
        "library.search": "/",
        "library.prescribe": "enter",
        "week.due": "space",
        "week.more": "+",
        "week.less": "-",
        "week.cut": "x",
        "week.copy": "y",
        "week.paste": "p",
        "week.delete": "d",
    }
    for identifier, key in expected.items():
        assert key in COMMANDS[identifier].keys
    assert not [item for item in COMMANDS.values() if "ctrl+z" in item.keys]


def test_a_palette_and_help_can_name_every_command_of_the_app() -> None:
    bound = {getattr(binding, "id", None) for binding in PlannerApp.BINDINGS}
    assert {item.id for item in group("app")} <= bound
