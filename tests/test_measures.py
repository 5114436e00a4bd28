"""Each measure is the sum or the ratio that docs/odd.md, section 7.15, says, worked out here by hand."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.model.measures import MEASURES, measured_in
from coprod_sim.model.sums import PLACE, SPLITS, SUMS
from coprod_sim.model.totals import EVERY_GROUP, GROUPS, IN_WORDS, totals_of

ODD = (Path(__file__).resolve().parents[1] / "docs" / "odd.md").read_text(encoding="utf-8")

# 20 less-heard and 80 well-connected people: what each sum comes to in either group
SIZES = (20, 80)
BEST = 0.4
"""The merit of a plan that fits a person exactly."""
GIVEN = {
    "acceptance": (9.0, 44.0),
    "votes": (8.0, 47.0),
    "trust": (6.0, 36.0),
    "knowledge": (7.0, 34.0),
    "fairness": (9.5, 41.0),
    "merit": (-3.0, 10.0),
    "draft_merit": (-5.0, 8.0),
    "informed": (8.0, 48.0),
    "acceptance_squared": (5.0, 28.2),
    "informed_squared": (5.2, 37.0),
    "acceptance_informed": (4.5, 29.4),
    "trust_before": (5.0, 38.0),
    "losers": (12.0, 28.0),
    "losers_acceptance": (4.0, 7.0),
    "aware": (10.0, 60.0),
    "part": (2.0, 6.0),
    "reached": (5.0, 31.0),
    "expected": (5.5, 27.0),
    "opposed": (13.0, 30.0),
    "opposed_part": (1.0, 4.0),
}
NAN = float("nan")
# less-heard, well-connected, all
EXPECTED = {
    "acceptance": (9 / 20, 44 / 80, 53 / 100),
    "votes": (8 / 20, 47 / 80, 55 / 100),
    "losers_acceptance": (4 / 12, 7 / 28, 11 / 40),
    "losers": (12 / 20, 28 / 80, 40 / 100),
    "trust": (6 / 20, 36 / 80, 42 / 100),
    "trust_change": (1 / 20, -2 / 80, -1 / 100),
    "knowledge": (7 / 20, 34 / 80, 41 / 100),
    "fairness": (9.5 / 20, 41 / 80, 50.5 / 100),
    # means .45 and .4, variances .0475 and .1, covariance .045; .55 and .6, .05 and .1025, .0375;
    # .53 and .56, .0511 and .1084, .0422
    "reasoned_judgement": (0.09 / 0.15, 0.075 / 0.155, 0.0844 / 0.1604),
    "swayed": (0.05, -0.05, -0.03),
    "spread_ratio": (0.475**0.5, (20 / 41) ** 0.5, (511 / 1084) ** 0.5),
    "quality": (-3 / 20 / 0.4, 10 / 80 / 0.4, 7 / 100 / 0.4),
    "aware": (10 / 20, 60 / 80, 70 / 100),
    "took_part": (2 / 20, 6 / 80, 8 / 100),
    "reached": (5 / 20, 31 / 80, 36 / 100),
    "expected_influence": (5.5 / 20, 27 / 80, 32.5 / 100),
    "room_less_heard": (NAN, NAN, 2 / 8 - 20 / 100),
    "room_opposed": (1 / 2 - 13 / 20, 4 / 6 - 30 / 80, 5 / 8 - 43 / 100),
    "gap_acceptance": (NAN, NAN, 44 / 80 - 9 / 20),
    "gap_trust": (NAN, NAN, 36 / 80 - 6 / 20),
    "gap_quality": (NAN, NAN, 10 / 80 / 0.4 + 3 / 20 / 0.4),
}
ENDS = dict.fromkeys(EXPECTED, (0.0, 1.0)) | {
    "trust_change": (-1.0, 1.0),
    "reasoned_judgement": (-1.0, 1.0),
    "swayed": (-1.0, 1.0),
    "spread_ratio": (0.0, 5.0),
    "quality": (-6.0, 2.0),
    "room_less_heard": (-1.0, 1.0),
    "room_opposed": (-1.0, 1.0),
    "gap_acceptance": (-1.0, 1.0),
    "gap_trust": (-1.0, 1.0),
    "gap_quality": (-6.0, 6.0),
}


def sums_of(changes: dict[str, tuple[float, float]]) -> np.ndarray:
    """Make one arm's sums, groups x sums, in the order in which the drivers keep them."""
    given = GIVEN | changes
    return np.array([[given[name][group] for name in SUMS] for group in range(2)])


