"""Every rule gives what docs/odd.md, section 7, says: each formula typed again here, with other numbers.

No two numbers of `P` are alike, so that a rule that takes the wrong one is noticed.
"""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_sim.assumptions import Assumptions
from coprod_sim.model import rules

P = Assumptions(
    merit_at_best=0.52,
    merit_slope=0.87,
    ideal_spread=0.43,
    knowledge_floor=0.03,
    knowledge_ceiling=0.93,
    knowledge_carried=0.37,
    hearsay_mean=-0.11,
    hearsay_spread=0.31,
    hearsay_carried=0.53,
    others_weight=0.29,
    gap_onlooker=0.47,
    fairness_base=0.41,
    fairness_trust=0.26,
    fairness_of_the_wary=1.51,
    fairness_voice=0.36,
    fairness_public_voice=0.33,
    fairness_answered=0.19,
    fairness_told=0.13,
    fairness_gap=0.44,
    fairness_noise=0.127,
    acceptance_merit=3.1,
    acceptance_fairness=2.3,
    acceptance_trust=1.1,
    signal_fairness=1.41,
    signal_merit=0.34,
    trust_speed=0.21,
    bad_news_weight=2.1,
    trust_aware=0.51,
    trust_unaware=0.16,
    influence_learned=0.39,
    influence_overshoot=1.31,
    influence_overheard=0.14,
    institution_speed=0.24,
    institution_quality=1.9,
    institution_acceptance=0.32,
    expected_base=0.22,
    expected_trust=0.27,
    expected_spread=0.17,
)
SHARE = st.floats(0, 1)
LEVEL = st.floats(-1, 1)
WORTH = st.floats(-2, 0.5)
LUCK = st.floats(-3.65, 3.65)
FLAG = st.booleans()


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


def between(low: float, value: float, high: float) -> float:
    return sorted((low, value, high))[1]


# A new topic
@given(plan=st.floats(-2, 2), ideal=st.floats(-2, 2))
@example(plan=0.5, ideal=0.5)
def test_a_plan_loses_worth_with_its_distance_on_either_side(plan, ideal):
    assert rules.merit(plan, ideal, P) == close(0.52 - 0.87 * abs(plan - ideal))


@given(luck=LUCK, mean=st.floats(-1, 1))
def test_what_suits_a_person_spreads_around_their_group(luck, mean):
    assert rules.ideal_point(luck, mean, P) == close(mean + 0.43 * luck)


@given(luck=SHARE, start=st.floats(-0.5, 0.5))
@example(luck=0.01, start=0.0)
@example(luck=0.99, start=0.0)
def test_fresh_knowledge_has_a_head_start_a_floor_and_a_ceiling(luck, start):
    assert rules.fresh_knowledge(luck, start, P) == close(between(0.03, luck + start, 0.93))


@given(luck=LUCK)
@example(luck=-3.6)
def test_fresh_hearsay_leans_to_its_mean_and_stays_between_minus_1_and_1(luck):
    assert rules.fresh_hearsay(luck, P) == close(between(-1, -0.11 + 0.31 * luck, 1))


def test_hearsay_ends_at_minus_1_and_at_1():
    wild = P._replace(hearsay_spread=2.0)
    assert rules.fresh_hearsay(-3, wild) == -1
    assert rules.fresh_hearsay(3, wild) == 1
    assert rules.carried_hearsay(0, -3, wild) == -1
    assert rules.carried_hearsay(0, 3, wild) == 1


@given(known=SHARE, luck=SHARE, start=st.floats(-0.5, 0.5))
def test_a_part_of_knowledge_is_carried_over_and_clipped_once_after_mixing(known, luck, start):
    mixed = 0.37 * known + 0.63 * (luck + start)
    assert rules.carried_knowledge(known, luck, start, P) == close(between(0.03, mixed, 0.93))


@given(hearsay=LEVEL, luck=LUCK)
def test_a_part_of_hearsay_is_carried_over(hearsay, luck):
    mixed = 0.53 * hearsay + 0.47 * (-0.11 + 0.31 * luck)
    assert rules.carried_hearsay(hearsay, luck, P) == close(between(-1, mixed, 1))


# Judging
@given(knowledge=SHARE, truth=WORTH, hearsay=LEVEL)
@example(knowledge=0.25, truth=0.4, hearsay=-0.8)
def test_people_judge_by_the_truth_as_far_as_they_know_it(knowledge, truth, hearsay):
    expected = knowledge * truth + hearsay - knowledge * hearsay
    assert rules.judged(knowledge, truth, hearsay) == close(expected)


@given(own=LEVEL, others=LEVEL)
def test_contacts_pull_at_hearsay_by_their_weight(own, others):
    assert rules.talked_over(own, others, P) == close(own + 0.29 * (others - own))


@pytest.mark.parametrize(("others", "end"), [(9.0, 1.0), (-9.0, -1.0)])
def test_talk_takes_hearsay_no_further_than_its_ends(others, end):
    assert rules.talked_over(0.0, others, P) == end


@given(hearsay=LEVEL, strength=SHARE, knowledge=SHARE)
@example(hearsay=0.5, strength=0.4, knowledge=0.25)
def test_a_campaign_misleads_those_it_reaches_the_less_they_know(hearsay, strength, knowledge):
    expected = max(-1, hearsay - strength * (1 - knowledge))
    assert rules.misled(hearsay, True, strength, knowledge) == close(expected)
    assert rules.misled(hearsay, False, strength, knowledge) == hearsay


