"""The sets of assumptions that ranges are taken over are those that docs/odd.md, section 7.17, describes."""

from functools import partial

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import qmc

from coprod_sim.assumptions import DECLARED, Assumptions
from coprod_sim.errors import InputError
from coprod_sim.results.comparison import compare
from coprod_sim.results.streaming import stream
from coprod_sim.results.uncertainty import OVER, plausible, plausible_at, sets_over
from coprod_sim.scenarios import load_scenario

FIXED = ("responsiveness_start", "plan_moves")
FREE = [name for name in Assumptions._fields if name not in FIXED]


def described(draws: int, seed: int) -> np.ndarray:
    """Give the points of the unit cube."""
    return qmc.LatinHypercube(len(FREE), rng=np.random.default_rng(seed)).random(draws)


@pytest.mark.parametrize(("draws", "seed"), [(1, 1), (2, 1), (3, 7), (8, 2), (9, 2)])
def test_plausible_sets_are_the_described_ones(draws, seed):
    sets = plausible(draws, seed)
    assert len(sets) == draws
    for one, point in zip(sets, described(draws, seed), strict=True):
        for name, coordinate in zip(FREE, point, strict=True):
            least, most = DECLARED[name].least, DECLARED[name].most
            assert getattr(one, name) == pytest.approx(least + coordinate * (most - least)), name
        for name in FIXED:
            assert getattr(one, name) == getattr(Assumptions(), name), name


def test_the_corners_of_the_cube_are_the_ends_of_the_plausible_ranges():
    for end, point in (("least", np.zeros(len(FREE))), ("most", np.ones(len(FREE)))):
        for name in FREE:
            assert getattr(plausible_at(point), name) == pytest.approx(getattr(DECLARED[name], end))


def test_no_assumption_follows_another():
    """A Sobol sequence of as many points ties pairs of them by correlations up to 0.98."""
    sets = np.array([[getattr(one, name) for name in FREE] for one in plausible(128, 1)])
    r = np.corrcoef(sets.T) - np.eye(len(FREE))
    assert abs(r).max() < 0.4


def test_no_draws_are_no_sets():
    assert list(plausible(0, 1)) == []


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**63))
@example(seed=0)
def test_a_number_keeps_to_its_plausible_range_and_uses_it(seed):
    sets = plausible(16, seed)
    for name in FREE:
        about, values = DECLARED[name], sorted(getattr(one, name) for one in sets)
        width = about.most - about.least
        slices = [int((value - about.least) / width * 16 * (1 - 1e-12)) for value in values]
        assert slices == list(range(16)), name


def test_what_a_case_assumes_stays_and_nothing_else_does():
    case = load_scenario("reference").but({"assumptions.capture": 0.4})
    (one,) = sets_over("plausible", case, 1, 5)
    assert one == plausible(1, 5)[0]._replace(capture=0.4)


def test_luck_alone_needs_no_other_assumptions():
    assert sets_over("luck", load_scenario("reference"), 32, 1) == []


def test_models_that_fit_the_findings_are_those_that_ship(fitting_models):
    case = load_scenario("reference").but({"assumptions.interplay": 4.0})
    first, second = sets_over("not_ruled_out", case, 2, 5)
    assert {first.interplay, second.interplay} == {4.0}
    names = [n for n in FREE if n != "interplay"]
    for found, row in zip((first, second), fitting_models.head(2).to_dict("records"), strict=True):
        assert [getattr(found, n) for n in names] == [row[n] for n in names]


@pytest.mark.usefixtures("fitting_models")
def test_more_models_than_ship_are_refused_in_a_sentence():
    case = load_scenario("reference")
    assert len(sets_over("not_ruled_out", case, 100, 5)) == 100
    with pytest.raises(InputError) as caught:
        sets_over("not_ruled_out", case, 101, 5)
    assert str(caught.value) == (
        "draws must be 100 or fewer, but is 101: "
        "100 models that fit the findings come with this version"
    )


def test_sets_of_no_known_kind_are_refused_with_those_there_are():
    with pytest.raises(InputError) as caught:
        sets_over("not_ruled_owt", load_scenario("reference"), 1, 1)
    assert str(caught.value) == (
        "over must be one of plausible, not_ruled_out, luck, but is 'not_ruled_owt'; "
        "did you mean 'not_ruled_out'?"
    )


def test_each_range_has_words_of_its_own():
    said = [over.words for over in OVER.values()]
    assert len(set(said)) == len(said)
    assert all(words.startswith("over ") for words in said)


@pytest.mark.parametrize("played", [partial(compare, runs=2), partial(stream, runs=2)])
def test_over_luck_alone_no_other_sets_can_be_asked_for(played):
    with pytest.raises(
        InputError, match="no other assumptions are played, so leave draws=5 out, or give"
    ):
        played("reference", ["tickbox"], draws=5, over="luck")
    assert compare("reference", ["tickbox"], runs=2, over="luck").draws == 0
