"""What the check says about a plan, and that it keeps quiet where there is nothing to say."""

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from planner.model import (
    AS_COMFORTABLE,
    EVERY_DAY,
    Amount,
    Count,
    Dose,
    Exercise,
    HoldUnit,
    Library,
    PainfulSide,
    Plan,
    Prescription,
    Schedule,
    Side,
    Slot,
    Weekday,
)
from planner.planning import edits
from planner.planning.checks import OWN_RULE, RULES, Finding, Severity, check
from tests.planning.sample import DAILY_TWICE, HUG, KNEE_ROLL, LIBRARY, ROCK, ROLL, plan_of
from tests.planning.versions import plans

PLAN = plan_of(ROLL, HUG, ROCK)
DAILY = Schedule.of({"morning": EVERY_DAY})
LEFT_HUG = evolve(HUG, id="hug-left", side=Side.LEFT)
EXTENSION = Prescription(
    "extension-1",
    "back-extension-standing",
    "hold",
    guidance="camden",
    dose=Dose(reps=Amount.exactly(10), hold=Amount(1, 2)),
    when=DAILY,
)
NECK = Prescription("neck-1", "neck-turn", "repeat", guidance="neck", dose=Dose(reps=Amount.exactly(5)))
SWING = evolve(NECK, variant="swing")
STRONGER = Prescription(
    "stronger-1",
    "knee-roll",
    "hold-both-stronger",
    guidance="stretches",
    dose=Dose(reps=Amount.exactly(3), hold=Amount.exactly(20)),
    when=DAILY_TWICE,
)


def hug(**dose: Amount | Count | HoldUnit | None) -> Prescription:
    changes: dict[str, object] = dict(dose)
    changed: Callable[..., Dose] = evolve
    return evolve(HUG, dose=changed(HUG.dose, **changes))


def with_slots(plan: Plan, *hours: int) -> Plan:
    """The plan with slots at these hours, and its rows due in all of them every day."""
    slots = tuple(Slot(f"at {hour}", dt.time(hour)) for hour in hours)
    when = Schedule.of({slot.name: EVERY_DAY for slot in slots})
    return evolve(plan, slots=slots, prescriptions=tuple(evolve(row, when=when) for row in plan.prescriptions))


def many(count: int, when: Schedule = DAILY) -> tuple[Plan, Library]:
    """A plan of so many different exercises."""
    ways = KNEE_ROLL.variants[:1]
    exercises = tuple(Exercise(f"e{number}", f"E{number}", KNEE_ROLL.position, ways) for number in range(count))
    rows = (
        Prescription(f"e{number}-1", f"e{number}", ways[0].id, dose=Dose(reps=Amount.exactly(1)), when=when)
        for number in range(count)
    )
    return plan_of(*rows), Library("Many", exercises)


def only(plan: Plan, library: Library = LIBRARY) -> Finding:
    (finding,) = check(plan, library)
    return finding


def rules(plan: Plan, library: Library = LIBRARY) -> list[str]:
    return [finding.rule for finding in check(plan, library)]


def test_a_plan_that_follows_its_leaflets_has_no_findings() -> None:
    assert check(PLAN, LIBRARY) == ()


