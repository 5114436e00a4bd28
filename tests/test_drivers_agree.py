"""The Mesa, NumPy and compiled drivers give the same numbers to the last bit."""

import multiprocessing
import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import mesa
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from without_numba import printed_without_numba

from coprod_sim import draws
from coprod_sim.assumptions import DECLARED
from coprod_sim.compiled import HAVE_NUMBA
from coprod_sim.engagement import DIALS, Engagement, engagement_names, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.model import arrays, citizen, ensemble, involvement, response
from coprod_sim.model.arrays import DecisionState, play
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.schedule import SCHEDULE, Event
from coprod_sim.model.setting import Arm, Setting, arm_of, setting_of
from coprod_sim.model.sums import group_sums
from coprod_sim.population import population_of
from coprod_sim.population.network_loops import NEARBY
from coprod_sim.scenarios import Campaign, People, Scenario, TrustSource
from coprod_sim.scenarios.scenario import Decisions

TOLD_ABOUT = {"title": "A town", "summary": "Made up.", "year": 2024, "sources": ("a test",)}
SHARES = st.floats(0, 1)
STATE = ("trust", "expected", "knowledge", "hearsay", "view", "merit", "fairness", "vote", "part")


def scenario(**changes: Any) -> Scenario:
    place = {"kind": "didactic", "place": "nowhere", "who_decides": "a board", "outcome": "none"}
    return Scenario(**TOLD_ABOUT, **place, **changes)


@st.composite
def scenarios(draw: Callable[..., Any]) -> Scenario:
    count = draw(st.integers(1, 3))
    return scenario(
        people=draw(PEOPLE),
        decisions=Decisions(
            count=count,
            draft=draw(st.floats(-3, 3)),
            direction=draw(st.sampled_from(["either", "as given"])),
            heat=draw(st.floats(0, 5)),
            months=draw(st.floats(0.5, 60)),
        ),
        campaign=draw(st.none() | campaigns(count)),
        assumptions=draw(st.dictionaries(st.sampled_from(list(DECLARED)), SHARES, max_size=6).map(
            lambda places: {name: between(name, place) for name, place in places.items()}
        )),
    )  # fmt: skip


def between(name: str, place: float) -> float:
    low, high = DECLARED[name].low, DECLARED[name].high
    return min(max(low + place * (high - low), low), high)


def campaigns(decisions: int) -> st.SearchStrategy[Campaign]:
    return st.builds(
        Campaign, decision=st.integers(1, decisions), strength=st.floats(0, 2), reach=SHARES
    )


PEOPLE = st.builds(
    People,
    citizens=st.integers(20, 150),
    share_less_heard=st.floats(0.03, 0.97),
    contacts=st.integers(1, 6),
    homophily=SHARES,
    trust=st.builds(
        TrustSource,
        source=st.sampled_from(["reference", "survey"]),
        country=st.sampled_from(["GB", "DE", "NO"]),
        institutions=st.just({"parliament": 1.0, "police": 0.5}),
    ),
)
ENGAGEMENTS = st.builds(
    Engagement,
    who_decides=st.just("a board"),
    asked=st.booleans(),
    **{name: st.just(value) for name, value in TOLD_ABOUT.items()},
    **{name: st.floats(dial.low, dial.high) for name, dial in DIALS.items()}
    | {"seats": st.just(0.0) | st.floats(2.0, 300.0)},
)


def numpy_run(setting: Setting, arm: Arm, run: int) -> Iterator[tuple[DecisionState, np.ndarray]]:
    for now in play(setting, arm, range(run, run + 1)):
        yield now, group_sums(now, setting.population.less_heard)[0]


@pytest.mark.parametrize("event", SCHEDULE, ids=lambda event: event.name)
def test_every_driver_plays_an_event_by_the_name_it_has_in_the_schedule(event: Event):
    number = SCHEDULE.index(event) + 1
    compiled = {**vars(involvement), **vars(response)}[event.name]
    for plays in (vars(arrays)[event.name], vars(CivicModel)[event.name], compiled):
        assert re.match(rf"Events? {number}\b", plays.__doc__), plays
    assert arrays.EVENTS[number - 1] is vars(arrays)[event.name]


@given(scenarios(), ENGAGEMENTS, st.integers(0, 2**64 - 1), st.integers(0, 20))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mesa_numpy_and_the_compiled_ensemble_give_the_same_numbers(
    case: Scenario, engagement: Engagement, seed: int, run: int
):
    model = CivicModel(case, engagement, run=run, rng=seed)
    compiled = play_all(model.setting, [model.arm], run + 1)[0, run]
    for decision, (now, sums) in enumerate(numpy_run(model.setting, model.arm, run)):
        model.step()
        assert np.array_equal(model.sums, sums)
        assert np.array_equal(model.sums, compiled[decision])
        for name in STATE:
            assert [getattr(c, name) for c in model.people] == getattr(now, name)[:, 0].tolist()
        assert model.responsiveness == now.responsiveness[0]
    assert model.running is False


