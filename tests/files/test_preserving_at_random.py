"""Random edits saved into plan files in many hands: always exact, and nothing of what was not edited is touched."""

import random
import re

from attrs import frozen

from planner.files.plan_reading import parse_plan
from planner.files.preserving import rewrite
from planner.model import Amount, Plan, Prescription
from planner.planning import edits
from tests.files.hand_written import hand_written_plan
from tests.files.random_edits import random_edit

SCRIPTS = 2_500
SINGLE_EDITS = 1_000

_REMARK = re.compile(r"# (.+): remark \d+, .*")


@frozen
class Script:
    """A text, the plan in it, and the plan after some edits."""

    text: str
    before: Plan
    after: Plan

    @classmethod
    def random(cls, seed: int) -> "Script":
        chance = random.Random(seed)
        text = hand_written_plan(chance)
        before = after = parse_plan(text.encode(), "plan.toml").plan
        for _ in range(chance.randint(1, 8)):
            after = random_edit(after, chance)
        return cls(text, before, after)

    def kept(self, owner: str) -> bool:
        """Whether what a comment belongs to is still there."""
        row = self._row(owner)
        return row is None or self.after.prescription(row.id) is not None

    def untouched(self, owner: str) -> bool:
        """Whether what a comment belongs to is the same as before."""
        row = self._row(owner)
        if row is None:
            return owner in ("divider", "file", "end", "other") or (owner == "slots" and self._same_slots)
        return row == self.after.prescription(row.id) and self._same_slots

    @property
    def _same_slots(self) -> bool:
        return self.before.slots == self.after.slots

    def _row(self, owner: str) -> Prescription | None:
        rows = self.before.prescriptions
        if owner.startswith("no id "):
            return rows[int(owner.removeprefix("no id "))]
        return next((row for row in rows if row.id == owner), None)


def test_random_edits_are_exact_and_keep_every_comment() -> None:
    exact = comments = 0
    for seed in range(SCRIPTS):
        script = Script.random(seed)
        result = rewrite(script.text, script.before, script.after)
        assert not result.whole, f"seed {seed}: {result.reason}"
        assert parse_plan(result.text.encode(), "plan.toml").plan == script.after, f"seed {seed}"
        assert ("\r\n" in result.text) == ("\r\n" in script.text) or not result.text, f"seed {seed}"
        exact += 1
        comments += assert_comments_kept(script, result.text, seed)
    print(f"\n{exact} of {SCRIPTS} edit scripts exact; {comments} comments that had to stay are there")
    assert exact == SCRIPTS
    assert comments > SCRIPTS


def assert_comments_kept(script: Script, after: str, seed: int) -> int:
    """A comment on a line of its own stays unless its prescription went; one behind a value, unless that changed."""
    found = 0
    for line in script.text.splitlines():
        remark = _REMARK.search(line)
        if remark is None:
            continue
        on_its_own = line.lstrip().startswith("#")
        if script.kept(remark[1]) if on_its_own else script.untouched(remark[1]):
            assert after.count(remark[0]) == 1, f"seed {seed}: {line}"
            found += 1
    return found


def test_changing_one_number_changes_one_line() -> None:
    exact = seed = 0
    while exact < SINGLE_EDITS:
        chance = random.Random(seed)
        seed += 1
        text = hand_written_plan(chance)
        before = parse_plan(text.encode(), "plan.toml").plan
        numbers = [
            (row.id, name)
            for row in before.prescriptions
            for name in ("sets", "reps", "hold", "duration", "rest")
            if getattr(row.dose, name) is not None
        ]
        if not numbers:
            continue
        row, name = chance.choice(numbers)
        result = rewrite(text, before, edits.set_number(before, row, name, Amount.exactly(77)))
        assert not result.whole, f"seed {seed}: {result.reason}"
        pairs = zip(text.split("\n"), result.text.split("\n"), strict=True)
        changed = [(one, other) for one, other in pairs if one != other]
        assert len(changed) == 1, f"seed {seed}"
        exact += 1
    print(f"\n{exact} of {SINGLE_EDITS} changes of one number changed exactly one line")


def test_files_that_are_not_edited_stay_as_they_are() -> None:
    for seed in range(300):
        script = Script.random(seed)
        assert rewrite(script.text, script.before, parse_plan(script.text.encode(), "").plan).text is script.text