EXAMPLES: list[tuple[str, Plan, Severity, str, str]] = [
    (
        "red-flags-not-answered",
        evolve(PLAN, safety_checked=None),
        Severity.IMPORTANT,
        "The safety questions have not been answered; if any answer is yes, see a doctor before you exercise.",
        "Lower Back Stretches",
    ),
    ("plan-empty", plan_of(), Severity.GOOD_TO_KNOW, "There are no exercises in this plan yet.", OWN_RULE),
    (
        "exercise-not-in-library",
        plan_of(evolve(HUG, exercise="single-kne-hug")),
        Severity.IMPORTANT,
        'The exercise "single-kne-hug" is not in the library; did you mean single-knee-hug? The row is kept as it is.',
        OWN_RULE,
    ),
    (
        "exercise-not-in-library",
        plan_of(evolve(HUG, variant="sideways")),
        Severity.IMPORTANT,
        'Single knee hug: the variant "sideways" is not in the library.',
        OWN_RULE,
    ),
    (
        "side-not-set",
        plan_of(evolve(ROLL, side=None)),
        Severity.IMPORTANT,
        (
            "Knee roll, held, to one side: the side is not set. Nobody has said which side hurts, and this one goes "
            "away from the painful side; decide: to the left or to the right."
        ),
        "Exercises for acute lower back pain",
    ),
    (
        "side-not-set",
        evolve(plan_of(evolve(ROLL, side=None)), painful_side=PainfulSide.LEFT),
        Severity.IMPORTANT,
        "Knee roll, held, to one side: the side is not set. Left side painful → to the right.",
        "Exercises for acute lower back pain",
    ),
    (
        "side-against-rule",
        evolve(PLAN, painful_side=PainfulSide.RIGHT),
        Severity.IMPORTANT,
        (
            "Knee roll, held, to the right: with the right side painful this one goes away from the painful side, "
            "to the left."
        ),
        "Exercises for acute lower back pain",
    ),
    (
        "slot-not-in-plan",
        plan_of(evolve(HUG, when=Schedule.of({**dict(DAILY_TWICE.entries), "noon": EVERY_DAY}))),
        Severity.IMPORTANT,
        'Single knee hug: due in "noon", which is not among the times of the day of this plan.',
        OWN_RULE,
    ),
    (
        "number-not-set",
        plan_of(hug(reps=None)),
        Severity.WORTH_CHECKING,
        "Single knee hug: reps not set (Lower Back Stretches says 10 reps).",
        OWN_RULE,
    ),
    (
        "number-not-set",
        plan_of(evolve(ROLL, dose=Dose())),
        Severity.WORTH_CHECKING,
        "Knee roll, held, to the right: reps and hold not set (Camden MSK says hold 30 s or more).",
        OWN_RULE,
    ),
    (
        "outside-leaflet-range",
        plan_of(hug(reps=Amount.exactly(20), hold=Amount(5, 15))),
        Severity.WORTH_CHECKING,
        "Single knee hug: 20 reps, hold 5–15 s. Lower Back Stretches says 10 reps, hold 10 s.",
        "Lower Back Stretches",
    ),
    (
        "outside-leaflet-range",
        plan_of(hug(reps=Amount.exactly(5))),
        Severity.GOOD_TO_KNOW,
        "Single knee hug: 5 reps. Lower Back Stretches says 10 reps.",
        "Lower Back Stretches",
    ),
    (
        "other-side-missing",
        plan_of(LEFT_HUG),
        Severity.WORTH_CHECKING,
        "Single knee hug, left leg: nothing is planned for the right leg; the leaflet means each leg.",
        "Lower Back Stretches",
    ),
    (
        "other-side-missing",
        plan_of(
            evolve(STRONGER, side=Side.RIGHT, variant="repeat-both", guidance=None, dose=Dose(reps=Amount.exactly(3)))
        ),
        Severity.WORTH_CHECKING,
        "Knee roll, repeated, to the right: nothing is planned to the left; the leaflet means each way.",
        "Exercises for acute lower back pain",
    ),
    (
        "fewer-times-a-day",
        edits.toggle(PLAN, "hug-1", "evening", Weekday.WEDNESDAY),
        Severity.GOOD_TO_KNOW,
        "Single knee hug: once on Wednesday. Lower Back Stretches says twice a day.",
        "Lower Back Stretches",
    ),
    (
        "fewer-times-a-day",
        edits.set_days(edits.set_days(PLAN, "hug-1", "evening", ()), "hug-1", "morning", EVERY_DAY - {Weekday.SUNDAY}),
        Severity.GOOD_TO_KNOW,
        (
            "Single knee hug: once on Monday, Tuesday, Wednesday, Thursday, Friday and Saturday and not at all on "
            "Sunday. Lower Back Stretches says twice a day."
        ),
        "Lower Back Stretches",
    ),
    (
        "more-times-a-day",
        with_slots(plan_of(HUG), 8, 12, 20),
        Severity.WORTH_CHECKING,
        "Single knee hug: 3 times every day. Lower Back Stretches says twice a day.",
        "Lower Back Stretches",
    ),
    (
        "fewer-times-a-week",
        evolve(plan_of(evolve(SWING, when=Schedule.of({"at 8": {Weekday.MONDAY}}))), slots=(Slot("at 8", dt.time(8)),)),
        Severity.GOOD_TO_KNOW,
        "Neck turn, swinging: once a week. Neck leaflet says 3 times a week.",
        "Neck leaflet",
    ),
    (
        "more-times-a-week",
        with_slots(plan_of(SWING), 8),
        Severity.WORTH_CHECKING,
        "Neck turn, swinging: 7 times a week. Neck leaflet says 3 times a week.",
        "Neck leaflet",
    ),
    (
        "closer-together-than-advised",
        with_slots(plan_of(NECK), 8, 11, 13),
        Severity.WORTH_CHECKING,
        "Neck turn, repeated: 2 hours apart at the closest. Neck leaflet says every 3 hours.",
        "Neck leaflet",
    ),
    (
        "further-apart-than-advised",
        with_slots(plan_of(NECK), 8, 20),
        Severity.GOOD_TO_KNOW,
        "Neck turn, repeated: 12 hours apart at the furthest. Neck leaflet says every 3 hours.",
        "Neck leaflet",
    ),
    (
        "further-apart-than-advised",
        with_slots(plan_of(NECK), 8),
        Severity.GOOD_TO_KNOW,
        "Neck turn, repeated: once a day at most. Neck leaflet says every 3 hours.",
        "Neck leaflet",
    ),
    (
        "progression-without-base",
        plan_of(STRONGER),
        Severity.WORTH_CHECKING,
        (
            "Knee roll, held, each way, stronger: the harder way of “Knee roll, held, each way”, which is not in this "
            "plan; begin with the easier one."
        ),
        "Lower Back Stretches",
    ),
    (
        "never-due",
        plan_of(ROLL, evolve(HUG, when=Schedule())),
        Severity.WORTH_CHECKING,
        "Single knee hug: not due on any day.",
        OWN_RULE,
    ),
    (
        "course-shorter-than-advised",
        evolve(PLAN, weeks=1),
        Severity.WORTH_CHECKING,
        "The course lasts 1 week. Lower Back Stretches advises 6–8 weeks.",
        "Lower Back Stretches",
    ),
    (
        "course-length-not-set",
        evolve(PLAN, weeks=None),
        Severity.GOOD_TO_KNOW,
        "How many weeks the course lasts is not set. Lower Back Stretches advises 6–8 weeks.",
        "Lower Back Stretches",
    ),
    (
        "slot-with-nothing",
        edits.add_slot(PLAN, "noon", dt.time(12)),
        Severity.GOOD_TO_KNOW,
        "noon: nothing is due on any day.",
        OWN_RULE,
    ),
    (
        "side-not-needed",
        plan_of(evolve(ROCK, side=Side.LEFT)),
        Severity.GOOD_TO_KNOW,
        'Double knee hug, rocking, left side: the side "left" means nothing here, as this way has no sides.',
        OWN_RULE,
    ),
    (
        "source-not-in-library",
        plan_of(evolve(HUG, guidance="strecthes")),
        Severity.GOOD_TO_KNOW,
        'Single knee hug: the source "strecthes" is not in the library; did you mean stretches?',
        OWN_RULE,
    ),
    (
        "source-not-in-library",
        plan_of(evolve(HUG, guidance="neck")),
        Severity.GOOD_TO_KNOW,
        "Single knee hug: Neck leaflet, named as the source of its dose, gives none for this way.",
        OWN_RULE,
    ),
]