def test_a_rule_that_one_driver_reads_otherwise_is_noticed(monkeypatch: pytest.MonkeyPatch):
    def agrees() -> bool:
        model = CivicModel("reference", "co_production", citizens=60)
        model.step()
        return np.array_equal(model.sums, next(numpy_run(model.setting, model.arm, 0))[1])

    rules = vars(citizen.rules)
    assert agrees()
    nearly = {"judged": lambda *facts: rules["judged"](*facts) + 1e-12}
    monkeypatch.setattr(citizen, "rules", SimpleNamespace(**(rules | nearly)))
    assert not agrees()


def small_town() -> tuple[Setting, list[Arm]]:
    """A town of 60 with a campaign, and more arms than go through one pass together."""
    case = scenario(
        people=People(citizens=60, trust=TrustSource(source="reference")),
        decisions=Decisions(count=2),
        campaign=Campaign(decision=2, strength=0.8, reach=0.5),
    )
    arms = [arm_of(load_engagement(name), case.rules) for name in engagement_names()]
    misled = arm_of(load_engagement("co_production"), case.rules, case.campaign)
    return setting_of(case, population_of(case), seed=7), [misled, *arms]


def sums_of_small_town() -> np.ndarray:
    setting, arms = small_town()
    return play_all(setting, arms[:3], 9)


def test_numbers_do_not_depend_on_threads():
    setting, arms = small_town()
    assert len(arms) > ensemble.ARMS_TOGETHER
    alone = play_all(setting, arms, 20, threads=1)
    assert np.array_equal(alone, play_all(setting, arms, 20, threads=2))


def test_numbers_do_not_depend_on_how_many_runs_are_asked_for():
    setting, arms = small_town()
    many = play_all(setting, arms[:2], 24)
    assert np.array_equal(many[:, :8], play_all(setting, arms[:2], 8))
    assert np.array_equal(many[:, :3], play_all(setting, arms[:2], 3))
    assert np.array_equal(many[:, 16:], play_all(setting, arms[:2], 8, first_run=16))


def test_numbers_do_not_depend_on_the_order_or_grouping_of_arms():
    setting, arms = small_town()
    together = play_all(setting, arms, 8)
    assert np.array_equal(together[::-1], play_all(setting, arms[::-1], 8))
    one_by_one = [play_all(setting, [arm], 8)[0] for arm in arms]
    assert np.array_equal(together, np.stack(one_by_one))


def test_numbers_do_not_depend_on_whether_the_town_counts_as_large(
    monkeypatch: pytest.MonkeyPatch,
):
    side_by_side = sums_of_small_town()
    monkeypatch.setattr(ensemble, "LARGE_TOWN", 10)
    setting, arms = small_town()
    assert ensemble.lanes_for(setting, 12) == 8
    few = play_all(setting, arms[:3], 2)
    assert ensemble.lanes_for(setting, 2) == 1
    assert np.array_equal(few, side_by_side[:, :2])
    monkeypatch.setattr(ensemble, "ROOM", 1000)  # one arm at a time, one run at a time
    assert ensemble.lanes_for(setting, 12) == 1
    assert np.array_equal(side_by_side, sums_of_small_town())


def town_of(citizens: int) -> tuple[Setting, list[Arm]]:
    case = scenario(
        people=People(citizens=citizens, trust=TrustSource(source="reference")),
        decisions=Decisions(count=2),
    )
    arms = [arm_of(load_engagement(name), case.rules) for name in ("tickbox", "co_production")]
    return setting_of(case, population_of(case), seed=7), arms


@pytest.mark.parametrize("large_from", [10, 10**9], ids=["one by one", "side by side"])
def test_a_town_of_several_parts_gives_the_same_numbers_in_numpy_and_compiled(
    large_from: int, monkeypatch: pytest.MonkeyPatch
):
    setting, arms = town_of(2 * NEARBY + 77)
    monkeypatch.setattr(ensemble, "LARGE_TOWN", large_from)
    compiled = play_all(setting, arms, 2)
    assert ensemble.lanes_for(setting, 2) == (1 if large_from == 10 else 8)
    for arm, played in zip(arms, compiled, strict=True):
        for decision, (_, sums) in enumerate(numpy_run(setting, arm, 1)):
            assert np.array_equal(sums, played[1, decision])


def test_a_town_of_several_parts_ends_where_a_town_of_one_does():
    means = []
    for citizens in (NEARBY, 4 * NEARBY):
        setting, arms = town_of(citizens)
        arms = [
            arm._replace(dials=arm.dials._replace(seats=0.0)) for arm in arms
        ]  # a room of 40 is luck
        means.append(play_all(setting, arms, 8).sum(axis=3).mean(axis=1) / citizens)
    np.testing.assert_allclose(means[0], means[1], atol=0.004)


