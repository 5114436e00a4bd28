"""The WebAssembly module plays the model to the last bit, and says when it was made from other code."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_sim import wasm
from coprod_sim.assumptions import DECLARED, REFERENCE, Assumptions
from coprod_sim.engagement import Dials, load_engagement
from coprod_sim.engine.making import module
from coprod_sim.engine.making.module import made_with
from coprod_sim.engine.offered import OFFERED
from coprod_sim.errors import InputError
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import Arm, Setting, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.population.network import build_network
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.wasm import made_from

LANES = 8
SHARES = st.floats(0.0, 1.0)


def setting(name: str = "west_dulwich", seed: int = 7) -> Setting:
    case = load_scenario(name)
    return setting_of(case, population_of(case), seed)


def both_ways(
    monkeypatch: pytest.MonkeyPatch, town: Setting, arms: list[Arm], **how: int
) -> list[np.ndarray]:
    """Play in the module, then compiled."""
    found = []
    for way in ("module", "compiled"):
        monkeypatch.setenv("COPROD_SIM_ENGINE", way)
        assert wasm.plays(town.population.citizens) == (way == "module")
        found.append(play_all(town, arms, how.pop("runs", 5), **how))
    return found


@st.composite
def towns(draw: st.DrawFn) -> Setting:
    """Any case of the library, at any size up to 3,000, for some decisions."""
    case = load_scenario(draw(st.sampled_from(scenario_names())))
    first = case.campaign.decision if case.campaign else 1  # no campaign may lie beyond the series
    changed = case.but(
        {
            "people.citizens": draw(st.integers(40, 3_000)),
            "people.contacts": draw(st.integers(1, 8)),
            "people.homophily": draw(SHARES),
            "decisions.count": draw(st.integers(first, max(first, 4))),
            "decisions.draft": draw(st.floats(-3.0, 3.0)),
            "decisions.heat": draw(st.floats(0.0, 5.0)),
            "decisions.months": draw(st.floats(0.5, 60.0)),
        }
    )
    return setting_of(changed, population_of(changed), draw(st.integers(0, 2**64 - 1)))


@st.composite
def ways(draw: st.DrawFn) -> Arm:
    """Any engagement, under any assumptions, with a campaign or none."""
    dials = [draw(SHARES) for _ in range(8)]
    moved = {name: draw(st.floats(a.low, a.high)) for name, a in DECLARED.items() if not a.fixed}
    return Arm(
        Dials(*dials, float(draw(st.integers(0, 200))), float(draw(st.booleans()))),
        Assumptions(**REFERENCE._asdict() | moved),
        draw(st.floats(0.0, 2.0)),
        draw(SHARES),
        float(draw(st.integers(0, 4))),
    )


def test_the_module_was_made_from_the_code_as_it_is_now():
    assert made_from.MADE_WITH.read_text() == made_with(), wasm.HOW_TO_RENEW
    assert wasm.is_current()


def test_a_module_made_from_other_rules_is_noticed_and_not_played(monkeypatch, tmp_path):
    other = tmp_path / "made_with"
    other.write_text("0123456789abcdef\n" + made_with().split()[1])
    monkeypatch.setattr(made_from, "MADE_WITH", other)
    assert not made_from.is_current.__wrapped__()
    assert made_from.MADE_WITH.read_text() != made_with()


def test_a_function_that_only_the_browser_calls_is_part_of_what_the_module_was_made_from(
    monkeypatch,
):
    before = made_with()
    assert {"gate.py", "model/rules.py", "results/shapley.py"} <= module.files_held()
    monkeypatch.setattr(module, "OFFERED", module.OFFERED[:1])
    assert made_with().split()[0] == before.split()[0]
    assert made_with() != before


@settings(max_examples=30)
@given(town=towns(), arms=st.lists(ways(), min_size=1, max_size=3), first=st.integers(0, 2**20))
def test_any_case_and_way_comes_out_of_the_module_to_the_last_bit(town, arms, first):
    with pytest.MonkeyPatch.context() as patch:
        played = both_ways(patch, town, arms, first_run=8 * first)
    assert np.array_equal(*played, equal_nan=True)


@pytest.mark.slow
def test_the_largest_town_comes_out_of_the_module_to_the_last_bit(monkeypatch):
    case = load_scenario("reference").but({"people.citizens": 20_000, "decisions.count": 2})
    arms = [arm_of(load_engagement(name)) for name in ("tickbox", "co_production")]
    town = setting_of(case, population_of(case), 1)
    assert np.array_equal(*both_ways(monkeypatch, town, arms))
    monkeypatch.setenv("COPROD_SIM_ENGINE", "")
    assert not wasm.plays(20_001)


def test_winners_and_losers_and_thirds_come_out_of_the_module_to_the_last_bit(monkeypatch):
    arms = [arm_of(load_engagement(name)) for name in ("tickbox", "co_production")]
    assert np.array_equal(*both_ways(monkeypatch, setting(), arms, split=True))


@pytest.mark.parametrize("way", ["tickbox", "co_production"])
def test_the_module_plays_as_people_one_by_one_do(monkeypatch, way):
    case = load_scenario("misinformation_vote").but({"people.citizens": 90})
    model = CivicModel(case, load_engagement(way), rng=11, run=3)
    for _ in range(model.setting.decisions):
        model.step()
    monkeypatch.setenv("COPROD_SIM_ENGINE", "module")
    played = play_all(model.setting, [model.arm], 4)[0, 3]
    assert np.array_equal(played[-1], model.sums)


@pytest.mark.parametrize(("citizens", "contacts"), [(40, 1), (1_000, 4), (20_000, 8)])
def test_the_module_builds_the_same_networks(monkeypatch, citizens, contacts):
    built = []
    for way in ("module", "compiled"):
        monkeypatch.setenv("COPROD_SIM_ENGINE", way)
        built.append(build_network(citizens, citizens // 3, contacts, 0.7, 5, 2**63 + 9))
    in_module, compiled = built
    assert np.array_equal(in_module.start, compiled.start)
    assert np.array_equal(in_module.links, compiled.links)


def test_nothing_is_left_over_from_one_play_to_the_next(monkeypatch):
    monkeypatch.setenv("COPROD_SIM_ENGINE", "module")
    town, arm = setting(seed=2**63 + 5), arm_of(load_engagement("co_production"))
    first = play_all(town, [arm], LANES)
    play_all(setting("reference"), [arm, arm], LANES, first_run=8, split=True)
    assert np.array_equal(play_all(town, [arm], LANES), first)


def test_a_way_of_playing_that_does_not_exist_is_refused_with_the_nearest_name(monkeypatch):
    monkeypatch.setenv("COPROD_SIM_ENGINE", "modul")
    with pytest.raises(InputError, match=r"COPROD_SIM_ENGINE is 'modul'.*module"):
        play_all(setting(), [arm_of(load_engagement("tickbox"))], LANES)


@pytest.mark.parametrize("function", OFFERED, ids=lambda one: one.__name__)
def test_everything_offered_is_in_the_module(function):
    assert function.__name__ in wasm.machine()._offered