@pytest.mark.parametrize(("rule", "plan", "severity", "sentence", "source"), EXAMPLES)
def test_each_rule_says_what_is_amiss_once(
    rule: str, plan: Plan, severity: Severity, sentence: str, source: str
) -> None:
    finding = only(plan)
    assert (finding.rule, finding.severity, finding.sentence, finding.source) == (rule, severity, sentence, source)


def test_findings_about_a_row_lead_to_it() -> None:
    assert only(edits.toggle(PLAN, "hug-1", "evening", Weekday.WEDNESDAY)).prescription == "hug-1"
    assert only(evolve(PLAN, weeks=1)).prescription is None


def test_both_sides_each_by_itself_are_complete() -> None:
    right = evolve(HUG, id="hug-right", side=Side.RIGHT)
    assert rules(plan_of(LEFT_HUG, right)) == []
    assert rules(plan_of(LEFT_HUG, evolve(right, when=Schedule()))) == ["other-side-missing", "never-due"]
    assert rules(plan_of(ROLL, evolve(right, when=Schedule()))) == ["never-due"]


def test_a_restricted_side_that_follows_the_rule_is_fine() -> None:
    assert rules(evolve(PLAN, painful_side=PainfulSide.LEFT)) == []
    assert rules(evolve(PLAN, painful_side=PainfulSide.BOTH)) == []


