"""Plans, libraries and their parts for Hypothesis: everything that a file may hold, likely or not."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import strategies as st

from planner.files.plan_prescriptions import DOSE_KEYS, PRESCRIPTION_KEYS
from planner.files.plan_reading import PLAN_KEYS
from planner.files.text import FORBIDDEN
from planner.model import (
    AS_COMFORTABLE,
    Action,
    Amount,
    Count,
    Dose,
    Exercise,
    Guidance,
    HoldUnit,
    Library,
    PainfulSide,
    Plan,
    Prescription,
    Schedule,
    Side,
    SideRule,
    Sides,
    Slot,
    Source,
    StartingPosition,
    Variant,
    Weekday,
)
from planner.model.amounts import LARGEST
from planner.model.plan import MOST_WEEKS

_REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ODD = (
    "[left]",
    "[/]",
    "[@click=app.quit]x",
    '"',
    "'",
    "\\",
    "#",
    "=",
    "é",
    "膝を左右",
    "🙂",
    "\u2028",
    "\u200f",
    "a  b ",
)

characters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=_REORDERING)
"""Every character that a line of text in a file may hold."""


def lines(max_size: int = 30) -> st.SearchStrategy[str]:
    """Text of one line, possibly empty."""
    return st.text(characters, max_size=max_size) | st.sampled_from(_ODD)


def names(max_size: int = 20) -> st.SearchStrategy[str]:
    """Text of one line that is not blank: what ids and names of hand-written files may be."""
    return lines(max_size).filter(lambda text: bool(text.strip()))


def notes(max_size: int = 60) -> st.SearchStrategy[str]:
    """Text of any number of lines."""
    return st.text(characters | st.sampled_from("\n\t"), max_size=max_size) | lines()


slugs = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
"""Ids as libraries have them."""


def amounts(low: int = 1, high: int = LARGEST) -> st.SearchStrategy[Amount]:
    """Amounts of every form, with bounds within these."""
    numbers = st.integers(low, min(high, 60)) | st.integers(low, high)
    ranges = st.tuples(numbers, numbers).map(lambda pair: Amount(min(pair), max(pair)))
    open_ended = numbers.map(Amount.at_least) | numbers.map(Amount.at_most)
    return numbers.map(Amount.exactly) | ranges | open_ended | st.just(AS_COMFORTABLE)


_scalars = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | notes()
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.datetimes(timezones=st.integers(-1439, 1439).map(lambda offset: dt.timezone(dt.timedelta(minutes=offset))))
)
toml_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(lines(8), inner, max_size=3),
    max_leaves=6,
)
"""Every kind of value that TOML has, nested."""


def extras(known: Sequence[str]) -> st.SearchStrategy[dict[str, object]]:
    """Keys that are not known, with values of every kind; mostly none."""
    keys = lines(12).filter(lambda key: key not in known)
    none: st.SearchStrategy[dict[str, object]] = st.just({})
    return st.one_of(none, none, none, st.dictionaries(keys, toml_values, max_size=2))


dates = st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31))
"""Days on which a course may begin."""

day_sets = st.frozensets(st.sampled_from(Weekday))
"""Sets of days, the empty one included."""


def doses() -> st.SearchStrategy[Dose]:
    """Doses with any of their numbers set or not."""
    maybe = st.none() | amounts()
    return st.builds(
        Dose,
        sets=maybe,
        reps=maybe,
        hold=maybe,
        duration=maybe,
        rest=st.none() | amounts(low=0),
        count=st.none() | st.sampled_from(Count),
        hold_unit=st.sampled_from(HoldUnit),
        extra=extras(DOSE_KEYS),
    )


def schedules(slots: Sequence[str]) -> st.SearchStrategy[Schedule]:
    """When something is due in these slots."""
    if not slots:
        return st.just(Schedule())
    return st.dictionaries(st.sampled_from(slots), day_sets, max_size=len(slots)).map(Schedule.of)


def slots() -> st.SearchStrategy[tuple[Slot, ...]]:
    """The slots of a plan, in the order of the day."""
    usual = st.sampled_from(("morning", "noon", "evening", "after work"))
    slot = st.builds(Slot, usual | names(10), st.times())
    several = st.lists(slot, max_size=4, unique_by=lambda each: each.name)
    return several.map(lambda each: tuple(sorted(each, key=lambda slot: slot.time)))


def prescriptions(slot_names: Sequence[str] = ("morning", "evening")) -> st.SearchStrategy[Prescription]:
    """Prescriptions that are due in these slots, of exercises that no library need have."""
    return st.builds(
        Prescription,
        id=slugs | names(),
        exercise=slugs | names(),
        variant=slugs | names(),
        guidance=st.none() | slugs | names(),
        side=st.none() | st.sampled_from(Side),
        note=st.just("") | notes(),
        dose=doses(),
        when=schedules(slot_names),
        extra=extras((*PRESCRIPTION_KEYS, *DOSE_KEYS, *slot_names)),
    )


@st.composite
def plans(draw: st.DrawFn, most: int = 4) -> Plan:
    """Plans that a file can hold, of at most so many prescriptions."""
    times = draw(slots())
    rows = prescriptions([slot.name for slot in times])
    return Plan(
        id=draw(slugs | names()),
        title=draw(lines()),
        start=draw(st.none() | dates),
        weeks=draw(st.none() | st.integers(1, MOST_WEEKS)),
        painful_side=draw(st.none() | st.sampled_from(PainfulSide)),
        safety_checked=draw(st.none() | dates),
        note=draw(st.just("") | notes()),
        slots=times,
        prescriptions=tuple(draw(st.lists(rows, max_size=most, unique_by=lambda row: row.id))),
        extra=draw(extras(PLAN_KEYS)),
    )


def _filled(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return strategy.filter(lambda text: bool(text.strip()) and FORBIDDEN.search(text) is None)


_texts = st.lists(_filled(notes()), max_size=2).map(tuple)


def guidance(source: str) -> st.SearchStrategy[Guidance]:
    """What a source may say of a variant, blanks included."""
    maybe = st.none() | amounts()
    return st.builds(
        Guidance,
        source=st.just(source),
        sets=maybe,
        reps=maybe,
        hold=maybe,
        duration=maybe,
        rest=st.none() | amounts(low=0),
        count=st.none() | st.sampled_from(Count),
        hold_unit=st.sampled_from(HoldUnit),
        times_a_day=st.none() | amounts(high=6),
        times_a_week=st.none() | amounts(high=7),
        every_hours=st.none() | amounts(high=12),
        notes=_texts,
    )


@st.composite
def variants(draw: st.DrawFn, sources: Sequence[str] = ("leaflet",)) -> Variant:
    """Ways of doing an exercise, with guidance from some of the sources."""
    speaking = draw(st.lists(st.sampled_from(sources), unique=True)) if sources else []
    return Variant(
        id=draw(slugs),
        name=draw(names()),
        action=draw(st.sampled_from(Action)),
        sides=draw(st.sampled_from(Sides)),
        steps=draw(_texts),
        equipment=draw(_texts),
        precautions=draw(_texts),
        side_rule=draw(st.sampled_from(SideRule)),
        guidance=tuple(draw(guidance(source)) for source in speaking),
    )


@st.composite
def exercises(draw: st.DrawFn, sources: Sequence[str] = ("leaflet",)) -> Exercise:
    """Exercises of one to three variants."""
    return Exercise(
        id=draw(slugs),
        name=draw(names()),
        position=draw(st.sampled_from(StartingPosition)),
        variants=tuple(draw(st.lists(variants(sources), min_size=1, max_size=3, unique_by=lambda each: each.id))),
        aim=draw(lines()),
        other_names=draw(_texts),
        steps=draw(_texts),
        equipment=draw(_texts),
        precautions=draw(_texts),
        region=draw(lines()),
    )


@st.composite
def libraries(draw: st.DrawFn, most: int = 4) -> Library:
    """Libraries of one to two sources and at most so many exercises."""
    sources = tuple(draw(st.lists(st.builds(Source, slugs, names()), min_size=1, max_size=2, unique_by=lambda s: s.id)))
    every = exercises([source.id for source in sources])
    return Library(
        title=draw(names()),
        exercises=tuple(draw(st.lists(every, min_size=1, max_size=most, unique_by=lambda each: each.id))),
        sources=sources,
    )


@st.composite
def plans_of(draw: st.DrawFn, library: Library, most: int = 6) -> Plan:
    """Plans whose prescriptions are all ways of this library; sides may be missing, as in real plans."""
    plan = draw(plans(most=0))
    ways = list(library.ways())
    times = [slot.name for slot in plan.slots]
    rows = []
    for number in range(draw(st.integers(0, most)) if ways else 0):
        exercise, variant = draw(st.sampled_from(ways))
        sides = st.none() if variant.sides is Sides.NONE else st.none() | st.sampled_from(Side)
        sources = [each.source for each in variant.guidance]
        rows.append(
            Prescription(
                id=f"row-{number}",
                exercise=exercise.id,
                variant=variant.id,
                guidance=draw(st.sampled_from([None, *sources])),
                side=draw(sides),
                dose=draw(doses()),
                when=draw(schedules(times)),
            )
        )
    return plan.with_prescriptions(rows)
