"""What the check says: a finding, how much it matters, and who says so."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

OWN_RULE = "planner's own rule"
"""The source of a rule that no leaflet gives."""


class Severity(StrEnum):
    """How much a finding matters, the most pressing first. Nothing is ever blocked by one."""

    IMPORTANT = "important"
    """Better settled before anyone exercises by this plan."""
    WORTH_CHECKING = "worth-checking"
    """May well be meant, but may also be a slip."""
    GOOD_TO_KNOW = "good-to-know"

    @property
    def plain(self) -> str:
        """In words: `worth checking`."""
        return self.value.replace("-", " ")


class Finding(NamedTuple):
    """One thing that the check has to say about a plan."""

    rule: str
    """The id of the rule: `number-not-set`."""
    severity: Severity
    sentence: str
    """The whole of it in plain words, with the title of the row where it is about one."""
    source: str
    """Who says so: the title of a leaflet, or `OWN_RULE`."""
    prescription: str | None = None
    """The id of the row concerned; `None` for the plan as a whole."""
    rank: int = 0
    """Its place among the findings of its plan, 0 for the one to look at first."""


Found = Iterator[Finding]
"""What a rule gives."""


def joined_titles(titles: Iterable[str]) -> str:
    """The titles of several sources as one source of a finding; `OWN_RULE` where there are none."""
    return ", ".join(dict.fromkeys(title for title in titles if title)) or OWN_RULE