def test_without_a_leaflet_a_number_is_fine_if_any_leaflet_says_it() -> None:
    own = evolve(hug(reps=Amount.exactly(15), hold=Amount.exactly(10)), guidance=None)
    assert rules(plan_of(own)) == []
    more = only(plan_of(evolve(own, dose=evolve(own.dose, reps=Amount.exactly(30)))))
    assert more.sentence == "Single knee hug: 30 reps. Camden MSK says 10–15 reps; Lower Back Stretches says 10 reps."
    assert more.source == "Exercises for acute lower back pain, Lower Back Stretches"


@pytest.mark.parametrize(
    ("dose", "severity"),
    [
        (HUG.dose, None),
        (evolve(HUG.dose, sets=Amount.exactly(1)), None),
        (evolve(HUG.dose, count=Count.EACH_SIDE), None),
        (evolve(HUG.dose, count=Count.PAIR), None),
        (evolve(HUG.dose, hold_unit=HoldUnit.COUNTS), None),
        (evolve(HUG.dose, rest=Amount.exactly(60)), None),
        (evolve(HUG.dose, sets=Amount.exactly(3)), Severity.WORTH_CHECKING),
        (evolve(HUG.dose, count=Count.ALTERNATING), Severity.GOOD_TO_KNOW),
        (evolve(HUG.dose, hold=AS_COMFORTABLE), Severity.GOOD_TO_KNOW),
        (evolve(HUG.dose, hold_unit=HoldUnit.BREATHS), Severity.GOOD_TO_KNOW),
        (evolve(HUG.dose, hold=Amount.at_least(10)), Severity.GOOD_TO_KNOW),
        (evolve(HUG.dose, hold=Amount.at_least(11)), Severity.WORTH_CHECKING),
    ],
)
def test_a_dose_is_compared_by_what_it_means(dose: Dose, severity: Severity | None) -> None:
    found = check(plan_of(evolve(HUG, dose=dose)), LIBRARY)
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_sets_that_the_leaflet_does_not_speak_of_are_told() -> None:
    finding = only(plan_of(hug(sets=Amount.exactly(3))))
    assert finding.sentence == "Single knee hug: 3 sets. Lower Back Stretches says nothing of sets."


def test_a_dose_that_differs_on_one_day_is_two_rows_and_still_twice_a_day() -> None:
    weekend = {Weekday.SATURDAY, Weekday.SUNDAY}
    others = {"morning": EVERY_DAY - weekend, "evening": EVERY_DAY - weekend}
    plan = plan_of(
        evolve(HUG, when=Schedule.of(others)),
        evolve(HUG, id="hug-2", when=Schedule.of({"morning": weekend, "evening": weekend})),
    )
    assert rules(plan) == []


