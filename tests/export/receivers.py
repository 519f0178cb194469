"""The programs that receive exports, for the tests that ask them; a test skips where one is not installed."""

import shutil
import subprocess
from pathlib import Path

import pytest


def need(program: str, package: str) -> str:
    """The path of a program; skips the test where it is not installed, naming the Debian package that has it."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed (Debian package: {package})")
    return path


def run(*command: str | Path, data: bytes | None = None, timeout: float = 60) -> bytes:
    """What a program prints. Fails with its own words where it fails."""
    done = subprocess.run(
        [str(part) for part in command], input=data, capture_output=True, timeout=timeout, check=False
    )
    assert done.returncode == 0, f"{command[0]}: {done.stderr.decode('utf-8', 'replace')}"
    return done.stdout


def pdf_text(path: Path, *options: str) -> str:
    """The text of a PDF as poppler reads it, pages parted by form feeds."""
    return run(need("pdftotext", "poppler-utils"), "-enc", "UTF-8", *options, path, "-").decode("utf-8")


def pdf_facts(path: Path) -> dict[str, str]:
    """What poppler says about a PDF."""
    lines = run(need("pdfinfo", "poppler-utils"), path).decode("utf-8").splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage")


def chromium(page: Path, home: Path, *options: str) -> bytes:
    """What Chromium prints when it opens a page, with a profile of its own."""
    program = shutil.which("chromium") or need("chromium-browser", "chromium")
    return run(program, *CHROMIUM, f"--user-data-dir={home}", *options, page.as_uri(), timeout=120)


def print_page(page: Path, home: Path) -> Path:
    """A page printed to PDF by Chromium."""
    printed = page.with_suffix(".printed.pdf")
    chromium(page, home, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    return printed