def measured(name: str, **changes: tuple[float, float]) -> list[float]:
    return MEASURES[name][1](totals_of(sums_of(changes), SIZES, BEST)).tolist()


def test_the_sums_are_kept_in_the_order_that_stored_results_were_made_with():
    assert list(SUMS) == list(GIVEN)
    assert list(PLACE.values()) == list(range(20))


def test_there_is_an_expectation_for_every_measure_and_group():
    assert list(MEASURES) == list(EXPECTED)
    assert GROUPS == ("less_heard", "well_connected", "all")
    assert list(IN_WORDS) == list(EVERY_GROUP) == [*GROUPS, *SPLITS]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_measure_is_what_its_formula_says(name):
    assert measured(name) == pytest.approx(EXPECTED[name], nan_ok=True)


def test_a_ratio_with_nothing_below_the_line_is_missing():
    nobody = {"losers": (0.0, 28.0), "losers_acceptance": (0.0, 7.0)}
    assert measured("losers_acceptance", **nobody) == pytest.approx([NAN, 0.25, 0.25], nan_ok=True)
    empty = {"part": (0.0, 0.0), "opposed_part": (0.0, 0.0)}
    assert np.isnan(measured("room_opposed", **empty)).all()
    assert np.isnan(measured("room_less_heard", **empty)).all()


def test_a_share_of_a_single_person_is_a_share():
    one = {"losers": (1.0, 0.0), "losers_acceptance": (0.25, 0.0)}
    assert measured("losers_acceptance", **one) == pytest.approx([0.25, NAN, 0.25], nan_ok=True)


def test_many_runs_and_decisions_are_measured_at_once():
    sums = np.stack([sums_of({}), sums_of({"trust": (10.0, 20.0)})])[None]
    trust = MEASURES["trust"][1](totals_of(sums, SIZES, BEST))
    assert trust.shape == (1, 2, 3)
    assert trust[0, 1].tolist() == pytest.approx([0.5, 0.25, 0.3])
    assert trust[0, 0].tolist() == pytest.approx(EXPECTED["trust"])


@given(less=st.integers(1, 500), well=st.integers(1, 500), trust=st.tuples(*[st.floats(0, 1)] * 2))
def test_the_whole_public_is_both_groups_each_person_counting_once(less, well, trust):
    sums = np.zeros((2, len(SUMS)))
    sums[:, PLACE["trust"]] = less * trust[0], well * trust[1]
    found = MEASURES["trust"][1](totals_of(sums, (less, well), BEST))
    assert found[:2] == pytest.approx(trust)
    assert found[2] == pytest.approx((less * trust[0] + well * trust[1]) / (less + well))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_measure_is_declared_as_the_description_has_it(name):
    measure = MEASURES[name][0]
    row = f"| `{name}` | {measure.label} | {measure.formula} | {measure.unit} | {measure.better} |"
    assert f"{row} {measure.plain} | {measure.source} |" in ODD
    assert (measure.low, measure.high) == ENDS[name]


def test_all_measures_are_read_off_together_in_their_order():
    found = measured_in(totals_of(sums_of({}), SIZES, BEST))
    assert found.shape == (3, 21)
    assert found[2].tolist() == pytest.approx([EXPECTED[name][2] for name in MEASURES])


def answers_of(now: list[float], informed: list[float], **more: list[float]) -> np.ndarray:
    """Make the sums of a town in which everybody is in the first group, from what each answers."""
    a, b = np.array(now), np.array(informed)
    facts = {"acceptance": a, "informed": b, "acceptance_squared": a * a, "informed_squared": b * b,
             "acceptance_informed": a * b} | {k: np.array(v) for k, v in more.items()}  # fmt: skip
    sums = np.zeros((2, len(SUMS)))
    for name, values in facts.items():
        sums[0, PLACE[name]] = values.sum()
    return sums


