"""Ruling out and keeping, checked on toys whose answer is known; then the sets that ship."""

import numpy as np
import pytest

from coprod_sim.results.calibration.accepting import accept
from coprod_sim.results.calibration.matching import match, worth_trying

LOW, HIGH = np.array([0.9, -np.inf]), np.array([1.1, 0.5])


def toy(places: np.ndarray) -> np.ndarray:
    """Two answers: the sum of the first two inputs, and the third; the fourth plays no part."""
    return np.stack([places[:, 0] + places[:, 1], places[:, 2]], axis=1)


def tries(places):
    for place in places:
        answers = toy(np.asarray(place)[None])[0]
        yield answers if ((answers > LOW) & (answers < HIGH)).all() else None


@pytest.fixture(scope="module")
def found():
    return match(toy, LOW, HIGH, 4, sizes=(64, 64), seed=1)


def test_nothing_that_fits_is_ruled_out_and_most_of_the_rest_is(found):
    places = np.random.default_rng(9).random((4000, 4))
    answers = toy(places)
    fits = ((answers > LOW) & (answers < HIGH)).all(axis=1)
    left = found.possible(places)
    assert left[fits].all()
    assert left.mean() < 1.5 * fits.mean()
    assert found.waves[-1].left <= found.waves[0].left


def test_each_round_plays_only_what_the_rounds_before_left(found):
    first = found.waves[0].emulators
    mean, half = first[0].predict(found.places[64:])
    assert ((mean > 0.9 - 3 * half) & (mean < 1.1 + 3 * half)).all()


def test_what_is_kept_is_spread_as_it_is_known_to_be(found):
    """The answer by hand: x + y in a narrow band round 1, so y = 1 - x; z even up to 0.5; w anything."""
    kept = accept(worth_trying(found, 3), tries, wanted=600, most=5000)
    x, y, z, w = kept.places.T
    assert len(kept.places) == 600
    assert kept.tried < 1200
    assert x.mean() == pytest.approx(0.5, abs=0.05)
    assert x.std() == pytest.approx(1 / np.sqrt(12), abs=0.03)
    assert np.corrcoef(x, y)[0, 1] == pytest.approx(-0.98, abs=0.015)
    assert (z.mean(), z.max()) == pytest.approx((0.25, 0.5), abs=0.02)
    assert (w.mean(), w.std()) == pytest.approx((0.5, 1 / np.sqrt(12)), abs=0.05)


def test_trying_ends_where_nothing_fits():
    kept = accept(((place, 1) for place in np.zeros((100, 4))), tries, wanted=5, most=96)
    assert (len(kept.places), kept.tried) == (0, 96)
