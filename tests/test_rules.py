"""Every rule gives what docs/odd.md, section 7, says: worked out by hand, and each formula typed again.

No two numbers of `P` are alike, so that a rule that takes the wrong one is noticed.
"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.assumptions import Assumptions
from coprod_sim.model import rules

P = Assumptions(
    ideal_spread=0.4,
    ideal_kept=0.36,
    side_kept=0.71,
    merit_at_best=0.52,
    merit_slope=0.8,
    knowledge_gap=0.1,
    hearsay_mean=-0.15,
    hearsay_spread=0.3,
    others_weight=0.2,
    outcome_lived=0.25,
    fairness_base=0.45,
    fairness_trust=0.24,
    fairness_outcome=0.32,
    fairness_clear=0.6,
    fairness_asked=0.07,
    fairness_voice=0.28,
    fairness_answered=0.11,
    fairness_told=0.14,
    fairness_gap=0.44,
    gap_onlooker=0.55,
    voice_outside=1.2,
    room_half=16.0,
    room_unlike=2.2,
    treatment_wary=0.9,
    fairness_noise=0.13,
    acceptance_merit=3.1,
    acceptance_fairness=2.3,
    interplay=8.0,
    acceptance_trust=1.1,
    signal_fairness=0.16,
    signal_merit=0.35,
    bad_news_weight=1.7,
    town_trust=0.05,
    influence_learned=0.39,
    influence_overheard=0.12,
    influence_answered=0.46,
    expected_base=0.22,
    expected_trust=0.27,
    expected_spread=0.17,
    responsiveness_start=0.53,
    institution_quality=0.21,
    town_heat=0.37,
    town_body=0.09,
)
SHARE = st.floats(0, 1)
LEVEL = st.floats(-1, 1)
WORTH = st.floats(-3, 1)
LUCK = st.floats(-3.65, 3.65)
FLAG = st.booleans()
YES, NO = True, False


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


def within(low: float, value: float, high: float) -> float:
    return sorted((low, value, high))[1]


def test_no_two_numbers_of_these_tests_are_alike():
    chosen = [value for value, usual in zip(P, Assumptions(), strict=True) if value != usual]
    assert len(chosen) == len(set(chosen)) == 43


# Time
@pytest.mark.parametrize(
    ("half_life", "months", "left"),
    [(4.0, 8.0, 0.25), (6.0, 6.0, 0.5), (4.0, 2.0, 0.70710678119), (9.0, 0.0, 1.0)],
)
def test_half_is_left_after_each_half_life(half_life, months, left):
    assert rules.kept(half_life, months) == close(left)


def test_after_very_many_half_lives_nothing_is_left_that_counts():
    assert 0 < rules.kept(0.1, 120.0) < 1e-17


def test_fresh_hearsay_makes_up_for_what_fades_and_what_talk_levels():
    assert rules.freshness(0.5, P) == close(math.sqrt(1 - 0.4**2))
    assert rules.freshness(1.0, P._replace(others_weight=0.0)) == 0
    assert rules.freshness(0.0, P) == 1


@given(kept=SHARE, others=SHARE)
def test_the_spread_of_hearsay_stays_the_same_over_decisions(kept, others):
    fresh = rules.freshness(kept, P._replace(others_weight=others))
    assert fresh**2 + (kept * (1 - others)) ** 2 == close(1)


def test_the_lasting_and_the_passing_part_of_what_suits_people():
    assert (rules.lasting(P), rules.passing(P)) == (close(0.6), close(0.8))
    assert rules.passing(P._replace(ideal_kept=1.0)) == 0


# The town
@pytest.mark.parametrize(
    ("surveyed", "luck", "trust"), [(0.5, 2.0, 0.6), (0.5, -2.0, 0.4), (0.98, 2.0, 1.0), (0.01, -2.0, 0.0)]
)  # fmt: skip
def test_a_town_trusts_more_or_less_than_most(surveyed, luck, trust):
    assert rules.first_trust(surveyed, luck, P) == close(trust)


@pytest.mark.parametrize(
    ("luck", "heat"), [(0.0, 2.0), (1.0, 2.0 * 1.447734615), (-1.0, 2.0 / 1.447734615)]
)
def test_a_town_is_more_or_less_heated_than_the_case_says(luck, heat):
    assert rules.heat_here(2.0, luck, P) == pytest.approx(heat, rel=1e-8)


@pytest.mark.parametrize(("luck", "starts"), [(1.0, 0.62), (-1.0, 0.44), (6.0, 1.0), (-6.0, 0.0)])
def test_a_body_starts_with_more_or_less_trust_in_its_public(luck, starts):
    assert rules.first_responsiveness(luck, P) == close(starts)


@pytest.mark.parametrize(
    ("trust", "luck", "expected"), [(0.5, 1.0, 0.525), (1.0, -1.0, 0.32), (1.0, 4.0, 1.0), (0.0, -2.0, 0.0)]
)  # fmt: skip
def test_the_first_expectation_rests_on_trust(trust, luck, expected):
    assert rules.first_expected_influence(trust, luck, P) == close(expected)


# A new topic
@pytest.mark.parametrize(("luck", "side"), [(0.0, 1), (0.499, 1), (0.5, -1), (0.999, -1)])
def test_the_first_draft_leans_to_either_side(luck, side):
    assert rules.first_side(luck) == side


@pytest.mark.parametrize("side", [1.0, -1.0])
@pytest.mark.parametrize(("luck", "stays"), [(0.0, 1), (0.709, 1), (0.71, -1), (0.999, -1)])
def test_the_next_draft_mostly_leans_to_the_same_side(side, luck, stays):
    assert rules.next_side(side, luck, P) == side * stays


def test_what_suits_a_person_spreads_around_their_group():
    assert rules.ideal_point(1.0, -1.0, 0.1, 0.6, 0.8, P) == close(0.1 + 0.4 * 0.2)
    assert rules.ideal_point(0.0, 0.5, -0.3, 0.6, 0.8, P) == close(-0.18)


@pytest.mark.parametrize(
    ("plan", "ideal", "worth"), [(0.5, 0.5, 0.52), (0.9, 0.4, 0.12), (-0.6, 0.4, -0.28)]
)
def test_a_plan_loses_worth_with_its_distance_on_either_side(plan, ideal, worth):
    assert rules.merit(plan, ideal, P) == close(worth)


def test_a_head_start_is_0_for_the_town_as_a_whole():
    less, well = rules.head_start(1.0, 0.3, P), rules.head_start(0.0, 0.3, P)
    assert (less, well) == (close(-0.07), close(0.03))
    assert 0.3 * less + 0.7 * well == close(0)


@pytest.mark.parametrize(
    ("luck", "start", "known"), [(0.4, -0.07, 0.33), (0.05, -0.07, 0.0), (0.99, 0.03, 1.0)]
)
def test_fresh_knowledge_has_a_head_start_and_is_a_share(luck, start, known):
    assert rules.fresh_knowledge(luck, start) == close(known)


@pytest.mark.parametrize(
    ("luck", "heard"), [(1.0, 0.15), (-2.0, -0.75), (3.9, 1.0), (-3.0, -1.0)]
)  # fmt: skip
def test_fresh_hearsay_leans_to_its_mean(luck, heard):
    assert rules.fresh_hearsay(luck, P) == close(heard)


@pytest.mark.parametrize(
    ("before", "luck", "start", "known"),
    [
        (0.8, 0.4, -0.07, 0.4475),
        (0.8, 0.05, -0.07, 0.185),  # clipped once, after mixing
        (0.0, 0.05, -0.07, 0.0),
        (1.0, 0.99, 0.03, 1.0),
    ],
)
def test_a_part_of_knowledge_is_kept(before, luck, start, known):
    assert rules.carried_knowledge(before, luck, start, 0.25) == close(known)


@pytest.mark.parametrize(
    ("before", "luck", "heard"), [(0.4, 1.0, 0.395), (0.8, 3.0, 1.0), (-0.8, -3.0, -1.0)]
)
def test_a_part_of_hearsay_is_kept(before, luck, heard):
    assert rules.carried_hearsay(before, luck, 0.5, 0.9, P) == close(heard)


# Judging
@given(knowledge=SHARE, truth=WORTH, hearsay=LEVEL)
def test_people_judge_by_the_truth_as_far_as_they_know_it(knowledge, truth, hearsay):
    expected = hearsay + knowledge * (truth - hearsay)
    assert rules.judged(knowledge, truth, hearsay) == close(expected)


def test_what_people_see_is_judged_and_in_part_lived():
    assert rules.judged(0.25, 0.4, -0.8) == close(-0.5)
    assert rules.seen_outcome(-0.5, 0.3, P) == close(-0.3)


@pytest.mark.parametrize(
    ("own", "others", "after"), [(0.5, -0.25, 0.35), (0.0, 9.0, 1.0), (0.0, -9.0, -1.0)]
)
def test_contacts_pull_at_hearsay_by_their_weight(own, others, after):
    assert rules.talked_over(own, others, P) == close(after)


@pytest.mark.parametrize(
    ("before", "exposed", "strength", "knowledge", "after"),
    [
        (0.5, YES, 0.4, 0.25, 0.2),
        (0.5, NO, 0.4, 0.25, 0.5),
        (-0.9, YES, 0.8, 0.5, -1.0),
        (0.5, YES, -3.0, 0.0, 1.0),
    ],
)
def test_a_campaign_misleads_those_it_reaches_the_less_they_know(
    before, exposed, strength, knowledge, after
):
    assert rules.misled(before, exposed, strength, knowledge) == close(after)


# The room as seen from outside
@pytest.mark.parametrize(
    ("less", "opposed", "room", "unlike"),
    [(1.0, 9.0, 10.0, 0.65), (6.0, 2.0, 10.0, 0.55), (6.0, 9.0, 20.0, 0.0), (0.0, 0.0, 0.0, 0.0)],
)
def test_a_room_is_unlike_the_town_by_its_groups_and_by_its_views(less, opposed, room, unlike):
    assert rules.unlikeness(less, opposed, room, 0.3, 0.45) == close(unlike)


@pytest.mark.parametrize(
    ("changed", "openness", "room", "unlike", "voice"),
    [
        ({}, 0.5, 16.0, 0.1, 0.267),
        ({}, 0.5, 48.0, 0.1, 0.4005),
        ({}, 0.0, 16.0, 0.9, 0.3),  # nobody sees who is in it
        ({}, 1.0, 16.0, 0.5, 0.0),  # never below nothing
        ({}, 0.5, 0.0, 0.0, 0.0),
        ({"room_unlike": -1.0}, 0.5, 16.0, 0.1, 0.315),
        ({"voice_outside": -0.4}, 0.5, 16.0, 0.1, -0.089),
    ],
)
def test_a_large_room_that_is_like_the_town_speaks_for_those_outside(
    changed, openness, room, unlike, voice
):
    p = P._replace(**changed)
    assert rules.voice_of_outsiders(0.5, openness, room, unlike, p) == close(voice)
    assert rules.voice_of_outsiders(0.0, openness, room, unlike, p) == 0


# Feeling fairly treated
@pytest.mark.parametrize(
    ("hoped", "seen", "part", "aware", "asked", "lost"),
    [
        (0.8, 0.3, YES, YES, 1.0, 0.22),
        (0.8, 0.3, NO, YES, 1.0, 0.121),
        (0.8, 0.3, NO, NO, 1.0, 0.0),
        (0.8, 0.3, YES, YES, 0.0, 0.0),
        (0.3, 0.8, YES, YES, 1.0, 0.0),
    ],
)
def test_hope_unmet_is_felt_whole_by_those_there_and_in_part_by_onlookers(
    hoped, seen, part, aware, asked, lost
):
    assert rules.disappointment(hoped, seen, part, aware, asked, P) == close(lost)


@pytest.mark.parametrize(
    ("part", "aware", "got_it", "well"),
    [
        (YES, YES, YES, 0.39),
        (YES, YES, NO, 0.28),
        (YES, NO, NO, 0.21),
        (NO, YES, YES, 0.208),
        (NO, YES, NO, 0.098),
        (NO, NO, YES, 0.11),
        (NO, NO, NO, 0.0),
    ],
)
def test_good_treatment_is_a_say_an_answer_and_open_words(part, aware, got_it, well):
    assert rules.good_treatment(part, aware, got_it, 0.5, 0.2, 0.5, P) == close(well)


def test_the_outcome_colours_fairness_less_for_those_who_could_follow():
    assert rules.outcome_pull(YES, 0.5, P) == close(0.224)
    assert rules.outcome_pull(YES, 0.0, P) == rules.outcome_pull(NO, 0.5, P) == 0.32


@pytest.mark.parametrize(
    ("trust", "colour", "treatment", "gap", "luck", "felt"),
    [
        (0.3, 0.1, 0.2, 0.05, 1.0, 0.818),
        (0.8, -0.1, 0.2, 0.0, -1.0, 0.438),
        (0.5, 0.0, 0.0, 0.0, 0.0, 0.45),
        (0.5, 0.4, 0.2, 0.0, 1.0, 1.0),
        (0.5, -0.4, 0.0, 0.2, -1.0, 0.0),
    ],
)
def test_felt_fairness_adds_up_what_went_before_and_how_one_was_treated(
    trust, colour, treatment, gap, luck, felt
):
    assert rules.felt_fairness(trust, colour, treatment, gap, luck, P) == close(felt)


def test_whom_good_treatment_moves_is_a_matter_of_one_number():
    def moved(trust: float, p: Assumptions) -> float:
        felt = [rules.felt_fairness(trust, 0.0, well, 0.0, 0.0, p) for well in (0.0, 0.2)]
        return felt[1] - felt[0]

    assert moved(0.2, P) > moved(0.8, P)
    assert moved(0.2, P._replace(treatment_wary=0.0)) == close(0.2)
    assert moved(0.2, P._replace(treatment_wary=-0.9)) < moved(0.8, P._replace(treatment_wary=-0.9))


# Accepting
@pytest.mark.parametrize(
    ("merit", "fairness", "trust", "chance"),
    [
        (0.0, 0.5, 0.5, 0.5),
        (0.0, 0.6, 0.5, 0.557248),
        (0.2, 0.7, 0.3, 0.635189),
        (-0.2, 0.7, 0.3, 0.481373),
    ],
)  # fmt: skip
def test_acceptance_follows_merit_fairness_and_trust(merit, fairness, trust, chance):
    assert rules.acceptance(merit, fairness, trust, P) == pytest.approx(chance, abs=1e-6)


@given(merit=WORTH, fairness=SHARE, trust=SHARE)
def test_fairness_counts_twice_at_most_and_least_where_the_outcome_is_good(merit, fairness, trust):
    weight = 2.3 * 2 / (1 + math.exp(8 * merit))
    score = 3.1 * merit + weight * (fairness - 0.5) + 1.1 * (trust - 0.5)
    assert rules.acceptance(merit, fairness, trust, P) == close(1 / (1 + math.exp(-score)))


def test_the_informed_would_accept_as_if_they_had_seen_the_plan_as_it_is():
    found = rules.informed_acceptance(0.4, 0.2, 0.5, 0.3, 0.6, P)
    assert found == close(rules.acceptance(0.4, 0.56, 0.6, P))
    most = rules.informed_acceptance(1.0, 0.0, 0.9, 0.3, 0.6, P)
    least = rules.informed_acceptance(-1.0, 0.0, 0.1, 0.3, 0.6, P)
    assert most == rules.acceptance(1.0, 1.0, 0.6, P)
    assert least == rules.acceptance(-1.0, 0.0, 0.6, P)


@given(merit=WORTH, fairness=SHARE, pull=SHARE, trust=SHARE)
def test_who_sees_the_plan_as_it_is_answers_as_the_informed(merit, fairness, pull, trust):
    informed = rules.informed_acceptance(merit, merit, fairness, pull, trust, P)
    assert informed == rules.acceptance(merit, fairness, trust, P)


# Learning from it
@pytest.mark.parametrize(
    ("trust", "fairness", "seen", "aware", "after"),
    [
        (0.4, 0.8, 0.2, YES, 0.5208),
        (0.4, 0.8, 0.2, NO, 0.45),
        (0.4, 0.2, -0.2, YES, 0.36976),
        (0.4, 0.5, 0.0, YES, 0.45),
        (0.5, 1.0, 3.0, YES, 1.0),
        (0.9, 0.1, -3.0, YES, 0.0),
    ],
)
def test_trust_climbs_slowly_falls_fast_and_is_drawn_back_home(trust, fairness, seen, aware, after):
    found = rules.learned_trust(trust, 0.6, fairness, seen, aware, 0.75, P)
    assert found == close(after)


@pytest.mark.parametrize(
    ("part", "aware", "got_it", "asked", "after"),
    [
        (YES, YES, YES, 1.0, 0.48658),
        (YES, YES, NO, 1.0, 0.361),
        (YES, YES, YES, 0.0, 0.361),
        (NO, YES, YES, 1.0, 0.42664),
        (NO, YES, NO, 1.0, 0.388),
        (NO, NO, YES, 1.0, 0.4),
    ],
)
def test_an_answer_counts_beside_the_influence_itself(part, aware, got_it, asked, after):
    assert rules.learned_influence(0.4, 0.3, part, aware, got_it, asked, P) == close(after)


@given(expected=SHARE, seen=SHARE, part=FLAG, aware=FLAG, got_it=FLAG)
def test_expected_influence_stays_a_share(expected, seen, part, aware, got_it):
    found = rules.learned_influence(expected, seen, part, aware, got_it, 1.0, P)
    assert -1e-12 <= found <= 1 + 1e-12


@pytest.mark.parametrize(
    ("before", "gained", "after"), [(0.5, 0.1, 0.571), (0.9, -0.1, 0.829), (0.99, 0.9, 1.0), (0.01, -2, 0.0)]
)  # fmt: skip
def test_the_body_learns_from_better_plans_and_goes_back_home(before, gained, after):
    assert rules.learned_responsiveness(before, 0.7, gained, 0.75, P) == close(after)