def test_each_side_counts_its_own_times() -> None:
    # Both legs in the morning, the left one alone in the evening: the right one is worked once.
    plan = plan_of(
        evolve(HUG, when=DAILY),
        evolve(LEFT_HUG, when=Schedule.of({"evening": EVERY_DAY})),
    )
    assert only(plan).sentence == "Single knee hug: once every day. Lower Back Stretches says twice a day."


def test_sides_on_different_days_are_told_each_by_itself() -> None:
    odd = {Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY}
    plan = plan_of(
        evolve(LEFT_HUG, when=Schedule.of({"morning": odd, "evening": odd})),
        evolve(HUG, id="hug-right", side=Side.RIGHT),
    )
    assert only(plan).sentence == (
        "Single knee hug, left leg: not at all on Tuesday, Thursday, Saturday and Sunday. "
        "Lower Back Stretches says twice a day."
    )


def test_what_is_never_due_is_not_too_seldom_as_well() -> None:
    assert rules(plan_of(ROLL, evolve(HUG, when=Schedule()))) == ["never-due"]


def test_days_of_rest_are_meant_where_times_a_week_are_said() -> None:
    days = {Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY}
    plan = plan_of(evolve(SWING, when=Schedule.of({"morning": days})), ROLL)
    assert rules(plan) == []


def test_every_three_hours_is_fine_with_three_hours_between() -> None:
    assert rules(with_slots(plan_of(NECK), 8, 11, 14, 17)) == []


def test_held_and_repeated_on_the_same_days_is_one_finding() -> None:
    repeated = Prescription(
        "extension-2", "back-extension-standing", "repeat", dose=Dose(reps=Amount.exactly(10)), when=DAILY_TWICE
    )
    finding = only(plan_of(EXTENSION, repeated))
    assert finding.sentence == (
        "Standing back extension: both held and repeated every day; often one of them is meant."
    )
    assert finding.rule == "held-and-repeated"
    assert finding.prescription == "extension-2"
    elsewhere = evolve(repeated, when=Schedule.of({"evening": {Weekday.SUNDAY}}))
    held = evolve(EXTENSION, when=Schedule.of({"morning": EVERY_DAY - {Weekday.SUNDAY}}))
    assert rules(plan_of(held, elsewhere)) == []


def test_the_same_twice_in_a_session_is_told_with_its_sessions() -> None:
    again = evolve(EXTENSION, id="extension-2", when=Schedule.of({"morning": {Weekday.MONDAY}, "evening": EVERY_DAY}))
    finding = only(plan_of(EXTENSION, again))
    assert finding.rule == "twice-in-a-session"
    assert finding.sentence == "Standing back extension, held: twice in one session (Monday morning)."
    right = evolve(HUG, id="hug-right", side=Side.RIGHT)
    assert "twice-in-a-session" not in rules(plan_of(LEFT_HUG, right))
    assert "twice-in-a-session" in rules(plan_of(HUG, right))
    assert "twice-in-a-session" in rules(plan_of(right, HUG))


def test_more_than_six_exercises_are_many_for_a_session() -> None:
    plan, library = many(7, DAILY_TWICE)
    found = [finding.sentence for finding in check(plan, library)]
    assert found == [
        "morning: 7 exercises in one session every day; more than 6 are hard to keep up.",
        "evening: 7 exercises in one session every day; more than 6 are hard to keep up.",
    ]
    assert check(*many(6, DAILY_TWICE)) == ()
    weekdays = EVERY_DAY - {Weekday.SATURDAY, Weekday.SUNDAY}
    fewer, library = many(8, Schedule.of({"morning": weekdays, "evening": {Weekday.MONDAY}}))
    fewer = edits.set_days(fewer, "e0-1", "morning", {Weekday.MONDAY})
    assert check(fewer, library)[0].sentence == (
        "morning: up to 8 exercises in one session on weekdays; more than 6 are hard to keep up."
    )


def test_both_sides_of_one_exercise_are_one_exercise() -> None:
    plan, library = many(6, DAILY_TWICE)
    left = evolve(plan.prescriptions[0], side=Side.LEFT)
    right = evolve(left, id="again", side=Side.RIGHT)
    assert check(plan.with_prescriptions((left, right, *plan.prescriptions[1:])), library) == ()


