"""The town is a Mesa model like any other: other luck, other people, other networks, copies and pages."""

import copy
import math
import multiprocessing
import pickle

import mesa
import networkx as nx
import numpy as np
import pytest

from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.model.citizen import Citizen
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.results import MEASURES, compare
from coprod_sim.scenarios import load_scenario

CASE = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 2})


def ended(town: CivicModel) -> float:
    while town.running:
        town.step()
    return town.measured("acceptance")


@pytest.fixture
def batch(monkeypatch: pytest.MonkeyPatch):
    """Mesa's batch runner, which sets a start method once for the whole process."""
    monkeypatch.setattr(multiprocessing, "set_start_method", lambda *_, **__: None)

    def run(parameters: dict, **more) -> list[dict]:
        return mesa.batch_run(
            CivicModel, {"case": [CASE], "follow": False} | parameters, number_processes=1,
            display_progress=False, **more,
        )  # fmt: skip

    return run


needs_batch_run = pytest.mark.skipif(
    not hasattr(mesa, "batch_run"), reason="Mesa 4 has no batch_run"
)


@needs_batch_run
def test_mesas_idiom_for_replications_gives_other_luck(batch):
    rows = batch({"engagement": ["tickbox", "co_production"]}, rng=[1, 2, 3])
    found = {(row["engagement"], row["rng"]): row["acceptance"] for row in rows}
    assert len(set(found.values())) == 6
    for (way, seed), value in found.items():
        alone = compare(CASE, [way], runs=1, draws=0, seed=seed).value(way, "acceptance")["mean"]
        assert value == alone


def test_the_same_seed_is_the_same_luck_and_none_is_the_first():
    assert ended(CivicModel(CASE)) == ended(CivicModel(CASE, rng=1))
    assert ended(CivicModel(CASE, rng=np.int64(5))) == ended(CivicModel(CASE, rng=5))
    drawn = [ended(CivicModel(CASE, rng=np.random.default_rng(k))) for k in (7, 7, 8)]
    assert drawn[0] == drawn[1] != drawn[2]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"rng": -1}, "rng must be between 0 and"),
        ({"rng": 2**64}, "rng must be between 0 and"),
        ({"rng": 1.5}, "rng must be a whole number, but is 1.5"),
        ({"run": -1}, "run must be between 0 and"),
        ({"run": 0.9}, "run must be a whole number, but is 0.9"),
        ({"seed": 4}, "seed is called rng here: write rng="),
        ({"seed_of_luck": 4}, "seed_of_luck is called rng here"),
        ({"scenario": "reference"}, "the case is called case here: write case="),
        ({"engagment": "tickbox"}, "'engagment' is neither a dial nor an argument of CivicModel; did you "
         "mean 'engagement'?"),
        ({"citizen": 60}, "did you mean 'citizens'?"),
        ({"influense": 0.3}, "did you mean 'influence'?"),
        ({"title": "Ours"}, "'title' is neither a dial nor an argument of CivicModel"),
        ({"influence": 1.3}, "influence must be between 0 and 1, but is 1.3"),
        ({"network": nx.path_graph(59)}, "the network must have the nodes 0 to 59, one for each citizen"),
        ({"network": [(0, 1)]}, "the network must be a networkx graph"),
        ({"network": nx.Graph([(k, k) for k in range(60)])}, "links somebody with themselves"),
        ({"network": nx.path_graph(60, nx.DiGraph)}, "give network.to_undirected()"),
        ({"network": nx.path_graph(60, nx.MultiGraph)}, "give networkx.Graph(network)"),
        ({"citizen_class": mesa.Agent}, "citizen_class must be Citizen or a class made from it"),
        ({"citizen_class": "Citizen"}, "citizen_class must be Citizen or a class made from it"),
    ],
)  # fmt: skip
def test_what_a_town_cannot_be_made_with_is_said(given: dict, said: str):
    with pytest.raises(InputError) as refused:
        CivicModel(CASE, **given)
    assert said in str(refused.value)


def test_a_page_of_mesas_can_make_the_town_anew():
    """SolaraViz hands a scenario of Mesa's over when somebody presses Reset."""
    town = CivicModel(case=CASE, engagement="co_production")
    again = type(town)(
        case=CASE, engagement="co_production", scenario=type(town.scenario)(rng=town.scenario.rng)
    )
    assert again.case == CASE
    assert ended(again) == ended(town)
    turned = CivicModel(CASE, scenario=type(town.scenario)(rng=3, influence=0.9))
    assert turned.engagement.influence == 0.9
    assert ended(turned) == ended(CivicModel(CASE, rng=3, influence=0.9))
    with pytest.raises(InputError, match="must be the same"):
        CivicModel(CASE, rng=2, scenario=type(town.scenario)(rng=3))


