"""The rules of the five steps give what docs/odd.md says, and each step costs what it declares."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_sim.assumptions import Assumptions
from coprod_sim.five_steps import awareness, buy_in, conditions, expectations, feedback, performance
from coprod_sim.five_steps.cost import ASKING, Cost

P = Assumptions(
    openness_teaches=0.23,
    trusted_learning=0.48,
    responsiveness_base=0.54,
    hopes_raised=0.31,
    unclear_scope=0.57,
    willing_base=-1.2,
    willing_buy_in=0.8,
    willing_stake=1.1,
    stake_neutral=0.26,
    willing_opposed=4.9,
    willing_connected=0.71,
    willing_influence=1.7,
    influence_neutral=0.34,
    seats_less_heard=1.6,
    session_teaches=0.37,
    participant_teaches=0.03,
    skilled_share=0.52,
    plan_moves=0.9,
    feedback_teaches=0.14,
    influence_believed=0.32,
    seen_by_participants=0.46,
)
SHARE = st.floats(0, 1)
LEVEL = st.floats(-1, 1)
FLAG = st.booleans()


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


# Awareness
@pytest.mark.parametrize(("luck", "heard"), [(0.39, True), (0.4, False), (0.41, False)])
def test_whoever_draws_below_the_reach_is_told(luck, heard):
    assert awareness.told(luck, 0.4) == heard


@pytest.mark.parametrize(("exposure", "heard"), [(6, False), (7, True), (8, True)])
def test_a_person_hears_once_it_was_mentioned_as_often_as_they_need(exposure, heard):
    assert awareness.hears(7, exposure) == heard


@given(knowledge=SHARE, trust=SHARE, openness=SHARE)
@example(knowledge=0.2, trust=0.3, openness=0.7)
def test_open_information_teaches_the_aware_and_the_trusting_more(knowledge, trust, openness):
    gain = 0.23 * openness * (0.48 + 0.52 * trust) * (1 - knowledge)
    taught = awareness.learn_openly(knowledge, True, trust, openness, P)
    assert taught == close(knowledge + gain)
    assert awareness.learn_openly(knowledge, False, trust, openness, P) == knowledge


# Expectations
@given(influence=SHARE, responsiveness=SHARE)
@example(influence=0.9, responsiveness=0.9)
@example(influence=0.3, responsiveness=0.2)
def test_the_offer_is_the_dial_as_far_as_the_body_trusts_the_public(influence, responsiveness):
    offered = expectations.offered_influence(influence, responsiveness, P)
    assert offered == close(min(1.0, influence * (0.54 + responsiveness)))


@given(offered=SHARE, said=SHARE)
@example(offered=0.8, said=0.25)
def test_what_cannot_be_decided_is_lost_unless_it_is_said(offered, said):
    assert expectations.realised_influence(offered, said, P) == close(
        offered * (0.43 + 0.57 * said)
    )


@given(expected=SHARE, offered=SHARE, said=SHARE)
@example(expected=0.9, offered=0.1, said=0.25)
@example(expected=0.2, offered=0.1, said=0.25)
def test_asking_lifts_hope_and_plain_words_pull_it_to_the_offer(expected, offered, said):
    hoped = (1 - said) * min(1.0, expected + 0.31) + said * offered
    assert expectations.hoped_influence(expected, offered, said, P) == close(hoped)


# Buy-in
@given(view=LEVEL, expected=SHARE, connected=st.sampled_from([0.0, 1.0]), bought_in=SHARE)
@example(view=-0.4, expected=0.5, connected=1.0, bought_in=0.25)
@example(view=0.4, expected=0.5, connected=0.0, bought_in=0.25)
def test_without_buy_in_the_concerned_the_opposed_and_the_connected_come(
    view, expected, connected, bought_in
):
    uneven = 1.1 * (abs(view) - 0.26) + (4.9 * -view if view < 0 else 0) + 0.71 * connected
    score = -1.2 + 0.8 * bought_in + (1 - bought_in) * uneven + 1.7 * (expected - 0.34)
    found = buy_in.readiness(view, expected, connected, bought_in, P)
    assert found == close(1 / (1 + math.exp(-score)))


@pytest.mark.parametrize(
    ("connected", "bought_in", "weight"), [(0.0, 0.0, 1.0), (0.0, 1.0, 2.6), (0.0, 0.5, 1.8), (1.0, 0.5, 1.0)]
)  # fmt: skip
def test_less_heard_people_weigh_more_in_the_lot_with_more_buy_in(connected, bought_in, weight):
    assert buy_in.lot_weight(connected, bought_in, P) == close(weight)


# Performance
@given(knowledge=SHARE, skill=SHARE, openness=SHARE)
@example(knowledge=0.2, skill=0.8, openness=0.7)
def test_a_session_closes_a_part_of_the_gap_of_those_in_it(knowledge, skill, openness):
    expected = knowledge + 0.37 * skill * openness * (1 - knowledge)
    assert performance.learn_together(knowledge, True, skill, openness, P) == close(expected)
    assert performance.learn_together(knowledge, False, skill, openness, P) == knowledge


@given(skill=SHARE, openness=SHARE, knowledge=SHARE, left=SHARE)
@example(skill=0.8, openness=0.7, knowledge=0.2, left=0.9)
def test_knowing_a_participant_closes_a_little_of_the_gap(skill, openness, knowledge, left):
    assert performance.kept_gap(skill, openness, P) == close(1 - 0.03 * skill * openness)
    expected = 1 - left + left * knowledge
    assert performance.learn_from_participants(knowledge, left) == close(expected)


@given(draft=LEVEL, wish=LEVEL, realised=SHARE, skill=SHARE)
@example(draft=0.6, wish=-0.4, realised=0.5, skill=0.25)
def test_the_plan_moves_to_the_wish_by_the_real_influence_and_skill(draft, wish, realised, skill):
    target = draft + (wish - draft) * (skill + (1 - skill) * 0.52)
    expected = draft + realised * 0.9 * (target - draft)
    assert performance.moved_plan(draft, wish, realised, skill, P) == close(expected)


# Feedback
@pytest.mark.parametrize(
    ("luck", "part", "got_it"),
    [(0.29, True, True), (0.3, True, False), (0.59, False, True), (0.6, False, False), (0.45, True, False)],
)  # fmt: skip
def test_feedback_reaches_those_who_took_part_by_one_chance_and_others_by_another(
    luck, part, got_it
):
    assert feedback.reached(luck, part, 0.3, 0.6) == got_it


@given(knowledge=SHARE, openness=SHARE)
@example(knowledge=0.2, openness=0.7)
def test_feedback_closes_a_part_of_the_gap_of_those_it_reaches(knowledge, openness):
    expected = knowledge + 0.14 * openness * (1 - knowledge)
    assert feedback.learn_from_feedback(knowledge, True, openness, P) == close(expected)
    assert feedback.learn_from_feedback(knowledge, False, openness, P) == knowledge


@given(got_it=FLAG, part=FLAG, realised=SHARE, trust=SHARE)
@example(got_it=False, part=False, realised=0.6, trust=0.5)
@example(got_it=False, part=False, realised=0.1, trust=0.5)
@example(got_it=False, part=True, realised=0.6, trust=0.5)
def test_without_feedback_people_believe_what_their_trust_allows(got_it, part, realised, trust):
    believed = min(realised, 0.32 * trust)
    guess = 0.46 * realised + 0.54 * believed if part else believed
    found = feedback.seen_influence(got_it, part, realised, trust, P)
    assert found == close(realised if got_it else guess)


# Costs and dials: staff hours, hours each, weeks, as in the table of docs/odd.md, section 7.16
COSTS = [
    (ASKING, 160, 0.5, 8),
    (awareness.COST, 120, 0, 3),
    (buy_in.COST, 80, 1, 4),
    (expectations.COST, 40, 0, 2),
    (performance.COST, 240, 12, 8),
    (feedback.COST, 120, 0.5, 3),
    (conditions.OPENNESS_COST, 60, 0, 1),
    (conditions.EQUAL_ACCESS_COST, 80, 0.5, 2),
    (conditions.INFLUENCE_COST, 100, 2, 4),
]


@pytest.mark.parametrize(("cost", "staff", "each", "weeks"), COSTS)
def test_each_step_costs_what_the_description_says(cost, staff, each, weeks):
    assert (cost.staff_hours, cost.hours_each, cost.weeks) == (staff, each, weeks)
    assert cost.source == "assumption"


def test_a_cost_is_nothing_unless_it_is_said_and_cannot_be_changed():
    assert (Cost().staff_hours, Cost().hours_each, Cost().weeks) == (0, 0, 0)
    with pytest.raises(AttributeError):
        ASKING.weeks = 1  # pyright: ignore[reportAttributeAccessIssue]


DIALS = {
    "Awareness": awareness.DIAL,
    "Buy-in": buy_in.DIAL,
    "Expectations": expectations.DIAL,
    "Performance": performance.DIAL,
    "Feedback": feedback.DIAL,
    "Open information": conditions.OPENNESS,
    "Equal access": conditions.EQUAL_ACCESS,
    "Real influence": conditions.INFLUENCE,
}


@pytest.mark.parametrize("label", DIALS)
def test_a_dial_runs_from_0_to_1_with_a_question_and_five_positions_in_words(label):
    dial = DIALS[label]
    assert (dial.label, dial.low, dial.high) == (label, 0.0, 1.0)
    steps = ["Awareness", "Buy-in", "Expectations", "Performance", "Feedback"]
    step = f"step {steps.index(label) + 1} of the source; scale: " if label in steps else ""
    assert dial.source == f"{step}assumption"
    assert dial.question.endswith("?")
    assert dial.plain.endswith(".")
    assert len(set(dial.anchors)) == 5
    assert all(anchor.endswith(".") for anchor in dial.anchors[1:])


def test_seats_are_people_and_none_means_room_for_all():
    seats = conditions.SEATS
    assert (seats.label, seats.low, seats.high) == ("Seats", 0.0, 10_000.0)
    assert seats.unit == "people; 0 = room for all who come"
    assert (seats.in_words(0), seats.in_words(40)) == ("room for all who come", "40 people")