def test_numbers_do_not_depend_on_how_many_ways_share_a_pass(monkeypatch: pytest.MonkeyPatch):
    together = sums_of_small_town()
    setting, arms = small_town()
    monkeypatch.setattr(
        ensemble, "ROOM", ensemble.STATE * ensemble.LANES * setting.population.citizens
    )
    assert ensemble._arms_together(setting, ensemble.LANES) == 1 < len(arms)
    assert np.array_equal(together, sums_of_small_town())


HEX_OF_SUMS = """
import test_drivers_agree
print(test_drivers_agree.sums_of_small_town().tobytes().hex())
"""


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
def test_numbers_stay_the_same_where_numba_is_missing():
    assert printed_without_numba(HEX_OF_SUMS) == sums_of_small_town().tobytes().hex()


@pytest.mark.parametrize(
    ("counter", "key", "words"),
    [
        ("00000000 00000000 00000000 00000000", "00000000 00000000",
         "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
        ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff",
         "408f276d 41c83b0e a20bc7c6 6d5451fd"),
        ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0",
         "d16cfe09 94fdcceb 5001e420 24126ea1"),
    ],
)  # fmt: skip
def test_philox_gives_the_published_answers(counter: str, key: str, words: str):
    numbers = [np.uint64(int(word, 16)) for word in f"{counter} {key}".split()]
    assert [f"{int(word):08x}" for word in draws.philox(*numbers)] == words.split()
    as_arrays = draws.philox(*(np.array([number] * 5) for number in numbers))
    assert [f"{word[4]:08x}" for word in as_arrays] == words.split()


@pytest.mark.skipif(not hasattr(mesa, "batch_run"), reason="Mesa 4 has no batch_run")
def test_mesa_runs_the_model_in_batches(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(multiprocessing, "set_start_method", lambda *_, **__: None)
    rows = mesa.batch_run(
        CivicModel,
        {"case": "reference", "citizens": 60, "influence": [0.0, 0.9], "run": range(2),
         "follow": False},
        number_processes=1,
        display_progress=False,
    )  # fmt: skip
    assert [(row["influence"], row["run"]) for row in rows] == [(0, 0), (0, 1), (0.9, 0), (0.9, 1)]
    alone = CivicModel("reference", influence=0.9, run=1, citizens=60)
    alone.run_for(99)
    for name in MEASURES:
        assert np.array_equal(rows[3][name], alone.measured(name), equal_nan=True), name


def test_the_data_collector_keeps_every_decision_and_every_citizen():
    model = CivicModel("reference", "co_production", citizens=60)
    model.run_for(99)
    decisions = model.case.decisions.count
    means = model.datacollector.get_model_vars_dataframe()
    assert list(means.columns) == list(MEASURES)
    assert len(means) == decisions
    people = model.datacollector.get_agent_vars_dataframe()
    assert list(people.columns) == [
        "citizen", "citizen_trust", "citizen_aware", "citizen_took_part", "citizen_acceptance",
        "citizen_votes",
    ]  # fmt: skip
    assert len(people) == 60 * decisions
    assert people.loc[(1, 8), "citizen"] == 7  # Mesa counts agents from 1
    assert people["citizen_votes"].groupby("Step").mean().tolist() == means["votes"].tolist()


def test_dials_given_by_name_are_turned_and_checked():
    model = CivicModel("reference", "tickbox", citizens=20, influence=0.3, seats=12)
    honest = load_engagement("tickbox").but(influence=0.3, seats=12)
    assert model.arm.dials == honest.dials
    with pytest.raises(InputError, match="did you mean 'influence'"):
        CivicModel("reference", "tickbox", citizens=20, influense=0.3)


def test_a_citizen_tells_what_happened_to_them():
    model = CivicModel("reference", "co_production", citizens=60)
    assert "Nothing is decided yet." in model.story(0)
    model.step()
    assert any("took part." in model.story(c.number) for c in model.people if c.part)
    assert any(not c.aware for c in model.people)
    assert all("did not hear" in model.story(c.number) for c in model.people if not c.aware)
    model.run_for(5)
    for person in model.people:
        story = model.story(person.number)
        assert f"took part in {sum(facts.part for facts in person.past)}." in story
        assert ("and accepted it" in story) == person.vote
    with pytest.raises(
        InputError, match="the number of a citizen must be between 0 and 59, but is 60"
    ):
        model.story(60)


def test_citizens_live_in_the_cells_of_a_mesa_network():
    model = CivicModel("reference", "tickbox", citizens=60)
    assert [c.cell.coordinate for c in model.people] == [c.number for c in model.people]
    links = model.setting.network(0)
    for person in model.people:
        assert sorted(model.space.G[person.number]) == links.contacts(person.number)


def test_the_graph_shows_the_network_of_the_run():
    model = CivicModel("reference", run=9, citizens=60)
    links = model.setting.network(1)
    assert sorted(model.graph.nodes) == list(range(60))
    for number, facts in model.graph.nodes(data=True):
        assert sorted(model.graph[number]) == links.contacts(number)
        assert facts == {"trust": model.people[number].trust, "group": model.people[number].group}
