"""What holds of every three-way merge, whatever was changed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.model import Plan
from planner.planning.differences import differences
from planner.planning.merge import Answer, MergeResult, merge, resolve
from planner.planning.value_words import same
from tests.planning.versions import plans, versions

Triple = tuple[Plan, Plan, Plan]


@st.composite
def triples(draw: st.DrawFn) -> Triple:
    """A plan and two later versions of it."""
    base = draw(plans())
    return base, draw(versions(base)), draw(versions(base))


anything = st.one_of(triples(), st.tuples(plans(), plans(), plans()))
thorough = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def is_same(one: Plan, other: Plan) -> bool:
    """Equal, and equal in unknown keys to the type."""
    return one == other and differences(one, other) == ()


def all_of(result: MergeResult, answer: Answer) -> Plan:
    return resolve(result, {conflict.key: answer for conflict in result.conflicts})


@given(anything)
@thorough
def test_what_only_they_changed_is_theirs(triple: Triple) -> None:
    base, _, theirs = triple
    result = merge(base, base, theirs)
    assert result.is_clean
    assert is_same(result.plan, theirs)


@given(anything)
@thorough
def test_what_only_i_changed_is_mine(triple: Triple) -> None:
    base, mine, _ = triple
    result = merge(base, mine, base)
    assert result.is_clean
    assert is_same(result.plan, mine)


@given(anything)
@thorough
def test_what_both_changed_alike_is_taken_once(triple: Triple) -> None:
    base, mine, _ = triple
    result = merge(base, mine, mine)
    assert result.is_clean
    assert is_same(result.plan, mine)


@given(anything)
@thorough
def test_without_answers_it_is_as_if_all_were_answered_with_mine(triple: Triple) -> None:
    result = merge(*triple)
    assert is_same(result.plan, resolve(result, {}))
    assert is_same(result.plan, all_of(result, "mine"))


def with_ids_apart(triple: Triple) -> bool:
    """Whether no two rows were added under one id: mine would get another one, seen from either side."""
    base, mine, theirs = triple
    return not any(
        row.id == other.id and base.prescription(row.id) is None
        for row in mine.prescriptions
        for other in theirs.prescriptions
    )


@given(anything.filter(with_ids_apart))
@thorough
def test_it_does_not_matter_from_which_side_one_merges(triple: Triple) -> None:
    base, mine, theirs = triple
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {conflict.key for conflict in here.conflicts} == {conflict.key for conflict in there.conflicts}
    assert is_same(all_of(here, "mine"), all_of(there, "theirs"))
    assert is_same(all_of(here, "theirs"), all_of(there, "mine"))


@given(anything)
@thorough
def test_every_conflict_has_its_own_key_and_shows_what_differs(triple: Triple) -> None:
    conflicts = merge(*triple).conflicts
    keys = [conflict.key for conflict in conflicts]
    assert len(keys) == len(set(keys))
    for conflict in conflicts:
        assert conflict.where
        assert conflict.mine
        assert conflict.theirs


@given(anything)
@thorough
def test_each_id_and_each_slot_is_there_once(triple: Triple) -> None:
    result = merge(*triple)
    for plan in (all_of(result, "mine"), all_of(result, "theirs")):
        ids = [row.id for row in plan.prescriptions]
        names = [slot.name for slot in plan.slots]
        assert len(ids) == len(set(ids))
        assert len(names) == len(set(names))


@given(triples())
@thorough
def test_no_row_that_anyone_added_is_lost(triple: Triple) -> None:
    base, mine, theirs = triple
    result = merge(base, mine, theirs)
    before = {row.id for row in base.prescriptions}
    added = [row for plan in (mine, theirs) for row in plan.prescriptions if row.id not in before]
    kept = [(row.exercise, row.variant) for row in result.plan.prescriptions]
    assert all((row.exercise, row.variant) in kept for row in added)


@given(st.data())
@thorough
def test_changes_to_different_fields_are_all_there(data: st.DataObject) -> None:
    base = data.draw(plans())
    mine, theirs = data.draw(versions(base)), data.draw(versions(base))
    result = merge(base, mine, theirs)
    if not result.is_clean:
        return
    merged = result.plan
    for name in ("title", "start", "weeks", "painful_side", "safety_checked", "note", "id"):
        was, here, there, now = (getattr(plan, name) for plan in (base, mine, theirs, merged))
        assert now == (here if here != was else there)
    for row in merged.prescriptions:
        was_row, my_row, their_row = (plan.prescription(row.id) for plan in (base, mine, theirs))
        if not (was_row and my_row and their_row):
            continue
        for name in ("side", "note", "guidance"):
            changed = (
                getattr(my_row, name) if getattr(my_row, name) != getattr(was_row, name) else getattr(their_row, name)
            )
            assert getattr(row, name) == changed
        assert same(row.dose.reps, (my_row if my_row.dose.reps != was_row.dose.reps else their_row).dose.reps)