def test_a_campaign_in_favour_ends_at_1():
    assert rules.misled(0.5, True, -3.0, 0.0) == 1


# Feeling fairly treated
@given(hoped=SHARE, seen=SHARE, part=FLAG, aware=FLAG, asked=st.sampled_from([0.0, 1.0]))
@example(hoped=0.8, seen=0.3, part=True, aware=True, asked=1.0)
@example(hoped=0.8, seen=0.3, part=False, aware=True, asked=1.0)
def test_disappointment_is_hope_unmet_whole_for_those_there_and_in_part_for_onlookers(
    hoped, seen, part, aware, asked
):
    felt = 1.0 if part else 0.47 if aware else 0.0
    expected = asked * felt * max(0.0, hoped - seen)
    assert rules.disappointment(hoped, seen, part, aware, asked, P) == close(expected)


@given(
    part=FLAG, aware=FLAG, got_it=FLAG, seen=SHARE, asked=SHARE, openness=SHARE, buy_in=SHARE
)  # fmt: skip
@example(part=False, aware=True, got_it=False, seen=0.8, asked=0.9, openness=0.0, buy_in=0.7)
def test_good_treatment_is_a_say_an_answer_and_open_words(
    part, aware, got_it, seen, asked, openness, buy_in
):
    expected = 0.0
    if part:
        expected += 0.36 * seen
    elif aware:
        expected += 0.33 * seen * buy_in * asked
    if got_it:
        expected += 0.19 * openness
    if aware:
        expected += 0.13 * openness
    found = rules.good_treatment(part, aware, got_it, seen, asked, openness, buy_in, P)
    assert found == close(expected)


@given(trust=SHARE, treatment=SHARE, gap=SHARE, luck=LUCK)
@example(trust=0.3, treatment=0.2, gap=0.1, luck=0.5)
def test_felt_fairness_moves_the_wary_most_and_stays_a_share(trust, treatment, gap, luck):
    felt = 0.41 + 0.26 * (trust - 0.5) + (1.51 - trust) * treatment - 0.44 * gap + 0.127 * luck
    assert rules.felt_fairness(trust, treatment, gap, luck, P) == close(between(0, felt, 1))


# Accepting
@given(merit=WORTH, fairness=SHARE, trust=SHARE)
@example(merit=0.2, fairness=0.7, trust=0.3)
def test_acceptance_follows_merit_fairness_and_trust(merit, fairness, trust):
    score = 3.1 * merit + 2.3 * (fairness - 0.5) + 1.1 * (trust - 0.5)
    assert rules.acceptance(merit, fairness, trust, P) == close(1 / (1 + math.exp(-score)))


@pytest.mark.parametrize(("truth", "expected"), [(0.01, 0.3), (0.0, 0.7), (-0.01, 0.7), (1.0, 0.3)])
def test_a_reasoned_answer_accepts_only_what_leaves_a_person_better_off(truth, expected):
    assert rules.reasoned(0.3, truth) == close(expected)


# Learning from it
@given(trust=SHARE, fairness=SHARE, merit=WORTH, part=FLAG, aware=FLAG)
@example(trust=0.4, fairness=0.8, merit=0.2, part=False, aware=True)
@example(trust=0.4, fairness=0.2, merit=-0.2, part=True, aware=True)
def test_trust_climbs_slowly_falls_fast_and_moves_most_for_those_there(
    trust, fairness, merit, part, aware
):
    signal = 1.41 * (fairness - 0.5) + 0.34 * merit
    room = 1 - trust if signal > 0 else 2.1 * trust
    near = 1.0 if part else 0.51 if aware else 0.16
    expected = between(0, trust + 0.21 * signal * room * near, 1)
    assert rules.learned_trust(trust, fairness, merit, part, aware, P) == close(expected)


@given(expected=SHARE, seen=SHARE, part=FLAG, aware=FLAG)
@example(expected=0.4, seen=0.9, part=True, aware=True)
@example(expected=0.4, seen=0.3, part=True, aware=False)
@example(expected=0.4, seen=0.3, part=False, aware=True)
def test_having_counted_breeds_hope_and_onlookers_learn_a_little(expected, seen, part, aware):
    if part:
        answer = 0.61 * expected + 0.39 * min(1, 1.31 * seen)
    else:
        answer = 0.86 * expected + 0.14 * seen if aware else expected
    assert rules.learned_influence(expected, seen, part, aware, P) == close(answer)


@given(start=SHARE, gained=LEVEL, accepted=SHARE)
@example(start=0.5, gained=0.1, accepted=0.6)
def test_the_body_learns_from_better_plans_and_from_acceptance(start, gained, accepted):
    moved = start + 0.24 * (1.9 * gained + 0.32 * (accepted - 0.5))
    assert rules.learned_responsiveness(start, gained, accepted, P) == close(between(0, moved, 1))


@given(trust=SHARE, luck=LUCK)
def test_the_first_expectation_rests_on_trust(trust, luck):
    expected = between(0, 0.22 + 0.27 * trust + 0.17 * luck, 1)
    assert rules.first_expected_influence(trust, luck, P) == close(expected)
