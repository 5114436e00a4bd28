"""The model built again from its description alone gives the engine's numbers."""

import numpy as np
import pytest
from rebuild_from_odd import Rebuilt

from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario

CITIZENS, RUNS, ENGINE_RUNS = 500, 200, 400
STANDARD_ERRORS = 4.0
MEASURES = ("acceptance", "trust", "quality", "took_part")
DECISIONS = (1, 6)
ENGAGEMENTS = ("tickbox", "honest_consultation", "co_production")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def engine() -> dict[str, np.ndarray]:
    """Play the engine: for each engagement, runs x decisions x measures."""
    case = load_scenario("reference")
    case = case.but({"people.citizens": CITIZENS})
    frame = compare(case, ENGAGEMENTS, runs=ENGINE_RUNS, draws=0).frame
    rows = frame[(frame["group"] == "all") & frame["decision"].isin(DECISIONS)]
    return {
        name: rows.loc[rows["engagement"] == name, [*MEASURES]].to_numpy().reshape(
            ENGINE_RUNS, len(DECISIONS), len(MEASURES)
        )
        for name in ENGAGEMENTS
    }  # fmt: skip


def rebuilt(engagement: str, **changes: float) -> np.ndarray:
    """Play the rebuilt model: runs x decisions x measures."""
    first = 1000 * ENGAGEMENTS.index(engagement)
    runs = [Rebuilt("reference", engagement, CITIZENS, first + k, **changes).play()
            for k in range(RUNS)]  # fmt: skip
    return np.array([[[run[d - 1][m] for m in MEASURES] for d in DECISIONS] for run in runs])


def far_apart(a: np.ndarray, b: np.ndarray) -> list[str]:
    """List the means that differ by more standard errors of their difference than allowed."""
    error = np.sqrt(a.var(axis=0, ddof=1) / len(a) + b.var(axis=0, ddof=1) / len(b))
    off = np.abs(a.mean(axis=0) - b.mean(axis=0)) > STANDARD_ERRORS * error + 1e-12
    return [f"{MEASURES[m]} at decision {DECISIONS[d]}" for d, m in np.argwhere(off)]


@pytest.mark.parametrize("engagement", ENGAGEMENTS)
def test_the_rebuilt_model_agrees_with_the_engine(engagement: str, engine: dict[str, np.ndarray]):
    assert far_apart(rebuilt(engagement), engine[engagement]) == []


@pytest.mark.parametrize(
    ("name", "value", "where"),
    [
        ("word_of_mouth", 0.03, "took_part at decision 1"),
        ("hopes_raised", 0.20, "trust at decision 6"),
        ("bad_news_weight", 1.5, "trust at decision 6"),
    ],
)
def test_a_small_misreading_would_be_noticed(
    name: str, value: float, where: str, engine: dict[str, np.ndarray]
):
    assert where in far_apart(rebuilt("tickbox", **{name: value}), engine["tickbox"])
