from hypothesis import given
from hypothesis import strategies as st

from planner.model import Plan
from planner.planning.edits import set_title
from planner.planning.history import MOST_STEPS, History
from tests.planning.examples import plan
from tests.planning.strategies import plans


def _titled(title: str) -> Plan:
    return set_title(plan(), title)


def test_undo_and_redo_name_what_they_do() -> None:
    history = History(_titled("a")).do("Call it b", _titled("b"))
    assert (history.undo_label, history.redo_label) == ("Call it b", None)
    undone = history.undo()
    assert undone.plan == _titled("a")
    assert (undone.undo_label, undone.redo_label) == (None, "Call it b")
    assert undone.redo() == history


def test_a_step_that_changes_nothing_is_no_step() -> None:
    history = History(_titled("a")).do("b", _titled("b")).undo()
    assert history.do("Nothing", _titled("a")) is history


def test_a_new_step_forgets_what_was_taken_back() -> None:
    history = History(_titled("a")).do("b", _titled("b")).undo().do("c", _titled("c"))
    assert history.future == ()
    assert history.redo() is history


def test_the_oldest_steps_are_forgotten() -> None:
    history = History(_titled("0"))
    for number in range(1, MOST_STEPS + 6):
        history = history.do(str(number), _titled(str(number)))
    assert len(history.past) == MOST_STEPS
    while history.past:
        history = history.undo()
    assert history.plan.title == "5"


@given(plans(), st.lists(plans(most=2), max_size=4))
def test_undoing_everything_gives_the_first_plan_and_redoing_the_last(first: Plan, others: list[Plan]) -> None:
    history = History(first)
    for other in others:
        history = history.do("step", other)
    done = history
    for _ in others:
        history = history.undo()
    assert history.plan == first
    for _ in others:
        history = history.redo()
    assert history == done
