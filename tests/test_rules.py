"""Rules up to the room give what docs/odd.md, section 7, says: worked out by hand, formulas typed again."""

import math

import pytest
from hypothesis import given
from rule_numbers import LEVEL, NO, SHARE, WORTH, YES, P, close

from coprod_sim.assumptions import Assumptions
from coprod_sim.model import rules


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
    [
        (1.0, 9.0, 10.0, 0.65),
        (6.0, 2.0, 10.0, 0.55),
        (6.0, 9.0, 20.0, 0.0),
        (1.0, 0.0, 1.0, 1.15),  # one person is a room, too
        (0.0, 0.0, 0.0, 0.0),
    ],
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