def test_a_session_of_more_than_half_an_hour_is_long() -> None:
    walk = Prescription("walk", "walking", "walk", dose=Dose(duration=Amount.exactly(1800)), when=DAILY_TWICE)
    assert rules(plan_of(walk)) == []
    longer = evolve(walk, dose=Dose(duration=Amount.exactly(2400)), when=DAILY)
    assert [finding.sentence for finding in check(plan_of(walk, evolve(longer, id="walk-2", when=DAILY)), LIBRARY)] == [
        "morning: 70 min every day; sessions of more than 30 min are hard to keep up.",
        "Walking: twice in one session (morning every day).",
    ]


def test_a_long_session_with_blanks_takes_at_least_so_long() -> None:
    walk = Prescription("walk", "walking", "walk", dose=Dose(duration=Amount.exactly(2400)), when=DAILY_TWICE)
    blank = evolve(EXTENSION, dose=Dose(hold=Amount.exactly(2)), when=Schedule.of({"morning": {Weekday.MONDAY}}))
    sentences = [finding.sentence for finding in check(plan_of(walk, blank), LIBRARY)]
    assert "morning: at least 41 min every day; sessions of more than 30 min are hard to keep up." in sentences


def test_without_slots_one_finding_stands_for_all_rows() -> None:
    plan = evolve(plan_of(ROLL, HUG), slots=())
    finding = only(plan)
    assert (finding.rule, finding.severity) == ("no-slots", Severity.IMPORTANT)
    assert finding.sentence == "The plan has no times of the day, so nothing in it is ever due."


def test_a_library_without_red_flags_asks_no_questions() -> None:
    assert check(evolve(PLAN, safety_checked=None), evolve(LIBRARY, red_flags=())) == ()


def test_a_progression_with_its_base_is_fine() -> None:
    base = evolve(STRONGER, id="base", variant="hold-both", dose=Dose(reps=Amount.exactly(8), hold=Amount.exactly(10)))
    assert rules(plan_of(base, STRONGER)) == []


def test_findings_come_by_severity_and_then_in_the_order_of_the_plan() -> None:
    plan = evolve(
        plan_of(
            evolve(ROCK, dose=Dose()),
            hug(reps=Amount.exactly(5)),
            evolve(ROLL, side=None),
            evolve(EXTENSION, exercise="gone"),
        ),
        weeks=1,
        safety_checked=None,
    )
    found = check(plan, LIBRARY)
    assert [(finding.rule, finding.prescription) for finding in found] == [
        ("red-flags-not-answered", None),
        ("side-not-set", "roll-1"),
        ("exercise-not-in-library", "extension-1"),
        ("course-shorter-than-advised", None),
        ("number-not-set", "rock-1"),
        ("outside-leaflet-range", "hug-1"),
    ]
    assert [finding.rank for finding in found] == list(range(len(found)))


def test_every_rule_is_tried_here_and_says_on_whose_word() -> None:
    ids = [identifier for rule in RULES for identifier in rule.ids]
    assert len(ids) == len(set(ids))
    tried = {rule for rule, *_ in EXAMPLES} | {
        "no-slots",
        "held-and-repeated",
        "twice-in-a-session",
        "session-too-full",
        "session-too-long",
    }
    assert set(ids) == tried
    for rule in RULES:
        assert rule.looks_for
        assert rule.basis


def test_severities_are_plain_words() -> None:
    assert [severity.plain for severity in Severity] == ["important", "worth checking", "good to know"]


@given(plans())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_can_be_checked_and_each_problem_is_told_once(plan: Plan) -> None:
    found = check(plan, LIBRARY)
    told = [(finding.rule, finding.prescription, finding.sentence) for finding in found]
    assert len(told) == len(set(told))
    assert {finding.rule for finding in found} <= {identifier for rule in RULES for identifier in rule.ids}
    for finding in found:
        assert finding.prescription is None or plan.prescription(finding.prescription)
        assert finding.sentence.endswith((".", "?"))
        assert finding.source
