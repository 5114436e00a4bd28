"""The model built again from its description alone gives the engine's numbers; run from it, their bits."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from rebuild_from_odd import Rebuilt
from same_bits_from_odd import RunFromText

from coprod_sim.assumptions import DECLARED
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.model.arrays import DecisionState, play
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.population.network import build_network
from coprod_sim.results import compare
from coprod_sim.scenarios import Scenario, load_scenario, scenario_names

CITIZENS, RUNS, ENGINE_RUNS = 500, 200, 400
STANDARD_ERRORS = 4.0
MEASURES = ("acceptance", "trust", "quality", "took_part", "fairness")
DECISIONS = (1, 6)
ENGAGEMENTS = ("tickbox", "honest_consultation", "co_production")
SAME = {"final_merit": "merit", "chance": "acceptance", "colour_pull": "pull"} | {
    name: name
    for name in ("home", "trust", "expected", "knowledge", "hearsay", "ideal", "draft_merit", "aware",
                 "hoped", "view", "willing", "part", "got_it", "seen", "seen_merit", "fairness",
                 "vote", "informed")
}  # fmt: skip
"""What is compared for each citizen: the name in the text, and in the engine."""


ALIKE = {"town_trust": 0.0, "town_heat": 0.0, "town_body": 0.0, "error_spread": 0.0}
"""Towns and rooms without luck of their own, so that less hides a difference."""


@pytest.fixture(scope="module")
def engine() -> dict[str, np.ndarray]:
    """Play the engine in towns that are alike: for each engagement, runs x decisions x measures."""
    return {name: played(name, ALIKE) for name in ENGAGEMENTS}


def direction(changes: dict[str, float]) -> str:
    return "as given" if changes else "either"


def played(engagement: str, changes: dict[str, float]) -> np.ndarray:
    """Play the engine; towns that are alike have drafts that lean to one side."""
    case = load_scenario("reference").but(
        {"people.citizens": CITIZENS, "assumptions": changes,
         "decisions.direction": direction(changes)}
    )  # fmt: skip
    frame = compare(case, [engagement], runs=ENGINE_RUNS, draws=0).frame
    rows = frame[(frame["group"] == "all") & frame["decision"].isin(DECISIONS)]
    return rows[[*MEASURES]].to_numpy().reshape(ENGINE_RUNS, len(DECISIONS), len(MEASURES))


def rebuilt(engagement: str, changes: dict[str, float]) -> np.ndarray:
    """Play the rebuilt model: runs x decisions x measures."""
    first = 1000 * ENGAGEMENTS.index(engagement)
    side = direction(changes)
    runs = [Rebuilt("reference", engagement, CITIZENS, first + k, side, **changes).play()
            for k in range(RUNS)]  # fmt: skip
    return np.array([[[run[d - 1][m] for m in MEASURES] for d in DECISIONS] for run in runs])


def far_apart(a: np.ndarray, b: np.ndarray) -> list[str]:
    """List the means that differ by more standard errors of their difference than allowed."""
    error = np.sqrt(a.var(axis=0, ddof=1) / len(a) + b.var(axis=0, ddof=1) / len(b))
    return named(np.abs(a.mean(axis=0) - b.mean(axis=0)) > STANDARD_ERRORS * error + 1e-12)


def spread_differently(a: np.ndarray, b: np.ndarray) -> list[str]:
    """List the standard deviations between runs whose logarithms differ by more than allowed."""
    error = np.sqrt(0.5 / (len(a) - 1) + 0.5 / (len(b) - 1))
    ratio = np.log(a.std(axis=0, ddof=1) / b.std(axis=0, ddof=1))
    return named(np.abs(ratio) > STANDARD_ERRORS * error)


def named(off: np.ndarray) -> list[str]:
    return [f"{MEASURES[m]} at decision {DECISIONS[d]}" for d, m in np.argwhere(off)]


@pytest.mark.slow
@pytest.mark.parametrize("engagement", ENGAGEMENTS)
def test_the_rebuilt_model_agrees_with_the_engine(engagement: str, engine: dict[str, np.ndarray]):
    assert far_apart(rebuilt(engagement, ALIKE), engine[engagement]) == []


@pytest.mark.slow
def test_the_rebuilt_towns_differ_as_the_engines_towns():
    ours, theirs = rebuilt("co_production", {}), played("co_production", {})
    assert far_apart(ours, theirs) == []
    assert spread_differently(ours, theirs) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value", "where"),
    [
        ("valence_gain", 0.15, "quality at decision 1"),
        ("interplay", 4.0, "acceptance at decision 1"),
        ("outcome_lived", 0.3, "acceptance at decision 6"),
        ("room_unlike", 1.5, "fairness at decision 1"),
        ("trust_half_life", 12.0, "trust at decision 6"),
    ],
)
def test_a_small_misreading_would_be_noticed(
    name: str, value: float, where: str, engine: dict[str, np.ndarray]
):
    misread = rebuilt("co_production", {**ALIKE, name: value})
    assert where in far_apart(misread, engine["co_production"])


def engine_run(
    case: Scenario, engagement: Engagement, seed: int, run: int
) -> Iterator[DecisionState]:
    """Play one run of the engine, in its readable form."""
    setting = setting_of(case, population_of(case), seed)
    return play(setting, arm_of(engagement, case.rules, case.campaign), range(run, run + 1))


def different(names: dict[str, Any], now: DecisionState) -> list[str]:
    """List what differs for any citizen between the text and the engine, in any bit."""
    pairs = [(here, names[here], getattr(now, there)[:, 0]) for here, there in SAME.items()]
    pairs += [(name, names[name], getattr(now, name)[0])
              for name in ("responsiveness", "realised", "unlike", "outside")]  # fmt: skip
    return [name for name, a, b in pairs if not np.array_equal(np.float64(a), np.float64(b))]


def all_different(
    scenario: str,
    engagement: str,
    case: Scenario,
    way: Engagement,
    seed: int,
    run: int,
    **more: Any,
) -> list[tuple[int, str]]:
    """Play the text and the engine side by side; list decisions and names that differ."""
    text = RunFromText(scenario, engagement, seed=seed, run=run, **more).play()
    states = engine_run(case, way, seed, run)
    return [(names["decision"], name)
            for names, now in zip(text, states, strict=True) for name in different(names, now)]  # fmt: skip


@pytest.mark.parametrize("scenario", scenario_names())
def test_the_text_gives_the_engines_bits_in_every_case(scenario: str):
    case = load_scenario(scenario).but({"people.citizens": 120})
    for run, name in enumerate(case.engagements):
        assert (
            all_different(scenario, name, case, load_engagement(name), 7, 5 * run, citizens=120)
            == []
        )


def anywhere(rng: np.random.Generator) -> tuple[dict[str, Any], dict[str, Any], dict[str, float]]:
    """Draw a town, its decisions, and where the dials stand; and move every assumption in its range."""
    town = {"citizens": int(rng.integers(20, 150)), "contacts": int(rng.integers(1, 7)),
            "homophily": rng.random(), "share_less_heard": rng.uniform(0.05, 0.95)}  # fmt: skip
    series = {"months": rng.uniform(0.5, 60), "heat": rng.uniform(0, 5), "draft": rng.uniform(-3, 3),
              "direction": ["either", "as given"][rng.integers(2)]}  # fmt: skip
    way = {name: rng.uniform(dial.low, dial.high) for name, dial in DIALS.items()}
    way["seats"] = float(rng.integers(2, 40) * rng.integers(2))
    way["asked"] = float(rng.random() < 0.8)
    return town, series, way


@pytest.mark.parametrize("number", range(40))
def test_the_text_gives_the_engines_bits_in_any_small_town(number: int):
    rng = np.random.default_rng(number)
    town, series, way = anywhere(rng)
    moved = {n: rng.uniform(a.least, a.most) for n, a in DECLARED.items()}
    seed, run = int(rng.integers(2**63)), int(rng.integers(20))
    case = load_scenario("misinformation_vote").but(
        {f"people.{k}": v for k, v in town.items()}
        | {f"decisions.{k}": v for k, v in series.items()}
        | {"assumptions": moved}
    )
    engagement = load_engagement("co_production").but(way)
    more = town | series | moved | way
    assert all_different(case.name, engagement.name, case, engagement, seed, run, **more) == []


def test_the_text_makes_the_engines_network_in_a_town_of_parts():
    text = RunFromText("reference", "tickbox", citizens=20_100, seed=3, run=11)
    text.run(*("7.18", "7.12", "5"))
    made = build_network(20_100, 6030, 4, 0.7, 1, 3)
    assert [made.contacts(k) for k in range(20_100)] == text.names["links"]
