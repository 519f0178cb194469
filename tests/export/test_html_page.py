"""The web page: valid, sealed off, accessible, and printed without splitting an exercise."""

import datetime as dt
import json
import os
import re
from pathlib import Path

import pytest
from attrs import evolve
from justhtml import Comment, Element, JustHTML

from planner.export.html_page import policy
from planner.export.options import Options
from planner.export.registry import render
from planner.export.scope import Scope
from planner.files.library_reading import builtin_library_path, load_library
from planner.model import Plan
from planner.planning.starters import new_plan, starter
from tests.export.receivers import chromium, need, pdf_facts, pdf_text, print_page, run
from tests.export.sample import OPTIONS, SCOPES, library, plan


def _attribute(node: Element | Comment, name: str) -> str:
    return (node.attrs or {}).get(name) or ""


def _page(part: str = "week", options: Options = OPTIONS) -> str:
    return render("html", plan(), library(), SCOPES[part], options).decode("utf-8")


@pytest.mark.parametrize("part", SCOPES)
def test_it_is_valid_html(part: str) -> None:
    """Strict mode refuses every parse error of the HTML standard."""
    page = JustHTML(_page(part), strict=True, sanitize=False)
    assert [_attribute(node, "lang") for node in page.query("html")] == ["en"]
    ids = [_attribute(node, "id") for node in page.query("[id]")]
    assert len(ids) == len(set(ids))
    for node in page.query("[aria-labelledby]"):
        assert _attribute(node, "aria-labelledby") in ids


def test_its_policy_allows_its_style_and_nothing_else() -> None:
    page = JustHTML(_page(), strict=True, sanitize=False)
    content = _attribute(page.query("meta[http-equiv]")[0], "content")
    style = re.search(r"<style>(.*?)</style>", _page(), re.DOTALL)
    assert style is not None
    assert content == policy(style[1])
    assert content.startswith("default-src 'none'; style-src 'sha256-")
    assert content.endswith("'; img-src data:; base-uri 'none'; form-action 'none'")
    assert not page.query("script, [style], [onload], link, iframe, form")
    assert all(_attribute(image, "src").startswith("data:image/svg+xml;base64,") for image in page.query("img"))


def test_every_figure_says_what_there_is_to_see() -> None:
    images = JustHTML(_page("course"), sanitize=False).query("img")
    assert [_attribute(image, "alt") for image in images][:2] == ["Knee roll & held right", "Single knee hug & held"]
    assert "<img" not in _page("course", evolve(OPTIONS, figure_svg=None))


def test_every_box_of_the_week_is_said_in_words() -> None:
    page = JustHTML(_page("week"), sanitize=False)
    boxes, words = page.query("td .box"), page.query("td .words")
    assert len([word for word in words if word.to_text() == "due"]) == len(boxes) > 0


def _validate(path: Path) -> list[str]:
    """What html-validate says, from the folder of node modules that PLANNER_NODE_MODULES names."""
    command = _node_module(".bin/html-validate")
    found = json.loads(
        run(need("sh", "dash"), "-c", f'"{command}" --preset standard --formatter json "{path}" || true', data=b"")
    )
    return [
        f"{message['line']}: {message['ruleId']}: {message['message']}"
        for file in found
        for message in file["messages"]
    ]


def _node_module(name: str) -> Path:
    folder = os.environ.get("PLANNER_NODE_MODULES", "")
    path = Path(folder, name)
    if not folder or not path.exists():
        pytest.skip(f"PLANNER_NODE_MODULES names no folder with {name} (npm install axe-core html-validate)")
    return path


@pytest.mark.parametrize("part", SCOPES)
def test_a_validator_finds_nothing(part: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(_page(part), encoding="utf-8")
    assert _validate(path) == []


LOOKS = {
    "light": ("--window-size=1200,900",),
    "dark": ("--window-size=1200,900", "--blink-settings=preferredColorScheme=0"),
    "phone": ("--window-size=500,900",),
}


@pytest.mark.parametrize("part", ["week", "session"])
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(part: str, look: str, tmp_path: Path) -> None:
    """The page with the accessibility checker in it, whose findings become the title."""
    axe = _node_module("axe-core/axe.min.js").read_text("utf-8")
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", _page(part))
    check = """axe.run().then(found => { document.title = 'AXE' + JSON.stringify({
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
        passes: found.passes.length,
        violations: found.violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' ')),
    }) })"""
    path = tmp_path / "page.html"
    path.write_text(f"{page}<script>{axe}</script><script>{check}</script>", encoding="utf-8")
    seen = chromium(path, tmp_path / "profile", "--dump-dom", "--virtual-time-budget=10000", *LOOKS[look])
    title = JustHTML(seen.decode("utf-8")).query("title")[0].to_text()
    assert title.startswith("AXE"), "the checker did not run"
    found = json.loads(title.removeprefix("AXE"))
    assert found["violations"] == []
    assert found["passes"] > 20
    assert found["dark"] is (look == "dark")


def _starter(prescriptions: int) -> Plan:
    known = load_library([builtin_library_path()])
    made = starter(known, known.sources[-1].id, new_plan(today=dt.date(2026, 11, 20)))
    rows = [evolve(made.prescriptions[n % len(made.prescriptions)], id=f"row-{n}") for n in range(prescriptions)]
    return made.with_prescriptions(rows)


@pytest.mark.parametrize(("plan", "scope"), [(plan(), SCOPES["week"]), (_starter(12), Scope())], ids=["week", "long"])
def test_no_exercise_is_split_when_it_is_printed(plan: Plan, scope: Scope, tmp_path: Path) -> None:
    known = load_library([builtin_library_path()]) if len(plan.prescriptions) == 12 else library()
    path = tmp_path / "page.html"
    path.write_bytes(render("html", plan, known, scope, OPTIONS))
    printed = print_page(path, tmp_path / "profile")
    pages = [" ".join(page.split()) for page in pdf_text(printed, "-raw").split("\f")]
    page = JustHTML(path.read_text("utf-8"), sanitize=False)
    blocks = page.query("article")
    assert blocks
    for block in blocks:
        first = " ".join(block.query("h3")[0].to_text().split())
        steps = [" ".join(step.to_text().split()) for step in block.query("li")]
        holding = [number for number, text in enumerate(pages) if first in text and all(step in text for step in steps)]
        assert holding, f"{first} is split"
    assert pdf_facts(printed)["Title"] == page.query("title")[0].to_text()


def test_a_short_week_is_one_page_with_all_its_boxes(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(_page("week"), encoding="utf-8")
    pages = pdf_text(print_page(path, tmp_path / "profile")).split("\f")
    assert "Before you start" in pages[0]
    assert "is to be ticked off" in pages[0]