class Journalist(mesa.Agent):
    """Somebody who is no citizen: knows none of the events, and reads how many accept."""

    def read(self) -> float:
        return self.model.measured("acceptance")


def test_an_agent_of_another_kind_may_live_in_the_town():
    with_press, without = CivicModel(CASE), CivicModel(CASE)
    press = Journalist(with_press)
    assert ended(with_press) == ended(without) == press.read()
    kept = with_press.datacollector.get_agent_vars_dataframe().xs(press.unique_id, level="AgentID")
    assert kept.isna().all().all()
    assert len(with_press.citizens) == 60


class Stubborn(Citizen):
    """A citizen with a rule of their own: nothing they hear changes their hearsay."""

    def make_up_mind(self) -> None:
        before = self.hearsay
        super().make_up_mind()
        self.hearsay = before


def test_citizens_may_have_a_rule_of_their_own():
    town = CivicModel(CASE, citizen_class=Stubborn)
    assert {type(one) for one in town.people} == {Stubborn}
    assert ended(town) != ended(CivicModel(CASE))


def test_a_network_of_ones_own_is_the_one_people_talk_on():
    ring = nx.cycle_graph(60)
    town = CivicModel(CASE, network=ring)
    assert [one.number for one in town.people[0].neighbours] == [1, 59]
    assert nx.utils.graphs_equal(nx.Graph(town.space.G), ring)
    drawn = CivicModel(CASE)
    same = CivicModel(CASE, network=drawn.graph)
    assert ended(same) == ended(drawn) != ended(town)


def kept_and_read(town: CivicModel) -> CivicModel:
    return pickle.loads(pickle.dumps(town))  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    "drawn", [lambda t: t.random.random(), lambda t: t.rng.random()], ids=("random", "rng")
)
def test_what_a_rule_of_ones_own_draws_differs_from_run_to_run_and_comes_back_in_the_same_run(
    drawn,
):
    first, again, other = (drawn(CivicModel(CASE, run=run)) for run in (0, 0, 1))
    assert first == again != other
    assert drawn(CivicModel(CASE, run=0, rng=2)) != first


@pytest.mark.parametrize("copied", [copy.deepcopy, kept_and_read])
def test_a_town_of_three_hundred_can_be_copied_in_mid_life(copied):
    town = CivicModel("reference", "co_production", citizens=300)
    Journalist(town)
    town.step()
    twin = copied(town)
    assert twin.people[0] is not town.people[0]
    assert twin.people[0].neighbours[0] in twin.people
    assert ended(twin) == ended(town)
    assert len(twin.agents) == 301


def test_the_collector_and_the_table_of_a_comparison_call_the_same_by_the_same_name():
    town = CivicModel(CASE, "co_production", run=3)
    ended(town)
    kept = town.datacollector.get_model_vars_dataframe()
    frame = compare(CASE, ["co_production"], runs=8, draws=0).frame
    same = frame[(frame["run"] == 3) & (frame["group"] == "all")].sort_values("decision")
    for name in MEASURES:
        assert kept[name].to_numpy() == pytest.approx(same[name].to_numpy(), abs=1e-12, nan_ok=True)
    people = town.datacollector.get_agent_vars_dataframe().groupby("Step").mean()
    for column in people.columns.drop("citizen"):
        name = column.removeprefix("citizen_")
        assert people[column].to_numpy() == pytest.approx(same[name].to_numpy(), abs=1e-12), name


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda town: town.measured("trsut"), "'trsut' is not a measure; did you mean 'trust'?"),
        (lambda town: town.measured("trust", "lessheard"), "did you mean 'less_heard'?"),
        (lambda town: town.mean("trsut"), "'trsut' is not one of the sums; did you mean 'trust'?"),
        (
            lambda town: town.story(1.5),
            "the number of a citizen must be a whole number, but is 1.5",
        ),
        (lambda town: town.story(-1), "the number of a citizen must be between 0 and 59"),
        (lambda town: town.story(True), "must be a whole number, but is True"),
    ],
)
def test_what_a_town_does_not_have_is_said(asked, said: str):
    with pytest.raises(InputError) as refused:
        asked(CivicModel(CASE))
    assert said in str(refused.value)


def test_a_town_in_which_nothing_was_decided_yet_has_no_measures():
    town = CivicModel("reference", "tickbox", citizens=20)
    assert math.isnan(town.measured("acceptance"))
    town.step()
    assert 0 < town.measured("acceptance") < 1


@needs_batch_run
@pytest.mark.parametrize(
    ("name", "value"), [("case", CASE), ("engagement", load_engagement("tickbox"))]
)
def test_a_value_that_mesa_would_take_apart_belongs_in_a_list(batch, name, value):
    with pytest.raises(
        InputError, match=f"Mesa takes a {type(value).__name__} apart; put it in a list"
    ):
        batch({name: value}, rng=[1])
