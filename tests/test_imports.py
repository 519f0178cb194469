"""What a command imports, seen from outside: a screen that is not asked for costs nothing."""

import subprocess
import sys

import pytest

CORE = ["planner.model", "planner.planning", "planner.files", "planner.figures", "planner.export", "planner.headless"]


def imported(code: str) -> set[str]:
    """The modules that a fresh interpreter has after running some code."""
    script = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(result.stderr.split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_no_screens(option: str) -> None:
    modules = imported(f"import planner.cli; planner.cli.main(['{option}'])")
    assert not {name for name in modules if name.startswith(("textual", "rich", "tomli", "attr"))}


def test_the_core_imports_no_textual() -> None:
    code = "import importlib, pkgutil; " + "; ".join(
        f"[importlib.import_module(m.name) for m in pkgutil.walk_packages(importlib.import_module('{name}').__path__,"
        f" '{name}.')]"
        for name in CORE
    )
    modules = imported(code)
    assert "planner.planning.doses" in modules
    assert not {name for name in modules if name.split(".")[0] in ("textual", "rich")}
