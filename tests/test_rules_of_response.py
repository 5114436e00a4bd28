"""Rules of feeling, accepting and learning give what docs/odd.md, section 7, says, worked out by hand."""

import math

import pytest
from hypothesis import given
from rule_numbers import FLAG, NO, SHARE, WORTH, YES, P, close

from coprod_sim.assumptions import Assumptions
from coprod_sim.model import rules


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
