"""The plan as one web page: to be printed, and to be read on a phone. Nothing in it runs, and it loads nothing."""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planner.export.handout import Mark
from planner.export.handout_making import make_handout
from planner.export.options import Options
from planner.export.scope import Scope
from planner.model import Library, Plan, Weekday

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"


def render(plan: Plan, library: Library, scope: Scope, options: Options) -> bytes:
    """The sheet as HTML in UTF-8, with its style and its figures inside it.

    Its policy lets a browser use this one style and pictures from within the page, and nothing else.
    """
    handout = make_handout(plan, library, scope, options.figure_svg)
    style = _style()
    page = _template().render(
        handout=handout,
        style=_trusted(style),
        policy=policy(style),
        weekdays=tuple(Weekday),
        cell=_cell,
        data_uri=data_uri,
    )
    return re.sub(r"\n{2,}", "\n", page).encode("utf-8")


def policy(style: str) -> str:
    """What a browser may load and run (Content Security Policy): this style sheet, and pictures inside the page."""
    from hashlib import sha256

    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def data_uri(svg: str) -> str:
    """A picture inside the page. Scripts in a picture that is loaded in this way never run (SVG 2, section 2.2)."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8')).decode('ascii')}"


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string((_TEMPLATES / "handout.html").read_text("utf-8"))


@cache
def _style() -> str:
    """The style sheet without comments and spaces that only its readers need."""
    text = (_TEMPLATES / "handout.css").read_text("utf-8")
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def _cell(mark: Mark, to_tick: bool) -> "Markup":
    """One session of one day: a sign to look at, and words for those who cannot see it."""
    if mark is Mark.NOT_DUE:
        return _trusted("<td></td>")
    if mark is Mark.OUTSIDE:
        return _trusted(f'<td class="outside"><span aria-hidden="true">–</span><span class="words">{mark}</span></td>')
    sign = "box" if to_tick else "dot"
    return _trusted(f'<td><span class="{sign}" aria-hidden="true"></span><span class="words">{mark}</span></td>')


def _trusted(text: str) -> "Markup":
    """Text of this program, never of a plan or a library, that is to stand in the page as it is."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - the style sheet, and the signs above
