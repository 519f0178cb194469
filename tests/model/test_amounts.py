import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model import AS_COMFORTABLE, Amount, parse_amount
from planner.model.amounts import LARGEST
from tests.planning.strategies import amounts


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("10", Amount(10, 10)),
        (" 5 - 10 ", Amount(5, 10)),
        ("5–10", Amount(5, 10)),
        ("5 to 10", Amount(5, 10)),
        ("at least 30", Amount(30, None)),
        ("At  Least 30", Amount(30, None)),
        ("30+", Amount(30, None)),
        ("30 or more", Amount(30, None)),
        (">= 30", Amount(30, None)),
        ("at most 20", Amount(None, 20)),
        ("up to 20", Amount(None, 20)),
        ("as comfortable", AS_COMFORTABLE),
        ("as long as is comfortable", AS_COMFORTABLE),
        ("as many as comfortable", AS_COMFORTABLE),
    ],
)
def test_what_people_type_for_a_number(text: str, amount: Amount) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["", "ten", "-5", "1.5", "10 s", "5-", "1e3", "inf", "٣", "5-10-15"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match='"5-10" or "at least 30"'):
        parse_amount(text)


def test_numbers_that_no_day_could_hold_are_refused() -> None:
    assert parse_amount("100000") == Amount.exactly(LARGEST)
    with pytest.raises(ValueError, match="up to 100,000"):
        parse_amount("100001")
    with pytest.raises(ValueError, match="number is expected"):
        parse_amount("99999999999999999999")


@pytest.mark.parametrize("text", ["10-5", "10 to 5"])
def test_a_range_runs_upwards(text: str) -> None:
    with pytest.raises(ValueError, match="from the smaller number to the larger"):
        parse_amount(text)


def test_bounds_are_whole_numbers_from_nought() -> None:
    with pytest.raises(ValueError, match="-1"):
        Amount(-1, 5)
    with pytest.raises(ValueError, match=str(LARGEST)):
        Amount.at_least(LARGEST + 1)
    with pytest.raises(TypeError):
        Amount(1.5, 2)  # type: ignore[arg-type]


def test_what_an_amount_covers() -> None:
    assert Amount(5, 10).covers(Amount.exactly(5))
    assert not Amount(5, 10).covers(Amount.exactly(11))
    assert not Amount(5, 10).covers(Amount.at_least(5))
    assert Amount.at_least(30).covers(Amount(40, None))
    assert not Amount.at_most(20).covers(AS_COMFORTABLE)


def test_the_least_number_that_is_named() -> None:
    found = [amount.least for amount in (Amount(5, 10), Amount.at_least(30), Amount.at_most(20), AS_COMFORTABLE)]
    assert found == [5, 30, 20, None]
    assert Amount(5, 10).exact is None
    assert AS_COMFORTABLE.exact is None


@given(amounts(smallest=0))
def test_what_a_file_says_is_read_back_as_the_same(amount: Amount) -> None:
    assert parse_amount(str(amount)) == amount


@given(amounts(largest=30), amounts(largest=30), st.integers(1, 30))
def test_covering_is_what_it_says_of_every_number(outer: Amount, inner: Amount, number: int) -> None:
    assert outer.covers(outer)
    assert AS_COMFORTABLE.covers(outer)
    one = Amount.exactly(number)
    if outer.covers(inner) and inner.covers(one):
        assert outer.covers(one)


@given(st.text())
def test_any_text_is_an_amount_or_a_sentence(text: str) -> None:
    sentence = ""
    try:
        parse_amount(text)
    except ValueError as error:
        sentence = str(error)
    assert sentence == "" or "expected" in sentence or "range runs" in sentence
