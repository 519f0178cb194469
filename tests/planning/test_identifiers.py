import re

from hypothesis import given
from hypothesis import strategies as st

from planner.planning.identifiers import fresh_prescription_id, new_plan_id, new_prescription_id, slug
from tests.planning.examples import hug, plan


def test_a_slug_is_readable() -> None:
    assert slug("Knee roll, held") == "knee-roll-held"
    assert slug("  Übung für Zoë! ") == "ubung-fur-zoe"
    assert slug("背中", fallback="plan") == "plan"


@given(st.text())
def test_a_slug_is_always_an_id(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@given(st.text(max_size=5), st.sets(st.sampled_from([f"exercise-{number}" for number in range(1, 9)])))
def test_a_fresh_id_is_never_taken(exercise: str, taken: set[str]) -> None:
    assert fresh_prescription_id(exercise, taken) not in taken


def test_ids_count_up_from_one() -> None:
    assert new_prescription_id(plan(), "knee-hug") == "knee-hug-1"
    assert new_prescription_id(plan(hug("knee-hug-1")), "knee-hug") == "knee-hug-2"


def test_two_plans_never_share_an_id() -> None:
    assert new_plan_id() != new_plan_id()