def judged(now: list[float], informed: list[float]) -> dict[str, float]:
    totals = totals_of(answers_of(now, informed), (len(now), 0), BEST)
    names = ("reasoned_judgement", "swayed", "spread_ratio")
    return {name: float(MEASURES[name][1](totals)[0]) for name in names}


@pytest.mark.parametrize(
    ("now", "informed", "agreement", "swayed", "spread"),
    [
        # all as if they knew; the other way round; flat; drawn halfway to the mean; all likelier by .2
        ([0.2, 0.4, 0.9], [0.2, 0.4, 0.9], 1.0, 0.0, 1.0),
        ([0.8, 0.2], [0.2, 0.8], -1.0, 0.0, 1.0),
        ([0.5, 0.5], [0.2, 0.8], 0.0, 0.0, 0.0),
        ([0.35, 0.65], [0.2, 0.8], 0.8, 0.0, 0.5),
        ([0.4, 0.6], [0.2, 0.4], 0.02 / 0.06, 0.2, 1.0),
    ],
)
def test_answers_are_set_beside_those_of_people_who_know(now, informed, agreement, swayed, spread):
    found = judged(now, informed)
    assert found["reasoned_judgement"] == pytest.approx(agreement, abs=1e-9)
    assert found["swayed"] == pytest.approx(swayed)
    assert found["spread_ratio"] == pytest.approx(spread)


def test_one_who_knows_a_plan_that_is_bad_for_all_scores_above_one_who_says_no_to_everything():
    """Saying no to all is no judgement, even where all would say no: that was a base rate."""
    informed = [0.05, 0.1, 0.2, 0.05]
    flat, told = judged([0.1, 0.1, 0.1, 0.1], informed), judged([0.1, 0.15, 0.2, 0.1], informed)
    assert flat["reasoned_judgement"] == pytest.approx(0.0, abs=1e-12)
    assert told["reasoned_judgement"] > 0.5


def test_where_all_answer_alike_and_would_if_they_knew_there_is_nothing_to_judge():
    third = 1 / 3  # whose square is rounded, so that a variance of nothing may come out as 1e-17
    found = judged([third] * 7, [third] * 7)
    assert np.isnan(found["reasoned_judgement"])
    assert np.isnan(found["spread_ratio"])
    assert found["swayed"] == 0.0
    apart = judged([third] * 7, [0.9] * 7)
    assert np.isnan(apart["reasoned_judgement"])
    assert apart["swayed"] == pytest.approx(third - 0.9)


def test_answers_are_compared_as_another_text_of_the_formula_does():
    luck = np.random.default_rng(3)
    now, informed = luck.uniform(size=(2, 50))
    within = np.cov(now, informed, bias=True)
    found = judged(list(now), list(informed))
    below = within.trace() + (now.mean() - informed.mean()) ** 2
    assert found["reasoned_judgement"] == pytest.approx(2 * within[0, 1] / below)
    assert found["spread_ratio"] == pytest.approx(now.std() / informed.std())


def test_quality_is_in_parts_of_the_best_plan_under_the_assumptions_of_its_run():
    sums = np.stack([sums_of({})] * 2)[:, None]  # runs x decisions x groups x sums
    quality = MEASURES["quality"][1](totals_of(sums, SIZES, np.array([[0.4], [0.7]])))
    assert quality[:, 0, 2].tolist() == pytest.approx([7 / 100 / 0.4, 7 / 100 / 0.7])
    perfect = sums_of({"merit": (20 * 0.4, 80 * 0.4)})
    assert MEASURES["quality"][1](totals_of(perfect, SIZES, 0.4))[2] == pytest.approx(1.0)
    assert np.isnan(MEASURES["quality"][1](totals_of(perfect, SIZES, 0.0))).all()


@pytest.mark.parametrize("name", ["quality", "gap_quality"])
def test_whoever_explains_quality_finds_that_what_a_room_adds_has_no_published_size(name):
    caveat = MEASURES[name][0].caveat
    assert caveat == "No study gives the size of what a good room adds to quality."


def test_whatever_is_no_share_of_a_hundred_says_what_its_points_mean():
    plain = ("room_less_heard", "room_opposed", "gap_acceptance", "gap_trust", "gap_quality")
    for name, (measure, _) in MEASURES.items():
        share = (measure.low, measure.high) == (0.0, 1.0)
        assert bool(measure.points) != (share or name in plain), name
